"""How to read an entry: one of this book's own entries at its true size, with numbers beside its parts.

Owns that page. The parts are found in the measured entry, so the key never names one that the specimen lacks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from catalog.print.draw.entry import draw_block, draw_rule
from catalog.print.draw.furniture import draw_head
from catalog.print.draw.pen import Pen, on, top_of
from catalog.print.grid import LINE, baseline, column, span
from catalog.print.layout.compose_side import BADGE
from catalog.print.layout.frames import FACTS_X, PACKAGE_X, TEXT_X, frames
from catalog.print.pages.contents import HOW_TO_READ
from catalog.print.pdf.canvas import Box, Stroke
from catalog.print.pdf.color import BLACK, WHITE, grey
from catalog.print.typography import styles
from catalog.print.typography.fonts import CAP_HEIGHT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.print.desk import Desk
    from catalog.print.layout.block import Block
    from catalog.print.layout.frames import Frame
    from catalog.print.pages.plan import HowToRead
    from catalog.print.pdf.canvas import PageCanvas

_INTRO = "Every entry has its parts in the same places, whatever its size. This one is from this book."
_OUTRO = (
    "Entries stand in alphabetical order within their chapter. "
    "A name in another script is sorted by its Latin form."
)
_DISC = 5.4
_BESIDE = 8.6
_SPECIMEN = 9
_SMALL = 2.7  # Half the height of small print above its baseline.
_FACTS = (
    ("Business models", "Business models", "With whom you would contract."),
    ("Routes", "Routes", "Where the application can be bought."),
    ("Regions", "Regions and Plesk verdict", "The vendor’s words; the verdict is worked out."),
    ("Sales", "Sales contact", "A desk, never a person."),
)


class _Part(NamedTuple):
    """Where the number stands, from the corner of the slot, and what the key says."""

    x: float
    y: float
    title: str
    text: str


def draw_key(canvas: PageCanvas, page: HowToRead, folio: int, desk: Desk) -> None:
    """The specimen, the key to its parts, and the sizes that entries come in."""
    pen = Pen(canvas, desk.typesetter, desk.grid.left(folio))
    draw_head(canvas, folio, desk, HOW_TO_READ)
    canvas.destination("how-to-read")
    pen.put(0, on(2), HOW_TO_READ, styles.PAGE_TITLE)
    pen.paragraph(0, on(4), _INTRO, styles.INTRO, span(12), 1.5 * LINE)
    frame = frames(desk.grid)[page.specimen.tier]
    top = top_of(_SPECIMEN)
    draw_rule(canvas, pen.left, top, desk.grid.area, page.specimen.rule)
    draw_block(canvas, page.specimen, pen.left, top, desk.typesetter)
    parts = _parts(page.specimen, frame)
    for number, part in enumerate(parts, 1):
        _draw_disc(pen, part.x, top + part.y, number)
    line = _SPECIMEN + frame.lines + 2
    rows = _put_key(pen, parts, line, desk)
    _put_sizes(pen, line + rows + 1, desk)


def _parts(block: Block, frame: Frame) -> list[_Part]:
    """The parts that the specimen has, in reading order."""
    parts = []
    if block.pictures:
        parts.append(_Part(PACKAGE_X, LINE * frame.logo_lines / 2, "Logo", "The vendor’s, as supplied."))
    for x, y, title, text in (
        (PACKAGE_X, block.badge[1] + BADGE / 2, "Application type", "Letter, shape and colour say the same."),
        (
            PACKAGE_X,
            baseline(frame.package_line) - _SMALL,
            "Package",
            "Version, certificate, what it needs, languages.",
        ),
        (TEXT_X, frame.name_baseline - 5.5, "Name", "In the vendor’s own script."),
        (TEXT_X, baseline(frame.vendor_line) - 3, "Vendor", "The company that makes it."),
        (TEXT_X, baseline(frame.text_line) - 3, "Text", "What it is, and what a provider gains by it."),
    ):
        parts.append(_Part(x, y, title, text))
    return [*parts, *_optional(block), *_facts(block)]


def _optional(block: Block) -> Iterator[_Part]:
    if block.bullets:
        y = block.bullets[0][1] + styles.BULLET / 2
        yield _Part(TEXT_X, y, "Highlights", "Up to three reasons, in the vendor’s words.")
    if block.offer and block.offer.frame:
        y = block.offer.frame.y + block.offer.frame.height / 2
        yield _Part(TEXT_X, y, "Offer", "For partners, up to the day that is printed.")


def _facts(block: Block) -> Iterator[_Part]:
    """The facts stand where their labels do."""
    labels = {placed.line.text: placed.baseline for placed in block.lines if placed.x == FACTS_X}
    for label, title, text in _FACTS:
        yield _Part(FACTS_X, labels[label] - _SMALL, title, text)
    box = block.code.box
    yield _Part(box.x, box.y + box.height / 2, "Code", "Opens the entry on the web, always up to date.")


def _draw_disc(pen: Pen, x: float, y: float, number: int, *, beside: bool = True) -> None:
    centre = (pen.left + x - (_BESIDE if beside else -_DISC), y)
    pen.canvas.circle(centre, _DISC, BLACK)
    line = pen.typesetter.line(str(number), styles.DISC, "en", "ltr")
    pen.canvas.text_centred(centre[0], y + CAP_HEIGHT * styles.DISC.size / 2, line, WHITE)


def _put_key(pen: Pen, parts: list[_Part], line: int, desk: Desk) -> int:
    """The key in three columns; the result is how many lines it takes."""
    draw_rule(pen.canvas, pen.left, top_of(line), desk.grid.area, 0.5)
    depth = -(-len(parts) // 3)
    for number, part in enumerate(parts, 1):
        x, row = column(4 * ((number - 1) // depth)), line + 1 + 4 * ((number - 1) % depth)
        _draw_disc(pen, x, on(row) - 3, number, beside=False)
        pen.put(x + 17, on(row), part.title, styles.STRONG)
        pen.paragraph(x + 17, on(row + 1), part.text, styles.TEXT, span(4) - 17)
    return 4 * depth + 1


def _put_sizes(pen: Pen, line: int, desk: Desk) -> None:
    """Small pictures of a page for each size that entries come in."""
    draw_rule(pen.canvas, pen.left, top_of(line), desk.grid.area, 0.5)
    pen.put(0, on(line + 1), "Three sizes, one order", styles.SECTION)
    sizes = (
        ("Whole page", "One to a page", desk.grid.slots),
        ("Half", "Two to a page", 2),
        ("Quarter", "Four to a page", 1),
    )
    for number, (title, note, slots) in enumerate(sizes):
        x = column(3 * number)
        page = Box(
            pen.left + x, top_of(line + 3), span(1) * 1.7, span(1) * 1.7 * desk.grid.height / desk.grid.width
        )
        pen.canvas.rect(page, None, Stroke(0.5))
        _draw_slots(pen, page, slots, desk)
        beside = x + page.width + 6
        pen.put(beside, on(line + 3), title, styles.STRONG)
        pen.put(beside, on(line + 4), note, styles.FACT)
    pen.paragraph(column(9), on(line + 3), _OUTRO, styles.TEXT, span(3))


def _draw_slots(pen: Pen, page: Box, slots: int, desk: Desk) -> None:
    pad, gap = 3.0, 1.5
    count = desk.grid.slots // slots
    height = (page.height - 2 * pad - gap * (count - 1)) / count
    for index in range(count):
        box = Box(page.x + pad, page.y + pad + index * (height + gap), page.width - 2 * pad, height)
        pen.canvas.rect(box, grey(40 if index % 2 == 0 else 20))
