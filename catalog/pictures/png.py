"""PNG files before anything decodes them: size, kind of pixels, animation, soundness.

Owns the walk over chunks with their checksums (W3C PNG, third edition) and the count of the inflated pixels, which
stops where the header says that they end. What a decoder may see later is put together anew from the chunks that make
the pixels, so comments, profiles and other passengers never reach it.
"""

from __future__ import annotations

import struct
import zlib
from typing import Final, NamedTuple

SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_DEPTHS: Final = {0: {1, 2, 4, 8, 16}, 2: {8, 16}, 3: {1, 2, 4, 8}, 4: {8, 16}, 6: {8, 16}}
_PIXELS: Final = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"})
# Column and row of the first pixel of each pass, and the steps between them.
_ADAM7: Final = (
    (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)
)  # fmt: skip
_PIECE: Final = 1 << 18
_TRUNCATED: Final = "the file ends in the middle; it was cut short"


class Raster(NamedTuple):
    """A raster's header. `damage` says in words what is wrong; the size is (0, 0) when that is not known.

    `pixels` is the part of the file that a decoder may see, `expected` how many bytes of a PNG inflate from it.
    """

    width: int = 0
    height: int = 0
    animated: bool = False
    damage: str = ""
    pixels: bytes = b""
    expected: int = 0


def read_png(content: bytes) -> Raster:
    """Read a file that starts with the signature of PNG. Never raises, whatever follows; linear."""
    head = content[8:33]
    if len(head) < 25:
        return Raster(damage=_TRUNCATED)
    length, tag, width, height, depth, color, method, filtering, interlace = struct.unpack(
        ">I4sIIBBBBB", head[:21]
    )
    if tag == b"CgBI":
        return Raster(damage="it is PNG in the dialect of iOS, which browsers do not read")
    if tag != b"IHDR" or length != 13:
        return Raster(damage="it does not start with a header")
    if depth not in _DEPTHS.get(color, ()) or method or filtering or interlace > 1:
        return Raster(width, height, damage="its header names a kind of pixels that does not exist")
    if not width or not height:
        return Raster(width, height, damage="its header says that it has no pixels")
    return _walk(content, Raster(width, height, expected=_expected(width, height, depth, color, interlace)))


def _walk(content: bytes, header: Raster) -> Raster:
    at, kept, animated, seen = len(SIGNATURE), [SIGNATURE], False, set()
    while at + 12 <= len(content):
        (length,) = struct.unpack_from(">I", content, at)
        tag, end = content[at + 4 : at + 8], at + 12 + length
        if end > len(content):
            break
        animated = animated or tag == b"acTL"
        if tag in _PIXELS:
            if zlib.crc32(content[at + 4 : end - 4]) != struct.unpack_from(">I", content, end - 4)[0]:
                name = tag.decode("ascii")
                return header._replace(animated=animated, damage=f"the checksum of its {name} chunk is wrong")
            kept.append(content[at:end])
            seen.add(tag)
        if tag == b"IEND":
            damage = "" if b"IDAT" in seen else "it holds no pixels"
            return header._replace(animated=animated, damage=damage, pixels=b"".join(kept))
        at = end
    return header._replace(animated=animated, damage=_TRUNCATED)


def _expected(width: int, height: int, depth: int, color: int, interlace: int) -> int:
    """How many bytes the pixels take before they are deflated: a filter byte and the row, for each row."""
    bits = depth * {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[color]
    passes = _ADAM7 if interlace else ((0, 0, 1, 1),)
    total = 0
    for left, top, across, down in passes:
        columns, rows = -(-(width - left) // across), -(-(height - top) // down)
        if columns > 0 and rows > 0:
            total += rows * (1 + (columns * bits + 7) // 8)
    return total


def lacks_pixels(header: Raster) -> bool:
    """Whether fewer pixels inflate than the header claims. Judge the claim before: this takes its time in them."""
    at, inflated, stream = len(SIGNATURE), 0, zlib.decompressobj()
    pixels = header.pixels
    while at + 12 <= len(pixels):
        (length,) = struct.unpack_from(">I", pixels, at)
        waiting = pixels[at + 8 : at + 8 + length] if pixels[at + 4 : at + 8] == b"IDAT" else b""
        while waiting and inflated < header.expected and not stream.eof:
            try:
                inflated += len(stream.decompress(waiting, _PIECE))
            except zlib.error:
                return True
            waiting = stream.unconsumed_tail
        at += 12 + length
    return inflated < header.expected
