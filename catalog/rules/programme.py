"""Rules between entries and the programme: white-label partners, storefronts, seats in a webinar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.findings import near_misses
from catalog.handbook.webinars import SLOTS, is_webinar_day
from catalog.pictures.colors import WHITE, as_hex, contrast, moved_until_read, read_color
from catalog.rules.gates import ROUTES_OF
from catalog.rules.registry import ERROR, WARNING, Spot, catalog_rule, entry_rule
from catalog.rules.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.model import Catalog, Entry, StorefrontListing
    from catalog.rules.context import Context
    from catalog.source import Path


@entry_rule("APS307", ERROR, "white-label-partner-unknown", about="white_label_partners")
def white_label_partner_unknown(entry: Entry, context: Context) -> Iterator[Spot]:
    """A white-label partner is none that the programme knows.

    The partners and their ids stand in `program/white-label-partners.yaml`, with the spellings they are known by.

    Refused:

        # entries/harbor-sync/entry.yaml
        white_label_partners: [lux-cloud]
                               ^
        # program/white-label-partners.yaml
        - {id: luxcloud, name: Luxcloud}

    Accepted:

        # entries/harbor-sync/entry.yaml
        white_label_partners: [luxcloud]
        # program/white-label-partners.yaml
        - {id: luxcloud, name: Luxcloud}
    """
    if not entry.white_label_partners:
        return
    known = [partner.id for partner in context.programme.white_label_partners]
    for number, partner in enumerate(entry.white_label_partners):
        if partner not in known:
            near = near_misses(partner, known)
            remedy = (
                f'did you mean "{near[0]}"?' if near else "the ids stand in program/white-label-partners.yaml"
            )
            yield Spot(
                ("white_label_partners", number),
                f'"{partner}" is no white-label partner of the programme',
                remedy,
            )


_LIGHT_GREY, _BLACK = (0xF5, 0xF6, 0xF8), (0, 0, 0)
_READABLE = 4.5


def no_such_entry(path: Path, slug: str, slugs: frozenset[str]) -> Spot:
    """The spot of a slug that names none of the entries."""
    near = near_misses(slug, sorted(slugs))
    remedy = f'did you mean "{near[0]}"?' if near else "write the folder name of an entry"
    return Spot(path, f'there is no entry "{slug}"', remedy)


def _file(shop: StorefrontListing) -> str:
    return f"storefronts/{shop.id}.yaml"


@catalog_rule("APS308", ERROR, "storefront-names-unknown-entry")
def storefront_names_unknown_entry(catalog: Catalog, slugs: frozenset[str]) -> Iterator[tuple[str, Spot]]:
    """A storefront names an application that the catalog does not have.

    Storefronts name applications by the slugs of their entries.

    Refused:

        # program/storefronts/cedar.yaml
        name: Cedar Hosting
        enabled: true
        applications: [harbor-synk]
                       ^

    Accepted:

        # program/storefronts/cedar.yaml
        name: Cedar Hosting
        enabled: true
        applications: []
    """
    for shop in catalog.programme.storefronts:
        for number, slug in enumerate(shop.applications):
            if slug not in slugs:
                yield _file(shop), no_such_entry(("applications", number), slug, slugs)


@catalog_rule("APS645", ERROR, "storefront-names-entry-without-route")
def storefront_names_entry_without_route(
    catalog: Catalog, _slugs: frozenset[str]
) -> Iterator[tuple[str, Spot]]:
    """A storefront names an application that has no storefront route.

    Only what Parallels resells through storefronts can stand in one (handbook, "Parallels Partner Storefront and
    Parallels Automation for Cloud Marketplace").

    Refused:

        # entries/harbor-sync/entry.yaml
        routes: [automation]
        # program/storefronts/cedar.yaml
        name: Cedar Hosting
        enabled: true
        applications: [harbor-sync]
                       ^

    Accepted:

        # entries/harbor-sync/entry.yaml
        business_models: [reseller]
        routes: [partner-storefront]
        storefront: {track_record: 4000 seats since 2019, agreed: 2026-02-03, wholesale_agreed: true, margin_50: true}
        # program/storefronts/cedar.yaml
        name: Cedar Hosting
        enabled: true
        applications: [harbor-sync]
    """
    routes = set(ROUTES_OF["storefront"])
    by_slug = {entry.slug: entry for entry in catalog.entries}
    for shop in catalog.programme.storefronts:
        for number, slug in enumerate(shop.applications):
            entry = by_slug.get(slug)
            if entry and not routes & set(entry.routes):
                message = f"entries/{slug}/entry.yaml has no storefront route"
                remedy = "remove the application, or give the entry the route partner-storefront or cloud-marketplace"
                yield _file(shop), Spot(("applications", number), message, remedy)


@catalog_rule("APS646", WARNING, "storefront-not-enabled")
def storefront_not_enabled(catalog: Catalog, _slugs: frozenset[str]) -> Iterator[tuple[str, Spot]]:
    """A storefront names applications and is not enabled.

    A provider has to agree twice: to the storefront, and to each application in it (handbook, "Parallels Partner
    Storefront Resale"). Until both are true, nothing is shown.

    Refused:

        # entries/harbor-sync/entry.yaml
        business_models: [reseller]
        routes: [partner-storefront]
        storefront: {track_record: 4000 seats since 2019, agreed: 2026-02-03, wholesale_agreed: true, margin_50: true}
        # program/storefronts/cedar.yaml
        name: Cedar Hosting
        enabled: false
                 ^
        applications: [harbor-sync]

    Accepted:

        # program/storefronts/cedar.yaml
        name: Cedar Hosting
        enabled: false
        applications: []
    """
    for shop in catalog.programme.storefronts:
        if shop.applications and not shop.enabled:
            message = f"the storefront names {len(shop.applications)} applications and is not enabled"
            if len(shop.applications) == 1:
                message = "the storefront names an application and is not enabled"
            remedy = "write enabled: true once the provider agreed, or empty the list until then"
            yield _file(shop), Spot(("enabled",), message, remedy)


@catalog_rule("APS312", ERROR, "storefront-colour-hard-to-read")
def storefront_colour_hard_to_read(catalog: Catalog, _slugs: frozenset[str]) -> Iterator[tuple[str, Spot]]:
    """The colour of a storefront's brand is too light for text.

    Links and buttons of the storefront's own site have this colour, on white and on light grey. WCAG 2 asks for a
    contrast of 4.5 to 1. For dark screens the program lightens the colour by itself.

    Refused:

        # program/storefronts/cedar.yaml
        name: Cedar Hosting
        enabled: true
        brand: {colour: "#e0a100"}
                        ^

    Accepted:

        # program/storefronts/cedar.yaml
        name: Cedar Hosting
        enabled: true
        brand: {colour: "#8a6300"}
    """
    for shop in catalog.programme.storefronts:
        read = read_color(shop.brand.colour) if shop.brand and shop.brand.colour else None
        if read is None:
            continue
        found = contrast(read[0], _LIGHT_GREY)
        if found < _READABLE:
            near = as_hex(moved_until_read(read[0], _BLACK, (WHITE, _LIGHT_GREY), _READABLE))
            message = f"text in it has a contrast of {found:.1f} to 1; {_READABLE} is the least that is read"
            yield _file(shop), Spot(("brand", "colour"), message, f"take a darker one, such as {near}")


@catalog_rule("APS671", ERROR, "webinar-is-full")
def webinar_is_full(catalog: Catalog, _slugs: frozenset[str]) -> Iterator[tuple[str, Spot]]:
    """A webinar has six entries already.

    An hour holds six slots of ten minutes (handbook, "Going To Market", Monthly webinars; the division is ours). The
    first six by their slugs keep their seats.

    Refused:

        # entries/a1/entry.yaml
        webinar: {date: 2026-10-13}
        # entries/a2/entry.yaml
        webinar: {date: 2026-10-13}
        # entries/a3/entry.yaml
        webinar: {date: 2026-10-13}
        # entries/a4/entry.yaml
        webinar: {date: 2026-10-13}
        # entries/a5/entry.yaml
        webinar: {date: 2026-10-13}
        # entries/a6/entry.yaml
        webinar: {date: 2026-10-13}
        # entries/a7/entry.yaml
        webinar: {date: 2026-10-13}
                        ^

    Accepted:

        webinar: {date: 2026-11-10}
    """
    seats: dict[str, list[str]] = {}
    moved = catalog.programme.moved_webinars
    for entry in catalog.listed:
        # A claim of another day is refused already.
        if entry.webinar and (is_webinar_day(entry.webinar.date) or entry.webinar.date in moved):
            seats.setdefault(str(entry.webinar.date), []).append(entry.slug)
    for day, slugs in seats.items():
        taken, late = sorted(slugs)[:SLOTS], sorted(slugs)[SLOTS:]
        for slug in late:
            message = f"the webinar of {day} has six entries already: {listed(taken, SLOTS)}"
            yield slug, Spot(("webinar", "date"), message, "choose the second Tuesday of another month")
