"""Pictures made of pixels: their size, their colours, the most ink that they put down.

Owns the reading of samples. A picture is read once a file, however many pages show it.
"""

from __future__ import annotations

import functools
import io
import operator
from typing import TYPE_CHECKING, NamedTuple

import pikepdf
from PIL import Image, ImageChops, ImageMath

from catalog.print.preflight.reading.inks import UNKNOWN, Family, Space, heaviest, paint_of, space_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pikepdf import Dictionary, Object

_FILTERS = {"/DCTDecode", "/JPXDecode", "/DCT"}
_MOST_PIXELS = 100_000_000
_ENOUGH = 600


class Raster(NamedTuple):
    """A picture: pixels across and down, colour space by name and family, most ink in percent, whether a stencil."""

    width: int
    height: int
    name: str
    family: Family
    total: float
    stencil: bool


def raster_of(picture: Object, resources: Dictionary | None) -> Raster:
    """The facts of an image XObject; its inks are 0 where the samples cannot be read."""
    width, height = int(picture.get("/Width", 0)), int(picture.get("/Height", 0))
    if bool(picture.get("/ImageMask", False)):
        return Raster(width, height, "stencil", "gray", 0.0, stencil=True)
    space = space_of(picture.get("/ColorSpace"), resources)
    filters = _filters(picture)
    if space is UNKNOWN and "/JPXDecode" in filters:
        space = _space_inside(picture)
    total = 0.0
    if space.family not in {"rgb", "lab"} and 0 < width * height <= _MOST_PIXELS:
        total = _most_ink(picture, space, filters, (width, height))
    return Raster(width, height, space.name, space.family, total, stencil=False)


def inline_raster(picture: pikepdf.PdfInlineImage, resources: Dictionary | None) -> Raster:
    """The facts of an image inside a content stream; its samples are not read, only the palette or none."""
    if picture.image_mask:
        return Raster(picture.width, picture.height, "stencil", "gray", 0.0, stencil=True)
    named = picture.obj.get("/CS", picture.obj.get("/ColorSpace"))
    space = space_of(named, resources)
    return Raster(picture.width, picture.height, space.name, space.family, 0.0, stencil=False)


def _filters(picture: Object) -> list[str]:
    value = picture.get("/Filter")
    if value is None:
        return []
    return [str(name) for name in value.as_list()] if isinstance(value, pikepdf.Array) else [str(value)]


def _space_inside(picture: Object) -> Space:
    """A JPEG 2000 file may keep its colour space to itself."""
    with Image.open(io.BytesIO(picture.read_raw_bytes())) as image:
        names = {"RGB": "/DeviceRGB", "RGBA": "/DeviceRGB", "CMYK": "/DeviceCMYK", "L": "/DeviceGray"}
        return space_of(names.get(image.mode))


def _most_ink(picture: Object, space: Space, filters: Sequence[str], size: tuple[int, int]) -> float:
    if space.lookup and space.base:
        step = space.base.components or 1
        colours = [paint_of(space, [index]) for index in range(len(space.lookup) // step)]
        return heaviest(colours).total
    turned = _turned(picture)
    planes: list[Image.Image]
    if filters and filters[-1] in _FILTERS:
        if len(filters) > 1:
            return 0.0
        with Image.open(io.BytesIO(picture.read_raw_bytes())) as image:
            planes = list(image.split())
            # Pillow takes the numbers of a CMYK JPEG to be the wrong way round; a PDF says so itself.
            turned ^= image.mode == "CMYK" and image.format == "JPEG"
    else:
        bits = int(picture.get("/BitsPerComponent", 8))
        if bits != 8:
            return 100.0 * space.components
        content = picture.read_bytes()
        planes = [
            Image.frombytes("L", size, content[index :: space.components])
            for index in range(space.components)
        ]
    if turned ^ (space.family == "gray"):
        planes = [ImageChops.invert(plane) for plane in planes]
    return _heaviest_pixel(planes)


def _turned(picture: Object) -> bool:
    decode = picture.get("/Decode")
    return decode is not None and len(decode) > 1 and float(decode[0]) > float(decode[1])


def _heaviest_pixel(planes: Sequence[Image.Image]) -> float:
    """The most ink of all planes together; a large picture is made smaller first, as one pixel smears no sheet."""
    factor = max(1, min(planes[0].size) // _ENOUGH)
    named = {f"plane{index}": plane.convert("L").reduce(factor) for index, plane in enumerate(planes)}
    total = ImageMath.lambda_eval(
        lambda known: functools.reduce(operator.add, map(known.get, named)), **named
    )
    _, most = total.convert("I").getextrema()
    return 100.0 * float(most) / 255 if isinstance(most, int | float) else 0.0
