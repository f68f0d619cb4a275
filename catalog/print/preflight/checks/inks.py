"""Checks of colour on a press: no RGB, black text in black alone, not too much ink.

Owns what lies under a mark that overprints. Refuses screen colours: nothing here is asked of a file for readers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.print.preflight.finding import error, warning
from catalog.print.preflight.reading.geometry import place
from catalog.print.preflight.reading.inks import NO_INK, space_of
from catalog.print.preflight.reading.library import dictionary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from catalog.print.preflight.finding import Finding
    from catalog.print.preflight.reading.inks import Plates
    from catalog.print.preflight.reading.marks import Mark
    from catalog.print.preflight.subject import Sheet, Subject

_AREAS = frozenset({"fill", "image", "shading"})
_NAMES = {
    "fill": "a fill", "stroke": "a line", "text": "text", "image": "a picture", "shading": "a shading",
    "group": "a transparency group",
}  # fmt: skip
_LEAST_AREA = 4.0
_FULL_BLACK = 0.95


def no_rgb(subject: Subject) -> Iterator[Finding]:
    """Nothing is painted in RGB or Lab: no operator, picture, shading, pattern or transparency group.

    The press has no such inks, and every converter guesses differently: blacks turn into four colours, greys into
    brown. Convert with the printer's profile, neutrals to black alone. Masks are not painted and may be anything.
    """
    for sheet in subject.sheets:
        group = dictionary(sheet.page.get("/Group")).get("/CS")
        resources = dictionary(sheet.page.get("/Resources"))
        if group is not None and space_of(group, resources).family == "rgb":
            yield error(
                "rgb",
                "the page's transparency group blends in RGB",
                "set the group's colour space to DeviceCMYK",
                page=sheet.number,
            )
        found: dict[tuple[str, str, str | None], Mark] = {}
        for mark in sheet.drawing.marks:
            if mark.paint.family in {"rgb", "lab"}:
                found.setdefault((mark.kind, mark.paint.name, subject.entry_at(sheet, mark.box)), mark)
        for (kind, name, entry), mark in found.items():
            yield error(
                "rgb",
                f"{_NAMES[kind]} in {name} at {place(mark.box, sheet.cut)}",
                "convert it to CMYK, neutrals to black alone",
                page=sheet.number,
                entry=entry,
            )


def black_text(subject: Subject) -> Iterator[Finding]:
    """Black text is black ink alone, and overprints.

    Four plates never meet exactly, so that small type in several inks has coloured seams; and black that knocks out
    of a colour shows a white rim. Paint text with 0 0 0 1 k, with overprint on and mode 1. Black that knocks out of
    blank paper is told as a warning.
    """
    for sheet in subject.sheets:
        rich: list[Mark] = []
        rimmed: list[Mark] = []
        plain: list[Mark] = []
        for mark, below in with_below(sheet):
            if mark.kind != "text":
                continue
            if mark.paint.rich_black:
                rich.append(mark)
            elif mark.paint.black_alone and mark.paint.plates[3] >= _FULL_BLACK and not mark.overprint:
                (rimmed if any(below) else plain).append(mark)
        for marks, make, told, mend in (
            (rich, error, "in several inks", "paint it with black ink alone"),
            (rimmed, error, "knocks out of the colour under it", "set overprint with mode 1 for black text"),
            (plain, warning, "does not overprint", "set overprint with mode 1 for black text"),
        ):
            for entry, own in subject.by_entry(sheet, marks).items():
                yield make(
                    "black-text",
                    f"black text {told} at {place(own[0].box, sheet.cut)}{_more(own)}",
                    mend,
                    page=sheet.number,
                    entry=entry,
                )


def _more(marks: list[Mark]) -> str:
    return f" and in {len(marks) - 1} more places" if len(marks) > 1 else ""


def white_overprint(subject: Subject) -> Iterator[Finding]:
    """Nothing white overprints.

    White has no ink: overprinting, it leaves what is below as it was, and so vanishes. Turn overprint off for white.
    """
    for sheet in subject.sheets:
        lost = [
            mark
            for mark in sheet.printed
            if mark.overprint and mark.paint.family == "cmyk" and not any(mark.paint.plates)
        ]
        for entry, marks in subject.by_entry(sheet, lost).items():
            yield error(
                "white-overprint",
                f"white that overprints vanishes at {place(marks[0].box, sheet.cut)}{_more(marks)}",
                "turn overprint off for white",
                page=sheet.number,
                entry=entry,
            )


def total_ink(subject: Subject) -> Iterator[Finding]:
    """All inks together stay under the limit inside the trim, 300 % where nobody says otherwise.

    More ink does not dry in time: sheets stick together and smear. The printer names the limit (`--tac`). Lighten the
    colour, or take away cyan, magenta and yellow where black covers them. What overprints counts with what is below.
    """
    limit = subject.limits.total_ink
    for sheet in subject.sheets:
        totals = [(mark, 100 * sum(_together(mark, below))) for mark, below in with_below(sheet)]
        over = {id(mark): total for mark, total in totals if total > limit + 0.5}
        heavy = [mark for mark, _ in totals if id(mark) in over]
        for entry, marks in subject.by_entry(sheet, heavy).items():
            worst = max(marks, key=lambda mark: over[id(mark)])
            yield error(
                "total-ink",
                f"{over[id(worst)]:.0f} % at {place(worst.box, sheet.cut)}, more than {limit:g} %",
                "lighten the colour, or let black take the place of the other inks",
                page=sheet.number,
                entry=entry,
            )


def _together(mark: Mark, below: Plates) -> Iterable[float]:
    if not mark.overprint:
        return mark.paint.plates
    return map(max, mark.paint.plates, below)


def with_below(sheet: Sheet) -> Iterator[tuple[Mark, Plates]]:
    """The marks inside the trim, each with the plates of the last area before it that lies under the whole of it."""
    areas: list[Mark] = []
    for mark in sheet.printed:
        if mark.kind == "group":
            continue
        box = mark.box
        below = NO_INK
        if mark.overprint or mark.kind == "text":
            for area in reversed(areas):
                if area.box.holds(box):
                    below = area.paint.plates
                    break
        yield mark, below
        if mark.kind in _AREAS and not mark.overprint and box.width * box.height >= _LEAST_AREA:
            areas.append(mark)
