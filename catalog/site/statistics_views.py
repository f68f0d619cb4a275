"""What the template of the statistics receives; see views.py.

Owns rows with their shares. Refuses the same things as views.py.
"""

from __future__ import annotations

from catalog.site.views import View


class MixRow(View, frozen=True, kw_only=True):
    """A value, its count, its share of all listed applications in percent, and where those are listed."""

    name: str
    path: str | None
    count: int
    percent: float


class Mix(View, frozen=True, kw_only=True):
    """One facet. `note` says how to read the shares."""

    id: str
    title: str
    note: str
    rows: tuple[MixRow, ...]


class Crossing(View, frozen=True, kw_only=True):
    """Two facets against each other: names of columns; rows with a name, and for each column an address and a count."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[tuple[str, int], ...]], ...]


class StatisticsPage(View, frozen=True, kw_only=True):
    """All of them. `total`: listed applications."""

    total: int
    mixes: tuple[Mix, ...]
    crossing: Crossing
