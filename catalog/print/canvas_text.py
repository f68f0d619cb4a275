"""Content stream operators of a set line.

Owns how glyphs are shown and how the text behind them is kept. Refuses colour and page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from catalog.print.canvas_resources import FaceCodes
    from catalog.print.typeset_line import Glyph, Line


def line_operators(x: float, y: float, line: Line, faces: Sequence[FaceCodes]) -> Iterator[bytes]:
    """The operators that show a line whose left end is at a point of the PDF; `faces` go with its pieces."""
    shaped = line.shaped
    if shaped:
        yield b"/Span <</ActualText <FEFF%s>>> BDC" % line.text.encode("utf-16-be").hex().upper().encode()
    yield b"BT %.2f %.2f Td" % (x, y)
    for piece, codes in zip(line.pieces, faces, strict=True):
        yield b"/%s %.4g Tf" % (codes.name.encode(), piece.size)
        if piece.glyphs is None:
            yield b"(%s) Tj" % codes.plain(piece.text)
        else:
            yield from _shaped(piece.glyphs, codes, piece.size)
    yield b"ET"
    if shaped:
        yield b"EMC"


def _shaped(glyphs: Sequence[Glyph], codes: FaceCodes, size: float) -> Iterator[bytes]:
    """Glyphs at their own places: moves along the line are numbers in the array, moves up or down are text rise."""
    pen = target = rise = 0.0
    shown: list[bytes] = []
    for glyph in glyphs:
        if glyph.dy != rise:
            yield from _array(shown)
            shown, rise = [], glyph.dy
            yield b"%.3f Ts" % (rise * size / 1000)
        move = pen - (target + glyph.dx)
        if abs(move) > 0.05:
            shown.append(b"%.1f" % move)
            pen -= move
        shown.append(b"(%s)" % codes.shaped(glyph))
        pen += codes.face.advances[glyph.id]
        target += glyph.advance
    if abs(pen - target) > 0.05:
        shown.append(b"%.1f" % (pen - target))
    yield from _array(shown)
    if rise:
        yield b"0 Ts"


def _array(shown: list[bytes]) -> Iterator[bytes]:
    if shown:
        yield b"[%s] TJ" % b"".join(shown)
