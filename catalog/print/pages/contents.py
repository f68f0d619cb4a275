"""The lines of the table of contents, read from the finished pages.

Owns which pages have a line and how it is worded. Refuses page numbers of its own: a line's folio is the place of
its page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.english import counted
from catalog.print.pages.plan import ContentsRow, Coverage, HowToRead, IndexPage, ModelPage, Opener
from catalog.vocabulary import vocabularies

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.print.pages.plan import PlanPage

HOW_TO_READ = "How to read an entry"
MODELS = "Business models: who pays whom"
COVERAGE = "Where they are sold"
INDEX = "Index by name and vendor"


def contents_rows(pages: Sequence[PlanPage]) -> tuple[ContentsRow, ...]:
    """A line for each part of the book, in order."""
    rows: list[ContentsRow] = []
    for folio, page in enumerate(pages, 1):
        if isinstance(page, HowToRead):
            rows.append(ContentsRow(HOW_TO_READ, "", folio))
        elif isinstance(page, ModelPage) and not any(row.title == MODELS for row in rows):
            rows.append(
                ContentsRow(MODELS, "On each route: contracts, payments, and how Parallels earns.", folio)
            )
        elif isinstance(page, Coverage):
            rows.append(ContentsRow(COVERAGE, "A map of countries, and the figures of the handbook.", folio))
        elif isinstance(page, Opener):
            known = vocabularies().types[page.type]
            rows.append(
                ContentsRow(
                    known.plural, f"{counted(page.count, 'application')}. {known.summary}", folio, page.type
                )
            )
        elif isinstance(page, IndexPage) and not any(row.title == INDEX for row in rows):
            rows.append(
                ContentsRow(INDEX, "Applications and the companies that make them, in one alphabet.", folio)
            )
    return tuple(rows)
