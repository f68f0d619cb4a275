"""Pixels: whether a raster can be decoded, and whether anything of it is seen on white and on dark.

Owns the only decoding of rasters while checking. It happens after the header was judged, for at most `MOST_PIXELS`,
on the pixel data alone.
"""

from __future__ import annotations

import io
import struct
import zlib
from typing import Final

from PIL import Image
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile

from catalog.pictures.colors import DARK, WHITE, is_seen
from catalog.pictures.kind import PNG, Kind
from catalog.pictures.svg_look import Seen

MOST_PIXELS: Final = 4_000_000
_SAMPLE: Final = 100
_FAINT: Final = 16
# Less than this share of what is painted is dust, not a mark.
_LEAST: Final = 0.005
_BROKEN: Final = (
    OSError, SyntaxError, ValueError, EOFError, ArithmeticError, LookupError, TypeError, struct.error, zlib.error
)  # fmt: skip


def look(pixels: bytes, kind: Kind) -> Seen | str:
    """What is seen of a PNG or JPEG, or in words why it cannot be decoded."""
    opened = PngImageFile if kind is PNG else JpegImageFile
    try:
        with opened(io.BytesIO(pixels)) as image:
            image.draft("RGB", (_SAMPLE, _SAMPLE))
            return _seen(_sample(image))
    except _BROKEN as error:
        return f"its pixels cannot be decoded ({type(error).__name__})"


def _sample(image: Image.Image) -> Image.Image:
    """At most `_SAMPLE` pixels a side, picked and not mixed, so that thin strokes keep their colour."""
    image.load()
    small = image.resize((min(_SAMPLE, image.width), min(_SAMPLE, image.height)), Image.Resampling.NEAREST)
    if small.mode.startswith("I"):
        small = small.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    return small.convert("RGBA")


def _seen(image: Image.Image) -> Seen:
    # Five bits a channel: fewer colours to judge, and 255 stays 255.
    colors = image.point(
        [value | 7 if value >= 0xF8 else value & 0xF8 for value in range(256)] * 4
    ).getcolors(_SAMPLE**2)
    painted = on_white = on_dark = 0
    for count, color in colors or ():
        if not isinstance(color, tuple) or color[3] < _FAINT:
            continue
        rgb, opacity = (color[0], color[1], color[2]), round(color[3] / 255, 2)
        painted += count
        on_white += count * is_seen(rgb, opacity, WHITE)
        on_dark += count * is_seen(rgb, opacity, DARK)
    least = _LEAST * painted
    return Seen(on_white > least, on_dark > least, painted > 0)
