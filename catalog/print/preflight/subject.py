"""The file under examination, as the checks see it.

Owns what is read of it: boxes, marks, metadata, and pages as pictures and as text. Each is read once. Refuses to judge.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pikepdf import Array

from catalog.print.preflight.reading.geometry import Box
from catalog.print.preflight.reading.library import Library
from catalog.print.preflight.reading.marks import Drawing
from catalog.print.preflight.reading.walk import FAULTS, drawing_of, inherited
from catalog.print.units import MM

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pikepdf
    import pypdfium2  # type: ignore[import-untyped]
    from pikepdf import Object
    from PIL import Image

    from catalog.print.manifest import BookManifest, BookPage
    from catalog.print.preflight.finding import Kind, Limits
    from catalog.print.preflight.reading.marks import Mark

_A4 = Box(0.0, 0.0, 210 * MM, 297 * MM)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page and its boxes in points. `trim` and `bleed` are `None` where the page does not say them."""

    number: int
    page: Object
    media: Box
    crop: Box
    trim: Box | None
    bleed: Box | None
    turned: bool
    drawing: Drawing

    @property
    def cut(self) -> Box:
        """Where the page ends when it is cut: the trim, else what a viewer shows."""
        return self.trim or self.crop

    @property
    def printed(self) -> list[Mark]:
        """The marks that are seen once the page is cut."""
        cut = self.cut
        return [mark for mark in self.drawing.marks if mark.box.meets(cut) or _thin(mark, cut)]


def _thin(mark: Mark, cut: Box) -> bool:
    """A line without any width still lies on the page."""
    return not (mark.box.width and mark.box.height) and mark.kind != "group" and cut.holds(mark.box)


@dataclass(slots=True)
class Subject:
    """An opened file. `information` and `xmp` are texts by name; `xmp` is `None` where the file has none."""

    pdf: pikepdf.Pdf
    viewer: pypdfium2.PdfDocument | None
    kind: Kind
    limits: Limits
    manifest: BookManifest | None
    information: dict[str, str]
    xmp: dict[str, str] | None
    sheets: tuple[Sheet, ...]
    unreadable: tuple[tuple[int, str], ...] = ()
    _texts: dict[int, str] = field(default_factory=dict)

    def expected(self, number: int) -> BookPage | None:
        """What the manifest says of a page."""
        return self.manifest.page(number) if self.manifest else None

    def entry_at(self, sheet: Sheet, box: Box) -> str | None:
        """The slug of the entry in whose place the middle of a box lies."""
        expected = self.expected(sheet.number)
        x = ((box.left + box.right) / 2 - sheet.cut.left) / MM
        y = (sheet.cut.top - (box.bottom + box.top) / 2) / MM
        for entry in expected.entries if expected else ():
            left, top, width, height = entry.area
            if left <= x <= left + width and top <= y <= top + height:
                return entry.slug
        return None

    def by_entry(self, sheet: Sheet, marks: Iterable[Mark]) -> dict[str | None, list[Mark]]:
        """Marks of a page by the entry that they belong to."""
        grouped: dict[str | None, list[Mark]] = {}
        for mark in marks:
            grouped.setdefault(self.entry_at(sheet, mark.box), []).append(mark)
        return grouped

    def picture(self, number: int, dpi: float) -> Image.Image | None:
        """A page in shades of grey, as a viewer shows it; `None` where it cannot."""
        if self.viewer is None or number > len(self.viewer):
            return None
        with contextlib.closing(self.viewer[number - 1]) as page:
            bitmap = page.render(scale=dpi / 72, grayscale=True, may_draw_forms=False, draw_annots=False)
            with contextlib.closing(bitmap):
                picture: Image.Image = bitmap.to_pil().copy()
                return picture

    def text(self, number: int) -> str:
        """The text of a page in the order of its marks."""
        if self.viewer is None or number > len(self.viewer):
            return ""
        if number not in self._texts:
            with (
                contextlib.closing(self.viewer[number - 1]) as page,
                contextlib.closing(page.get_textpage()) as held,
            ):
                self._texts[number] = held.get_text_range()
        return self._texts[number]


def sheets_of(pdf: pikepdf.Pdf) -> tuple[tuple[Sheet, ...], tuple[tuple[int, str], ...]]:
    """The pages of a file, and the numbers of those whose content cannot be read, each with the reason."""
    library = Library()
    sheets, unreadable = [], []
    for number, page in enumerate(pdf.pages, 1):
        media = _box(page.obj, "/MediaBox") or _A4
        trim, bleed = _box(page.obj, "/TrimBox"), _box(page.obj, "/BleedBox")
        crop = (_box(page.obj, "/CropBox") or media).cut(media)
        drawing = Drawing()
        try:
            inner = (trim or crop).inset(_MARGIN)
            drawing = drawing_of(page.obj, library, media, inner)
        except (*FAULTS, RecursionError) as error:
            unreadable.append((number, str(error)))
        turned = _turned(page.obj)
        sheets.append(Sheet(number, page.obj, media, crop, trim, bleed, turned, drawing))
    return tuple(sheets), tuple(unreadable)


_MARGIN = 8 * MM


def _box(page: Object, key: str) -> Box | None:
    held = inherited(page, key)
    if not isinstance(held, Array) or len(held) != 4:
        return None
    try:
        x0, y0, x1, y1 = (float(number) for number in held.as_list())
    except (TypeError, ValueError):
        return None
    return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _turned(page: Object) -> bool:
    return int(inherited(page, "/Rotate") or 0) % 360 != 0
