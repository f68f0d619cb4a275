"""A measured entry: every line and shape of it, placed from the upper left corner of its slot.

Owns the values between measuring and drawing. Refuses to decide: whoever draws a block only adds the slot's corner.
Lengths are PDF points, y grows downwards.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from catalog.print.assets.logos import Picture
    from catalog.print.assets.qr import Qr
    from catalog.print.note import Note
    from catalog.print.pdf.canvas_page import Box
    from catalog.print.typography.lines import Line

Tier = Literal["quarter", "half", "feature"]


class SetLine(NamedTuple):
    """A line at its place: left end and baseline."""

    x: float
    baseline: float
    line: Line


class PlacedPicture(NamedTuple):
    """A picture in the box that it fills; `framed` for a hairline around a screenshot."""

    box: Box
    picture: Picture
    framed: bool = False


class PlacedCode(NamedTuple):
    """A QR code; `box` holds its quiet zone too."""

    box: Box
    code: Qr


class Offer(NamedTuple):
    """The outline of the black flag of an offer, the frame around its words if any, and the word on the flag."""

    flag: tuple[tuple[float, float], ...]
    frame: Box | None
    word: SetLine


@dataclass(frozen=True, slots=True)
class Block:
    """An entry, ready to stand in a slot.

    `slots` is how many of the smallest slots it takes, `rule` the weight of the rule above it, `size` the type size
    of its text. `bullets` are the left upper corners of the squares before highlights, `bar` the bar beside the
    words about an entry from public facts, `badge` the place of the type mark. `rules` are the heights of rules across
    the entry, `marks` the boxes of type shapes without a letter. Links lead out of the book.
    """

    slug: str
    type: str
    tier: Tier
    slots: int
    rule: float
    size: float
    lines: tuple[SetLine, ...]
    bullets: tuple[tuple[float, float], ...]
    badge: tuple[float, float]
    code: PlacedCode
    pictures: tuple[PlacedPicture, ...] = ()
    bar: Box | None = None
    offer: Offer | None = None
    rules: tuple[float, ...] = ()
    marks: tuple[Box, ...] = ()
    links: tuple[tuple[Box, str], ...] = ()
    notes: tuple[Note, ...] = ()


class Overset(NamedTuple):
    """Why an entry does not fit its tier: the field, and how many characters are over."""

    field: str
    over: int
