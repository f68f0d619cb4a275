"""What the team keeps an eye on: managers, leads, certificates, old entries, webinars, rivals in one store.

Owns the page of a build for the team, which is not published, and the leads as Salesforce imports them. Refuses to
work without `Catalog.internal`, which no public build has. Source: handbook, "Going To Market".
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from catalog.english import counted, short_day
from catalog.handbook.webinars import MONTHS, SLOTS, speakers, webinar_days
from catalog.site.programme_sections import PROGRAMME, sold_in, storefront_path
from catalog.site.spreadsheet import table
from catalog.site.team_views import Cell, TeamPage, TeamTable
from catalog.site.terms import entry_path, name_of
from catalog.site.views import Link

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from catalog.model import Catalog, Entry, Internal, StorefrontListing

TEAM = f"{PROGRAMME}team/"
LEADS = f"{TEAM}leads.csv"
SOON, OLD = timedelta(days=90), timedelta(days=365)
"""How long before its end a certificate is shown, and how long after its last look an entry is old."""


def team_page(catalog: Catalog, internal: Internal) -> TeamPage:
    """The tables, what presses first in each."""
    return TeamPage(
        tables=(
            _managers(catalog, internal),
            _leads(catalog, internal),
            _certificates(catalog, internal),
            _old_entries(catalog, internal),
            _webinars(catalog),
            _rivals(catalog),
        )
    )


def leads_csv(catalog: Catalog, internal: Internal) -> bytes:
    """The leads with the column names that Salesforce's import wizard maps by itself; the owner is the manager's id."""
    names = {entry.slug: f"{entry.name} by {entry.vendor.name}" for entry in catalog.entries}
    head = (
        "Company", "Last Name", "Email", "Phone", "Website", "Country", "Lead Source", "Status", "Description",
        "Lead Owner",
    )  # fmt: skip
    rows = (
        (
            lead.company,
            lead.contact,
            lead.email or "",
            lead.phone or "",
            lead.website or "",
            lead.country or "",
            "APS catalog",
            "Qualified",
            f"{names[lead.application]}, qualified {lead.qualified.isoformat()}. {lead.note or ''}".rstrip(),
            _owner(internal, lead.application),
        )
        for lead in internal.leads
    )
    return table(head, rows)


def _owner(internal: Internal, slug: str) -> str:
    manager = internal.looked_after_by(slug)
    return (manager.owner or manager.email) if manager else ""


def _managers(catalog: Catalog, internal: Internal) -> TeamTable:
    by_slug = {entry.slug: entry for entry in catalog.entries}
    rows = [
        (
            Cell(text=manager.name),
            Cell(text=manager.email),
            Cell(links=_links(by_slug[slug] for slug in manager.applications)),
        )
        for manager in internal.managers
    ]
    stated = [entry for entry in catalog.listed if entry.models_stated]
    alone = [entry for entry in stated if internal.looked_after_by(entry.slug) is None]
    if alone:
        rows.insert(0, (Cell(text="Nobody", presses=True), Cell(), Cell(links=_links(alone))))
    return TeamTable(
        id="managers",
        title="Engagement managers",
        lead="Every vendor that states how it sells has one.",
        columns=("Manager", "Address", "Applications"),
        rows=tuple(rows),
        empty="No application states how it is sold.",
    )


def _leads(catalog: Catalog, internal: Internal) -> TeamTable:
    by_slug = {entry.slug: entry for entry in catalog.entries}
    rows = tuple(
        (
            Cell(text=short_day(lead.qualified)),
            Cell(text=lead.company),
            Cell(links=_links([by_slug[lead.application]])),
            _looked_after(internal, lead.application),
        )
        for lead in sorted(internal.leads, key=lambda lead: (-lead.qualified.toordinal(), lead.company))
    )
    return TeamTable(
        id="leads",
        title="Qualified leads",
        lead="Resellers whose interest a vendor has confirmed, the latest first.",
        columns=("Qualified", "Company", "Application", "Manager"),
        rows=rows,
        empty="No lead is waiting.",
        file=Link(name="For Salesforce (CSV)", path=LEADS),
    )


def _certificates(catalog: Catalog, internal: Internal) -> TeamTable:
    found = sorted(
        (entry.certification.expires, entry.slug, entry)
        for entry in catalog.listed
        if entry.certification and entry.certification.expires
        if entry.certification.expires <= catalog.as_of + SOON
    )
    return TeamTable(
        id="certificates",
        title="Certificates that end",
        lead=f"Within {SOON.days} days, or already. The book leaves out what has ended.",
        columns=("Ends", "Application", "Manager"),
        rows=tuple(
            (_day(ends, catalog.as_of), Cell(links=_links([entry])), _looked_after(internal, slug))
            for ends, slug, entry in found
        ),
        empty="None ends soon.",
    )


def _day(ends: date, today: date) -> Cell:
    left = (ends - today).days
    told = "ended" if left < 0 else "today" if left == 0 else f"in {counted(left, 'day')}"
    return Cell(text=f"{short_day(ends)}, {told}", presses=left < 0)


def _old_entries(catalog: Catalog, internal: Internal) -> TeamTable:
    """Never looked at comes before long ago."""
    found = sorted(
        (entry.listing.checked.toordinal() if entry.listing.checked else 0, entry.slug, entry)
        for entry in catalog.listed
        if entry.listing.checked is None or entry.listing.checked < catalog.as_of - OLD
    )
    return TeamTable(
        id="old",
        title="Entries to look at again",
        lead="Not checked by anybody for a year.",
        columns=("Checked", "Application", "Manager"),
        rows=tuple(
            (
                Cell(text=short_day(entry.listing.checked) if entry.listing.checked else "never"),
                Cell(links=_links([entry])),
                _looked_after(internal, slug),
            )
            for _, slug, entry in found
        ),
        empty="All were checked within a year.",
    )


def _webinars(catalog: Catalog) -> TeamTable:
    by_day = speakers(catalog)
    rows = []
    for day in webinar_days(catalog.as_of, MONTHS, catalog.programme.moved_webinars):
        taken = len(by_day[day])
        load = Cell(text=f"{taken} of {SLOTS}", presses=taken == 0)
        rows.append((Cell(text=short_day(day)), load, Cell(links=_links(by_day[day]))))
    return TeamTable(
        id="webinars",
        title="Webinar load",
        lead="The coming year; a day without anybody wants somebody.",
        columns=("Day", "Slots taken", "Who speaks"),
        rows=tuple(rows),
        empty="No webinar is planned.",
    )


def _rivals(catalog: Catalog) -> TeamTable:
    """Many resellers avoid competing products (handbook), so two of a category in one store are worth a word."""
    rows = tuple(
        (
            Cell(links=(Link(name=shop.name, path=storefront_path(shop)),)),
            Cell(text=name_of("category", category)),
            Cell(links=_links(rivals)),
        )
        for shop in catalog.programme.storefronts
        if shop.enabled
        for category, rivals in _by_category(shop, catalog)
    )
    return TeamTable(
        id="rivals",
        title="Rivals in one store",
        lead="Storefronts that name several applications of one category.",
        columns=("Storefront", "Category", "Applications"),
        rows=rows,
        empty="No storefront names two applications of one category.",
    )


def _by_category(shop: StorefrontListing, catalog: Catalog) -> Iterator[tuple[str, list[Entry]]]:
    found: dict[str, list[Entry]] = {}
    for entry in sold_in(shop, catalog):
        for category in entry.categories:
            found.setdefault(category, []).append(entry)
    return ((category, entries) for category, entries in sorted(found.items()) if len(entries) > 1)


def _looked_after(internal: Internal, slug: str) -> Cell:
    manager = internal.looked_after_by(slug)
    return Cell(text=manager.name) if manager else Cell(text="nobody")


def _links(entries: Iterable[Entry]) -> tuple[Link, ...]:
    return tuple(Link(name=entry.name, path=entry_path(entry.slug)) for entry in entries)
