"""Troubles that books made by programs are known for, each looked for in a book of ours."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pikepdf
import pytest
from pypdf import PdfReader

from catalog.model import Media
from catalog.print.book import build_book
from catalog.print.grid import span
from catalog.print.layout.block import Part
from catalog.print.pages.plan import EntryPage, IndexPage, Opener
from catalog.print.pdf.color import CONNECTOR, DEDICATED, WEBSPACE
from catalog.print.production import Production
from tests.print.small import CACHE, EDITION, PITCH, catalog_of, entry_of

if TYPE_CHECKING:
    from pathlib import Path

    from catalog.print.report import BookReport
    from tests.print.conftest import PrintBook

# Two shapes that show through each other: a transparency group in the colours of a screen.
GLASS = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><g opacity=".5"><rect width="20" height="20" '
    'fill="#06c"/><rect x="9" width="20" height="9" fill="#c60"/></g></svg>'
)
ENDLESS = "https-no-blank-in-this-address-of-a-page-" * 4


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> BookReport:
    """Thirty entries that share a logo, and one whose pitch is a word that no line holds."""
    folder = tmp_path_factory.mktemp("entries")
    slugs = [f"app-{number:02}" for number in range(30)]
    for slug in slugs:
        (folder / slug).mkdir()
        (folder / slug / "logo.svg").write_text(GLASS)
    entries = [entry_of(slug, media=Media(logo="logo.svg")) for slug in slugs]
    entries.append(entry_of("endless", pitch=f"{ENDLESS} {PITCH}"))
    return build_book(
        catalog_of(entries, folder), EDITION, output=tmp_path_factory.mktemp("print"),
        site_url="https://catalog.example", cache=CACHE, production=Production(("press", "screen")),
    )  # fmt: skip


def opened(report: BookReport, purpose: str) -> pikepdf.Pdf:
    return pikepdf.open(path_of(report, purpose))


def path_of(report: BookReport, purpose: str) -> Path:
    return next(file.path for file in report.files if file.purpose == purpose)


def test_an_entry_taller_than_a_page_is_told_and_stops_no_program(print_book: PrintBook) -> None:
    report = print_book([entry_of("harbor", pitch=PITCH * 40)])
    assert report.files == ()
    assert [(fault.slug, fault.field) for fault in report.faults] == [("harbor", "pitch")]
    assert "more than fit" in report.faults[0].message


def test_contents_and_index_send_to_the_pages_where_things_are(book: BookReport) -> None:
    assert book.plan
    texts = [page.extract_text() for page in PdfReader(path_of(book, "screen")).pages]
    opener = next(folio for folio, page in enumerate(book.plan.pages, 1) if isinstance(page, Opener))
    contents = next(
        text for text in texts if text.lstrip().startswith("Contents") or "\nContents" in text[:40]
    )
    assert re.search(rf"Webspace applications\s+{opener}\b", contents)
    index = "\n".join(texts[at] for at, page in enumerate(book.plan.pages) if isinstance(page, IndexPage))
    for slug, folio in book.plan.folios.items():
        assert re.search(rf"{book.plan.names[slug]}\s+W\s+{folio}\b", index), slug


def test_a_sign_that_no_font_has_is_told_with_its_number(print_book: PrintBook) -> None:
    report = print_book([entry_of("harbor", summary="Sails \U000f1234 home")])
    assert report.files == ()
    assert "U+F1234" in report.faults[0].message
    assert report.faults[0].field == "summary"


@pytest.mark.parametrize("purpose", ["press", "screen"])
def test_a_logo_on_thirty_entries_is_in_the_file_once(book: BookReport, purpose: str) -> None:
    with opened(book, purpose) as pdf:
        forms = [
            held
            for held in pdf.objects
            if isinstance(held, pikepdf.Stream) and held.get("/Subtype") == "/Form" and "/Matrix" in held
        ]
        shown = sum(
            str(step.operator) == "Do" for page in pdf.pages for step in pikepdf.parse_content_stream(page)
        )
    assert len(forms) == 1
    assert shown >= 30


def test_what_shows_through_is_mixed_in_the_inks_of_the_press(book: BookReport) -> None:
    with opened(book, "press") as pdf:
        groups = [
            str(held.Group.CS)
            for held in pdf.objects
            if isinstance(held, pikepdf.Stream) and "/CS" in held.get("/Group", {})
        ]
    assert groups
    assert set(groups) == {"/DeviceCMYK"}


def test_black_text_needs_one_plate(book: BookReport) -> None:
    inks: set[tuple[float, ...]] = set()
    with opened(book, "press") as pdf:
        for page in pdf.pages:
            ink: tuple[float, ...] = ()
            for step in pikepdf.parse_content_stream(page):
                if str(step.operator) == "k":
                    ink = tuple(float(part) for part in step.operands)
                elif str(step.operator) in {"Tj", "TJ"}:
                    inks.add(ink)
    # Black, white on the marks of types, and letters that show the colour of a type through its mark.
    types = {tuple(part / 100 for part in ink) for ink in (WEBSPACE, DEDICATED, CONNECTOR)}
    assert {(0, 0, 0, 1), (0, 0, 0, 0)} <= inks <= {(0, 0, 0, 1), (0, 0, 0, 0), *types}


@pytest.mark.parametrize("purpose", ["press", "screen"])
def test_no_box_begins_left_of_or_below_the_sheet(book: BookReport, purpose: str) -> None:
    with opened(book, purpose) as pdf:
        for page in pdf.pages:
            assert [float(edge) for edge in page.mediabox][:2] == [0, 0]
            assert all(float(edge) >= 0 for edge in page.trimbox)


def test_colour_at_the_edge_reaches_the_bleed(book: BookReport) -> None:
    assert book.plan
    with opened(book, "press") as pdf:
        for page, planned in zip(pdf.pages, book.plan.pages, strict=True):
            if not isinstance(planned, Opener):
                continue
            bleed = [float(edge) for edge in page.obj.BleedBox]
            boxes = [
                [float(part) for part in step.operands]
                for step in pikepdf.parse_content_stream(page)
                if str(step.operator) == "re"
            ]
            width = bleed[2] - bleed[0]
            assert any(
                box[0] <= bleed[0] + 0.01 and box[2] >= width - 0.02 and box[1] + box[3] >= bleed[3] - 0.01
                for box in boxes[1:]  # The first is what the page is cut off at.
            )


def test_a_word_longer_than_a_line_is_parted_and_not_lost(book: BookReport) -> None:
    assert book.plan
    pages = [page for page in book.plan.pages if isinstance(page, EntryPage)]
    endless = next(block for page in pages for _, block in page.placed if block.slug == "endless")
    assert ENDLESS in "".join(line.line.text for line in endless.lines if line.part == Part.PITCH)
    assert max(line.x + line.line.width for line in endless.lines) <= span(12) + 0.01


def test_every_code_has_its_quiet_zone_and_leads_to_its_entry(book: BookReport) -> None:
    assert book.findings == ()  # Preflight reads every code of the book.
    assert book.plan
    placed = [block for page in book.plan.pages if isinstance(page, EntryPage) for _, block in page.placed]
    assert len(placed) == 31
    for block in placed:
        assert block.code
        lowest = max(line.baseline for line in block.lines if line.x + line.line.width > block.code.box.x)
        assert lowest <= block.code.box.y + 2  # Nothing is set into the box.


def test_no_heading_of_an_index_is_left_behind(book: BookReport) -> None:
    assert book.plan
    for page in book.plan.pages:
        if isinstance(page, IndexPage):
            for column in page.columns:
                assert column.rows[-1][1].kind not in {"letter", "heading", "title"}
