"""Short technical texts as outlines of the Latin face.

Owns letters for what is drawn into a finished file, such as the slug line of a sheet: outlines need no font there, so
the fonts of the book stay as they are. Refuses every other use: outlines cannot be searched, copied or read aloud.
"""

from __future__ import annotations

import functools
from typing import NamedTuple, TypeAlias

import uharfbuzz as hb

from catalog.font_packs import SANS

_WEIGHT, _WIDTH = 600, 100

Stroke: TypeAlias = tuple[str, tuple[float, ...]]
"""An operator of a PDF path (`m`, `l`, `c`, `h`) and its coordinates."""


class Outlines(NamedTuple):
    """The width of a text, and its path. Points, from the left end of the baseline, upwards."""

    width: float
    strokes: tuple[Stroke, ...]


class _Path:
    """Takes the segments of one glyph after the other, scaled and moved to its place."""

    def __init__(self, scale: float) -> None:
        self.scale, self.left, self.strokes = scale, 0.0, list[Stroke]()
        self.at = (0.0, 0.0)

    def add(self, operator: str, *points: tuple[float, float]) -> None:
        placed = tuple(number for x, y in points for number in (self.left + x * self.scale, y * self.scale))
        self.strokes.append((operator, placed))
        self.at = points[-1] if points else self.at

    def add_quadratic(self, control: tuple[float, float], end: tuple[float, float]) -> None:
        """PDF has cubic curves alone: their controls lie two thirds of the way to the one of the quadratic."""
        first, second = (
            (start[0] + (control[0] - start[0]) * 2 / 3, start[1] + (control[1] - start[1]) * 2 / 3)
            for start in (self.at, end)
        )
        self.add("c", first, second, end)


def outlines(text: str, size: float) -> Outlines:
    """The outlines of a text in semibold letters of `size` points.

    Raises:
        ValueError: the Latin face has no glyph for a sign of the text.
    """
    font = _font()
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(font, buffer, {})
    path = _Path(size / font.face.upem)
    for glyph, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        if glyph.codepoint == 0:
            raise ValueError(f"the Latin face has no glyph for {text[glyph.cluster]!r}")
        font.draw_glyph(glyph.codepoint, _pen(), path)
        path.left += place.x_advance * path.scale
    return Outlines(path.left, tuple(path.strokes))


@functools.cache
def _font() -> hb.Font:
    font = hb.Font(hb.Face(hb.Blob.from_file_path(SANS.path)))
    font.set_variations({"wght": _WEIGHT, "wdth": _WIDTH})
    return font


@functools.cache
def _pen() -> hb.DrawFuncs:
    pen = hb.DrawFuncs()
    pen.set_move_to_func(lambda x, y, path: path.add("m", (x, y)))
    pen.set_line_to_func(lambda x, y, path: path.add("l", (x, y)))
    pen.set_quadratic_to_func(lambda cx, cy, x, y, path: path.add_quadratic((cx, cy), (x, y)))
    pen.set_cubic_to_func(lambda ax, ay, bx, by, x, y, path: path.add("c", (ax, ay), (bx, by), (x, y)))
    pen.set_close_path_func(lambda path: path.add("h"))
    return pen
