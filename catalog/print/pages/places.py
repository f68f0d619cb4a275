"""Regions in the order that an index lists them: the parts of the world, and inside each its regions and countries.

Owns that order. Refuses to say what is sold where.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from catalog.regions import PARTITION, WORLDWIDE, geography
from catalog.text import collation_key

if TYPE_CHECKING:
    from collections.abc import Iterator


@functools.cache
def reading_order() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Every token once, under the part of the world that it lies in.

    What reaches over several parts, such as Asia, stands with `worldwide`. Inside a part come first the regions, each
    before those that it holds, then the countries by name: whoever looks for one knows its name, not its region.
    """
    members = geography().members
    homes = {token: _home(token) for token in geography().children}
    parts = []
    for part in (WORLDWIDE, *PARTITION):
        inside = list(dict.fromkeys(_below(part))) if part != WORLDWIDE else []
        others = [token for token, home in homes.items() if home == part and token not in {part, *inside}]
        others.sort(key=lambda token: (-len(members[token]), _named(token)))
        regions = [token for token in inside if not geography().is_country(token)]
        countries = sorted((token for token in inside if geography().is_country(token)), key=_named)
        parts.append((part, (*others, *regions, *countries)))
    return tuple(parts)


def _home(token: str) -> str:
    """The part of the world that holds all of a region, else the whole world."""
    members = geography().members
    return next((part for part in PARTITION if members[token] <= members[part]), WORLDWIDE)


def _below(token: str) -> Iterator[str]:
    """Regions and countries inside a region, each region before its own."""
    children = geography().children
    for child in sorted(children[token], key=lambda child: (child not in children, _named(child))):
        yield child
        if child in children:
            yield from _below(child)


def _named(token: str) -> tuple[str, str]:
    return collation_key(geography().name(token))
