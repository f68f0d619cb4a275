"""The programme's pages: webinars, events, case studies, press, partners, storefronts.

Source: handbook, "Going To Market". Owns what each lists and in which order. Refuses what is not public: a press
release without approval, a storefront that is not enabled, a product that its vendor has not put on the route.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.english import counted
from catalog.handbook.webinars import SLOTS, webinar_days
from catalog.site.calendar_feed import CALENDAR, MONTHS, speakers_on
from catalog.site.programme_views import ProgrammePage, ProgrammeRow, ProgrammeSection
from catalog.site.terms import entry_path
from catalog.site.views import Link, Text
from catalog.site.words import host_of, reference, text_in, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from markupsafe import Markup

    from catalog.model import Catalog, Entry, StorefrontListing

PROGRAMME = "programme/"
_HOME = Link(name="Programme", path=PROGRAMME)
_STOREFRONT = "partner-storefront"


def programme_pages(catalog: Catalog, cards: Mapping[str, Markup]) -> Iterator[ProgrammePage]:
    """Every page of the programme. `cards` holds the finished cards of all listed entries by slug."""
    yield _overview(catalog)
    yield _webinars_page(catalog)
    yield _page("events", "Events", "Summits and fairs where partners and vendors meet.", (_events(catalog),))
    yield _page(
        "case-studies", "Case studies", "Resellers who did well, told by their vendors.", (_cases(catalog),)
    )
    yield _page(
        "press",
        "Press releases",
        "Announcements that name Parallels, each approved before.",
        (_press(catalog),),
    )
    yield _page(
        "partners", "Partners", "Who resells, and who opens stores for others.", tuple(_partners(catalog))
    )
    yield _page("storefronts", "Storefronts", _OPT_IN, (_storefronts(catalog),))
    for shop in catalog.programme.storefronts:
        if shop.enabled:
            yield _storefront(shop, catalog, cards)


_OPT_IN = (
    "A storefront says yes twice: it is enabled, and it names each application that it sells. "
    "Many leave out what competes with products of their own."
)


def _page(name: str, title: str, lead: str, sections: tuple[ProgrammeSection, ...]) -> ProgrammePage:
    return ProgrammePage(
        path=f"{PROGRAMME}{name}/", title=title, lead=lead, crumbs=(_HOME,), sections=sections
    )


def _overview(catalog: Catalog) -> ProgrammePage:
    """A few of each, with the way to all of them."""
    parts = (
        (_coming(catalog), "webinars", 3),
        (_events(catalog), "events", 3),
        (_cases(catalog), "case-studies", 3),
        (_press(catalog), "press", 3),
        (_storefronts(catalog), "storefronts", 6),
    )
    sections = tuple(
        ProgrammeSection(
            id=part.id,
            title=part.title,
            rows=part.rows[:first],
            empty=part.empty,
            more=Link(name=f"All {part.title.lower()}", path=f"{PROGRAMME}{name}/"),
        )
        for part, name, first in parts
    )
    return ProgrammePage(
        path=PROGRAMME,
        title="Programme",
        lead="What the programme does for vendors and partners: a webinar a month, meetings, stories, stores.",
        crumbs=(),
        sections=(*sections, _contacts(catalog)),
    )


def _webinars_page(catalog: Catalog) -> ProgrammePage:
    starts, zone = catalog.programme.webinar_starts, catalog.programme.webinar_zone
    hour = f" They begin at {starts}, {zone} time." if starts and zone else ""
    return ProgrammePage(
        path=f"{PROGRAMME}webinars/",
        title="Webinars",
        lead=f"An hour on the second Tuesday of each month, ten minutes for each application.{hour}",
        crumbs=(_HOME,),
        sections=(_coming(catalog), _held(catalog)),
        file=Link(name="Calendar to subscribe to", path=CALENDAR),
    )


def _coming(catalog: Catalog) -> ProgrammeSection:
    rows = []
    for day in webinar_days(catalog.as_of, MONTHS, catalog.programme.moved_webinars):
        speakers = speakers_on(day, catalog)
        free = max(SLOTS - len(speakers), 0)
        words = f"{counted(free, 'slot')} of {SLOTS} free" if free else "All slots are taken"
        rows.append(
            ProgrammeRow(title=Text("Partner webinar"), day=day, lines=(words,), links=_entries(speakers))
        )
    return ProgrammeSection(id="webinars", title="Webinars", rows=tuple(rows))


def _held(catalog: Catalog) -> ProgrammeSection:
    """Webinars before today of which there is something to see, the latest first."""
    recordings = catalog.programme.recordings
    own = {e.webinar.date for e in catalog.listed if e.webinar and e.webinar.date < catalog.as_of}
    days = {day.isoformat() for day in own} | {day for day in recordings if day < catalog.as_of.isoformat()}
    rows = []
    for iso in sorted(days, reverse=True):
        day = type(catalog.as_of).fromisoformat(iso)
        speakers = speakers_on(day, catalog)
        whole = (reference("Recording of the hour", recordings[iso]),) if iso in recordings else ()
        single = tuple(
            reference(f"Recording: {entry.name}", entry.webinar.recording)
            for entry in speakers
            if entry.webinar and entry.webinar.recording
        )
        rows.append(
            ProgrammeRow(
                title=Text("Partner webinar"), day=day, links=_entries(speakers), actions=whole + single
            )
        )
    return ProgrammeSection(
        id="held", title="Held before", rows=tuple(rows), empty="No recording is linked yet."
    )


def _events(catalog: Catalog) -> ProgrammeSection:
    """Events that are not over, the next first."""
    coming = [event for event in catalog.programme.events if (event.ends or event.starts) >= catalog.as_of]
    rows = tuple(
        ProgrammeRow(
            title=text_in(event.title),
            day=event.starts,
            href=event.url,
            lines=tuple(line for line in (event.place, _until(event.starts, event.ends)) if line),
        )
        for event in sorted(coming, key=lambda event: (event.starts, event.id))
    )
    return ProgrammeSection(id="events", title="Events", rows=rows, empty="No event is announced.")


def _until(starts: date, ends: date | None) -> str:
    return f"{counted((ends - starts).days + 1, 'day')}" if ends and ends != starts else ""


def _cases(catalog: Catalog) -> ProgrammeSection:
    rows = tuple(
        ProgrammeRow(
            title=text_of(case.title, entry),
            href=case.url,
            lines=(f"With {case.customer}",) if case.customer else (),
            links=_entries([entry]),
        )
        for entry in catalog.listed
        for case in entry.case_studies
    )
    return ProgrammeSection(
        id="case-studies", title="Case studies", rows=rows, empty="No vendor has told one yet."
    )


def _press(catalog: Catalog) -> ProgrammeSection:
    """Releases that Parallels has approved, by the day of the launch, the latest first."""
    told = [
        (entry, entry.launch, release)
        for entry in catalog.listed
        if entry.launch and (release := entry.launch.press_release) and release.approved
    ]
    told.sort(key=lambda row: (row[1].date or catalog.as_of).toordinal(), reverse=True)
    rows = tuple(
        ProgrammeRow(
            title=text_of(entry.name, entry),
            day=launch.date,
            href=release.url,
            lines=(f"On {host_of(release.url)}",),
            links=(Link(name="The application", path=entry_path(entry.slug)),),
        )
        for entry, launch, release in told
    )
    return ProgrammeSection(id="press", title="Press releases", rows=rows, empty="None is approved yet.")


def _partners(catalog: Catalog) -> Iterator[ProgrammeSection]:
    partners = catalog.programme.white_label_partners
    rows = tuple(
        ProgrammeRow(
            title=text_in(partner.name),
            href=partner.homepage,
            lines=(f"Also written {', '.join(partner.aliases)}",) if partner.aliases else (),
            links=_entries(entry for entry in catalog.listed if partner.id in entry.white_label_partners),
        )
        for partner in partners
    )
    yield ProgrammeSection(
        id="white-label",
        title="White-label partners",
        rows=rows,
        lead="They run Parallels Automation and open stores under the brands of their own resellers.",
        empty="None is named.",
    )
    yield _contacts(catalog)


def _storefronts(catalog: Catalog) -> ProgrammeSection:
    rows = []
    for shop in sorted(catalog.programme.storefronts, key=lambda shop: shop.name):
        sold = sold_in(shop, catalog)
        words = counted(len(sold), "application") if shop.enabled else "Has not opted in"
        path = storefront_path(shop) if shop.enabled else None
        rows.append(
            ProgrammeRow(
                title=text_in(shop.name),
                path=path,
                lines=(words,),
                mark="" if shop.enabled else "Not enabled",
            )
        )
    return ProgrammeSection(
        id="storefronts", title="Storefronts", rows=tuple(rows), empty="None has opted in yet."
    )


def storefront_path(shop: StorefrontListing) -> str:
    """The page of what one storefront sells."""
    return f"{PROGRAMME}storefronts/{shop.id}/"


def sold_in(shop: StorefrontListing, catalog: Catalog) -> list[Entry]:
    """The listed entries that an enabled storefront names and whose vendors are on its route."""
    if not shop.enabled:
        return []
    named = frozenset(shop.applications)
    return [entry for entry in catalog.listed if entry.slug in named and _STOREFRONT in entry.routes]


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


def _contacts(catalog: Catalog) -> ProgrammeSection:
    rows = tuple(
        ProgrammeRow(
            title=Text(role.replace("-", " ").capitalize()),
            lines=tuple(part for part in (contact.email, contact.phone) if part),
            actions=(reference(host_of(contact.url), contact.url),) if contact.url else (),
        )
        for role, contact in catalog.programme.contacts.items()
    )
    return ProgrammeSection(id="contact", title="Contact", rows=rows, empty="No contact is given.")


def _entries(entries: Iterable[Entry]) -> tuple[Link, ...]:
    return tuple(Link(name=entry.name, path=entry_path(entry.slug)) for entry in entries)
