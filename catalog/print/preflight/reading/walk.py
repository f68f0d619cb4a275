"""A content stream, walked once.

Owns the operators that set the graphics state, paint paths and place pictures. Operators of colour and text stand in
`walk_colour` and `walk_text`. Refuses to judge: marks come out. An operator that cannot be understood is counted and
passed over, as viewers do.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from catalog.print.preflight.reading.geometry import EVERYWHERE, IDENTITY, Box, Matrix, moved, product, scale
from catalog.print.preflight.reading.images import inline_raster
from catalog.print.preflight.reading.inks import Paint, paint_of, space_of
from catalog.print.preflight.reading.library import Library, Resources
from catalog.print.preflight.reading.marks import Drawing, placed
from catalog.print.preflight.reading.shadings import shading_paint
from catalog.print.preflight.reading.state import State
from catalog.print.preflight.reading.tokens import steps, straight_edges
from catalog.print.preflight.reading.walk_colour import ColourWalk

if TYPE_CHECKING:
    from pikepdf import Object

    from catalog.print.preflight.reading.images import Raster
    from catalog.print.preflight.reading.tokens import Operand, Outline

FAULTS = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError, OSError, pikepdf.PdfError)
"""What a broken file makes of reading it."""

_UNIT = Box(0.0, 0.0, 1.0, 1.0)
_DEPTH = 12
_LONG = 4000


def drawing_of(page: Object, library: Library, sheet: Box, inner: Box) -> Drawing:
    """The marks of a page; marks off the `sheet` do not show.

    A form that lies wholly `inner`, away from trim and margins, comes with its like marks as one.
    """
    walk = Walk(Resources(inherited(page, "/Resources"), library), State(clip=sheet), inner)
    walk.run(_content(page))
    return walk.drawing


def inherited(page: Object, key: str) -> Object | None:
    """An attribute of a page, or of the nodes above it."""
    node: Object | None = page
    for _ in range(_DEPTH):
        if not isinstance(node, Dictionary):
            return None
        if key in node:
            return node.get(key)
        node = node.get("/Parent")
    return None


def _content(page: Object) -> bytes:
    held = page.get("/Contents")
    parts = held.as_list() if isinstance(held, Array) else [held]
    return b"\n".join(part.read_bytes() for part in parts if isinstance(part, Stream))


class Walk(ColourWalk):
    """One stream with its state."""

    def __init__(self, resources: Resources, state: State, inner: Box | None = None) -> None:
        super().__init__(resources, state)
        self._inner = inner
        self._saved: list[State] = []
        self._path: Outline | None = None
        self._figures = 0
        self._least = 0.0
        self._runs: list[bytes] = []
        self._clipping = False
        self._steps = {
            b"q": self._save, b"Q": self._restore, b"cm": self._transform, b"w": self._width,
            b"gs": self._settings, b"outline": self._outline, b"W": self._clip, b"W*": self._clip,
            b"f": self._fill, b"F": self._fill, b"f*": self._fill, b"S": self._stroke, b"s": self._stroke,
            b"B": self._both, b"B*": self._both, b"b": self._both, b"b*": self._both, b"n": self._end,
            b"Do": self._do, b"sh": self._shade, b"BI": self._inline,
            **self.colour_steps, **self.text_steps,
        }  # fmt: skip

    def run(self, content: bytes) -> None:
        """Walk a stream to its end."""
        known = self._steps
        for operator, operands in steps(content):
            step = known.get(operator)
            if step is not None:
                try:
                    step(operands)
                except FAULTS:
                    self.drawing.faults += 1

    # The state

    def _save(self, _operands: list[Operand]) -> None:
        self._saved.append(self.state.saved())

    def _restore(self, _operands: list[Operand]) -> None:
        if self._saved:
            self.state = self._saved.pop()

    def _transform(self, operands: list[Operand]) -> None:
        self.state.matrix = product(_matrix(operands), self.state.matrix)

    def _width(self, operands: list[Operand]) -> None:
        self.state.line_width = operands[0]

    def _settings(self, operands: list[Operand]) -> None:
        settings = self.resources.find("/ExtGState", operands[0])
        if isinstance(settings, Dictionary):
            self.state.apply(settings)
            font = settings.get("/Font")
            if font is not None:
                self.state.font, self.state.size = self.resources.library.font(font[0]), float(font[1])

    # Paths

    def _outline(self, operands: list[Operand]) -> None:
        outline: Outline = operands[0]
        self._runs.append(operands[1])
        held = self._path
        if held is None:
            self._path, self._figures, self._least = outline, outline.figures, outline.least
            return
        self._path = outline._replace(
            left=min(held.left, outline.left), bottom=min(held.bottom, outline.bottom),
            right=max(held.right, outline.right), top=max(held.top, outline.top),
        )  # fmt: skip
        self._figures += outline.figures
        self._least = min(self._least, outline.least)

    def _clip(self, _operands: list[Operand]) -> None:
        self._clipping = True

    def _fill(self, _operands: list[Operand]) -> None:
        self._fill_path()
        self._end(_operands)

    def _stroke(self, _operands: list[Operand]) -> None:
        self._stroke_path()
        self._end(_operands)

    def _both(self, _operands: list[Operand]) -> None:
        self._fill_path()
        self._stroke_path()
        self._end(_operands)

    def _end(self, _operands: list[Operand]) -> None:
        if self._clipping and self._path is not None:
            self.state.clip = self.state.clip.cut(moved(Box(*self._path[:4]), self.state.matrix))
        self._clipping = False
        self._path = None
        self._runs = []

    def _fill_path(self) -> None:
        if self._path is None:
            return
        state = self.state
        box = moved(Box(*self._path[:4]), state.matrix)
        size = self._least * scale(state.matrix)
        if not size and self._figures <= 1:
            size = min(box.width, box.height)
        over = state.overprints(state.fill, stroke=False)
        edges = self._edges() if self._inner is None or not self._inner.holds(box) else None
        self.mark("fill", box, state.fill, overprint=over, size=size, figures=self._figures, edges=edges)

    def _edges(self) -> tuple[Box, ...] | None:
        """The straight lines of the path; of rectangles, and of a long path, the box has to do."""
        if not all(self._runs) or sum(map(len, self._runs)) > _LONG:
            return None
        lines = (Box(*line) for run in self._runs for line in straight_edges(run))
        return tuple(moved(line, self.state.matrix) for line in lines)

    def _stroke_path(self) -> None:
        if self._path is None:
            return
        state = self.state
        width = state.line_width * scale(state.matrix)
        box = moved(Box(*self._path[:4]), state.matrix).inset(-width / 2 or -0.01)
        over = state.overprints(state.stroke, stroke=True)
        self.mark("stroke", box, state.stroke, overprint=over, size=width)

    # Pictures, shadings, forms

    def _do(self, operands: list[Operand]) -> None:
        found = self.resources.find("/XObject", operands[0])
        if not isinstance(found, Stream):
            return
        if found.get("/Subtype") == Name.Image:
            self._picture(self.resources.library.raster(found, self.resources.objects))
        elif found.get("/Subtype") == Name.Form:
            self._place(found)

    def _inline(self, operands: list[Operand]) -> None:
        self._picture(inline_raster(operands[0], self.resources.objects))

    def _picture(self, raster: Raster) -> None:
        a, b, c, d, _, _ = self.state.matrix
        across, down = math.hypot(a, b), math.hypot(c, d)
        fine = 72 * min(raster.width / across, raster.height / down) if across and down else 0.0
        paint = Paint(raster.name, raster.family, (0.0, 0.0, 0.0, 0.0, raster.total / 100))
        box = moved(_UNIT, self.state.matrix)
        self.mark("image", box, self.state.fill if raster.stencil else paint, size=fine, raster=raster)

    def _shade(self, operands: list[Operand]) -> None:
        shading = self.resources.find("/Shading", operands[0])
        if shading is not None:
            self.mark("shading", self.state.clip, shading_paint(shading, self.resources.objects))

    def _place(self, form: Stream) -> None:
        drawing = self.form(form)
        if drawing is None:
            return
        by = product(_form_matrix(form), self.state.matrix)
        clip = self.state.clip
        whole = moved(_form_box(form), by).cut(clip)
        short = self._inner is not None and self._inner.holds(whole)
        for mark in placed(drawing, by, short=short):
            self.mark_again(mark)
        self.drawing.include(drawing)

    def form(self, form: Stream) -> Drawing | None:
        """The marks of a form in its own coordinates; one that holds itself, or is too deep, has none."""
        library = self.resources.library
        key = (form.objgen, *self.state.inherited)
        known = library.forms.get(key)
        if known is None:
            if form.objgen in library.active or len(library.active) >= _DEPTH:
                return None
            library.active.append(form.objgen)
            try:
                known = self._walked(form)
            finally:
                library.active.pop()
            if form.objgen != (0, 0):
                library.forms[key] = known
        return known

    def _walked(self, form: Stream) -> Drawing:
        held = form.get("/Resources")
        resources = Resources(held, self.resources.library) if held is not None else self.resources
        state = self.state.saved()
        state.matrix, state.clip = IDENTITY, _form_box(form)
        inner = Walk(resources, state)
        group = form.get("/Group")
        if isinstance(group, Dictionary) and "/CS" in group:
            space = space_of(group.get("/CS"), resources.objects)
            inner.mark("group", state.clip, paint_of(space, ()))
        inner.run(form.read_bytes())
        return inner.drawing


def _matrix(numbers: list[Operand]) -> Matrix:
    a, b, c, d, e, f = numbers
    return (a, b, c, d, e, f)


def _form_matrix(form: Stream) -> Matrix:
    held = form.get("/Matrix")
    return _matrix([float(number) for number in held.as_list()]) if isinstance(held, Array) else IDENTITY


def _form_box(form: Stream) -> Box:
    held = form.get("/BBox")
    if not isinstance(held, Array) or len(held) != 4:
        return EVERYWHERE
    x0, y0, x1, y1 = (float(number) for number in held.as_list())
    return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
