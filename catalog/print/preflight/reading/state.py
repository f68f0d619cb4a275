"""The graphics state while a content stream is walked.

Owns its values and what an ExtGState changes in them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from catalog.print.preflight.reading.fonts import NO_FONT, Font
from catalog.print.preflight.reading.geometry import EVERYWHERE, IDENTITY, Box, Matrix
from catalog.print.preflight.reading.inks import BLACK, GRAY, Paint, Space

if TYPE_CHECKING:
    from pikepdf import Object


@dataclass(slots=True)
class State:
    """What `q` saves and `Q` brings back. `fill` and `stroke` are paints, `over_fill` and `over_stroke` overprint."""

    matrix: Matrix = IDENTITY
    clip: Box = EVERYWHERE
    fill: Paint = BLACK
    stroke: Paint = BLACK
    fill_space: Space = GRAY
    stroke_space: Space = GRAY
    line_width: float = 1.0
    over_fill: bool = False
    over_stroke: bool = False
    over_mode: int = 0
    font: Font = NO_FONT
    size: float = 0.0
    letter_gap: float = 0.0
    word_gap: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    rendering: int = 0

    def saved(self) -> State:
        """A copy."""
        return replace(self)

    @property
    def inherited(self) -> tuple[object, ...]:
        """What a form takes over from where it is placed, besides matrix and clip."""
        return (
            self.fill, self.stroke, self.line_width, self.over_fill, self.over_stroke, self.over_mode,
            id(self.font), self.size, self.rendering,
        )  # fmt: skip

    def overprints(self, paint: Paint, *, stroke: bool) -> bool:
        """Whether plates that a paint puts nothing on stay as they are.

        Only colours that name inks of the press do so: spot colours always, four numbers in mode 1. Grey counts as
        all four plates, three of them empty (ISO 32000-1, 11.7.4.3).
        """
        if not (self.over_stroke if stroke else self.over_fill):
            return False
        return paint.direct and (paint.family == "spot" or self.over_mode == 1)

    def apply(self, settings: Object) -> None:
        """Take over what an ExtGState sets; fonts are looked up by who walks."""
        stroke = settings.get("/OP")
        fill = settings.get("/op", stroke)
        if stroke is not None:
            self.over_stroke = bool(stroke)
        if fill is not None:
            self.over_fill = bool(fill)
        self.over_mode = int(settings.get("/OPM", self.over_mode))
        self.line_width = float(settings.get("/LW", self.line_width))
