"""The compact index that the script of `/apps/` searches and filters; views.py documents its format.

Owns the packing: distinct values once, entries as rows of numbers. Refuses to rank: the script does.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec

from catalog.handbook.readiness import BANDS, bands_of
from catalog.handbook.verdict import ANSWERS
from catalog.regions import countries_of, geography
from catalog.site.terms import name_of, region_name
from catalog.site.words import language_name
from catalog.text import collation_key
from catalog.vocabulary import NOT_STATED, vocabularies

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from catalog.model import Entry
    from catalog.site.sources import Sources
    from catalog.site.views import Card

FORMAT = 1
_GOLD_AND_SILVER = {"gold": 4, "silver": 8}


class SearchIndex(msgspec.Struct, frozen=True):
    """A classic script and its path, whose name changes with its bytes."""

    src: str
    script: bytes


class _Places:
    """The distinct values of one column, numbered as they come."""

    def __init__(self) -> None:
        self.numbers: dict[object, int] = {}

    def number(self, value: object) -> int:
        return self.numbers.setdefault(value, len(self.numbers))


@dataclass(frozen=True, slots=True)
class _Tables:
    """What the numbers in a row stand for: terms, countries, and columns that fill row by row."""

    numbers: Mapping[str, Mapping[str, int]]
    of_country: Mapping[str, int]
    coverage: _Places = field(default_factory=_Places)
    places: _Places = field(default_factory=_Places)
    vendors: _Places = field(default_factory=_Places)


def search_index(listed: Sequence[Entry], cards: Sequence[Card], sources: Sources) -> SearchIndex:
    """Pack the listed entries. `cards` are theirs, in the same order."""
    vocab = _vocab(listed)
    countries = geography().countries
    tables = _Tables(
        numbers={
            param: {value: at for at, (value, *_) in enumerate(terms)} for param, terms in vocab.items()
        },
        of_country={code: at for at, code in enumerate(countries)},
    )
    stores = {
        partner.id: " ".join((partner.name, *partner.aliases))
        for partner in sources.catalog.programme.white_label_partners
    }
    rows = [
        (*_row(entry, card, tables, stores), *_computed(entry, tables, sources))
        for entry, card in zip(listed, cards, strict=True)
    ]
    packed = {
        "version": FORMAT,
        "total": len(rows),
        "materials": len(vocabularies().materials),
        "vocab": vocab,
        "regions": {
            token: sorted(tables.of_country[code] for code in inside)
            for token, inside in geography().members.items()
            if not geography().is_country(token)
        },
        "countries": countries,
        "coverage": list(tables.coverage.numbers),
        "vendors": [(sources.vendor_slugs[str(name)], name) for name in tables.vendors.numbers],
        "places": list(tables.places.numbers),
        "entries": rows,
    }
    script = b"window.apsIndex=" + _as_script(msgspec.json.encode(packed)) + b";\n"
    return SearchIndex(f"apps/index.{hashlib.sha256(script).hexdigest()[:12]}.js", script)


def _row(entry: Entry, card: Card, tables: _Tables, stores: Mapping[str, str]) -> tuple[object, ...]:
    """One entry, in the order of fields that views.py documents. It is found by the partners who sell it, too."""
    numbers, of_country = tables.numbers, tables.of_country
    covered = tuple(sorted(of_country[code] for code in countries_of(entry.regions)))
    certificate = entry.certification
    return (
        entry.slug,
        entry.name,
        tables.vendors.number(entry.vendor.name),
        entry.summary,
        " ".join((*entry.keywords, *(stores[partner] for partner in entry.white_label_partners))),
        numbers["type"][entry.type],
        [numbers["model"][model] for model in entry.business_models or (NOT_STATED,)],
        [numbers["route"][route] for route in entry.routes],
        [numbers["category"][category] for category in entry.categories],
        [numbers["language"][language] for language in entry.languages],
        tables.coverage.number(covered) if entry.regions.stated else -1,
        certificate.date if certificate else "",
        entry.listing.checked or "",
        -1 if card.readiness is None else card.readiness,
        _flags(card),
        " ".join(picture.src for picture in (card.logo.picture, card.logo.dark) if picture),
        tables.places.number(card.where.text),
        card.name.lang or "",
    )


def _computed(entry: Entry, tables: _Tables, sources: Sources) -> tuple[int, list[int]]:
    """The Plesk verdict and the bands of readiness."""
    numbers, shown = tables.numbers, sources.readiness[entry.slug]
    answer = sources.verdicts[entry.slug].answer
    return numbers["plesk"][answer], [numbers["readiness"][band] for band in bands_of(entry, shown)]


def _vocab(listed: Iterable[Entry]) -> dict[str, Sequence[tuple[str, ...]]]:
    known = vocabularies()
    spoken = {tag: language_name(tag) for entry in listed for tag in entry.languages}
    return {
        "type": _named("type", known.types),
        "model": _named("model", (*known.models, NOT_STATED)),
        "route": [(route.id, route.name, " ".join(route.aliases)) for route in known.routes.values()],
        "category": _named("category", known.categories),
        "plesk": list(ANSWERS.items()),
        "readiness": [(band, f"Material: {name.lower()}") for band, name in BANDS.items()],
        "language": sorted(spoken.items(), key=lambda named: collation_key(named[1])),
        "region": [(token, region_name(token)) for token in (*geography().members, NOT_STATED)],
    }


def _named(param: str, values: Iterable[str]) -> list[tuple[str, str]]:
    return [(value, name_of(param, value)) for value in values]


def _flags(card: Card) -> int:
    return card.demo + 2 * card.unclaimed + _GOLD_AND_SILVER.get(card.level or "", 0)


def _as_script(encoded: bytes) -> bytes:
    """JSON that is safe as a script too: two line separators of Unicode end a line in older engines."""
    return encoded.replace("\u2028".encode(), b"\\u2028").replace("\u2029".encode(), b"\\u2029")
