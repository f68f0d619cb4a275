"""Facets of audience and certificate: what counts, in the panel and in the index alike."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import msgspec
import pytest

from catalog.site.cards import card_of
from catalog.site.facets import facets_of
from catalog.site.further import audiences, audiences_of, certificates_of, resales_of
from catalog.site.search_index import search_index
from catalog.site.tally import Tally
from catalog.vocabulary import vocabularies
from tests.conftest import COMPLETE, MINIMAL

if TYPE_CHECKING:
    from collections.abc import Callable

    from catalog.site.sources import Sources

    Sourced = Callable[..., Sources]

STATED = "audiences: {company_sizes: [small], plesk_users: [web-designers], partner_segments: [hosters]}\n"
CERTIFIED = "certification: {{level: gold, version: 1.10, date: 2011-05-15{}}}\n"


def test_audiences_have_ids_of_their_own() -> None:
    known = vocabularies()
    groups = (known.company_sizes, known.plesk_users, known.partner_segments)
    assert len(audiences()) == sum(map(len, groups))


def test_an_entry_has_all_audiences_that_it_states(sourced: Sourced) -> None:
    sources = sourced({"wiki": COMPLETE + STATED})
    assert audiences_of(sources.by_slug["wiki"]) == ("small", "web-designers", "hosters")


@pytest.mark.parametrize(
    ("more", "level"),
    [
        ("", ("gold",)),
        (", expires: 2012-05-15", ("gold",)),
        (", expires: 2012-05-14", ()),
    ],
)
def test_a_certificate_counts_until_it_ends(sourced: Sourced, more: str, level: tuple[str, ...]) -> None:
    sources = sourced({"wiki": COMPLETE + CERTIFIED.format(more)})
    assert certificates_of(sources.by_slug["wiki"], sources.catalog.as_of) == level


@pytest.mark.parametrize(
    ("models", "routes", "resales"),
    [
        (("reseller",), ("cloud-marketplace", "partner-storefront"), ("storefront",)),
        (("direct", "reseller"), ("key-administrator", "automation"), ("key-administrator",)),
        (("reseller",), (), ()),
        (("direct",), ("key-administrator",), ()),
    ],
)
def test_resale_goes_by_storefronts_or_by_the_key_administrator(
    sourced: Sourced, models: tuple[str, ...], routes: tuple[str, ...], resales: tuple[str, ...]
) -> None:
    entry = sourced({"wiki": COMPLETE}).by_slug["wiki"]
    assert resales_of(msgspec.structs.replace(entry, business_models=models, routes=routes)) == resales


def test_the_panel_shows_the_kinds_of_resale_below_the_reseller_model(sourced: Sourced) -> None:
    sources = sourced({"wiki": COMPLETE})
    panel = {facet.param: facet for facet in facets_of(Tally(sources.catalog.listed, sources, 24), sources)}
    reseller = next(value for value in panel["model"].values if value.id == "reseller")
    assert [(kind.query, kind.path) for kind in reseller.children] == [
        ("model=storefront", None),
        ("model=key-administrator", None),
    ]
    assert reseller.open


def test_panel_and_index_count_them_alike(sourced: Sourced) -> None:
    other = MINIMAL.replace("Example Wiki\n", "Other\n", 1)
    sources = sourced({"wiki": COMPLETE + STATED + CERTIFIED.format(""), "other": other})
    listed = sources.catalog.listed
    panel = {facet.param: facet for facet in facets_of(Tally(listed, sources, 24), sources)}
    assert {value.id: value.count for value in panel["certified"].values} == {"gold": 1, "silver": 0}
    assert sum(value.count for value in panel["audience"].values) == 3
    index = search_index(listed, [card_of(entry, sources) for entry in listed], sources)
    script = index.files[f"{index.folder}/facets.js"].decode()
    facets = json.loads(script.removeprefix('apsIndex("facets",').removesuffix(");\n"))
    found = [facets["sets"]["audience"][row] for row in facets["rows"]["audience"]]
    names = [[facets["vocab"]["audience"][at][1] for at in places] for places in found]
    assert names == [["Small companies", "Web designers", "Web and application hosters"], []]
