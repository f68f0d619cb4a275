"""What a book tells of the changes since the last frozen edition."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import msgspec

from catalog.editions import Edition
from catalog.model import Certification, Entry, Listing, Regions
from catalog.print.changes import FIELD_WORDS, Change, Changes, changes_since
from catalog.print.editions.freezing import Earlier
from catalog.print.select import Filters, select
from tests.print.small import catalog_of, entry_of

if TYPE_CHECKING:
    from collections.abc import Sequence

AUTUMN = Edition("2026-autumn", "Autumn 2026", date(2026, 9, 1), date(2026, 8, 15))


def told(old: Sequence[Entry], new: Sequence[Entry], filters: Filters | None = None) -> Changes:
    """The changes in a book of the new entries, since an edition that held the old ones."""
    selection = select(catalog_of(new), filters or Filters(), Earlier(AUTUMN, catalog_of(old)))
    assert selection.changes
    return selection.changes


def test_new_changed_and_withdrawn_stand_apart_in_the_order_of_names() -> None:
    found = told(
        [entry_of("kept"), entry_of("cedar"), entry_of("gone")],
        [
            entry_of("kept"),
            entry_of("cedar", version="3.0"),
            entry_of("zebra"),
            entry_of("birch", type="connector"),
        ],
    )
    assert found.since == "Autumn 2026"
    assert found.new == (Change("connector", "Birch", "", "birch"), Change("webspace", "Zebra", "", "zebra"))
    assert found.changed == (Change("webspace", "Cedar", "Version 3.0", "cedar"),)
    assert found.withdrawn == (Change("webspace", "Gone", "No successor", None),)


def test_a_withdrawn_one_names_its_successor() -> None:
    gone = entry_of("gone", listing=Listing(source="vendor", status="withdrawn", replaced_by="quay-mail"))
    found = told([entry_of("gone")], [gone, entry_of("quay-mail", name="Quay Mail 2")])
    assert found.withdrawn == (Change("webspace", "Gone", "Replaced by Quay Mail 2", "quay-mail"),)


def test_a_change_says_what_it_is_in_and_past_the_fourth_how_many() -> None:
    entry = entry_of("cedar")
    gold = Certification(level="gold", version="2.4.1", date=date(2026, 11, 1))
    two = msgspec.structs.replace(entry, certification=gold, regions=Regions(stated=True, include=("DE",)))
    seven = msgspec.structs.replace(
        two, summary="Other", pitch="Other", highlights=("Other",), keywords=("other",), languages=("de",)
    )
    assert told([entry], [two]).changed[0].note == "Regions, now certified Gold"
    assert told([entry], [seven]).changed[0].note == "Summary, regions, pitch, highlights, 3 more fields"


def test_every_field_of_an_entry_has_a_word() -> None:
    unprinted = {"waive", "print"}
    names = {field.name for field in msgspec.structs.fields(Entry)} - unprinted
    assert names <= FIELD_WORDS.keys()


def test_a_narrowed_book_tells_its_own_changes_alone() -> None:
    german, french = (Regions(stated=True, include=(token,)) for token in ("DE", "FR"))
    old = [entry_of(f"{name}-gone", regions=where) for name, where in (("de", german), ("fr", french))]
    new = [entry_of("de-new", regions=german), entry_of("fr-new", regions=french)]
    found = told(old, new, Filters(region=("DE",)))
    assert [change.slug for change in found.new] == ["de-new"]
    assert [change.name for change in found.withdrawn] == ["De Gone"]


def test_without_an_earlier_edition_there_are_none() -> None:
    assert select(catalog_of([entry_of()]), Filters()).changes is None


def test_names_in_another_script_stand_in_their_latin_form() -> None:
    catalog = catalog_of([entry_of("asagao-kintai", name="朝顔勤怠")])
    found = changes_since(Earlier(AUTUMN, catalog_of([])), catalog, {"asagao-kintai"}, lambda _: True)
    assert [change.name for change in found.new] == ["Asagao Kintai"]
