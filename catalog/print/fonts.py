"""The fonts of the book: which font holds a code point, and static cuts of it.

Owns the choice of fonts from the packs (never a system font), the cuts by weight and width, and their cache.
Refuses to shape or measure text. Same code points, same bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


class MissingGlyphError(Exception):
    """No font of the packs holds these code points."""

    def __init__(self, code_points: tuple[int, ...], text: str) -> None:
        named = ", ".join(f"U+{point:04X}" for point in code_points)
        super().__init__(f"no font of the book holds {named} in {text[:60]!r}")
        self.code_points = code_points
        self.text = text


def missing(text: str) -> tuple[int, ...]:
    """The code points of the text that no font of the packs holds, sorted. Builds no font; for `check`."""
    raise NotImplementedError


class Face:
    """A static cut of one font: `advances` and `cmap` for the fast path, the file for embedding and shaping."""


class Fonts:
    """The faces of a book, cut when first asked for. Holds no code point that `open_fonts` was not told of."""


def open_fonts(texts: Iterable[str], cache: Path) -> Fonts:
    """Fonts for the code points of these texts. Latin, Greek, Cyrillic and punctuation are always there.

    Args:
        texts: every text that will be set; order and repetition do not matter.
        cache: folder for the cuts (made when missing), such as `.cache/fonts`; safe to delete at any time.
    """
    raise NotImplementedError
