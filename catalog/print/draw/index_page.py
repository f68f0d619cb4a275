"""Pages of the index.

Owns the look of its rows in three columns. Refuses to break columns (`catalog.print.pages.index`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.print.draw.entry import destination
from catalog.print.draw.furniture import draw_head, draw_tab
from catalog.print.grid import DESCENT, GUTTER_MM, SMALL, TOP, column
from catalog.print.pages.contents import INDEX
from catalog.print.pages.index import COLUMN_WIDTH
from catalog.print.pdf.canvas import Box, Stroke
from catalog.print.pdf.color import grey
from catalog.print.units import MM

if TYPE_CHECKING:
    from catalog.print.desk import Desk
    from catalog.print.pages.index import IndexRow
    from catalog.print.pages.plan import IndexPage
    from catalog.print.pdf.canvas import PageCanvas

_MARK_CENTRE = COLUMN_WIDTH - 21
_BETWEEN = Stroke(0.25, grey(100))


def draw_index(canvas: PageCanvas, page: IndexPage, folio: int, desk: Desk) -> None:
    """Running head, black tab, columns with a hairline between them."""
    draw_head(canvas, folio, desk, page.guide, INDEX)
    draw_tab(canvas, folio, desk, None)
    canvas.destination(f"page-{folio}")
    left = desk.grid.left(folio)
    for number, rows in enumerate(page.columns):
        x = left + column(4 * number)
        if number:
            between = x - GUTTER_MM * MM / 2
            canvas.rule((between, TOP), (between, desk.grid.bottom), _BETWEEN)
        for at, row in rows.rows:
            _draw_row(canvas, row, x, TOP + SMALL * (at + (2 if row.kind == "letter" else 1)) - DESCENT)


def _draw_row(canvas: PageCanvas, row: IndexRow, x: float, baseline: float) -> None:
    if row.line:
        canvas.text(x + row.indent, baseline, row.line)
    if row.mark:
        canvas.text_centred(x + _MARK_CENTRE, baseline, row.mark)
    if row.locator:
        canvas.text_right(x + COLUMN_WIDTH, baseline, row.locator)
    if row.slug:
        canvas.link_to(Box(x, baseline - SMALL + 2, COLUMN_WIDTH, SMALL), destination(row.slug))
