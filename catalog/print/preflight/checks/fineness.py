"""Checks of what is too coarse or too fine to print.

Owns the least resolution of pictures and the least width of lines.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.print.preflight.finding import error, warning
from catalog.print.preflight.reading.geometry import place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.print.preflight.finding import Finding
    from catalog.print.preflight.reading.marks import Mark
    from catalog.print.preflight.subject import Subject

_GOOD, _POOR = 300, 150
_THINNEST = 0.2
_LINE = 3.0


def resolution(subject: Subject) -> Iterator[Finding]:
    """Pictures have 300 pixels an inch at their printed size; under 150 they are refused.

    A press shows about 150 dots an inch and wants twice that; with less, edges turn into stairs. Supply a larger
    picture, or a drawing.
    """
    for sheet in subject.sheets:
        coarse = [mark for mark in sheet.printed if mark.kind == "image" and mark.size < _GOOD - 0.5]
        for entry, marks in subject.by_entry(sheet, coarse).items():
            worst = min(marks, key=lambda mark: mark.size)
            poor = worst.size < _POOR - 0.5
            yield (error if poor else warning)(
                "resolution",
                f"a picture has {worst.size:.0f} pixels an inch at {place(worst.box, sheet.cut)}, "
                f"less than {_POOR if poor else _GOOD}",
                "supply a larger picture, or a drawing",
                page=sheet.number,
                entry=entry,
            )


def hairlines(subject: Subject) -> Iterator[Finding]:
    """Lines are at least 0.2 points wide; filled strips as well.

    A thinner line breaks up on the plate, and a width of 0 means one dot of whatever machine draws it: visible on the
    office printer, gone on the press. Make it 0.25 points.
    """
    for sheet in subject.sheets:
        thin = [mark for mark in sheet.printed if _too_thin(mark)]
        for entry, marks in subject.by_entry(sheet, thin).items():
            worst = min(marks, key=lambda mark: mark.size)
            yield error(
                "hairline",
                f"a line of {worst.size:.2g} pt at {place(worst.box, sheet.cut)}, thinner than {_THINNEST} pt",
                "make it 0.25 pt",
                page=sheet.number,
                entry=entry,
            )


def _too_thin(mark: Mark) -> bool:
    thin = mark.size < _THINNEST - 0.001
    if mark.kind == "stroke" or not thin:
        return thin and mark.kind == "stroke"
    # A filled strip, not a speck and not one of many modules.
    strip = max(mark.box.width, mark.box.height) >= _LINE
    return mark.kind == "fill" and mark.figures <= 1 and strip and not mark.paint.white
