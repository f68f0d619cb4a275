"""PNG and JPEG files as forms.

Owns normalising: orientation, bit depth, palette, colour key, profile, size. Transparency stays transparent, so the
paper shows. Refuses to sharpen, crop or recolour. Colours are sRGB or grey, or inks where a printing condition is
given.
"""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from typing import TYPE_CHECKING

import PIL
from PIL import Image, ImageChops, ImageCms, ImageOps

from catalog.print.assets.logo_form import Form, Part, mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.print.press.profile import PressProfile

# Counts up with every change of this module that changes a form.
VERSION = f"raster 2 {PIL.__version__}"
# 176 mm at 300 ppi are 2,079 pixels; more would not show in print.
LONGEST_SIDE = 2400
# A picture of more pixels is an attack or a mistake.
_MOST_PIXELS = 50_000_000
_SPACES = {"L": b"/DeviceGray", "RGB": b"/DeviceRGB", "CMYK": b"/DeviceCMYK"}
_CHANNELS = {"L": 1, "RGB": 3, "CMYK": 4}


def raster_form(content: bytes, profile: PressProfile | None = None) -> Form | str:
    """The form of a PNG or JPEG, or in words why there is none; in inks where a profile is given."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow warns of odd but readable files; the check judges those.
            picture = Image.open(io.BytesIO(content), formats=("PNG", "JPEG"))
            if picture.width * picture.height > _MOST_PIXELS:
                return f"it has {picture.width} × {picture.height} pixels, more than {_MOST_PIXELS:,} in all"
            picture.load()
            if _passes(picture, profile):
                entries = b"/Filter /DCTDecode" + _entries(picture)
                return Form(picture.width, picture.height, raster=True, parts=(Part(entries, content),))
            return picture_form(ImageOps.exif_transpose(picture), profile)
    except (OSError, ValueError, SyntaxError, struct.error, Image.DecompressionBombError) as error:
        return f"it cannot be read: {error}"


def _passes(picture: Image.Image, profile: PressProfile | None) -> bool:
    """Whether a JPEG can be embedded as it is, without a second loss."""
    return (
        picture.format == "JPEG"
        and picture.mode in ({"L"} if profile else {"L", "RGB"})
        and picture.getexif().get(0x0112, 1) == 1
        and "icc_profile" not in picture.info
        and max(picture.size) <= LONGEST_SIDE
    )


def picture_form(picture: Image.Image, profile: PressProfile | None = None) -> Form:
    """The form of an opened picture that stands upright."""
    colours, alpha = _split(picture)
    if max(colours.size) > LONGEST_SIDE:
        size = _smaller(colours.size)
        colours = colours.resize(size, Image.Resampling.LANCZOS)
        alpha = alpha.resize(size, Image.Resampling.LANCZOS) if alpha else None
    if profile and colours.mode == "RGB":
        colours = profile.separated(colours)
    entries = _flate(colours) + (b" /SMask " + mark(1) if alpha else b"")
    parts = [Part(entries, _pixels(colours))]
    if alpha:
        parts.append(Part(_flate(alpha), _pixels(alpha)))
    return Form(colours.width, colours.height, raster=True, parts=tuple(parts))


def _split(picture: Image.Image) -> tuple[Image.Image, Image.Image | None]:
    """Colours as grey or sRGB of 8 bits, and the alpha channel where something is transparent.

    Fully transparent pixels become white: viewers that scale colours and mask apart would else mix in whatever
    colour lies hidden there, mostly black.
    """
    if picture.mode.startswith("I"):
        # 16 bits of grey; Pillow would clip them.
        picture = picture.convert("I").point(lambda level: level / 256).convert("L")
    if not picture.has_transparency_data:
        grey = picture.mode in {"1", "L"} and "icc_profile" not in picture.info
        return (picture.convert("L") if grey else _srgb(picture)), None
    whole = picture.convert("RGBA")
    alpha = whole.getchannel("A")
    colours = _srgb(Image.merge("RGB", whole.split()[:3]), picture.info.get("icc_profile"))
    if alpha.getextrema()[0] == 255:
        return colours, None
    paper = Image.new("RGB", colours.size, "white")
    return Image.composite(colours, paper, alpha.point([0] + [255] * 255)), alpha


def _srgb(picture: Image.Image, profile: bytes | None = None) -> Image.Image:
    """The picture in sRGB; a profile that cannot be used is left out of account, as viewers do."""
    profile = profile or picture.info.get("icc_profile")
    if profile and picture.mode in {"RGB", "CMYK", "L"}:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            changed = ImageCms.profileToProfile(
                picture, source, ImageCms.createProfile("sRGB"), outputMode="RGB"
            )
        except (ImageCms.PyCMSError, OSError):
            changed = None
        if changed is not None:
            return changed
    return picture.convert("RGB")


def _smaller(size: tuple[int, int]) -> tuple[int, int]:
    share = LONGEST_SIDE / max(size)
    return max(1, round(size[0] * share)), max(1, round(size[1] * share))


def _entries(picture: Image.Image) -> bytes:
    return b" /Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent 8 /ColorSpace %s" % (
        *picture.size,
        _SPACES[picture.mode],
    )


def _flate(picture: Image.Image) -> bytes:
    predictor = b" /DecodeParms << /Predictor %d /Colors %d /Columns %d >>"
    kind = 2 if picture.mode == "CMYK" else 15
    return (
        b"/Filter /FlateDecode"
        + predictor % (kind, _CHANNELS[picture.mode], picture.width)
        + _entries(picture)
    )


def _pixels(picture: Image.Image) -> bytes:
    """The compressed rows as PNG filters them, which PDF reads as they are; inks, which PNG lacks, as TIFF does."""
    if picture.mode == "CMYK":
        return zlib.compress(
            Image.merge("CMYK", [_differences(band) for band in picture.split()]).tobytes(), 9
        )
    file = io.BytesIO()
    picture.save(file, "PNG", compress_level=9)
    return b"".join(content for name, content in _chunks(file.getvalue()) if name == b"IDAT")


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    position = 8
    while position < len(png):
        length, name = struct.unpack_from(">I4s", png, position)
        yield name, png[position + 8 : position + 8 + length]
        position += length + 12


def _differences(band: Image.Image) -> Image.Image:
    """Each pixel less the one to its left."""
    left = Image.new("L", band.size, 0)
    left.paste(band.crop((0, 0, band.width - 1, band.height)), (1, 0))
    return ImageChops.subtract_modulo(band, left)
