"""JPEG files before anything decodes them: size, orientation, soundness.

Owns the walk over segments (ITU-T T.81) and the one Exif field that turns a picture. Refuses to decode. What a
decoder may see later is put together anew from the segments that make the pixels, so Exif, profiles and comments
never reach it.
"""

from __future__ import annotations

import re
import struct
from typing import TYPE_CHECKING, Final

from catalog.pictures.png import Raster

if TYPE_CHECKING:
    from collections.abc import Iterator

_EXIF: Final = 0xE1
_SCAN: Final = 0xDA
_END: Final = 0xD9
_FRAMES: Final = frozenset({0xC0, 0xC1, 0xC2})
_OTHER_FRAMES: Final = frozenset({0xC3, *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0)})
# Tables, restart interval, Adobe's colour transform, frames and scans.
_PIXELS: Final = _FRAMES | {0xC4, 0xDB, 0xDD, 0xEE, _SCAN}
_MARKER: Final = re.compile(rb"\xff++[^\x00\xff\xd0-\xd7]")
_AFTER_SCAN: Final = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")
# Each scan walks the whole picture again: a small file of many empty scans would keep a reader busy for minutes.
_MOST_SCANS: Final = 64


def read_jpeg(content: bytes) -> Raster:
    """Read a file that starts with the marker of JPEG. Never raises, whatever follows; linear.

    Width and height are those of the picture as it is shown, after its orientation.
    """
    kept, scans, turned, found = [content[:2]], 0, False, Raster()
    for marker, start, end in _segments(content):
        if marker == _END:
            return _ended(found, turned, scans, b"".join([*kept, b"\xff\xd9"]))
        body = content[start + 4 : end]
        if marker in _OTHER_FRAMES:
            return _turn(found, turned)._replace(damage="it is of a kind of JPEG that browsers do not show")
        if marker in _FRAMES:
            found = _frame(body, found)
        turned = turned or (marker == _EXIF and _is_turned(body))
        scans += marker == _SCAN
        if found.damage or scans > _MOST_SCANS:
            damage = found.damage or f"it holds more than {_MOST_SCANS} scans"
            return _turn(found, turned)._replace(damage=damage)
        if marker in _PIXELS:
            kept.append(content[start:end])
    return _turn(found, turned)._replace(damage="the file ends in the middle; it was cut short")


def _segments(content: bytes) -> Iterator[tuple[int, int, int]]:
    """Marker, start and end of each segment, a scan with its pixels; stops at the end marker or where one is broken."""
    at = 2
    while match := _MARKER.match(content, at):
        marker, start = match[0][-1], match.end() - 2
        if marker == _END:
            yield marker, start, start + 2
            return
        end = _segment_end(content, start + 2)
        if end is None:
            return
        if marker == _SCAN:
            after = _AFTER_SCAN.search(content, end)
            end = after.start() if after else len(content)
        yield marker, start, end
        at = end


def _segment_end(content: bytes, start: int) -> int | None:
    """Where the segment whose length stands at `start` ends, or None when it does not end in the file."""
    if start + 2 > len(content):
        return None
    (length,) = struct.unpack_from(">H", content, start)
    return start + length if length >= 2 and start + length <= len(content) else None


def _frame(body: bytes, before: Raster) -> Raster:
    if len(body) < 6 or before.width:
        return before._replace(damage="its header is broken" if len(body) < 6 else "it holds two frames")
    precision, height, width, components = struct.unpack_from(">BHHB", body)
    if precision != 8 or components not in {1, 3, 4} or len(body) < 6 + 3 * components:
        return Raster(width, height, damage="its header names a kind of pixels that browsers do not show")
    if not width or not height:
        return Raster(width, height, damage="its header says that it has no pixels")
    return Raster(width, height)


def _ended(found: Raster, turned: bool, scans: int, pixels: bytes) -> Raster:  # noqa: FBT001 - one caller
    if not found.width or not scans:
        return found._replace(damage="it holds no pixels")
    return _turn(found, turned)._replace(pixels=pixels)


def _turn(found: Raster, turned: bool) -> Raster:  # noqa: FBT001 - one caller
    return found._replace(width=found.height, height=found.width) if turned else found


def _is_turned(body: bytes) -> bool:
    """Whether an Exif segment lays the picture on its side (orientation 5 to 8)."""
    if not body.startswith(b"Exif\0\0"):
        return False
    tiff = body[6:]
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(tiff[:4])
    if not order or len(tiff) < 8:
        return False
    (at,) = struct.unpack_from(order + "I", tiff, 4)
    if at + 2 > len(tiff):
        return False
    (count,) = struct.unpack_from(order + "H", tiff, at)
    for entry in range(at + 2, min(at + 2 + 12 * count, len(tiff) - 11), 12):
        tag, kind, _, value = struct.unpack_from(order + "HHIH", tiff, entry)
        if tag == 0x0112 and kind == 3:
            return bool(5 <= value <= 8)
    return False
