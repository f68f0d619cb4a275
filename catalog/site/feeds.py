"""The Atom feeds of entries, of promotions and of packages for Plesk Panel, and the sitemap.

Owns their XML. Texts are escaped; what no XML may hold can't come out of the reader. Refuses the clock: an entry was
updated on the day it was last checked.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

from catalog.english import day
from catalog.site.offer import lasting
from catalog.site.terms import entry_path
from catalog.text import language_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from catalog.model import Entry, Promotion

FEED = "feeds/all.atom"
PROMOTIONS_FEED = "feeds/promotions.atom"
PLESK_FEED = "feeds/plesk.atom"
_FEED_SIZE = 100
_LOC = re.compile(r"<loc>([^<]*)</loc>")


def atom(listed: Sequence[Entry], *, name: str, base: str, as_of: date) -> bytes:
    """The entries checked last, newest first, up to a hundred. `base` is the site's address, with `/` at its end."""
    newest = sorted(listed, key=_newest_first)[:_FEED_SIZE]
    updated = max((_updated(entry, as_of) for entry in newest), default=as_of)
    return _feed(name, FEED, base, updated, (_feed_entry(entry, base, as_of) for entry in newest))


def promotions_atom(listed: Sequence[Entry], *, name: str, base: str, as_of: date) -> bytes:
    """The promotions that run or are still to come, those that start last first.

    A promotion's id is its entry's address and its first day and title, so that a reader of feeds sees each once.
    """
    offers = [(offer, entry) for entry in listed for offer in lasting(entry, as_of)]
    offers.sort(key=lambda pair: (-pair[0].starts.toordinal(), pair[1].slug, pair[0].title))
    updated = min(max((offer.starts for offer, _ in offers), default=as_of), as_of)
    rows = (_feed_promotion(offer, entry, base, as_of) for offer, entry in offers)
    return _feed(f"{name}: promotions", PROMOTIONS_FEED, base, updated, rows)


def plesk_atom(entries: Sequence[Entry], *, name: str, base: str, as_of: date) -> bytes:
    """Packages that a Plesk Panel can import: `entries` are those that meet its criteria and say where theirs lies.

    The package is the enclosure of its entry, for the catalog inside the panel (handbook, "Parallels Plesk Panel").
    """
    ordered = sorted(entries, key=_newest_first)
    updated = max((_updated(entry, as_of) for entry in ordered), default=as_of)
    rows = (_feed_entry(entry, base, as_of, _enclosure(entry)) for entry in ordered)
    return _feed(f"{name}: packages for Plesk Panel", PLESK_FEED, base, updated, rows)


def _enclosure(entry: Entry) -> tuple[str, ...]:
    url = entry.package.url if entry.package else None
    words = f"{entry.name} {entry.version}"
    return (f'<link rel="enclosure" title={quoteattr(words)} href={quoteattr(url)}/>',) if url else ()


def _feed_promotion(offer: Promotion, entry: Entry, base: str, as_of: date) -> str:
    address = base + entry_path(entry.slug)
    lasts = f"{day(offer.starts)} to {day(offer.ends)}"
    language = language_of(offer.title + offer.text, entry.languages)
    return "\n".join(
        (
            f"<entry xml:lang={quoteattr(language)}>",
            f"<title>{escape(entry.name)}: {escape(offer.title)}</title>",
            f"<id>{escape(address)}#{offer.starts.isoformat()}-{quote(offer.title)}</id>",
            f"<link href={quoteattr(address)}/>",
            f"<updated>{_moment(min(offer.starts, as_of))}</updated>",
            f"<author><name>{escape(entry.vendor.name)}</name></author>",
            f"<summary>{escape(offer.text)} ({lasts})</summary>",
            "</entry>",
        )
    )


def _feed(name: str, path: str, base: str, updated: date, entries: Iterable[str]) -> bytes:
    identity = base if path == FEED else base + path
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
        f"<title>{escape(name)}</title>",
        f"<id>{escape(identity)}</id>",
        f'<link rel="self" href={quoteattr(base + path)}/>',
        f"<link href={quoteattr(base)}/>",
        f"<updated>{_moment(updated)}</updated>",
        *entries,
        "</feed>\n",
    ]
    return "\n".join(lines).encode()


def _feed_entry(entry: Entry, base: str, as_of: date, links: Sequence[str] = ()) -> str:
    address = base + entry_path(entry.slug)
    mark = " (demonstration)" if entry.is_demo else ""
    language = language_of(entry.summary, entry.languages)
    return "\n".join(
        (
            f"<entry xml:lang={quoteattr(language)}>",
            f"<title>{escape(entry.name + mark)}</title>",
            f"<id>{escape(address)}</id>",
            f"<link href={quoteattr(address)}/>",
            *links,
            f"<updated>{_moment(_updated(entry, as_of))}</updated>",
            f"<author><name>{escape(entry.vendor.name)}</name></author>",
            *(f"<category term={quoteattr(category)}/>" for category in entry.categories),
            f"<summary>{escape(entry.summary)}</summary>",
            "</entry>",
        )
    )


def _newest_first(entry: Entry) -> tuple[int, str]:
    return -(entry.listing.checked or date.min).toordinal(), entry.slug


def _updated(entry: Entry, as_of: date) -> date:
    """An entry without a day counts as updated on the build's."""
    return entry.listing.checked or as_of


def _moment(when: date) -> str:
    return f"{when.isoformat()}T00:00:00Z"


def sitemap(paths: Iterable[str], base: str) -> bytes:
    """A sitemap of the pages, each by its path from the site's root."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
        *(f"<url><loc>{escape(base + path)}</loc></url>" for path in paths),
        "</urlset>\n",
    ]
    return "\n".join(lines).encode()


def addresses_in(xml: str) -> list[str]:
    """The addresses in a sitemap that somebody else wrote."""
    return [found.replace("&amp;", "&") for found in _LOC.findall(xml)]
