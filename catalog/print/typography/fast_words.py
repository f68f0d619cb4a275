"""The fast way to break a text that is words alone in the Latin face: Latin, Greek, Cyrillic.

Owns the greedy breaking of one style at spaces and joints. Refuses every sign that needs shaping, another face or
another breaking rule; `plain` tells. All widths are thousandths of the type size.
"""

from __future__ import annotations

import itertools
import unicodedata
from typing import TYPE_CHECKING

from catalog.print.typography.breaks import CUT_AFTER, JOINT, cuts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.print.typography.fonts import Face

Broken = list[tuple[str, float]]


class Words:
    """Breaks words of one face."""

    def __init__(self, face: Face) -> None:
        self.face = face.name
        self._widths = face.widths
        self._space = face.widths[" "]
        self._plain = frozenset(chr(point) for point in face.cmap if _plain(chr(point)))

    def plain(self, text: str) -> bool:
        """Whether this way may be taken for the text."""
        return self._plain.issuperset(text)

    def width(self, text: str) -> float:
        """Width of a short text, remembered."""
        return self._widths[text]

    def broken(self, text: str, limit: float) -> Broken:
        """The text in lines of at most `limit`, each with its width. Runs of spaces count as one."""
        widths, space = self._widths, self._space
        lines: Broken = []
        line, filled = "", 0.0
        for word in text.split(" "):
            if not word:
                continue
            width = widths[word]
            if line and filled + space + width <= limit:
                line, filled = f"{line} {word}", filled + space + width
            elif not line and width <= limit:
                line, filled = word, width
            else:
                line, filled = self._overflow(lines, (line, filled), word, limit)
        return [*lines, (line, filled)] if line else lines

    def _overflow(
        self, lines: Broken, begun: tuple[str, float], word: str, limit: float
    ) -> tuple[str, float]:
        """Place a word that does not fit behind the begun line; adds full lines and returns the open one."""
        line, filled = begun
        glue = " " if line else ""
        for part in _parts(word):
            lead, width = self._space if glue else 0.0, self._widths[part]
            if filled + lead + width <= limit:
                line, filled = line + glue + part, filled + lead + width
            else:
                if line:
                    lines.append((line, filled))
                *full, line = self._cut(part, limit)
                lines.extend((text, self._widths.once(text)) for text in full)
                filled = self._widths.once(line)
            glue = ""
        return line, filled

    def _cut(self, part: str, limit: float) -> Iterator[str]:
        """A word cut into pieces of at most `limit`, behind a sign of an address where one is near."""
        while self._widths.once(part) > limit:
            places = cuts(part) or [len(part)]
            fitting = [place for place in places if self._widths.once(part[:place]) <= limit] or places[:1]
            tidy = [place for place in fitting if part[place - 1] in CUT_AFTER and place * 2 > fitting[-1]]
            place = (tidy or fitting)[-1]
            yield part[:place]
            part = part[place:]
            if not part:
                return
        yield part


def _parts(word: str) -> list[str]:
    places = [0, *(match.start() for match in JOINT.finditer(word)), len(word)]
    return [word[start:end] for start, end in itertools.pairwise(places)]


def _plain(sign: str) -> bool:
    kind = unicodedata.bidirectional(sign)
    return kind not in {"R", "AL", "AN", "BN", "NSM"} and unicodedata.category(sign)[0] not in "MC"
