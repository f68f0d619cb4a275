"""The table of contents.

Owns the look of its lines. Refuses to choose them (`catalog.print.pages.contents`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.print.draw.furniture import draw_head
from catalog.print.draw.marks import draw_badge
from catalog.print.draw.pen import Pen, on, top_of
from catalog.print.grid import DESCENT, LINE, column
from catalog.print.pages.contents import HINT, TEXT_COLUMN, hint_width, note_of, note_width, row_lines
from catalog.print.pages.room import fitting
from catalog.print.pdf.canvas import Box
from catalog.print.typography import styles

if TYPE_CHECKING:
    from catalog.print.desk import Desk
    from catalog.print.pages.plan import Contents, ContentsRow
    from catalog.print.pdf.canvas import PageCanvas

TITLE = "Contents"
_BADGE = 15.0
_LARGE_BADGE = 26.0
_FOLIO = 40.0
_TITLES = tuple(styles.CONTENTS_LINE.at(size) for size in (14, 13, 12, 11))


def draw_contents(canvas: PageCanvas, page: Contents, folio: int, desk: Desk) -> None:
    """A line for each part, a mark for each chapter, and how to find something."""
    pen = Pen(canvas, desk.typesetter, desk.grid.left(folio))
    draw_head(canvas, folio, desk, TITLE)
    if page.first:
        canvas.destination("contents")
        pen.title(TITLE, desk.grid)
    end = 0
    with canvas.tag("TOC"):
        for line, row in page.rows:
            _put_row(pen, row, line, desk, notes=page.notes)
            end = line + row_lines(row, desk, notes=page.notes)
    pen.rule(end, 0, desk.grid.area)
    if page.hint:
        _put_hint(pen, page, page.hint, desk)


def _put_row(pen: Pen, row: ContentsRow, line: int, desk: Desk, *, notes: bool) -> None:
    pen.rule(line, 0, desk.grid.area)
    x = column(TEXT_COLUMN)
    if row.type:
        middle = on(line + 1) - 5
        draw_badge(pen.canvas, pen.left, middle - _BADGE / 2, _BADGE, row.type, pen.typesetter)
    style = fitting(row.title, _TITLES, desk.grid.area - x - _FOLIO, desk.typesetter)
    depth = row_lines(row, desk, notes=notes)
    with pen.canvas.tag("TOCI"):
        pen.put(x, on(line + 1), row.title, style)
        pen.put_right(desk.grid.area, on(line + 1), str(row.folio), styles.CONTENTS_FOLIO)
        told = note_of(row, notes=notes)
        pen.paragraph(x, on(line + 2) + DESCENT, told, styles.TEXT, note_width(desk))
        box = Box(pen.left, top_of(line), desk.grid.area, LINE * depth - DESCENT)
        pen.canvas.link_to(box, row.target)


def _put_hint(pen: Pen, page: Contents, line: int, desk: Desk) -> None:
    with pen.canvas.tag("P"):
        pen.paragraph(column(TEXT_COLUMN), on(line), HINT, styles.TEXT, hint_width(desk))
    for number, type_id in enumerate(reversed(page.types)):
        x = pen.left + desk.grid.area - _LARGE_BADGE - number * column(1)
        draw_badge(pen.canvas, x, on(line + 1) - 3 - _LARGE_BADGE / 2, _LARGE_BADGE, type_id, pen.typesetter)
