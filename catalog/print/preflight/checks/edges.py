"""Checks of what lies near the edge of the page: marks, backgrounds, text.

Owns the three zones that printers think in: safe margin, trim, bleed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.print.preflight.finding import error, warning
from catalog.print.preflight.reading.geometry import place
from catalog.print.units import MM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.print.preflight.finding import Finding
    from catalog.print.preflight.reading.geometry import Box
    from catalog.print.preflight.reading.marks import Mark
    from catalog.print.preflight.subject import Subject

_TOUCHES = 0.3 * MM
_SLACK = 0.1 * MM
_SHORT = 1 * MM
_AT_TRIM = "at the trim"
_UPRIGHT = frozenset({0, 2})
_AREAS = frozenset({"fill", "image", "shading"})
_NAMES = {"fill": "a background", "image": "a picture", "shading": "a shading"}


def marks_outside_bleed(subject: Subject) -> Iterator[Finding]:
    """Crop and registration marks, and words for the printer, stay clear of the bleed.

    The knife wanders inside the bleed; a mark there may stay on the finished page. Begin marks outside the BleedBox.
    """
    for sheet in subject.sheets:
        if sheet.trim is None or sheet.bleed is None:
            continue
        inside = sheet.bleed.inset(_SLACK)
        for mark in sheet.drawing.marks:
            if (
                mark.kind in {"stroke", "text"}
                and not mark.paint.white
                and mark.box.meets(inside)
                and not mark.box.meets(sheet.trim)
            ):
                yield error(
                    "marks",
                    f"a mark in the bleed at {place(mark.box, sheet.trim)}",
                    "begin printer's marks outside the BleedBox",
                    page=sheet.number,
                )
                break


def backgrounds_bleed(subject: Subject) -> Iterator[Finding]:
    """What touches the trim goes on to the edge of the bleed.

    A background that ends at the trim leaves a white line wherever the knife wanders outwards. Extend it to the
    BleedBox. One that ends between the two is told as a warning, as a shape may end there on purpose. Round shapes and
    tips may touch the trim: only straight edges along it count, and only where nothing else carries them on.
    """
    for sheet in subject.sheets:
        if sheet.trim is None or sheet.bleed is None:
            continue
        areas = [
            mark
            for mark in sheet.drawing.marks
            if mark.kind in _AREAS and (mark.kind == "image" or not mark.paint.white)
        ]
        told: set[str] = set()
        for mark in areas:
            ends = _ends(mark, sheet.trim, sheet.bleed, areas)
            if ends and ends not in told:
                told.add(ends)
                yield (error if ends == _AT_TRIM else warning)(
                    "background",
                    f"{_NAMES[mark.kind]} at {place(mark.box, sheet.trim)} ends {ends}",
                    "extend it to the edge of the bleed",
                    page=sheet.number,
                    entry=subject.entry_at(sheet, mark.box),
                )


def _ends(mark: Mark, trim: Box, bleed: Box, areas: list[Mark]) -> str:
    """Where a straight edge of an area ends that nothing carries on; empty where all is well."""
    if not mark.box.touches(trim) or trim.inset(_TOUCHES).holds(mark.box) or mark.box.holds(bleed, _SLACK):
        return ""
    worst = ""
    farthest, enough = _outside(mark.box, trim), _outside(bleed, trim)
    for edge in mark.box.sides if mark.edges is None else mark.edges:
        for side, beyond in enumerate(_outside(edge, trim)):
            along, across = (edge.height, edge.width) if side in _UPRIGHT else (edge.width, edge.height)
            outermost = across <= _SLACK and along >= _SHORT and beyond >= farthest[side] - _SLACK
            if not outermost or not -_TOUCHES <= beyond < enough[side] - _SLACK:
                continue
            strip = _strips(edge, bleed)[side].cut(bleed)
            if any(other is not mark and other.box.holds(strip, _SLACK) for other in areas):
                continue
            if beyond <= _TOUCHES:
                return _AT_TRIM
            worst = "inside the bleed"
    return worst


def _outside(box: Box, trim: Box) -> tuple[float, float, float, float]:
    """How far a box reaches out of each side of the trim: left, bottom, right, top."""
    return (
        trim.left - box.left,
        trim.bottom - box.bottom,
        box.right - trim.right,
        box.top - trim.top,
    )


def _strips(edge: Box, bleed: Box) -> tuple[Box, Box, Box, Box]:
    """What lies between an edge and the end of the bleed, on each side."""
    return (
        edge._replace(left=bleed.left),
        edge._replace(bottom=bleed.bottom),
        edge._replace(right=bleed.right),
        edge._replace(top=bleed.top),
    )


def safe_margin(subject: Subject) -> Iterator[Finding]:
    """No text stands within five millimetres of the trim.

    What is nearer may be cut, or looks as if it had been. Move it inwards.
    """
    for sheet in subject.sheets:
        safe = sheet.cut.inset(subject.limits.safe * MM)
        near = [
            mark
            for mark in sheet.printed
            if mark.kind == "text" and not safe.holds(mark.box, _SLACK) and not _inks_nothing(mark)
        ]
        for entry, marks in subject.by_entry(sheet, near).items():
            nearest = min(marks, key=lambda mark: _distance(mark.box, sheet.cut))
            distance = _distance(nearest.box, sheet.cut) / MM
            told = f"{distance:.1f} mm from the trim" if distance > 0 else "across the trim"
            yield error(
                "safe-margin",
                f"text {told} at {place(nearest.box, sheet.cut)}, less than {subject.limits.safe:g} mm",
                "move it inwards",
                page=sheet.number,
                entry=entry,
            )


def _inks_nothing(mark: Mark) -> bool:
    return mark.paint.white and mark.overprint


def _distance(box: Box, trim: Box) -> float:
    return min(box.left - trim.left, trim.right - box.right, box.bottom - trim.bottom, trim.top - box.top)
