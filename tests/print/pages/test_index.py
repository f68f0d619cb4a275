from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.model import Entry, Vendor
from catalog.print.grid import grid_of
from catalog.print.pages.index import folio_list, lay_index
from catalog.print.pages.index_rows import IndexColumn, IndexRow, columns_of, depth_of
from tests.print.small import entry_of

if TYPE_CHECKING:
    from catalog.print.typography.lines import Line
    from catalog.print.typography.typeset import Typesetter

Pages = tuple[tuple[IndexColumn, ...], ...]
Lay = Callable[..., Pages]
WIDTH = columns_of(grid_of("A4")).width


@pytest.fixture
def laid(typesetter: Typesetter) -> Lay:
    """The index of entries whose folios count up from 6."""

    def lay(entries: list[Entry], trim: str = "A4") -> Pages:
        folios = {entry.slug: 6 + number for number, entry in enumerate(entries)}
        return lay_index(entries, folios, typesetter, grid_of(trim))

    return lay


def rows(pages: Pages) -> list[IndexRow]:
    return [row for page in pages for column in page for _, row in column.rows]


def text(line: Line | None) -> str:
    return line.text if line else ""


def width(line: Line | None) -> float:
    return line.width if line else 0.0


def many(number: int) -> list[Entry]:
    letters = "abcdefghijklmnopqrstuvwxyz"
    vendor = [
        Vendor(name=f"{letters[n % 26].upper()}old Works", homepage="https://v.example/") for n in range(26)
    ]
    return [entry_of(f"{letters[n % 26]}pp-{n}", vendor=vendor[n % 26]) for n in range(number)]


def test_names_and_vendors_stand_in_one_alphabet(laid: Lay) -> None:
    entries = [
        entry_of("birch", vendor=Vendor(name="Zeta AG", homepage="https://z.example/")),
        entry_of("zebra", vendor=Vendor(name="Älpha Oy", homepage="https://a.example/")),
        entry_of(
            "asagao-kintai", name="朝顔勤怠", vendor=Vendor(name="朝顔", homepage="https://asa.example/")
        ),
    ]
    leads = [row.lead for row in rows(laid(entries)) if row.kind != "letter"]
    assert leads == ["Älpha Oy", "asa.example", "Asagao Kintai", "Birch", "Zebra", "Zeta AG"]


def test_a_name_in_another_script_stands_behind_its_latin_form(laid: Lay) -> None:
    row = next(row for row in rows(laid([entry_of("asagao-kintai", name="朝顔勤怠")])) if row.slug)
    assert text(row.line) == "Asagao Kintai 朝顔勤怠"


def test_entries_have_their_letter_and_folio_and_vendors_their_folios(laid: Lay) -> None:
    entries = [entry_of("alpha"), entry_of("beta", type="connector"), entry_of("gamma")]
    told = [
        (text(row.line), text(row.mark), text(row.locator))
        for row in rows(laid(entries))
        if row.kind != "letter"
    ]
    assert told == [
        ("Alpha", "W", "6"),
        ("Beta", "C", "7"),
        ("Gamma", "W", "8"),
        ("Harbor Example Ltd", "", "6–8"),
    ]


def test_digits_share_one_head(laid: Lay) -> None:
    heads = [
        text(row.line)
        for row in rows(laid([entry_of("a1", name="1Time"), entry_of("a2", name="2FAuth")]))
        if row.kind == "letter"
    ]
    assert heads == ["0–9", "H"]


@pytest.mark.parametrize("trim", ["A4", "Letter", "A5", "170x240mm"])
def test_no_column_is_too_deep_and_no_head_stands_at_its_foot(laid: Lay, trim: str) -> None:
    grid = grid_of(trim)
    deepest = depth_of(grid)
    for page in laid(many(700), trim):
        assert len(page) <= grid.columns // 4
        for column in page:
            taken = [at + step for at, row in column.rows for step in range(2 if row.kind == "letter" else 1)]
            assert len(taken) == len(set(taken))
            assert max(taken) < deepest
            assert all(at + 2 <= deepest - 4 for at, row in column.rows if row.kind == "letter")
            assert column.rows[-1][1].kind != "letter"


def test_every_entry_and_vendor_has_one_line_in_order(laid: Lay) -> None:
    entries = many(700)
    found = [row for row in rows(laid(entries)) if row.lead and row.kind != "letter"]
    assert sorted(row.slug for row in found if row.slug) == sorted(entry.slug for entry in entries)
    assert len([row for row in found if row.kind == "vendor"]) == 26


def test_a_long_name_turns_over_and_stays_inside_the_column(laid: Lay) -> None:
    entry = entry_of("long", name="Larder ERP for bakers, butchers, dairies and greengrocers")
    found = [row for row in rows(laid([entry])) if row.slug]
    assert len(found) == 2
    assert found[0].locator is None
    assert text(found[1].locator) == "6"
    assert all(row.indent + width(row.line) <= WIDTH - 24 for row in found)


def test_folios_without_room_beside_the_name_go_below_it(typesetter: Typesetter) -> None:
    entries = [entry_of(f"a{number}") for number in range(40)]
    folios = {entry.slug: 6 + 2 * number for number, entry in enumerate(entries)}
    found = rows(lay_index(entries, folios, typesetter, grid_of("A4")))
    below = [row for row in found if row.kind == "vendor" and row.line is None]
    assert len(below) > 1
    assert all(width(row.locator) <= WIDTH for row in below)
    told = "".join(text(row.locator) for row in below).replace(" ", "").split(",")
    assert told == [str(6 + 2 * number) for number in range(40)]


@given(st.lists(st.integers(1, 400), unique=True, max_size=60).map(sorted))
@settings(max_examples=200)
def test_a_list_of_folios_names_each_of_them_once(folios: list[int]) -> None:
    named: list[int] = []
    for part in filter(None, folio_list(folios).split(", ")):
        first, _, last = part.partition("–")
        named += range(int(first), int(last or first) + 1)
    assert named == folios


def test_two_neighbours_are_named_and_three_become_a_stretch() -> None:
    assert folio_list([12, 13, 20, 21, 22, 30]) == "12, 13, 20–22, 30"
