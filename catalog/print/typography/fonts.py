"""The fonts of the book: which font holds a code point, and static cuts of it.

Owns the faces of one book, each cut when first asked for. Refuses to shape or measure text, and leaves the cutting to
`font_cuts`. Same code points, same bytes.
"""

from __future__ import annotations

import operator
from typing import TYPE_CHECKING, NamedTuple

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
from catalog.print.typography.lines import SOFT_HYPHEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from catalog.font_packs import Family

__all__ = ["CAP_HEIGHT", "Face", "Fonts", "MissingGlyphError", "Wish", "features_of", "missing", "points_in"]

# Height of a capital of the Latin face, in parts of the type size.
CAP_HEIGHT = 0.714
# What HarfBuzz calls a text of signs that all scripts share.
_NO_SCRIPTS = frozenset({"Zyyy", "Zinh", "Zzzz"})


class MissingGlyphError(Exception):
    """The fonts hold no glyph for these code points: no pack has one, or the fonts were opened without."""

    def __init__(self, code_points: tuple[int, ...], text: str) -> None:
        named = ", ".join(f"U+{point:04X}" for point in code_points)
        super().__init__(f"the fonts of the book hold no {named}, which stands in {text[:60]!r}")
        self.code_points = code_points
        self.text = text


class Kerns(dict[str, float]):
    """How much nearer or farther two signs stand than their widths say, asked of HarfBuzz once for each pair.

    Nothing kerns with a space, so the widths of words add up to that of their line. A soft hyphen is a hyphen.
    """

    def __init__(self, font: hb.Font, scale: float) -> None:
        super().__init__()
        self._font = font
        self._scale = scale

    def __missing__(self, pair: str) -> float:
        self[pair] = kern = 0.0 if " " in pair else self._asked(pair.replace(SOFT_HYPHEN, "-")) * self._scale
        return kern

    def _asked(self, pair: str) -> int:
        buffer = hb.Buffer()
        buffer.add_str(pair)
        buffer.guess_segment_properties()
        buffer.direction = "ltr"
        if buffer.script in _NO_SCRIPTS:
            buffer.script = "Latn"
        hb.shape(self._font, buffer)
        glyphs = [self._font.get_nominal_glyph(ord(sign)) for sign in pair]
        own = sum(self._font.get_glyph_h_advance(glyph) for glyph in glyphs)
        kern: int = sum(place.x_advance for place in buffer.glyph_positions) - own
        # What is drawn are the glyphs of the signs: signs that become another glyph together do not kern.
        return kern if not kern or glyphs == [info.codepoint for info in buffer.glyph_infos] else 0


class _Steps(dict[str, float]):
    """How far the second sign of a pair stands from the first."""

    def __init__(self, signs: dict[str, float], kerns: Kerns) -> None:
        super().__init__()
        self._signs = signs
        self._kerns = kerns

    def __missing__(self, pair: str) -> float:
        step = self[pair] = self._signs[pair[0]] + self._kerns[pair]
        return step


class Widths(dict[str, float]):
    """Widths of texts by the sum of their signs and kerns, each summed once; raises `MissingGlyphError`."""

    def __init__(self, signs: dict[str, float], kerns: Kerns | None) -> None:
        super().__init__()
        self._signs = signs
        self._steps = None if kerns is None else _Steps(signs, kerns)

    def __missing__(self, text: str) -> float:
        width = self[text] = self.once(text)
        return width

    def once(self, text: str) -> float:
        """The same without remembering, for texts that do not come again."""
        signs, steps = self._signs, self._steps
        try:
            if steps is None or not text:
                return sum(map(signs.__getitem__, text))
            return sum(map(steps.__getitem__, map(operator.add, text, text[1:])), signs[text[-1]])
        except KeyError:
            absent = {ord(sign) for sign in text if sign not in signs}
            raise MissingGlyphError(tuple(sorted(absent)), text) from None


class Face:
    """A static cut of one family.

    `name` such as `sans-600-condensed` is its name in lines and on pages. `cmap` maps code points to glyphs,
    `advances` glyphs to widths, `widths` texts to widths without shaping, both in thousandths of the type size.
    `kerns` tells what pairs of signs add to the widths of texts, `None` where nothing does. `font` shapes, `content`
    is the file.
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
        signs = {chr(point): self.advances[glyph] for point, glyph in self.cmap.items()}
        if "-" in signs:
            signs[SOFT_HYPHEN] = signs["-"]
        family, _, _ = name.partition("-")
        self.kerns = Kerns(self.font, scale) if "kern" in features_of(FAMILIES[family]) else None
        self.widths = Widths(signs, self.kerns)


class Wish(NamedTuple):
    """A static cut that is wanted: the family with these code points alone, at one weight and width."""

    family: Family
    points: frozenset[int]
    weight: int
    condensed: bool


class Fonts:
    """The faces of a book. Holds no code point but those given, besides the whole Latin face."""

    def __init__(self, points: frozenset[int], cut: Callable[[Wish], bytes]) -> None:
        self._points = points
        self._cut = cut
        self._faces: dict[str, Face] = {}

    def face_name(self, family: str, weight: int, *, condensed: bool) -> str:
        """The name of the face that comes nearest in this family."""
        weight = min(weight, FAMILIES[family].weights[-1])
        return (
            f"{family}-{weight}-condensed" if condensed and self._condenses(family) else f"{family}-{weight}"
        )

    def face(self, name: str) -> Face:
        """A face by its name, cut now or made before."""
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
        return self._cut(Wish(FAMILIES[family], self.points_of(family), int(weight), bool(condensed)))


def features_of(family: Family) -> tuple[str, ...]:
    """The layout features that a cut keeps, `*` for all."""
    # A shaped script needs all its rules, any other its marks placed and composed. Letters of the Latin face kern as
    # well; signs of a square do not.
    if family.shaped:
        return ("*",)
    return ("ccmp", "kern", "locl", "mark", "mkmk") if family == SANS else ("ccmp", "locl", "mark", "mkmk")


def points_in(texts: Iterable[str]) -> frozenset[int]:
    """The code points of these texts that some font holds; order and repetition do not matter."""
    signs: set[str] = set()
    for text in texts:
        signs.update(text)
    return frozenset(ord(sign) for sign in signs if font_packs.family_of(sign) is not None)


def _within(ranges: Iterable[tuple[int, int]]) -> Iterable[int]:
    for first, last in ranges:
        yield from range(first, last + 1)
