"""Pages of entries.

Owns turning blocks into marks: a block knows every place, so that only the corner of its slot is added here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.print.draw.furniture import draw_demo_note, draw_head, draw_tab
from catalog.print.draw.marks import TYPE_INKS, draw_badge, draw_shape
from catalog.print.grid import DESCENT, span
from catalog.print.layout.compose_side import BADGE
from catalog.print.pdf.canvas import Box, Stroke
from catalog.print.pdf.color import BLACK, WHITE, grey
from catalog.print.typography import styles
from catalog.vocabulary import vocabularies

if TYPE_CHECKING:
    from catalog.print.desk import Desk
    from catalog.print.layout.block import Block
    from catalog.print.pages.plan import EntryPage
    from catalog.print.pdf.canvas import PageCanvas
    from catalog.print.typography.typeset import Typesetter

_FRAME = Stroke(0.5)
_INNER_RULE = Stroke(0.5)
_HAIRLINE = Stroke(0.25, grey(40))


def destination(slug: str) -> str:
    """The name of an entry's place in the book."""
    return f"entry-{slug}"


def draw_entries(canvas: PageCanvas, page: EntryPage, folio: int, desk: Desk) -> None:
    """Running head, tab, and each entry in its slot."""
    draw_head(canvas, folio, desk, page.guide, vocabularies().types[page.type].plural)
    draw_tab(canvas, folio, desk, page.type)
    left = desk.grid.left(folio)
    for slot, block in page.placed:
        top = desk.grid.slot_top(slot)
        canvas.destination(destination(block.slug), top - DESCENT)
        draw_rule(canvas, left, top, desk.grid.area, block.rule)
        draw_block(canvas, block, left, top, desk.typesetter)
    draw_demo_note(canvas, folio, desk, page.demo, len(page.placed))


def draw_rule(canvas: PageCanvas, left: float, top: float, width: float, weight: float) -> None:
    """The rule above a slot."""
    canvas.rule((left, top - DESCENT), (left + width, top - DESCENT), Stroke(weight))


def draw_block(canvas: PageCanvas, block: Block, left: float, top: float, typesetter: Typesetter) -> None:
    """An entry from the upper left corner of its slot."""
    for box, picture, framed in block.pictures:
        here = _moved(box, left, top)
        canvas.picture(here, picture)
        if framed:
            canvas.rect(here, None, _HAIRLINE)
    draw_badge(canvas, left + block.badge[0], top + block.badge[1], BADGE, block.type, typesetter)
    text = canvas.text
    for x, baseline, line in block.lines:
        text(left + x, top + baseline, line)
    for x, y in block.bullets:
        canvas.rect(Box(left + x, top + y, styles.BULLET, styles.BULLET))
    for y in block.rules:
        canvas.rule((left, top + y), (left + span(12), top + y), _INNER_RULE)
    for box in block.marks:
        middle = (left + box.x + box.width / 2, top + box.y + box.height / 2)
        draw_shape(canvas, middle, box.width, block.type, TYPE_INKS[block.type].fill)
    if block.bar:
        canvas.rect(_moved(block.bar, left, top))
    if block.offer:
        _draw_offer(canvas, block, left, top)
    box, code = block.code
    canvas.qr(left + box.x, top + box.y, box.width, code)
    for box, address in block.links:
        canvas.link(_moved(box, left, top), address)


def _draw_offer(canvas: PageCanvas, block: Block, left: float, top: float) -> None:
    if block.offer is None:
        return
    flag, frame, word = block.offer
    canvas.polygon([(left + x, top + y) for x, y in flag], BLACK)
    if frame:
        inset = _FRAME.width / 2
        box = Box(frame.x + inset, frame.y + inset, frame.width - _FRAME.width, frame.height - _FRAME.width)
        canvas.rect(_moved(box, left, top), None, _FRAME)
    canvas.text(left + word.x, top + word.baseline, word.line, WHITE)


def _moved(box: Box, left: float, top: float) -> Box:
    return Box(left + box.x, top + box.y, box.width, box.height)
