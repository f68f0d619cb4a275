"""Rules on texts and links see every text and every link: what the schema knows is gathered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from catalog.decode import ENTRY, decode_entry
from catalog.decode.addresses import URL
from catalog.decode.containers import Block, Choice, ListOf
from catalog.decode.mappings import DictOf, MapOf
from catalog.model import Programme
from catalog.rules import context_of, judge
from catalog.rules.addresses import addresses
from catalog.rules.passages import passages
from catalog.source import read
from tests.rules.examples import DAY
from tests.rules.judging import entry, found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.model import Entry

FULL = """\
name: Harbor Sync
version: 2.4.1
summary: Keeps the files of small offices in step
description: |
  Harbor Sync keeps the files of small offices in step, see the [guide](http://a.example/description) for more on it.
vendor: {name: Harbor Ltd, homepage: "http://a.example/vendor"}
type: connector
business_models: [direct, reseller]
regions: [DE]
categories: [web/wiki]
pitch: A pitch
highlights: [One highlight]
packager: {name: Packager, homepage: "http://a.example/packager"}
deployment:
  service: {name: Service, homepage: "http://a.example/service"}
  api: {documentation: "http://a.example/api"}
routes: [partner-storefront, key-administrator]
storefront: {track_record: Sold, agreed: 2026-02-03, wholesale_agreed: true, margin_50: true}
key_administrator: {track_record: Sold, approved: 2026-02-03, integration: done}
keywords: [keyword]
package: {url: "http://a.example/package"}
certification: {level: gold, version: 2.4.1, date: 2026-02-03, url: "http://a.example/certificate"}
contacts:
  sales: {url: "http://a.example/sales"}
  technical: {url: "http://a.example/technical"}
  press: {url: "http://a.example/press"}
  local: {NO: {url: "http://a.example/oslo"}}
links:
  support: http://a.example/support
  documentation: http://a.example/documentation
  eula: http://a.example/eula
  community: http://a.example/community
  source: http://a.example/source
  demo: http://a.example/demo
collateral:
  battle-card: {url: "http://a.example/battle-card", access: public}
launch:
  event: An event
  press_release: {url: "http://a.example/release", approved: 2026-02-03}
  social: ["http://a.example/social"]
webinar: {date: 2026-10-13, recording: "http://a.example/recording"}
promotions:
  - {title: A title, text: A text, starts: 2026-08-01, ends: 2026-12-01, terms: "http://a.example/terms"}
case_studies:
  - {title: A case, customer: A customer, url: "http://a.example/case"}
media:
  video: http://a.example/video
  screenshots: [{file: a.png, caption: A caption}]
listing: {source: vendor, evidence: ["http://a.example/evidence"]}
translations:
  de:
    summary: Eine Zusammenfassung
    description: Eine Beschreibung mit [Link](http://a.example/translation)
    pitch: Ein Nutzen
"""


def full(text: str = FULL) -> Entry:
    decoded, problems = decode_entry(read(text.encode()), "harbor-sync")
    assert decoded is not None, problems
    return decoded


def address_fields(shape: object, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The paths of all fields of the schema that hold an address; `*` stands for a number or a key."""
    if shape is URL:
        yield path
    elif isinstance(shape, Block):
        for name, part in shape.fields.items():
            yield from address_fields(part, (*path, name))
    elif isinstance(shape, ListOf | DictOf):
        yield from address_fields(shape.shape, (*path, "*"))
    elif isinstance(shape, MapOf):
        yield from address_fields(shape.block, (*path, "*"))
    elif isinstance(shape, Choice):
        yield from address_fields(shape.other, path)


def starred(path: tuple[str | int, ...]) -> tuple[str, ...]:
    return tuple(
        "*" if isinstance(step, int) or step in {"battle-card", "de", "NO"} else step for step in path
    )


def test_every_address_of_the_schema_is_gathered() -> None:
    gathered = {starred(address.path) for address in addresses(full()) if address.offset < 0}
    assert gathered == set(address_fields(ENTRY))


def test_every_address_is_judged_where_it_stands() -> None:
    judged = full()
    problems = judge(judged, context_of(judged, DAY, Programme()))
    spots = [problem for problem in problems if problem.code == "APS423"]
    assert len(spots) == FULL.count("http://")


def test_every_free_text_is_gathered() -> None:
    paths = {starred(passage.path) for passage in passages(full())}
    assert paths == {
        ("name",),
        ("version",),
        ("summary",),
        ("description",),
        ("vendor", "name"),
        ("pitch",),
        ("highlights", "*"),
        ("packager", "name"),
        ("deployment", "service", "name"),
        ("keywords", "*"),
        ("storefront", "track_record"),
        ("key_administrator", "track_record"),
        ("launch", "event"),
        ("promotions", "*", "title"),
        ("promotions", "*", "text"),
        ("case_studies", "*", "title"),
        ("case_studies", "*", "customer"),
        ("media", "screenshots", "*", "caption"),
        ("translations", "*", "summary"),
        ("translations", "*", "description"),
        ("translations", "*", "pitch"),
    }


@pytest.mark.parametrize(
    "text", ["One highlight", "A caption", "Ein Nutzen", "A text", "Packager", "keyword]", "Sold", "An event"]
)
def test_a_placeholder_is_found_wherever_it_stands(text: str) -> None:
    changed = full(FULL.replace(text, "TODO it]" if text.endswith("]") else "TODO it", 1))
    assert "APS401" in {problem.code for problem in found(changed)}


def test_a_todo_in_an_address_is_found() -> None:
    changed = full(
        FULL.replace("http://a.example/demo", "https://TODO.example/").replace(
            "sales: {", "sales: {email: TODO@a.example, "
        )
    )
    places = {problem.path for problem in found(changed) if problem.code == "APS401"}
    assert places == {("links", "demo"), ("contacts", "sales", "email")}


def test_nothing_is_gathered_from_what_is_not_there() -> None:
    assert [address.path for address in addresses(entry(collateral=()))] == [("vendor", "homepage")]
