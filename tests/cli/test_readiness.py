"""`check --readiness`: what a vendor has, and what to add next."""

from __future__ import annotations

from tests.conftest import AS_OF, COMPLETE, MINIMAL, CatalogFolder, RunBuild


def test_the_report_counts_and_says_what_to_write_next(
    catalog_folder: CatalogFolder, run_build: RunBuild
) -> None:
    folder = catalog_folder({"wiki": COMPLETE})
    done = run_build("check", "--readiness", "wiki", "--entries", folder, "--as-of", AS_OF)
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert lines[0] == "Example Wiki: 2 of 14 materials, baseline complete"
    assert "  Reference architecture       there (baseline)" in lines
    assert "  Battle card                  missing" in lines
    at = lines.index("  Battle card: One page on how to sell the product.")
    assert lines[at + 1] == "    collateral: {battle-card: {url: <address>, access: public}}"
    assert "    webinar: {date: <a second Tuesday>}" in lines


def test_a_missing_baseline_comes_before_everything_else(
    catalog_folder: CatalogFolder, run_build: RunBuild
) -> None:
    done = run_build(
        "check", "--readiness", "wiki", "--entries", catalog_folder({"wiki": MINIMAL}), "--as-of", AS_OF
    )
    after = done.stdout.partition("What raises it next:\n\n")[2]
    assert after.startswith("  Reference architecture: ")
    assert "baseline missing" in done.stdout


def test_an_unknown_slug_is_told_with_the_nearest(catalog_folder: CatalogFolder, run_build: RunBuild) -> None:
    done = run_build(
        "check", "--readiness", "wikki", "--entries", catalog_folder({"wiki": MINIMAL}), "--as-of", AS_OF
    )
    assert done.returncode == 2
    assert "there is no entry wikki; did you mean wiki?" in done.stderr


def test_an_entry_that_cannot_be_read_shows_its_faults(
    catalog_folder: CatalogFolder, run_build: RunBuild
) -> None:
    folder = catalog_folder({"wiki": MINIMAL.replace("type: webspace", "type: webspase")})
    done = run_build("check", "--readiness", "wiki", "--entries", folder, "--as-of", AS_OF)
    assert done.returncode == 1
    assert "APS209" in done.stdout
