"""The foreword: the edition's own words, then the programme's figures, each with its source and date.

Owns the look of a figure, which the coverage pages share. Refuses to choose figures (`catalog.print.pages.foreword`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.print.draw.furniture import draw_head
from catalog.print.draw.pen import Pen, on
from catalog.print.grid import DESCENT, SMALL
from catalog.print.pages.foreword import HEAD_LINES, beside, source_of
from catalog.print.pages.room import equal, fitting
from catalog.print.typography import styles

if TYPE_CHECKING:
    from catalog.model.catalog import Fact
    from catalog.print.desk import Desk
    from catalog.print.pages.plan import FactRow, Foreword
    from catalog.print.pdf.canvas import PageCanvas

SOURCE = (
    "Figures of the APS Partner Go-to-Market Handbook, with the section and the year that they stand for: quoted, "
    "not updated. Where it contradicts itself, both stay."
)
_VALUES = tuple(styles.SECTION.at(size) for size in (13, 12, 11, 10, 9))


def draw_foreword(canvas: PageCanvas, page: Foreword, folio: int, desk: Desk) -> None:
    """The words over most of the width, the figures in columns."""
    pen = Pen(canvas, desk.typesetter, desk.grid.left(folio))
    draw_head(canvas, folio, desk, page.title)
    if page.first:
        canvas.destination("foreword")
        pen.title(page.title, desk.grid)
        pen.intro(page.text, desk.grid)
    for line, row in page.rows:
        _put_row(pen, row, line, desk)
    if page.rows:
        put_source(pen, SOURCE, desk)


def put_source(pen: Pen, text: str, desk: Desk) -> None:
    """Where figures or facts come from, in the last lines of the type area, below a rule."""
    rows = len(pen.typesetter.wrap(text, styles.FOOT, desk.grid.area))
    first = on(desk.grid.lines - 1) - SMALL * (rows - 1)
    with pen.canvas.tag("Note"):
        pen.paragraph(0, first, text, styles.FOOT, desk.grid.area, SMALL)


def _put_row(pen: Pen, row: FactRow, line: int, desk: Desk) -> None:
    if row.head:
        pen.rule(line, 0, desk.grid.area)
        with pen.canvas.tag("H2"):
            pen.put(0, on(line + 1) - DESCENT, row.head, styles.SECTION)
        line += HEAD_LINES
    columns = equal(desk.grid, beside(desk, remarked=row.remarked))
    for number, fact in enumerate(row.facts):
        put_fact(pen, fact, columns.left(number), line, columns.width)


def put_fact(pen: Pen, fact: Fact, x: float, line: int, width: float) -> None:
    """A figure: value, unit, what is said about it, source."""
    with pen.canvas.tag("P"):
        pen.put(x, on(line), fact.value, fitting(fact.value, _VALUES, width, pen.typesetter))
        told = pen.paragraph(x, on(line + 1), fact.unit or "", styles.TEXT, width)
        at = on(line + told) + SMALL + DESCENT
        at += SMALL * pen.paragraph(x, at, fact.note or "", styles.FACT, width, SMALL)
        pen.paragraph(x, at, source_of(fact), styles.FOOT, width, SMALL)
