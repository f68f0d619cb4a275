"""The marks around two pages on a printer's sheet.

Owns crop, fold and collation marks and the slug line. All stand outside the bleed, in registration colour, which is
every ink in full, so that each plate carries them. Refuses the pages (`impose`). Points, counted upwards.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from catalog.print.typography.font_outlines import outlines
from catalog.print.units import MM

if TYPE_CHECKING:
    from collections.abc import Iterator

LENGTH = 10 * MM
"""Of a crop or fold mark."""
SLUG_SIZE = 7.0
"""Type size of the slug line."""

_REGISTRATION = "1 1 1 1 K 1 1 1 1 k"
_HAIRLINE = 0.25
_LEAST_START = 5 * MM  # From the trim to the marks.
_AIR = 1 * MM  # From the bleed to the marks.
_DASH = "[2 1] 0 d"
_BAR = (3 * MM, 1.2 * MM)  # Of a collation mark.
_STEP = 4 * MM  # From the bar of a sheet to the bar of the next, where there is room.
_CLEAR = 12 * MM  # From a crop or fold mark to what stands beside it.


class Rect(NamedTuple):
    """Left, bottom, right, top, in points upwards."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From bottom to top."""
        return self.top - self.bottom


class Marked(NamedTuple):
    """A side: the trim of its two pages, the fold between them, how far from the trim marks start.

    `sheet` counts from 0, the outermost; there are so many `sheets`.
    """

    trim: Rect
    fold: float
    start: float
    sheet: int
    sheets: int


def start(bleed: float) -> float:
    """How far from the trim marks start, for a bleed: never in it."""
    return max(_LEAST_START, bleed + _AIR)


def marks(sheet: Marked, words: str) -> bytes:
    """Operators that draw all marks of a side. The slug line `words` draws forms (`letter`) by `letter_name`."""
    crop, fold = "\n".join(_crop(sheet)), "\n".join(_fold(sheet))
    parts = (
        f"q {_REGISTRATION} {_HAIRLINE} w",
        crop,
        "S",
        _DASH,
        fold,
        "S",
        _collation(sheet),
        _slug(sheet, words),
    )
    return "\n".join((*parts, "Q")).encode()


def _crop(sheet: Marked) -> Iterator[str]:
    """Two lines at each corner, which would meet in it."""
    trim, near, far = sheet.trim, sheet.start, sheet.start + LENGTH
    for x, outwards in ((trim.left, -1), (trim.right, 1)):
        for y, away in ((trim.bottom, -1), (trim.top, 1)):
            yield f"{x + outwards * near:.3f} {y:.3f} m {x + outwards * far:.3f} {y:.3f} l"
            yield f"{x:.3f} {y + away * near:.3f} m {x:.3f} {y + away * far:.3f} l"


def _fold(sheet: Marked) -> Iterator[str]:
    """A line above and below the fold."""
    near, far = sheet.start, sheet.start + LENGTH
    for y, away in ((sheet.trim.bottom, -1), (sheet.trim.top, 1)):
        yield f"{sheet.fold:.3f} {y + away * near:.3f} m {sheet.fold:.3f} {y + away * far:.3f} l"


def _collation(sheet: Marked) -> str:
    """A bar above the left page, further from the fold on each sheet: laid in order they make stairs."""
    width, height = _BAR
    room = sheet.fold - sheet.trim.left - 2 * _CLEAR - width
    step = min(_STEP, max(room, 0) / max(sheet.sheets - 1, 1))
    left = sheet.fold - _CLEAR - width - step * sheet.sheet
    return f"{left:.3f} {sheet.trim.top + sheet.start:.3f} {width:.3f} {height:.3f} re f"


def _slug(sheet: Marked, words: str) -> str:
    """A line below the left page, letter by letter."""
    left, base = sheet.trim.left + _CLEAR, sheet.trim.bottom - sheet.start - SLUG_SIZE
    signs = " ".join(
        f"/{letter_name(sign)} Do 1 0 0 1 {outlines(sign, SLUG_SIZE).width:.2f} 0 cm" for sign in words
    )
    return f"q 1 0 0 1 {left:.3f} {base:.3f} cm {signs} Q"


def letter_name(sign: str) -> str:
    """Name of the form that draws a sign of a slug line."""
    return f"Letter{ord(sign)}"


def letter(sign: str) -> bytes:
    """Operators that fill a sign of a slug line, from its place on the baseline; whatever its ink is by then."""
    strokes = outlines(sign, SLUG_SIZE).strokes
    path = (" ".join((*(f"{number:.2f}" for number in numbers), operator)) for operator, numbers in strokes)
    return " ".join((*path, "f" if strokes else "n")).encode()
