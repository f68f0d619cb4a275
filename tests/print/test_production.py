"""The same plan as files for press, screen and proof, looked at with tools that are not ours."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable
from typing import TYPE_CHECKING

import pikepdf
import pytest

from catalog.model import Listing, Media, Print
from catalog.print.book import build_book
from catalog.print.grid import grid_of
from catalog.print.pages.plan import Opener
from catalog.print.press.profile import DEFAULT_PROFILE, open_profile
from catalog.print.production import Production, ProductionError
from catalog.print.units import MM
from tests.conftest import LOGO
from tests.print.paper import poppler_text, raster
from tests.print.small import CACHE, EDITION, PITCH, catalog_of, entry_of

if TYPE_CHECKING:
    from pathlib import Path

    from catalog.print.pdf.canvas import Intent
    from catalog.print.production import Marks
    from catalog.print.report import BookReport
    from tests.print.conftest import PrintBook

Make = Callable[..., "BookReport"]
ALL: tuple[Intent, ...] = ("press", "screen", "proof")


@pytest.fixture(scope="module")
def make(tmp_path_factory: pytest.TempPathFactory) -> Make:
    """Builds a book of three entries, one with a logo and one in Arabic."""
    folder = tmp_path_factory.mktemp("entries")
    (folder / "harbor").mkdir()
    (folder / "harbor" / "logo.svg").write_text(LOGO)
    entries = [
        entry_of("harbor", media=Media(logo="logo.svg")),
        entry_of("daftar", name="دفتر المواعيد", type="dedicated", listing=Listing(source="demo")),
        entry_of("quay", type="connector", print=Print(featured=True)),
    ]

    def build(production: Production, trim: str = "A4") -> BookReport:
        return build_book(
            catalog_of(entries, folder), EDITION, output=tmp_path_factory.mktemp("print"),
            site_url="https://catalog.example", cache=CACHE, trim=trim, production=production,
        )  # fmt: skip

    return build


@pytest.fixture(scope="module")
def book(make: Make) -> BookReport:
    """All three files."""
    return make(Production(ALL))


def file_of(report: BookReport, purpose: str) -> Path:
    return next(file.path for file in report.files if file.purpose == purpose)


def run(*command: object) -> str:
    done = subprocess.run([str(part) for part in command], capture_output=True, check=True, text=True)
    return done.stdout + done.stderr


def test_each_purpose_has_its_file_of_the_same_pages(book: BookReport) -> None:
    assert [file.path.name for file in book.files] == [f"aps-catalog-2027-spring-{one}.pdf" for one in ALL]
    for file in book.files:
        with pikepdf.open(file.path) as pdf:
            assert len(pdf.pages) == book.pages


def test_poppler_calls_the_press_file_pdfx4(book: BookReport) -> None:
    assert "PDF/X-4" in run("pdfinfo", file_of(book, "press"))
    assert "PDF/X" not in run("pdfinfo", file_of(book, "screen"))


@pytest.mark.parametrize("purpose", ALL)
def test_qpdf_and_ghostscript_have_nothing_to_say(book: BookReport, purpose: str) -> None:
    path = file_of(book, purpose)
    assert "No syntax or stream encoding errors found" in run("qpdf", "--check", path)
    told = run("gs", "-q", "-dNOPAUSE", "-dBATCH", "-dPDFSTOPONWARNING", "-sDEVICE=nullpage", path)
    assert told.strip() == ""


def test_a_page_of_text_takes_black_ink_alone(make: Make) -> None:
    report = make(Production(("press",), marks="none"))
    told = run("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=ink_cov", "-o", "-", file_of(report, "press"))
    inks = [[float(part) for part in line.split()[:4]] for line in told.splitlines()]
    imprint = inks[1]
    assert imprint[:3] == [0, 0, 0]
    assert imprint[3] > 0.5


def test_the_press_file_holds_inks_alone_and_no_way_out(book: BookReport) -> None:
    with pikepdf.open(file_of(book, "press")) as pdf:
        for page in pdf.pages:
            assert "/Annots" not in page.obj
            operators = {str(step.operator) for step in pikepdf.parse_content_stream(page)}
            assert not operators & {"rg", "RG", "g", "G", "cs", "CS", "BMC"}
        assert "/StructTreeRoot" not in pdf.Root
        profile = pdf.Root.OutputIntents[0].DestOutputProfile
        assert profile.read_bytes() == DEFAULT_PROFILE.read_bytes()
        assert pdf.Root.OutputIntents[0].OutputConditionIdentifier == "Proof condition"
        assert pdf.docinfo["/Trapped"] == "/False"


def test_black_text_prints_over_and_white_text_knocks_out(book: BookReport) -> None:
    shown: dict[bool, set[tuple[float, ...]]] = {True: set(), False: set()}
    with pikepdf.open(file_of(book, "press")) as pdf:
        for page in pdf.pages:
            over, ink = False, tuple[float, ...]()
            states: list[tuple[bool, tuple[float, ...]]] = []
            for step in pikepdf.parse_content_stream(page):
                name = str(step.operator)
                if name == "gs":
                    over = bool(page.Resources.ExtGState[str(step.operands[0])].op)
                elif name == "k":
                    ink = tuple(float(part) for part in step.operands)
                elif name == "q":
                    states.append((over, ink))
                elif name == "Q":
                    over, ink = states.pop()
                elif name in {"Tj", "TJ"}:
                    shown[over].add(ink)
    assert shown[True] == {(0, 0, 0, 1)}
    assert (0, 0, 0, 1) not in shown[False]
    assert (0, 0, 0, 0) in shown[False]  # The letters on badges.


@pytest.mark.parametrize(("trim", "bleed"), [("A4", 3.0), ("Letter", 3.175), ("A4", 5.0)])
def test_boxes_lie_inside_each_other(make: Make, trim: str, bleed: float) -> None:
    report = make(Production(("press",), bleed_mm=bleed), trim)
    grid = grid_of(trim)
    with pikepdf.open(file_of(report, "press")) as pdf:
        for page in pdf.pages:
            media, bled, cut = (
                [float(edge) for edge in page.obj[name]] for name in ("/MediaBox", "/BleedBox", "/TrimBox")
            )
            assert media[:2] == [0, 0]
            assert cut[2] - cut[0] == pytest.approx(grid.width, abs=0.02)
            assert cut[0] - bled[0] == pytest.approx(bleed * MM, abs=0.02)
            assert media[0] < bled[0] < cut[0]
            assert cut[3] < bled[3] < media[3]


def test_colour_that_reaches_the_trim_goes_on_to_the_bleed_and_stops_there(make: Make) -> None:
    report = make(Production(("press",), bleed_mm=6.0))
    opener = (
        next(folio for folio, page in enumerate(report.plan.pages) if isinstance(page, Opener))
        if report.plan
        else 0
    )
    picture = raster(file_of(report, "press").read_bytes(), dpi=254, page=opener)  # Ten pixels a millimetre.
    trim = (8 + 10) * 10  # The marks begin two millimetres beyond the bleed.
    assert picture.getpixel((trim - 55, 800)) == picture.getpixel((trim + 50, 800)) != (255, 255, 255)
    assert picture.getpixel((trim - 65, 800)) == (255, 255, 255)


def test_without_marks_the_sheet_ends_at_the_bleed(make: Make) -> None:
    report = make(Production(("press",), marks="none"))
    with pikepdf.open(file_of(report, "press")) as pdf:
        page = pdf.pages[0]
        assert [float(edge) for edge in page.mediabox] == pytest.approx([float(e) for e in page.obj.BleedBox])


@pytest.mark.parametrize(("marks", "patched"), [("cut", False), ("all", True)])
def test_patches_of_the_inks_come_with_all_marks(make: Make, marks: Marks, *, patched: bool) -> None:
    report = make(Production(("press",), marks=marks))
    with pikepdf.open(file_of(report, "press")) as pdf:
        content = pdf.pages[1].Contents.read_bytes()
    assert (b"0.0000 1.0000 0.0000 0.0000 k" in content) is patched
    assert b"1.0000 1.0000 1.0000 1.0000 K" in content


def test_the_slug_line_says_which_sheet_it_is(book: BookReport) -> None:
    text = poppler_text(file_of(book, "press").read_bytes())
    assert "Spring 2027, edition 2027-spring. Page 3 of " in text
    assert "bleed 3 mm. Proof condition, total ink at most 300 %." in text


def test_the_same_book_is_made_to_the_byte(make: Make, book: BookReport) -> None:
    again = make(Production(ALL))
    for first, second in zip(book.files, again.files, strict=True):
        assert first.path.read_bytes() == second.path.read_bytes()


def test_another_profile_gives_another_press_file_and_the_same_screen(make: Make, book: BookReport) -> None:
    other = make(Production(ALL, profile=open_profile(DEFAULT_PROFILE, "FOGRA39", 260)))
    assert file_of(book, "screen").read_bytes() == file_of(other, "screen").read_bytes()
    with pikepdf.open(file_of(other, "press")) as pdf:
        assert pdf.Root.OutputIntents[0].OutputConditionIdentifier == "FOGRA39"
        assert "260 %" in str(pdf.Root.OutputIntents[0].Info)


def test_the_proof_draws_the_boxes(book: BookReport) -> None:
    with pikepdf.open(file_of(book, "proof")) as pdf:
        strokes = pdf.pages[1].Contents.read_bytes()
    assert b"[6.00 3.00] 0 d" in strokes
    assert b"[1.00 2.00] 0 d" in strokes


def test_the_proof_says_at_an_entry_what_gave_way(print_book: PrintBook) -> None:
    long = entry_of("harbor", pitch=PITCH * 3, highlights=("Sold by the seat and billed by the month",) * 3)
    report = print_book([long], production=Production(("proof", "screen")))
    assert report.notes
    for purpose, said in (("proof", True), ("screen", False)):
        assert (report.notes[0].message in poppler_text(file_of(report, purpose).read_bytes())) is said


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"bleed_mm": 11.0}, "bleed of 11 mm"),
        ({"multiple": 3}, "even number of pages"),
        ({"caliper_mm": 0.1, "binding": "perfect"}, "only a saddle-stitched book"),
        ({"caliper_mm": 0.1, "intents": ("screen",)}, "add --press"),
    ],
)
def test_what_no_press_does_is_refused(options: dict[str, object], told: str) -> None:
    with pytest.raises(ProductionError, match=told):
        Production(**options)  # type: ignore[arg-type]


def structure(pdf: pikepdf.Pdf) -> list[tuple[str, str]]:
    """Every element below the document in the order of reading: its role, and what is said in its place."""
    found: list[tuple[str, str]] = []

    def walk(element: pikepdf.Object) -> None:
        kids = element.get("/K")
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/StructElem":
                found.append((str(kid.S)[1:], str(kid.get("/Alt", ""))))
                walk(kid)

    walk(pdf.Root.StructTreeRoot.K)
    return found


def test_links_of_the_screen_file_belong_to_its_tree(book: BookReport) -> None:
    with pikepdf.open(file_of(book, "screen")) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "en"
        roles = [role for role, _ in structure(pdf)]
        links = [note for page in pdf.pages for note in page.obj.get("/Annots", [])]
        assert roles.count("Link") == len(links) > 0
        assert all("/Contents" in note and "/StructParent" in note for note in links)
        numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
        keys = [int(number) for number in list(numbers)[::2]]
        assert keys == sorted(set(keys))
        assert {int(note.StructParent) for note in links} <= set(keys)


def test_everything_drawn_for_the_screen_is_text_or_decoration(book: BookReport) -> None:
    with pikepdf.open(io.BytesIO(file_of(book, "screen").read_bytes())) as pdf:
        for page in pdf.pages:
            depth = 0
            for step in pikepdf.parse_content_stream(page):
                name = str(step.operator)
                depth += {"BMC": 1, "BDC": 1, "EMC": -1}.get(name, 0)
                if name in {"Tj", "TJ", "f", "S", "B", "Do"}:
                    assert depth > 0
            assert depth == 0
