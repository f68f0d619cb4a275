"""Breaking a paragraph of any script into lines, as stretches of its text.

Owns the breaking of runs at the opportunities of their scripts, with no hyphens. Refuses to shape (`shaping`) and to
know which rule a style breaks by (`typeset`). Lengths are points.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from catalog.print.typography.breaks import CUT_AFTER, cuts, opportunities
from catalog.print.typography.endings import KEPT_FULL, ends_badly, evened

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from catalog.print.typography.lines import Breaks
    from catalog.print.typography.shaping import Paragraph, Shaper

SPACES = " \u3000\u200b"
Stretch = tuple[int, int]


def broken(paragraph: Paragraph, shaper: Shaper, width: float, breaks: Breaks) -> Sequence[Stretch]:
    """Start and end of every line, spaces at its ends left out."""
    column = _Column(paragraph, shaper)
    if breaks == "heading":
        return evened(column.lines, width, column.widest())
    lines = column.lines(width)
    return column.mended(lines, width) if breaks != "full" and len(lines) > 1 else lines


class _Column:
    """A paragraph that is set in one width after the other."""

    def __init__(self, paragraph: Paragraph, shaper: Shaper) -> None:
        self._paragraph = paragraph
        self._shaper = shaper
        self._places = opportunities(paragraph.text)

    def measure(self, start: int, end: int) -> float:
        """Width of a stretch on one line."""
        return self._shaper.width(self._paragraph, start, end)

    def widest(self) -> float:
        """Width of the widest stretch that nothing breaks."""
        return max((self.measure(first, last) for first, last in self._parts()), default=0.0)

    def lines(self, width: float) -> list[Stretch]:
        """Lines that are filled one by one."""
        found: list[Stretch] = []
        # The line begins at `start`; up to `counted` its width is known, behind that signs may kern with the next.
        start, end, counted, known = 0, 0, 0, 0.0
        for first, last in self._parts():
            if end > start:
                if end < first or self._parted(end):
                    known += self.measure(counted, end) + (self.measure(end, first) if end < first else 0.0)
                    counted = first
                if known + self.measure(counted, last) > width:
                    found.append((start, end))
                    end = start = first
            if end == start:
                start, counted, known = first, first, 0.0
                while self.measure(start, last) > width and (cut := self._cut(start, last, width)) < last:
                    found.append((start, cut))
                    start = counted = cut
            end = last
        return [*found, (start, end)] if end > start else found

    def mended(self, lines: list[Stretch], width: float) -> list[Stretch]:
        """The same lines, the last but one with words given to a last line that is too short."""
        text = self._paragraph.text
        (start, end), (_, last) = lines[-2:]
        begin = lines[-1][0]
        for place in reversed([place for place in self._places if start < place < end]):
            if not ends_badly(text[begin:last], self.measure(begin, last), width):
                break
            kept = start + len(text[start:place].rstrip(SPACES))
            if self.measure(start, kept) < KEPT_FULL * width or self.measure(place, last) > width:
                break
            lines[-2:] = [(start, kept), (place, last)]
            begin = place
        return lines

    def _parts(self) -> Iterator[Stretch]:
        """What stands between two opportunities, without the spaces behind it."""
        text = self._paragraph.text
        for first, place in itertools.pairwise([0, *self._places, len(text)]):
            last = first + len(text[first:place].rstrip(SPACES))
            if last > first:
                yield first, last

    def _parted(self, index: int) -> bool:
        """Whether the signs on both sides of a place keep their own widths."""
        return self._shaper.parted(self._paragraph, index)

    def _cut(self, start: int, end: int, width: float) -> int:
        """Where to cut a word that no line holds: as late as it fits, behind a sign of an address if one is near."""
        text = self._paragraph.text
        places = [start + place for place in cuts(text[start:end])]
        fitting = [place for place in places if self.measure(start, place) <= width]
        if not fitting:
            # A cluster wider than the line: apart is better than outside.
            anywhere = range(start + 1, end)
            fitting = [place for place in anywhere if self.measure(start, place) <= width] or [start + 1]
        tidy = [
            place
            for place in fitting
            if text[place - 1] in CUT_AFTER and (place - start) * 2 > fitting[-1] - start
        ]
        return (tidy or fitting)[-1]
