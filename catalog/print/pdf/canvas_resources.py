"""What all pages of one file share: the codes of glyphs in each face, and the names of pictures.

Owns both registers, filled in the order of drawing. Refuses to draw and to write. A code is two bytes in the
content stream; it names a glyph *and* the text that it stands for, so a glyph that two texts share has two codes
and copied text is right.
"""

from __future__ import annotations

import functools
import operator
from typing import TYPE_CHECKING

from catalog.print.typography.lines import SOFT_HYPHEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.print.assets.logos import Picture
    from catalog.print.typography.fonts import Face, Fonts
    from catalog.print.typography.lines import Glyph

# Bytes that a PDF string would need to escape, and surrogates, which UTF-16 cannot encode alone.
_ESCAPED = frozenset(b"\r()\\")
_SURROGATES = range(0xD8, 0xE0)
_LAST = 0xFFFF
# Facts come again on every page.
_KEPT = 8192
_SOFT_HYPHEN = ord(SOFT_HYPHEN)


class _Words(dict[str, bytes]):
    """The codes of words, with their kerns between them as they stand inside the array of a `TJ`."""

    def __init__(self, codes: FaceCodes) -> None:
        super().__init__()
        self._codes = codes

    def __missing__(self, word: str) -> bytes:
        codes, kerns = word.translate(self._codes).encode("utf-16-be"), self._codes.face.kerns
        moves = [] if kerns is None else [*map(kerns.__getitem__, map(operator.add, word, word[1:]))]
        if any(moves):
            parts, begun = [], 0
            for place, kern in enumerate(moves, 1):
                if kern:
                    parts += [codes[begun : 2 * place], b")%g(" % -kern]
                    begun = 2 * place
            codes = b"".join([*parts, codes[begun:]])
        self[word] = codes
        return codes


class FaceCodes(dict[int, int]):
    """Codes of one face, by code point; asking for a new one makes it. `name` is the font's name on pages.

    A soft hyphen is drawn as a hyphen and read as itself, so that whoever copies the text gets the word whole.
    """

    def __init__(self, name: str, face: Face) -> None:
        super().__init__()
        self.name = name
        self.face = face
        # The glyph and the text behind every code; code 0 is the missing glyph and never drawn.
        self.drawn: dict[int, tuple[int, str]] = {}
        self._glyphs: dict[tuple[int, str], int] = {}
        self._free = _codes()
        self._words = _Words(self)
        self.plain = functools.lru_cache(maxsize=_KEPT)(self._plain)
        """The operators that show a text at a size, whose signs are glyphs by themselves."""

    def __missing__(self, point: int) -> int:
        drawn = ord("-") if point == _SOFT_HYPHEN else point
        code = self[point] = self.glyph(self.face.cmap[drawn], chr(point))
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

    def _plain(self, text: str, size: float) -> bytes:
        words = self._words
        parted = text.split(" ")
        shown = words[text] if len(parted) == 1 else words[" "].join(map(words.__getitem__, parted))
        # No code holds a bracket: one ends a string before a kern.
        form = b"/%s %.2f Tf [(%s)] TJ" if b")" in shown else b"/%s %.2f Tf (%s) Tj"
        return form % (self.name.encode(), size, shown)

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
