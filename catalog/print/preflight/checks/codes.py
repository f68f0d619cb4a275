"""Check of the QR codes: that they read, lead to where they should, and can be read from paper.

Owns where to look for codes and how to measure them. A page is drawn only where it holds something like a code, or
should.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, cast

import zxingcpp

from catalog.print.assets.qr import LEAST_MODULE_MM, QUIET_MODULES
from catalog.print.preflight.finding import error
from catalog.print.preflight.reading.geometry import Box, place
from catalog.print.units import MM

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from PIL import Image

    from catalog.print.manifest import ExpectedCode
    from catalog.print.preflight.finding import Finding
    from catalog.print.preflight.reading.marks import Mark
    from catalog.print.preflight.subject import Sheet, Subject

_QR = zxingcpp.barcode_formats_from_str("QRCode")
_DPI, _FINE_DPI = 144, 300
_MANY = 80
_SQUARE = 0.04
_LEAST, _MOST = 6 * MM, 90 * MM
_SMALL = 1.5 * MM
_AROUND = 0.3
_LIGHT = 140


class _Read(NamedTuple):
    """A code that was read: its text, its place on the page, its modules a side, and whether paper surrounds it."""

    text: str
    box: Box
    modules: int
    quiet: bool


def codes_read(subject: Subject) -> Iterator[Finding]:
    """Every QR code reads, leads to its entry's page, has modules of 0.4 mm and four of them blank around it.

    A code that does not read on paper cannot be mended any more. Draw it black on white, 22 mm with its quiet zone,
    and keep everything else out of that box. Which address is right is known where a manifest lies beside the file.
    """
    for sheet in subject.sheets:
        expected = subject.expected(sheet.number)
        wanted = list(expected.codes) if expected else []
        likely = [mark for mark in sheet.printed if _like_a_code(mark)]
        maybe = [mark for mark in sheet.printed if mark.kind == "image" and _squarish(mark.box)]
        if not (wanted or likely or maybe or _in_pieces(sheet)):
            continue
        read = _read_all(subject, sheet, [mark.box for mark in (*likely, *maybe)])
        yield from _unread(subject, sheet, likely, read)
        for code in read:
            yield from _measured(subject, sheet, code)
        yield from _compared(sheet, wanted, read)


def _like_a_code(mark: Mark) -> bool:
    return (
        mark.kind == "fill"
        and mark.figures >= _MANY
        and mark.size > 0
        and _squarish(mark.box)
        and not mark.paint.white
    )


def _squarish(box: Box) -> bool:
    width, height = box.width, box.height
    return _LEAST <= width <= _MOST and abs(width - height) <= _SQUARE * width


def _in_pieces(sheet: Sheet) -> bool:
    """Whether a page holds so many little squares or strokes that a code may be among them."""
    small = 0
    for mark in sheet.drawing.marks:
        if mark.kind in {"fill", "stroke"} and 0 < mark.box.height <= _SMALL and mark.paint.plates[3] > 0.5:
            small += 1
    return small >= _MANY


def _read_all(subject: Subject, sheet: Sheet, places: list[Box]) -> list[_Read]:
    """The codes of a page: those at the given places, else wherever one is found."""
    picture = subject.picture(sheet.number, _DPI)
    if picture is None:
        return []
    if sheet.turned or not places:
        return _decoded(picture, sheet, _DPI, (0, 0))
    found, fine = [], None
    for box in places:
        read = _decoded_at(picture, sheet, _DPI, box)
        if not read:
            fine = fine or subject.picture(sheet.number, _FINE_DPI)
            read = _decoded_at(fine, sheet, _FINE_DPI, box) if fine else []
        found += read
    return found


def _decoded_at(picture: Image.Image, sheet: Sheet, dpi: float, box: Box) -> list[_Read]:
    """What is read around a place, whose quiet zone is looked at as well."""
    scale = dpi / 72
    around = box.inset(-_AROUND * box.width).cut(sheet.crop)
    left, top = int((around.left - sheet.crop.left) * scale), int((sheet.crop.top - around.top) * scale)
    right, bottom = int(left + around.width * scale), int(top + around.height * scale)
    if right <= left or bottom <= top:
        return []
    return [
        code
        for code in _decoded(picture.crop((left, top, right, bottom)), sheet, dpi, (left, top))
        if code.box.meets(box)
    ]


def _decoded(picture: Image.Image, sheet: Sheet, dpi: float, corner: tuple[int, int]) -> list[_Read]:
    scale = 72 / dpi
    found = []
    for code in zxingcpp.read_barcodes(picture, formats=_QR):
        at = code.position
        points = [at.top_left, at.top_right, at.bottom_left, at.bottom_right]
        xs, ys = [point.x for point in points], [point.y for point in points]
        pixels = Box(min(xs), min(ys), max(xs), max(ys))
        version = re.fullmatch(r"\d+", str(cast("Mapping[str, object]", code.extra).get("Version", "")))
        modules = 17 + 4 * int(version[0]) if version else 0
        box = Box(
            sheet.crop.left + (corner[0] + pixels.left) * scale,
            sheet.crop.top - (corner[1] + pixels.top + pixels.height) * scale,
            sheet.crop.left + (corner[0] + pixels.right) * scale,
            sheet.crop.top - (corner[1] + pixels.bottom) * scale,
        )
        found.append(_Read(code.text, box, modules, _quiet(picture, pixels, modules)))
    return found


def _quiet(picture: Image.Image, pixels: Box, modules: int) -> bool:
    """Whether the strips of four modules on each side are paper; half a module next to the code is blurred."""
    module = pixels.width / modules if modules else 0
    near, far = 0.6 * module, (QUIET_MODULES - 0.4) * module
    left, upper, right, lower = pixels
    for strip in (
        (left - far, upper - far, left - near, lower + far),
        (right + near, upper - far, right + far, lower + far),
        (left - far, upper - far, right + far, upper - near),
        (left - far, lower + near, right + far, lower + far),
    ):
        x0, y0, x1, y1 = (round(edge) for edge in strip)
        inside = (max(x0, 0), max(y0, 0), min(x1, picture.width), min(y1, picture.height))
        if inside[0] >= inside[2] or inside[1] >= inside[3]:
            continue
        darkest, _ = picture.crop(inside).convert("L").getextrema()
        if isinstance(darkest, int | float) and darkest < _LIGHT:
            return False
    return True


def _unread(subject: Subject, sheet: Sheet, likely: list[Mark], read: list[_Read]) -> Iterator[Finding]:
    """Things like a code at places where none was read."""
    for mark in likely:
        if not any(code.box.meets(mark.box) for code in read):
            yield error(
                "qr",
                f"the code at {place(mark.box, sheet.cut)} does not read",
                "draw it anew, black on white, and keep its quiet zone free",
                page=sheet.number,
                entry=subject.entry_at(sheet, mark.box),
            )


def _measured(subject: Subject, sheet: Sheet, code: _Read) -> Iterator[Finding]:
    entry = subject.entry_at(sheet, code.box)
    if not code.quiet:
        yield error(
            "qr",
            f"the code at {place(code.box, sheet.cut)} has no quiet zone of {QUIET_MODULES} modules",
            "leave four modules blank on each side",
            page=sheet.number,
            entry=entry,
        )
    module = code.box.width / code.modules / MM if code.modules else LEAST_MODULE_MM
    if module < 0.97 * LEAST_MODULE_MM:
        yield error(
            "qr",
            f"the code at {place(code.box, sheet.cut)} has modules of {module:.2f} mm, "
            f"less than {LEAST_MODULE_MM} mm",
            "enlarge it, or shorten the address",
            page=sheet.number,
            entry=entry,
        )


def _compared(sheet: Sheet, wanted: list[ExpectedCode], read: list[_Read]) -> Iterator[Finding]:
    """Each code that the manifest names, at its place where that is known."""
    for expected in wanted:
        here = [code.text for code in read if expected.area is None or _inside(code.box, expected, sheet)]
        if expected.address in here:
            continue
        if expected.area is not None and here:
            told = f"the code leads to {here[0]}, not to {expected.address}"
        else:
            told = f"no code that leads to {expected.address}"
        yield error(
            "qr", told, "build the book anew from its entries", page=sheet.number, entry=expected.entry
        )


def _inside(box: Box, expected: ExpectedCode, sheet: Sheet) -> bool:
    left, top, width, height = expected.area or (0.0, 0.0, 0.0, 0.0)
    x = ((box.left + box.right) / 2 - sheet.cut.left) / MM
    y = (sheet.cut.top - (box.bottom + box.top) / 2) / MM
    return left <= x <= left + width and top <= y <= top + height
