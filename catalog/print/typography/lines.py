"""The values that set text is made of: style, span, glyph, piece, line.

Owns their shapes. Refuses to measure (`typeset`), to shape (`shaping`) and to draw (`canvas`).
All lengths are PDF points.
"""

from __future__ import annotations

from typing import Literal

import msgspec

SOFT_HYPHEN = "\u00ad"
Weight = Literal[400, 600, 800]
Direction = Literal["ltr", "rtl"]
Breaks = Literal["full", "words", "text", "heading"]
"""How a style is broken into lines: filled one by one; the same without a short last line; that with hyphens where a
line would stay too empty; or lines of about one length."""


class Style(msgspec.Struct, frozen=True, gc=False):
    """How a text looks: type size in points, weight, whether it is set in the condensed width, how it breaks.

    A script without that weight or width takes its nearest (800 beside Latin is 600; CJK is never condensed).
    """

    size: float
    weight: Weight = 400
    condensed: bool = False
    breaks: Breaks = "full"

    def at(self, size: float) -> Style:
        """The same style at another size, for the steps of a ladder."""
        return Style(size, self.weight, self.condensed, self.breaks)


class Span(msgspec.Struct, frozen=True, gc=False):
    """A stretch of text in one style, for lines that mix styles. `lang` is BCP 47; `None` lets the text tell."""

    text: str
    style: Style
    lang: str | None = None


class Glyph(msgspec.Struct, frozen=True, gc=False):
    """A shaped glyph, in thousandths of the type size; `dx` and `dy` move it from its place, `dy` upwards.

    `text` is the part of the logical text that the glyph stands for when text is copied out; it may be empty.
    """

    id: int
    text: str
    advance: float
    dx: float = 0.0
    dy: float = 0.0


class Piece(msgspec.Struct, frozen=True, gc=False):
    """Text of one face (by its name in `Fonts`) and one direction.

    `glyphs` is `None` where each sign of the text maps to one glyph by itself, kerned as the face says. A soft
    hyphen at the end of such a text is a hyphen that breaking put there.
    """

    face: str
    size: float
    text: str
    width: float
    glyphs: tuple[Glyph, ...] | None = None


class Line(msgspec.Struct, frozen=True, gc=False):
    """One set line, ready to draw.

    `pieces` stand in visual order from left to right; `text` is the logical text as typed, without the hyphen of a
    broken word. `width` is in points.
    `direction` is the base direction: a caller sets a right-to-left line flush right, or uses
    `PageCanvas.text_right`.
    """

    text: str
    width: float
    pieces: tuple[Piece, ...]
    direction: Direction = "ltr"

    @property
    def shaped(self) -> bool:
        """Whether some glyphs do not spell the text by themselves, so that the PDF must carry the text beside."""
        return any(piece.glyphs is not None for piece in self.pieces)

    @property
    def hyphenated(self) -> bool:
        """Whether the last word goes on in the next line, behind a hyphen that was not typed."""
        return (
            bool(self.pieces)
            and self.pieces[-1].glyphs is None
            and self.pieces[-1].text.endswith(SOFT_HYPHEN)
        )
