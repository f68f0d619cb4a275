"""What programs read."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, Any

import pytest

from catalog.site import api
from tests.conftest import COMPLETE, MINIMAL

if TYPE_CHECKING:
    from collections.abc import Callable

    from catalog.site.sources import Sources

    Sourced = Callable[..., Sources]

BASE = "https://catalog.example/"
EVERYTHING = (
    MINIMAL.replace("business_models: [direct]", "business_models: [reseller]")
    .replace("regions: worldwide", "regions: {include: [eu, NO], except: [DE]}")
    .replace("type: webspace", "type: connector")
    + """\
routes: [partner-storefront]
deployment: {service: {name: Wiki Cloud, homepage: https://wiki.example.org/cloud}, multitenant: false}
storefront: {track_record: Sold to 40 firms, agreed: 2012-01-02, wholesale_agreed: true, margin_50: true}
plesk: {package: same, min_version: 10.4}
pricing: {model: subscription, from: {amount: 3.90, currency: EUR, per: user/month}, trial_days: 30}
collateral:
  battle-card: {url: https://wiki.example.org/card.pdf, access: partners, updated: 2012-03-01}
translations:
  de: {summary: Teamnotizen auf geteiltem Webspace schreiben}
languages: [en, de]
certification: {level: gold, version: 1.10, date: 2012-04-01}
contacts: {local: {NO: {email: oslo@wiki.example.org}}}
"""
)


def _values(sources: Sources, slug: str) -> Any:  # noqa: ANN401 -- JSON
    return json.loads(api.entry_json(sources.by_slug[slug], sources, BASE))


def test_keys_are_mirrored_as_typed(sourced: Sourced) -> None:
    shown = _values(sourced({"wiki": EVERYTHING}), "wiki")
    assert shown["version"] == "1.10"
    assert shown["regions"] == {"include": ["eu", "NO"], "except": ["DE"]}
    assert shown["pricing"]["from"] == {"amount": "3.90", "currency": "EUR", "per": "user/month"}
    assert shown["storefront"]["margin_50"] is True
    assert shown["deployment"]["multitenant"] is False
    assert shown["collateral"]["battle-card"]["updated"] == "2012-03-01"
    assert shown["translations"]["de"] == {"summary": "Teamnotizen auf geteiltem Webspace schreiben"}
    assert shown["contacts"] == {"local": {"NO": {"email": "oslo@wiki.example.org"}}}
    assert shown["certification"]["date"] == "2012-04-01"


def test_what_the_catalog_derives_is_added(sourced: Sourced) -> None:
    shown = _values(sourced({"wiki": EVERYTHING}), "wiki")
    assert shown["url"] == "https://catalog.example/apps/wiki/"
    assert shown["vendor_slug"] == "example-wiki-project"
    assert shown["demo"] is False
    assert shown["countries"] == sorted(shown["countries"])
    assert "NO" in shown["countries"]
    assert "DE" not in shown["countries"]
    assert shown["plesk"]["verdict"] == "meets"
    assert shown["plesk"]["min_version"] == "10.4"
    assert shown["readiness"]["met"] == 2
    assert shown["readiness"]["materials"]["battle-card"] == "partners"


def test_what_an_entry_leaves_out_is_left_out(sourced: Sourced) -> None:
    shown = _values(sourced({"wiki": MINIMAL}), "wiki")
    assert {"pitch", "pricing", "media", "print", "collateral", "formerly", "contacts"}.isdisjoint(shown)
    assert shown["regions"] == "worldwide"
    assert shown["business_models"] == ["direct"]


def test_not_stated_is_said(sourced: Sourced) -> None:
    text = MINIMAL.replace("[direct]", "not-stated").replace("worldwide", "not-stated")
    shown = _values(
        sourced({"wiki": text + "listing: {source: public, evidence: [https://a.example.org/]}\n"}), "wiki"
    )
    assert (shown["business_models"], shown["regions"], shown["countries"]) == (
        "not-stated",
        "not-stated",
        [],
    )


def test_demonstrations_are_marked(sourced: Sourced) -> None:
    shown = _values(sourced({"wiki": COMPLETE}), "wiki")
    assert shown["demo"] is True
    assert shown["listing"]["source"] == "demo"


def test_all_entries_stand_in_one_file(sourced: Sourced) -> None:
    sources = sourced({"a": MINIMAL, "b": MINIMAL.replace("Example Wiki", "Other Wiki", 1)})
    listed = sources.catalog.listed
    whole = json.loads(api.EntryFiles(listed, sources, BASE).all())
    assert whole["as_of"] == "2012-05-15"
    assert [entry["slug"] for entry in whole["entries"]] == ["a", "b"]
    assert json.loads(api.EntryFiles([], sources, BASE).all())["entries"] == []


@pytest.mark.parametrize("order", [[], [0, 1, 2, 3], [3, 0, 1], [1, 1, 0], [0, 0, 1]])
def test_the_file_of_all_is_the_same_whichever_files_were_made_before(
    sourced: Sourced, order: list[int]
) -> None:
    gone = MINIMAL.replace("Example Wiki", "Gone Wiki", 1) + "listing: {status: withdrawn}\n"
    texts = {slug: MINIMAL.replace("Example Wiki", f"Wiki {slug}", 1) for slug in "abd"}
    sources = sourced({**texts, "c": gone})
    listed, entries = sources.catalog.listed, sources.catalog.entries
    files = api.EntryFiles(listed, sources, BASE)
    for at in order:
        assert files.one(entries[at]) == api.entry_json(entries[at], sources, BASE)
    single = [json.loads(api.entry_json(entry, sources, BASE)) for entry in listed]
    for _ in range(2):
        assert json.loads(files.all())["entries"] == single


def test_no_cell_of_the_table_runs_as_a_formula(sourced: Sourced) -> None:
    names = ['=HYPERLINK("https://other.example","x")', "+1", "-Alpha", "@Desk"]
    entries = {
        f"f{number}": MINIMAL.replace("name: Example Wiki\n", f"name: '{name}'\n")
        for number, name in enumerate(names)
    }
    sources = sourced(entries)
    table = api.entries_csv(sources.catalog.listed, sources, BASE)
    assert table.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(table.decode("utf-8-sig").splitlines()))
    assert len(rows) == 5
    assert {row[1] for row in rows[1:]} == {f"'{name}" for name in names}
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)
    assert [row[0] for row in rows] == ["slug", "f1", "f0", "f2", "f3"]
