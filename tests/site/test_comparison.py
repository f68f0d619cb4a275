"""The facts that applications are compared by, and the files that hold them by slug."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from catalog.site.cards import card_of
from catalog.site.comparison import FACTS, facts_of
from catalog.site.search_index import place_of, search_index
from tests.conftest import COMPLETE, MINIMAL

if TYPE_CHECKING:
    from collections.abc import Callable

    from catalog.site.sources import Sources

    Sourced = Callable[..., Sources]


def _facts(sources: Sources, slug: str) -> dict[str, str]:
    return dict(zip(FACTS, facts_of(sources.by_slug[slug], sources), strict=True))


def test_facts_are_said_as_on_the_page(sourced: Sourced) -> None:
    facts = _facts(sourced({"wiki": COMPLETE}), "wiki")
    assert facts["Application type"] == "Webspace"
    assert facts["Business models"] == "Direct"
    assert facts["Regions"] == "Worldwide\n249 countries"
    assert facts["Plesk Panel criteria"].startswith("Meets the Plesk Panel criteria\n")
    assert facts["Sales material"] == "2 of 14"
    assert facts["Baseline material"] == "Complete"


def test_what_nobody_stated_is_empty(sourced: Sourced) -> None:
    text = MINIMAL.replace("[direct]", "not-stated").replace("worldwide", "not-stated")
    facts = _facts(
        sourced({"wiki": text + "listing: {source: public, evidence: [https://a.example.org/]}\n"}), "wiki"
    )
    silent = {"Business models", "Regions", "Sales material", "Baseline material", "Price", "Certification"}
    assert {name for name, value in facts.items() if not value} >= silent


def test_a_slug_and_a_former_one_are_where_the_hash_says(sourced: Sourced) -> None:
    moved = COMPLETE + "formerly: [old-wiki]\n"
    sources = sourced({"wiki": moved, "other": MINIMAL.replace("Example Wiki\n", "Other\n", 1)})
    listed = sources.catalog.listed
    index = search_index(listed, [card_of(entry, sources) for entry in listed], sources)
    script = index.files[f"{index.folder}/entries/0.js"].decode()
    held = json.loads(script.removeprefix('apsIndex("entries/0",').removesuffix(");\n"))
    assert held["old-wiki"] == "wiki"
    assert held["wiki"][0][:2] == ["wiki", "Example Wiki"]
    assert len(held["wiki"][1]) == len(FACTS)


def test_the_hash_is_the_well_known_one() -> None:
    whole = 2**32
    assert place_of("", whole) == 0x811C9DC5
    assert place_of("a", whole) == 0xE40C292C
    assert place_of("foobar", whole) == 0xBF9CF968
