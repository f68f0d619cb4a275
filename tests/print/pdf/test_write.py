from __future__ import annotations

import io
import os
import subprocess
import sys
import unicodedata
from typing import TYPE_CHECKING, Any

import pypdf
import pypdfium2  # type: ignore[import-untyped]  # The package has no types.
import pytest

from catalog.print.pdf.canvas import Box, PageCanvas, Sheet
from catalog.print.typography.typeset import Style
from tests.conftest import ROOT
from tests.print.paper import SMALL, TEXTS, poppler_text, print_of, raster, setter

if TYPE_CHECKING:
    from pathlib import Path

    from catalog.print.typography.typeset import Line

NINE = Style(9)
ALPHABETIC = ["en", "de", "ru", "el", "ja", "zh", "ko", "hi", "th"]
SAME_BOOK = """
import sys
from pathlib import Path
from tests.print.paper import TEXTS, print_of, setter
from catalog.print.pdf.canvas import Box
from catalog.print.assets.qr import modules
from catalog.print.typography.typeset import Style

def draw(canvas):
    for row, text in enumerate(TEXTS.values()):
        canvas.text(5, 10 + 7 * row, setter().line(text, Style(6)))
    canvas.qr(150, 20, 40, modules("https://catalog.example/"))
    canvas.link(Box(5, 5, 20, 10), "https://catalog.example/")
    canvas.destination("entry", 5)

Path(sys.argv[1]).write_bytes(print_of(draw))
"""


def page_of(text: str) -> bytes:
    sheet = Sheet(400.0, 60.0)
    return print_of(lambda canvas: canvas.text(10, 40, setter().line(text, NINE)), sheet=sheet)


def visible(text: str) -> str:
    """The text without signs that have no ink and no room, and with single spaces."""
    kept = "".join(sign for sign in text if unicodedata.category(sign) not in {"Cf", "Cc"} or sign == "\n")
    return " ".join(kept.split())


def by_pypdf(pdf: bytes) -> str:
    return pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text()


def by_pdfium(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    text: str = document[0].get_textpage().get_text_range()
    document.close()
    return text


@pytest.mark.parametrize("lang", ALPHABETIC)
@pytest.mark.parametrize("read", [poppler_text, by_pypdf, by_pdfium])
def test_text_comes_out_as_it_was_typed(lang: str, read: object) -> None:
    assert callable(read)
    assert visible(read(page_of(TEXTS[lang]))) == visible(TEXTS[lang])


@pytest.mark.parametrize("lang", ["ar", "he"])
@pytest.mark.parametrize("read", [poppler_text, by_pypdf])
def test_right_to_left_text_comes_out_in_reading_order(lang: str, read: object) -> None:
    assert callable(read)
    assert visible(read(page_of(TEXTS[lang]))) == visible(TEXTS[lang])


def test_text_of_two_directions_keeps_its_words() -> None:
    text = poppler_text(page_of(f"Harbor {TEXTS['ar']} (2026)"))
    for word in ("Harbor", *TEXTS["ar"].split(), "2026"):
        assert word in text


def test_markup_is_text_like_any_other() -> None:
    for text in ("a&sect b", '<font size="900">', "R&D <Tools> AT&T", "(brackets) \\ and %", "&amp;"):
        assert poppler_text(page_of(text)).strip() == text


def test_signs_that_share_a_glyph_keep_their_own_code_point() -> None:
    assert visible(by_pypdf(page_of("a\u00a0b c \u2010 - Ω Ω"))) == visible("a\u00a0b c \u2010 - Ω Ω")


def advance_of(pdf: bytes) -> float:
    """How far the pen goes on the page, in points, by the widths that the file tells of its fonts."""
    page = pypdf.PdfReader(io.BytesIO(pdf)).pages[0]
    resources: Any = page["/Resources"]
    content = page.get_contents()
    assert content is not None
    widths: dict[int, float] = {}
    size = total = 0.0
    for operands, operator in content.operations:
        if operator == b"Tf":
            name, size = operands[0], float(operands[1])
            widths = widths_of(resources["/Font"][name]["/DescendantFonts"][0]["/W"])
        elif operator in {b"Tj", b"TJ"}:
            parts: list[Any] = operands[0] if operator == b"TJ" else operands
            for part in parts:
                if isinstance(part, int | float):
                    total -= part * size / 1000
                else:
                    codes = part if isinstance(part, bytes) else part.original_bytes
                    moves = [
                        widths[(high << 8) + low] for high, low in zip(codes[::2], codes[1::2], strict=True)
                    ]
                    total += sum(moves) * size / 1000
    return total


def widths_of(runs: Any) -> dict[int, float]:  # noqa: ANN401 - an object of pypdf
    found = {}
    for first, run in zip(runs[::2], runs[1::2], strict=True):
        found.update({int(first) + place: float(width) for place, width in enumerate(run)})
    return found


@pytest.mark.parametrize("text", [*TEXTS.values(), "AVATAR To Type, L’Avenir (Jet)", "x\u0323\u0308 AV"])
def test_the_pen_goes_as_far_as_the_line_is_wide(text: str) -> None:
    assert advance_of(page_of(text)) == pytest.approx(setter().line(text, NINE).width, abs=0.02)


PARTED = "Die Verwaltung mit automatischer Datensicherung für alle"


def parted() -> tuple[Line, ...]:
    width = setter().width(f"{PARTED.partition('sicherung')[0]}-", NINE) + 1
    lines = setter().wrap(PARTED, Style(9, breaks="text"), width, "de")
    assert [line.hyphenated for line in lines] == [True, False]
    return lines


def parted_pdf() -> bytes:
    def draw(canvas: PageCanvas) -> None:
        for row, line in enumerate(parted()):
            canvas.text(10, 20 + 12 * row, line)

    return print_of(draw, sheet=Sheet(400.0, 60.0))


def test_a_parted_word_is_copied_with_a_soft_hyphen_so_that_it_can_be_joined() -> None:
    for read in (poppler_text, by_pypdf):
        assert visible(read(parted_pdf()).replace("\u00ad\n", "")) == PARTED
    # Pdfium joins by itself, and leaves its own sign where the hyphen was.
    assert visible(by_pdfium(parted_pdf()).replace("\ufffe", "")) == PARTED


def test_a_parted_word_shows_a_hyphen() -> None:
    (first, _) = parted()
    sheet = Sheet(400.0, 60.0)
    typed = setter().line(f"{first.text}-", NINE)
    drawn = print_of(lambda canvas: canvas.text(10, 40, first), sheet=sheet)
    expected = print_of(lambda canvas: canvas.text(10, 40, typed), sheet=sheet)
    assert raster(drawn).tobytes() == raster(expected).tobytes()


def test_every_font_is_an_embedded_subset_and_none_is_there_in_vain(tmp_path: Path) -> None:
    file = tmp_path / "scripts.pdf"

    def draw(canvas: PageCanvas) -> None:
        for row, text in enumerate(TEXTS.values()):
            canvas.text(5, 10 + 7 * row, setter().line(text, Style(6)))

    file.write_bytes(print_of(draw))
    run = subprocess.run(["pdffonts", str(file)], capture_output=True, text=True, check=True)
    rows = [line.split() for line in run.stdout.splitlines()[2:]]
    assert len(rows) == 9
    assert all(row[1:3] == ["CID", "TrueType"] and row[4:7] == ["yes", "yes", "yes"] for row in rows)
    assert not any("Helvetica" in row[0] for row in rows)


def test_only_drawn_glyphs_are_embedded() -> None:
    few, more = len(page_of("aaa")), len(page_of("abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    assert few < 6_000 < more


def test_boxes_are_nested() -> None:
    sheet = Sheet(200.0, 100.0, bleed=8.5, margin=42.5)
    page = pypdf.PdfReader(
        io.BytesIO(print_of(lambda canvas: canvas.rect(Box(0, 0, 9, 9)), sheet=sheet))
    ).pages[0]
    assert [float(edge) for edge in page.mediabox] == [0, 0, 285, 185]
    assert [float(edge) for edge in page.bleedbox] == [34, 34, 251, 151]
    assert [float(edge) for edge in page.trimbox] == [42.5, 42.5, 242.5, 142.5]


def test_links_lead_to_addresses_and_to_places_in_the_book() -> None:
    def first(canvas: PageCanvas) -> None:
        canvas.link(Box(10, 20, 30, 10), "https://harbor.example/ä?x=(1)&y=2")
        canvas.link_to(Box(50, 20, 30, 10), "e-harbor")

    def second(canvas: PageCanvas) -> None:
        canvas.destination("e-harbor", 40)

    reader = pypdf.PdfReader(io.BytesIO(print_of(first, second)))
    annotations: Any = reader.pages[0]["/Annots"]
    web, inner = (link.get_object() for link in annotations)
    assert web["/A"]["/URI"] == "https://harbor.example/%C3%A4?x=(1)&y=2"
    assert [float(edge) for edge in web["/Rect"]] == [10, 70, 40, 80]
    place = reader.named_destinations[inner["/Dest"]]
    assert reader.get_destination_page_number(place) == 1
    assert float(place.top or 0) == 60


@pytest.mark.parametrize(
    ("draw", "said"),
    [
        pytest.param(lambda c: c.link_to(Box(0, 0, 9, 9), "nowhere"), "nowhere", id="lost link"),
        pytest.param(lambda c: (c.destination("twice"), c.destination("twice")), "twice", id="named twice"),
        pytest.param(lambda c: c.destination("größe"), "größe", id="name that is not ASCII"),
    ],
)
def test_a_book_whose_links_would_not_work_is_refused(draw: object, said: str) -> None:
    assert callable(draw)
    with pytest.raises(ValueError, match=said):
        print_of(draw)


def test_an_empty_page_is_a_page() -> None:
    pages = pypdf.PdfReader(io.BytesIO(print_of(lambda _: None, lambda _: None))).pages
    assert [float(pages[1].mediabox.width), len(pages)] == [SMALL.width, 2]


def test_the_same_book_is_the_same_bytes_on_every_machine(tmp_path: Path) -> None:
    setter()
    books = []
    for seed, zone, locale in (("1", "UTC", "C"), ("77", "Asia/Tokyo", "de_DE.UTF-8")):
        file = tmp_path / f"{seed}.pdf"
        environment = {
            **os.environ,
            "PYTHONHASHSEED": seed,
            "TZ": zone,
            "LC_ALL": locale,
            "PYTHONPATH": str(ROOT),
        }
        folder = tmp_path / seed
        folder.mkdir()
        subprocess.run([sys.executable, "-c", SAME_BOOK, str(file)], env=environment, check=True, cwd=folder)
        books.append(file.read_bytes())
    assert books[0] == books[1]
    assert len(pypdf.PdfReader(io.BytesIO(books[0])).pages) == 1
