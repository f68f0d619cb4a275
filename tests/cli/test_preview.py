"""`preview`: the pages and boxes of some entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdf
import pytest

from tests.conftest import AS_OF, COMPLETE, MINIMAL, CatalogFolder, RunBuild

if TYPE_CHECKING:
    from pathlib import Path

OTHER = COMPLETE.replace("Example Wiki", "Other Forum").replace("wiki.example.org", "forum.example.org")


@pytest.mark.slow
def test_an_entry_gets_its_page_and_its_box(
    catalog_folder: CatalogFolder, run_build: RunBuild, tmp_path: Path
) -> None:
    folder = catalog_folder({"wiki": COMPLETE, "forum": OTHER})
    done = run_build("preview", "wiki", "--entries", folder, "--as-of", AS_OF, "--output", tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    page = (tmp_path / "preview/site/apps/wiki/index.html").read_text()
    assert "Example Wiki" in page
    assert 'href="/' not in page
    assert not (tmp_path / "preview/site/apps/forum").exists()
    (box,) = pypdf.PdfReader(tmp_path / "preview/wiki.pdf").pages
    assert "Example Wiki" in box.extract_text()
    assert done.stdout.splitlines()[-1] == str(tmp_path / "preview/wiki.pdf")


def test_an_entry_that_does_not_go_to_print_says_so(
    catalog_folder: CatalogFolder, run_build: RunBuild, tmp_path: Path
) -> None:
    unstated = MINIMAL.replace("[direct]", "not-stated")
    folder = catalog_folder({"wiki": unstated})
    done = run_build("preview", "wiki", "--entries", folder, "--as-of", AS_OF, "--output", tmp_path)
    assert done.returncode == 0
    assert "wiki does not go to print" in done.stdout


def test_nothing_is_made_of_an_entry_with_an_error(
    catalog_folder: CatalogFolder, run_build: RunBuild, tmp_path: Path
) -> None:
    folder = catalog_folder({"wiki": MINIMAL.replace("webspace", "webspase")})
    out = tmp_path / "out"
    done = run_build("preview", "wiki", "--entries", folder, "--as-of", AS_OF, "--output", out)
    assert done.returncode == 1
    assert "entries/wiki/entry.yaml:10:7: error[APS209]" in done.stdout
    assert not out.exists()


def test_an_entry_that_is_not_there_is_wrong_usage(
    catalog_folder: CatalogFolder, run_build: RunBuild
) -> None:
    done = run_build("preview", "wikki", "--entries", catalog_folder({"wiki": COMPLETE}), "--as-of", AS_OF)
    assert done.returncode == 2
    assert "wikki/entry.yaml; name entries by their folders" in done.stderr
