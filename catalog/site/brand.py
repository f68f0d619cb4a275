"""The site of one storefront: what it sells, under its name, its logo and its colour.

Owns the subset and the style. Only a storefront that said yes twice has one: it is enabled, and it names what it sells
(handbook, "Third-party white-label marketplaces"). Refuses what belongs to the programme: other storefronts, webinars,
the guide and the way to add an entry are in no such site.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from catalog.errors import UsageError
from catalog.findings import near_misses
from catalog.model import Programme
from catalog.pictures.colors import WHITE, as_hex, moved_until_read, read_color
from catalog.site.pictures import cleaned
from catalog.site.programme_sections import sold_in
from catalog.site.views import Picture

if TYPE_CHECKING:
    from catalog.model import Catalog, StorefrontListing
    from catalog.pictures.colors import Rgb

STYLE = "assets/brand.css"
DARK_PAGE: Rgb = (0x10, 0x13, 0x17)
"""The ground of the dark site (theme/assets/tokens.css)."""

_READ_ON_DARK = 6.5


def storefront_of(catalog: Catalog, name: str) -> StorefrontListing:
    """The storefront by its id; one that nobody knows, or that is not enabled, raises `UsageError`."""
    shops = {shop.id: shop for shop in catalog.programme.storefronts}
    shop = shops.get(name)
    if shop is None:
        near = near_misses(name, list(shops))
        remedy = (
            f'did you mean "{near[0]}"?' if near else "the ids are the names of files in program/storefronts/"
        )
        raise UsageError(f'there is no storefront "{name}"; {remedy}')
    if not shop.enabled:
        raise UsageError(
            f'the storefront "{name}" is not enabled: program/storefronts/{name}.yaml says so until it agrees'
        )
    return shop


def subset(catalog: Catalog, shop: StorefrontListing) -> Catalog:
    """The catalog of what the storefront sells, with nothing of the programme but the names that entries mention."""
    entries = tuple(sold_in(shop, catalog))
    slugs = {entry.slug for entry in entries}
    vendors = {
        slug: msgspec.structs.replace(vendor, entries=kept)
        for slug, vendor in catalog.vendors.items()
        if (kept := tuple(entry for entry in vendor.entries if entry.slug in slugs))
    }
    programme = Programme(white_label_partners=catalog.programme.white_label_partners)
    return msgspec.structs.replace(
        catalog, entries=entries, vendors=vendors, programme=programme, internal=None
    )


def logo_of(shop: StorefrontListing, entries: str) -> tuple[Picture, bytes] | None:
    """The logo as it is published, from beside the storefront's file. `entries` is the entries folder."""
    if shop.brand is None or shop.brand.logo is None:
        return None
    file = Path(entries).parent / "program" / "storefronts" / shop.brand.logo
    content, width, height = cleaned(file.read_bytes())
    return Picture(src=f"assets/brand{file.suffix}", width=width, height=height), content


def style_of(shop: StorefrontListing) -> bytes:
    """The colours of the site: the storefront's own on white, and one of its kind that is read on dark."""
    read = read_color(shop.brand.colour) if shop.brand and shop.brand.colour else None
    if read is None:
        return b""
    own, _ = read
    light = as_hex(moved_until_read(own, WHITE, (DARK_PAGE,), _READ_ON_DARK))
    return _STYLE.format(own=as_hex(own), light=light).encode()


_STYLE = """\
/* The storefront's colour; all others follow from it. */
:root, [data-md-color-scheme="default"] {{
  --md-accent-fg-color: {own};
  --md-accent-fg-color--transparent: {own}1a;
  --md-typeset-a-color: {own};
}}
[data-md-color-scheme="slate"] {{
  --md-accent-fg-color: {light};
  --md-accent-fg-color--transparent: {light}1f;
  --md-typeset-a-color: {light};
}}
body, [data-md-color-scheme] {{
  --aps-accent-soft: color-mix(in oklab, var(--aps-accent) 12%, var(--aps-bg));
  --aps-accent-strong: color-mix(in oklab, var(--aps-accent) 80%, var(--aps-ink));
}}
"""
