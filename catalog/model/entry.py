"""One application of one vendor."""

from __future__ import annotations

from catalog.model.base import Part
from catalog.model.parts import (
    Audiences,
    CaseStudy,
    Certification,
    Collateral,
    Contacts,
    Deployment,
    KeyAdministrator,
    Launch,
    Links,
    Listing,
    Media,
    Package,
    Packager,
    Plesk,
    Pricing,
    Print,
    Promotion,
    Referral,
    Regions,
    Storefront,
    Translation,
    Vendor,
    Waiver,
    Webinar,
)


class Entry(Part, frozen=True, kw_only=True):
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
    def is_unclaimed(self) -> bool:
        """Whether the facts were gathered from outside and no vendor has spoken."""
        return self.listing.source in {"package", "public"}

    @property
    def in_print(self) -> bool:
        """Whether the book takes the entry: it asked, or said nothing and has stated models and is not withdrawn."""
        if self.print.include is not None:
            return self.print.include and not self.withdrawn
        return self.models_stated and not self.withdrawn
