"""Colour as the press thinks of it, and what the screen shows for it.

Owns the colour type, the book's palette and the conversion from ink to screen. Refuses named RGB values: the
plan holds inks alone, so the same plan serves press and screen. Inks are percentages, 0 to 100.
"""

from __future__ import annotations

from typing import NamedTuple


class Ink(NamedTuple):
    """Percentages of cyan, magenta, yellow and black."""

    c: float
    m: float
    y: float
    k: float


def grey(k: float) -> Ink:
    """A tint of black alone."""
    return Ink(0, 0, 0, k)


BLACK = grey(100)
WHITE = grey(0)
WEBSPACE = Ink(55, 0, 45, 0)
DEDICATED = Ink(10, 80, 100, 20)
CONNECTOR = Ink(60, 100, 20, 35)
WEBSPACE_TINT = Ink(7, 0, 6, 0)
DEDICATED_TINT = Ink(0, 7, 9, 0)
CONNECTOR_TINT = Ink(6, 8, 2, 0)
