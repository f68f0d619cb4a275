"""What the map's template reads: outlines ready to be written, and the same counts as rows.

Owns the fields. Refuses places and counts of its own: `catalog.site.coverage` fills them in.
"""

from __future__ import annotations

from catalog.site.views import View


class CoveredCountry(View, frozen=True, kw_only=True):
    """A country where something is sold: its page, its shade from 1 up, and its outline or its dot."""

    name: str
    path: str
    count: int
    shade: int
    outline: str
    dot: tuple[int, int] | None


class CoverageRow(View, frozen=True, kw_only=True):
    """A country in the table: applications in all, and by the business models in the vocabulary's order."""

    name: str
    path: str
    count: int
    by_model: tuple[int, ...]


class CoverageView(View, frozen=True, kw_only=True):
    """A map with its table. `land` and `empty` are outlines: around the countries, and of those without anything.

    `shades`: the words of each shade, lightest first. `models` head the table's last columns.
    """

    title: str
    width: int
    height: int
    land: str
    empty: str
    empty_dots: tuple[tuple[int, int], ...]
    countries: tuple[CoveredCountry, ...]
    shades: tuple[str, ...]
    models: tuple[str, ...]
    rows: tuple[CoverageRow, ...]
