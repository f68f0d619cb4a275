"""Every page of a plan on its sheet, for one purpose.

Owns what surrounds a page: where colour is cut off, the marks for the press, the lines of a proof. Refuses what stands
on the page (`pages`).
"""

from __future__ import annotations

import functools
from contextlib import contextmanager
from typing import TYPE_CHECKING

from catalog.print.draw.pages import draw_page
from catalog.print.draw.press_marks import draw_marks, draw_slug
from catalog.print.draw.proof import draw_boxes, draw_notes
from catalog.print.pages.plan import EntryPage
from catalog.print.pdf.canvas import Box, PageCanvas

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from catalog.print.desk import Desk
    from catalog.print.note import Note
    from catalog.print.pages.plan import Plan
    from catalog.print.pdf.canvas import Intent, Page, Resources, Sheet
    from catalog.print.production import Production


def draw_sheets(
    plan: Plan,
    desk: Desk,
    resources: Resources,
    intent: Intent,
    production: Production,
    places: Iterable[int],
) -> Iterator[Page]:
    """Some pages, by their places in the plan. A file for the screen has no margin; others show what lies around it."""
    notes: dict[str, list[Note]] = {}
    for note in plan.notes:
        notes.setdefault(note.slug, []).append(note)
    sheet = production.sheet(desk.grid, intent)
    for place in places:
        page, folio = plan.pages[place], place + 1
        canvas = PageCanvas(sheet, resources, intent)
        with around(canvas, folio, len(plan.pages), desk, production):
            draw_page(canvas, page, folio, desk)
        if intent == "proof" and isinstance(page, EntryPage):
            draw_notes(canvas, page, desk.grid.left(folio), desk, notes)
        yield canvas.page()


@contextmanager
def around(canvas: PageCanvas, folio: int, pages: int, desk: Desk, production: Production) -> Iterator[None]:
    """What is drawn in the block is cut off at the bleed; around it comes what the purpose of the sheet asks for."""
    sheet = canvas.sheet
    if canvas.intent == "screen":
        yield
        return
    bleed = sheet.bleed
    with canvas.clip(Box(-bleed, -bleed, sheet.width + 2 * bleed, sheet.height + 2 * bleed)):
        yield
    if canvas.intent == "proof":
        draw_boxes(canvas)
    elif production.marks != "none":
        canvas.insert(_marks(sheet, production, canvas.resources))
    if sheet.margin > bleed:
        draw_slug(canvas, folio, pages, desk, production)


@functools.lru_cache(maxsize=4)
def _marks(sheet: Sheet, production: Production, resources: Resources) -> bytes:
    """The marks of a sheet, which are the same on all pages, as operators."""
    canvas = PageCanvas(sheet, resources, "press")
    draw_marks(canvas, production)
    return canvas.page().content
