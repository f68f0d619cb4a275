"""Every page of a plan on its canvas.

Owns which module draws which page, the outline and the page labels. Drawing a page depends on that page alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from catalog.print.draw.changes import draw_changes
from catalog.print.draw.contact import draw_contact
from catalog.print.draw.contents import draw_contents
from catalog.print.draw.cover import draw_back, draw_cover
from catalog.print.draw.coverage import draw_coverage
from catalog.print.draw.entry import destination, draw_entries
from catalog.print.draw.foreword import draw_foreword
from catalog.print.draw.imprint import draw_imprint
from catalog.print.draw.index_page import draw_index
from catalog.print.draw.key import draw_key
from catalog.print.draw.models import draw_model
from catalog.print.draw.opener import draw_opener
from catalog.print.draw.routes import draw_routes
from catalog.print.draw.types import draw_types
from catalog.print.pages.contents import parts_of
from catalog.print.pages.plan import (
    BackCover,
    Blank,
    ChangesPage,
    ContactPage,
    Contents,
    Cover,
    Coverage,
    EntryPage,
    Foreword,
    HowToRead,
    Imprint,
    IndexPage,
    ModelPage,
    Opener,
    Routes,
    Types,
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
    Foreword: draw_foreword,
    Contents: draw_contents,
    HowToRead: draw_key,
    Types: draw_types,
    ModelPage: draw_model,
    Routes: draw_routes,
    Coverage: draw_coverage,
    Opener: draw_opener,
    EntryPage: draw_entries,
    ChangesPage: draw_changes,
    IndexPage: draw_index,
    ContactPage: draw_contact,
    BackCover: draw_back,
}


def draw_page(canvas: PageCanvas, page: PlanPage, folio: int, desk: Desk) -> None:
    """One page; a blank one stays blank."""
    if not isinstance(page, Blank):
        _DRAWN[type(page)](canvas, page, folio, desk)


def outline(plan: Plan) -> tuple[Bookmark, ...]:
    """The bookmarks: parts of the book, below each chapter its entries and below the business models each of them."""
    children: dict[str, list[Bookmark]] = {}
    for page in plan.pages:
        if isinstance(page, EntryPage):
            children.setdefault(f"chapter-{page.type}", []).extend(
                Bookmark(plan.names[block.slug], destination(block.slug)) for _, block in page.placed
            )
        elif isinstance(page, ModelPage) and page.first:
            own = Bookmark(vocabularies().models[page.model].name, f"model-{page.model}")
            children.setdefault("models", []).append(own)
    marks = {
        part.target: Bookmark(part.title, part.target, tuple(children.get(part.target, ())))
        for part in parts_of(plan.pages)
    }
    foreword = marks.pop("foreword", None)
    return (
        Bookmark("Cover", "cover"),
        Bookmark("About this book", "imprint"),
        *((foreword,) if foreword else ()),
        Bookmark("Contents", "contents"),
        *marks.values(),
    )


def labels(plan: Plan) -> tuple[str, ...]:
    """Page labels for a reader's page field: the folios."""
    return tuple(str(folio) for folio in range(1, len(plan.pages) + 1))
