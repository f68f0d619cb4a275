"""What all pages of one file share: the codes of glyphs in each face, and the names of pictures.

Owns both registers, filled in the order of drawing. Refuses to draw and to write. A code is two bytes in the
content stream; it names a glyph *and* the text that it stands for, so a glyph that two texts share has two codes
and copied text is right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.print.assets.logos import Picture
    from catalog.print.typography.fonts import Face, Fonts
    from catalog.print.typography.lines import Glyph

# Bytes that a PDF string would need to escape, and surrogates, which UTF-16 cannot encode alone.
_ESCAPED = frozenset(b"\r()\\")
_SURROGATES = range(0xD8, 0xE0)
_LAST = 0xFFFF


class FaceCodes(dict[int, int]):
    """Codes of one face, by code point; asking for a new one makes it. `name` is the font's name on pages."""

    def __init__(self, name: str, face: Face) -> None:
        super().__init__()
        self.name = name
        self.face = face
        # The glyph and the text behind every code; code 0 is the missing glyph and never drawn.
        self.drawn: dict[int, tuple[int, str]] = {}
        self._glyphs: dict[tuple[int, str], int] = {}
        self._free = _codes()

    def __missing__(self, point: int) -> int:
        code = self[point] = self.glyph(self.face.cmap[point], chr(point))
        return code

    def glyph(self, glyph: int, text: str) -> int:
        """The code of a glyph that stands for a text.

        Raises:
            OverflowError: a face draws more than some 60,000 different glyphs.
        """
        code = self._glyphs.get((glyph, text))
        if code is None:
            code = next(self._free, None)
            if code is None:
                raise OverflowError(f"more glyphs of {self.face.name} are drawn than one font can hold")
            self._glyphs[glyph, text] = code
            self.drawn[code] = (glyph, text)
        return code

    def plain(self, text: str) -> bytes:
        """The codes of a text whose signs are glyphs by themselves."""
        return text.translate(self).encode("utf-16-be")

    def shaped(self, glyph: Glyph) -> bytes:
        """The code of a shaped glyph."""
        return self.glyph(glyph.id, glyph.text).to_bytes(2, "big")


class Resources:
    """The registers of one file."""

    def __init__(self, fonts: Fonts) -> None:
        self.fonts = fonts
        self.faces: dict[str, FaceCodes] = {}
        self.pictures: dict[str, Picture] = {}
        self._names: dict[str, str] = {}

    def codes(self, face: str) -> FaceCodes:
        """The codes of a face, by its name in `Fonts`."""
        found = self.faces.get(face)
        if found is None:
            found = self.faces[face] = FaceCodes(f"F{len(self.faces) + 1}", self.fonts.face(face))
        return found

    def picture(self, picture: Picture) -> str:
        """The name of a picture on pages; pictures of equal content are one."""
        name = self._names.get(picture.key)
        if name is None:
            name = self._names[picture.key] = f"P{len(self._names) + 1}"
            self.pictures[name] = picture
        return name


def _codes() -> Iterator[int]:
    for code in range(1, _LAST + 1):
        high, low = divmod(code, 256)
        if high not in _ESCAPED and low not in _ESCAPED and high not in _SURROGATES:
            yield code
