"""A money flow as a drawing of lines: the parties from left to right, a row for each contract and payment.

Owns measures and inks. The layout in columns and rows is the handbook package's, the same as on the site; nothing but
black and its tints, so it prints from one plate. Refuses words of its own but the two captions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from catalog.print.pages.models import CAPTION, GAP, HEAD, ROW, height_of
from catalog.print.pdf.canvas import Box, Stroke
from catalog.print.pdf.color import BLACK, WHITE, grey
from catalog.print.typography import styles
from catalog.print.typography.fonts import CAP_HEIGHT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.handbook.moneyflow import Diagram, Row
    from catalog.print.draw.pen import Pen
    from catalog.vocabulary import Party

_LIFE = Stroke(0.4, grey(35))
_FRAME = Stroke(0.5)
_SIGNED = Stroke(0.5, BLACK, (3.0, 2.0))
_PAID = Stroke(1.2)
_ARROW = (6.5, 3.0)
_DOT = 1.8
_ABOVE = 3.2
"""From a line up to the baseline of its label."""


class _Place(NamedTuple):
    """The drawing's left and upper edge, and its width."""

    x: float
    y: float
    width: float

    def centre(self, at: int, diagram: Diagram) -> float:
        """The middle of a party's column."""
        return self.x + self.width / len(diagram.parties) * (at + 0.5)


def draw_flow(pen: Pen, diagram: Diagram, x: float, y: float, width: float) -> None:
    """The drawing with its upper left corner at `x` (from the type area) and `y`."""
    place = _Place(pen.left + x, y, width)
    for at in range(len(diagram.parties)):
        centre = place.centre(at, diagram)
        pen.canvas.rule((centre, y + HEAD), (centre, y + height_of(diagram)), _LIFE)
    for at, party in enumerate(diagram.parties):
        _draw_party(pen, party, at, diagram, place)
    top = y + HEAD
    for caption, rows in (
        ("Who signs with whom", [row for row in diagram.rows if not row.paid]),
        ("Who pays whom", [row for row in diagram.rows if row.paid]),
    ):
        top = _draw_part(pen, caption, rows, top, diagram, place)


def _draw_party(pen: Pen, party: Party, at: int, diagram: Diagram, place: _Place) -> None:
    """Its name in a box, in two lines where it is long; the platform owner's is black, since its gain is the point."""
    width = place.width / len(diagram.parties) - GAP
    owner = party.id == "parallels"
    box = Box(place.centre(at, diagram) - width / 2, place.y, width, HEAD - 2)
    pen.canvas.rect(box, BLACK if owner else WHITE, _FRAME)
    style = styles.LABEL
    lines = pen.typesetter.wrap(party.name, style, width - 4)
    leading = style.size + 1.5
    first = box.y + box.height / 2 + CAP_HEIGHT * style.size / 2 - leading * (len(lines) - 1) / 2
    for number, line in enumerate(lines):
        middle = box.x + box.width / 2
        pen.canvas.text_centred(middle, first + leading * number, line, WHITE if owner else BLACK)


def _draw_part(
    pen: Pen, caption: str, rows: Sequence[Row], top: float, diagram: Diagram, place: _Place
) -> float:
    """A caption and its rows; the result is where the next part begins."""
    _draw_words(pen, caption, place.x, top + CAPTION - _ABOVE, strong=True)
    top += CAPTION
    for row in rows:
        top += ROW
        _draw_row(pen, row, top - 3, diagram, place)
    return top


def _draw_row(pen: Pen, row: Row, y: float, diagram: Diagram, place: _Place) -> None:
    start, end = place.centre(row.start, diagram), place.centre(row.end, diagram)
    length, half = _ARROW
    if row.paid:
        back = end - length if end > start else end + length
        pen.canvas.rule((start, y), (back, y), _PAID)
        pen.canvas.polygon([(end, y), (back, y - half), (back, y + half)])
        pen.canvas.circle((start, y), _DOT)
    else:
        pen.canvas.rule((start, y), (end, y), _SIGNED)
        for at in (start, end):
            pen.canvas.circle((at, y), _DOT, WHITE, _FRAME)
    width = pen.typesetter.width(row.label, styles.FACT)
    middle = min(max((start + end) / 2, place.x + width / 2), place.x + place.width - width / 2)
    _draw_words(pen, row.label, middle - width / 2, y - _ABOVE, strong=False)


def _draw_words(pen: Pen, words: str, x: float, baseline: float, *, strong: bool) -> None:
    """Words on white, so that no line runs through them."""
    line = pen.typesetter.line(words, styles.LABEL if strong else styles.FACT, "en")
    pen.canvas.rect(Box(x - 1, baseline - 6.5, line.width + 2, 8), WHITE)
    pen.canvas.text(x, baseline, line)
