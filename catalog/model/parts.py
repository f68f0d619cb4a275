"""The blocks of an entry, one class each, as the entry schema names them.

A part that the entry leaves out is `None` or an empty tuple. Texts are NFC; ids are known to their vocabulary.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from catalog.model.base import Part

if TYPE_CHECKING:
    from collections.abc import Iterator

# For a class that has a field `date`: inside it that name is the field.
Day = date


class Vendor(Part, frozen=True, kw_only=True):
    """Who makes the application. `country` is an ISO 3166-1 alpha-2 code."""

    name: str
    homepage: str
    country: str | None = None


class Regions(Part, frozen=True, kw_only=True):
    """Where the vendor sells, in the vendor's own tokens; `catalog.regions` turns tokens into countries.

    `stated` is false for `not-stated`; then both tuples are empty.
    """

    stated: bool
    include: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()


class Packager(Part, frozen=True, kw_only=True):
    """Who built the APS package, where that is not the vendor."""

    name: str
    homepage: str | None = None


class Service(Part, frozen=True, kw_only=True):
    """The cloud service that a connector reaches."""

    name: str
    homepage: str | None = None


class Api(Part, frozen=True, kw_only=True):
    """How a connector talks to its service. `style` is one of rest, soap, xml-rpc, graphql, other."""

    style: str | None = None
    documentation: str | None = None


class Deployment(Part, frozen=True, kw_only=True):
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


class Plesk(Part, frozen=True, kw_only=True):
    """How the package relates to Plesk. `package` is `same` or `separate`; the verdict is computed elsewhere."""

    package: str | None = None
    min_version: str | None = None


class Referral(Part, frozen=True, kw_only=True):
    """Evidence of the referral gate: the day of the agreement, and whether a joint plan exists."""

    agreed: date | None = None
    joint_plan: bool | None = None


class Storefront(Part, frozen=True, kw_only=True):
    """Evidence of the storefront gate. `margin_50` is `true`, `false` or `undisclosed`."""

    track_record: str | None = None
    agreed: date | None = None
    wholesale_agreed: bool | None = None
    margin_50: str | None = None


class KeyAdministrator(Part, frozen=True, kw_only=True):
    """Evidence of the Key Administrator gate. `integration` is `planned` or `done`."""

    track_record: str | None = None
    approved: date | None = None
    integration: str | None = None


class Audiences(Part, frozen=True, kw_only=True):
    """For whom: Plesk user kinds, company sizes, partner segments (ids of the audiences vocabulary)."""

    plesk_users: tuple[str, ...] = ()
    company_sizes: tuple[str, ...] = ()
    partner_segments: tuple[str, ...] = ()


class Package(Part, frozen=True, kw_only=True):
    """The APS package: standard version, package id (a URI), release, and where to fetch it."""

    aps: str | None = None
    id: str | None = None
    release: str | None = None
    url: str | None = None
    sha256: str | None = None


class Certification(Part, frozen=True, kw_only=True):
    """A certificate, `silver` or `gold`, bound to one version of the package."""

    level: str
    version: str
    date: date
    expires: Day | None = None
    url: str | None = None


class PriceFrom(Part, frozen=True, kw_only=True):
    """The lowest end-user list price. `currency` is an ISO 4217 code, `per` free text such as `user/month`."""

    amount: Decimal
    currency: str
    per: str | None = None


class Pricing(Part, frozen=True, kw_only=True):
    """How an end user pays. `model` is one of free, freemium, subscription, perpetual, usage, quote."""

    model: str
    price_from: PriceFrom | None = None
    trial_days: int | None = None


class Contact(Part, frozen=True, kw_only=True):
    """A role address; never a person."""

    email: str | None = None
    phone: str | None = None
    url: str | None = None


class LocalContact(Contact, frozen=True, kw_only=True):
    """The sales desk for one country (ISO code)."""

    country: str


class Contacts(Part, frozen=True, kw_only=True):
    """Role addresses by purpose, and those of sales by country."""

    sales: Contact | None = None
    technical: Contact | None = None
    press: Contact | None = None
    local: tuple[LocalContact, ...] = ()

    def named(self) -> Iterator[tuple[tuple[str, ...], Contact]]:
        """Every contact with its path into the entry."""
        for role, contact in (("sales", self.sales), ("technical", self.technical), ("press", self.press)):
            if contact is not None:
                yield ("contacts", role), contact
        for desk in self.local:
            yield ("contacts", "local", desk.country), desk


class Links(Part, frozen=True, kw_only=True):
    """Public pages about the application."""

    support: str | None = None
    documentation: str | None = None
    eula: str | None = None
    community: str | None = None
    source: str | None = None
    demo: str | None = None


class Collateral(Part, frozen=True, kw_only=True):
    """One go-to-market material. `material` is an id of the materials vocabulary, `access` public or partners."""

    material: str
    url: str
    access: str
    updated: date | None = None


class PressRelease(Part, frozen=True, kw_only=True):
    """A press release. `kind` is availability, update or momentum; `approved` the day the platform owner agreed."""

    url: str
    kind: str | None = None
    approved: date | None = None


class Launch(Part, frozen=True, kw_only=True):
    """The launch plan: a target day or event, a press release, posts."""

    date: date | None = None
    event: str | None = None
    press_release: PressRelease | None = None
    social: tuple[str, ...] = ()


class Webinar(Part, frozen=True, kw_only=True):
    """A ten-minute slot in a monthly webinar, and its recording."""

    date: date
    recording: str | None = None


class Promotion(Part, frozen=True, kw_only=True):
    """An offer to partners. Both days are included. `regions` is `None` where the entry's regions hold."""

    title: str
    text: str
    starts: date
    ends: date
    regions: Regions | None = None
    terms: str | None = None


class CaseStudy(Part, frozen=True, kw_only=True):
    """A published case study."""

    title: str
    customer: str
    url: str


class Screenshot(Part, frozen=True, kw_only=True):
    """A picture file beside the entry, and its caption."""

    file: str
    caption: str | None = None


class Media(Part, frozen=True, kw_only=True):
    """Picture files beside the entry (bare names), the brand colour as `#rrggbb`, a video address."""

    logo: str | None = None
    logo_dark: str | None = None
    color: str | None = None
    screenshots: tuple[Screenshot, ...] = ()
    video: str | None = None


class Print(Part, frozen=True, kw_only=True):
    """Wishes for the book. `include` is `None` where the entry says nothing; see `Entry.in_print`."""

    include: bool | None = None
    featured: bool = False


class Waiver(Part, frozen=True, kw_only=True):
    """A warning that the entry asks to be silent, why, and until when."""

    rule: str
    reason: str
    until: date


class Listing(Part, frozen=True, kw_only=True):
    """Who says so. `source` is vendor, package, public or demo; `status` listed or withdrawn."""

    source: str = "vendor"
    checked: date | None = None
    evidence: tuple[str, ...] = ()
    status: str = "listed"
    replaced_by: str | None = None


class Translation(Part, frozen=True, kw_only=True):
    """Texts in one more language; a missing text falls back to the entry's own."""

    language: str
    summary: str | None = None
    description: str | None = None
    pitch: str | None = None
