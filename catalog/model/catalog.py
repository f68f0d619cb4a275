"""The programme, and the catalog of all entries that the two readers draw from."""

from __future__ import annotations

from datetime import date

import msgspec

from catalog.model.base import Part
from catalog.model.entry import Entry
from catalog.model.parts import Contact


class WhiteLabelPartner(Part, frozen=True, kw_only=True):
    """A company that opens stores under its resellers' brands (program/white-label-partners.yaml)."""

    id: str
    name: str
    homepage: str | None = None
    aliases: tuple[str, ...] = ()


class Brand(Part, frozen=True, kw_only=True):
    """How a storefront's own site looks. `logo` is a file beside the storefront's, `url` where the site will stand."""

    logo: str | None = None
    colour: str | None = None
    url: str | None = None


class StorefrontListing(Part, frozen=True, kw_only=True):
    """One storefront and the applications that it names (program/storefronts/<id>.yaml)."""

    id: str
    name: str
    enabled: bool
    applications: tuple[str, ...] = ()
    brand: Brand | None = None


class Event(Part, frozen=True, kw_only=True):
    """A summit or fair of the programme (program/events.yaml)."""

    id: str
    title: str
    starts: date
    ends: date | None = None
    place: str | None = None
    url: str | None = None


class Fact(Part, frozen=True, kw_only=True):
    """A figure with its source and date (program/facts.yaml); contradictions stay, each with its note."""

    id: str
    value: str
    unit: str | None = None
    source: str
    as_of: str
    note: str | None = None


class Programme(Part, frozen=True, kw_only=True):
    """What belongs to the programme and not to one vendor. Every part may be empty.

    `recordings` are those of whole webinars by their ISO date; `moved_webinars` are days besides the usual ones.
    `webinar_starts` is the time of day that webinars begin at, `15:00`, in the IANA zone `webinar_zone`.
    """

    white_label_partners: tuple[WhiteLabelPartner, ...] = ()
    storefronts: tuple[StorefrontListing, ...] = ()
    events: tuple[Event, ...] = ()
    facts: tuple[Fact, ...] = ()
    contacts: dict[str, Contact] = msgspec.field(default_factory=dict)
    recordings: dict[str, str] = msgspec.field(default_factory=dict)
    moved_webinars: tuple[date, ...] = ()
    webinar_starts: str | None = None
    webinar_zone: str | None = None


class EngagementManager(Part, frozen=True, kw_only=True):
    """Who looks after some applications (program/internal/engagement-managers.yaml). `owner` is an id in Salesforce."""

    id: str
    name: str
    email: str
    applications: tuple[str, ...] = ()
    owner: str | None = None


class Lead(Part, frozen=True, kw_only=True):
    """A reseller's interest in an application that its vendor qualified (program/internal/leads.yaml)."""

    application: str
    company: str
    contact: str
    qualified: date
    email: str | None = None
    phone: str | None = None
    website: str | None = None
    country: str | None = None
    note: str | None = None


class Internal(Part, frozen=True, kw_only=True):
    """What only the team may see. Only a build for the team has it; it is read for no other."""

    managers: tuple[EngagementManager, ...] = ()
    leads: tuple[Lead, ...] = ()

    def looked_after_by(self, slug: str) -> EngagementManager | None:
        """Who looks after an application."""
        return next((manager for manager in self.managers if slug in manager.applications), None)


class VendorListing(Part, frozen=True, kw_only=True):
    """A vendor and its entries; `slug` names the vendor's page and filter value."""

    slug: str
    name: str
    homepage: str
    entries: tuple[Entry, ...]


class Catalog(Part, frozen=True, kw_only=True):
    """Everything that the two readers draw from.

    `entries` stand in reading order of their names, withdrawn ones included. `folder` is the entries folder as
    given, whose pictures are read from `<folder>/<slug>/<file>`. `as_of` is the day that every date is compared to.
    `internal` is there in a build for the team alone. `read` is a hash of all that the entries and the programme were
    read from, pictures and day among it; empty where nobody knows it.
    """

    entries: tuple[Entry, ...]
    vendors: dict[str, VendorListing]
    programme: Programme
    as_of: date
    folder: str
    internal: Internal | None = None
    read: bytes = b""

    @property
    def listed(self) -> tuple[Entry, ...]:
        """The entries that are not withdrawn."""
        return tuple(entry for entry in self.entries if not entry.withdrawn)
