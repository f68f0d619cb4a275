"""A whole book is built and read again: what its pages say must be what its plan says."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pikepdf
import pypdfium2  # type: ignore[import-untyped]
import pytest
import zxingcpp
from pypdf import PdfReader

from catalog.editions import edition_of
from catalog.model import Contacts, Listing, Media, Print, Promotion, Regions, Vendor
from catalog.print.book import build_book
from catalog.print.pages.plan import Contents, EntryPage, IndexPage, Opener, Plan
from catalog.print.select import Filters
from tests.conftest import LOGO
from tests.print.small import CACHE, EDITION, catalog_of, entry_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from catalog.model import Entry
    from tests.print.conftest import PrintBook

NAMES = "anchor birch cedar dune ember fjord granite heron iris juniper kestrel lagoon".split()
POINTS_TO_INCH = 72


def entries() -> list[Entry]:
    """Twelve plain entries over three types, and one for each variant."""
    kinds = ("webspace", "dedicated", "connector")
    vendors = [
        Vendor(name=name, homepage="https://v.example/") for name in ("Birch & Sons", "Zeta AG", "Fjordworks")
    ]
    made = [entry_of(f"{name}-app", type=kinds[n % 3], vendor=vendors[n % 3]) for n, name in enumerate(NAMES)]
    half_price = Promotion(title="Half price", text="", starts=date(2027, 1, 1), ends=date(2027, 9, 30))
    arabic = "تفقد الشركات الصغيرة عشر مواعيدها دفتر المواعيد"
    japanese = "販売店は自社の名前で提供でき毎月の利用料がそのまま収益になります。"
    return [
        *made,
        entry_of("asagao-kintai", name="朝顔勤怠", pitch=japanese),
        entry_of(
            "daftar", name="دفتر المواعيد", pitch=arabic, highlights=(arabic,), listing=Listing(source="demo")
        ),
        entry_of("quay-mail", print=Print(featured=True)),
        entry_of("offer-desk", promotions=(half_price,)),
        entry_of(
            "open-abacus",
            pitch=None,
            routes=(),
            contacts=Contacts(),
            business_models=(),
            regions=Regions(stated=False),
            listing=Listing(source="package"),
            print=Print(include=True),
        ),
    ]


@dataclass(frozen=True)
class Built:
    """A book: the file, its plan, and the text of each page by folio."""

    path: Path
    plan: Plan
    texts: dict[int, str]
    entries: list[Entry]

    def pages(self, kind: type) -> list[tuple[int, object]]:
        """Folio and page of every page of a kind."""
        return [(folio, page) for folio, page in enumerate(self.plan.pages, 1) if isinstance(page, kind)]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """One book for all tests of this file."""
    folder = tmp_path_factory.mktemp("book")
    made = entries()
    report = build_book(
        catalog_of(made, folder / "entries"),
        EDITION,
        output=folder,
        site_url="https://catalog.example",
        cache=CACHE,
    )
    assert report.path
    assert report.plan
    reader = PdfReader(report.path)
    texts = {folio: page.extract_text() for folio, page in enumerate(reader.pages, 1)}
    return Built(report.path, report.plan, texts, made)


def test_the_sheets_come_out_even_and_the_back_cover_is_last(built: Built) -> None:
    assert len(built.texts) == len(built.plan.pages)
    assert len(built.texts) % 4 == 0
    assert "catalog.example" in built.texts[len(built.texts)]


def test_chapters_and_index_open_on_right_hand_pages(built: Built) -> None:
    first_index = built.pages(IndexPage)[0][0]
    assert all(folio % 2 for folio in [*(folio for folio, _ in built.pages(Opener)), first_index])


def test_every_entry_stands_once_on_the_page_that_the_plan_says(built: Built) -> None:
    for entry in built.entries:
        folio = built.plan.folios[entry.slug]
        page = built.plan.pages[folio - 1]
        assert isinstance(page, EntryPage)
        assert [block.slug for _, block in page.placed].count(entry.slug) == 1
    assert sorted(built.plan.folios) == sorted(entry.slug for entry in built.entries)


def test_names_of_every_script_can_be_copied_out_of_the_page(built: Built) -> None:
    for entry in built.entries:
        text = built.texts[built.plan.folios[entry.slug]]
        if entry.slug != "daftar":
            assert entry.name in text


def test_running_heads_name_first_and_last_of_their_page(built: Built) -> None:
    for folio, page in built.pages(EntryPage):
        assert isinstance(page, EntryPage)
        names = [built.plan.names[block.slug] for _, block in page.placed]
        head = names[0] if len(names) == 1 else f"{names[0]} – {names[-1]}"
        assert head in built.texts[folio]
        assert re.search(rf"(?<!\d){folio}(?!\d)", built.texts[folio])


def test_the_numbers_of_the_contents_are_those_of_the_pages(built: Built) -> None:
    (folio, _), *_ = built.pages(Contents)
    contents = built.texts[folio]
    for folio, page in built.pages(Opener):
        assert isinstance(page, Opener)
        title = f"{page.type.capitalize()} applications"
        assert re.search(rf"{title}\s*{folio}\b", contents), contents
    assert re.search(rf"Index by name and vendor\s*{built.pages(IndexPage)[0][0]}\b", contents)


def test_the_numbers_of_the_index_are_those_of_the_pages(built: Built) -> None:
    index = "\n".join(built.texts[folio] for folio, _ in built.pages(IndexPage))
    for entry in built.entries:
        name = built.plan.names[entry.slug]
        folio = built.plan.folios[entry.slug]
        letter = entry.type[0].upper()
        assert re.search(rf"{re.escape(name)}[^\d\n]*\n?\s*{letter}\s*{folio}\b", index), name


def test_openers_say_where_their_entries_stand(built: Built) -> None:
    for folio, page in built.pages(Opener):
        assert isinstance(page, Opener)
        stretch = f"Pages {page.first}–{page.last}" if page.last > page.first else f"Page {page.first}"
        assert stretch in built.texts[folio]


def test_every_code_leads_to_its_entry_and_names_the_edition(built: Built) -> None:
    document = pypdfium2.PdfDocument(built.path)
    found: set[str] = set()
    for folio, _ in built.pages(EntryPage):
        image = document[folio - 1].render(scale=150 / POINTS_TO_INCH).to_pil()
        found |= {code.text for code in zxingcpp.read_barcodes(image)}
    document.close()
    assert found == {f"https://catalog.example/apps/{entry.slug}/?e=27s" for entry in built.entries}


def test_bookmarks_and_page_labels_lead_to_the_pages(built: Built) -> None:
    reader = PdfReader(built.path)
    marks = {mark.title: (reader.get_destination_page_number(mark) or 0) + 1 for mark in flat(reader.outline)}
    for slug, name in built.plan.names.items():
        assert marks[name] == built.plan.folios[slug]
    for folio, page in built.pages(Opener):
        assert isinstance(page, Opener)
        assert marks[f"{page.type.capitalize()} applications"] == folio
    assert list(reader.page_labels) == [str(folio) for folio in range(1, len(built.texts) + 1)]


def flat(outline: Sequence[Any]) -> list[Any]:
    """Bookmarks of every depth."""
    return [mark for part in outline for mark in (flat(part) if isinstance(part, list) else [part])]


def test_invented_entries_are_named_at_the_foot_of_their_page(built: Built) -> None:
    folio = built.plan.folios["daftar"]
    assert "Invented for demonstration: Daftar." in built.texts[folio]
    others = [text for other, text in built.texts.items() if other != folio]
    assert not any("Invented for demonstration:" in text for text in others)


def test_an_unclaimed_entry_says_that_nothing_is_stated(built: Built) -> None:
    text = built.texts[built.plan.folios["open-abacus"]]
    assert "Listed from public facts." in text
    assert text.count("not stated") >= 4


def test_an_offer_has_its_last_day(built: Built) -> None:
    assert "Until 30 Sep 2027." in built.texts[built.plan.folios["offer-desk"]]


def test_all_fonts_are_embedded(built: Built) -> None:
    with pikepdf.open(built.path) as book:
        parts = [found for found in book.objects if isinstance(found, pikepdf.Dictionary)]
        fonts = [part for part in parts if part.get("/Type") == "/FontDescriptor"]
        assert len(fonts) > 5
        assert all("/FontFile2" in font for font in fonts)


def test_the_same_entries_give_the_same_bytes(print_book: PrintBook, tmp_path: Path) -> None:
    first = print_book(entries()).path
    second = print_book(list(reversed(entries())), output=tmp_path / "again").path
    assert first
    assert second
    assert first.read_bytes() == second.read_bytes()


def test_an_empty_catalog_gives_no_book_and_says_so(print_book: PrintBook, tmp_path: Path) -> None:
    report = print_book([])
    assert report.path is None
    assert report.reason == "no book: no entry to print"
    assert not (tmp_path / "print").exists()


def test_one_entry_makes_a_book_of_sixteen_pages(print_book: PrintBook) -> None:
    report = print_book([entry_of()], edition_of(date(2012, 5, 15)))
    assert (report.pages, report.entries) == (16, 1)
    assert report.path
    assert report.path.name == "aps-catalog-2012-spring-screen.pdf"
    assert report.bytes == report.path.stat().st_size


def test_a_logo_is_printed(print_book: PrintBook, tmp_path: Path) -> None:
    folder = tmp_path / "entries" / "harbor-sync"
    folder.mkdir(parents=True)
    (folder / "logo.svg").write_text(LOGO)
    report = print_book([entry_of(media=Media(logo="logo.svg"))])
    assert report.path
    assert report.plan
    document = pypdfium2.PdfDocument(report.path)
    image = document[report.plan.folios["harbor-sync"] - 1].render(scale=1).to_pil().convert("RGB")
    document.close()
    assert any(blue > red + 60 for red, _, blue in image.crop((54, 48, 170, 110)).get_flattened_data())


def test_a_picture_that_cannot_be_printed_is_a_note_and_not_a_fault(print_book: PrintBook) -> None:
    report = print_book([entry_of(media=Media(logo="logo.svg"))])
    assert report.path
    assert [note.field for note in report.notes] == ["media.logo"]


def test_a_fault_leaves_the_last_book_untouched(print_book: PrintBook) -> None:
    before = print_book([entry_of()]).path
    assert before
    content = before.read_bytes()
    report = print_book([entry_of(name="Rocket \U000f0000")])
    assert report.path is None
    assert (report.faults[0].field, "U+F0000" in report.faults[0].message) == ("name", True)
    assert before.read_bytes() == content
    assert {file.name for file in before.parent.iterdir()} == {before.name, f"{before.stem}.json"}


def test_markup_is_text(print_book: PrintBook) -> None:
    report = print_book([entry_of(name="R&D <Tools> AT&T", summary='Reads <font size="900"> and a&sect b')])
    assert report.plan
    text = PdfReader(str(report.path)).pages[report.plan.folios["harbor-sync"] - 1].extract_text()
    assert "R&D <Tools> AT&T" in text
    assert '<font size="900">' in text
    assert "§" not in text


def test_a_featured_entry_that_is_not_there_is_a_note(print_book: PrintBook) -> None:
    report = print_book(
        [entry_of()], replace(EDITION, features=("nobody",), halves=("no-one",), listings=("none",))
    )
    assert [(note.slug, note.field) for note in report.notes] == [
        ("nobody", "features"), ("no-one", "halves"), ("none", "listings"),
    ]  # fmt: skip


def test_progress_ends_with_everything_done(print_book: PrintBook) -> None:
    told: list[tuple[int, int]] = []
    print_book(
        [entry_of(f"app-{n}") for n in range(80)], progress=lambda done, total: told.append((done, total))
    )
    assert told[-1][0] == told[-1][1]
    assert all(done <= total for done, total in told)


def test_a_book_of_a_selection_says_so_on_its_cover(print_book: PrintBook) -> None:
    report = print_book([entry_of()], filters=Filters(region=("DE",)))
    assert "A selection: Germany" in PdfReader(str(report.path)).pages[0].extract_text()
