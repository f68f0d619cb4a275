"""The drawing surface of a page.

Owns the content stream: y grows downwards from the top left of the trim, in points, and colours are inks.
Refuses to lay out: every position comes from the plan. Converts coordinates and colours once, here.

For the press, black text, rules, codes and small shapes print over what lies below them, so that no white shows where
plates stand a little apart; everything else knocks out. For the screen, everything drawn is tagged.
"""

from __future__ import annotations

import math
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING, Literal

from catalog.print.assets.qr import QUIET_MODULES
from catalog.print.pdf.canvas_page import Box, Destination, Link, Page, Sheet, Stroke
from catalog.print.pdf.canvas_path import Path, Point, circle
from catalog.print.pdf.canvas_resources import Resources
from catalog.print.pdf.canvas_tags import Element, Role, Tags
from catalog.print.pdf.canvas_text import line_operators
from catalog.print.pdf.color import BLACK, Ink, screen
from catalog.print.units import MM

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from contextlib import AbstractContextManager

    from catalog.print.assets.logos import Picture
    from catalog.print.assets.qr import Qr
    from catalog.print.typography.lines import Line

__all__ = [
    "MM", "Box", "Destination", "Intent", "Link", "Page", "PageCanvas", "Path", "Resources", "Role", "Sheet", "Stroke",
]  # fmt: skip

Intent = Literal["screen", "press", "proof"]


_LEAST_BLEED = 3 * MM
_LARGE = 20 * MM  # A black shape of this size prints evenly only on white paper.


class PageCanvas:
    """Draws one page. `intent` decides how inks are written: RGB on screen and proof, CMYK for the press."""

    def __init__(self, sheet: Sheet, resources: Resources, intent: Intent = "screen") -> None:
        self.sheet = sheet
        self.resources = resources
        self.intent = intent
        # Where the current coordinates have their origin in the PDF's, whose y grows upwards.
        self._left, self._top = sheet.margin, sheet.margin + sheet.height
        self._operators: list[bytes] = []
        self._ink: Ink | None = None
        self._overprints = False
        self._states = False
        self._tags = None if intent == "press" else Tags(self._operators)
        self._fonts: dict[str, None] = {}
        self._pictures: dict[str, None] = {}
        self._links: list[Link] = []
        self._destinations: list[Destination] = []

    @property
    def bleed(self) -> float:
        """How far a part that reaches the trim has to go on past it."""
        return max(self.sheet.bleed, _LEAST_BLEED)

    def text(self, x: float, baseline: float, line: Line, ink: Ink = BLACK) -> None:
        """Draw a line from its left end. Text that glyphs do not spell out carries its /ActualText."""
        self._begin(overprints=ink is BLACK or ink == BLACK)
        if ink is not self._ink:
            self._fill(ink)
        x, y = self._left + x, self._top - baseline
        if len(line.pieces) == 1 and line.pieces[0].glyphs is None:  # Nine lines in ten: they need no more.
            (piece,) = line.pieces
            codes = self.resources.codes(piece.face)
            self._fonts[codes.name] = None
            self._operators.append(b"BT %.2f %.2f Td %s ET" % (x, y, codes.plain(piece.text, piece.size)))
            return
        faces = [self.resources.codes(piece.face) for piece in line.pieces]
        self._fonts.update((codes.name, None) for codes in faces)
        self._operators += line_operators(x, y, line, faces)

    def text_right(self, right: float, baseline: float, line: Line, ink: Ink = BLACK) -> None:
        """Draw a line that ends at `right`."""
        self.text(right - line.width, baseline, line, ink)

    def text_centred(self, centre: float, baseline: float, line: Line, ink: Ink = BLACK) -> None:
        """Draw a line around `centre`."""
        self.text(centre - line.width / 2, baseline, line, ink)

    def rect(self, box: Box, fill: Ink | None = BLACK, stroke: Stroke | None = None) -> None:
        """A rectangle."""
        self._begin(overprints=_over(fill, stroke) and max(box.width, box.height) < _LARGE)
        self._paint(self._rectangle(box), fill, stroke)

    def rule(self, start: Point, end: Point, stroke: Stroke) -> None:
        """A straight line."""
        self._begin(overprints=stroke.ink == BLACK)
        self._paint(b"%s m %s l" % (self._point(start), self._point(end)), None, stroke)

    def polygon(
        self, points: Sequence[Point], fill: Ink | None = BLACK, stroke: Stroke | None = None
    ) -> None:
        """A closed polygon."""
        first, *more = points
        outline = Path().move(*first)
        for point in more:
            outline.line(*point)
        self.path(outline.close(), fill, stroke)

    def circle(
        self, centre: Point, radius: float, fill: Ink | None = BLACK, stroke: Stroke | None = None
    ) -> None:
        """A circle."""
        self.path(circle(centre, radius), fill, stroke)

    def path(self, path: Path, fill: Ink | None = BLACK, stroke: Stroke | None = None) -> None:
        """Any outline, filled by the non-zero rule."""
        self._begin(overprints=_over(fill, stroke) and path.extent < _LARGE)
        steps = (
            b" ".join([*(self._point(point) for point in step.points), step.kind.encode()])
            for step in path.steps
        )
        self._paint(b" ".join(steps), fill, stroke)

    def qr(self, x: float, y: float, box: float, code: Qr) -> None:
        """A code with its quiet zone in a square box whose top left is given; black alone."""
        module = code.module(box)
        quiet = QUIET_MODULES * module
        place = (module, -module, self._left + x + quiet, self._top - y - quiet)
        self._begin(overprints=True)
        self._fill(BLACK)
        self._operators.append(b"q %.5f 0 0 %.5f %.3f %.3f cm %s f Q" % (*place, code.outline))

    def picture(self, box: Box, picture: Picture) -> None:
        """A picture stretched to the box; the caller keeps the ratio."""
        name = self.resources.picture(picture)
        self._pictures[name] = None
        self._begin(overprints=False)
        x, y = self._left + box.x, self._top - box.bottom
        self._operators.append(
            b"q %.4f 0 0 %.4f %.3f %.3f cm /%s Do Q" % (box.width, box.height, x, y, name.encode())
        )

    def insert(self, content: bytes) -> None:
        """What was drawn on another canvas of this sheet, without text and pictures, is drawn here too."""
        with self._saved():
            self._states = True
            self._operators.append(content)

    @contextmanager
    def clip(self, box: Box) -> Iterator[None]:
        """Nothing drawn inside the `with` block shows outside the box."""
        with self._saved():
            self._operators.append(self._rectangle(box) + b" W n")
            yield

    @contextmanager
    def rotated(self, x: float, y: float, degrees: float) -> Iterator[None]:
        """Inside the `with` block, (0, 0) is the given point and x runs `degrees` clockwise from the right.

        Links and destinations inside the block are refused: they know no rotation.
        """
        angle = math.radians(-degrees)
        cosine, sine = math.cos(angle), math.sin(angle)
        place = (cosine, sine, -sine, cosine, self._left + x, self._top - y)
        outer = self._left, self._top
        with self._saved():
            self._operators.append(b"%.6f %.6f %.6f %.6f %.3f %.3f cm" % place)
            self._left = self._top = 0.0
            try:
                yield
            finally:
                self._left, self._top = outer

    def tag(
        self, role: Role, *, alt: str = "", lang: str = "", box: Box | None = None
    ) -> AbstractContextManager[None]:
        """What is drawn inside the `with` block is this part of the text; the order of drawing is that of reading.

        Tags nest, and marks belong to the innermost. What is drawn inside none is decoration and not read out. `alt`
        is said in place of a figure, `box` is where it stands; `lang` is BCP 47 where it is not the book's.
        """
        if self._tags is None:
            return nullcontext()
        place = (
            (self._left + box.x, self._top - box.bottom, self._left + box.right, self._top - box.y)
            if box
            else None
        )
        return self._tags.inside(Element(role, None, alt, lang, box=place))

    def artifact(self) -> AbstractContextManager[None]:
        """Inside a tag: what is drawn in the `with` block is decoration all the same."""
        return nullcontext() if self._tags is None else self._tags.inside(None)

    def link(self, box: Box, uri: str) -> None:
        """The box leads to a web or mail address."""
        self._add(Link(self._unrotated(box), uri=uri), uri)

    def link_to(self, box: Box, destination: str) -> None:
        """The box leads to a named destination of this book."""
        self._add(Link(self._unrotated(box), destination=destination), "A page of this book")

    def _add(self, link: Link, said: str) -> None:
        """A press has no use for links."""
        if self._tags is not None:
            self._tags.add_link(len(self._links), said)
            self._links.append(link)

    def destination(self, name: str, y: float = 0.0) -> None:
        """Name a place of this page for links and the outline."""
        self._destinations.append(Destination(name, self._unrotated(Box(0, y, 0, 0)).y))

    def page(self) -> Page:
        """The finished page."""
        if self._tags:
            self._tags.end()
        return Page(
            self.sheet,
            b"\n".join(self._operators),
            tuple(self._fonts),
            tuple(self._pictures),
            tuple(self._links),
            tuple(self._destinations),
            tuple(self._tags.elements) if self._tags else (),
            self._states,
        )

    def _unrotated(self, box: Box) -> Box:
        if self._top == 0.0:
            raise ValueError("a link or destination cannot be placed inside a rotated block")
        return box

    @contextmanager
    def _saved(self) -> Iterator[None]:
        ink, overprints = self._ink, self._overprints
        self._close()
        self._operators.append(b"q")
        try:
            yield
        finally:
            self._close()
            self._operators.append(b"Q")
            self._ink, self._overprints = ink, overprints

    def _close(self) -> None:
        if self._tags is not None:
            self._tags.end()

    def _begin(self, *, overprints: bool) -> None:
        """Something is about to be drawn: set how it meets what lies below, or which part of the text it is."""
        if self._tags is not None:
            self._tags.begin()
        elif overprints != self._overprints:
            self._overprints = overprints
            self._states = True
            self._operators.append(b"/Over gs" if overprints else b"/Out gs")

    def _point(self, point: Point) -> bytes:
        return b"%.2f %.2f" % (self._left + point[0], self._top - point[1])

    def _rectangle(self, box: Box) -> bytes:
        return b"%.2f %.2f %.2f %.2f re" % (self._left + box.x, self._top - box.bottom, box.width, box.height)

    def _paint(self, outline: bytes, fill: Ink | None, stroke: Stroke | None) -> None:
        if fill is not None:
            self._fill(fill)
        if stroke is not None:
            dash = b" ".join(b"%.2f" % length for length in stroke.dash)
            colour = self._operator(stroke.ink).upper()
            self._operators.append(b"%.2f w [%s] 0 d %s" % (stroke.width, dash, colour))
        operator = b"n" if stroke is None else b"S"
        if fill is not None:
            operator = b"f" if stroke is None else b"B"
        self._operators.append(outline + b" " + operator)

    def _fill(self, ink: Ink) -> None:
        if ink != self._ink:
            self._ink = ink
            self._operators.append(self._operator(ink))

    def _operator(self, ink: Ink) -> bytes:
        if self.intent == "press":
            return b"%.4f %.4f %.4f %.4f k" % (ink.c / 100, ink.m / 100, ink.y / 100, ink.k / 100)
        red, green, blue = screen(ink)
        if red == green == blue:
            return b"%.4f g" % red
        return b"%.4f %.4f %.4f rg" % (red, green, blue)


def _over(fill: Ink | None, stroke: Stroke | None) -> bool:
    """Whether a shape is black alone, and so may print over what lies below."""
    return fill in {None, BLACK} and (stroke is None or stroke.ink == BLACK)
