"""Which listed entries stand behind each filter value.

Owns membership and counts over the whole catalog, in reading order. Refuses names, links and markup.
"""

from __future__ import annotations

import heapq
import itertools
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from catalog.handbook.readiness import BANDS, bands_of
from catalog.handbook.verdict import ANSWERS
from catalog.regions import WORLDWIDE, countries_of, geography, is_worldwide
from catalog.site.further import CERTIFICATES, RESALES, audiences, audiences_of, certificates_of, resales_of
from catalog.vocabulary import NOT_STATED, vocabularies

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from catalog.model import Entry, Regions
    from catalog.site.sources import Sources


class Behind(NamedTuple):
    """How many entries a value has, and the positions of the first of them (or of all) among the listed ones."""

    size: int
    positions: Sequence[int]


NONE = Behind(0, ())


class Tally:
    """Membership by facet and value. `values["type"]["webspace"]`; every term of a vocabulary is there.

    `messages`: the words that readers see the values under, and so their order.
    """

    def __init__(self, listed: Sequence[Entry], sources: Sources, first: int) -> None:
        self.total = len(listed)
        self.messages = sources.messages
        words = vocabularies()
        known: dict[str, Iterable[str]] = {
            "type": words.types,
            "model": (*words.models, *RESALES, NOT_STATED),
            "route": words.routes,
            "category": words.categories,
            "plesk": ANSWERS,
            "readiness": BANDS,
            "audience": audiences(),
            "certified": CERTIFICATES,
            "language": (),
            "vendor": (),
        }
        of_entries = [values_of(entry, sources) for entry in listed]
        self.values = {
            param: _gather((values[param] for values in of_entries), terms) for param, terms in known.items()
        }
        self.values["region"] = _regions([entry.regions for entry in listed], first)
        self._sold = _by_country_and_model(listed)

    def behind(self, param: str, value: str) -> Behind:
        """The entries behind a value; none for a value that nobody has."""
        return self.values[param].get(value, NONE)

    def sold(self, country: str, model: str) -> int:
        """How many entries are sold in a country (ISO code) under a business model."""
        return self._sold[country, model]


def values_of(entry: Entry, sources: Sources) -> dict[str, Iterable[str]]:
    """The values that an entry has of each facet but the regions."""
    return {
        "type": (entry.type,),
        "model": (*entry.business_models, *resales_of(entry)) or (NOT_STATED,),
        "route": entry.routes,
        "category": entry.categories,
        "plesk": (sources.verdicts[entry.slug].answer,),
        "readiness": bands_of(entry, sources.readiness[entry.slug]),
        "audience": audiences_of(entry),
        "certified": certificates_of(entry, sources.catalog.as_of),
        "language": entry.languages,
        "vendor": (sources.vendor_slugs[entry.vendor.name],),
    }


def _gather(of_entries: Iterable[Iterable[str]], known: Iterable[str]) -> dict[str, Behind]:
    positions: dict[str, list[int]] = {value: [] for value in known}
    for position, values in enumerate(of_entries):
        for value in dict.fromkeys(values):
            positions.setdefault(value, []).append(position)
    return {value: Behind(len(found), found) for value, found in positions.items()}


def _regions(statements: Sequence[Regions], first: int) -> dict[str, Behind]:
    """By token. Entries share few distinct statements, so tokens gather statements and only then entries.

    Only the first positions are kept: an entry sold everywhere stands behind every country there is.
    """
    by_statement: dict[Regions, list[int]] = {}
    for position, regions in enumerate(statements):
        by_statement.setdefault(regions, []).append(position)
    by_token: dict[str, list[list[int]]] = {}
    for regions, positions in by_statement.items():
        for token in tokens_of(regions):
            by_token.setdefault(token, []).append(positions)
    return {
        token: Behind(sum(map(len, found)), list(itertools.islice(heapq.merge(*found), first)))
        for token, found in sorted(by_token.items())
    }


def _by_country_and_model(listed: Sequence[Entry]) -> Counter[tuple[str, str]]:
    """Many entries say the same of both, so what they say is counted first."""
    said = Counter((entry.regions, entry.business_models) for entry in listed)
    found: Counter[tuple[str, str]] = Counter()
    for (regions, models), count in said.items():
        for pair in itertools.product(countries_of(regions), models):
            found[pair] += count
    return found


def tokens_of(regions: Regions) -> Iterable[str]:
    """Every token that a statement answers to: those it shares a country with, `worldwide` only for all of them."""
    if not regions.stated:
        return (NOT_STATED,)
    countries = countries_of(regions)
    members = geography().members
    everywhere = is_worldwide(regions)
    return [
        token
        for token, inside in members.items()
        if (everywhere if token == WORLDWIDE else not inside.isdisjoint(countries))
    ]
