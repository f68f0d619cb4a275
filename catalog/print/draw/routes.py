"""The routes to market, a row each.

Owns the look of the rows. Refuses words (`catalog.print.pages.routes`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.english import counted
from catalog.print.draw.foreword import put_source
from catalog.print.draw.furniture import draw_head
from catalog.print.draw.pen import Pen, on
from catalog.print.grid import DESCENT, LINE
from catalog.print.pages.contents import ROUTES
from catalog.print.pages.routes import HEADS, INTRO, SOURCE, model_look, model_rows, words_columns
from catalog.print.typography import styles
from catalog.vocabulary import vocabularies

if TYPE_CHECKING:
    from catalog.print.desk import Desk
    from catalog.print.pages.plan import RouteRow, Routes
    from catalog.print.pdf.canvas import PageCanvas


def draw_routes(canvas: PageCanvas, page: Routes, folio: int, desk: Desk) -> None:
    """Name, what it is, and for each business model who signs and who is paid."""
    pen = Pen(canvas, desk.typesetter, desk.grid.left(folio))
    draw_head(canvas, folio, desk, ROUTES)
    if page.first:
        canvas.destination("routes")
        pen.title(ROUTES, desk.grid)
        pen.intro(INTRO, desk.grid)
    with canvas.tag("Table"):
        if page.rows[0][0]:
            _put_heads(pen, page.rows[0][0] - 1, desk)
        for line, row in page.rows:
            with canvas.tag("TR"):
                _put_row(pen, row, line, desk)
    put_source(pen, SOURCE, desk)


def _put_heads(pen: Pen, line: int, desk: Desk) -> None:
    with pen.canvas.tag("TR"):
        columns = words_columns(desk)
        for (x, _), head in zip(columns, ("Route", "What it is", *HEADS), strict=True):
            if not desk.grid.wide and head == "What it is":
                continue  # The models stand below it, in the same columns.
            with pen.canvas.tag("TH"):
                pen.put(x, on(line) - DESCENT, head, styles.LABEL)


def _put_row(pen: Pen, row: RouteRow, line: int, desk: Desk) -> None:
    pen.rule(line, 0, desk.grid.area)
    term = vocabularies().routes[row.route]
    (x, width), (summary_x, summary_width), *columns = words_columns(desk)
    wide = desk.grid.wide
    style, leading = (styles.SECTION, 1.5 * LINE) if wide else (styles.STRONG, LINE)
    with pen.canvas.tag("TH"):
        first = on(line + 1) - DESCENT if wide else on(line)
        rows = pen.paragraph(x, first, term.name, style, width, leading)
        taken = counted(row.applications, "application")
        pen.put(x, first + leading * (rows - 1) + LINE, taken, styles.FACT)
    with pen.canvas.tag("TD"):
        top = on(line + 1) - DESCENT if wide else on(line)
        rows = pen.paragraph(summary_x, top, term.summary, styles.TEXT, summary_width)
    at = top if wide else top + LINE * rows
    name, words, step = model_look(desk)
    for model in row.models:
        for number, ((left, room), text) in enumerate(zip(columns, model, strict=True)):
            with pen.canvas.tag("TD"):
                told = text if number == 0 else text[:1].upper() + text[1:]
                pen.paragraph(left, at, told, words if number else name, room, step)
        at += step * (model_rows(model, desk) + (1 if wide else 0))
