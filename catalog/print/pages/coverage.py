"""The numbers of the coverage pages: how many of this book's applications are sold in which country and region.

Owns what is counted, which of the handbook's figures stand beside it, and what of it goes to which page. Refuses to
draw.
"""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from catalog.print.grid import LINE, SOURCE_LINES
from catalog.print.pages.foreword import fact_lines
from catalog.print.pages.plan import Coverage, CoverageGroup, CoverageRow
from catalog.print.pages.room import below_intro, equal, lines_of, paged, small
from catalog.print.typography import styles
from catalog.regions import PARTITION, countries_of, geography
from catalog.text import collation_key
from catalog.worldmap import WIDTH, world

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from catalog.model import Entry
    from catalog.model.catalog import Fact
    from catalog.print.desk import Desk

INTRO = (
    "The darker a country, the more applications of this book are sold there. "
    "One that is sold in several countries counts in each."
)
BORDERS = (
    "Borders: Natural Earth. They follow who governs where and say nothing about who should. Small countries are dots. "
    "An application counts in a region if it is sold in some country of it."
)
GROUP_HEAD = 2  # Below a group's name: how many applications, and a little air.
_FACTS = 4


def coverage_pages(entries: Sequence[Entry], facts: Sequence[Fact], desk: Desk) -> tuple[Coverage, ...]:
    """Counts by country (ISO code), and by region inside each part of the world.

    Of the figures, the first that the handbook says in one way only; the foreword has all of them.
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
    pages = paged(
        _rows(groups, plain[:_FACTS], desk),
        lambda row: row.lines,
        first=below_intro(INTRO, desk.grid, desk.typesetter),
        further=1,
        end=desk.grid.lines - SOURCE_LINES,
    )
    return tuple(Coverage(dict(countries), rows, first=number == 0) for number, rows in enumerate(pages))


def beside(desk: Desk) -> int:
    """How many groups or figures stand side by side."""
    return 4 if desk.grid.wide else 2


def map_lines(desk: Desk) -> int:
    """Lines that the map takes over the whole width."""
    return math.ceil(desk.grid.area * world().height / WIDTH / LINE)


def legend_lines(desk: Desk) -> int:
    """Lines of the legend: beside what borders mean on a wide page, above it on a narrow one."""
    half = equal(desk.grid, 2 if desk.grid.wide else 1).width
    told = small(lines_of(BORDERS, styles.FOOT, half, desk.typesetter))
    return told + (0 if desk.grid.wide else 2)


def name_lines(groups: Sequence[CoverageGroup], width: float, desk: Desk) -> int:
    """Lines of the longest name among groups that stand side by side."""
    return max(lines_of(group.name, styles.STRONG, width, desk.typesetter) for group in groups)


def _rows(groups: Sequence[CoverageGroup], facts: Sequence[Fact], desk: Desk) -> Iterator[CoverageRow]:
    yield CoverageRow("map", map_lines(desk) + legend_lines(desk) + 2)
    columns = beside(desk)
    width = equal(desk.grid, columns).width
    for at in range(0, len(groups), columns):
        row = tuple(groups[at : at + columns])
        deepest = small(max(len(group.regions) for group in row))
        yield CoverageRow("groups", name_lines(row, width, desk) + GROUP_HEAD + deepest + 1, groups=row)
    for at in range(0, len(facts), columns):
        figures = tuple(facts[at : at + columns])
        lines = 2 + max(fact_lines(fact, width, desk) for fact in figures)
        yield CoverageRow("facts", lines, facts=figures)


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
