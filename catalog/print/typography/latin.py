"""Latin forms: what a name in another script is sorted, indexed and called by, and a web address as people say it.

Owns one rule for entries and one for vendors. Refuses to transliterate where people have already chosen: the slug
of an entry is the Latin form that its vendor put into its address, while sounds guessed from Han or Arabic signs
would be another name. A vendor has no slug of its own choice, so its Latin form is the host of its homepage.
"""

from __future__ import annotations

import functools
import unicodedata
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from anyascii import anyascii

if TYPE_CHECKING:
    from catalog.model import Entry, Vendor


@functools.lru_cache(maxsize=65536)
def is_latin(name: str) -> bool:
    """Whether the first letter of a name is Latin; a name without letters counts as Latin."""
    if name.isascii():
        return True
    first = next((sign for sign in name if sign.isalpha()), "a")
    return unicodedata.name(first, "").startswith(
        ("LATIN", "FULLWIDTH LATIN", "MODIFIER", "FEMININE", "MASCULINE")
    )


def latin_name(entry: Entry) -> str:
    """The name, or for another script its slug in capitalised words: `朝顔勤怠` is `Asagao Kintai`."""
    if is_latin(entry.name):
        return entry.name
    return " ".join(word.capitalize() for word in entry.slug.split("-"))


def latin_vendor(vendor: Vendor) -> str:
    """The vendor's name, or for another script the host of its homepage: `朝顔システム` is `asagao.example`."""
    if is_latin(vendor.name):
        return vendor.name
    host = web_host(vendor.homepage)
    return host if host.isascii() and "xn--" not in host else anyascii(vendor.name)


def web_host(address: str) -> str:
    """The host of a web address without `www.`, as people say it."""
    return (urlsplit(address).hostname or address).removeprefix("www.")


def web_address(address: str) -> str:
    """A web address as people type it: without its scheme and the slash at its end."""
    return address.removeprefix("https://").removeprefix("http://").rstrip("/")
