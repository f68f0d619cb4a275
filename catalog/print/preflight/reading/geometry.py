"""Rectangles and matrices of a page.

Owns their arithmetic. Lengths are points; y grows upwards, as in PDF.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from catalog.print.units import MM

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Box(NamedTuple):
    """A rectangle by its edges."""

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

    @property
    def sides(self) -> tuple[Box, Box, Box, Box]:
        """Its four edges as boxes without width or height: left, bottom, right, top."""
        left, bottom, right, top = self
        return (
            Box(left, bottom, left, top),
            Box(left, bottom, right, bottom),
            Box(right, bottom, right, top),
            Box(left, top, right, top),
        )

    def inset(self, by: float) -> Box:
        """Smaller by a length on each side; larger where it is negative."""
        return Box(self.left + by, self.bottom + by, self.right - by, self.top - by)

    def holds(self, other: Box, slack: float = 0.0) -> bool:
        """Whether the other lies inside, give or take `slack`."""
        return (
            self.left - slack <= other.left
            and self.bottom - slack <= other.bottom
            and other.right <= self.right + slack
            and other.top <= self.top + slack
        )

    def meets(self, other: Box) -> bool:
        """Whether both share more than an edge."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.bottom < other.top
            and other.bottom < self.top
        )

    def touches(self, other: Box) -> bool:
        """Whether both share a point."""
        return (
            self.left <= other.right
            and other.left <= self.right
            and self.bottom <= other.top
            and other.bottom <= self.top
        )

    def cut(self, other: Box) -> Box:
        """What both share; empty, with edges the wrong way round, where they share nothing."""
        return Box(
            max(self.left, other.left),
            max(self.bottom, other.bottom),
            min(self.right, other.right),
            min(self.top, other.top),
        )

    def around(self, other: Box) -> Box:
        """The smallest that holds both."""
        return Box(
            min(self.left, other.left),
            min(self.bottom, other.bottom),
            max(self.right, other.right),
            max(self.top, other.top),
        )


EVERYWHERE = Box(-1e9, -1e9, 1e9, 1e9)


def product(first: Matrix, then: Matrix) -> Matrix:
    """The matrix of what `first` and `then` do one after the other."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def moved(box: Box, by: Matrix) -> Box:
    """The upright rectangle around a transformed one."""
    a, b, c, d, e, f = by
    left, bottom, right, top = box
    if b == 0 == c:
        x0, x1, y0, y1 = a * left + e, a * right + e, d * bottom + f, d * top + f
        return Box(
            min(x1, x0),
            min(y1, y0),
            max(x0, x1),
            max(y0, y1),
        )
    xs = (a * left + c * bottom, a * right + c * bottom, a * left + c * top, a * right + c * top)
    ys = (b * left + d * bottom, b * right + d * bottom, b * left + d * top, b * right + d * top)
    return Box(min(xs) + e, min(ys) + f, max(xs) + e, max(ys) + f)


def scale(matrix: Matrix) -> float:
    """How much longer a matrix makes lengths, both directions taken together."""
    return math.sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))


def place(box: Box, trim: Box) -> str:
    """The middle of a box in whole millimetres from the upper left of the trim, for a reader."""
    x, y = (box.left + box.right) / 2 - trim.left, trim.top - (box.bottom + box.top) / 2
    return f"({x / MM:.0f}, {y / MM:.0f}) mm"
