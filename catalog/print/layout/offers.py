"""The offer of an entry: a black flag, the title, and until when.

Owns its two shapes, a bar across the text column and a flag in the column of the facts. Refuses offers that end
before the book is published (`words.offer`), and never drops the last day.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from catalog.english import short_day
from catalog.print.grid import LINE, SMALL
from catalog.print.layout import words
from catalog.print.layout.block import Offer, Part, SetLine
from catalog.print.pdf.canvas_page import Box
from catalog.print.typography import styles
from catalog.print.units import MM
from catalog.regions import words as region_words

if TYPE_CHECKING:
    from datetime import date

    from catalog.model import Promotion
    from catalog.print.layout.forme import Forme
    from catalog.print.layout.frames import Strip
    from catalog.print.typography.lines import Line

_WORD = "Offer"
_FLAG = 35.0
_POINT = 6.0
_INDENT = 46.0
_PAD = 3.0
_BESIDE = _INDENT + 1 * MM  # The flag, and air at the other end.
_FLAG_HEIGHT = 15.0


class _Words(NamedTuple):
    title: tuple[Line, ...]
    until: tuple[Line, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        return (*self.title, *self.until)


def offer_room(forme: Forme) -> int:
    """Lines at the foot of the text column that belong to the offer, with the empty one above it."""
    promotion = words.offer(forme.entry, forme.desk.edition.published)
    if promotion is None or forme.frame.offer_line is not None:
        return 0
    return _bar_lines(_set(forme, promotion, forme.frame.text.width - _BESIDE, 1)) + 1


def _bar_lines(said: _Words) -> int:
    return math.ceil((SMALL * len(said.lines) + 2 * _PAD) / LINE)


def place_bar(forme: Forme, promotion: Promotion, strip: Strip, foot: float) -> None:
    """Put the offer across a column, in a frame that ends at `foot`; the flag points into the text."""
    said = _set(forme, promotion, strip.width - _BESIDE, 1)
    height = LINE * _bar_lines(said)
    box = Box(strip.x, foot - height, strip.width, height)
    first = box.y + (height - SMALL * len(said.lines)) / 2 + SMALL - 2.2
    forme.begin(Part.OFFER)
    for row, line in enumerate(said.lines):
        left = box.right - _INDENT - line.width if forme.mirrored else box.x + _INDENT
        forme.put(left, first + SMALL * row, line)
    forme.offer = Offer(_flag(box, mirrored=forme.mirrored), box, _word(forme, box, mirrored=forme.mirrored))


def place_flag(forme: Forme, promotion: Promotion, top: float) -> float:
    """Put the offer into the column of the facts, the flag over its words; the result is the last baseline."""
    facts = forme.frame.facts
    said = _set(forme, promotion, facts.width, 3)
    box = Box(facts.x, top, facts.width, _FLAG_HEIGHT)
    first = box.bottom + SMALL + 1
    forme.begin(Part.OFFER)
    forme.stack(facts.x, first, SMALL, said.lines)
    forme.offer = Offer(_flag(box, mirrored=False), None, _word(forme, box, mirrored=False))
    return first + SMALL * (len(said.lines) - 1)


def _set(forme: Forme, promotion: Promotion, width: float, days_lines: int) -> _Words:
    """The words in a column; the line about the days gets shorter until it is at most so many."""
    title: tuple[Line, ...] = ()
    for size in (8.0, *styles.SMALL_SIZES):
        title = forme.typesetter.wrap(
            promotion.title, styles.OFFER_TITLE.at(size), width, forme.language(promotion.title)
        )
        if len(title) == 1:
            break
    return _Words(title, _until(forme, promotion, width, days_lines))


def _until(forme: Forme, promotion: Promotion, width: float, most: int) -> tuple[Line, ...]:
    """The days, the regions if the offer is narrower than the entry, and where the terms are."""
    days = _days(promotion, forme.desk.edition.published)
    regions = f" {region_words(promotion.regions)}." if promotion.regions else ""
    terms = " Terms on the entry page." if promotion.terms else ""
    lines: tuple[Line, ...] = ()
    for text in (days + regions + terms, days + regions, f"{days}{' Some regions only.' if regions else ''}"):
        lines = forme.typesetter.wrap(text, styles.FACT, width, "en", "ltr")
        if len(lines) <= most:
            break
    return lines


def _days(promotion: Promotion, published: date) -> str:
    until = short_day(promotion.ends)
    return (
        f"Until {until}."
        if promotion.starts <= published
        else f"From {short_day(promotion.starts)} until {until}."
    )


def _flag(box: Box, *, mirrored: bool) -> tuple[tuple[float, float], ...]:
    """A flag at the leading edge of the box; its point shows where the words are."""
    middle = box.y + box.height / 2
    edge, way = (box.right, -1.0) if mirrored else (box.x, 1.0)
    shoulder, point = edge + way * _FLAG, edge + way * (_FLAG + _POINT)
    return ((edge, box.y), (shoulder, box.y), (point, middle), (shoulder, box.bottom), (edge, box.bottom))


def _word(forme: Forme, box: Box, *, mirrored: bool) -> SetLine:
    line = forme.typesetter.line(_WORD, styles.OFFER_FLAG, "en", "ltr")
    x = box.right - _FLAG + (_FLAG - line.width) / 2 if mirrored else box.x + (_FLAG - line.width) / 2
    return SetLine(x, box.y + box.height / 2 + 2.8, line)
