"""Counts behind filter values, and the panel made from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from catalog.model.parts import Regions
from catalog.site.facets import facets_of, holds, marked
from catalog.site.tally import Tally, tokens_of
from tests.conftest import MINIMAL

if TYPE_CHECKING:
    from collections.abc import Callable

    from catalog.site.list_views import Facet, FacetValue
    from catalog.site.sources import Sources

    Sourced = Callable[..., Sources]


def _entry(name: str, regions: str, models: str = "[direct]") -> str:
    text = MINIMAL.replace("name: Example Wiki\n", f"name: {name}\n")
    return text.replace("worldwide", regions).replace("[direct]", models)


ENTRIES = {
    "a": _entry("A", "worldwide"),
    "b": _entry("B", "[NA, ZA]"),
    "c": _entry(
        "C", "[north-america]", "[direct, referral]\nreferral: {agreed: 2012-01-01, joint_plan: true}"
    ),
    "d": _entry(
        "D", "not-stated", "not-stated\nlisting: {source: public, evidence: [https://a.example.org/]}"
    ),
    "e": _entry("E", "{include: [worldwide], except: [CN]}"),
}


@pytest.fixture
def tally(sourced: Sourced) -> Tally:
    sources = sourced(ENTRIES)
    return Tally(sources.catalog.listed, sources, 24)


@pytest.mark.parametrize(
    ("token", "size"),
    [
        ("NA", 3),
        ("north-america", 3),
        ("US", 3),
        ("worldwide", 1),
        ("CN", 1),
        ("not-stated", 1),
        ("eu", 2),
        ("002", 3),
    ],
)
def test_a_region_counts_what_is_sold_somewhere_in_it(tally: Tally, token: str, size: int) -> None:
    assert tally.behind("region", token).size == size


def test_entries_with_two_models_count_under_both(tally: Tally) -> None:
    sizes = {model: behind.size for model, behind in tally.values["model"].items()}
    resold = {"storefront": 0, "key-administrator": 0}
    assert sizes == {"direct": 4, "referral": 1, "reseller": 0, **resold, "not-stated": 1}


def test_a_value_that_nobody_has_is_empty(tally: Tally) -> None:
    assert tally.behind("region", "nowhere").size == 0
    assert tally.behind("category", "web/wiki").positions == [0, 1, 2, 3, 4]
    assert tally.behind("category", "web/blog").positions == []


def test_only_the_first_of_a_region_are_kept(sourced: Sourced) -> None:
    sources = sourced(ENTRIES)
    behind = Tally(sources.catalog.listed, sources, 2).behind("region", "ZA")
    assert (behind.size, behind.positions) == (3, [0, 1])


def test_an_unstated_region_answers_to_nothing_else() -> None:
    assert list(tokens_of(Regions(stated=False))) == ["not-stated"]


def _panel(sourced: Sourced) -> dict[str, Facet]:
    sources = sourced(ENTRIES)
    facets = facets_of(Tally(sources.catalog.listed, sources, 24), sources)
    return {facet.param: facet for facet in facets}


def _by_id(values: tuple[FacetValue, ...]) -> dict[str, FacetValue]:
    return {value.id: value for value in values}


def test_the_panel_links_every_value_to_its_page(sourced: Sourced) -> None:
    panel = _panel(sourced)
    known = [
        "type",
        "model",
        "region",
        "category",
        "route",
        "plesk",
        "readiness",
        "audience",
        "certified",
        "vendor",
        "language",
    ]
    assert list(panel) == known
    wiki = _by_id(panel["category"].values)["web/wiki"]
    assert (wiki.path, wiki.query, wiki.count) == ("categories/web/wiki/", "category=web/wiki", 5)
    assert panel["category"].values[0] == wiki
    assert panel["type"].values[0].glyph is not None
    assert panel["language"].scripted
    assert panel["plesk"].scripted


def test_the_region_tree_has_parts_and_no_countries(sourced: Sourced) -> None:
    tree = _by_id(_panel(sourced)["region"].values)
    assert list(tree) == ["worldwide", "emea", "apac", "north-america", "latin-america", "not-stated"]
    africa = _by_id(tree["emea"].children)["002"]
    assert "018" in _by_id(africa.children)
    assert tree["north-america"].children == ()


def test_zero_stays_in_the_panel(sourced: Sourced) -> None:
    assert _by_id(_panel(sourced)["model"].values)["reseller"].count == 0


def test_one_value_can_be_marked(sourced: Sourced) -> None:
    panel = tuple(_panel(sourced).values())
    shown = {facet.param: facet for facet in marked(panel, "region", "018")}
    africa = _by_id(_by_id(shown["region"].values)["emea"].children)["002"]
    assert [value.id for value in africa.children if value.current] == ["018"]
    assert not any(value.current for value in shown["type"].values)
    assert holds(panel, "region", "018")
    assert not holds(panel, "region", "NA")
