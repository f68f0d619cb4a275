"""The table for InDesign's Data Merge, read again as InDesign would: lines, tabs, quotes."""

from __future__ import annotations

import csv
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader

from catalog.model import (
    Certification,
    Contact,
    Contacts,
    Listing,
    Media,
    Print,
    Promotion,
    Regions,
    Screenshot,
    Vendor,
)
from catalog.print.book import build_book
from catalog.print.datamerge import LINKS, cell, table, write_merge_table
from catalog.print.desk import Sources, desk_for
from catalog.print.grid import grid_of
from tests.conftest import LOGO
from tests.print.small import CACHE, EDITION, catalog_of, entry_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from catalog.model import Entry
    from catalog.print.desk import Desk
    from catalog.print.report import BookReport
    from catalog.print.typography.typeset import Typesetter

NOT_JOINED = "\u200c"


def read(content: bytes) -> list[dict[str, str]]:
    """The records of a table. Every record is one line, so lines are parted first."""
    assert content.startswith(b"\xff\xfe"), "little-endian, and it says so"
    lines = content.decode("utf-16").split("\r\n")
    assert lines.pop() == ""
    head, *records = csv.reader(lines, strict=True)
    return [dict(zip(head, record, strict=True)) for record in records]


class Handed:
    """A built book and what it is handed off from."""

    def __init__(self, entries: Sequence[Entry], folder: Path, typesetter: Typesetter) -> None:
        self.entries, self.folder, self.pictures = entries, folder / "handed", folder / "entries"
        self.report: BookReport = build_book(
            catalog_of(entries, self.pictures),
            EDITION,
            output=folder,
            site_url="https://catalog.example",
            cache=CACHE,
        )
        self.desk: Desk = desk_for(
            entries,
            EDITION,
            grid_of("A4"),
            Sources(str(self.pictures), "https://catalog.example", CACHE),
            fonts=typesetter.fonts,
        )

    def write(self) -> list[dict[str, str]]:
        assert self.report.plan
        path = write_merge_table(
            self.entries, self.report.plan, self.desk, pictures=self.pictures, folder=self.folder
        )
        assert path == self.folder / "aps-catalog-2027-spring-data-merge.csv"
        return read(path.read_bytes())


def with_pictures(folder: Path, slug: str) -> Media:
    place = folder / "entries" / slug
    place.mkdir(parents=True)
    (place / "logo.svg").write_text(LOGO)
    Image.new("RGB", (1200, 800), "#336699").save(place / "First.PNG", "PNG")
    return Media(logo="logo.svg", screenshots=(Screenshot(file="First.PNG"),))


FULL = {
    "name": "朝顔勤怠",
    "vendor": Vendor(name='Harbor "& Sons", Ltd', homepage="https://harbor.example/"),
    "version": "2.4.1",
    "pitch": 'It says "hello",\nand\tmore.',
    "highlights": ("=1+1 for all", "Two", "-3 % a year"),
    "business_models": ("direct", "referral"),
    "regions": Regions(stated=True, include=("DE", "AT")),
    "languages": ("en", "de", "ja", "fr", "es", "it"),
    "certification": Certification(level="gold", version="2.4.1", date=date(2026, 5, 12)),
    "contacts": Contacts(sales=Contact(phone="+49 30 1234", url="https://harbor.example/sales")),
    "promotions": (Promotion(title="Half price", text="", starts=date(2027, 1, 1), ends=date(2027, 9, 30)),),
    "listing": Listing(source="demo"),
}


def test_a_record_says_what_the_book_says(tmp_path: Path, typesetter: Typesetter) -> None:
    media = with_pictures(tmp_path, "asagao-kintai")
    (record,) = Handed([entry_of("asagao-kintai", media=media, **FULL)], tmp_path, typesetter).write()
    assert record == {
        "name": "朝顔勤怠",
        "latin_name": "Asagao Kintai",
        "vendor": 'Harbor "& Sons", Ltd (Asagao Kintai)',
        "type": "Webspace",
        "letter": "W",
        "version": "2.4.1",
        "summary": "Keeps office files in step between sites",
        "pitch": 'It says "hello", and more.',
        "highlight_1": f"{NOT_JOINED}=1+1 for all",
        "highlight_2": "Two",
        "highlight_3": f"{NOT_JOINED}-3 % a year",
        "business_models": "Direct, Referral",
        "routes": "Parallels Automation",
        "regions": "Germany, Austria",
        "languages": "Languages: English, German, Japanese, French, Spanish, Italian",
        "certification": "Certified Gold, 12 May 2026",
        "needs": "PHP; 1 server, no background service",
        "plesk_criteria": "meets",
        "offer": "Half price",
        "offer_until": "30 Sep 2027",
        "sales": f"{NOT_JOINED}+49 30 1234",
        "sales_second": "harbor.example/sales",
        "address": "https://catalog.example/apps/asagao-kintai/?e=27s",
        "page": "12",
        "tier": "quarter",
        "note": "Invented for demonstration.",
        "@logo": "links/asagao-kintai-logo.svg",
        "@screenshot": "links/asagao-kintai-screenshot.png",
        "#code": "https://catalog.example/apps/asagao-kintai/?e=27s",
    }


def test_pictures_lie_where_their_cells_lead(tmp_path: Path, typesetter: Typesetter) -> None:
    media = with_pictures(tmp_path, "harbor-sync")
    handed = Handed([entry_of(media=media)], tmp_path, typesetter)
    (record,) = handed.write()
    assert (handed.folder / record["@logo"]).read_text() == LOGO
    shot = (tmp_path / "entries/harbor-sync/First.PNG").read_bytes()
    assert (handed.folder / record["@screenshot"]).read_bytes() == shot


def test_a_picture_that_the_book_leaves_out_is_left_out(tmp_path: Path, typesetter: Typesetter) -> None:
    handed = Handed([entry_of(media=Media(logo="logo.svg"))], tmp_path, typesetter)
    assert [(row["@logo"], row["@screenshot"]) for row in handed.write()] == [("", "")]
    assert not list((handed.folder / LINKS).iterdir())


def test_records_stand_in_the_order_of_the_book_with_their_pages_and_tiers(
    tmp_path: Path, typesetter: Typesetter
) -> None:
    kinds = ("connector", "webspace", "dedicated")
    entries = [
        entry_of(
            f"app-{letter}", name=f"App {letter.upper()}", type=kinds[n % 3], print=Print(featured=n == 4)
        )
        for n, letter in enumerate("hgfedcba")
    ]
    handed = Handed(entries, tmp_path, typesetter)
    records = handed.write()
    assert handed.report.plan
    assert [record["name"] for record in records] == [
        *("App A", "App D", "App G"),
        *("App C", "App F"),
        *("App B", "App E", "App H"),
    ]
    assert [record["tier"] for record in records].count("half") == 1
    assert next(record["name"] for record in records if record["tier"] == "half") == "App D"
    texts = [page.extract_text() for page in PdfReader(str(handed.report.path)).pages]
    for record in records:
        text = texts[int(record["page"]) - 1]
        said = ("name", "vendor", "business_models", "routes", "regions", "sales", "plesk_criteria")
        assert all(record[column] in text for column in said)


def test_an_entry_that_states_nothing_has_cells_that_say_so(tmp_path: Path, typesetter: Typesetter) -> None:
    entry = entry_of(
        pitch=None,
        routes=(),
        contacts=Contacts(),
        business_models=(),
        regions=Regions(stated=False),
        listing=Listing(source="public"),
        print=Print(include=True),
    )
    (record,) = Handed([entry], tmp_path, typesetter).write()
    stated = [record[column] for column in ("business_models", "routes", "regions", "sales")]
    assert stated == ["not stated"] * 4
    assert (record["pitch"], record["note"]) == ("", "Listed from public facts.")


def test_the_folder_is_replaced_whole_and_the_designers_files_stay(
    tmp_path: Path, typesetter: Typesetter
) -> None:
    handed = Handed([entry_of(media=with_pictures(tmp_path, "harbor-sync"))], tmp_path, typesetter)
    handed.write()
    (handed.folder / "pages.indd").write_text("a layout")
    (handed.folder / LINKS / "gone-logo.svg").write_text("of an entry that was withdrawn")
    handed.write()
    assert sorted(file.relative_to(handed.folder).as_posix() for file in handed.folder.rglob("*")) == [
        "aps-catalog-2027-spring-data-merge.csv",
        "links",
        "links/harbor-sync-logo.svg",
        "links/harbor-sync-screenshot.png",
        "pages.indd",
    ]


def test_a_picture_that_cannot_be_read_leaves_everything_as_it_was(
    tmp_path: Path, typesetter: Typesetter
) -> None:
    handed = Handed([entry_of(media=with_pictures(tmp_path, "harbor-sync"))], tmp_path, typesetter)
    handed.write()
    before = {file: file.read_bytes() for file in handed.folder.rglob("*") if file.is_file()}
    (tmp_path / "entries/harbor-sync/First.PNG").unlink()
    with pytest.raises(FileNotFoundError):
        handed.write()
    assert {file: file.read_bytes() for file in handed.folder.rglob("*") if file.is_file()} == before
    assert len(list(handed.folder.iterdir())) == 2


def test_the_same_book_gives_the_same_bytes(tmp_path: Path, typesetter: Typesetter) -> None:
    handed = Handed([entry_of(), entry_of("quay-mail")], tmp_path, typesetter)
    handed.write()
    path = handed.folder / "aps-catalog-2027-spring-data-merge.csv"
    first = path.read_bytes()
    handed.write()
    assert path.read_bytes() == first


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("two\r\nlines", "two lines"),
        ("a \t b\u2028c\x0bd\x85e", "a b c d e"),
        ("  =SUM(A1)", f"{NOT_JOINED}=SUM(A1)"),
        ("\t@mention", f"{NOT_JOINED}@mention"),
        ("＝1", f"{NOT_JOINED}＝1"),
        ("a = b", "a = b"),
        ("日本\u3000語\u00a0x", "日本\u3000語\u00a0x"),
    ],
)
def test_a_cell_breaks_no_record_and_runs_nowhere(text: str, said: str) -> None:
    assert cell(text) == said


TEXTS = st.text(st.characters(codec="utf-8"), max_size=30) | st.text("=+-@\t\r\n\",'ab\u2028 ", max_size=8)


@given(
    st.lists(st.fixed_dictionaries({"name": TEXTS, "@logo": TEXTS, "#code": TEXTS}), min_size=1, max_size=5)
)
def test_any_text_comes_back_as_it_was_but_for_breaks(rows: list[dict[str, str]]) -> None:
    back = read(table(rows))
    assert [list(record) for record in back] == [list(rows[0])] * len(rows)
    for record, row in zip(back, rows, strict=True):
        for column, said in record.items():
            assert said == cell(row[column])
            assert said[:1] not in {*"=+-@\t\r"}
            assert len(said.splitlines()) <= 1
            assert inked(said) == inked(row[column])


def inked(text: str) -> str:
    """What of a text has ink."""
    return "".join(sign for sign in text if sign.isprintable() and not sign.isspace() and sign != NOT_JOINED)


def test_a_table_without_rows_is_empty() -> None:
    assert table([]) == b"\xff\xfe"
