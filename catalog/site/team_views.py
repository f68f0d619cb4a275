"""What the template of the team's page receives; see views.py.

Owns tables of cells. Refuses the same things as views.py.
"""

from __future__ import annotations

from catalog.site.views import Link, View


class Cell(View, frozen=True, kw_only=True):
    """Words, links after them, and whether the matter presses."""

    text: str = ""
    links: tuple[Link, ...] = ()
    presses: bool = False


class TeamTable(View, frozen=True, kw_only=True):
    """Rows under a heading; `empty` is said where there are none, `file` is the same to download."""

    id: str
    title: str
    lead: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    empty: str
    file: Link | None = None


class TeamPage(View, frozen=True, kw_only=True):
    """All that the team keeps an eye on."""

    tables: tuple[TeamTable, ...]
