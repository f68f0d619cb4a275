"""QR codes as vectors.

Owns their making and the limit of their size. Refuses any other look than black modules on white paper.
"""

from __future__ import annotations

from dataclasses import dataclass

BOX_MM = 22.0
QUIET_MODULES = 4
LEAST_MODULE_MM = 0.4


class QrTooLongError(ValueError):
    """The address needs so many modules that each is under 0.4 mm in the box."""


@dataclass(frozen=True, slots=True)
class Qr:
    """A code of `size` × `size` modules without the quiet zone.

    `runs` are the black modules as (column, row, length) from the top left, in reading order.
    """

    text: str
    size: int
    runs: tuple[tuple[int, int, int], ...]

    def module(self, box: float) -> float:
        """Side of a module when the code and its quiet zone fill a box of this side, in the box's unit."""
        return box / (self.size + 2 * QUIET_MODULES)


def modules(text: str, box_mm: float = BOX_MM) -> Qr:
    """The code of a text at error correction M.

    Raises:
        QrTooLongError: a module would be under 0.4 mm in a box of `box_mm`, quiet zone included.
    """
    raise NotImplementedError
