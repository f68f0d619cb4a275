"""Pages of a finished press book in pairs on printer's sheets, to be folded, nested and stapled.

Owns which page lies where, the creep and the boxes of a sheet. Pages are placed as they are: nothing of them is drawn,
set or compressed anew, and fonts and pictures stay the shared objects that they were. Output intent, XMP, document
information and PDF version stay too, since the book is changed in its own file. Equal input gives equal bytes.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Literal, NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name

from catalog.errors import UsageError
from catalog.print.pdf.impose_marks import LENGTH, SLUG_SIZE, Marked, Rect, letter, letter_name, marks, start
from catalog.print.units import MM

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PAGES = 4  # Of a sheet, two a side.
_MOST_CALIPER_MM = 1.0
_LESS = 0.01  # Points that two boxes may differ by.
# What leads to pages, orders them or reads them aloud: it has no meaning on sheets.
_OF_PAGES = (
    "/Outlines", "/PageMode", "/PageLabels", "/Names", "/Dests", "/OpenAction", "/StructTreeRoot", "/MarkInfo",
)  # fmt: skip


class ImpositionError(UsageError):
    """The book cannot be laid on sheets; the message says why."""


class Side(NamedTuple):
    """One side of a sheet: the sheet, counted from 0 for the outermost, and its pages, counted from 1."""

    sheet: int
    face: Literal["front", "back"]
    left: int
    right: int


class _Leaf(NamedTuple):
    """A page as something to place: its form, its boxes."""

    form: pikepdf.Object
    trim: Rect
    bleed: Rect

    @property
    def reach(self) -> float:
        """How far the bleed reaches out of the trim, at most."""
        trim, bleed = self.trim, self.bleed
        return max(
            trim.left - bleed.left, trim.bottom - bleed.bottom, bleed.right - trim.right, bleed.top - trim.top
        )


def sides(pages: int) -> Iterator[Side]:
    """The sides of the sheets of a stapled book, the outermost sheet first, each front before its back.

    Raises:
        ImpositionError: the number of pages is none that sheets of four can hold.
    """
    if pages < _PAGES or pages % _PAGES:
        raise ImpositionError(
            f"a sheet holds four pages, and the book has {pages}: pad it to {-(-max(pages, 1) // _PAGES) * _PAGES}"
        )
    for sheet in range(pages // _PAGES):
        first = 2 * sheet + 1
        last = pages + 1 - first
        yield Side(sheet, "front", last, first)
        yield Side(sheet, "back", first + 1, last - 1)


def impose(book: bytes, caliper_mm: float) -> bytes:
    """The sheets of a saddle-stitched book: each folded once, all laid into each other and stapled in the fold.

    Saddle stitch alone. A perfect-bound book is made of signatures that are folded two, three or four times, and how
    many pages those have, how they are turned and how much is milled off their backs follows from the printer's
    press, folder and binder; pages paired here would have to be taken apart again. Its printer wants single pages.

    Paper has a thickness, so nested sheets stick out at the fore-edge, and the knife takes more from the inner ones.
    Sheet number *k*, counted from 0 outside, is cut `k × caliper_mm` nearer to the fold; its pages are moved towards
    the fold by as much and cut off there, so that their outer margins stay equal throughout the book. Boxes and crop
    marks stand where that sheet is cut. The bleed is kept on the three outer sides.

    Args:
        book: a finished press PDF. All pages have one trim size; their bleed is what they say, or none.
        caliper_mm: thickness of the paper in millimetres, 0 to 1; 0.1 is usual for 90 to 100 g/m², 0 leaves the
            pages where they are.

    Returns:
        A PDF of two pages a sheet, front and back; the back is printed on the sheet turned from left to right.

    Raises:
        ImpositionError: the pages do not fill sheets of four, differ in size, or the caliper is no paper's.
    """
    if not 0 <= caliper_mm <= _MOST_CALIPER_MM:
        raise ImpositionError(f"no paper is {caliper_mm:g} mm thick: name 0 to {_MOST_CALIPER_MM:g} mm")
    with pikepdf.open(io.BytesIO(book)) as pdf:
        count = len(pdf.pages)
        plan = tuple(sides(count))
        group = next((page.obj.Group for page in pdf.pages if "/Group" in page.obj), None)
        leaves = [_leaf(pdf, page) for page in pdf.pages]
        _refuse_mixed(leaves)
        letters: dict[str, pikepdf.Object] = {}
        for side in plan:
            sheet = _sheet(pdf, side, leaves, side.sheet * caliper_mm * MM, letters)
            if group is not None:
                sheet.obj.Group = group
        del pdf.pages[:count]
        for key in _OF_PAGES:
            if key in pdf.Root:
                del pdf.Root[key]
        return _saved(pdf)


def _saved(pdf: pikepdf.Pdf) -> bytes:
    file = io.BytesIO()
    pdf.save(
        file,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        compress_streams=True,
        deterministic_id=True,
    )
    return file.getvalue()


def _leaf(pdf: pikepdf.Pdf, page: pikepdf.Page) -> _Leaf:
    """A page as a form. qpdf would cut the form at the trim; it has to reach as far as the bleed."""
    trim = Rect(*(float(edge) for edge in page.trimbox))
    stated = page.obj.get("/BleedBox")
    bleed = trim if stated is None else Rect(*(float(edge) for edge in stated))
    form = pdf.make_indirect(page.as_form_xobject())
    form.BBox = _array(bleed)
    return _Leaf(form, trim, bleed)


def _refuse_mixed(leaves: Sequence[_Leaf]) -> None:
    first = leaves[0].trim
    for number, leaf in enumerate(leaves, 1):
        if abs(leaf.trim.width - first.width) > _LESS or abs(leaf.trim.height - first.height) > _LESS:
            raise ImpositionError(
                f"page {number} is {leaf.trim.width / MM:.1f} x {leaf.trim.height / MM:.1f} mm and page 1 "
                f"{first.width / MM:.1f} x {first.height / MM:.1f} mm: all pages of a book have one size"
            )


def _sheet(
    pdf: pikepdf.Pdf, side: Side, leaves: Sequence[_Leaf], creep: float, letters: dict[str, pikepdf.Object]
) -> pikepdf.Page:
    """Add a side of a sheet: two pages, and marks around them. `letters` are forms by sign, made when missing."""
    left, right = leaves[side.left - 1], leaves[side.right - 1]
    bleed = max(leaf.reach for leaf in leaves)
    margin, sheets = start(bleed) + LENGTH, len(leaves) // _PAGES
    fold, top = margin + left.trim.width, margin + left.trim.height
    trim = Rect(margin + creep, margin, 2 * fold - margin - creep, top)
    around = Rect(trim.left - bleed, margin - bleed, trim.right + bleed, top + bleed)
    words = (
        f"Sheet {side.sheet + 1} of {sheets}, {side.face}: pages {side.left} and {side.right}, "
        f"moved {creep / MM:.2f} mm to the fold"
    )
    content = (
        _placed("Left", left, Rect(around.left, around.bottom, fold, around.top), trim.left, margin),
        _placed("Right", right, Rect(fold, around.bottom, around.right, around.top), fold - creep, margin),
        marks(Marked(trim, fold, start(bleed), side.sheet, sheets), words),
    )
    sheet = pdf.add_blank_page(page_size=(2 * fold, top + margin))
    forms = {f"/{letter_name(sign)}": _letter(pdf, sign, letters) for sign in words}
    forms |= {"/Left": left.form, "/Right": right.form}
    sheet.obj.Resources = Dictionary(XObject=Dictionary(forms))
    sheet.obj.TrimBox, sheet.obj.BleedBox = _array(trim), _array(around)
    sheet.obj.Contents = pdf.make_stream(b"\n".join(content))
    return sheet


def _letter(pdf: pikepdf.Pdf, sign: str, letters: dict[str, pikepdf.Object]) -> pikepdf.Object:
    """The form of a sign: one in the whole file."""
    if sign not in letters:
        box = Array([-SLUG_SIZE, -SLUG_SIZE, 2 * SLUG_SIZE, 2 * SLUG_SIZE])
        form = pdf.make_stream(letter(sign), Type=Name.XObject, Subtype=Name.Form, BBox=box)
        letters[sign] = form
    return letters[sign]


def _placed(name: str, leaf: _Leaf, clip: Rect, x: float, y: float) -> bytes:
    """A page with the lower left corner of its trim at a point, cut off at a rectangle."""
    box = f"{clip.left:.3f} {clip.bottom:.3f} {clip.width:.3f} {clip.height:.3f}"
    moved = f"1 0 0 1 {x - leaf.trim.left:.3f} {y - leaf.trim.bottom:.3f}"
    return f"q {box} re W n {moved} cm {Name('/' + name)} Do Q".encode()


def _array(box: Rect) -> Array:
    return Array([round(edge, 3) for edge in box])
