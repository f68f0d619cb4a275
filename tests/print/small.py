"""Entries, catalogs and editions as small values, for the tests of the book.

Owns no expectation and no fixture.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from catalog.editions import Edition
from catalog.model import (
    Catalog,
    Contact,
    Contacts,
    Deployment,
    Entry,
    Listing,
    Programme,
    Regions,
    Vendor,
    VendorListing,
)
from catalog.text import vendor_slugs
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

CACHE = ROOT / ".cache"
PITCH = (
    "Sell it beside the web space that the customer already pays for. It installs in a minute, asks for no server, "
    "and its support desk answers your staff in their own language."
)
EDITION = Edition("2027-spring", "Spring 2027", date(2027, 3, 1), date(2027, 2, 15))
SCRIPTS = (
    "朝顔勤怠の在庫帳。販売店は自社の名前で提供でき、毎月の利用料がそのまま収益になります。設定は三分。"
    "दफ्तर छोटे व्यापारी हिसाब के लिए अलग सर्वर नहीं चाहते"
    "دفتر المواعيد تفقد الشركات الصغيرة عشر مواعيدها"
    "שלום חברות קטנות"
    "Привет малые фирмы ждут"
)


def entry_of(slug: str = "harbor-sync", **parts: Any) -> Entry:  # noqa: ANN401 - whatever an entry has
    """A small, complete entry; any part can be given."""
    given: dict[str, Any] = {
        "name": slug.replace("-", " ").title(),
        "version": "2.4.1",
        "summary": "Keeps office files in step between sites",
        "description": "It keeps the files of small offices in step.",
        "pitch": PITCH,
        "vendor": Vendor(name="Harbor Example Ltd", homepage="https://harbor.example/"),
        "type": "webspace",
        "business_models": ("direct",),
        "regions": Regions(stated=True, include=("worldwide",)),
        "categories": ("web/wiki",),
        "routes": ("automation",),
        "deployment": Deployment(stack=("php",), servers=1, background_services=False),
        "contacts": Contacts(sales=Contact(email="sales@harbor.example")),
        "listing": Listing(source="vendor"),
    }
    return Entry(slug=slug, **(given | parts))


def catalog_of(entries: Iterable[Entry], folder: Path | str = "entries") -> Catalog:
    """A catalog of these entries."""
    listed = tuple(entries)
    slugs = vendor_slugs(entry.vendor.name for entry in listed)
    vendors = {
        slug: VendorListing(
            slug=slug,
            name=name,
            homepage="https://vendor.example/",
            entries=tuple(entry for entry in listed if entry.vendor.name == name),
        )
        for name, slug in slugs.items()
    }
    return Catalog(
        entries=listed, vendors=vendors, programme=Programme(), as_of=date(2027, 1, 1), folder=str(folder)
    )
