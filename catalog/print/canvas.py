"""The drawing surface of a page.

Owns the content stream: where y grows downwards from the top left of the trim, in points, and colours are inks.
Refuses to lay out: every position comes from the plan. Converts coordinates and colours once, here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from catalog.print.canvas_page import MM, Box, Destination, Link, Page, Sheet
from catalog.print.color import BLACK, Ink

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractContextManager

    from catalog.print.logos import Picture
    from catalog.print.qr import Qr
    from catalog.print.typeset_line import Line

__all__ = [
    "MM",
    "Box",
    "Destination",
    "Intent",
    "Link",
    "Page",
    "PageCanvas",
    "Path",
    "Resources",
    "Sheet",
    "Stroke",
]

Intent = Literal["screen", "press", "proof"]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line's width in points, its ink, and the dashes (lengths on and off; empty is solid)."""

    width: float
    ink: Ink = BLACK
    dash: tuple[float, ...] = ()


class Path:
    """An outline built step by step; every method returns the path itself."""

    def move(self, x: float, y: float) -> Path:
        """Start a new part at the point."""
        raise NotImplementedError

    def line(self, x: float, y: float) -> Path:
        """A straight line to the point."""
        raise NotImplementedError

    def curve(self, first: Point, second: Point, end: Point) -> Path:
        """A cubic curve with two control points."""
        raise NotImplementedError

    def arc(self, centre: Point, radius: float, start: float, sweep: float) -> Path:
        """An arc joined to the current point; degrees, 0 to the right, growing clockwise on the page."""
        raise NotImplementedError

    def close(self) -> Path:
        """Back to the start of the part."""
        raise NotImplementedError


class Resources:
    """What all pages of one file share: the codes of glyphs in each font, and the pictures in use."""


class PageCanvas:
    """Draws one page. `intent` decides how inks are written: RGB on screen and proof, CMYK for the press."""

    def __init__(self, sheet: Sheet, resources: Resources, intent: Intent = "screen") -> None:
        self.sheet = sheet
        self.resources = resources
        self.intent = intent

    def text(self, x: float, baseline: float, line: Line, ink: Ink = BLACK) -> None:
        """Draw a line from its left end. Text that glyphs do not spell out carries its /ActualText."""
        raise NotImplementedError

    def text_right(self, right: float, baseline: float, line: Line, ink: Ink = BLACK) -> None:
        """Draw a line that ends at `right`."""
        raise NotImplementedError

    def text_centred(self, centre: float, baseline: float, line: Line, ink: Ink = BLACK) -> None:
        """Draw a line around `centre`."""
        raise NotImplementedError

    def rect(self, box: Box, fill: Ink | None = BLACK, stroke: Stroke | None = None) -> None:
        """A rectangle."""
        raise NotImplementedError

    def rule(self, start: Point, end: Point, stroke: Stroke) -> None:
        """A straight line."""
        raise NotImplementedError

    def polygon(
        self, points: Sequence[Point], fill: Ink | None = BLACK, stroke: Stroke | None = None
    ) -> None:
        """A closed polygon."""
        raise NotImplementedError

    def circle(
        self, centre: Point, radius: float, fill: Ink | None = BLACK, stroke: Stroke | None = None
    ) -> None:
        """A circle."""
        raise NotImplementedError

    def path(self, path: Path, fill: Ink | None = BLACK, stroke: Stroke | None = None) -> None:
        """Any outline, filled by the non-zero rule."""
        raise NotImplementedError

    def qr(self, x: float, y: float, box: float, code: Qr) -> None:
        """A code with its quiet zone in a square box whose top left is given; black alone."""
        raise NotImplementedError

    def picture(self, box: Box, picture: Picture) -> None:
        """A picture stretched to the box; the caller keeps the ratio."""
        raise NotImplementedError

    def clip(self, box: Box) -> AbstractContextManager[None]:
        """Nothing drawn inside the `with` block shows outside the box."""
        raise NotImplementedError

    def rotated(self, x: float, y: float, degrees: float) -> AbstractContextManager[None]:
        """Inside the `with` block, (0, 0) is the given point and x runs `degrees` clockwise from the right."""
        raise NotImplementedError

    def link(self, box: Box, uri: str) -> None:
        """The box leads to a web or mail address."""
        raise NotImplementedError

    def link_to(self, box: Box, destination: str) -> None:
        """The box leads to a named destination of this book."""
        raise NotImplementedError

    def destination(self, name: str, y: float = 0.0) -> None:
        """Name a place of this page for links and the outline."""
        raise NotImplementedError

    def page(self) -> Page:
        """The finished page."""
        raise NotImplementedError
