from __future__ import annotations

import pytest

from catalog.model import Entry, Listing, Print, Regions, Vendor
from catalog.print.select import EVERYTHING, Filters, UnknownFilterError, select
from tests.print.small import catalog_of, entry_of

GERMANY = Regions(stated=True, include=("DE",))
UNSTATED = Regions(stated=False)


def slugs(entries: list[Entry], filters: Filters = EVERYTHING) -> list[list[str]]:
    """Slugs of a selection, chapter by chapter."""
    selection = select(catalog_of(entries), filters)
    return [[entry.slug for entry in chapter.entries] for chapter in selection.chapters]


def test_chapters_follow_the_types_and_entries_the_alphabet() -> None:
    entries = [
        entry_of("zebra", type="connector"),
        entry_of("beta", name="beta"),
        entry_of("alpha", name="Älpha"),
        entry_of("gamma", name="Gamma"),
    ]
    assert slugs(entries) == [["alpha", "beta", "gamma"], ["zebra"]]


def test_a_name_in_another_script_is_sorted_by_its_slug() -> None:
    entries = [
        entry_of("birch"),
        entry_of("asagao-kintai", name="朝顔勤怠"),
        entry_of("zelta"),
        entry_of("chas", name="Час"),
    ]
    assert slugs(entries) == [["asagao-kintai", "birch", "chas", "zelta"]]


def test_what_is_not_stated_or_withdrawn_stays_out() -> None:
    entries = [
        entry_of("stated"),
        entry_of("unstated", business_models=(), regions=UNSTATED),
        entry_of("gone", listing=Listing(status="withdrawn")),
        entry_of("shy", print=Print(include=False)),
    ]
    assert slugs(entries) == [["stated"]]


def test_what_is_not_stated_comes_when_asked_for() -> None:
    asks = entry_of("asks", business_models=(), regions=UNSTATED, print=Print(include=True))
    quiet = entry_of("quiet", business_models=(), regions=UNSTATED)
    assert slugs([asks, quiet]) == [["asks"]]
    assert slugs([asks, quiet], Filters(model=("not-stated",))) == [["asks", "quiet"]]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(region=("DE",)), ["german", "worldwide"]),
        (Filters(region=("150",)), ["german", "worldwide"]),
        (Filters(region=("NO",)), ["worldwide"]),
        (Filters(model=("reseller", "referral")), ["german"]),
        (Filters(vendor=("birch-works",)), ["german"]),
        (Filters(language=("pt",)), ["german"]),
        (Filters(language=("PT-br",)), ["german"]),
        (Filters(language=("pt-PT",)), []),
        (Filters(type=("connector",)), []),
        (Filters(region=("DE",), model=("direct",)), ["worldwide"]),
    ],
)
def test_filters_are_predicates_that_must_all_hold(filters: Filters, expected: list[str]) -> None:
    entries = [
        entry_of(
            "german",
            regions=GERMANY,
            business_models=("reseller",),
            vendor=Vendor(name="Birch Works", homepage="https://birch.example/"),
            languages=("pt-BR",),
        ),
        entry_of("worldwide"),
    ]
    assert [slug for chapter in slugs(entries, filters) for slug in chapter] == expected


@pytest.mark.parametrize(
    ("filters", "said"),
    [
        (Filters(region=("UK",)), '--region "UK"'),
        (Filters(type=("website",)), "known are webspace, dedicated, connector"),
        (Filters(model=("rent",)), '--model "rent"'),
        (Filters(vendor=("nobody",)), '--vendor "nobody"'),
    ],
)
def test_a_value_that_no_entry_can_have_is_refused(filters: Filters, said: str) -> None:
    with pytest.raises(UnknownFilterError, match=said):
        slugs([entry_of()], filters)


def test_an_empty_catalog_has_no_chapter() -> None:
    assert slugs([]) == []


def test_a_narrowed_book_says_so_in_words() -> None:
    filters = Filters(
        region=("DE", "FR"), model=("direct",), vendor=("harbor-example-ltd",), language=("pt",)
    )
    selection = select(catalog_of([entry_of()]), filters)
    assert selection.narrowed == "Direct; Germany or France; Harbor Example Ltd; Portuguese"
    assert select(catalog_of([entry_of()]), EVERYTHING).narrowed == ""
