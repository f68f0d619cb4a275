"""The operators of text.

Owns text matrices, the widths of what is shown, and the putting down of marks. The height of a line of text is
taken to be a fifth of its size below the baseline and three quarters above, whatever the font.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict, Unpack

from catalog.print.preflight.reading.geometry import IDENTITY, Box, Matrix, moved, product, scale
from catalog.print.preflight.reading.library import dictionary
from catalog.print.preflight.reading.marks import Drawing, Mark
from catalog.print.preflight.reading.tokens import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from catalog.print.preflight.reading.images import Raster
    from catalog.print.preflight.reading.inks import Paint
    from catalog.print.preflight.reading.library import Resources
    from catalog.print.preflight.reading.marks import MarkKind
    from catalog.print.preflight.reading.state import State
    from catalog.print.preflight.reading.tokens import Operand

_BELOW, _ABOVE = 0.2, 0.75
_BLANK = 32
_INVISIBLE = frozenset({3, 7})
_OUTLINED = frozenset({1, 5})


class _More(TypedDict, total=False):
    """What else a mark has."""

    overprint: bool
    size: float
    figures: int
    raster: Raster | None
    edges: tuple[Box, ...] | None


class TextWalk:
    """The part of a walk that sets type; `state` is the graphics state, `drawing` what has been painted."""

    def __init__(self, resources: Resources, state: State) -> None:
        self.resources = resources
        self.state = state
        self.drawing = Drawing()
        self._at: Matrix = IDENTITY
        self._line: Matrix = IDENTITY
        self._spans: list[bool] = []

    @property
    def text_steps(self) -> dict[bytes, Callable[[list[Operand]], None]]:
        """What to do at each operator."""
        return {
            b"BT": self._begin, b"Tf": self._font, b"Td": self._next, b"TD": self._next_leading,
            b"Tm": self._set_matrix, b"T*": self._next_line, b"Tj": self._show, b"TJ": self._show_parts,
            b"'": self._next_and_show, b'"': self._spaced_and_show, b"Tc": self._letter_gap,
            b"Tw": self._word_gap, b"Tz": self._stretch, b"TL": self._leading, b"Ts": self._rise,
            b"Tr": self._rendering, b"BDC": self._open_span, b"BMC": self._open_span, b"EMC": self._close_span,
        }  # fmt: skip

    def mark(self, kind: MarkKind, box: Box, paint: Paint, **more: Unpack[_More]) -> None:
        """Put down what shows of a mark inside the clip."""
        self.mark_again(Mark(kind, box, paint, **more))

    def mark_again(self, mark: Mark) -> None:
        """Put down what shows of a mark from elsewhere."""
        clip, box = self.state.clip, mark.box
        if not clip.holds(box):
            if not clip.touches(box):
                return
            mark = mark.inside(clip)
        self.drawing.marks.append(mark)

    def _open_span(self, operands: list[Operand]) -> None:
        """A span may carry the text of all that it shows."""
        properties = operands[1] if len(operands) > 1 else None
        if isinstance(properties, str):
            properties = plain(dictionary(self.resources.find("/Properties", properties)))
        self._spans.append(isinstance(properties, list) and "/ActualText" in properties)

    def _close_span(self, _operands: list[Operand]) -> None:
        if self._spans:
            self._spans.pop()

    def _begin(self, _operands: list[Operand]) -> None:
        self._at = self._line = IDENTITY

    def _font(self, operands: list[Operand]) -> None:
        self.state.font, self.state.size = self.resources.font(operands[0]), operands[1]

    def _next(self, operands: list[Operand]) -> None:
        a, b, c, d, e, f = self._line
        x, y = operands
        self._at = self._line = (a, b, c, d, a * x + c * y + e, b * x + d * y + f)

    def _next_leading(self, operands: list[Operand]) -> None:
        self.state.leading = -operands[1]
        self._next(operands)

    def _next_line(self, _operands: list[Operand]) -> None:
        self._next([0.0, -self.state.leading])

    def _set_matrix(self, operands: list[Operand]) -> None:
        a, b, c, d, e, f = operands
        self._at = self._line = (a, b, c, d, e, f)

    def _letter_gap(self, operands: list[Operand]) -> None:
        self.state.letter_gap = operands[0]

    def _word_gap(self, operands: list[Operand]) -> None:
        self.state.word_gap = operands[0]

    def _stretch(self, operands: list[Operand]) -> None:
        self.state.stretch = operands[0] / 100

    def _leading(self, operands: list[Operand]) -> None:
        self.state.leading = operands[0]

    def _rise(self, operands: list[Operand]) -> None:
        self.state.rise = operands[0]

    def _rendering(self, operands: list[Operand]) -> None:
        self.state.rendering = int(operands[0])

    def _next_and_show(self, operands: list[Operand]) -> None:
        self._next_line([])
        self._show(operands)

    def _spaced_and_show(self, operands: list[Operand]) -> None:
        self.state.word_gap, self.state.letter_gap = operands[:2]
        self._next_and_show(operands[2:])

    def _show(self, operands: list[Operand]) -> None:
        self._show_parts([[operands[0]]])

    def _show_parts(self, operands: list[Operand]) -> None:
        parts: Sequence[bytes | float] = operands[0]
        state = self.state
        font, size = state.font, state.size
        along = 0.0
        seen = False
        for part in parts:
            if isinstance(part, float):
                along -= part * size / 1000
                continue
            codes = font.codes(part)
            seen = seen or bool(codes)
            along += sum(map(font.widths.__getitem__, codes)) * font.unit * size + state.letter_gap * len(
                codes
            )
            if state.word_gap and not font.wide:
                along += state.word_gap * codes.count(_BLANK)
            if state.rendering != 3:
                self.drawing.show(font, codes, carried=any(self._spans))
        along *= state.stretch
        if seen and state.rendering not in _INVISIBLE:
            self._mark_text(min(along, 0.0), max(along, 0.0))
        a, b, c, d, e, f = self._at
        self._at = (a, b, c, d, e + a * along, f + b * along)

    def _mark_text(self, left: float, right: float) -> None:
        state = self.state
        by = product(self._at, state.matrix)
        box = moved(Box(left, state.rise - _BELOW * state.size, right, state.rise + _ABOVE * state.size), by)
        stroke = state.rendering in _OUTLINED
        paint = state.stroke if stroke else state.fill
        over = state.overprints(paint, stroke=stroke)
        self.mark("text", box, paint, overprint=over, size=abs(state.size) * scale(by))
