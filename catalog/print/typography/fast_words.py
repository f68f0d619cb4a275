"""The fast way to break a text that is words alone in the Latin face: Latin, Greek, Cyrillic.

Owns the breaking of one style at spaces, joints and hyphens of its own. Refuses every sign that needs shaping, another
face or another breaking rule; `plain` tells. All widths are thousandths of the type size.
"""

from __future__ import annotations

import itertools
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from catalog.print.typography.breaks import CUT_AFTER, JOINT, cuts
from catalog.print.typography.endings import KEPT_FULL, ends_badly, evened
from catalog.print.typography.hyphens import hyphen_places
from catalog.print.typography.lines import SOFT_HYPHEN
from catalog.print.typography.spoken import spoken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.print.typography.fonts import Face
    from catalog.print.typography.lines import Breaks

_TOO_EMPTY = 0.15
"""Part of the width from which on a ragged line looks too empty, so that its next word is parted."""


class Filled(NamedTuple):
    """A line, its width, and what parted it from the next: a space, nothing, or a soft hyphen, which ends the text."""

    text: str
    width: float
    joint: str


class Words:
    """Breaks words of one face."""

    def __init__(self, face: Face) -> None:
        self.face = face.name
        self.widths = face.widths
        self._kerns = face.kerns
        self.space = face.widths[" "]
        self._plain = frozenset(chr(point) for point in face.cmap if _plain(chr(point)))

    def plain(self, text: str) -> bool:
        """Whether this way may be taken for the text."""
        return self._plain.issuperset(text)

    def width(self, text: str) -> float:
        """Width of a short text, remembered."""
        return self.widths[text]

    def kern(self, before: str, after: str) -> float:
        """What two signs beside each other add to their widths."""
        return self._kerns[before + after] if self._kerns is not None else 0.0

    def broken(
        self, text: str, limit: float, breaks: Breaks = "full", lang: str | None = None
    ) -> Sequence[Filled]:
        """The text in lines of at most `limit`. Runs of spaces count as one."""
        if breaks == "heading":
            widest = max(
                (self.widths[part] for word in text.split(" ") for part in _parts(word)), default=0.0
            )
            return evened(lambda limit: _Column(self, limit).set(text), limit, widest)
        column = _Column(self, limit, (text, lang) if breaks == "text" else None)
        lines = column.set(text)
        if column.forced:
            # Hyphens in a word that no line holds may take a line that cuts would not.
            lines = min(lines, _Column(self, limit).set(text), key=len)
        if breaks != "full" and len(lines) > 1:
            self._mend_end(lines, limit)
        return lines

    def _mend_end(self, lines: list[Filled], limit: float) -> None:
        """Give words of the last line but one to a last line that is too short, if both look well with them."""
        before, last = lines[-2:]
        joint, place = before.joint, len(before.text)
        while joint != SOFT_HYPHEN and ends_badly(lines[-1].text, lines[-1].width, limit):
            place = before.text.rfind(" ", 0, place)
            kept, moved = before.text[: max(place, 0)], before.text[place + 1 :] + joint + last.text
            kept_width, width = self.widths.once(kept), self.widths.once(moved)
            if kept_width < KEPT_FULL * limit or width > limit:
                return
            lines[-2:] = Filled(kept, kept_width, " "), Filled(moved, width, "")


class _Column:
    """A text on its way into lines. `said` is the text and its language where words may be parted by hyphens."""

    __slots__ = ("_limit", "_lines", "_said", "_words", "forced")

    def __init__(self, words: Words, limit: float, said: tuple[str, str | None] | None = None) -> None:
        self._words = words
        self._limit = limit
        self._said = said
        self._lines: list[Filled] = []
        # Whether a word wider than the line got hyphens.
        self.forced = False

    def set(self, text: str) -> list[Filled]:
        """The lines, each filled as far as it goes."""
        widths, space, limit = self._words.widths, self._words.space, self._limit
        line, filled = "", 0.0
        words = [word for word in text.split(" ") if word]
        last = len(words) - 1
        for index, word in enumerate(words):
            width = widths[word]
            if line and filled + space + width <= limit:
                line, filled = f"{line} {word}", filled + space + width
            elif not line and width <= limit:
                line, filled = word, width
            else:
                line, filled = self._overflow(line, filled, word, final=index == last)
        if line:
            self._lines.append(Filled(line, filled, ""))
        return self._lines

    def _overflow(self, line: str, filled: float, word: str, *, final: bool) -> tuple[str, float]:
        """Place a word that does not fit behind the begun line; adds full lines and returns the open one."""
        widths, limit = self._words.widths, self._limit
        glue = " " if line else ""
        parts = _parts(word)
        places = self._places(word, filled, final=final) if len(parts) == 1 else ()
        for part in parts:
            lead = self._words.space if glue else self._words.kern(line[-1], part[0]) if line else 0.0
            rest = part
            if filled + lead + widths[part] <= limit:
                line, filled = line + glue + part, filled + lead + widths[part]
            else:
                if place := self._last_fitting(part, places, limit - filled - lead):
                    head = part[:place] + SOFT_HYPHEN
                    self._lines.append(
                        Filled(line + glue + head, filled + lead + widths.once(head), SOFT_HYPHEN)
                    )
                    rest, places = part[place:], [later - place for later in places if later > place]
                elif line:
                    self._lines.append(Filled(line, filled, glue))
                line = self._cut(rest, places)
                filled = widths.once(line)
            glue = ""
        return line, filled

    def _places(self, word: str, filled: float, *, final: bool) -> Sequence[int]:
        """Where the word may get a hyphen. One that no line holds may get it anywhere: the cut would have none."""
        if self._said is None:
            return ()
        well = self._limit - filled <= _TOO_EMPTY * self._limit
        wide = self._words.widths[word] > self._limit
        if not wide and (final or well or (self._lines and self._lines[-1].joint == SOFT_HYPHEN)):
            return ()
        self.forced = self.forced or wide
        return hyphen_places(word, spoken(*self._said))

    def _last_fitting(self, word: str, places: Sequence[int], room: float) -> int:
        """The last place at which the word and a hyphen fit, or 0."""
        once = self._words.widths.once
        return max((place for place in places if once(word[:place] + SOFT_HYPHEN) <= room), default=0)

    def _cut(self, part: str, places: Sequence[int]) -> str:
        """Cut a word into lines until the rest fits: by hyphens, or behind a sign of an address where one is near."""
        once, limit = self._words.widths.once, self._limit
        while once(part) > limit:
            joint = SOFT_HYPHEN
            place = self._last_fitting(part, places, limit)
            if not place:
                joint = ""
                anywhere = cuts(part) or [len(part)]
                fitting = [index for index in anywhere if once(part[:index]) <= limit] or anywhere[:1]
                tidy = [at for at in fitting if part[at - 1] in CUT_AFTER and at * 2 > fitting[-1]]
                place = (tidy or fitting)[-1]
            head = part[:place] + joint
            self._lines.append(Filled(head, once(head), joint))
            part, places = part[place:], [later - place for later in places if later > place]
        return part


def _parts(word: str) -> list[str]:
    if word.isalpha():
        return [word]
    places = [0, *(match.start() for match in JOINT.finditer(word)), len(word)]
    return [word[start:end] for start, end in itertools.pairwise(places)]


def _plain(sign: str) -> bool:
    kind = unicodedata.bidirectional(sign)
    return kind not in {"R", "AL", "AN", "BN", "NSM"} and unicodedata.category(sign)[0] not in "MC"
