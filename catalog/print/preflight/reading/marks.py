"""The marks of a page: what is painted where, with what.

Owns their values. Refuses to judge them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

from catalog.print.preflight.reading.geometry import Box, Matrix, moved, scale

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalog.print.preflight.reading.fonts import Font
    from catalog.print.preflight.reading.images import Raster
    from catalog.print.preflight.reading.inks import Paint

MarkKind = Literal["fill", "stroke", "text", "image", "shading", "group"]


class Mark(NamedTuple):
    """One painted thing.

    `box` is what shows of it, in points of the page. `overprint` is whether it leaves other plates untouched. `size`
    is the width of a stroke and the size of type in points, the resolution of an image in pixels an inch, and for a
    fill the lesser side of its smallest rectangle or its only figure before any clip (0 where there are several of
    another form); `figures` is how many figures a fill has. `edges` are the straight
    lines around a fill, each as the box from its start to its end; `None` where the box itself is the outline, or the
    lines were not asked for.
    """

    kind: MarkKind
    box: Box
    paint: Paint
    overprint: bool = False
    size: float = 0.0
    figures: int = 1
    raster: Raster | None = None
    edges: tuple[Box, ...] | None = None

    def placed(self, by: Matrix, larger: float) -> Mark:
        """The same in the coordinates of who places it; `larger` is the scale of the matrix."""
        size = self.size / larger if self.kind == "image" and larger else self.size * larger
        edges = None if self.edges is None else tuple(moved(edge, by) for edge in self.edges)
        return self._replace(box=moved(self.box, by), size=size, edges=edges)

    def inside(self, clip: Box) -> Mark:
        """What shows of it in a clip; where that cuts it, it has a straight edge."""
        box = self.box.cut(clip)
        edges = self.edges
        if edges is not None:
            sides = zip(box.sides, box, self.box, strict=True)
            kept = (edge.cut(clip) for edge in edges if edge.touches(clip))
            edges = (*kept, *(side for side, now, before in sides if now != before))
        return self._replace(box=box, edges=edges)


@dataclass(slots=True)
class Drawing:
    """The marks of a page or of a form, in order, and the number of operators that could not be understood.

    `codes` are those that each font shows, `carried` those inside spans that hold their text (/ActualText).
    """

    marks: list[Mark] = field(default_factory=list)
    codes: dict[Font, set[int]] = field(default_factory=dict)
    carried: dict[Font, set[int]] = field(default_factory=dict)
    faults: int = 0
    _short: list[Mark] | None = None

    def show(self, font: Font, codes: Iterable[int], *, carried: bool = False) -> None:
        """Take down codes of a font; `carried` where a span holds their text."""
        shown = self.carried if carried else self.codes
        held = shown.get(font)
        if held is None:
            held = shown[font] = set()
        held.update(codes)

    def include(self, other: Drawing) -> None:
        """Take down the codes of a form that is placed here."""
        self.faults += other.faults
        for font, codes in other.codes.items():
            self.show(font, codes)
        for font, codes in other.carried.items():
            self.show(font, codes, carried=True)

    @property
    def short(self) -> list[Mark]:
        """Marks of one kind and paint as one, the thinnest and coarsest of them telling the size.

        A picture of thousands of strokes that lies well inside the page counts as few marks on each of its pages.
        """
        if self._short is None:
            merged: dict[tuple[object, ...], Mark] = {}
            for mark in self.marks:
                key = (mark.kind, mark.paint, mark.overprint, mark.raster, mark.figures > 1)
                held = merged.get(key)
                merged[key] = mark if held is None else _both(held, mark)
            self._short = list(merged.values())
        return self._short


def _both(first: Mark, second: Mark) -> Mark:
    return first._replace(
        box=first.box.around(second.box),
        size=min(first.size, second.size),
        figures=first.figures + second.figures,
        edges=None,
    )


def placed(drawing: Drawing, by: Matrix, *, short: bool) -> list[Mark]:
    """The marks of a form in the coordinates of who places it."""
    larger = scale(by)
    return [mark.placed(by, larger) for mark in (drawing.short if short else drawing.marks)]
