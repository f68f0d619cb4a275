"""Outlines made of lines, curves and arcs.

Owns their geometry. Refuses ink and page. Points count from the top left, y downwards; the canvas turns them over.
"""

from __future__ import annotations

import math
from typing import Literal, NamedTuple

Point = tuple[float, float]


class Step(NamedTuple):
    """One step of an outline: move, line, curve (two control points and the end) or close."""

    kind: Literal["m", "l", "c", "h"]
    points: tuple[Point, ...]


class Path:
    """An outline built step by step; every method returns the path itself."""

    def __init__(self) -> None:
        self.steps: list[Step] = []

    @property
    def extent(self) -> float:
        """The longer side of the box around its points."""
        points = [point for step in self.steps for point in step.points]
        return max(max(along) - min(along) for along in zip(*points, strict=True)) if points else 0.0

    def move(self, x: float, y: float) -> Path:
        """Start a new part at the point."""
        self.steps.append(Step("m", ((x, y),)))
        return self

    def line(self, x: float, y: float) -> Path:
        """A straight line to the point."""
        self.steps.append(Step("l", ((x, y),)))
        return self

    def curve(self, first: Point, second: Point, end: Point) -> Path:
        """A cubic curve with two control points."""
        self.steps.append(Step("c", (first, second, end)))
        return self

    def arc(self, centre: Point, radius: float, start: float, sweep: float) -> Path:
        """An arc, reached by a straight line; degrees, 0 to the right, growing clockwise on the page."""
        first = math.radians(start)
        begin = _on_circle(centre, radius, first)
        _ = self.line(*begin) if self.steps and self.steps[-1].kind != "h" else self.move(*begin)
        parts = max(1, math.ceil(abs(sweep) / 90 - 1e-9))
        angle = math.radians(sweep) / parts
        handle = 4 / 3 * math.tan(angle / 4) * radius
        for part in range(parts):
            one, two = first + part * angle, first + (part + 1) * angle
            (x0, y0), (x3, y3) = _on_circle(centre, radius, one), _on_circle(centre, radius, two)
            self.curve(
                (x0 - handle * math.sin(one), y0 + handle * math.cos(one)),
                (x3 + handle * math.sin(two), y3 - handle * math.cos(two)),
                (x3, y3),
            )
        return self

    def close(self) -> Path:
        """Back to the start of the part."""
        self.steps.append(Step("h", ()))
        return self


def circle(centre: Point, radius: float) -> Path:
    """A whole circle."""
    return Path().arc(centre, radius, 0, 360).close()


def _on_circle(centre: Point, radius: float, angle: float) -> Point:
    return centre[0] + radius * math.cos(angle), centre[1] + radius * math.sin(angle)
