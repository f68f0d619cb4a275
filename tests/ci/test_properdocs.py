"""The comparison of a site by MkDocs with one by ProperDocs."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

PAGE = '<meta name="generator" content="{}, theme-9"><h1>Applications</h1>'
SITE = {"index.html": PAGE.format("mkdocs-1.6.1"), "apps/a.svg": "<svg/>", ".aps-catalog": "marker"}
OTHER = {"index.html": PAGE.format("ProperDocs 1.6.7"), "apps/a.svg": "<svg/>"}


def compared(folder: Path, one: dict[str, str], other: dict[str, str]) -> tuple[int, list[str]]:
    """Exit status and lines of the comparison of two sites, path to text."""
    for name, site in (("one", one), ("other", other)):
        (folder / name).mkdir()
        for path, text in site.items():
            (folder / name / path).parent.mkdir(exist_ok=True)
            (folder / name / path).write_text(text)
    places = [ROOT / ".ci" / "properdocs.py", folder / "one", folder / "other"]
    run = subprocess.run([sys.executable, *map(str, places)], capture_output=True, text=True, check=False)
    return run.returncode, run.stdout.splitlines()


def test_the_name_of_the_generator_is_no_difference(tmp_path: Path) -> None:
    assert compared(tmp_path, SITE, OTHER) == (0, ["properdocs: 1 pages, 0 files differ from MkDocs's"])


@pytest.mark.parametrize(
    ("other", "said"),
    [
        (OTHER | {"apps/a.svg": "<svg />"}, "apps/a.svg: other bytes"),
        (OTHER | {"index.html": PAGE.format("ProperDocs 1.6.7") + "!"}, "index.html: other bytes"),
        (OTHER | {"new.html": ""}, "new.html: ProperDocs alone wrote it"),
        ({"index.html": OTHER["index.html"]}, "apps/a.svg: MkDocs alone wrote it"),
    ],
)
def test_anything_else_is(tmp_path: Path, other: dict[str, str], said: str) -> None:
    status, lines = compared(tmp_path, SITE, other)
    assert (status, lines[0]) == (1, said)


def test_two_empty_folders_are_no_site(tmp_path: Path) -> None:
    assert compared(tmp_path, {}, {})[0] == 1
