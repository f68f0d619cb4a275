"""Measuring and breaking text into lines.

Owns widths, line breaking and copy fitting for every script of the book, ragged and without hyphenation.
Refuses to place anything on a page. Lengths are PDF points; texts are NFC and hold no markup: what is typed
is what is set. A new line character in a text forces a break.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.print.typeset_line import Direction, Glyph, Line, Piece, Span, Style, Weight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.print.fonts import Fonts

__all__ = ["Direction", "Glyph", "Line", "Piece", "Span", "Style", "Typesetter", "Weight"]


class Typesetter:
    """Sets text with the given fonts. Results are remembered, so one typesetter serves a whole book.

    `lang` is a BCP 47 tag and decides the shapes of Han signs (ja, ko, zh-Hans, zh-Hant); `None` lets the text
    tell. Every method raises `fonts.MissingGlyphError` for a code point that no font holds; ask
    `fonts.missing(text)` before.
    """

    def __init__(self, fonts: Fonts) -> None:
        self.fonts = fonts

    def width(self, text: str, style: Style, lang: str | None = None) -> float:
        """Width of the text on one line."""
        raise NotImplementedError

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
        raise NotImplementedError

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
        raise NotImplementedError

    def fits(
        self, text: str | Sequence[Span], style: Style, width: float, lines: int, lang: str | None = None
    ) -> bool:
        """Whether the text takes at most `lines` lines of `width`."""
        raise NotImplementedError

    def overset(self, text: str, style: Style, width: float, lines: int, lang: str | None = None) -> int:
        """How many characters stand behind the last of `lines` lines; 0 when the text fits."""
        raise NotImplementedError

    def words_that_fit(self, text: str, style: Style, width: float, lang: str | None = None) -> str:
        """The longest start of the text, cut at a word, that is at most `width` wide; may be empty (guide words)."""
        raise NotImplementedError
