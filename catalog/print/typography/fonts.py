"""The fonts of the book: which font holds a code point, and static cuts of it.

Owns the faces of one book, each cut when first asked for. Refuses to shape or measure text. Same code points,
same bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import uharfbuzz as hb

from catalog import font_packs
from catalog.font_packs import (
    ALPHABETS,
    COMMON,
    FAMILIES,
    JOINERS,
    LATIN,
    SANS,
    coverage,
    missing,
)
from catalog.print.typography.font_cuts import cached, cut, cut_name, keep, subset_font

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

__all__ = ["CAP_HEIGHT", "Face", "Fonts", "MissingGlyphError", "missing", "open_fonts"]

# Height of a capital of the Latin face, in parts of the type size.
CAP_HEIGHT = 0.714


class MissingGlyphError(Exception):
    """The fonts hold no glyph for these code points: no pack has one, or `open_fonts` was not told of them."""

    def __init__(self, code_points: tuple[int, ...], text: str) -> None:
        named = ", ".join(f"U+{point:04X}" for point in code_points)
        super().__init__(f"the fonts of the book hold no {named}, which stands in {text[:60]!r}")
        self.code_points = code_points
        self.text = text


class Widths(dict[str, float]):
    """Widths of texts by the sum of their signs, each summed once; raises `MissingGlyphError`."""

    def __init__(self, signs: dict[str, float]) -> None:
        super().__init__()
        self._signs = signs

    def __missing__(self, text: str) -> float:
        width = self[text] = self.once(text)
        return width

    def once(self, text: str) -> float:
        """The same without remembering, for texts that do not come again."""
        signs = self._signs
        try:
            return sum([signs[sign] for sign in text])
        except KeyError:
            absent = {ord(sign) for sign in text if sign not in signs}
            raise MissingGlyphError(tuple(sorted(absent)), text) from None


class Face:
    """A static cut of one family.

    `name` such as `sans-600-condensed` is its name in lines and on pages. `cmap` maps code points to glyphs,
    `advances` glyphs to widths, `widths` texts to widths without shaping, both in thousandths of the type size;
    `font` shapes, `content` is the file.
    """

    def __init__(self, name: str, content: bytes) -> None:
        self.name = name
        self.content = content
        face = hb.Face(content)
        self.font = hb.Font(face)
        scale = 1000 / face.upem
        self.cmap: dict[int, int] = {point: self.font.get_nominal_glyph(point) for point in face.unicodes}
        self.advances = [self.font.get_glyph_h_advance(glyph) * scale for glyph in range(face.glyph_count)]
        self.scale = scale
        self.widths = Widths({chr(point): self.advances[glyph] for point, glyph in self.cmap.items()})


class Fonts:
    """The faces of a book. Holds no code point that `open_fonts` was not told of, besides the whole Latin face."""

    def __init__(self, points: frozenset[int], cache: Path) -> None:
        self._points = points
        self._cache = cache
        self._faces: dict[str, Face] = {}
        self._subsets: dict[str, bytes] = {}

    def face_name(self, family: str, weight: int, *, condensed: bool) -> str:
        """The name of the face that comes nearest in this family."""
        weight = min(weight, FAMILIES[family].weights[-1])
        return (
            f"{family}-{weight}-condensed" if condensed and self._condenses(family) else f"{family}-{weight}"
        )

    def face(self, name: str) -> Face:
        """A face by its name, cut now or taken from the cache."""
        found = self._faces.get(name)
        if found is None:
            found = self._faces[name] = Face(name, self._content(name))
        return found

    def points_of(self, family: str) -> frozenset[int]:
        """The code points in the cuts of a family."""
        latin = family == SANS.name
        wanted = set(_within((*(LATIN if latin else COMMON), *JOINERS)))
        # A letter of the Latin face never comes from another one, so it must not change the other one's cut.
        wanted |= self._points if latin else self._points - coverage(SANS.name)
        for first, last in ALPHABETS if latin else FAMILIES[family].blocks:
            if any(first <= point <= last for point in self._points):
                wanted.update(range(first, last + 1))
        return frozenset(wanted & coverage(family))

    def _condenses(self, family: str) -> bool:
        return "wdth" in FAMILIES[family].file

    def _content(self, name: str) -> bytes:
        family, weight, *condensed = name.split("-")
        points = self.points_of(family)
        key = cut_name(FAMILIES[family], points, int(weight), condensed=bool(condensed))
        content = cached(self._cache, key)
        if content is None:
            if family not in self._subsets:
                self._subsets[family] = subset_font(FAMILIES[family], points)
            content = cut(self._subsets[family], int(weight), condensed=bool(condensed))
            keep(self._cache, key, content)
        return content


def open_fonts(texts: Iterable[str], cache: Path) -> Fonts:
    """Fonts for the code points of these texts. The whole Latin face is always there.

    Args:
        texts: every text that will be set; order and repetition do not matter.
        cache: folder for the cuts (made when missing), such as `.cache/fonts`; safe to delete at any time.
    """
    signs: set[str] = set()
    for text in texts:
        signs.update(text)
    return Fonts(frozenset(ord(sign) for sign in signs if font_packs.family_of(sign) is not None), cache)


def _within(ranges: Iterable[tuple[int, int]]) -> Iterable[int]:
    for first, last in ranges:
        yield from range(first, last + 1)
