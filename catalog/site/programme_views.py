"""What the template of the programme's pages receives; see views.py.

Owns the one shape that all of them share: sections of rows. Refuses the same things as views.py.
"""

from __future__ import annotations

from datetime import date  # noqa: TC003 -- msgspec reads annotations when a view is first encoded

from markupsafe import Markup  # noqa: TC002 -- as above

from catalog.site.views import Link, Reference, Text, View


class ProgrammeRow(View, frozen=True, kw_only=True):
    """One thing of the programme. `day` is shown as a leaf of a calendar; `path` leads inside, `href` elsewhere.

    `lines` stand beneath the title; `links` lead to entries, `actions` elsewhere; `mark` is a tag, `id` an anchor.
    """

    title: Text
    day: date | None = None
    path: str | None = None
    href: str | None = None
    lines: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    actions: tuple[Reference, ...] = ()
    mark: str = ""
    id: str = ""


class ProgrammeSection(View, frozen=True, kw_only=True):
    """Rows under a heading; `empty` is said where there are none, `more` leads to all of them."""

    id: str
    title: str
    rows: tuple[ProgrammeRow, ...]
    lead: str = ""
    empty: str = ""
    more: Link | None = None


class ProgrammePage(View, frozen=True, kw_only=True):
    """A page of the programme. `beside` leads to what belongs to it, such as a calendar; `cards` end the page."""

    path: str
    title: str
    lead: str
    crumbs: tuple[Link, ...]
    sections: tuple[ProgrammeSection, ...]
    beside: tuple[Link, ...] = ()
    cards: tuple[Markup, ...] = ()
