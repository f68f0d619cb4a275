"""The numbers of the coverage page: how many of this book's applications are sold in which country and region.

Owns what is counted, and which of the handbook's figures stand beside it. Refuses to draw.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from catalog.print.pages.plan import Coverage, CoverageGroup
from catalog.regions import PARTITION, countries_of, geography
from catalog.text import collation_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from catalog.model import Entry
    from catalog.model.catalog import Fact

_FACTS = 8


def coverage_page(entries: Sequence[Entry], facts: Sequence[Fact]) -> Coverage:
    """Counts by country (ISO code), and by region inside each part of the world.

    Of the figures, those that the handbook says in one way only: contradictions need more room than a cover page of
    numbers has, and stand on the site.
    """
    said = Counter(entry.regions for entry in entries)
    countries: Counter[str] = Counter()
    for regions, count in said.items():
        countries.update(dict.fromkeys(countries_of(regions), count))

    def sold_in(token: str) -> int:
        inside = geography().members[token]
        return sum(count for regions, count in said.items() if countries_of(regions) & inside)

    groups = tuple(
        CoverageGroup(
            geography().name(part),
            sold_in(part),
            tuple((geography().name(token), sold_in(token)) for token in _inside(part)),
        )
        for part in PARTITION
    )
    plain = tuple(fact for fact in facts if fact.note is None)
    return Coverage(dict(countries), groups, plain[:_FACTS])


def _inside(part: str) -> list[str]:
    """The smallest regions inside a part of the world, by name; its countries where it has no regions."""
    known = geography()
    regions = set(_smallest(part))
    if len(regions) == 1:
        regions = set(known.members[part])
    return sorted(regions, key=lambda token: collation_key(known.name(token)))


def _smallest(token: str) -> Iterator[str]:
    parts = [part for part in geography().children[token] if part in geography().children]
    if not parts:
        yield token
    for part in parts:
        yield from _smallest(part)
