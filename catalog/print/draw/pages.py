"""Every page of a plan on its canvas.

Owns which module draws which page, the outline and the page labels. Drawing a page depends on that page alone.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from catalog.print.draw.cover import draw_back, draw_cover
from catalog.print.draw.coverage import draw_coverage
from catalog.print.draw.entry import destination, draw_entries
from catalog.print.draw.front import draw_contents, draw_imprint
from catalog.print.draw.index_page import draw_index
from catalog.print.draw.key import draw_key
from catalog.print.draw.models import draw_model
from catalog.print.draw.opener import draw_opener
from catalog.print.pages.contents import COVERAGE, HOW_TO_READ, INDEX, MODELS
from catalog.print.pages.plan import (
    BackCover,
    Blank,
    Contents,
    Cover,
    Coverage,
    EntryPage,
    HowToRead,
    Imprint,
    IndexPage,
    ModelPage,
    Opener,
)
from catalog.print.pdf.write_document import Bookmark
from catalog.vocabulary import vocabularies

if TYPE_CHECKING:
    from collections.abc import Callable

    from catalog.print.desk import Desk
    from catalog.print.pages.plan import Plan, PlanPage
    from catalog.print.pdf.canvas import PageCanvas

_DRAWN: dict[type, Callable[[PageCanvas, Any, int, Desk], None]] = {
    Cover: draw_cover,
    Imprint: draw_imprint,
    Contents: draw_contents,
    HowToRead: draw_key,
    ModelPage: draw_model,
    Coverage: draw_coverage,
    Opener: draw_opener,
    EntryPage: draw_entries,
    IndexPage: draw_index,
    BackCover: draw_back,
}


def draw_page(canvas: PageCanvas, page: PlanPage, folio: int, desk: Desk) -> None:
    """One page; a blank one stays blank."""
    if not isinstance(page, Blank):
        _DRAWN[type(page)](canvas, page, folio, desk)


def outline(plan: Plan) -> tuple[Bookmark, ...]:
    """The bookmarks: parts of the book, and below each chapter its entries."""
    marks = [
        Bookmark("Cover", "cover"),
        Bookmark("About this book", "imprint"),
        Bookmark("Contents", "contents"),
    ]
    entries: dict[str, list[Bookmark]] = {}
    for page in plan.pages:
        if isinstance(page, EntryPage):
            entries.setdefault(page.type, []).extend(
                Bookmark(plan.names[block.slug], destination(block.slug)) for _, block in page.placed
            )
    for folio, page in enumerate(plan.pages, 1):
        if isinstance(page, HowToRead):
            marks.append(Bookmark(HOW_TO_READ, "how-to-read"))
        elif isinstance(page, ModelPage):
            _add_model(marks, page)
        elif isinstance(page, Coverage):
            marks.append(Bookmark(COVERAGE, "coverage"))
        elif isinstance(page, Opener):
            title = vocabularies().types[page.type].plural
            marks.append(Bookmark(title, f"chapter-{page.type}", tuple(entries[page.type])))
        elif isinstance(page, IndexPage) and not any(mark.title == INDEX for mark in marks):
            marks.append(Bookmark(INDEX, f"page-{folio}"))
    return tuple(marks)


def _add_model(marks: list[Bookmark], page: ModelPage) -> None:
    """Below one bookmark for all models, which leads to the first of them."""
    own = Bookmark(vocabularies().models[page.model].name, f"model-{page.model}")
    if marks[-1].title == MODELS:
        marks[-1] = replace(marks[-1], children=(*marks[-1].children, own))
    else:
        marks.append(Bookmark(MODELS, own.destination, (own,)))


def labels(plan: Plan) -> tuple[str, ...]:
    """Page labels for a reader's page field: the folios."""
    return tuple(str(folio) for folio in range(1, len(plan.pages) + 1))
