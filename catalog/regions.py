"""Region algebra: tokens to countries, and the tree that filters and counts walk.

Owns containment (Unicode CLDR, reduced; see vocabularies/NOTICE.regions.txt) and the three kinds of token:
ISO 3166-1 alpha-2 in capitals, UN M49 as three digits, business slugs in lower case. Case keeps them apart:
`NA` is Namibia and never North America. Refuses to guess: an unknown token is `KeyError` here, and the decoder
has said so before.
"""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from babel import Locale

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalog.model import Regions

_DATA = Path(__file__).parent / "vocabularies" / "regions.json"
WORLDWIDE = "worldwide"
# The handbook names no regions; this partition and its names are the catalog's own.
SLUG_NAMES = {
    "worldwide": "Worldwide",
    "emea": "Europe, Middle East and Africa",
    "apac": "Asia-Pacific",
    "north-america": "North America",
    "latin-america": "Latin America and the Caribbean",
    "eu": "European Union",
}
PARTITION = ("emea", "apac", "north-america", "latin-america")


@dataclass(frozen=True, slots=True)
class Geography:
    """Everything known about places: names, children and the set of countries of each token."""

    names: dict[str, str]
    children: dict[str, tuple[str, ...]]
    members: dict[str, frozenset[str]]
    countries: tuple[str, ...]

    def __contains__(self, token: str) -> bool:
        return token in self.members

    def name(self, token: str) -> str:
        """The English name of a token: `DE` → Germany, `155` → Western Europe."""
        return self.names[token]

    def is_country(self, token: str) -> bool:
        """Whether the token is one ISO 3166-1 country."""
        return token.isupper()


@functools.cache
def geography() -> Geography:
    """The one geography, read once a process."""
    data = json.loads(_DATA.read_text(encoding="utf-8"))
    codes: tuple[str, ...] = tuple(sorted(data["countries"]))
    english = Locale("en").territories
    names = {code: english.get(code, data["countries"][code]) for code in codes} | SLUG_NAMES
    children: dict[str, tuple[str, ...]] = {}
    for block in ("tree", "groupings"):
        for code, node in data[block].items():
            children[code] = tuple(node["contains"])
            names[code] = node["name"]
    names["001"] = "World"
    children |= {slug: tuple(parts) for slug, parts in data["slugs"].items()}

    @functools.cache
    def members(token: str) -> frozenset[str]:
        if token not in children:
            return frozenset((token,))
        return frozenset().union(*map(members, children[token]))

    tokens = (*codes, *children)
    return Geography(names, children, {token: members(token) for token in tokens}, codes)


@functools.lru_cache(maxsize=65536)
def _countries(include: tuple[str, ...], excluded: tuple[str, ...]) -> frozenset[str]:
    members = geography().members
    inside = frozenset().union(*(members[token] for token in include))
    return inside.difference(*(members[token] for token in excluded))


def countries_of(regions: Regions) -> frozenset[str]:
    """The countries (ISO codes) that a region statement covers; empty where nothing is stated."""
    return _countries(regions.include, regions.excluded)


def is_worldwide(regions: Regions) -> bool:
    """Whether the statement covers every country there is."""
    return len(countries_of(regions)) == len(geography().countries)


def words(regions: Regions) -> str:
    """The vendor's own words: `European Union, Norway`, `Worldwide except China`, `Not stated`."""
    if not regions.stated:
        return "Not stated"
    name = geography().name
    text = ", ".join(map(name, regions.include))
    if regions.excluded:
        text += " except " + _listed([name(token) for token in regions.excluded])
    return text


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]


def partition_of(countries: Iterable[str]) -> tuple[str, ...]:
    """The parts of the world (slugs of `PARTITION`) that some of the countries lie in."""
    found = frozenset(countries)
    return tuple(slug for slug in PARTITION if found & geography().members[slug])
