"""Rules on who says so: the source of an entry, its evidence, and how old its word is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from catalog.rules.hosts import host_of, is_reserved, private_reason
from catalog.rules.registry import ERROR, WARNING, Spot, entry_rule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from catalog.model import Entry
    from catalog.rules.context import Context

# Nearly all addresses of invented entries, told without taking them apart.
_RESERVED = re.compile(r"https?://[a-z0-9.-]+\.example(?:[/?#]|$)")
_NOT_THE_VENDOR = {"package": "a package", "public": "public pages"}


@entry_rule("APS237", ERROR, "listing-without-evidence")
def listing_without_evidence(entry: Entry, _context: Context) -> Iterator[Spot]:
    """Facts from a package or from public pages come without their source.

    Where no vendor has spoken, a reader must be able to see where each fact is from.

    Refused:

        listing: {source: public, checked: 2026-08-01}
        ^

    Accepted:

        listing: {source: public, checked: 2026-08-01, evidence: ["https://harbor.example/about"]}
    """
    source = _NOT_THE_VENDOR.get(entry.listing.source)
    if source and not entry.listing.evidence:
        message = f"the facts are from {source}, and listing.evidence does not say where that is"
        yield Spot(("listing",), message, "add evidence: with the addresses", at="key")


@entry_rule("APS238", ERROR, "demonstration-with-real-address")
def demonstration_with_real_address(entry: Entry, context: Context) -> Iterator[Spot]:
    """An invented entry names an address that may belong to somebody.

    Demonstration entries use hosts that nobody can own: those that end in .example, .test or .invalid, and example.com,
    example.net and example.org.

    Refused:

        links: {support: "https://support.harborsync.com/"}
                         ^
        listing: {source: demo, checked: 2026-08-01}

    Accepted:

        links: {support: "https://support.harborsync.example/"}
        listing: {source: demo, checked: 2026-08-01}
    """
    if not entry.is_demo:
        return
    for address in context.addresses:
        url = address.url
        if _RESERVED.match(url):
            continue
        host = url.rpartition("@")[2].lower() if url[:7].lower() == "mailto:" else host_of(url)
        host = host.partition("?")[0]
        if not is_reserved(host) and private_reason(host) is None:
            yield Spot(
                address.path,
                *_real(host),
                offset=address.offset,
                length=1 if address.offset < 0 else len(url),
            )
    for path, contact in entry.contacts.named():
        if contact.email:
            host = contact.email.rpartition("@")[2].lower()
            if not is_reserved(host):
                yield Spot((*path, "email"), *_real(host))


def _real(host: str) -> tuple[str, str]:
    return (
        f'the entry is invented, and "{host}" may belong to somebody',
        "use a host that ends in .example",
    )


@entry_rule("APS239", WARNING, "listing-not-checked-lately")
def listing_not_checked_lately(entry: Entry, context: Context) -> Iterator[Spot]:
    """The entry was last checked more than twelve months ago.

    Versions, prices and contacts change. Look through the entry and write the day on which you did.

    Refused:

        listing: {source: demo, checked: 2025-02-03}
                                         ^

    Accepted:

        listing: {source: demo, checked: 2026-08-01}
    """
    checked = entry.listing.checked
    if checked and checked < _a_year_before(context.as_of):
        message = f"the entry was last checked on {checked}, more than twelve months ago"
        yield Spot(("listing", "checked"), message, "go through the entry and write today's date")


def _a_year_before(day: date) -> date:
    """The same day a year before; the 28th for the 29th of February."""
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)
