"""Sheets of the map: complete, in proportion, cut around what was asked for."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.regions import geography
from catalog.worldmap import WIDTH, Sheet, around, drawn_countries, step_of, steps, world

COUNTRIES = sorted(drawn_countries())


def _width(sheet: Sheet, code: str) -> int:
    xs = [x for shape in sheet.shapes if shape.code == code for ring in shape.rings for x, _ in ring]
    return max(xs) - min(xs)


def test_every_country_but_antarctica_is_on_the_map() -> None:
    assert set(geography().countries) - drawn_countries() == {"AQ"}
    assert drawn_countries() <= set(geography().countries)
    assert {shape.code for shape in world().shapes} == drawn_countries()


def test_a_country_is_outlines_or_a_dot() -> None:
    for shape in world().shapes:
        assert bool(shape.rings) != bool(shape.dot), shape.code
    dots = {shape.code for shape in world().shapes if shape.dot}
    assert {"MC", "LU", "SG"} <= dots
    assert not {"DE", "PT", "CH"} & dots


@pytest.mark.parametrize("token", sorted(geography().children))
def test_a_region_lies_whole_on_its_sheet(token: str) -> None:
    countries = geography().members[token] & drawn_countries()
    sheet = around(countries)
    assert {shape.code for shape in sheet.shapes} == countries
    assert sheet.height <= 0.71 * WIDTH
    for shape in sheet.shapes:
        places = [place for ring in shape.rings for place in ring] or [shape.dot or (-1, -1)]
        assert any(0 <= x <= WIDTH and 0 <= y <= sheet.height for x, y in places), shape.code


def test_the_date_line_tears_no_country() -> None:
    assert _width(around(frozenset({"FJ", "NZ", "TO"})), "FJ") < WIDTH / 4
    # Its far east lies beyond 180 degrees; torn, Russia would reach from edge to edge.
    assert _width(world(), "RU") < WIDTH / 2


def test_areas_keep_their_proportion() -> None:
    def area(code: str) -> float:
        total = 0.0
        for shape in world().shapes:
            for ring in shape.rings if shape.code == code else ():
                sides = zip(ring, ring[1:] + ring[:1], strict=True)
                total += abs(sum(x * to_y - to_x * y for (x, y), (to_x, to_y) in sides)) / 2
        return total

    # Brazil has 8.5 million square kilometres, Sweden 0.45; on Mercator's map Sweden is four times too large.
    assert area("BR") / area("SE") == pytest.approx(8.5 / 0.45, rel=0.1)


@given(st.sets(st.sampled_from(COUNTRIES), min_size=1, max_size=12))
@settings(deadline=None)
def test_any_countries_make_a_sheet_that_shows_them(codes: set[str]) -> None:
    sheet = around(frozenset(codes))
    assert {shape.code for shape in sheet.shapes} == codes
    assert sheet.height > 0


@given(st.lists(st.integers(0, 10_000)))
def test_steps_put_every_count_into_a_class_in_order(counts: list[int]) -> None:
    bounds = steps(counts)
    assert len(bounds) <= 5
    assert list(bounds) == sorted(set(bounds))
    classes = [step_of(count, bounds) for count in sorted(counts)]
    assert classes == sorted(classes)
    assert all((found == 0) == (count == 0) for count, found in zip(sorted(counts), classes, strict=True))
    assert max(classes, default=0) <= len(bounds)
