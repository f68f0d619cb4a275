"""Rules across entries on likeness: one product twice, one vendor spelled two ways, names that pass for another's.

Each gathers the entries by a key in one pass, so ten thousand take no longer a piece than ten.
"""

from __future__ import annotations

import functools
import itertools
import re
from typing import TYPE_CHECKING, TypeVar

from catalog.rules.hosts import host_of
from catalog.rules.lookalikes import skeleton
from catalog.rules.registry import ERROR, WARNING, Spot, catalog_rule
from catalog.rules.words import bare, listed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from catalog.model import Catalog, Entry, VendorListing
    from catalog.source import Path

K = TypeVar("K")
# What companies call their kind, in the languages of most vendors; it makes no other company.
_KINDS = frozenset(
    "inc incorporated ltd limited llc llp plc corp corporation co company gmbh mbh ag kg ug se sa sas sarl srl spa bv "
    "nv oy oyj ab as asa aps kk pty pte sl sro zrt kft doo ltda lda pvt".split()
)
_FILE = "entries/{}/entry.yaml"
_ABBREVIATED = re.compile(r"(?<=\b\w)\.(?=\w\b)")
_SCHEME = re.compile(r"^https?://(www\.)?")
# Of a group, only the first are compared with each of its entries.
_LOOKED_AT = 20


def _gathered(entries: Iterable[Entry], key: Callable[[Entry], K | None]) -> dict[K, list[Entry]]:
    """The entries by key, in the order of their slugs; those without a key left out."""
    groups: dict[K, list[Entry]] = {}
    for entry in entries:
        if (found := key(entry)) is not None:
            groups.setdefault(found, []).append(entry)
    return {
        found: sorted(group, key=lambda entry: entry.slug)
        for found, group in groups.items()
        if len(group) > 1
    }


def _others(entry: Entry, group: Sequence[Entry]) -> str:
    """The files of the first few others. Nobody reads more, and looking at all of them would take its square."""
    files = (_FILE.format(other.slug) for other in group if other.slug != entry.slug)
    return listed(list(itertools.islice(files, _LOOKED_AT)))


def _same(text: str) -> str:
    return " ".join(text.casefold().split())


@catalog_rule("APS301", ERROR, "same-name-and-vendor")
def same_name_and_vendor(catalog: Catalog, _slugs: frozenset[str]) -> Iterator[tuple[str, Spot]]:
    """Two entries have the same name and the same vendor.

    A partner could not tell them apart in a list or in the book. If they are two packages of one product, give the
    second a telling name, such as "Quay Mail for Plesk". If one replaced the other, move its slug to `formerly`.

    Refused:

        # entries/quay-mail/entry.yaml
        name: Quay Mail
              ^
        # entries/quay-mail-2/entry.yaml
        name: quay mail
              ^

    Accepted:

        # entries/quay-mail/entry.yaml
        name: Quay Mail
        # entries/quay-mail-2/entry.yaml
        name: Quay Mail for Plesk
    """
    groups = _gathered(catalog.entries, lambda entry: (_same(entry.name), _same(entry.vendor.name)))
    for group in groups.values():
        for entry in group:
            message = f"the same name and vendor stand in {_others(entry, group)}"
            remedy = (
                "give a second package a telling name; if one replaced the other, list its slug in formerly"
            )
            yield entry.slug, Spot(("name",), message, remedy)


@catalog_rule("APS302", WARNING, "vendor-spelled-two-ways")
def vendor_spelled_two_ways(catalog: Catalog, _slugs: frozenset[str]) -> Iterator[tuple[str, Spot]]:
    """One vendor is spelled in two ways.

    Each spelling gets a page, a filter value and a line in the index of its own, and shows a part of the vendor's
    applications. Case, blanks and punctuation make no other vendor here; on one site, the kind of company (Inc., GmbH,
    Ltd) does not either.

    Refused:

        # entries/lemon-mail/entry.yaml
        vendor: {name: Lemon Press Inc., homepage: "https://lemon.example/"}
                       ^
        # entries/lemon-desk/entry.yaml
        vendor: {name: LEMONPRESS, homepage: "https://lemon.example/"}
                       ^

    Accepted:

        # entries/lemon-mail/entry.yaml
        vendor: {name: Lemon Press Inc., homepage: "https://lemon.example/"}
        # entries/lemon-desk/entry.yaml
        vendor: {name: Lemon Press Inc., homepage: "https://lemon.example/"}
    """
    marks = {vendor.name: _marks(vendor) for vendor in catalog.vendors.values()}
    ways: dict[tuple[str, str], set[str]] = {}
    for name, keys in marks.items():
        for key in keys:
            ways.setdefault(key, set()).add(name)
    by_name = {vendor.name: vendor for vendor in catalog.vendors.values()}
    for vendor in catalog.vendors.values():
        others = set().union(*(ways[key] for key in marks[vendor.name])) - {vendor.name}
        if others:
            told = listed(
                [f'"{other}" in {_first_file(by_name[other])}' for other in sorted(others)[:_LOOKED_AT]]
            )
            message = f'the vendor "{vendor.name}" is spelled {told}'
            for entry in vendor.entries:
                remedy = "choose one spelling for all entries of a vendor"
                yield entry.slug, Spot(("vendor", "name"), message, remedy)


def _marks(vendor: VendorListing) -> set[tuple[str, str]]:
    """What two spellings of one vendor share: all letters, or the name and the site."""
    company = _company(vendor.name)
    homepages = {entry.vendor.homepage for entry in vendor.entries}
    sites = {".".join(host_of(homepage).split(".")[-2:]) for homepage in homepages}
    return {("", _letters(vendor.name) or company), *((site, company) for site in sites)}


def _first_file(vendor: VendorListing) -> str:
    return _FILE.format(min(entry.slug for entry in vendor.entries))


@functools.lru_cache(maxsize=65536)
def _company(name: str) -> str:
    """A company's name without case, accents, blanks, marks and its kind: `LemonPress, Inc` → `lemonpress`.

    A name of nothing but marks stays what it is.
    """
    words = bare(_ABBREVIATED.sub("", name)).split()
    while len(words) > 1 and words[-1] in _KINDS:
        words.pop()
    return "".join(words) or name.strip()


@catalog_rule("APS305", WARNING, "same-product-address")
def same_product_address(catalog: Catalog, _slugs: frozenset[str]) -> Iterator[tuple[str, Spot]]:
    """Two entries give the same address for their product.

    The same package, source code, demonstration or package id, or one homepage for two vendors: either the product is
    listed twice, or one of the addresses was copied and not changed.

    Refused:

        # entries/quay-mail/entry.yaml
        links: {demo: "https://demo.quay.example/"}
                      ^
        # entries/quay-desk/entry.yaml
        links: {demo: "https://demo.quay.example"}
                      ^

    Accepted:

        # entries/quay-mail/entry.yaml
        links: {demo: "https://demo.quay.example/mail"}
        # entries/quay-desk/entry.yaml
        links: {demo: "https://demo.quay.example/desk"}
    """
    for path, key in _PRODUCT_ADDRESSES:
        for group in _gathered(catalog.entries, key).values():
            for entry in group:
                message = f"the same address stands in {_others(entry, group)}"
                remedy = "correct the one that was copied, or keep one entry for one product"
                yield entry.slug, Spot(path, message, remedy)
    yield from _shared_homepages(catalog)


def _plain(url: str | None) -> str | None:
    """An address as browsers compare it, near enough: without scheme, www. and the slash at its end."""
    if not url:
        return None
    url = url.lower()
    # Most addresses, without a search.
    rest = url[8:] if url.startswith("https://") and url[8:12] != "www." else _SCHEME.sub("", url)
    return rest.rstrip("/")


_PRODUCT_ADDRESSES: tuple[tuple[Path, Callable[[Entry], str | None]], ...] = (
    (("package", "id"), lambda entry: entry.package.id if entry.package else None),
    (("package", "url"), lambda entry: _plain(entry.package.url) if entry.package else None),
    (("links", "source"), lambda entry: _plain(entry.links.source)),
    (("links", "demo"), lambda entry: _plain(entry.links.demo)),
)


def _shared_homepages(catalog: Catalog) -> Iterator[tuple[str, Spot]]:
    """One homepage for vendors of different names; two spellings of one name are another rule's."""
    for group in _gathered(catalog.entries, lambda entry: _plain(entry.vendor.homepage)).values():
        owners: dict[str, Entry] = {}
        for entry in group:
            owners.setdefault(_company(entry.vendor.name), entry)
        if len(owners) < 2:
            continue
        for entry in group:
            own = _company(entry.vendor.name)
            others = [other for owner, other in owners.items() if owner != own]
            message = f"another vendor has the same homepage: {_others(entry, others)}"
            remedy = "correct the homepage that was copied, or the vendor's name"
            yield entry.slug, Spot(("vendor", "homepage"), message, remedy)


@catalog_rule("APS306", WARNING, "name-looks-like-another")
def name_looks_like_another(catalog: Catalog, _slugs: frozenset[str]) -> Iterator[tuple[str, Spot]]:
    """A name looks like that of another entry.

    With letters of another script that look the same, a name passes for a known one, and neither search nor a reader
    can tell. The same letters with other blanks or marks, from one vendor, are mostly one product twice.

    Refused:

        # entries/quay-mail/entry.yaml
        name: Quay Mail
              ^
        # entries/quay-mail-2/entry.yaml
        name: QuayMail
              ^

    Accepted:

        # entries/quay-mail/entry.yaml
        name: Quay Mail
        # entries/quay-mail-2/entry.yaml
        name: Quay Mail for Plesk
    """
    for key, group in _gathered(catalog.entries, lambda entry: skeleton(entry.name)).items():
        if not key:
            continue
        for entry in group:
            others = [other for other in group[:_LOOKED_AT] if _alike(entry, other)]
            if others:
                message = f'the name looks like "{others[0].name}" in {_others(entry, others)}'
                remedy = "type the name again with one keyboard layout, or give one of the two a telling name"
                yield entry.slug, Spot(("name",), message, remedy)


def _alike(entry: Entry, other: Entry) -> bool:
    """Whether two names with one skeleton differ in a way that a reader does not see, or come from one vendor."""
    if _same(entry.name) == _same(other.name):
        return False
    same_vendor = _company(entry.vendor.name) == _company(other.vendor.name)
    return same_vendor or _letters(entry.name) != _letters(other.name)


def _letters(name: str) -> str:
    """The letters as typed, without case, blanks and marks; look-alikes of other scripts stay what they are."""
    return bare(name).replace(" ", "")
