"""What the coverage page counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from catalog.model import Regions
from catalog.model.catalog import Fact
from catalog.print.pages.coverage import coverage_pages
from catalog.regions import PARTITION
from tests.print.small import entry_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from catalog.model import Entry
    from catalog.print.pages.plan import CoverageGroup
    from tests.print.conftest import MakeDesk


class Counted(NamedTuple):
    """Countries, groups and figures of all coverage pages, and how many pages they take."""

    countries: dict[str, int]
    groups: list[CoverageGroup]
    facts: list[Fact]
    pages: int


@pytest.fixture
def counted(make_desk: MakeDesk) -> Callable[..., Counted]:
    """`counted(entries, facts)`: what the coverage pages of a trim tell."""

    def count(entries: list[Entry], facts: Sequence[Fact] = (), trim: str = "A4") -> Counted:
        pages = coverage_pages(entries, facts, make_desk(trim))
        rows = [row for page in pages for _, row in page.rows]
        return Counted(
            pages[0].countries,
            [group for row in rows for group in row.groups],
            [fact for row in rows for fact in row.facts],
            len(pages),
        )

    return count


def _fact(name: str, note: str | None = None) -> Fact:
    return Fact(id=name, value="12", unit=name, source="Introduction", as_of="2012", note=note)


def test_a_country_counts_each_application_that_is_sold_there(counted: Callable[..., Counted]) -> None:
    page = counted(
        [
            entry_of("a", regions=Regions(stated=True, include=("DE", "JP"))),
            entry_of("b", regions=Regions(stated=True, include=("eu",), excluded=("FR",))),
            entry_of("c", regions=Regions(stated=False)),
        ]
    )
    assert (page.countries["DE"], page.countries["JP"], page.countries["AT"]) == (2, 1, 1)
    assert "FR" not in page.countries


def test_a_region_counts_an_application_once_however_many_countries_it_names(
    counted: Callable[..., Counted],
) -> None:
    page = counted([entry_of("a", regions=Regions(stated=True, include=("DE", "FR", "IT")))])
    assert len(page.groups) == len(PARTITION)
    emea = page.groups[0]
    assert emea.applications == 1
    found = dict(emea.regions)
    assert (found["Western Europe"], found["Southern Europe"], found["Northern Europe"]) == (1, 1, 0)


def test_a_part_of_the_world_without_regions_names_its_countries(counted: Callable[..., Counted]) -> None:
    page = counted([entry_of("a", regions=Regions(stated=True, include=("CA",)))])
    north = next(group for group in page.groups if group.name == "North America")
    assert dict(north.regions) == {
        "Bermuda": 0,
        "Canada": 1,
        "Greenland": 0,
        "St. Pierre & Miquelon": 0,
        "United States": 0,
    }


def test_figures_that_are_told_two_ways_stay_out_and_four_are_enough(
    counted: Callable[..., Counted],
) -> None:
    told = counted([], [_fact("doubtful", "Another section says ten."), *(_fact(f"f{n}") for n in range(9))])
    assert [fact.id for fact in told.facts] == [f"f{n}" for n in range(4)]


def test_a_narrow_trim_tells_the_same_on_more_pages(counted: Callable[..., Counted]) -> None:
    entries, facts = [entry_of("a")], [_fact(f"f{n}") for n in range(4)]
    wide, narrow = counted(entries, facts), counted(entries, facts, "A5")
    assert (wide.pages, narrow.pages) == (1, 2)
    assert wide[:3] == narrow[:3]
