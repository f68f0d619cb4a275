"""Pages of entries.

Owns turning blocks into marks: a block knows every place, so that only the corner of its slot is added here. What is
read stands in tags, in the order of reading; rules, bullets and marks are decoration.
"""

from __future__ import annotations

import itertools
from operator import attrgetter
from typing import TYPE_CHECKING

from catalog.print.draw.furniture import chapter_name, draw_demo_note, draw_head, draw_tab
from catalog.print.draw.marks import TYPE_INKS, draw_badge, draw_shape
from catalog.print.grid import DESCENT, WIDE, line_top, span
from catalog.print.layout.block import PARAGRAPHS, Part
from catalog.print.pdf.canvas import Box, Stroke
from catalog.print.pdf.color import BLACK, WHITE, grey
from catalog.print.typography import styles
from catalog.vocabulary import vocabularies

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalog.print.desk import Desk
    from catalog.print.layout.block import Block, Offer, SetLine
    from catalog.print.pages.plan import EntryPage
    from catalog.print.pdf.canvas import PageCanvas, Role
    from catalog.print.typography.typeset import Typesetter

_FRAME = Stroke(0.5)
_INNER_RULE = Stroke(0.5)
_HAIRLINE = Stroke(0.25, grey(40))
_ROLES: dict[int, Role] = {
    Part.NAME: "H3",
    Part.PITCH_HEAD: "H4",
    Part.MORE_HEAD: "H4",
    Part.CAPTION: "Caption",
}
_OF_PLACE = attrgetter("place")


def destination(slug: str) -> str:
    """The name of an entry's place in the book."""
    return f"entry-{slug}"


def draw_entries(canvas: PageCanvas, page: EntryPage, folio: int, desk: Desk) -> None:
    """Running head, tab, and each entry in its slot."""
    draw_head(canvas, folio, desk, page.guide, chapter_name(page.type, desk.grid))
    draw_tab(canvas, folio, desk, page.type)
    left = desk.grid.left(folio)
    for line, block in page.placed:
        top = line_top(line)
        canvas.destination(destination(block.slug), top - block.rule_above)
        draw_rule(canvas, left, top, desk.grid.area, block.rule, block.rule_above)
        draw_block(canvas, block, left, top, desk.typesetter)
    draw_demo_note(canvas, folio, desk, page.demo, len(page.placed))


def draw_rule(
    canvas: PageCanvas, left: float, top: float, width: float, weight: float, above: float = DESCENT
) -> None:
    """The rule above a slot."""
    canvas.rule((left, top - above), (left + width, top - above), Stroke(weight))


def draw_block(canvas: PageCanvas, block: Block, left: float, top: float, typesetter: Typesetter) -> None:
    """An entry from the upper left corner of its slot."""
    with canvas.tag("Art"):
        shown = False
        for part, lines in itertools.groupby(block.lines, _part_of):
            if part > Part.VENDOR and not shown:  # Name and vendor are read before the logo.
                _draw_pictures(canvas, block, left, top)
                _draw_badge(canvas, block, left, top, typesetter)
                shown = True
            if part == Part.HIGHLIGHT:
                with canvas.tag("L"):
                    _draw_paragraphs(canvas, block, lines, "LI", left, top)
            elif part == Part.OFFER and block.offer:
                _draw_offer(canvas, block.offer, lines, left, top)
            else:
                _draw_paragraphs(canvas, block, lines, _ROLES.get(part, "P"), left, top)
        if block.code:
            box, code = block.code
            here = _moved(box, left, top)
            with canvas.tag("Figure", alt=f"Code that opens {code.text}", box=here):
                canvas.qr(here.x, here.y, here.width, code)
        with canvas.artifact():
            _draw_decoration(canvas, block, left, top)
        for box, address in block.links:
            canvas.link(_moved(box, left, top), address)


def _part_of(line: SetLine) -> int:
    return line.place // PARAGRAPHS


def _draw_pictures(canvas: PageCanvas, block: Block, left: float, top: float) -> None:
    for box, picture, framed, alt in block.pictures:
        here = _moved(box, left, top)
        with canvas.tag("Figure", alt=alt, box=here):
            canvas.picture(here, picture)
        if framed:
            with canvas.artifact():
                canvas.rect(here, None, _HAIRLINE)


def _draw_badge(canvas: PageCanvas, block: Block, left: float, top: float, typesetter: Typesetter) -> None:
    """The type mark; in a listing it is all that says the type."""
    box = block.badge
    alone = block.tier == "listing"
    alt = f"{vocabularies().types[block.type].name} application"
    with canvas.tag("Figure", alt=alt, box=_moved(box, left, top)) if alone else canvas.artifact():
        draw_badge(canvas, left + box.x, top + box.y, box.width, block.type, typesetter)


def _draw_paragraphs(
    canvas: PageCanvas, block: Block, lines: Iterable[SetLine], role: Role, left: float, top: float
) -> None:
    text, languages = canvas.text, block.languages or {}
    for place, paragraph in itertools.groupby(lines, _OF_PLACE):
        with canvas.tag(role, lang=languages.get(place, "")):
            for x, baseline, line, _ in paragraph:
                text(left + x, top + baseline, line)


def _draw_offer(canvas: PageCanvas, offer: Offer, lines: Iterable[SetLine], left: float, top: float) -> None:
    flag, frame, word = offer
    with canvas.artifact():
        canvas.polygon([(left + x, top + y) for x, y in flag], BLACK)
        if frame:
            inset = _FRAME.width / 2
            box = Box(
                frame.x + inset, frame.y + inset, frame.width - _FRAME.width, frame.height - _FRAME.width
            )
            canvas.rect(_moved(box, left, top), None, _FRAME)
    with canvas.tag("P"):
        canvas.text(left + word.x, top + word.baseline, word.line, WHITE)
        for x, baseline, line, _ in lines:
            canvas.text(left + x, top + baseline, line)


def _draw_decoration(canvas: PageCanvas, block: Block, left: float, top: float) -> None:
    """Bullets, rules, shapes without a letter, the bar: the words beside them say what they show."""
    for x, y in block.bullets:
        canvas.rect(Box(left + x, top + y, styles.BULLET, styles.BULLET))
    for y in block.rules:
        canvas.rule((left, top + y), (left + span(WIDE), top + y), _INNER_RULE)
    for box in block.marks:
        middle = (left + box.x + box.width / 2, top + box.y + box.height / 2)
        draw_shape(canvas, middle, box.width, block.type, TYPE_INKS[block.type].fill)
    if block.bar:
        canvas.rect(_moved(block.bar, left, top))


def _moved(box: Box, left: float, top: float) -> Box:
    return Box(left + box.x, top + box.y, box.width, box.height)
