"""What a host is told about a site: where its pages may load things from.

Owns the Content-Security-Policy. Every page carries it, since a host may serve files and nothing else; a host that
reads `_headers`, as several do, sends the same words. Refuses exceptions: no script and no style stands inside a page,
and nothing comes from elsewhere.
"""

from __future__ import annotations

from urllib.parse import urlsplit

HEADERS = "_headers"
"""The file of such hosts, below the site's root."""

_OWN = ("script-src", "style-src", "img-src", "font-src", "form-action")
_DRAWN_IN_STYLES = " data:"  # Icons stand in the style sheets as drawings.


def policy_of(*, offline: bool) -> str:
    """The policy of a page. From disk a page has no origin of its own, so there it names files as well."""
    own = "'self' file:" if offline else "'self'"
    parts = (f"{name} {own}{_DRAWN_IN_STYLES if name == 'img-src' else ''}" for name in _OWN)
    return "; ".join(("default-src 'none'", *parts, "base-uri 'none'"))


def headers_of(base: str) -> bytes:
    """The file `_headers` of a site served at the address `base`, or at the root of its host where that is unknown."""
    path = urlsplit(base).path or "/"
    lines = (
        f"{path}*",
        f"  Content-Security-Policy: {policy_of(offline=False)}",
        "  X-Content-Type-Options: nosniff",
    )
    return "".join(f"{line}\n" for line in lines).encode()
