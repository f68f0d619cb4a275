"""The pages of changes: in columns, and in a frozen book for ever the same."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from pypdf import PdfReader

from catalog.print.changes import Change, Changes
from catalog.print.pages.changes import change_pages
from tests.conftest import COMPLETE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from subprocess import CompletedProcess

    from tests.print.conftest import MakeDesk

EDITIONS = {"2012-autumn": "2012-09-01", "2013-spring": "2013-03-01", "2013-autumn": "2013-09-01"}
FILES = {
    f"editions/{name}.yaml": f"title: Book of {name}\npublished: {day}\ncutoff: {day}\ntrim: A4\n"
    for name, day in EDITIONS.items()
}


def some(count: int) -> tuple[Change, ...]:
    return tuple(Change("webspace", f"App {n}", "Version 3", f"app-{n}") for n in range(count))


def test_three_columns_go_on_side_by_side(make_desk: MakeDesk) -> None:
    first, second = change_pages(Changes("Autumn 2026", some(3), some(30), some(1)), {}, make_desk())
    assert first.counts == second.counts == (3, 30, 1)
    assert [len(column) for column in first.columns] == [3, 17, 1]
    assert [len(column) for column in second.columns] == [0, 13, 0]
    assert (first.first, second.first) == (True, False)
    assert first.kept
    assert second.kept is None


def test_where_nothing_has_changed_there_is_no_page(make_desk: MakeDesk) -> None:
    assert change_pages(Changes("Autumn 2026", (), (), ()), {}, make_desk()) == ()


def test_a_frozen_book_tells_the_changes_since_the_edition_that_was_before_it(
    catalog_folder: Callable[..., Path], run_build: Callable[..., CompletedProcess[str]], tmp_path: Path
) -> None:
    """Whatever is frozen later, also if it belongs between the two."""
    folder = catalog_folder({"wiki": COMPLETE}, FILES)

    def run(*command: str) -> str:
        done = run_build(*command, "--entries", str(folder), "--as-of", "2012-08-16")
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def book(name: str) -> bytes:
        run("print", "--edition", "2013-autumn", "--output", str(tmp_path / name))
        return (tmp_path / name / "print/aps-catalog-2013-autumn-screen.pdf").read_bytes()

    run("edition", "freeze", "2012-autumn")
    (folder / "wiki/entry.yaml").write_text(COMPLETE.replace("Example Wiki\n", "Other Wiki\n", 1))
    run("edition", "freeze", "2013-autumn")
    first = book("first")
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(first)).pages)
    assert "What has changed" in text
    assert "Since Book of 2012-autumn" in text
    run("edition", "freeze", "2013-spring")
    assert book("second") == first
