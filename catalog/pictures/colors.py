"""Colours as CSS writes them, and whether one is seen on a ground.

Owns the reading of a colour and the estimate of its visibility. Refuses to judge what it cannot read: such a colour
counts as seen. Thresholds are low on purpose: what is told to vanish does.
"""

from __future__ import annotations

import functools
import re
from typing import Final, TypeAlias

Rgb: TypeAlias = tuple[int, int, int]

WHITE: Final[Rgb] = (255, 255, 255)
"""Paper, and the tile under a logo."""
DARK: Final[Rgb] = (0x22, 0x28, 0x31)
"""The tile under `logo_dark` where the site is dark."""

# Below this contrast (WCAG 2) and this distance in hue (OKLab) nobody finds a mark. Black on the dark tile has 1.42;
# a pale square on white is still seen at 1.12.
_CONTRAST: Final = {WHITE: 1.10, DARK: 1.45}
_HUE: Final = {WHITE: 0.03, DARK: 0.06}
_SHARE: Final = re.compile(r"([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?)(%?)", re.IGNORECASE)
_HEX: Final = re.compile(r"#([0-9a-fA-F]{3,8})")
_RGB: Final = re.compile(r"rgba?\(([^()]*)\)", re.IGNORECASE)
# Named colours that may vanish somewhere; any other name is seen on both grounds.
_NAMED: Final = {
    "white": "fff", "snow": "fffafa", "ivory": "fffff0", "honeydew": "f0fff0", "mintcream": "f5fffa",
    "azure": "f0ffff", "aliceblue": "f0f8ff", "ghostwhite": "f8f8ff", "whitesmoke": "f5f5f5", "seashell": "fff5ee",
    "floralwhite": "fffaf0", "oldlace": "fdf5e6", "linen": "faf0e6", "lavenderblush": "fff0f5", "gainsboro": "dcdcdc",
    "beige": "f5f5dc", "cornsilk": "fff8dc", "lightyellow": "ffffe0", "lavender": "e6e6fa", "lightcyan": "e0ffff",
    "black": "000", "darkslategray": "2f4f4f", "darkslategrey": "2f4f4f", "midnightblue": "191970", "navy": "000080",
}  # fmt: skip


@functools.lru_cache(4096)
def read_color(text: str) -> tuple[Rgb, float] | None:
    """A colour and its opacity from 0 to 1, or None when the text is none that this reads."""
    text = text.strip().lower()
    text = "#" + _NAMED[text] if text in _NAMED else text
    if match := _HEX.fullmatch(text):
        return _from_hex(match[1])
    if match := _RGB.fullmatch(text):
        return _from_numbers(match[1].replace(",", " ").replace("/", " ").split())
    return None


def _from_hex(digits: str) -> tuple[Rgb, float] | None:
    if len(digits) in {3, 4}:
        digits = "".join(2 * digit for digit in digits)
    if len(digits) not in {6, 8}:
        return None
    red, green, blue, *alpha = (int(digits[at : at + 2], 16) for at in range(0, len(digits), 2))
    return (red, green, blue), alpha[0] / 255 if alpha else 1.0


def _from_numbers(parts: list[str]) -> tuple[Rgb, float] | None:
    if len(parts) not in {3, 4}:
        return None
    channels = [_portion(part, 255) for part in parts[:3]]
    alpha = _portion(parts[3], 1) if len(parts) == 4 else 1.0
    if alpha is None or None in channels:
        return None
    red, green, blue = (round(channel or 0) for channel in channels)
    return (red, green, blue), alpha


def _portion(text: str, whole: int) -> float | None:
    value = number(text, whole)
    return None if value is None else min(max(value, 0), whole)


@functools.lru_cache(1024)
def number(text: str, whole: float = 1) -> float | None:
    """A number, or a percentage of `whole`; None for anything else."""
    match = _SHARE.fullmatch(text[:40].strip())
    if not match:
        return None
    return float(match[1]) * whole / 100 if match[2] else float(match[1])


@functools.lru_cache(8192)
def is_seen(color: Rgb, opacity: float, ground: Rgb) -> bool:
    """Whether a colour laid on a ground stands out from it. `ground` is `WHITE` or `DARK`."""
    if opacity >= 1 and (max(color) < 200 if ground == WHITE else color[1] > 110):
        return True  # Most colours; the rest of the function would say the same.
    red, green, blue = (
        (mark * opacity + paper * (1 - opacity)) / 255 for mark, paper in zip(color, ground, strict=True)
    )
    mixed, (paper_luminance, paper_a, paper_b) = _linear(red, green, blue), _paper(ground)
    light, dark = sorted((_luminance(mixed), paper_luminance), reverse=True)
    if light / dark >= _CONTRAST[ground]:
        return True
    a, b = _hue(mixed)
    return (a - paper_a) ** 2 + (b - paper_b) ** 2 >= _HUE[ground] ** 2


@functools.cache
def _paper(ground: Rgb) -> tuple[float, float, float]:
    red, green, blue = (channel / 255 for channel in ground)
    color = _linear(red, green, blue)
    return _luminance(color), *_hue(color)


_Linear: TypeAlias = tuple[float, float, float]


def _linear(red: float, green: float, blue: float) -> _Linear:
    """Gamma undone, as sRGB defines it."""
    return _channel(red), _channel(green), _channel(blue)


def _channel(value: float) -> float:
    return float(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)


def _luminance(color: _Linear) -> float:
    """As WCAG 2 compares it: with the light that any surface throws back."""
    return 0.05 + 0.2126 * color[0] + 0.7152 * color[1] + 0.0722 * color[2]


def _hue(color: _Linear) -> tuple[float, float]:
    """The a and b axes of OKLab (Björn Ottosson, 2020)."""
    red, green, blue = color
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def contrast(one: Rgb, other: Rgb) -> float:
    """The contrast of two opaque colours as WCAG 2 counts it, from 1 to 21."""
    first, second = (_luminance(_linear(*(channel / 255 for channel in color))) for color in (one, other))
    return max(first, second) / min(first, second)


def moved_until_read(color: Rgb, toward: Rgb, grounds: tuple[Rgb, ...], least: float) -> Rgb:
    """The colour, moved toward another in the smallest steps until it has the contrast on every ground.

    `toward` itself must have it.
    """
    for step in range(101):
        red, green, blue = (
            round(own + (other - own) * step / 100) for own, other in zip(color, toward, strict=True)
        )
        if all(contrast((red, green, blue), ground) >= least for ground in grounds):
            return red, green, blue
    return toward


def as_hex(color: Rgb) -> str:
    """The colour as `#rrggbb`."""
    return "#{:02x}{:02x}{:02x}".format(*color)
