"""The files of the search index: what of an entry is in which, and that they are scripts whatever an entry says."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from catalog.site.cards import card_of
from catalog.site.search_index import search_index
from tests.conftest import COMPLETE, MINIMAL

if TYPE_CHECKING:
    from collections.abc import Callable

    from catalog.site.search_index import SearchIndex
    from catalog.site.sources import Sources

    Sourced = Callable[..., Sources]

OTHER = MINIMAL.replace("Example Wiki\n", "Other\n", 1)


def _built(sources: Sources) -> SearchIndex:
    listed = sources.catalog.listed
    return search_index(listed, [card_of(entry, sources) for entry in listed], sources)


def _file(index: SearchIndex, name: str) -> Any:  # noqa: ANN401 -- JSON
    """A file of the index; the manifest stands in the script that tells the folder."""
    path = "apps/index.js" if name == "manifest" else f"{index.folder}/{name}.js"
    calls = index.files[path].decode().splitlines()
    (said,) = (call for call in calls if call.startswith(f'apsIndex("{name}",'))
    return json.loads(said.removeprefix(f'apsIndex("{name}",').removesuffix(");"))


def _terms(index: SearchIndex) -> set[str]:
    return set(_file(index, "vocab").split("\n"))


def test_a_card_has_what_it_shows(sourced: Sourced) -> None:
    index = _built(sourced({"wiki": COMPLETE, "other": OTHER}))
    manifest = _file(index, "manifest")
    card = _file(index, "cards/0")[0]
    assert (manifest["total"], card[:4]) == (
        2,
        ["wiki", "Example Wiki", "Example Wiki Project", "Write and share team notes on a shared web host"],
    )
    assert manifest["vocab"]["type"][card[4]][0] == "webspace"
    assert [manifest["vocab"]["model"][at][0] for at in card[5]] == ["direct"]
    assert manifest["vocab"]["plesk"][card[6]] == ["meets", "Meets the Plesk Panel criteria"]
    assert card[7:9] == [2, 1]
    assert card[10] == "Worldwide"


def test_facets_point_from_entries_to_sets_of_values(sourced: Sourced) -> None:
    facets = _file(_built(sourced({"wiki": COMPLETE, "other": OTHER})), "facets")

    def values(param: str, at: int) -> list[str]:
        return [
            facets["vocab"][param][value][0] for value in facets["sets"][param][facets["rows"][param][at]]
        ]

    assert values("route", 0) == ["automation", "plesk"]
    assert values("route", 1) == []
    assert values("category", 0) == ["web/wiki"]
    assert values("vendor", 1) == ["example-wiki-project"]
    assert values("readiness", 0) == ["baseline"]
    assert facets["ready"] == [2, 1]
    assert len(facets["members"]["worldwide"]) == 249


def test_regions_stay_as_they_were_said(sourced: Sourced) -> None:
    text = MINIMAL.replace("worldwide", "{include: [eu, NO], except: [DE]}")
    facets = _file(_built(sourced({"wiki": text})), "facets")
    places = [token for token, _ in facets["vocab"]["region"]]
    (said,) = facets["sets"]["region"]
    assert said == [places.index("eu"), places.index("NO"), -1 - places.index("DE")]


def test_what_nobody_stated_has_values_of_its_own(sourced: Sourced) -> None:
    text = MINIMAL.replace("[direct]", "not-stated").replace("worldwide", "not-stated")
    index = _built(
        sourced({"wiki": text + "listing: {source: public, evidence: [https://a.example.org/]}\n"})
    )
    facets = _file(index, "facets")
    assert facets["vocab"]["region"][facets["sets"]["region"][0][0]][0] == "not-stated"
    assert facets["vocab"]["model"][facets["sets"]["model"][0][0]][0] == "not-stated"
    assert (facets["ready"], facets["checked"], facets["certified"]) == ([-1], [0], [0])
    assert _file(index, "cards/0")[0][7:9] == [-1, 2]


def test_an_entry_is_found_by_every_spelling_of_its_routes_and_stores(sourced: Sourced) -> None:
    partners = "- {id: greencrest, name: Greencrest Cloud, aliases: [Green Crest]}\n"
    sold = COMPLETE.replace("[automation, plesk]", "[white-label]") + "white_label_partners: [greencrest]\n"
    terms = _terms(_built(sourced({"wiki": sold}, {"program/white-label-partners.yaml": partners})))
    assert {"greencrest", "green", "crest", "whitelabel", "marketplaces"} <= terms


def test_an_entry_is_found_by_its_description_and_not_by_its_links(sourced: Sourced) -> None:
    text = MINIMAL.replace("gives each team", "gives [each team](https://where.example.org/zebra) or")
    terms = _terms(_built(sourced({"wiki": text})))
    assert "team" in terms
    assert not {"zebra", "https"} & terms


def test_files_are_scripts_whatever_an_entry_says(sourced: Sourced) -> None:
    name = "'</script> & \"x\"'"
    index = _built(sourced({"wiki": MINIMAL.replace("Example Wiki\n", f"{name}\n", 1)}))
    assert _file(index, "cards/0")[0][1] == '</script> & "x"'


def test_another_content_lies_in_another_folder(sourced: Sourced) -> None:
    assert _built(sourced({"wiki": COMPLETE})).folder != _built(sourced({"other": OTHER})).folder
