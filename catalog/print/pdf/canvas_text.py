"""Content stream operators of a set line.

Owns how glyphs are shown and how the text behind them is kept. Refuses colour and page.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from catalog.print.typography.shaping import RIGHT_TO_LEFT

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence

    from catalog.print.pdf.canvas_resources import FaceCodes
    from catalog.print.typography.lines import Glyph, Line, Piece

# Thousandths of the type size that no eye sees.
_SLACK = 0.05


def line_operators(x: float, y: float, line: Line, faces: Sequence[FaceCodes]) -> Iterator[bytes]:
    """The operators that show a line whose left end is at a point of the PDF; `faces` go with its pieces.

    A left-to-right line that its glyphs do not spell carries its text. A right-to-left one never does: some readers
    take such a text to be in the order of the page, and turn it round once more.
    """
    carried = line.shaped and not any(map(_turned, line.pieces))
    if carried:
        yield b"/Span <</ActualText <FEFF%s>>> BDC" % line.text.encode("utf-16-be").hex().upper().encode()
    yield b"BT %.2f %.2f Td" % (x, y)
    for piece, codes in zip(line.pieces, faces, strict=True):
        if piece.glyphs is None:
            yield codes.plain(piece.text, piece.size)
        else:
            yield b"/%s %.2f Tf" % (codes.name.encode(), piece.size)
            yield from _shaped(piece.glyphs, codes, piece.size, parted=not carried)
    yield b"ET"
    if carried:
        yield b"EMC"


def _turned(piece: Piece) -> bool:
    return piece.glyphs is not None and RIGHT_TO_LEFT.search(piece.text) is not None


def _shaped(glyphs: Sequence[Glyph], codes: FaceCodes, size: float, *, parted: bool) -> Iterator[bytes]:
    """Glyphs at their own places. `parted` shows those without text of their own last, so that they part no word."""
    placed: list[tuple[float, Glyph]] = []
    target = 0.0
    for glyph in glyphs:
        placed.append((target + glyph.dx, glyph))
        target += glyph.advance
    silent = [place for place in placed if parted and not place[1].text]
    spoken = [place for place in placed if not parted or place[1].text]
    pen = yield from _show(spoken, 0.0, codes, size)
    if silent:
        yield b"/Span <</ActualText ()>> BDC"
        pen = yield from _show(silent, pen, codes, size)
        yield b"EMC"
    if abs(pen - target) > _SLACK:
        yield b"[%.1f] TJ" % (pen - target)


def _show(
    placed: Sequence[tuple[float, Glyph]], pen: float, codes: FaceCodes, size: float
) -> Generator[bytes, None, float]:
    """Show glyphs at places along the line, in thousandths of the size; returns where the pen stands after them."""
    for rise, group in itertools.groupby(placed, key=lambda place: place[1].dy):
        if rise:
            yield b"%.3f Ts" % (rise * size / 1000)
        shown: list[bytes] = []
        for place, glyph in group:
            if abs(pen - place) > _SLACK:
                shown.append(b"%.1f" % (pen - place))
                pen = place
            shown.append(b"(%s)" % codes.shaped(glyph))
            pen += codes.face.advances[glyph.id]
        yield b"[%s] TJ" % b"".join(shown)
        if rise:
            yield b"0 Ts"
    return pen
