"""The entry and its parts as frozen values, one class per block of the entry schema, version 1.

Owns the shapes that every later stage reads. Refuses to know where a value came from: no YAML, no positions,
no file names beyond the slug. A value that stands here has been decoded, so a date is a date and a term id is
known to its vocabulary. Texts are NFC. A part that the entry leaves out is `None` or an empty tuple.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import msgspec


class _Part(msgspec.Struct, frozen=True, gc=False):
    """Common settings of every part: immutable, outside the cycle collector (no part has cycles)."""


class Vendor(_Part, kw_only=True):
    """Who makes the application. `country` is an ISO 3166-1 alpha-2 code."""

    name: str
    homepage: str
    country: str | None = None


class Regions(_Part, kw_only=True):
    """Where the vendor sells, in the vendor's own tokens; `catalog.regions` turns tokens into countries.

    `stated` is false for `not-stated`; then both tuples are empty.
    """

    stated: bool
    include: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()


class Packager(_Part, kw_only=True):
    """Who built the APS package, where that is not the vendor."""

    name: str
    homepage: str | None = None


class Service(_Part, kw_only=True):
    """The cloud service that a connector reaches."""

    name: str
    homepage: str | None = None


class Api(_Part, kw_only=True):
    """How a connector talks to its service. `style` is one of rest, soap, xml-rpc, graphql, other."""

    style: str | None = None
    documentation: str | None = None


class Deployment(_Part, kw_only=True):
    """What the application needs to run (handbook, Table 1). Only the keys of the entry's type are set."""

    stack: tuple[str, ...] = ()
    servers_software: tuple[str, ...] = ()
    databases: tuple[str, ...] = ()
    environments: tuple[str, ...] = ()
    os: tuple[str, ...] = ()
    installer: tuple[str, ...] = ()
    servers: int | None = None
    background_services: bool | None = None
    service: Service | None = None
    api: Api | None = None
    multitenant: bool | None = None


class Plesk(_Part, kw_only=True):
    """How the package relates to Plesk. `package` is `same` or `separate`; the verdict is computed elsewhere."""

    package: str | None = None
    min_version: str | None = None


class Referral(_Part, kw_only=True):
    """Evidence of the referral gate: the day of the agreement, and whether a joint plan exists."""

    agreed: date | None = None
    joint_plan: bool | None = None


class Storefront(_Part, kw_only=True):
    """Evidence of the storefront gate. `margin_50` is `true`, `false` or `undisclosed`."""

    track_record: str | None = None
    agreed: date | None = None
    wholesale_agreed: bool | None = None
    margin_50: str | None = None


class KeyAdministrator(_Part, kw_only=True):
    """Evidence of the Key Administrator gate. `integration` is `planned` or `done`."""

    track_record: str | None = None
    approved: date | None = None
    integration: str | None = None


class Audiences(_Part, kw_only=True):
    """For whom: Plesk user kinds, company sizes, partner segments (ids of the audiences vocabulary)."""

    plesk_users: tuple[str, ...] = ()
    company_sizes: tuple[str, ...] = ()
    partner_segments: tuple[str, ...] = ()


class Package(_Part, kw_only=True):
    """The APS package: standard version, package id (a URI), release, and where to fetch it."""

    aps: str | None = None
    id: str | None = None
    release: str | None = None
    url: str | None = None
    sha256: str | None = None


class Certification(_Part, kw_only=True):
    """A certificate, `silver` or `gold`, bound to one version of the package."""

    level: str
    version: str
    date: date
    expires: date | None = None
    url: str | None = None


class PriceFrom(_Part, kw_only=True):
    """The lowest end-user list price. `currency` is an ISO 4217 code, `per` free text such as `user/month`."""

    amount: Decimal
    currency: str
    per: str | None = None


class Pricing(_Part, kw_only=True):
    """How an end user pays. `model` is one of free, freemium, subscription, perpetual, usage, quote."""

    model: str
    price_from: PriceFrom | None = None
    trial_days: int | None = None


class Contact(_Part, kw_only=True):
    """A role address; never a person."""

    email: str | None = None
    phone: str | None = None
    url: str | None = None


class Contacts(_Part, kw_only=True):
    """Role addresses by purpose."""

    sales: Contact | None = None
    technical: Contact | None = None
    press: Contact | None = None


class Links(_Part, kw_only=True):
    """Public pages about the application."""

    support: str | None = None
    documentation: str | None = None
    eula: str | None = None
    community: str | None = None
    source: str | None = None
    demo: str | None = None


class Collateral(_Part, kw_only=True):
    """One go-to-market material. `material` is an id of the materials vocabulary, `access` public or partners."""

    material: str
    url: str
    access: str
    updated: date | None = None


class PressRelease(_Part, kw_only=True):
    """A press release. `kind` is availability, update or momentum; `approved` the day the platform owner agreed."""

    url: str
    kind: str | None = None
    approved: date | None = None


class Launch(_Part, kw_only=True):
    """The launch plan: a target day or event, a press release, posts."""

    date: date | None = None
    event: str | None = None
    press_release: PressRelease | None = None
    social: tuple[str, ...] = ()


class Webinar(_Part, kw_only=True):
    """A ten-minute slot in a monthly webinar, and its recording."""

    date: date
    recording: str | None = None


class Promotion(_Part, kw_only=True):
    """An offer to partners. Both days are included. `regions` is `None` where the entry's regions hold."""

    title: str
    text: str
    starts: date
    ends: date
    regions: Regions | None = None
    terms: str | None = None


class CaseStudy(_Part, kw_only=True):
    """A published case study."""

    title: str
    customer: str
    url: str


class Screenshot(_Part, kw_only=True):
    """A picture file beside the entry, and its caption."""

    file: str
    caption: str | None = None


class Media(_Part, kw_only=True):
    """Picture files beside the entry (bare names), the brand colour as `#rrggbb`, a video address."""

    logo: str | None = None
    logo_dark: str | None = None
    color: str | None = None
    screenshots: tuple[Screenshot, ...] = ()
    video: str | None = None


class Print(_Part, kw_only=True):
    """Wishes for the book. `include` is `None` where the entry says nothing; see `Entry.in_print`."""

    include: bool | None = None
    featured: bool = False


class Waiver(_Part, kw_only=True):
    """A warning that the entry asks to be silent, why, and until when."""

    rule: str
    reason: str
    until: date


class Listing(_Part, kw_only=True):
    """Who says so. `source` is vendor, package, public or demo; `status` listed or withdrawn."""

    source: str = "vendor"
    checked: date | None = None
    evidence: tuple[str, ...] = ()
    status: str = "listed"
    replaced_by: str | None = None


class Translation(_Part, kw_only=True):
    """Texts in one more language; a missing text falls back to the entry's own."""

    language: str
    summary: str | None = None
    description: str | None = None
    pitch: str | None = None


class Entry(_Part, kw_only=True):
    """One application of one vendor. `slug` is the folder's name, the id everywhere.

    `business_models` is empty where the entry says `not-stated`.
    """

    slug: str
    name: str
    version: str
    summary: str
    description: str
    vendor: Vendor
    type: str
    business_models: tuple[str, ...]
    regions: Regions
    categories: tuple[str, ...]
    pitch: str | None = None
    highlights: tuple[str, ...] = ()
    packager: Packager | None = None
    license: str | None = None
    deployment: Deployment | None = None
    plesk: Plesk | None = None
    routes: tuple[str, ...] = ()
    referral: Referral | None = None
    storefront: Storefront | None = None
    key_administrator: KeyAdministrator | None = None
    white_label_partners: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    audiences: Audiences = Audiences()
    package: Package | None = None
    certification: Certification | None = None
    pricing: Pricing | None = None
    contacts: Contacts = Contacts()
    links: Links = Links()
    collateral: tuple[Collateral, ...] = ()
    launch: Launch | None = None
    webinar: Webinar | None = None
    promotions: tuple[Promotion, ...] = ()
    case_studies: tuple[CaseStudy, ...] = ()
    media: Media = Media()
    print: Print = Print()
    waive: tuple[Waiver, ...] = ()
    listing: Listing = Listing()
    formerly: tuple[str, ...] = ()
    translations: tuple[Translation, ...] = ()

    @property
    def models_stated(self) -> bool:
        """Whether the vendor said how the application is sold."""
        return bool(self.business_models)

    @property
    def withdrawn(self) -> bool:
        """Whether the vendor took the application off the catalog."""
        return self.listing.status == "withdrawn"

    @property
    def is_demo(self) -> bool:
        """Whether the entry is invented for demonstration."""
        return self.listing.source == "demo"

    @property
    def in_print(self) -> bool:
        """Whether the book takes the entry: it asked, or said nothing and has stated models and is not withdrawn."""
        if self.print.include is not None:
            return self.print.include and not self.withdrawn
        return self.models_stated and not self.withdrawn


class WhiteLabelPartner(_Part, kw_only=True):
    """A company that opens stores under its resellers' brands (program/white-label-partners.yaml)."""

    id: str
    name: str
    homepage: str | None = None
    aliases: tuple[str, ...] = ()


class StorefrontListing(_Part, kw_only=True):
    """One storefront and the applications that it names (program/storefronts/<id>.yaml)."""

    id: str
    name: str
    enabled: bool
    applications: tuple[str, ...] = ()


class Event(_Part, kw_only=True):
    """A summit or fair of the programme (program/events.yaml)."""

    id: str
    title: str
    starts: date
    ends: date | None = None
    place: str | None = None
    url: str | None = None


class Fact(_Part, kw_only=True):
    """A figure with its source and date (program/facts.yaml); contradictions stay, each with its note."""

    id: str
    value: str
    unit: str | None = None
    source: str
    as_of: str
    note: str | None = None


class Programme(_Part, kw_only=True):
    """What belongs to the programme and not to one vendor. Every part may be empty."""

    white_label_partners: tuple[WhiteLabelPartner, ...] = ()
    storefronts: tuple[StorefrontListing, ...] = ()
    events: tuple[Event, ...] = ()
    facts: tuple[Fact, ...] = ()
    contacts: dict[str, Contact] = {}
    recordings: dict[str, str] = {}


class VendorListing(_Part, kw_only=True):
    """A vendor and its entries; `slug` names the vendor's page and filter value."""

    slug: str
    name: str
    homepage: str
    entries: tuple[Entry, ...]


class Catalog(_Part, kw_only=True):
    """Everything that the two readers draw from.

    `entries` stand in reading order of their names, withdrawn ones included. `folder` is the entries folder as
    given, whose pictures are read from `<folder>/<slug>/<file>`. `as_of` is the day that every date is compared to.
    """

    entries: tuple[Entry, ...]
    vendors: dict[str, VendorListing]
    programme: Programme
    as_of: date
    folder: str

    @property
    def listed(self) -> tuple[Entry, ...]:
        """The entries that are not withdrawn."""
        return tuple(entry for entry in self.entries if not entry.withdrawn)
