"""Listings: three lines, three or four columns, no code."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from catalog.model import Certification, Contact, Contacts, Listing, Promotion, Regions, Vendor
from catalog.print.grid import column, span
from catalog.print.layout.block import Block, Part
from catalog.print.layout.frames import frames
from catalog.print.layout.measure import measure_entry
from tests.print.small import EDITION, entry_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.print.conftest import MakeDesk

GOLD = Certification(level="gold", version="2.4.1", date=date(2026, 9, 30))


@pytest.fixture
def listed(make_desk: MakeDesk) -> Callable[..., Block]:
    """The block of an entry in an edition of listings."""

    def made(trim: str = "A4", **parts: Any) -> Block:  # noqa: ANN401 - whatever an entry has
        desk = make_desk(trim, replace(EDITION, size="listing"))
        block = measure_entry(entry_of(**parts), desk, frames(desk.grid))
        assert isinstance(block, Block), block
        return block

    return made


def columns(block: Block) -> dict[float, list[str]]:
    """What stands at each left edge, in millimetres, from above."""
    found: dict[float, list[str]] = {}
    for x, _, line, _ in sorted(block.lines, key=lambda placed: placed.baseline):
        found.setdefault(round(x / 72 * 25.4), []).append(line.text)
    return found


def test_four_columns_say_who_what_how_and_where(listed: Callable[..., Block]) -> None:
    block = listed(certification=GOLD, routes=("automation", "plesk"))
    assert columns(block) == {
        6: ["Harbor Sync", "Harbor Example Ltd", "sales@harbor.example"],
        60: ["Keeps office files in step between sites", "catalog.example/apps/harbor-sync"],
        120: ["Direct", "via PA, Plesk"],
        150: ["Worldwide", "Certified Gold"],
    }
    assert (block.tier, block.depth, block.step, block.code) == ("listing", 4, 1, None)
    assert (block.rule, block.rule_above) == (0.25, 6.0)


def test_a_narrow_page_has_models_and_regions_alone(listed: Callable[..., Block]) -> None:
    assert columns(listed("A5", certification=GOLD)) == {
        6: ["Harbor Sync", "Harbor Example Ltd", "sales@harbor.example"],
        45: ["Keeps office files in step between sites", "catalog.example/apps/harbor-sync"],
        90: ["Direct", "Worldwide"],
    }


@pytest.mark.parametrize("trim", ["A4", "Letter", "A5", "170x240mm"])
def test_all_columns_share_three_baselines(listed: Callable[..., Block], trim: str) -> None:
    block = listed(trim, summary="Keeps the files of small offices in step between sites, on any web space")
    assert {placed.baseline for placed in block.lines} == {9, 18, 27}


def test_the_address_opens_the_page_and_the_contact_writes_to_the_desk(listed: Callable[..., Block]) -> None:
    links = {address: box for box, address in listed().links}
    assert links["https://catalog.example/apps/harbor-sync/?e=27s"].x == pytest.approx(column(4))
    assert links["mailto:sales@harbor.example"].bottom == pytest.approx(30)


def test_what_is_not_stated_is_said_to_be(listed: Callable[..., Block]) -> None:
    block = listed(
        business_models=(), routes=(), regions=Regions(stated=False), contacts=Contacts(),
        listing=Listing(source="public"),
    )  # fmt: skip
    told = [placed.line.text for placed in block.lines]
    for text in ("Models not stated", "Routes not stated", "Regions not stated", "Sales not stated"):
        assert text in told
    (claim,) = [placed for placed in block.lines if placed.part == Part.CLAIM]
    assert "public facts" in claim.line.text.lower()
    assert block.bar
    assert block.bar.right < claim.x
    assert block.bar.bottom <= 30


@pytest.mark.parametrize(
    ("parts", "field"),
    [
        ({"name": "Warehouse management and logistics planning for wholesale"}, "name"),
        ({"vendor": Vendor(name="Long " * 16, homepage="https://long.example/")}, "vendor.name"),
        ({"summary": "WIDE LETTERS EVERYWHERE " * 5}, "summary"),
        ({"contacts": Contacts(sales=Contact(email=f"{'sales' * 12}@harbor.example"))}, "contacts.sales"),
    ],
)
def test_what_does_not_fit_takes_a_quarter_and_says_why(
    listed: Callable[..., Block], parts: dict[str, Any], field: str
) -> None:
    block = listed(**parts)
    assert block.tier == "quarter"
    assert block.notes[-1].field == field
    assert "more than fit into a listing, so it takes a quarter page" in block.notes[-1].message


def test_a_name_in_another_script_has_its_latin_form_behind_the_vendor(listed: Callable[..., Block]) -> None:
    for trim in ("A4", "A5"):
        told = " ".join(placed.line.text for placed in listed(trim, name="朝顔勤怠").lines)
        assert "Harbor Example Ltd (Harbor Sync)" in told


def test_a_right_to_left_summary_stands_at_the_right_of_its_column(listed: Callable[..., Block]) -> None:
    block = listed(name="דפתר", summary="שלום חברות קטנות")
    (line,) = [placed for placed in block.lines if placed.part == Part.SUMMARY]
    assert line.x + line.line.width == pytest.approx(column(4) + span(4))
    assert columns(block)[6][0] == "דפתר"


def test_long_regions_are_said_in_fewer_words_before_the_entry_grows(listed: Callable[..., Block]) -> None:
    countries = ("DE", "FR", "PL", "CZ", "AT", "CH", "NL", "BE", "LU", "DK", "SE", "NO", "FI", "EE", "LV")
    block = listed(regions=Regions(stated=True, include=countries))
    assert columns(block)[150] == ["15 countries, see the", "page"]
    assert [note.field for note in block.notes] == ["regions"]


def test_an_offer_left_out_is_a_note(listed: Callable[..., Block]) -> None:
    offer = Promotion(title="Half price", text="", starts=date(2027, 1, 1), ends=date(2027, 9, 30))
    assert [note.field for note in listed(promotions=(offer,)).notes] == ["promotions"]
