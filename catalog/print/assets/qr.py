"""QR codes as vectors.

Owns their making and the limit of their size. Refuses any other look than black modules on white paper.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

import zxingcpp

from catalog.print.assets.qr_masks import MASKS, masks_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.print.assets.qr_masks import Masks

BOX_MM = 22.0
QUIET_MODULES = 4
LEAST_MODULE_MM = 0.4
_STRETCH = 7
_BLACK = re.compile(rb"\x00+")
_MASKS: dict[int, Masks] = {}


class QrTooLongError(ValueError):
    """The address needs so many modules that each is under 0.4 mm in the box."""


@dataclass(frozen=True, slots=True)
class Qr:
    """A code of `size` × `size` modules without the quiet zone.

    `levels` has a byte for each module in reading order, 0 for black: a book keeps thousands of codes between
    measuring and drawing, and a string of bytes is the smallest way to keep one.
    """

    text: str
    size: int
    levels: bytes

    @property
    def outline(self) -> bytes:
        """The black modules as rectangles of a content stream, a module a unit, y growing downwards from the top left.

        Rows are drawn in stretches of seven modules: there are few of these, and each is spelled out once.
        """
        levels = self.levels
        spelled = [known[levels[start:end]] for known, start, end in _stretches(self.size)]
        return b" ".join(filter(None, spelled))

    @property
    def runs(self) -> tuple[tuple[int, int, int], ...]:
        """The black modules as (column, row, length) from the top left, in reading order."""
        return tuple(_runs(self.levels, self.size))

    def module(self, box: float) -> float:
        """Side of a module when the code and its quiet zone fill a box of this side, in the box's unit."""
        return box / (self.size + 2 * QUIET_MODULES)


def modules(text: str, box_mm: float = BOX_MM) -> Qr:
    """The code of a text at error correction M.

    Raises:
        QrTooLongError: a module would be under 0.4 mm in a box of `box_mm`, quiet zone included.
    """
    levels, size = _encoded(text, 0)
    masks = _MASKS.get(size)
    if masks is None:
        masks = _MASKS[size] = masks_of(tuple(_encoded(text, mask)[0] for mask in range(MASKS)), size)
    made = Qr(text, size, masks.best(levels))
    if made.module(box_mm) < LEAST_MODULE_MM:
        raise QrTooLongError(
            f"{len(text.encode())} bytes make modules of {made.module(box_mm):.3f} mm in {box_mm:g} mm, "
            f"less than {LEAST_MODULE_MM} mm: {text!r}"
        )
    return made


def _encoded(text: str, mask: int) -> tuple[bytes, int]:
    """The levels of a code with a mask, and its size."""
    try:
        code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M", data_mask=mask)
    except ValueError as error:
        raise QrTooLongError(f"no QR code holds the {len(text.encode())} bytes of {text[:60]!r}") from error
    image = zxingcpp.write_barcode_to_image(code, scale=1, add_quiet_zones=False)
    return bytes(cast("bytes", image)), int(image.shape[0])


class _Stretch(dict[bytes, bytes]):
    """Rectangles of the stretches that start at a module, by their levels."""

    def __init__(self, place: tuple[int, int]) -> None:
        super().__init__()
        self._place = place

    def __missing__(self, levels: bytes) -> bytes:
        column, row = self._place
        black = _BLACK.finditer(levels)
        self[levels] = spelled = b" ".join(
            [b"%d %d %d 1 re" % (column + run.start(), row, run.end() - run.start()) for run in black]
        )
        return spelled


@functools.cache
def _stretches(size: int) -> tuple[tuple[_Stretch, int, int], ...]:
    """The stretches of a code of a size, with the start and end of each in its levels."""
    return tuple(
        (_Stretch((column, row)), row * size + column, row * size + min(column + _STRETCH, size))
        for row in range(size)
        for column in range(0, size, _STRETCH)
    )


def _runs(levels: bytes, size: int) -> Iterator[tuple[int, int, int]]:
    """Stretches of black in each row. The scan stops at a row's end, so that no run goes round the edge."""
    for row, start in enumerate(range(0, size * size, size)):
        for black in _BLACK.finditer(levels, start, start + size):
            yield black.start() - start, row, black.end() - black.start()
