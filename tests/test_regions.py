"""Region algebra: tokens to countries."""

from __future__ import annotations

import pytest

from catalog.model import Regions
from catalog.regions import PARTITION, countries_of, geography, is_worldwide, partition_of, words

EU = {"AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV",
      "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"}  # fmt: skip


@pytest.mark.parametrize(
    ("token", "size"),
    [
        ("worldwide", 249),
        ("emea", 129),
        ("apac", 63),
        ("north-america", 5),
        ("latin-america", 52),
        ("eu", 27),
        ("150", 51),
        ("419", 52),
    ],
)
def test_a_token_covers_the_published_number_of_countries(token: str, size: int) -> None:
    assert len(geography().members[token]) == size


def test_the_four_parts_share_the_world_without_overlap() -> None:
    members = geography().members
    assert sum(len(members[part]) for part in PARTITION) == len(geography().countries)
    assert frozenset().union(*(members[part] for part in PARTITION)) == members["worldwide"]


def test_the_european_union_has_its_27_countries() -> None:
    assert geography().members["eu"] == EU


def test_case_keeps_namibia_and_north_america_apart() -> None:
    assert countries_of(Regions(stated=True, include=("NA",))) == {"NA"}
    assert "NA" not in geography().members["north-america"]
    assert "na" not in geography()


def test_an_exception_is_taken_away() -> None:
    regions = Regions(stated=True, include=("north-america",), excluded=("US",))
    assert countries_of(regions) == {"BM", "CA", "GL", "PM"}
    assert words(regions) == "North America except United States"


def test_what_is_not_stated_covers_nothing_and_says_so() -> None:
    assert countries_of(Regions(stated=False)) == frozenset()
    assert words(Regions(stated=False)) == "Not stated"


def test_the_four_parts_together_are_worldwide() -> None:
    assert is_worldwide(Regions(stated=True, include=PARTITION))
    assert not is_worldwide(Regions(stated=True, include=("worldwide",), excluded=("KP",)))


def test_countries_are_told_by_the_parts_they_lie_in() -> None:
    assert partition_of({"DE", "BR"}) == ("emea", "latin-america")


def test_several_exceptions_read_as_a_sentence() -> None:
    regions = Regions(stated=True, include=("worldwide",), excluded=("KP", "SY", "IR"))
    assert words(regions) == "Worldwide except North Korea, Syria and Iran"
