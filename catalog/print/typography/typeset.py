"""Measuring and breaking text into lines.

Owns widths, line breaking and copy fitting for every script of the book, ragged.
Refuses to place anything on a page. Lengths are PDF points; texts are NFC and hold no markup: what is typed
is what is set. A new line character in a text forces a break; a tab is a space.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from catalog.font_packs import SANS
from catalog.print.typography.breaks import opportunities
from catalog.print.typography.fast_words import Words
from catalog.print.typography.fonts import CAP_HEIGHT
from catalog.print.typography.lines import SOFT_HYPHEN, Direction, Glyph, Line, Piece, Span, Style, Weight
from catalog.print.typography.paragraph_lines import SPACES, broken
from catalog.print.typography.shaping import Paragraph, Shaper
from catalog.text import direction as direction_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from catalog.print.typography.fonts import Fonts
    from catalog.print.typography.lines import Breaks

__all__ = ["Direction", "Glyph", "Line", "Piece", "Span", "Style", "Typesetter", "Weight"]

# Sums of floating widths may miss the limit by this much and still mean equal.
_SLACK = 1e-6
# Signs to an em, on average, of a text that may well fit.
_SHORT = 2.0


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
        # Facts such as a type or a region come again on every page, a pitch with every try to fit an entry.
        self._set = functools.lru_cache(maxsize=8192)(self._set_spans)
        self._wrapped = functools.lru_cache(maxsize=8192)(self._wrap)
        # Names come again in every index, in columns of another width.
        self._paragraph = functools.lru_cache(maxsize=8192)(self._shaper.paragraph)

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
            return _plain_line(words.face, text, words.width(text) * style.size / 1000, style.size)
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
        `style.breaks` says whether a short last line takes words from the line before, whether Latin, Greek and
        Cyrillic words may get hyphens, or whether lines are to be of one length; none of it ever costs a line.
        """
        if isinstance(text, str):
            return self._wrapped(text, style, width, lang, direction)
        return self._set(tuple(text), style.breaks, width, direction)

    def fits(
        self, text: str | Sequence[Span], style: Style, width: float, lines: int, lang: str | None = None
    ) -> bool:
        """Whether the text takes at most `lines` lines of `width`."""
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

    def _wrap(
        self, text: str, style: Style, width: float, lang: str | None, direction: Direction | None
    ) -> tuple[Line, ...]:
        if "\n" in text:
            rows = text.split("\n")
            return tuple(line for row in rows for line in self._wrapped(row, style, width, lang, direction))
        words = self._plain(text, style) if direction != "rtl" else None
        if words is None:
            return self._set_spans((Span(text, style, lang),), style.breaks, width, direction)
        scale = style.size / 1000
        filled = words.broken(text, (width + _SLACK) / scale, style.breaks, lang)
        return tuple([_plain_line(words.face, part, long * scale, style.size) for part, long, _ in filled])

    def _set_spans(
        self, spans: tuple[Span, ...], breaks: Breaks, width: float, direction: Direction | None
    ) -> tuple[Line, ...]:
        limit = width + _SLACK
        lines: list[Line] = []
        for paragraph in self._paragraphs(spans, direction):
            whole = self._on_one_line(paragraph, limit)
            if whole is None:
                stretches = broken(paragraph, self._shaper, limit, breaks)
                lines += [self._line(paragraph, start, end) for start, end in stretches]
            else:
                lines.append(whole)
        return tuple(lines)

    def _on_one_line(self, paragraph: Paragraph, limit: float) -> Line | None:
        """A short text that fits a line, without looking for places to break it. None may as well mean a long one."""
        text = paragraph.text
        if not text or text[0] in SPACES or text[-1] in SPACES:
            return None
        if len(text) * paragraph.runs[0].style.size > _SHORT * limit:
            return None
        line = self._line(paragraph, 0, len(text))
        return line if line.width <= limit else None

    def _paragraphs(self, spans: Sequence[Span], direction: Direction | None) -> Iterator[Paragraph]:
        """The paragraphs of a text, parted at new lines."""
        rows: list[list[Span]] = [[]]
        for span in spans:
            first, *more = span.text.replace("\t", " ").split("\n")
            rows[-1].append(Span(first, span.style, span.lang))
            rows.extend([Span(part, span.style, span.lang)] for part in more)
        for row in rows:
            yield self._paragraph(tuple(row), direction or _base(row))

    def _line(self, paragraph: Paragraph, start: int, end: int) -> Line:
        pieces = self._shaper.pieces(paragraph, start, end)
        width = sum([piece.width for piece in pieces])
        return Line(paragraph.text[start:end], width, pieces, paragraph.direction)


def _plain_line(face: str, text: str, width: float, size: float) -> Line:
    return Line(text.removesuffix(SOFT_HYPHEN), width, (Piece(face, size, text, width),))


def _base(spans: Sequence[Span]) -> Direction:
    return "rtl" if direction_of("".join(span.text for span in spans)) == "rtl" else "ltr"
