"""The programme's pages, each made of sections; see programme_sections.py for what those list.

Owns which pages there are, their addresses and their leads.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.english import counted
from catalog.site import programme_sections as parts
from catalog.site.calendar_feed import CALENDAR
from catalog.site.programme_sections import PROGRAMME, sold_in, storefront_path
from catalog.site.programme_views import ProgrammePage, ProgrammeSection
from catalog.site.views import Link

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from markupsafe import Markup

    from catalog.model import Catalog, StorefrontListing

_HOME = Link(name="Programme", path=PROGRAMME)


def programme_pages(catalog: Catalog, cards: Mapping[str, Markup]) -> Iterator[ProgrammePage]:
    """Every page of the programme. `cards` holds the finished cards of all listed entries by slug."""
    yield _overview(catalog)
    yield _webinars_page(catalog)
    yield _page(
        "events", "Events", "Summits and fairs where partners and vendors meet.", (parts.events(catalog),)
    )
    yield _page(
        "case-studies",
        "Case studies",
        "Resellers who did well, told by their vendors.",
        (parts.case_studies(catalog),),
    )
    yield _page(
        "press",
        "Press releases",
        "Announcements that name Parallels, each approved before.",
        (parts.press_releases(catalog),),
    )
    yield _page(
        "partners",
        "Partners",
        "Who resells, and who opens stores for others.",
        tuple(parts.partners(catalog)),
    )
    yield _page("storefronts", "Storefronts", _OPT_IN, (parts.storefronts(catalog),))
    yield _page("figures", "Market figures", _FIGURES, (parts.figures(catalog),))
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


def _page(name: str, title: str, lead: str, sections: tuple[ProgrammeSection, ...]) -> ProgrammePage:
    return ProgrammePage(
        path=f"{PROGRAMME}{name}/", title=title, lead=lead, crumbs=(_HOME,), sections=sections
    )


def _overview(catalog: Catalog) -> ProgrammePage:
    """A few of each, with the way to all of them."""
    shown = (
        (parts.coming_webinars(catalog), "webinars", 3),
        (parts.events(catalog), "events", 3),
        (parts.case_studies(catalog), "case-studies", 3),
        (parts.press_releases(catalog), "press", 3),
        (parts.storefronts(catalog), "storefronts", 6),
    )
    sections = tuple(
        ProgrammeSection(
            id=part.id,
            title=part.title,
            rows=part.rows[:first],
            empty=part.empty,
            more=Link(name=f"All {part.title.lower()}", path=f"{PROGRAMME}{name}/"),
        )
        for part, name, first in shown
    )
    return ProgrammePage(
        path=PROGRAMME,
        title="Programme",
        lead="What the programme does for vendors and partners: a webinar a month, meetings, stories, stores.",
        crumbs=(),
        sections=(*sections, parts.contacts(catalog)),
        file=Link(name="Market figures", path=f"{PROGRAMME}figures/") if catalog.programme.facts else None,
    )


def _webinars_page(catalog: Catalog) -> ProgrammePage:
    starts, zone = catalog.programme.webinar_starts, catalog.programme.webinar_zone
    hour = f" They begin at {starts}, {zone} time." if starts and zone else ""
    return ProgrammePage(
        path=f"{PROGRAMME}webinars/",
        title="Webinars",
        lead=f"An hour on the second Tuesday of each month, ten minutes for each application.{hour}",
        crumbs=(_HOME,),
        sections=(parts.coming_webinars(catalog), parts.held_webinars(catalog)),
        file=Link(name="Calendar to subscribe to", path=CALENDAR),
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
