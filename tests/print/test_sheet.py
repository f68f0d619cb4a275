"""Sell sheets: one entry on one page, with or without a screenshot."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
import zxingcpp
from pypdf import PdfReader

from catalog.model import Contact, Contacts, Listing
from catalog.print.grid import UnknownTrimError
from catalog.print.publish import Chosen
from catalog.print.sheet import build_sheet
from tests.conftest import COMPLETE
from tests.print.paper import raster
from tests.print.small import CACHE, EDITION, entry_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from subprocess import CompletedProcess

    from catalog.model import Entry
    from catalog.print.report import BookReport

CHOSEN = Chosen(EDITION, None, "https://catalog.example")


@pytest.fixture
def sheet(tmp_path: Path) -> Callable[..., BookReport]:
    """The sheet of an entry without pictures."""

    def build(entry: Entry, trim: str | None = None) -> BookReport:
        return build_sheet(entry, str(tmp_path), CHOSEN, trim=trim, output=tmp_path / "print", cache=CACHE)

    return build


@pytest.mark.parametrize("trim", ["A4", "Letter"])
def test_a_sheet_is_one_page_with_all_parts(sheet: Callable[..., BookReport], trim: str) -> None:
    entry = entry_of("harbor", name="Harbor", pitch="Sell it by the seat.", highlights=("No server to plan",))
    report = sheet(entry, trim)
    assert report.path
    assert report.path.name == "aps-catalog-harbor-sheet.pdf"
    reader = PdfReader(str(report.path))
    assert len(reader.pages) == 1
    text = reader.pages[0].extract_text()
    for words in (
        "APS Catalog",
        EDITION.title,
        "Harbor",
        "Sell it by the seat.",
        "What you gain",
        "No server to plan",
    ):
        assert words in text
    assert reader.metadata
    assert reader.metadata.title == f"Harbor by {entry.vendor.name}"


def test_its_code_leads_to_the_entry_with_the_edition(sheet: Callable[..., BookReport]) -> None:
    report = sheet(entry_of("harbor"))
    assert report.path
    (code,) = zxingcpp.read_barcodes(raster(report.path.read_bytes(), dpi=150))
    assert code.text == f"https://catalog.example/apps/harbor/?e={EDITION.code}"


def test_an_entry_that_states_nothing_has_a_sheet_too(sheet: Callable[..., BookReport]) -> None:
    report = sheet(
        entry_of(
            business_models=(),
            contacts=Contacts(),
            listing=Listing(source="public", checked=date(2026, 1, 1)),
        )
    )
    assert report.path
    assert "not stated" in PdfReader(str(report.path)).pages[0].extract_text()


def test_a_demonstration_says_so_on_its_sheet(sheet: Callable[..., BookReport]) -> None:
    report = sheet(entry_of(listing=Listing(source="demo")))
    assert report.path
    assert "are invented" in PdfReader(str(report.path)).pages[0].extract_text()


def test_what_does_not_fit_is_a_fault_and_no_file(sheet: Callable[..., BookReport], tmp_path: Path) -> None:
    report = sheet(entry_of(pitch="A word of praise. " * 300))
    assert (report.path, [fault.field for fault in report.faults]) == (None, ["pitch"])
    assert not list((tmp_path / "print").glob("*"))


def test_a_sign_that_no_font_has_is_a_fault(sheet: Callable[..., BookReport]) -> None:
    report = sheet(entry_of(contacts=Contacts(sales=Contact(email="a@b.example")), name="Harbor \U00012000"))
    assert [fault.field for fault in report.faults] == ["name"]


def test_the_same_entry_gives_the_same_bytes(sheet: Callable[..., BookReport]) -> None:
    first, second = (sheet(entry_of("harbor")).path for _ in range(2))
    assert first
    assert second
    assert first.read_bytes() == second.read_bytes()


def test_another_trim_than_the_drawn_ones_is_refused(sheet: Callable[..., BookReport]) -> None:
    with pytest.raises(UnknownTrimError):
        sheet(entry_of(), "Legal")


@pytest.mark.parametrize(
    ("slug", "said"), [("wikki", "did you mean wiki?"), ("zzz", "there is no entry zzz")]
)
def test_an_entry_that_is_not_there_is_told(
    catalog_folder: Callable[..., Path], run_build: Callable[..., CompletedProcess[str]], slug: str, said: str
) -> None:
    done = run_build("print", "--entry", slug, "--entries", str(catalog_folder({"wiki": COMPLETE})))
    assert done.returncode == 2
    assert said in done.stderr


def test_the_command_makes_a_sheet(
    catalog_folder: Callable[..., Path], run_build: Callable[..., CompletedProcess[str]], tmp_path: Path
) -> None:
    folder = catalog_folder({"wiki": COMPLETE})
    done = run_build("print", "--entry", "wiki", "--entries", str(folder), "--output", str(tmp_path / "out"))
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out/print/aps-catalog-wiki-sheet.pdf").read_bytes().startswith(b"%PDF-")
