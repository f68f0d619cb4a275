"""The first page of a chapter: a field of its colour with its shape, its title, what it holds.

Owns that page. The field ends where the third tab begins, so that each chapter's tab is part of the field or stands
just below it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.english import counted
from catalog.print.draw.furniture import HEAD, draw_tab
from catalog.print.draw.marks import TYPE_INKS, draw_field_mark
from catalog.print.draw.pen import Pen, on, top_of
from catalog.print.grid import DESCENT, LINE, SMALL, TOP, column, span
from catalog.print.pages.index import folio_list
from catalog.print.pdf.canvas import Box, Stroke
from catalog.print.typography import styles
from catalog.print.units import MM
from catalog.vocabulary import vocabularies

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.print.desk import Desk
    from catalog.print.pages.plan import CategoryRow, Opener
    from catalog.print.pdf.canvas import PageCanvas

_SHAPE = 104 * MM
_SHAPE_SHARE = 0.82  # Of the lines of the field, at most.
_SHAPE_RIGHT = 6 * MM  # From the right edge of the type area.
_SHAPE_ABOVE = 22.6  # From the top of the type area.
_TABS_ABOVE = 2
_APART = 5.0


def draw_opener(canvas: PageCanvas, page: Opener, folio: int, desk: Desk) -> None:
    """Field, shape and tab above; title, what the type is, and the categories below.

    A narrow page has no room for the categories.
    """
    grid = desk.grid
    pen = Pen(canvas, desk.typesetter, grid.left(folio))
    first = _TABS_ABOVE * (grid.tab_lines + 1)
    _draw_field(canvas, page, folio, desk, top_of(first))
    term = vocabularies().types[page.type]
    with canvas.tag("H1"):
        pen.put(0, on(first + 6), term.name, styles.CHAPTER_TITLE)
    with canvas.tag("P"):
        _put_intro(pen, on(first + 9), f"{term.summary}", span(min(8, grid.columns)))
    below = first + 16
    rule = top_of(below) - DESCENT
    canvas.rule((pen.left, rule), (pen.left + grid.area, rule), Stroke(0.5))
    with canvas.tag("P"):
        pen.put(0, on(below + 2), f"{page.count:,}", styles.FIGURE)
        counts = "application in this book" if page.count == 1 else "applications in this book"
        pen.put(0, on(below + 3), counts, styles.TEXT)
    with canvas.tag("P"):
        pages = f"Pages {page.first}–{page.last}" if page.last > page.first else f"Page {page.first}"
        pen.put(0, top_of(first) - 3 * LINE - DESCENT, pages, styles.PAGES_LINE, TYPE_INKS[page.type].on)
    if grid.wide:
        with canvas.tag("L"):
            _put_categories(pen, page.categories, below, grid.lines)
    canvas.destination(f"chapter-{page.type}")


def _draw_field(canvas: PageCanvas, page: Opener, folio: int, desk: Desk, bottom: float) -> None:
    ink = TYPE_INKS[page.type]
    grid = desk.grid
    bleed = canvas.bleed
    canvas.rect(Box(-bleed, -bleed, grid.width + 2 * bleed, bottom + bleed), ink.fill)
    size = min(_SHAPE, _SHAPE_SHARE * (bottom - TOP))
    right = grid.left(folio) + grid.area - _SHAPE_RIGHT
    middle = (right - size / 2, TOP + _SHAPE_ABOVE + size / 2)
    draw_field_mark(canvas, middle, size, page.type, desk.typesetter)
    pen = Pen(canvas, desk.typesetter, grid.left(folio))
    pen.put_right(grid.area, HEAD, str(folio), styles.FOLIO, ink.on)
    inside = grid.tab_top(list(vocabularies().types).index(page.type)) < bottom
    draw_tab(canvas, folio, desk, page.type, filled=not inside)


def _put_intro(pen: Pen, first: float, text: str, width: float) -> None:
    """At most three lines of 24 points: a longer text is set smaller."""
    for size in (16.0, 14.0, 12.0, 11.0):
        style = styles.CHAPTER_INTRO.at(size)
        if len(pen.typesetter.wrap(text, style, width)) <= 3:
            break
    pen.paragraph(0, first, text, style, width, 2 * LINE)


def _put_categories(pen: Pen, rows: Sequence[CategoryRow], line: int, lines: int) -> None:
    """The categories with their folios: on two lines each, on one, or in small print, as many as there are."""
    depth = lines - line - 1
    for step in (2, 1):
        if len(rows) <= 2 * (depth // step):
            half = -(-len(rows) // 2)
            for index, row in enumerate(rows):
                at = on(line + 1 + step * (index % half))
                _put_category(pen, row, column(4 + 4 * (index // half)), at, below=step == 2)
            return
    _put_dense(pen, rows, line, depth)


def _put_category(pen: Pen, row: CategoryRow, x: float, at: float, *, below: bool) -> None:
    with pen.canvas.tag("LI"):
        end = pen.put(x, at, row.name, styles.STRONG if below else styles.GUIDE_NARROW)
        if below:
            pen.put(x, at + LINE - 2, _where(pen, row, span(4)), styles.FACT)
        else:
            pen.put(end + _APART, at, _where(pen, row, x + span(4) - end - _APART), styles.FACT)


def _put_dense(pen: Pen, rows: Sequence[CategoryRow], line: int, lines: int) -> None:
    """Three narrower columns of small print, with numbers of applications: so many have no room for folios."""
    depth = max(int(lines * LINE // SMALL), -(-len(rows) // 3))
    for index, row in enumerate(rows):
        x, at = column(3 + 3 * (index // depth)), top_of(line) + SMALL * (index % depth + 1) + DESCENT
        with pen.canvas.tag("LI"):
            end = pen.put(x, at, row.name, styles.LABEL)
            pen.put(end + _APART, at, f"{row.entries:,}", styles.FACT)


def _where(pen: Pen, row: CategoryRow, width: float) -> str:
    """The folios if they fit, else how many applications."""
    folios = folio_list(row.folios)
    for told in (folios, counted(row.entries, "application")):
        if pen.typesetter.width(told, styles.FACT) <= width:
            return told
    return f"{row.entries:,}"
