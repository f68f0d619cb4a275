"""What the coverage page counts."""

from __future__ import annotations

from catalog.model import Regions
from catalog.model.catalog import Fact
from catalog.print.pages.coverage import coverage_page
from catalog.regions import PARTITION
from tests.print.small import entry_of


def _fact(name: str, note: str | None = None) -> Fact:
    return Fact(id=name, value="12", unit=name, source="Introduction", as_of="2012", note=note)


def test_a_country_counts_each_application_that_is_sold_there() -> None:
    page = coverage_page(
        [
            entry_of("a", regions=Regions(stated=True, include=("DE", "JP"))),
            entry_of("b", regions=Regions(stated=True, include=("eu",), excluded=("FR",))),
            entry_of("c", regions=Regions(stated=False)),
        ],
        (),
    )
    assert (page.countries["DE"], page.countries["JP"], page.countries["AT"]) == (2, 1, 1)
    assert "FR" not in page.countries


def test_a_region_counts_an_application_once_however_many_countries_it_names() -> None:
    page = coverage_page([entry_of("a", regions=Regions(stated=True, include=("DE", "FR", "IT")))], ())
    assert len(page.groups) == len(PARTITION)
    emea = page.groups[0]
    assert emea.applications == 1
    found = dict(emea.regions)
    assert (found["Western Europe"], found["Southern Europe"], found["Northern Europe"]) == (1, 1, 0)


def test_a_part_of_the_world_without_regions_names_its_countries() -> None:
    page = coverage_page([entry_of("a", regions=Regions(stated=True, include=("CA",)))], ())
    north = next(group for group in page.groups if group.name == "North America")
    assert dict(north.regions) == {
        "Bermuda": 0,
        "Canada": 1,
        "Greenland": 0,
        "St. Pierre & Miquelon": 0,
        "United States": 0,
    }


def test_figures_that_are_told_two_ways_stay_out_and_eight_are_enough() -> None:
    page = coverage_page(
        [], [_fact("doubtful", "Another section says ten."), *(_fact(f"f{n}") for n in range(9))]
    )
    assert [fact.id for fact in page.facts] == [f"f{n}" for n in range(8)]
