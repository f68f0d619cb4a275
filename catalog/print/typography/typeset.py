"""Measuring and breaking text into lines.

Owns widths, line breaking and copy fitting for every script of the book, ragged and without hyphenation.
Refuses to place anything on a page. Lengths are PDF points; texts are NFC and hold no markup: what is typed
is what is set. A new line character in a text forces a break; a tab is a space.
"""

from __future__ import annotations

import functools
import itertools
from typing import TYPE_CHECKING

from catalog.font_packs import SANS
from catalog.print.typography.breaks import CUT_AFTER, cuts, opportunities
from catalog.print.typography.fast_words import Words
from catalog.print.typography.fonts import CAP_HEIGHT
from catalog.print.typography.lines import Direction, Glyph, Line, Piece, Span, Style, Weight
from catalog.print.typography.shaping import Paragraph, Shaper
from catalog.text import direction as direction_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from catalog.print.typography.fonts import Fonts

__all__ = ["Direction", "Glyph", "Line", "Piece", "Span", "Style", "Typesetter", "Weight"]

# Sums of floating widths may miss the limit by this much and still mean equal.
_SLACK = 1e-6
_SPACES = " \u3000\u200b"


class Typesetter:
    """Sets text with the given fonts. Widths are remembered, so one typesetter serves a whole book.

    `lang` is a BCP 47 tag and decides the shapes of Han signs (ja, ko, zh-Hans, zh-Hant); `None` lets the text
    tell. Every method raises `fonts.MissingGlyphError` for a code point that no font holds; ask
    `fonts.missing(text)` before.
    """

    def __init__(self, fonts: Fonts) -> None:
        self.fonts = fonts
        self._shaper = Shaper(fonts)
        self._words: dict[tuple[int, bool], Words] = {}
        # Facts such as a type or a region come again on every page.
        self._set = functools.lru_cache(maxsize=8192)(self._set_spans)

    def width(self, text: str, style: Style, lang: str | None = None) -> float:
        """Width of the text on one line."""
        words = self._plain(text, style)
        if words is not None:
            return words.width(text) * style.size / 1000
        return self.line(text, style, lang).width

    def cap_height(self, style: Style) -> float:
        """Height of a Latin capital, for centring a letter in a shape."""
        return CAP_HEIGHT * style.size

    def line(
        self,
        text: str | Sequence[Span],
        style: Style,
        lang: str | None = None,
        direction: Direction | None = None,
    ) -> Line:
        """The text on one line, however long. `style` holds for a plain text; spans bring their own.

        `direction` is the base direction; `None` takes it from the first strong sign.
        """
        words = self._plain(text, style) if isinstance(text, str) and direction != "rtl" else None
        if words is not None and isinstance(text, str):
            return _plain_line(words, text, words.width(text), style)
        spans = (Span(text, style, lang),) if isinstance(text, str) else text
        joined = [Span(span.text.replace("\n", " "), span.style, span.lang) for span in spans]
        (paragraph,) = self._paragraphs(joined, direction)
        return self._line(paragraph, 0, len(paragraph.text))

    def wrap(
        self,
        text: str | Sequence[Span],
        style: Style,
        width: float,
        lang: str | None = None,
        direction: Direction | None = None,
    ) -> tuple[Line, ...]:
        """The text broken into lines of at most `width`. An empty text has no lines.

        Breaks after spaces and after hyphens and slashes inside words; between CJK signs by the kinsoku rules; in
        Thai between clusters. A word or an address wider than the line is broken anywhere, so nothing sticks out.
        """
        words = self._plain(text, style) if isinstance(text, str) and direction != "rtl" else None
        if words is not None and isinstance(text, str):
            limit = (width + _SLACK) * 1000 / style.size
            return tuple(
                _plain_line(words, part, filled, style) for part, filled in words.broken(text, limit)
            )
        spans = (Span(text, style, lang),) if isinstance(text, str) else tuple(text)
        return self._set(spans, width, direction)

    def fits(
        self, text: str | Sequence[Span], style: Style, width: float, lines: int, lang: str | None = None
    ) -> bool:
        """Whether the text takes at most `lines` lines of `width`."""
        words = self._plain(text, style) if isinstance(text, str) else None
        if words is not None and isinstance(text, str):
            return len(words.broken(text, (width + _SLACK) * 1000 / style.size)) <= lines
        return len(self.wrap(text, style, width, lang)) <= lines

    def overset(self, text: str, style: Style, width: float, lines: int, lang: str | None = None) -> int:
        """How many characters stand behind the last of `lines` lines, spaces at line ends aside; 0 if it fits."""
        return sum(len(line.text) for line in self.wrap(text, style, width, lang)[lines:])

    def words_that_fit(self, text: str, style: Style, width: float, lang: str | None = None) -> str:
        """The longest start of the text, cut at a word, that is at most `width` wide; may be empty (guide words)."""
        fitting = ""
        for place in [*opportunities(text), len(text)]:
            start = text[:place].rstrip()
            if self.width(start, style, lang) > width + _SLACK:
                break
            fitting = start
        return fitting

    def _plain(self, text: str | Sequence[Span], style: Style) -> Words | None:
        if not isinstance(text, str):
            return None
        key = (style.weight, style.condensed)
        words = self._words.get(key)
        if words is None:
            name = self.fonts.face_name(SANS.name, style.weight, condensed=style.condensed)
            words = self._words[key] = Words(self.fonts.face(name))
        return words if words.plain(text) else None

    def _set_spans(
        self, spans: tuple[Span, ...], width: float, direction: Direction | None
    ) -> tuple[Line, ...]:
        return tuple(
            self._line(paragraph, start, end)
            for paragraph in self._paragraphs(spans, direction)
            for start, end in self._broken(paragraph, width + _SLACK)
        )

    def _paragraphs(self, spans: Sequence[Span], direction: Direction | None) -> Iterator[Paragraph]:
        """The paragraphs of a text, parted at new lines."""
        rows: list[list[Span]] = [[]]
        for span in spans:
            first, *more = span.text.replace("\t", " ").split("\n")
            rows[-1].append(Span(first, span.style, span.lang))
            rows.extend([Span(part, span.style, span.lang)] for part in more)
        for row in rows:
            yield self._shaper.paragraph(row, direction or _base(row))

    def _broken(self, paragraph: Paragraph, width: float) -> Iterator[tuple[int, int]]:
        """Start and end of every line, spaces at its ends left out. Widths of words add up: nothing kerns."""
        text, measure = paragraph.text, self._shaper.width
        start, end, filled = 0, 0, 0.0
        for first, place in itertools.pairwise([0, *opportunities(text), len(text)]):
            last = first + len(text[first:place].rstrip(_SPACES))
            if last == first:
                continue
            added = measure(paragraph, first, last)
            gap = measure(paragraph, end, first) if start < end < first else 0.0
            if end > start and filled + gap + added > width:
                yield start, end
                end = start = first
            elif end == start:
                start = first
            filled = added if end == start else filled + gap + added
            while filled > width and (cut := self._cut(paragraph, start, last, width)) < last:
                yield start, cut
                start = cut
                filled = measure(paragraph, start, last)
            end = last
        if end > start:
            yield start, end

    def _cut(self, paragraph: Paragraph, start: int, end: int, width: float) -> int:
        """Where to cut a word that no line holds: as late as it fits, behind a sign of an address if one is near."""
        measure = self._shaper.width
        places = [start + place for place in cuts(paragraph.text[start:end])]
        fitting = [place for place in places if measure(paragraph, start, place) <= width]
        if not fitting:
            # A cluster wider than the line: apart is better than outside.
            anywhere = range(start + 1, end)
            fitting = [place for place in anywhere if measure(paragraph, start, place) <= width] or [
                start + 1
            ]
        tidy = [
            place
            for place in fitting
            if paragraph.text[place - 1] in CUT_AFTER and (place - start) * 2 > fitting[-1] - start
        ]
        return (tidy or fitting)[-1]

    def _line(self, paragraph: Paragraph, start: int, end: int) -> Line:
        pieces = self._shaper.pieces(paragraph, start, end)
        width = sum([piece.width for piece in pieces])
        return Line(paragraph.text[start:end], width, pieces, paragraph.direction)


def _plain_line(words: Words, text: str, width: float, style: Style) -> Line:
    points = width * style.size / 1000
    return Line(text, points, (Piece(words.face, style.size, text, points),))


def _base(spans: Sequence[Span]) -> Direction:
    return "rtl" if direction_of("".join(span.text for span in spans)) == "rtl" else "ltr"
