"""Which hosts lie on the public internet, by the look of their names.

Owns the names and numbers that lead back to the reader's own machine or network. Looks nothing up.
"""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from urllib.parse import urlsplit

PRIVATE_ENDS = frozenset(
    {"localhost", "local", "localdomain", "internal", "intranet", "private", "lan", "home", "corp", "arpa", "onion"}
)  # fmt: skip
# Names that RFC 2606 and RFC 6761 keep for examples: invented entries use them.
_RESERVED_ENDS = frozenset({"example", "test", "invalid", "localhost"})
_RESERVED_NAMES = frozenset({"example.com", "example.net", "example.org"})
# Nearly every address has a host that needs nothing done to it.
_PLAIN = re.compile(r"https?://([a-z0-9.-]*[a-z0-9])(?:/|$)")
_NUMBER = re.compile(r"0[xX][0-9a-fA-F]*|[0-9]+")
_LONGEST_NUMBER = 40


def host_of(url: str) -> str:
    """The host of a web address in lower case, as a browser reads it; empty where there is none."""
    if plain := _PLAIN.match(url):
        return plain[1]
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    # Full-width letters and ideographic stops are the ASCII ones to a browser.
    return unicodedata.normalize("NFKC", host).replace("。", ".").lower().rstrip(".")


def is_reserved(host: str) -> bool:
    """Whether a host can belong to nobody: `harbor.example`, `www.example.org`."""
    labels = host.split(".")
    return labels[-1] in _RESERVED_ENDS or ".".join(labels[-2:]) in _RESERVED_NAMES


def private_reason(host: str) -> str | None:
    """Why a host is not on the public internet, or None."""
    number = _number_of(host)
    if number is not None:
        return None if number.is_global and not number.is_multicast else "a private or reserved IP address"
    labels = host.split(".")
    if labels[-1] in PRIVATE_ENDS:
        return "this computer" if labels[-1] == "localhost" else f"a name that ends in .{labels[-1]}"
    return "a name without a point" if len(labels) == 1 else None


def _number_of(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """The IP address that a host is written as, in any of the forms that browsers take (`127.1`, `0x7f000001`)."""
    if ":" in host:
        try:
            six = ipaddress.IPv6Address(host.partition("%")[0])
        except ValueError:
            return None
        return six.ipv4_mapped or six
    parts = host.split(".")
    if len(parts) > 4 or not all(len(part) <= _LONGEST_NUMBER and _NUMBER.fullmatch(part) for part in parts):
        return None
    *heads, last = map(_value, parts)
    whole = last
    for place, head in enumerate(heads):
        whole += head << 8 * (3 - place)
    # A number too large is an address for no browser; it counts as 0.0.0.0, which is private.
    return ipaddress.IPv4Address(whole if whole < 2**32 else 0)


def _value(part: str) -> int:
    if part[:2] in {"0x", "0X"}:
        return int(part[2:] or "0", 16)
    if part.startswith("0") and not set(part) & set("89"):
        return int(part, 8)
    return int(part)
