"""Imposition: what lies where on the sheets, read off them by pypdf, pikepdf and pdfium."""

from __future__ import annotations

import functools
import io
import itertools
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2  # type: ignore[import-untyped]
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image, ImageChops
from pypdf import PdfReader

from catalog.print.pdf.canvas import Box, Sheet
from catalog.print.pdf.color import BLACK, CONNECTOR, WEBSPACE
from catalog.print.pdf.impose import ImpositionError, impose, sides
from catalog.print.typography.lines import Style
from catalog.print.units import MM
from tests.print.paper import print_of, setter

if TYPE_CHECKING:
    from collections.abc import Callable

    from catalog.print.pdf.canvas import PageCanvas

WIDTH, HEIGHT, BLEED, MARGIN = 60, 40, 3, 15  # Millimetres, so that a pixel is a whole part of each.
SHEET = Sheet(WIDTH * MM, HEIGHT * MM, BLEED * MM, MARGIN * MM)
SCALE = 25.4 / 72 * 10 * 0.9999  # Ten pixels a millimetre, and no last pixel of a rounded box.


def page(number: int) -> Callable[[PageCanvas], None]:
    """A page with its number in words of its own, a field that bleeds, and a mark that a press book has outside it."""

    def draw(canvas: PageCanvas) -> None:
        reach = BLEED * MM
        canvas.rect(Box(-reach, -reach, SHEET.width + 2 * reach, 20), WEBSPACE if number % 2 else CONNECTOR)
        canvas.rect(Box(-10 * MM, 10 * MM, 4 * MM, 0.5), BLACK)
        canvas.text(20 + number, 60, setter().line(f"page{number:03}", Style(12, 400), "en", "ltr"), BLACK)

    return draw


@functools.cache
def book(pages: int = 8) -> bytes:
    """A small press book, with an output intent and a blending space."""
    made = print_of(*(page(number) for number in range(1, pages + 1)), sheet=SHEET)
    with pikepdf.open(io.BytesIO(made)) as pdf:
        profile = pdf.make_stream(b"a profile", N=4)
        intent = Dictionary(
            Type=Name.OutputIntent,
            S=Name.GTS_PDFX,
            OutputConditionIdentifier="FOGRA51",
            DestOutputProfile=profile,
        )
        pdf.Root.OutputIntents = Array([intent])
        pdf.docinfo["/GTS_PDFXVersion"] = "PDF/X-4"
        for one in pdf.pages:
            one.obj.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)
        file = io.BytesIO()
        pdf.save(file, deterministic_id=True)
        return file.getvalue()


def read(sheets: bytes) -> list[tuple[str, str]]:
    """The words of the left and of the right page of each side."""
    document = pypdfium2.PdfDocument(sheets)
    found = []
    for one in document:
        width, height = one.get_size()
        text = one.get_textpage()
        halves = ((0.0, width / 2), (width / 2, width))
        left, right = (text.get_text_bounded(start, 0, end, height).strip() for start, end in halves)
        found.append((left, right))
    document.close()
    return found


def pixels(pdf: bytes, at: int) -> Image.Image:
    document = pypdfium2.PdfDocument(pdf)
    picture: Image.Image = document[at].render(scale=SCALE).to_pil().convert("RGB")
    document.close()
    return picture


def cut(picture: Image.Image, left: float, top: float, width: float, height: float) -> Image.Image:
    """A part of a picture; millimetres."""
    return picture.crop(
        (round(left * 10), round(top * 10), round((left + width) * 10), round((top + height) * 10))
    )


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        (4, [(4, 1), (2, 3)]),
        (8, [(8, 1), (2, 7), (6, 3), (4, 5)]),
        (16, [(16, 1), (2, 15), (14, 3), (4, 13), (12, 5), (6, 11), (10, 7), (8, 9)]),
    ],
)
def test_folded_and_nested_sheets_read_in_order(pages: int, expected: list[tuple[int, int]]) -> None:
    assert read(impose(book(pages), 0.1)) == [
        (f"page{left:03}", f"page{right:03}") for left, right in expected
    ]
    assert [(side.left, side.right) for side in sides(pages)] == expected


@pytest.mark.parametrize("pages", [3, 6, 9])
def test_pages_that_fill_no_sheet_are_refused(pages: int) -> None:
    with pytest.raises(ImpositionError, match=f"the book has {pages}: pad it to {-(-pages // 4) * 4}"):
        impose(book(pages), 0.1)


@pytest.mark.parametrize("caliper", [-0.1, 1.1, float("nan")])
def test_a_thickness_that_no_paper_has_is_refused(caliper: float) -> None:
    with pytest.raises(ImpositionError, match="no paper is"):
        impose(book(), caliper)


def test_pages_of_two_sizes_are_refused() -> None:
    with pikepdf.open(io.BytesIO(book(4))) as pdf:
        pdf.pages[2].obj.TrimBox = Array([0, 0, 100, 100])
        file = io.BytesIO()
        pdf.save(file)
    with pytest.raises(ImpositionError, match=r"page 3 is 35\.3 x 35\.3 mm and page 1 60\.0 x 40\.0 mm"):
        impose(file.getvalue(), 0.1)


@pytest.mark.parametrize("caliper", [0, 1])
def test_each_page_looks_as_it_did_but_for_what_creep_takes_at_the_fold(caliper: int) -> None:
    sheets, whole = impose(book(), caliper), book()
    for at, side in enumerate(sides(8)):
        push = caliper * side.sheet
        picture = pixels(sheets, at)
        left = cut(pixels(whole, side.left - 1), MARGIN - BLEED, MARGIN - BLEED, WIDTH + BLEED - push, 46)
        right = cut(pixels(whole, side.right - 1), MARGIN + push, MARGIN - BLEED, WIDTH + BLEED - push, 46)
        fold = MARGIN + WIDTH
        assert same(cut(picture, MARGIN - BLEED + push, 12, WIDTH + BLEED - push, 46), left)
        assert same(cut(picture, fold, 12, WIDTH + BLEED - push, 46), right)


def same(one: Image.Image, other: Image.Image) -> bool:
    """Whether two pictures agree, except where a pixel of an edge is rounded to the other side."""
    assert one.size == other.size
    difference = ImageChops.difference(one, other).convert("L").point(lambda level: 255 * (level > 8))
    return difference.histogram()[255] < one.width * one.height / 2000


def test_pages_move_to_the_fold_by_the_thickness_of_the_sheets_around_them() -> None:
    flat, crept = (drawn_at(impose(book(16), caliper)) for caliper in (0, 0.2))
    moved = [
        tuple(round((x - y) / MM, 3) for x, y in zip(*pair, strict=True))
        for pair in zip(crept, flat, strict=True)
    ]
    assert moved == [(0.0, -0.0)] * 2 + [(0.2, -0.2)] * 2 + [(0.4, -0.4)] * 2 + [(0.6, -0.6)] * 2


def drawn_at(sheets: bytes) -> list[tuple[float, float]]:
    """Where the words of both pages begin, by side."""
    document = pypdfium2.PdfDocument(sheets)
    found = []
    for one in document:
        text = one.get_textpage()
        lefts = sorted(
            text.get_charbox(at)[0] for at in range(text.count_chars()) if text.get_text_range(at, 1) == "p"
        )
        found.append((lefts[0], lefts[1]))
    document.close()
    return found


def test_the_boxes_of_a_sheet_stand_where_it_is_cut() -> None:
    with pikepdf.open(io.BytesIO(impose(book(), 0.5))) as pdf:
        outer, inner = pdf.pages[0], pdf.pages[2]
        media = (0, 0, 2 * WIDTH + 30, HEIGHT + 30)
        assert millimetres(outer.mediabox) == millimetres(inner.mediabox) == media
        assert millimetres(outer.trimbox) == (15, 15, 135, 55)
        assert millimetres(outer.obj.BleedBox) == (12, 12, 138, 58)
        assert millimetres(inner.trimbox) == (15.5, 15, 134.5, 55)
        assert millimetres(inner.obj.BleedBox) == (12.5, 12, 137.5, 58)


def millimetres(box: pikepdf.Object) -> tuple[float, ...]:
    return tuple(round(float(edge) / MM, 2) for edge in box)


def test_crop_and_fold_marks_stand_outside_the_bleed() -> None:
    picture = pixels(impose(book(4), 0), 0).convert("L")
    fold, foot, right = MARGIN + WIDTH, MARGIN + HEIGHT, MARGIN + 2 * WIDTH
    for x, y in itertools.product((5, right + 10), (MARGIN, foot)):
        assert darkest(cut(picture, x - 3, y - 0.1, 6, 0.3)) < 170, (x, y)
    for x, y in itertools.product((MARGIN, fold, right), (5, foot + 10)):
        assert darkest(cut(picture, x - 0.1, y - 3, 0.3, 6)) < 170, (x, y)
    for box in ((10.3, 0, 1.5, 70), (right + 3.2, 0, 1.5, 70), (0, 10.3, 150, 1.5), (0, 58.2, 150, 1.5)):
        assert darkest(cut(picture, *box)) == 255, box


def test_marks_of_the_single_page_are_left_out() -> None:
    mark = (4.5, MARGIN + 10 - 0.1, 4, 0.4)  # Left of the trim, beyond the bleed.
    assert darkest(cut(pixels(book(4), 0).convert("L"), *mark)) < 128
    sheets = [pixels(impose(book(16), 1), at).convert("L") for at in range(8)]
    assert all(darkest(cut(sheet, 0, mark[1], MARGIN - BLEED, mark[3])) == 255 for sheet in sheets)


def darkest(picture: Image.Image) -> int:
    return next(level for level, pixels in enumerate(picture.histogram()) if pixels)


def test_marks_are_in_every_ink_and_touch_no_bleed_however_wide() -> None:
    with pikepdf.open(io.BytesIO(book(4))) as pdf:
        for one in pdf.pages:
            left, bottom, right, top = (float(edge) for edge in one.trimbox)
            one.obj.BleedBox = Array([left - 8 * MM, bottom - 8 * MM, right + 8 * MM, top + 8 * MM])
        file = io.BytesIO()
        pdf.save(file)
    with pikepdf.open(io.BytesIO(impose(file.getvalue(), 0))) as pdf:
        sheet = pdf.pages[0]
        assert millimetres(sheet.mediabox) == (0, 0, 2 * (60 + 19), 40 + 2 * 19)
        content = sheet.obj.Contents.read_bytes()
        assert b"1 1 1 1 K 1 1 1 1 k" in content
        crops = [line.split() for line in content.splitlines() if line.endswith(b" l")]
        trim = [float(edge) for edge in sheet.trimbox]
        assert len(crops) == 8 + 2
        for line in crops:
            x, y = float(line[0]), float(line[1])
            clear = max(trim[0] - x, x - trim[2], trim[1] - y, y - trim[3])
            assert clear == pytest.approx(9 * MM, abs=0.01)


def test_the_slug_line_differs_by_sheet_and_face_alone() -> None:
    slugs = [cut(pixels(impose(book(), 0.1), at), 15, 60.5, 58, 8).tobytes() for at in range(4)]
    assert len(set(slugs)) == 4
    again = cut(pixels(impose(book(), 0.1), 2), 15, 60.5, 58, 8).tobytes()
    assert again == slugs[2]
    assert set(slugs[0]) != {255}


def test_bars_of_the_sheets_make_stairs() -> None:
    sheets = impose(book(16), 0)
    lefts = []
    for at in range(0, 8, 2):
        with pikepdf.open(io.BytesIO(sheets)) as pdf:
            content = pdf.pages[at].obj.Contents.read_bytes()
        lefts += [float(line.split()[0]) for line in content.splitlines() if line.endswith(b" re f")]
    assert lefts == sorted(set(lefts), reverse=True)
    assert len(lefts) == 4


def test_intent_information_xmp_version_and_blending_space_are_kept() -> None:
    before, after = PdfReader(io.BytesIO(book())), PdfReader(io.BytesIO(impose(book(), 0.1)))
    assert before.metadata == after.metadata
    assert "PDF/X-4" in str(after.metadata)
    assert before.xmp_metadata is not None
    assert after.xmp_metadata is not None
    assert before.xmp_metadata.stream.get_data() == after.xmp_metadata.stream.get_data()
    assert before.pdf_header == after.pdf_header
    with pikepdf.open(io.BytesIO(impose(book(), 0.1))) as pdf:
        intent = pdf.Root.OutputIntents[0]
        assert intent.OutputConditionIdentifier == "FOGRA51"
        assert intent.DestOutputProfile.read_bytes() == b"a profile"
        assert all(sheet.obj.Group.CS == "/DeviceCMYK" for sheet in pdf.pages)
        assert pdf.check_pdf_syntax() == []


def test_fonts_are_shared_and_no_page_of_the_book_is_left() -> None:
    def parts(pdf: bytes, kind: str) -> int:
        with pikepdf.open(io.BytesIO(pdf)) as opened:
            held = [part for part in opened.objects if isinstance(part, pikepdf.Dictionary)]
            return sum(part.get("/Type") == kind for part in held)

    sheets = impose(book(16), 0.1)
    assert parts(sheets, "/FontDescriptor") == parts(book(16), "/FontDescriptor") == 1
    assert parts(sheets, "/Page") == 8
    with pikepdf.open(io.BytesIO(sheets)) as pdf:
        letters = {form.objgen for sheet in pdf.pages for form in sheet.obj.Resources.XObject.values()}
        assert len(letters) < 16 + 40, "a form for each page and each sign of the slug lines"


def test_what_leads_to_single_pages_is_dropped() -> None:
    made = print_of(page(1), page(2), page(3), page(4), sheet=SHEET, labels=("i", "1", "2", "3"))
    with pikepdf.open(io.BytesIO(impose(made, 0))) as pdf:
        assert "/PageLabels" not in pdf.Root
        assert "/Metadata" in pdf.Root
        assert pdf.Root.Lang == "en"


def test_the_same_book_gives_the_same_bytes() -> None:
    assert impose(book(), 0.1) == impose(book(), 0.1)
    assert impose(book(), 0.1) != impose(book(), 0.2)
