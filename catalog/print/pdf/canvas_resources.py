"""What all pages of one file share: the codes of glyphs in each face, and the names of pictures.

Owns both registers, and joining those of two parts of a file that were drawn apart. Refuses to draw and to write. A
code is two bytes in the content stream; it names a glyph *and* the text that it stands for, so a glyph that two texts
share has two codes and copied text is right.
"""

from __future__ import annotations

import functools
import itertools
import operator
from typing import TYPE_CHECKING, NamedTuple

from catalog.print.typography.lines import SOFT_HYPHEN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from catalog.print.assets.logos import Picture
    from catalog.print.typography.fonts import Face, Fonts
    from catalog.print.typography.lines import Glyph

# Bytes that a PDF string would need to escape, and surrogates, which UTF-16 cannot encode alone.
_ESCAPED = frozenset(b"\r()\\")
_SURROGATES = range(0xD8, 0xE0)
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

    Signs have the codes that their places among the face's signs give them, in every part of a file the same; glyphs
    that stand for other texts have the next free ones, those of the second part from the end. So what two processes
    draw meets in one font. A soft hyphen is drawn as a hyphen and read as itself, so that whoever copies the text gets
    the word whole.
    """

    def __init__(self, name: str, face: Face, part: int = 0) -> None:
        super().__init__()
        self.name = name
        self.face = face
        # The glyph and the text behind every code; code 0 is the missing glyph and never drawn.
        self.drawn: dict[int, tuple[int, str]] = {}
        points = sorted({*face.cmap, _SOFT_HYPHEN})
        self._own = dict(zip(points, _codes(), strict=False))
        self._glyphs: dict[tuple[int, str], int] = {}
        free = _codes()[len(points) :]
        # Two parts never use the same code for two glyphs: each has half of them.
        self._free = iter(free[: len(free) // 2] if part == 0 else free[: len(free) // 2 - 1 : -1])
        self._words = _Words(self)
        self.plain = functools.lru_cache(maxsize=_KEPT)(self._plain)
        """The operators that show a text at a size, whose signs are glyphs by themselves."""

    def __missing__(self, point: int) -> int:
        glyph = self.face.cmap[ord("-") if point == _SOFT_HYPHEN else point]
        code = self._own.get(point)
        if code is None:
            raise OverflowError(f"{self.face.name} has more signs than one font can hold")
        self[point] = code
        self.drawn[code] = (glyph, chr(point))
        return code

    def glyph(self, glyph: int, text: str) -> int:
        """The code of a glyph that stands for a text.

        Raises:
            OverflowError: a face draws more than some 60,000 different glyphs, or a part of a file more than half.
        """
        if len(text) == 1 and self.face.cmap.get(ord(text)) == glyph:
            return self[ord(text)]
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


class Registers(NamedTuple):
    """What a part of a file has used: faces by fonts' names, glyphs of each face by their codes, pictures by names."""

    fonts: Mapping[str, str]
    drawn: Mapping[str, Mapping[int, tuple[int, str]]]
    pictures: Mapping[str, Picture]


class Resources:
    """The registers of one file, or of the first or second `part` of one that is drawn in two.

    `faces` are those that are used, `fonts_named` says which face each name on a page means.
    """

    def __init__(self, fonts: Fonts, part: int = 0) -> None:
        self.fonts = fonts
        self.faces: dict[str, FaceCodes] = {}
        self.fonts_named: dict[str, str] = {}
        self.pictures: dict[str, Picture] = {}
        self._part = part
        self._names: dict[str, str] = {}

    def codes(self, face: str) -> FaceCodes:
        """The codes of a face, by its name in `Fonts`."""
        found = self.faces.get(face)
        if found is None:
            name = f"{'FG'[self._part]}{len(self.faces) + 1}"
            found = self.faces[face] = FaceCodes(name, self.fonts.face(face), self._part)
            self.fonts_named[name] = face
        return found

    def picture(self, picture: Picture) -> str:
        """The name of a picture on pages; pictures of equal content are one."""
        name = self._names.get(picture.key)
        if name is None:
            name = self._names[picture.key] = f"{'PQ'[self._part]}{len(self._names) + 1}"
            self.pictures[name] = picture
        return name

    def registers(self) -> Registers:
        """What was used, to be joined elsewhere."""
        drawn = {face: codes.drawn for face, codes in self.faces.items()}
        return Registers(self.fonts_named, drawn, self.pictures)

    def join(self, other: Registers) -> None:
        """Take in what the second part has used; its names stay what they are on its pages."""
        for face, drawn in other.drawn.items():
            self.codes(face).drawn.update(drawn)
        self.fonts_named.update(other.fonts)
        self.pictures.update(other.pictures)


@functools.cache
def _codes() -> tuple[int, ...]:
    """All codes, in ascending order."""
    pairs = itertools.product(range(256), repeat=2)
    return tuple(
        256 * high + low
        for high, low in pairs
        if (high or low) and high not in _ESCAPED and low not in _ESCAPED and high not in _SURROGATES
    )
