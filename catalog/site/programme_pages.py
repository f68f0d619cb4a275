"""The programme's pages, each made of sections; see programme_sections.py for what those list.

Owns which pages there are, their addresses and their leads.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from catalog.english import counted
from catalog.site import programme_sections as parts
from catalog.site.programme_sections import PROGRAMME, sold_in, storefront_path
from catalog.site.programme_views import ProgrammePage, ProgrammeSection
from catalog.site.statistics import STATISTICS
from catalog.site.team_pages import TEAM
from catalog.site.terms import CALENDAR
from catalog.site.views import Link

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from markupsafe import Markup

    from catalog.model import Catalog, StorefrontListing

_HOME = Link(name="Programme", path=PROGRAMME)
_FEW, _STORES = 3, 6


def programme_pages(catalog: Catalog, cards: Mapping[str, Markup]) -> Iterator[ProgrammePage]:
    """Every page of the programme. `cards` holds the finished cards of all listed entries by slug."""
    coming, meetings, cases = (
        parts.coming_webinars(catalog),
        parts.events(catalog),
        parts.case_studies(catalog),
    )
    press, shops, contacts = (
        parts.press_releases(catalog),
        parts.storefronts(catalog),
        parts.contacts(catalog),
    )
    yield _overview((coming, meetings, cases, press, shops), contacts, catalog)
    yield _webinars_page(coming, catalog)
    yield _page("events", "Events", "Summits and fairs where partners and vendors meet.", meetings)
    yield _page("case-studies", "Case studies", "Resellers who did well, told by their vendors.", cases)
    yield _page("press", "Press releases", "Announcements that name Parallels, each approved before.", press)
    lead = "Who resells, and who opens stores for others."
    yield _page("partners", "Partners", lead, parts.white_label(catalog), contacts)
    yield _page("storefronts", "Storefronts", _OPT_IN, shops)
    yield _page("figures", "Market figures", _FIGURES, parts.figures(catalog))
    for shop in catalog.programme.storefronts:
        if shop.enabled:
            yield _storefront(shop, catalog, cards)


_OPT_IN = (
    "A storefront says yes twice: it is enabled, and it names each application that it sells. "
    "Many leave out what competes with products of their own."
)


_FIGURES = (
    "What the handbook says of the market, each figure with its section and its date. "
    "Where it says two things, both stand here."
)


def _page(name: str, title: str, lead: str, *sections: ProgrammeSection) -> ProgrammePage:
    return ProgrammePage(
        path=f"{PROGRAMME}{name}/", title=title, lead=lead, crumbs=(_HOME,), sections=sections
    )


def _overview(
    sections: tuple[ProgrammeSection, ...], contacts: ProgrammeSection, catalog: Catalog
) -> ProgrammePage:
    """A few of each section, with the way to all of it: the page that has the section's id."""
    few = tuple(
        msgspec.structs.replace(
            part,
            rows=part.rows[: _STORES if part.id == "storefronts" else _FEW],
            more=Link(name=f"All {part.title.lower()}", path=f"{PROGRAMME}{part.id}/"),
        )
        for part in sections
    )
    return ProgrammePage(
        path=PROGRAMME,
        title="Programme",
        lead="What the programme does for vendors and partners: a webinar a month, meetings, stories, stores.",
        crumbs=(),
        sections=(*few, contacts),
        beside=(
            *([Link(name="For the team", path=TEAM)] if catalog.internal else []),
            Link(name="The catalog in numbers", path=STATISTICS),
            *([Link(name="Market figures", path=f"{PROGRAMME}figures/")] if catalog.programme.facts else []),
        ),
    )


def _webinars_page(coming: ProgrammeSection, catalog: Catalog) -> ProgrammePage:
    starts, zone = catalog.programme.webinar_starts, catalog.programme.webinar_zone
    hour = f" They begin at {starts}, {zone} time." if starts and zone else ""
    return ProgrammePage(
        path=f"{PROGRAMME}webinars/",
        title="Webinars",
        lead=f"An hour on the second Tuesday of each month, ten minutes for each application.{hour}",
        crumbs=(_HOME,),
        sections=(coming, parts.held_webinars(catalog)),
        beside=(Link(name="Calendar to subscribe to", path=CALENDAR),),
    )


def _storefront(shop: StorefrontListing, catalog: Catalog, cards: Mapping[str, Markup]) -> ProgrammePage:
    sold = sold_in(shop, catalog)
    return ProgrammePage(
        path=storefront_path(shop),
        title=shop.name,
        lead=f"{counted(len(sold), 'application')} that this storefront has chosen to sell.",
        crumbs=(_HOME, Link(name="Storefronts", path=f"{PROGRAMME}storefronts/")),
        sections=(),
        cards=tuple(cards[entry.slug] for entry in sold),
    )
