"""The pages of all vendors, all regions and all categories.

Owns their grouping: vendors by first letter, categories by the handbook's service kinds, regions by part of the world.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from catalog.regions import PARTITION, WORLDWIDE, geography
from catalog.site.coverage import coverage_of
from catalog.site.list_views import OverviewGroup, OverviewLink, OverviewPage
from catalog.site.terms import name_of, parts_of, path_of
from catalog.site.views import Text
from catalog.site.words import text_of
from catalog.text import collation_key, fold
from catalog.vocabulary import NOT_STATED, vocabularies

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from catalog.model import VendorListing
    from catalog.site.sources import Sources
    from catalog.site.tally import Tally


def vendors_in_order(sources: Sources, tally: Tally) -> Sequence[VendorListing]:
    """Vendors with a listed entry, as the catalog orders them."""
    return [vendor for slug, vendor in sources.catalog.vendors.items() if tally.behind("vendor", slug).size]


def vendors_page(tally: Tally, sources: Sources) -> OverviewPage:
    """Vendors with a listed entry, by the first letter of their names; those without a Latin letter come last."""
    vendors = [
        vendor for slug, vendor in sources.catalog.vendors.items() if tally.behind("vendor", slug).size
    ]
    groups = []
    for letter, some in itertools.groupby(sorted(vendors, key=_vendor_order), key=_letter):
        links = tuple(_vendor_link(vendor, tally) for vendor in some)
        name = letter.upper() if letter.isalpha() else {"0": "0–9"}.get(letter, "Other scripts")
        groups.append(OverviewGroup(id=_anchor(letter), name=name, path=None, count=None, links=links))
    count = len(vendors)
    said = tally.messages
    lead = said.text(
        "{vendors} with {applications}.",
        vendors=said.counted(count, "{n} vendor", "{n} vendors"),
        applications=said.counted(tally.total, "{n} application", "{n} applications"),
    )
    return OverviewPage(facet="vendors", title="Vendors", lead=lead, count=count, groups=tuple(groups))


def categories_page(tally: Tally) -> OverviewPage:
    """All categories of the vocabulary."""
    words = vocabularies()
    groups = []
    for kind in words.service_kinds.values():
        inside = [category for category in words.categories.values() if category.kind == kind.id]
        links = sorted((_link("category", category.id, tally) for category in inside), key=_order(tally))
        groups.append(OverviewGroup(id=kind.id, name=kind.name, path=None, count=None, links=tuple(links)))
    lead = tally.messages.text("{n} categories in four kinds of service.", n=len(words.categories))
    return OverviewPage(
        facet="categories", title="Categories", lead=lead, count=len(words.categories), groups=tuple(groups)
    )


def regions_page(tally: Tally) -> OverviewPage:
    """Parts of the world, their subregions and countries, as far as something is sold there."""
    groups = [
        OverviewGroup(
            id=part,
            name=name_of("region", part),
            path=path_of("region", part),
            count=tally.behind("region", part).size,
            links=_inside(part, tally),
        )
        for part in PARTITION
    ]
    groups.append(_across(tally))
    covered = sum(bool(tally.behind("region", code).size) for code in geography().countries)
    lead = tally.messages.counted(
        covered,
        "Something is sold in {n} country. The parts are the catalog's own; what they hold follows the Unicode CLDR.",
        "Something is sold in {n} countries. The parts are the catalog's own; what they hold follows the Unicode CLDR.",
    )
    return OverviewPage(
        facet="regions",
        title="Regions",
        lead=lead,
        count=covered,
        groups=tuple(groups),
        coverage=coverage_of("Where something is sold", frozenset(geography().countries), tally),
    )


def _across(tally: Tally) -> OverviewGroup:
    """Values that are no part of the partition."""
    links = tuple(_link("region", token, tally) for token in (WORLDWIDE, "eu", NOT_STATED))
    return OverviewGroup(id="across", name="Across and beyond", path=None, count=None, links=links)


def _inside(token: str, tally: Tally) -> tuple[OverviewLink, ...]:
    links = [
        _link("region", part, tally, _inside(part, tally))
        for part in parts_of(token)
        if tally.behind("region", part).size
    ]
    return tuple(sorted(links, key=_order(tally)))


def _link(param: str, value: str, tally: Tally, children: tuple[OverviewLink, ...] = ()) -> OverviewLink:
    return OverviewLink(
        name=Text(name_of(param, value)),
        path=path_of(param, value),
        count=tally.behind(param, value).size,
        children=children,
    )


def _vendor_link(vendor: VendorListing, tally: Tally) -> OverviewLink:
    name = text_of(vendor.name, vendor.entries[0])
    return OverviewLink(
        name=name, path=path_of("vendor", vendor.slug), count=tally.behind("vendor", vendor.slug).size
    )


def _order(tally: Tally) -> Callable[[OverviewLink], tuple[str, str]]:
    return lambda link: tally.messages.order(link.name.text)


def _vendor_order(vendor: VendorListing) -> tuple[bool, str, tuple[str, str]]:
    letter = _letter(vendor)
    return letter == "-", letter, collation_key(vendor.name)


def _letter(vendor: VendorListing) -> str:
    """`a` to `z`, `0` for digits, `-` for everything else."""
    first = next((sign for sign in fold(vendor.name) if sign.isalnum()), "-")
    if first.isascii():
        return "0" if first.isdigit() else first
    return "-"


def _anchor(letter: str) -> str:
    return {"-": "other", "0": "digits"}.get(letter, letter)
