"""What the tests of the book share: real fonts, a desk, a built book.

Owns no expectation. Fonts are cut once a run into the folder that builds use too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

import pytest

from catalog.print.assets.logos import prepare
from catalog.print.book import build_book
from catalog.print.desk import Desk
from catalog.print.grid import grid_of
from catalog.print.report import BookReport
from catalog.print.typography.font_cuts import open_fonts
from catalog.print.typography.typeset import Typesetter
from tests.print.small import CACHE, EDITION, SCRIPTS, catalog_of

if TYPE_CHECKING:
    from pathlib import Path

    from catalog.editions import Edition
    from catalog.model import Entry

MakeDesk = Callable[..., Desk]
PrintBook = Callable[..., BookReport]


@pytest.fixture(scope="session")
def typesetter() -> Typesetter:
    """One typesetter that has the signs of every script that the tests set."""
    return Typesetter(open_fonts([SCRIPTS]))


@pytest.fixture(scope="session")
def make_desk(typesetter: Typesetter) -> MakeDesk:
    """`make_desk("Letter")`: a desk without pictures."""

    def make(trim: str = "A4", edition: Edition = EDITION) -> Desk:
        pictures = prepare([], CACHE / "pictures")
        return Desk(edition, grid_of(trim), typesetter, pictures, "https://catalog.example/")

    return make


@pytest.fixture
def print_book(tmp_path: Path) -> PrintBook:
    """`print_book([entry, …])`: the report of a book that lies in this test's own folder."""

    def build(entries: Iterable[Entry], edition: Edition = EDITION, **options: Any) -> BookReport:  # noqa: ANN401 - whatever build_book takes
        given: dict[str, Any] = {
            "output": tmp_path / "print",
            "site_url": "https://catalog.example/",
            "cache": CACHE,
        }
        return build_book(catalog_of(entries, tmp_path / "entries"), edition, **(given | options))

    return build
