"""Pictures for the tests, made from their bytes up so that each can be wrong in one way.

Owns no expectation.
"""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">%s</svg>'
SQUARE = b'<path fill="#1a4fd0" d="M8 8h80v80H8z"/>'


def drawing(inside: bytes | str = SQUARE) -> bytes:
    """A faultless drawing around some markup."""
    return SVG % (inside if isinstance(inside, bytes) else inside.encode())


def chunk(tag: bytes, data: bytes) -> bytes:
    """A chunk of a PNG with its length and checksum."""
    return struct.pack(">I", len(data)) + tag + data + struct.pack(">I", zlib.crc32(tag + data))


def png(
    width: int,
    height: int,
    color: tuple[int, ...] = (26, 79, 208),
    *,
    extra: bytes = b"",
    rows: int | None = None,
) -> bytes:
    """A PNG of one colour; `extra` chunks stand before the pixels, `rows` is how many are really there."""
    kind = {1: 0, 3: 2, 4: 6}[len(color)]
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, kind, 0, 0, 0))
    pixels = (b"\0" + bytes(color) * width) * (height if rows is None else rows)
    return b"\x89PNG\r\n\x1a\n" + header + extra + chunk(b"IDAT", zlib.compress(pixels)) + chunk(b"IEND", b"")


def saved(image: Image.Image, form: str, **options: object) -> bytes:
    """An image as Pillow writes it."""
    target = io.BytesIO()
    image.save(target, form, **options)
    return target.getvalue()


def jpeg(width: int, height: int, color: tuple[int, ...] = (26, 79, 208), **options: object) -> bytes:
    """A JPEG of one colour; four numbers make it CMYK."""
    return saved(Image.new("CMYK" if len(color) == 4 else "RGB", (width, height), color), "JPEG", **options)
