"""The program as people and other programs call it: exit status, streams, what is written and what is not."""

from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING

import pytest

from tests.conftest import AS_OF, COMPLETE, MINIMAL, CatalogFolder, RunBuild

if TYPE_CHECKING:
    from pathlib import Path

FAULTY = MINIMAL.replace("type: webspace", "type: webspase")


def test_a_clean_catalog_passes(catalog_folder: CatalogFolder, run_build: RunBuild) -> None:
    folder = catalog_folder({"wiki": COMPLETE})
    done = run_build("check", "--entries", folder, "--as-of", AS_OF)
    assert done.returncode == 0
    assert done.stdout == "1 entry: no errors, no warnings\n"
    assert "check:" in done.stderr


def test_a_fault_is_told_with_its_line_and_fails(catalog_folder: CatalogFolder, run_build: RunBuild) -> None:
    folder = catalog_folder({"wiki": FAULTY})
    done = run_build("check", "--entries", folder, "--as-of", AS_OF)
    assert done.returncode == 1
    assert (
        'entries/wiki/entry.yaml:10:7: error[APS209] "webspase" is not a known application type'
        in done.stdout
    )
    assert "  10 | type: webspase\n" in done.stdout
    assert "\x1b" not in done.stdout + done.stderr


def test_json_is_one_object_and_nothing_else_stands_on_standard_output(
    catalog_folder: CatalogFolder, run_build: RunBuild
) -> None:
    folder = catalog_folder({"wiki": FAULTY})
    done = run_build("check", "--format", "json", "--entries", folder, "--as-of", AS_OF)
    told = json.loads(done.stdout)
    assert told["errors"] == 1
    assert (told["findings"][0]["line"], told["findings"][0]["column"]) == (10, 7)


def test_quiet_says_nothing_about_a_clean_catalog(catalog_folder: CatalogFolder, run_build: RunBuild) -> None:
    done = run_build("check", "--quiet", "--entries", catalog_folder({"wiki": COMPLETE}), "--as-of", AS_OF)
    assert (done.returncode, done.stderr) == (0, "")


def test_options_of_all_commands_may_stand_before_the_command(
    catalog_folder: CatalogFolder, run_build: RunBuild
) -> None:
    folder = catalog_folder({"wiki": COMPLETE})
    done = run_build("--entries", folder, "--as-of", AS_OF, "--quiet", "check")
    assert (done.returncode, done.stderr) == (0, "")
    listed = run_build("--entries", folder, "edition", "list")
    assert (listed.returncode, listed.stderr) == (0, "")


def test_an_option_after_the_command_counts_for_more_than_one_before_it(
    catalog_folder: CatalogFolder, run_build: RunBuild, tmp_path: Path
) -> None:
    folder = catalog_folder({"wiki": COMPLETE})
    done = run_build("--entries", tmp_path / "nowhere", "check", "--entries", folder, "--as-of", AS_OF)
    assert done.returncode == 0
    assert run_build("--entries", tmp_path / "nowhere", "check").returncode == 2


def test_a_repeated_value_fails_only_where_warnings_do(
    catalog_folder: CatalogFolder, run_build: RunBuild
) -> None:
    folder = catalog_folder({"wiki": COMPLETE.replace("[automation, plesk]", "[automation, plesk, plesk]")})
    assert run_build("check", "--entries", folder, "--as-of", AS_OF).returncode == 0
    assert run_build("check", "--strict", "--entries", folder, "--as-of", AS_OF).returncode == 1


def test_only_the_entries_named_are_checked(catalog_folder: CatalogFolder, run_build: RunBuild) -> None:
    folder = catalog_folder({"bad": FAULTY, "wiki": COMPLETE})
    done = run_build("check", folder / "wiki" / "entry.yaml", "--entries", folder, "--as-of", AS_OF)
    assert done.returncode == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        pytest.param(["check", "--entries", "nowhere"], "there is no folder nowhere", id="no such folder"),
        pytest.param(["check", "--as-of", "May 2012"], "--as-of takes a day as YYYY-MM-DD", id="no day"),
        pytest.param(["check", "--frobnicate"], "No such option", id="unknown option"),
        pytest.param(["frobnicate"], "No such command", id="unknown command"),
        pytest.param(["check", "/"], "is no entry below", id="path elsewhere"),
        pytest.param(
            ["print", "--edition", "1999-spring"], 'there is no edition "1999-spring"', id="unknown edition"
        ),
        pytest.param(["print", "--trim", "A9"], "A9", id="unknown trim"),
        pytest.param(["new", "Con"], "slug", id="no slug"),
    ],
)
def test_wrong_usage_is_said_and_ends_with_two(
    catalog_folder: CatalogFolder, run_build: RunBuild, arguments: list[str], words: str
) -> None:
    catalog_folder({"wiki": COMPLETE})
    if arguments[0] == "new":
        arguments = [*arguments, "--type", "webspace"]
    done = run_build(*arguments)
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", ["site", "print"])
def test_nothing_is_written_when_the_check_fails(
    catalog_folder: CatalogFolder, run_build: RunBuild, tmp_path: Path, command: str
) -> None:
    folder = catalog_folder({"wiki": FAULTY})
    done = run_build(command, "--entries", folder, "--output", tmp_path / "dist", "--as-of", AS_OF)
    assert done.returncode == 1
    assert "Nothing was built" in done.stdout
    assert not (tmp_path / "dist").exists()


def test_without_a_command_site_and_book_are_built_and_summed_up(
    catalog_folder: CatalogFolder, run_build: RunBuild, tmp_path: Path
) -> None:
    folder = catalog_folder({"wiki": COMPLETE})
    done = run_build("--entries", folder, "--output", tmp_path / "dist", "--as-of", AS_OF)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "dist" / "site" / "apps" / "wiki" / "index.html").is_file()
    books = sorted(path.name for path in (tmp_path / "dist" / "print").glob("*.pdf"))
    assert [name.rpartition("-")[2] for name in books] == ["press.pdf", "screen.pdf"]
    told = [line for line in done.stdout.splitlines() if not line.startswith(" ")]
    assert [line.split(":")[0] for line in told] == ["1 entry", "site", "book"]


def test_an_empty_catalog_is_a_catalog(
    catalog_folder: CatalogFolder, run_build: RunBuild, tmp_path: Path
) -> None:
    folder = catalog_folder({})
    done = run_build("--entries", folder, "--output", tmp_path / "dist", "--as-of", AS_OF)
    assert done.returncode == 0
    assert (tmp_path / "dist" / "site" / "apps" / "index.html").is_file()
    assert "no entry to print" in done.stdout


def test_the_day_is_that_of_the_surroundings_when_none_is_given(
    catalog_folder: CatalogFolder, run_build: RunBuild
) -> None:
    folder = catalog_folder({"wiki": COMPLETE})
    assert run_build("check", "--entries", folder, SOURCE_DATE_EPOCH="1337040000").returncode == 0
    wrong = run_build("check", "--entries", folder, SOURCE_DATE_EPOCH="yesterday")
    assert wrong.returncode == 2
    assert "SOURCE_DATE_EPOCH" in wrong.stderr


def test_form_is_shown_and_mended_on_request(catalog_folder: CatalogFolder, run_build: RunBuild) -> None:
    folder = catalog_folder({"wiki": COMPLETE})
    shown = run_build("check", "--diff", "--entries", folder, "--as-of", AS_OF)
    assert (shown.returncode, "+version: '1.10'" in shown.stdout) == (1, True)
    assert "version: 1.10\n" in (folder / "wiki" / "entry.yaml").read_text()
    assert run_build("check", "--fix", "--entries", folder, "--as-of", AS_OF).returncode == 0
    assert "version: '1.10'\n" in (folder / "wiki" / "entry.yaml").read_text()
    assert run_build("check", "--diff", "--entries", folder, "--as-of", AS_OF).stdout == ""


def test_a_new_entry_is_started_and_needs_its_todos(
    catalog_folder: CatalogFolder, run_build: RunBuild
) -> None:
    folder = catalog_folder({})
    done = run_build("new", "harbor-sync", "--type", "connector", "--entries", folder)
    assert done.returncode == 0
    assert (folder / "harbor-sync" / "entry.yaml").is_file()
    assert "fill in each TODO" in done.stdout


def test_the_schema_is_printed_as_json(run_build: RunBuild) -> None:
    assert json.loads(run_build("schema").stdout)["title"].startswith("APS catalog entry")


def test_fix_takes_editors_marks_out_of_a_drawing_and_diff_shows_it(
    catalog_folder: CatalogFolder, run_build: RunBuild
) -> None:
    folder = catalog_folder({"wiki": COMPLETE})
    logo = folder / "wiki" / "logo.svg"
    clean = logo.read_text()
    logo.write_text(clean.replace("<path", "<metadata>me</metadata>\n  <path", 1))
    shown = run_build("check", "--diff", "--entries", folder, "--as-of", AS_OF)
    assert "-  <metadata>me</metadata>\n" in shown.stdout
    assert "a/entries/wiki/logo.svg" in shown.stdout
    assert "metadata" in logo.read_text()
    run_build("check", "--fix", "--entries", folder, "--as-of", AS_OF)
    assert logo.read_text() == clean


def test_names_of_all_scripts_are_printed_in_any_locale(
    catalog_folder: CatalogFolder, run_build: RunBuild
) -> None:
    entries = catalog_folder({"wiki": MINIMAL.replace("[web/wiki]", "[ウィキ]")})
    ascii_only = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    run = run_build("check", "--entries", entries, "--as-of", AS_OF, **ascii_only)
    assert (run.returncode, '"ウィキ"' in run.stdout) == (1, True)


def test_an_offline_site_comes_with_an_archive_of_it(
    catalog_folder: CatalogFolder, run_build: RunBuild, tmp_path: Path
) -> None:
    folder, output = catalog_folder({"wiki": COMPLETE}), tmp_path / "dist"
    done = run_build("site", "--offline", "--entries", folder, "--output", output, "--as-of", AS_OF)
    assert done.returncode == 0
    assert done.stdout.splitlines()[-1].endswith(f" → {output / 'site.zip'}")
    with zipfile.ZipFile(output / "site.zip") as archive:
        page = (output / "site" / "apps" / "wiki" / "index.html").read_bytes()
        assert archive.read("aps-catalog/apps/wiki/index.html") == page
