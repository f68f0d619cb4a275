"""How to read an entry: one of this book's own entries at its true size, with numbers beside its parts.

Owns the look of that page. Its parts are found by `catalog.print.pages.how_to_read`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.print.draw.entry import draw_block
from catalog.print.draw.furniture import draw_head
from catalog.print.draw.pen import Pen, on, top_of
from catalog.print.grid import LINE
from catalog.print.pages.contents import HOW_TO_READ
from catalog.print.pages.how_to_read import (
    INTRO,
    KEY_LINES,
    OUTRO,
    PART_INDENT,
    key_columns,
    outro_width,
    page_height,
    page_width,
    sizes,
)
from catalog.print.pages.room import equal
from catalog.print.pdf.canvas import Box, Stroke
from catalog.print.pdf.color import BLACK, WHITE, grey
from catalog.print.typography import styles
from catalog.print.typography.fonts import CAP_HEIGHT

if TYPE_CHECKING:
    from catalog.print.desk import Desk
    from catalog.print.pages.plan import HowToRead
    from catalog.print.pdf.canvas import PageCanvas

_DISC = 5.4
_BESIDE = 8.6
_PAD, _GAP = 3.0, 1.5
_NUMBERS = {1: "One", 2: "Two", 3: "Three", 4: "Four", 5: "Five"}


def draw_key(canvas: PageCanvas, page: HowToRead, folio: int, desk: Desk) -> None:
    """The specimen, the key to its parts, and the sizes that entries come in, as far as they stand on this page."""
    pen = Pen(canvas, desk.typesetter, desk.grid.left(folio))
    draw_head(canvas, folio, desk, HOW_TO_READ)
    for line, part in page.parts:
        if part == "specimen":
            canvas.destination("how-to-read")
            pen.title(HOW_TO_READ, desk.grid)
            pen.intro(INTRO, desk.grid)
            _draw_specimen(pen, page, line, desk)
        elif part == "key":
            _put_key(pen, page, line, desk)
        else:
            _put_sizes(pen, line, desk)


def _draw_specimen(pen: Pen, page: HowToRead, line: int, desk: Desk) -> None:
    top = top_of(line)
    pen.rule(line, 0, desk.grid.area, page.specimen.rule)
    draw_block(pen.canvas, page.specimen, pen.left, top, desk.typesetter)
    for number, part in enumerate(page.key, 1):
        _draw_disc(pen, part.x - _BESIDE, top + part.y, number)


def _draw_disc(pen: Pen, x: float, y: float, number: int) -> None:
    """A number in a black disc around a point."""
    centre = (pen.left + x, y)
    pen.canvas.circle(centre, _DISC, BLACK)
    line = pen.typesetter.line(str(number), styles.DISC, "en", "ltr")
    pen.canvas.text_centred(centre[0], y + CAP_HEIGHT * styles.DISC.size / 2, line, WHITE)


def _put_key(pen: Pen, page: HowToRead, line: int, desk: Desk) -> None:
    """The numbers in columns, read downwards."""
    pen.rule(line, 0, desk.grid.area)
    count = key_columns(desk)
    columns = equal(desk.grid, count)
    depth = -(-len(page.key) // count)
    with pen.canvas.tag("L"):
        for number, part in enumerate(page.key):
            x = columns.left(number // depth)
            row = line + 1 + KEY_LINES * (number % depth)
            with pen.canvas.tag("LI"):
                with pen.canvas.tag("Lbl"):
                    _draw_disc(pen, x + _DISC, on(row) - 3, number + 1)
                with pen.canvas.tag("LBody"):
                    pen.put(x + PART_INDENT, on(row), part.title, styles.STRONG)
                    width = columns.width - PART_INDENT
                    pen.paragraph(x + PART_INDENT, on(row + 1), part.text, styles.TEXT, width)


def _put_sizes(pen: Pen, line: int, desk: Desk) -> None:
    """Small pictures of a page for each size that entries come in."""
    known = sizes(desk)
    pen.rule(line, 0, desk.grid.area)
    with pen.canvas.tag("H2"):
        pen.put(0, on(line + 1), f"{_NUMBERS[len(known)]} sizes, one order", styles.SECTION)
    columns = equal(desk.grid, len(known))
    width, height = page_width(desk), page_height(desk)
    with pen.canvas.tag("L"):
        for number, size in enumerate(known):
            x = columns.left(number)
            _draw_page(pen, Box(pen.left + x, top_of(line + 3), width, height), size.to_a_page)
            with pen.canvas.tag("LI"):
                pen.put(x + width + 6, on(line + 3), size.name, styles.STRONG)
                told = f"{_NUMBERS.get(size.to_a_page, size.to_a_page)} to a page"
                pen.put(x + width + 6, on(line + 4), told, styles.FACT)
    below = line + 4 + int(-(-height // LINE))
    with pen.canvas.tag("P"):
        pen.paragraph(0, on(below), OUTRO, styles.TEXT, outro_width(desk))


def _draw_page(pen: Pen, page: Box, count: int) -> None:
    """A page with that many entries on it, light and dark by turns."""
    pen.canvas.rect(page, None, Stroke(0.5))
    gap = _GAP if count < 10 else _GAP / 2
    height = (page.height - 2 * _PAD - gap * (count - 1)) / count
    for index in range(count):
        y = page.y + _PAD + index * (height + gap)
        box = Box(page.x + _PAD, y, page.width - 2 * _PAD, height)
        pen.canvas.rect(box, grey(40 if index % 2 == 0 else 20))
