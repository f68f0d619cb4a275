"""The map of countries: who is on it, how dark, and the table beneath."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from catalog.regions import geography
from catalog.site.coverage import coverage_of, outline
from catalog.site.tally import Tally
from tests.conftest import MINIMAL

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from catalog.site.coverage_views import CoverageView
    from catalog.site.sources import Sources

    Sourced = Callable[..., Sources]
    Built = Callable[..., Path]

BENELUX = frozenset({"BE", "NL", "LU"})
ENTRIES = {
    "dutch": MINIMAL.replace("name: Example Wiki\n", "name: Dutch\n").replace("worldwide", "[NL]"),
    "benelux": MINIMAL.replace("name: Example Wiki\n", "name: Benelux\n").replace(
        "worldwide", "{include: [BE, NL]}"
    ),
}


def _coverage(sources: Sources, countries: frozenset[str]) -> CoverageView:
    view = coverage_of("Where", countries, Tally(sources.catalog.listed, sources, 24))
    assert view is not None
    return view


def test_the_more_is_sold_the_darker_a_country(sourced: Sourced) -> None:
    view = _coverage(sourced(ENTRIES), BENELUX)
    assert {(country.name, country.count, country.shade) for country in view.countries} == {
        ("Belgium", 1, 1),
        ("Netherlands", 2, 2),
    }
    assert view.shades == ("1", "2")


def test_a_country_without_anything_is_drawn_and_leads_nowhere(sourced: Sourced) -> None:
    view = _coverage(sourced(ENTRIES), BENELUX)
    assert "Luxembourg" not in {country.name for country in view.countries}
    assert view.empty or view.empty_dots


def test_the_table_tells_the_models_apart(sourced: Sourced) -> None:
    view = _coverage(sourced(ENTRIES), BENELUX)
    assert view.models == ("Direct", "Referral", "Reseller")
    assert [(row.name, row.count, row.by_model) for row in view.rows] == [
        ("Belgium", 1, (1, 0, 0)),
        ("Netherlands", 2, (2, 0, 0)),
    ]


def test_one_country_or_none_has_no_map(sourced: Sourced) -> None:
    sources = sourced(ENTRIES)
    tally = Tally(sources.catalog.listed, sources, 24)
    assert coverage_of("Where", frozenset({"NL"}), tally) is None
    assert coverage_of("Where", frozenset({"AQ", "NL"}), tally) is None


def test_all_countries_show_the_world(sourced: Sourced) -> None:
    whole = _coverage(sourced(ENTRIES), frozenset(geography().countries))
    assert whole.height < whole.width / 2
    assert len(whole.countries) == 2


def test_an_outline_says_each_place_once_as_a_difference() -> None:
    assert outline([((1, 2), (4, 2), (4, -3)), ((9, 9), (8, 10))]) == "M1 2l3 0 0-5zM9 9l-1 1z"


def test_map_stands_on_pages_of_several_countries_and_links_theirs(built: Built) -> None:
    site = built(ENTRIES)
    for path in ("regions", "regions/155", "regions/eu"):
        page = (site / path / "index.html").read_text(encoding="utf-8")
        drawing = page[page.index('<section class="coverage"') :]
        drawing = drawing[: drawing.index("</section>")]
        assert re.search(
            r'<a href="[./]*regions/NL/" class="s2"><title>Netherlands: 2 applications</title>', drawing
        )
        assert '<a class="past" href="#map-table">' in drawing
        assert re.search(r"<th scope=\"row\"><a[^>]*>Belgium</a></th><td class=\"num\">1</td>", drawing)
    assert "coverage" not in (site / "regions/NL/index.html").read_text(encoding="utf-8")
