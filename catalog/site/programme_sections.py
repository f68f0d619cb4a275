"""Sections of the programme's pages: what each lists, in which order.

Source: handbook, "Going To Market". Refuses what is not public: a press release without approval, what a storefront
that is not enabled would sell.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from catalog.english import counted
from catalog.handbook.webinars import MONTHS, SLOTS, speakers, webinar_days
from catalog.site.programme_views import ProgrammeRow, ProgrammeSection
from catalog.site.terms import entry_path
from catalog.site.views import Link, Text
from catalog.site.words import host_of, reference, text_in, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalog.model import Catalog, Entry, StorefrontListing

PROGRAMME = "programme/"


def coming_webinars(catalog: Catalog) -> ProgrammeSection:
    """The webinars of the next twelve months, with their speakers and free slots."""
    rows, by_day = [], speakers(catalog)
    for day in webinar_days(catalog.as_of, MONTHS, catalog.programme.moved_webinars):
        free = max(SLOTS - len(by_day[day]), 0)
        words = f"{counted(free, 'slot')} of {SLOTS} free" if free else "All slots are taken"
        rows.append(
            ProgrammeRow(title=Text("Partner webinar"), day=day, lines=(words,), links=_entries(by_day[day]))
        )
    return ProgrammeSection(id="webinars", title="Webinars", rows=tuple(rows))


def held_webinars(catalog: Catalog) -> ProgrammeSection:
    """Webinars before today of which there is something to see, the latest first."""
    recordings = {date.fromisoformat(day): href for day, href in catalog.programme.recordings.items()}
    rows, by_day = [], speakers(catalog)
    for day in sorted({*by_day, *recordings}, reverse=True):
        if day >= catalog.as_of:
            continue
        whole = (reference("Recording of the hour", recordings[day]),) if day in recordings else ()
        single = tuple(
            reference(f"Recording: {entry.name}", entry.webinar.recording)
            for entry in by_day[day]
            if entry.webinar and entry.webinar.recording
        )
        rows.append(
            ProgrammeRow(
                title=Text("Partner webinar"), day=day, links=_entries(by_day[day]), actions=whole + single
            )
        )
    return ProgrammeSection(
        id="held", title="Held before", rows=tuple(rows), empty="No recording is linked yet."
    )


def events(catalog: Catalog) -> ProgrammeSection:
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


def case_studies(catalog: Catalog) -> ProgrammeSection:
    """The case studies of all listed entries."""
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


def press_releases(catalog: Catalog) -> ProgrammeSection:
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


def white_label(catalog: Catalog) -> ProgrammeSection:
    """White-label partners with what they sell."""
    rows = tuple(
        ProgrammeRow(
            title=text_in(partner.name),
            href=partner.homepage,
            lines=(f"Also written {', '.join(partner.aliases)}",) if partner.aliases else (),
            links=_entries(entry for entry in catalog.listed if partner.id in entry.white_label_partners),
        )
        for partner in catalog.programme.white_label_partners
    )
    return ProgrammeSection(
        id="white-label",
        title="White-label partners",
        rows=rows,
        lead="They run Parallels Automation and open stores under the brands of their own resellers.",
        empty="None is named.",
    )


def storefronts(catalog: Catalog) -> ProgrammeSection:
    """All storefronts by name; only one that has opted in has a page."""
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
    """The listed entries that an enabled storefront names. That each is on a storefront's route is checked (APS645)."""
    if not shop.enabled:
        return []
    named = frozenset(shop.applications)
    return [entry for entry in catalog.listed if entry.slug in named]


def figures(catalog: Catalog) -> ProgrammeSection:
    """The facts in the order of their file, contradictions with their notes."""
    rows = tuple(
        ProgrammeRow(
            title=text_in(f"{fact.value} {fact.unit or ''}".strip()),
            lines=(
                f"Handbook, {fact.source}; as of {fact.as_of}",
                *((fact.note,) if fact.note else ()),
            ),
            id=fact.id,
        )
        for fact in catalog.programme.facts
    )
    return ProgrammeSection(id="figures", title="Figures", rows=rows, empty="No figure is given.")


def contacts(catalog: Catalog) -> ProgrammeSection:
    """The role addresses of the programme."""
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
