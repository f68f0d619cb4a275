"""A measured entry: every line and shape of it, placed from the upper left corner of its slot.

Owns the values between measuring and drawing. Refuses to decide: whoever draws a block only adds the slot's corner.
Lengths are PDF points, y grows downwards.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from catalog.editions import Size
from catalog.print.typography.lines import Line  # noqa: TC001 -- msgspec reads the annotations of `SetLine`

if TYPE_CHECKING:
    from catalog.print.assets.logos import Picture
    from catalog.print.assets.qr import Qr
    from catalog.print.note import Note
    from catalog.print.pdf.canvas_page import Box

Tier = Size

PARAGRAPHS = 1024
"""More paragraphs than an entry has: a line's `place` is its part times this, and the paragraph."""


class Part(IntEnum):
    """What the lines of an entry say, in the order of reading."""

    NAME = 0
    VENDOR = 1
    TYPE = 2
    SUMMARY = 3
    ADDRESS = 4
    PITCH_HEAD = 5
    PITCH = 6
    HIGHLIGHT = 7
    MORE_HEAD = 8
    MORE = 9
    CLAIM = 10
    OFFER = 11
    FACTS = 12
    PACKAGE = 13
    SALES = 14
    CAPTION = 15


class SetLine(NamedTuple):
    """A line at its place: left end and baseline. Lines of one paragraph have one `place` in the order of reading."""

    x: float
    baseline: float
    line: Line
    place: int = 0

    @property
    def part(self) -> Part:
        """What the line says."""
        return Part(self.place // PARAGRAPHS)


class PlacedPicture(NamedTuple):
    """A picture in the box that it fills; `framed` for a hairline around a screenshot; `alt` says what it shows."""

    box: Box
    picture: Picture
    framed: bool = False
    alt: str = ""


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

    `depth` is how many lines of the grid it takes, the empty one below it included, and it starts at a multiple of
    `step` lines. `rule` is the weight of the rule above it, `rule_above` how far above; `size` the type size of its
    text. `lines` stand in the order of reading. `bullets` are the left upper corners of the squares before highlights,
    `bar` the bar beside the words about an entry from public facts, `badge` the box of the type mark. `rules` are the
    heights of rules across the entry, `marks` the boxes of type shapes without a letter. A listing has no code. Links
    lead out of the book. `languages` are those of paragraphs that are not in English, by their place.
    """

    slug: str
    name: str
    type: str
    tier: Tier
    depth: int
    step: int
    rule: float
    rule_above: float
    size: float
    lines: tuple[SetLine, ...]
    bullets: tuple[tuple[float, float], ...]
    badge: Box
    code: PlacedCode | None
    pictures: tuple[PlacedPicture, ...] = ()
    bar: Box | None = None
    offer: Offer | None = None
    rules: tuple[float, ...] = ()
    marks: tuple[Box, ...] = ()
    links: tuple[tuple[Box, str], ...] = ()
    notes: tuple[Note, ...] = ()
    languages: dict[int, str] | None = None


class Overset(NamedTuple):
    """Why an entry does not fit its tier: the field, and how many characters are over."""

    field: str
    over: int
