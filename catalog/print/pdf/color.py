"""Colour as the press thinks of it, and what the screen shows for it.

Owns the ink type, the book's palette and the conversion from ink to screen. Refuses named RGB values: the plan
holds inks alone, so the same plan serves press and screen. Inks are percentages, 0 to 100.
"""

from __future__ import annotations

import functools
import itertools
from typing import NamedTuple


class Ink(NamedTuple):
    """Percentages of cyan, magenta, yellow and black."""

    c: float
    m: float
    y: float
    k: float


Rgb = tuple[float, float, float]


def grey(k: float) -> Ink:
    """A tint of black alone."""
    return Ink(0, 0, 0, k)


BLACK = grey(100)
REGISTRATION = Ink(100, 100, 100, 100)
WHITE = grey(0)
WEBSPACE = Ink(55, 0, 45, 0)
DEDICATED = Ink(10, 80, 100, 20)
CONNECTOR = Ink(60, 100, 20, 35)
WEBSPACE_TINT = Ink(7, 0, 6, 0)
DEDICATED_TINT = Ink(0, 7, 9, 0)
CONNECTOR_TINT = Ink(6, 8, 2, 0)

# What paper shows under each overprint of full inks on coated stock (ISO 12647-2), as sRGB; the second with black.
_PRIMARIES = {
    "": (0xFFFFFF, 0x1D1D1B),
    "c": (0x009FE3, 0x0F1416),
    "m": (0xE6007E, 0x180D12),
    "y": (0xFFED00, 0x1A1812),
    "cm": (0x312783, 0x0C0B11),
    "cy": (0x009640, 0x0C120D),
    "my": (0xE30613, 0x170D0B),
    "cmy": (0x3A3533, 0x0A0A09),
}
# Light spreads in paper between the dots (Yule and Nielsen), and dots grow a little at half tone.
_SPREAD = 1.5
_GAIN = 0.05


@functools.cache
def screen(ink: Ink) -> Rgb:
    """The sRGB colour, 0 to 1, that shows an ink on screen, by Neugebauer's mixture of the overprints.

    Black alone stays neutral: full black is black. Against the proof profile the lightness of the three type
    colours is met within 5 L*; a press proof, not the screen, decides on colour.
    """
    if ink.c == ink.m == ink.y == 0:
        level = 1 - ink.k / 100
        return level, level, level
    areas = [_grown(part / 100) for part in ink]
    mixed = [0.0, 0.0, 0.0]
    for dots in itertools.product((False, True), repeat=4):
        share = 1.0
        for dot, area in zip(dots, areas, strict=True):
            share *= area if dot else 1 - area
        overprint = "".join(name for name, dot in zip("cmy", dots, strict=False) if dot)
        for channel, light in enumerate(_light(_PRIMARIES[overprint][dots[3]])):
            mixed[channel] += share * light ** (1 / _SPREAD)
    red, green, blue = (_encoded(channel**_SPREAD) for channel in mixed)
    return red, green, blue


def _grown(area: float) -> float:
    return min(1.0, area + 4 * _GAIN * area * (1 - area))


def _light(rgb: int) -> Rgb:
    red, green, blue = (_linear((rgb >> shift & 0xFF) / 255) for shift in (16, 8, 0))
    return red, green, blue


def _linear(value: float) -> float:
    return float(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)


def _encoded(light: float) -> float:
    return float(12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055)
