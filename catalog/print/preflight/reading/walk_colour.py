"""The operators of colour.

Owns the current colour spaces and paints, patterns included: a pattern paints with the heaviest of its colours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pikepdf import Stream

from catalog.print.preflight.reading.inks import Paint, Space, heaviest, paint_of
from catalog.print.preflight.reading.library import dictionary
from catalog.print.preflight.reading.shadings import shading_paint
from catalog.print.preflight.reading.walk_text import TextWalk

if TYPE_CHECKING:
    from collections.abc import Callable

    from catalog.print.preflight.reading.marks import Drawing
    from catalog.print.preflight.reading.tokens import Operand


class ColourWalk(TextWalk):
    """The part of a walk that chooses colours."""

    @property
    def colour_steps(self) -> dict[bytes, Callable[[list[Operand]], None]]:
        """What to do at each operator."""
        return {
            b"g": self._device, b"rg": self._device, b"k": self._device, b"cs": self._space,
            b"sc": self._colour, b"scn": self._colour,
            b"G": self._stroke_device, b"RG": self._stroke_device, b"K": self._stroke_device,
            b"CS": self._stroke_space, b"SC": self._stroke_colour, b"SCN": self._stroke_colour,
        }  # fmt: skip

    def form(self, form: Stream) -> Drawing | None:
        """The marks of a form, or of a pattern's cell; who walks knows how."""
        raise NotImplementedError

    def _device(self, operands: list[Operand]) -> None:
        self.state.fill_space, self.state.fill = self._device_paint(operands)

    def _stroke_device(self, operands: list[Operand]) -> None:
        self.state.stroke_space, self.state.stroke = self._device_paint(operands)

    def _device_paint(self, operands: list[Operand]) -> tuple[Space, Paint]:
        space = self.resources.space({1: "/DeviceGray", 3: "/DeviceRGB", 4: "/DeviceCMYK"}[len(operands)])
        return space, paint_of(space, operands)

    def _space(self, operands: list[Operand]) -> None:
        self.state.fill_space, self.state.fill = self._first_paint(operands)

    def _stroke_space(self, operands: list[Operand]) -> None:
        self.state.stroke_space, self.state.stroke = self._first_paint(operands)

    def _first_paint(self, operands: list[Operand]) -> tuple[Space, Paint]:
        """A space starts with its black, or with the full tint."""
        space = self.resources.space(operands[0])
        first = [1.0] * space.components if space.family == "spot" else [0.0] * space.components
        if space.family == "cmyk":
            first[3:] = [1.0]
        return space, paint_of(space, first)

    def _colour(self, operands: list[Operand]) -> None:
        self.state.fill = self._paint(self.state.fill_space, operands)

    def _stroke_colour(self, operands: list[Operand]) -> None:
        self.state.stroke = self._paint(self.state.stroke_space, operands)

    def _paint(self, space: Space, operands: list[Operand]) -> Paint:
        if operands and isinstance(operands[-1], str):
            return self._pattern(space, operands)
        return paint_of(space, operands)

    def _pattern(self, space: Space, operands: list[Operand]) -> Paint:
        """The heaviest paint of a pattern."""
        pattern = self.resources.find("/Pattern", operands[-1])
        if pattern is None:
            return paint_of(space, ())
        if int(pattern.get("/PatternType", 0)) == 2:
            return shading_paint(dictionary(pattern.get("/Shading")), self.resources.objects)
        if int(pattern.get("/PaintType", 1)) == 2 and space.base:
            return paint_of(space.base, operands[:-1])
        cell = self.form(pattern) if isinstance(pattern, Stream) else None
        return heaviest([mark.paint for mark in cell.short] if cell else [])
