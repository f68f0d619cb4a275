"""An entry while it is being put together.

Owns what has been placed so far, which part of the entry each line belongs to, and the mirroring of the text column
for right-to-left texts. Refuses to choose places: the frame says where a part stands, and the part's own module puts
it there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.print.layout.block import PARAGRAPHS, Offer, Part, PlacedPicture, SetLine
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
        self.badge_line = frame.badge_line
        self.lines: list[SetLine] = []
        self.bullets: list[tuple[float, float]] = []
        self.pictures: list[PlacedPicture] = []
        self.links: list[tuple[Box, str]] = []
        self.notes: list[Note] = []
        self.languages: dict[int, str] = {}
        self.offer: Offer | None = None
        self.rules: list[float] = []
        self.marks: list[Box] = []
        self.bar: Box | None = None
        self._paragraphs = 0
        self._place = 0

    @property
    def base(self) -> Direction:
        """The base direction of the text column."""
        return "rtl" if self.mirrored else "ltr"

    def language(self, text: str) -> str:
        """The language of a text of this entry."""
        return language_of(text, self.entry.languages)

    def begin(self, part: Part, lang: str = "en") -> None:
        """What is put from here on is a paragraph of this part."""
        self._paragraphs += 1
        self._place = part * PARAGRAPHS + self._paragraphs
        if lang != "en":
            self.languages[self._place] = lang

    def put(self, x: float, at: float, line: Line) -> None:
        """Put a line with its left end and baseline at a point."""
        self.lines.append(SetLine(x, at, line, self._place))

    def stack(self, x: float, first: float, step: float, lines: Iterable[Line]) -> None:
        """Put lines below each other, flush left."""
        place, at = self._place, first
        for line in lines:
            self.lines.append(SetLine(x, at, line, place))
            at += step

    def in_column(self, line: Line, at: float, indent: float = 0.0) -> None:
        """Put a line of the text column at its leading edge."""
        self.lines.append(SetLine(self.leading(line.width, indent), at, line, self._place))

    def leading(self, width: float, indent: float = 0.0) -> float:
        """Left end of something in the text column that stands `indent` from the leading edge."""
        text = self.frame.text
        return text.right - indent - width if self.mirrored else text.x + indent

    def note(self, field: str, message: str, *, by_design: bool = False) -> None:
        """Keep something that the maintainers of the book should know."""
        self.notes.append(Note(self.entry.slug, field, message, by_design))

    def link(self, box: Box, address: str) -> None:
        """Let a part of the entry lead out of the book."""
        self.links.append((box, address))

    def read(self) -> tuple[SetLine, ...]:
        """The lines in the order of reading."""
        return tuple(sorted(self.lines, key=_place))


def _place(line: SetLine) -> int:
    return line.place
