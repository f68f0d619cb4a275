"""`edition` on the command line: freeze, list, diff; and the check that tells what comes too late."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.conftest import COMPLETE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from subprocess import CompletedProcess

    RunBuild = Callable[..., CompletedProcess[str]]

AUTUMN = "title: Autumn 2012\npublished: 2012-09-01\ncutoff: 2012-08-15\ntrim: A4\n"
FILES = {
    "editions/2012-autumn.yaml": AUTUMN,
    "editions/2013-spring.yaml": AUTUMN.replace("Autumn 2012", "Spring 2013")
    .replace("2012-09-01", "2013-03-01")
    .replace("2012-08-15", "2013-02-15"),
}


@pytest.fixture
def entries(catalog_folder: Callable[..., Path], run_build: RunBuild) -> Path:
    """A catalog whose autumn edition is frozen and whose entry has changed since."""
    folder = catalog_folder({"wiki": COMPLETE}, FILES)
    done = run_build("edition", "freeze", "--entries", str(folder), "--as-of", "2012-08-16")
    assert done.returncode == 0, done.stderr
    text = (folder / "wiki/entry.yaml").read_text()
    (folder / "wiki/entry.yaml").write_text(text.replace("version: 1.10", "version: 1.11"))
    return folder


def test_editions_are_listed_with_their_state(entries: Path, run_build: RunBuild) -> None:
    done = run_build("edition", "list", "--entries", str(entries))
    assert done.returncode == 0
    assert done.stdout.splitlines() == [
        "2012-autumn  cut-off 2012-08-15  published 2012-09-01  frozen 2012-08-16  Autumn 2012",
        "2013-spring  cut-off 2013-02-15  published 2013-03-01  open               Spring 2013",
    ]


def test_a_difference_is_told_in_words_and_as_json(entries: Path, run_build: RunBuild) -> None:
    words = run_build("edition", "diff", "--entries", str(entries), "--as-of", "2012-09-02")
    assert words.stdout == (
        "2012-autumn → the entries now\nnew: 0\nchanged: 1\n"
        "  wiki  Example Wiki by Example Wiki Project: version\nwithdrawn: 0\n"
    )
    values = run_build("edition", "diff", "2012-autumn", "--format", "json", "--entries", str(entries))
    assert json.loads(values.stdout) == {"new": [], "changed": {"wiki": ["version"]}, "withdrawn": {}}


def test_two_frozen_editions_are_told_apart(entries: Path, run_build: RunBuild) -> None:
    again = run_build("edition", "freeze", "2013-spring", "--entries", str(entries), "--as-of", "2013-02-16")
    assert again.returncode == 0, again.stderr
    done = run_build("edition", "diff", "2012-autumn", "2013-spring", "--entries", str(entries))
    assert "2012-autumn → 2013-spring" in done.stdout
    assert "changed: 1" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("freeze", "2012-autumn"), "2012-autumn is frozen already"),
        (("freeze", "2019-spring"), 'there is no edition "2019-spring"'),
        (("diff", "2013-spring"), '"2013-spring" is not frozen; frozen are 2012-autumn'),
    ],
)
def test_what_cannot_be_done_is_told(
    entries: Path, run_build: RunBuild, arguments: tuple[str, ...], said: str
) -> None:
    done = run_build("edition", *arguments, "--entries", str(entries), "--as-of", "2012-08-16")
    assert done.returncode == 2
    assert said in done.stderr


def test_without_a_file_there_is_nothing_to_freeze(
    catalog_folder: Callable[..., Path], run_build: RunBuild
) -> None:
    folder = catalog_folder({"wiki": COMPLETE})
    done = run_build("edition", "freeze", "--entries", str(folder), "--as-of", "2012-08-16")
    assert done.returncode == 2
    assert "write editions/2012-autumn.yaml first" in done.stderr
    assert run_build("edition", "diff", "--entries", str(folder)).returncode == 2


def test_nothing_is_frozen_from_entries_with_an_error(
    catalog_folder: Callable[..., Path], run_build: RunBuild
) -> None:
    folder = catalog_folder({"wiki": COMPLETE.replace("type: webspace", "type: cloud")}, FILES)
    done = run_build("edition", "freeze", "--entries", str(folder), "--as-of", "2012-08-16")
    assert done.returncode == 1
    assert not (folder.parent / "editions/frozen").exists()


@pytest.mark.parametrize(("day", "told"), [("2012-09-01", True), ("2012-09-02", False)])
def test_the_check_says_what_comes_too_late_until_the_book_appears(
    entries: Path, run_build: RunBuild, day: str, *, told: bool
) -> None:
    done = run_build("check", "--entries", str(entries), "--as-of", day)
    assert done.returncode == 0
    assert ("APS673" in done.stdout) == told
    assert not told or "version changed since the edition Autumn 2012 was frozen" in done.stdout
