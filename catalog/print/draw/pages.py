"""Every page of a plan on its canvas.

Owns which module draws which page, the outline and the page labels. Drawing a page depends on that page alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from catalog.print.draw.cover import draw_back, draw_cover
from catalog.print.draw.entry import destination, draw_entries
from catalog.print.draw.front import draw_contents, draw_imprint
from catalog.print.draw.index_page import draw_index
from catalog.print.draw.key import draw_key
from catalog.print.draw.opener import draw_opener
from catalog.print.pages.contents import HOW_TO_READ, INDEX
from catalog.print.pages.plan import (
    BackCover,
    Blank,
    Contents,
    Cover,
    EntryPage,
    HowToRead,
    Imprint,
    IndexPage,
    Opener,
)
from catalog.print.pdf.canvas import PageCanvas, Sheet
from catalog.print.pdf.write_document import Bookmark
from catalog.vocabulary import vocabularies

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from catalog.print.desk import Desk
    from catalog.print.pages.plan import Plan, PlanPage
    from catalog.print.pdf.canvas import Page, Resources

_DRAWN: dict[type, Callable[[PageCanvas, Any, int, Desk], None]] = {
    Cover: draw_cover,
    Imprint: draw_imprint,
    Contents: draw_contents,
    HowToRead: draw_key,
    Opener: draw_opener,
    EntryPage: draw_entries,
    IndexPage: draw_index,
    BackCover: draw_back,
}


def draw_pages(plan: Plan, desk: Desk, resources: Resources, progress: Callable[[], None]) -> Iterator[Page]:
    """The pages in order, for the screen: trim and media are one."""
    sheet = Sheet(desk.grid.width, desk.grid.height)
    for folio, page in enumerate(plan.pages, 1):
        canvas = PageCanvas(sheet, resources)
        draw_page(canvas, page, folio, desk)
        yield canvas.page()
        progress()


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
        elif isinstance(page, Opener):
            title = vocabularies().types[page.type].plural
            marks.append(Bookmark(title, f"chapter-{page.type}", tuple(entries[page.type])))
        elif isinstance(page, IndexPage) and not any(mark.title == INDEX for mark in marks):
            marks.append(Bookmark(INDEX, f"page-{folio}"))
    return tuple(marks)


def labels(plan: Plan) -> tuple[str, ...]:
    """Page labels for a reader's page field: the folios."""
    return tuple(str(folio) for folio in range(1, len(plan.pages) + 1))
