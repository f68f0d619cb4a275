"""The table of contents, read from the finished pages.

Owns which pages begin a part of the book, how the part is called, and how its lines fall on the contents pages.
Refuses page numbers of its own: a line's folio is the place of its page.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from catalog.english import counted
from catalog.print.pages.plan import (
    ChangesPage,
    ContactPage,
    Contents,
    ContentsRow,
    Coverage,
    Foreword,
    HowToRead,
    IndexPage,
    ModelPage,
    Opener,
    Routes,
    Types,
)
from catalog.print.pages.room import lines_of, paged
from catalog.print.typography import styles
from catalog.vocabulary import vocabularies

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from catalog.print.desk import Desk
    from catalog.print.pages.plan import PlanPage

HOW_TO_READ = "How to read an entry"
TYPES = "The three application types"
MODELS = "Business models: who pays whom"
ROUTES = "Routes to market"
COVERAGE = "Where they are sold"
CHANGES = "New, changed, withdrawn"
INDEX = "Index by name and vendor"
CONTACT = "Contact"
HINT = (
    "You know the product? The index has its page. You want to look around? Each type has a colour, a shape and "
    "a letter, and a tab at the edge of its pages."
)
TEXT_COLUMN = 1
_FIRST = 6
_FOLIO_COLUMNS = 1  # At the right, free of notes.

_FIXED: dict[type, ContentsRow] = {
    HowToRead: ContentsRow(HOW_TO_READ, "", 0, "how-to-read"),
    Types: ContentsRow(TYPES, "Table 1 of the handbook: what each needs, and where it runs.", 0, "types"),
    ModelPage: ContentsRow(
        MODELS, "On each route: contracts, payments, and how Parallels earns.", 0, "models"
    ),
    Routes: ContentsRow(ROUTES, "Where an application can be bought, and from whom.", 0, "routes"),
    Coverage: ContentsRow(COVERAGE, "A map of countries, and the same in numbers.", 0, "coverage"),
    ContactPage: ContentsRow(
        CONTACT, "The programme’s addresses, and how an entry comes into the catalog.", 0, "contact"
    ),
}
"""Parts that are called the same in every book, by the page that begins them; the folio is filled in."""
_INDEX_NOTES = {
    "index": "Applications and the companies that make them, in one alphabet.",
    "index-region": "In the regions that vendors name.",
    "index-model": "Direct, referral and reseller.",
    "index-category": "By what an application is for.",
}


def parts_of(pages: Sequence[PlanPage]) -> tuple[ContentsRow, ...]:
    """A line for each part of the book, in order."""
    rows: dict[str, ContentsRow] = {}
    for folio, page in enumerate(pages, 1):
        for row in _begun(page):
            rows.setdefault(row.target, row._replace(folio=folio))
    return tuple(rows.values())


def _begun(page: PlanPage) -> Iterator[ContentsRow]:
    """The parts that a page begins, or goes on with; their folio is not known here."""
    if fixed := _FIXED.get(type(page)):
        yield fixed
    elif isinstance(page, Foreword):
        yield ContentsRow(page.title, "", 0, "foreword")
    elif isinstance(page, Opener):
        known = vocabularies().types[page.type]
        note = f"{counted(page.count, 'application')}. {known.summary}"
        yield ContentsRow(known.plural, note, 0, f"chapter-{page.type}", page.type)
    elif isinstance(page, ChangesPage):
        yield ContentsRow(CHANGES, f"Since the edition {page.since}.", 0, "changes")
    elif isinstance(page, IndexPage):
        for section, title in page.starts:
            yield ContentsRow(title, _INDEX_NOTES[section], 0, section)


def contents_pages(rows: Sequence[ContentsRow], desk: Desk) -> tuple[Contents, ...]:
    """The pages of the contents: with notes below all titles if one page holds them so, else below chapters' alone."""
    for notes in (True, False):
        pages = paged(
            rows,
            partial(row_lines, desk=desk, notes=notes),
            first=_FIRST,
            further=1,
            end=desk.grid.lines + 1,
        )
        if len(pages) == 1:
            break
    last_line, last = pages[-1][-1] if pages[-1] else (_FIRST, None)
    below = last_line + (row_lines(last, desk, notes=notes) if last else 0) + 2
    hint = below if below + hint_lines(desk) <= desk.grid.lines else None
    types = tuple(row.type for row in rows if row.type)
    return tuple(
        Contents(page, number == 0, notes, hint if number == len(pages) - 1 else None, types)
        for number, page in enumerate(pages)
    )


def note_of(row: ContentsRow, *, notes: bool) -> str:
    """What stands below a title."""
    return row.note if notes or row.type else ""


def note_width(desk: Desk) -> float:
    """Width of what stands below a title."""
    columns = desk.grid.columns
    return desk.grid.area * (columns - TEXT_COLUMN - _FOLIO_COLUMNS) / columns


def row_lines(row: ContentsRow, desk: Desk, *, notes: bool) -> int:
    """Lines that a part takes."""
    told = lines_of(note_of(row, notes=notes), styles.TEXT, note_width(desk), desk.typesetter)
    return 3 + (told + 1 if told else 0)


def hint_lines(desk: Desk) -> int:
    """Lines of the words below the table."""
    return lines_of(HINT, styles.TEXT, hint_width(desk), desk.typesetter)


def hint_width(desk: Desk) -> float:
    """Width of the words below the table: the marks of the types stand beside them."""
    return desk.grid.area * (7 if desk.grid.wide else 4) / desk.grid.columns
