"""What is new, changed and withdrawn since the last edition.

Owns the look of the three columns. Refuses words (`catalog.print.changes`) and heights (`catalog.print.pages.changes`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.print.draw.entry import destination
from catalog.print.draw.furniture import draw_head, draw_tab
from catalog.print.draw.marks import draw_badge
from catalog.print.draw.pen import Pen, on, top_of
from catalog.print.grid import DESCENT, LINE, SMALL
from catalog.print.pages.changes import COLUMNS, FOLIO, INDENT, KEPT
from catalog.print.pages.contents import CHANGES
from catalog.print.pages.room import equal
from catalog.print.pdf.canvas import Box
from catalog.print.typography import styles

if TYPE_CHECKING:
    from catalog.print.changes import Change
    from catalog.print.desk import Desk
    from catalog.print.pages.plan import ChangesPage
    from catalog.print.pdf.canvas import PageCanvas

_TITLE = "What has changed"
_WORDS = ("new", "changed", "withdrawn")
_BADGE = 12.0
_COUNTS = 5  # The line of the heavy rules above the numbers.


def draw_changes(canvas: PageCanvas, page: ChangesPage, folio: int, desk: Desk) -> None:
    """Title and numbers on the first page; a column for each kind of change."""
    pen = Pen(canvas, desk.typesetter, desk.grid.left(folio))
    draw_head(canvas, folio, desk, CHANGES, f"Since {page.since}")
    draw_tab(canvas, folio, desk, None)
    columns = equal(desk.grid, COLUMNS)
    if page.first:
        canvas.destination("changes")
        pen.title(_TITLE, desk.grid)
    for number, (word, count, changes) in enumerate(zip(_WORDS, page.counts, page.columns, strict=True)):
        x = columns.left(number)
        if page.first:
            pen.rule(_COUNTS, x, columns.width, 1.0)
            with canvas.tag("H2"):
                pen.put(x, on(_COUNTS + 2), f"{count:,}", styles.FIGURE)
                pen.put(x, on(_COUNTS + 3) + DESCENT, word, styles.SECTION)
        with canvas.tag("L"):
            for line, change in changes:
                with canvas.tag("LI"):
                    _put_change(pen, page, change, x, line, columns.width)
    if page.kept:
        with canvas.tag("P"):
            left = columns.left(COLUMNS - 1)
            pen.paragraph(left, on(page.kept), KEPT, styles.FACT, columns.width, SMALL)


def _put_change(pen: Pen, page: ChangesPage, change: Change, x: float, line: int, width: float) -> None:
    pen.rule(line, x, width)
    top = top_of(line) + 1
    draw_badge(pen.canvas, pen.left + x, top, _BADGE, change.type, pen.typesetter)
    left = x + INDENT
    rows = pen.paragraph(left, on(line), change.name, styles.GUIDE_NARROW, width - INDENT - FOLIO)
    below = on(line + rows - 1) + SMALL
    pen.paragraph(left, below, change.note, styles.FACT, width - INDENT, SMALL)
    folio = page.folios.get(change.slug or "")
    pen.put_right(x + width, on(line), f"{folio}" if folio else "–", styles.GUIDE_NARROW)
    if folio and change.slug:
        box = Box(pen.left + x, top_of(line), width, LINE * 2)
        pen.canvas.link_to(box, destination(change.slug))
