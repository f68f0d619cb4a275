"""Pages of the indexes.

Owns the look of their rows. Refuses to break columns (`catalog.print.pages.index_rows`).
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from catalog.print.draw.entry import destination
from catalog.print.draw.furniture import draw_head, draw_tab
from catalog.print.grid import DESCENT, GUTTER_MM, SMALL, TOP
from catalog.print.pages.index_rows import columns_of
from catalog.print.pdf.canvas import Box, Stroke
from catalog.print.pdf.color import grey
from catalog.print.typography import styles
from catalog.print.units import MM

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from catalog.print.desk import Desk
    from catalog.print.pages.index_rows import IndexRow
    from catalog.print.pages.plan import IndexPage
    from catalog.print.pdf.canvas import PageCanvas

_MARK_AT = 21.0  # From the right edge of a column to the middle of a type's letter.
_HEAD_AIR = 18 * MM  # Folio and gap in the running head.
_BETWEEN = Stroke(0.25, grey(100))
_RULE = Stroke(0.5)
_PART_RULE = Stroke(0.25, grey(100))
_NAMES = {"name", "vendor"}
_TALL = {"letter", "title"}

_Placed = tuple[int, "IndexRow"]


def draw_index(canvas: PageCanvas, page: IndexPage, folio: int, desk: Desk) -> None:
    """Running head, black tab, columns with a hairline between them."""
    draw_head(canvas, folio, desk, page.guide, _chapter(page, desk))
    draw_tab(canvas, folio, desk, None)
    for section, _ in page.starts:
        canvas.destination(section)
    left, columns = desk.grid.left(folio), columns_of(desk.grid)
    for number, column in enumerate(page.columns):
        x = left + columns.left(number)
        if number:
            between = x - GUTTER_MM * MM / 2
            canvas.rule((between, TOP), (between, desk.grid.bottom), _BETWEEN)
        for named, rows in groupby(column.rows, lambda placed: placed[1].kind in _NAMES):
            if named:
                _draw_names(canvas, rows, x, columns.width)
            else:
                _draw_heads(canvas, rows, x, columns.width)


def _chapter(page: IndexPage, desk: Desk) -> str:
    """The title beside the guide words, unless these would be cut for it: where a list goes on matters more."""
    words = f"{page.guide.first} – {page.guide.last}"
    taken = desk.typesetter.width(words, styles.GUIDE_NARROW)
    taken += desk.typesetter.width(page.title, styles.CHAPTER_NAME)
    return page.title if taken + _HEAD_AIR <= desk.grid.area else ""


def _draw_names(canvas: PageCanvas, rows: Iterable[_Placed], x: float, width: float) -> None:
    """Names that follow each other: a list."""
    with canvas.tag("L"):
        for name in _names(rows):
            with canvas.tag("LI"):
                for at, row in name:
                    _draw_row(canvas, row, x, _baseline(at, row), width)


def _names(rows: Iterable[_Placed]) -> Iterator[list[_Placed]]:
    """The rows of each name: a turned-over one is indented more, or has folios alone."""
    name: list[_Placed] = []
    for placed in rows:
        row = placed[1]
        goes_on = name and (row.line is None or row.indent > name[0][1].indent)
        if name and not goes_on:
            yield name
            name = []
        name.append(placed)
    if name:
        yield name


def _draw_heads(canvas: PageCanvas, rows: Iterable[_Placed], x: float, width: float) -> None:
    """Letters, titles and headings; a title has a rule above it, and a part of an index a thinner one."""
    for at, row in rows:
        if at and row.kind == "title":
            canvas.rule((x, TOP + SMALL * at - DESCENT), (x + width, TOP + SMALL * at - DESCENT), _RULE)
        if at and row.kind == "part" and row.lead:
            canvas.rule((x, TOP + SMALL * at - DESCENT), (x + width, TOP + SMALL * at - DESCENT), _PART_RULE)
        with canvas.tag("P" if row.kind == "intro" else "H1" if row.kind == "title" else "H2"):
            _draw_row(canvas, row, x, _baseline(at, row), width)


def _baseline(at: int, row: IndexRow) -> float:
    return TOP + SMALL * (at + (2 if row.kind in _TALL else 1)) - DESCENT


def _draw_row(canvas: PageCanvas, row: IndexRow, x: float, baseline: float, width: float) -> None:
    if row.line:
        canvas.text(x + row.indent, baseline, row.line)
    if row.mark:
        canvas.text_centred(x + width - _MARK_AT, baseline, row.mark)
    if row.locator:
        canvas.text_right(x + width, baseline, row.locator)
    if row.slug:
        canvas.link_to(Box(x, baseline - SMALL + 2, width, SMALL), destination(row.slug))
