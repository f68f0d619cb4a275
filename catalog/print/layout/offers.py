"""The offer of an entry: a black flag, the title, and until when.

Owns its two shapes, a bar across the text column and a flag in the column of the facts. Refuses offers that end
before the book is published (`words.offer`), and never drops the last day.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from catalog.english import short_day
from catalog.print.grid import LINE, SMALL
from catalog.print.layout.block import Offer, SetLine
from catalog.print.layout.frames import FACTS_WIDTH, FACTS_X, TEXT_WIDTH, TEXT_X
from catalog.print.pdf.canvas_page import Box
from catalog.print.typography import styles
from catalog.print.units import MM
from catalog.regions import words as region_words

if TYPE_CHECKING:
    from datetime import date

    from catalog.model import Promotion
    from catalog.print.layout.forme import Forme
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


def offer_lines(forme: Forme, promotion: Promotion, width: float = TEXT_WIDTH) -> int:
    """How many lines of the grid the bar takes at the foot of a slot."""
    return math.ceil((SMALL * len(_set(forme, promotion, width - _BESIDE).lines) + 2 * _PAD) / LINE)


def place_bar(forme: Forme, promotion: Promotion, x: float = TEXT_X, width: float = TEXT_WIDTH) -> None:
    """Put the offer across the foot of a column, in a frame; the flag points into the text."""
    said = _set(forme, promotion, width - _BESIDE)
    height = LINE * math.ceil((SMALL * len(said.lines) + 2 * _PAD) / LINE)
    box = Box(x, forme.frame.height - height, width, height)
    first = box.y + (height - SMALL * len(said.lines)) / 2 + SMALL - 2.2
    for row, line in enumerate(said.lines):
        left = box.right - _INDENT - line.width if forme.mirrored else box.x + _INDENT
        forme.lines.append(SetLine(left, first + SMALL * row, line))
    forme.offer = Offer(_flag(box, mirrored=forme.mirrored), box, _word(forme, box, mirrored=forme.mirrored))


def place_flag(forme: Forme, promotion: Promotion, top: float) -> float:
    """Put the offer into the column of the facts, the flag over its words; the result is the last baseline."""
    said = _set(forme, promotion, FACTS_WIDTH)
    box = Box(FACTS_X, top, FACTS_WIDTH, _FLAG_HEIGHT)
    first = box.bottom + SMALL + 1
    forme.stack(FACTS_X, first, SMALL, said.lines)
    forme.offer = Offer(_flag(box, mirrored=False), None, _word(forme, box, mirrored=False))
    return first + SMALL * (len(said.lines) - 1)


def _set(forme: Forme, promotion: Promotion, width: float) -> _Words:
    title: tuple[Line, ...] = ()
    for size in (8.0, *styles.SMALL_SIZES):
        title = forme.typesetter.wrap(
            promotion.title, styles.OFFER_TITLE.at(size), width, forme.language(promotion.title)
        )
        if len(title) == 1:
            break
    days = _days(promotion, forme.desk.edition.published)
    return _Words(title, _until(forme, promotion, days, width))


def _until(forme: Forme, promotion: Promotion, days: str, width: float) -> tuple[Line, ...]:
    """The days, the regions if the offer is narrower than the entry, and where the terms are."""
    regions = f" {region_words(promotion.regions)}." if promotion.regions else ""
    terms = " Terms on the entry page." if promotion.terms else ""
    lines: tuple[Line, ...] = ()
    for text in (days + regions + terms, days + regions, f"{days}{' Some regions only.' if regions else ''}"):
        lines = forme.typesetter.wrap(text, styles.FACT, width, "en", "ltr")
        if len(lines) <= (1 if width > FACTS_WIDTH else 3):
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
