"""Checks of the boxes of pages: how many pages, how large, what is cut off.

Owns the geometry that a printer needs before any mark is looked at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.print.preflight.finding import error
from catalog.print.units import MM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.print.preflight.finding import Finding
    from catalog.print.preflight.subject import Sheet, Subject

_SLACK = 0.02


def page_count(subject: Subject) -> Iterator[Finding]:
    """The number of pages is a multiple of four, or of what the binding asks for.

    Sheets are folded: pages that do not come out even leave the printer to add blank ones where he likes. Build with
    `--pages-multiple`, or add pages.
    """
    count, multiple = len(subject.sheets), subject.limits.pages_multiple
    if not count:
        yield error("page-count", "the file has no page", "write it anew")
    elif multiple > 1 and count % multiple:
        yield error(
            "page-count",
            f"{count} pages, no multiple of {multiple}",
            f"add {multiple - count % multiple}, or set --pages-multiple to what the binding asks for",
        )


def equal_trim(subject: Subject) -> Iterator[Finding]:
    """All pages have the size of the first, and that is the edition's where a manifest tells it.

    A book is cut in one go, so that a page of another size is cut in the wrong place. Give every page the same trim.
    """
    manifest = subject.manifest
    if manifest and subject.sheets:
        cut = subject.sheets[0].cut
        if max(abs(cut.width - manifest.width * MM), abs(cut.height - manifest.height * MM)) > 0.1:
            yield error(
                "trim",
                f"trim of {_measured(subject.sheets[0])}, not of {manifest.width:g} × {manifest.height:g} mm",
                "build the book and its manifest in one go",
                page=1,
            )
    for sheet in subject.sheets[1:]:
        first, here = subject.sheets[0].cut, sheet.cut
        if abs(first.width - here.width) > 0.1 or abs(first.height - here.height) > 0.1:
            yield error(
                "trim",
                f"trim of {_measured(sheet)}, the first page has {_measured(subject.sheets[0])}",
                "give all pages the same TrimBox",
                page=sheet.number,
            )


def _measured(sheet: Sheet) -> str:
    return f"{sheet.cut.width / MM:.1f} × {sheet.cut.height / MM:.1f} mm"


def nested_boxes(subject: Subject) -> Iterator[Finding]:
    """The trim lies inside the bleed, and that inside the media box, whose corner is not negative.

    The printer's software places pages by these boxes. Where one sticks out, or the origin is negative, programs
    disagree on where the page is. Write a media box that starts at 0 0 and holds all others.
    """
    for sheet in subject.sheets:
        if sheet.trim is None:
            yield error(
                "boxes",
                "no TrimBox",
                "say where the page is cut: add a TrimBox and a BleedBox",
                page=sheet.number,
            )
            continue
        bleed = sheet.bleed or sheet.media
        for inner, inner_name, outer, outer_name in (
            (sheet.trim, "TrimBox", bleed, "BleedBox"),
            (bleed, "BleedBox", sheet.media, "MediaBox"),
        ):
            if not outer.holds(inner, _SLACK):
                yield error(
                    "boxes",
                    f"the {inner_name} is not inside the {outer_name}",
                    "nest the boxes: media around bleed around trim",
                    page=sheet.number,
                )
        if min(sheet.media.left, sheet.media.bottom) < -_SLACK:
            yield error(
                "boxes",
                f"the MediaBox starts at {sheet.media.left:g} {sheet.media.bottom:g}",
                "start it at 0 0, and move the page's content along",
                page=sheet.number,
            )


def enough_bleed(subject: Subject) -> Iterator[Finding]:
    """The bleed is at least three millimetres on every side.

    Knives wander by a millimetre or two; without bleed a white line shows at the edge. Enlarge the BleedBox and let
    backgrounds run into it.
    """
    for sheet in subject.sheets:
        if sheet.trim is None:
            continue
        bleed = sheet.bleed or sheet.trim
        sides = {
            "left": sheet.trim.left - bleed.left,
            "right": bleed.right - sheet.trim.right,
            "top": bleed.top - sheet.trim.top,
            "bottom": sheet.trim.bottom - bleed.bottom,
        }
        side, least = min(sides.items(), key=lambda pair: pair[1])
        if least < subject.limits.bleed * MM - _SLACK:
            yield error(
                "bleed",
                f"{max(0.0, least) / MM:.1f} mm of bleed on the {side}, less than {subject.limits.bleed:g} mm",
                "enlarge the BleedBox and let backgrounds run into it",
                page=sheet.number,
            )
