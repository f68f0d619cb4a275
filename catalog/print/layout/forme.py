"""An entry while it is being put together.

Owns what has been placed so far, and the mirroring of the text column for right-to-left texts. Refuses to choose
places: the frame says where a part stands, and the part's own module puts it there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.print.layout.block import Offer, PlacedPicture, SetLine
from catalog.print.layout.frames import TEXT_WIDTH, TEXT_X
from catalog.print.note import Note
from catalog.text import direction, language_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalog.model import Entry
    from catalog.print.desk import Desk
    from catalog.print.layout.frames import Frame
    from catalog.print.pdf.canvas_page import Box
    from catalog.print.typography.lines import Direction, Line


class Forme:
    """The parts of one entry in one frame. Positions count from the upper left corner of the slot."""

    def __init__(self, entry: Entry, frame: Frame, desk: Desk) -> None:
        self.entry = entry
        self.frame = frame
        self.desk = desk
        self.typesetter = desk.typesetter
        self.mirrored = direction(entry.pitch or entry.name) == "rtl"
        self.lines: list[SetLine] = []
        self.bullets: list[tuple[float, float]] = []
        self.pictures: list[PlacedPicture] = []
        self.links: list[tuple[Box, str]] = []
        self.notes: list[Note] = []
        self.offer: Offer | None = None
        self.rules: list[float] = []
        self.marks: list[Box] = []
        self.bar: Box | None = None

    @property
    def base(self) -> Direction:
        """The base direction of the text column."""
        return "rtl" if self.mirrored else "ltr"

    def language(self, text: str) -> str:
        """The language of a text of this entry."""
        return language_of(text, self.entry.languages)

    def stack(self, x: float, first: float, step: float, lines: Iterable[Line]) -> None:
        """Put lines below each other, flush left."""
        self.lines += [SetLine(x, first + step * row, line) for row, line in enumerate(lines)]

    def in_column(self, line: Line, at: float, indent: float = 0.0) -> None:
        """Put a line of the text column at its leading edge."""
        self.lines.append(SetLine(self.leading(line.width, indent), at, line))

    def leading(self, width: float, indent: float = 0.0) -> float:
        """Left end of something in the text column that stands `indent` from the leading edge."""
        return TEXT_X + TEXT_WIDTH - indent - width if self.mirrored else TEXT_X + indent

    def note(self, field: str, message: str) -> None:
        """Keep something that the maintainers of the book should know."""
        self.notes.append(Note(self.entry.slug, field, message))

    def link(self, box: Box, address: str) -> None:
        """Let a part of the entry lead out of the book."""
        self.links.append((box, address))
