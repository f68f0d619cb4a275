"""A visit: one address followed through its redirects, each of which is judged anew.

Owns how many redirects are followed and when a GET confirms a HEAD.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import SplitResult, quote, urldefrag, urljoin, urlsplit

from catalog.links.answer import TOO_MANY, Answer, Verdict, judged_status
from catalog.links.network import RefusedError
from catalog.rules.hosts import private_reason

if TYPE_CHECKING:
    from catalog.links.network import Network, Reply

REDIRECTS = 5
"""As many hops as are followed."""

_PERMANENT = frozenset({301, 308})
_REDIRECT = _PERMANENT | {302, 303, 307}
# What may stand unescaped in a path or query; above all the % of what is escaped already.
_SAFE = "!#$%&'()*+,/:;=?@[]~"


def visit(url: str, network: Network) -> Answer:
    """Ask for a web address and say what became of it. Never raises for what a server does."""
    here, moved_to, permanent = url, "", True
    for _hop in range(REDIRECTS + 1):
        try:
            reply = _asked(here, network)
        except RefusedError as refusal:
            how = Verdict.BROKEN if refusal.gone else Verdict.UNKNOWN
            return Answer(how, str(refusal) if here == url else f"it redirects, and then {refusal}")
        if reply.status not in _REDIRECT or not reply.location:
            return judged_status(reply.status, moved_to)
        permanent = permanent and reply.status in _PERMANENT
        here = urldefrag(_joined(here, reply.location)).url
        if permanent:
            moved_to = here
    return Answer(Verdict.BROKEN, f"more than {REDIRECTS} redirects", reply.status)


def _asked(url: str, network: Network) -> Reply:
    parts = _parts(url)
    reply = network.exchange("HEAD", parts)
    # Many servers answer HEAD wrongly or not at all; who asks to wait is not asked again.
    if reply.status == TOO_MANY or reply.status < 400:
        return reply
    return network.exchange("GET", parts)


def _parts(url: str) -> SplitResult:
    """The address in parts with an ASCII host and path. Not the web, or not public by its very name: `RefusedError`."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError as problem:
        raise RefusedError("the address cannot be read", gone=True) from problem
    if parts.scheme not in {"http", "https"} or not host:
        raise RefusedError("it leads to no web page", gone=True)
    if reason := private_reason(host):
        raise RefusedError(f"it leads to {reason}", gone=True)
    return SplitResult(parts.scheme, _netloc(host, port), _ascii(parts.path), _ascii(parts.query), "")


def _netloc(host: str, port: int | None) -> str:
    try:
        name = host if ":" in host else host.encode("idna").decode("ascii")
    except UnicodeError as problem:
        raise RefusedError("its host is no name", gone=True) from problem
    name = f"[{name}]" if ":" in name else name
    return f"{name}:{port}" if port else name


def _joined(here: str, location: str) -> str:
    """Where a redirect leads. What the server wrote may be shown on a terminal, so odd signs are escaped."""
    try:
        return urljoin(here, quote(location.strip().encode("latin-1"), safe=_SAFE))
    except ValueError:
        return ""


def _ascii(text: str) -> str:
    return quote(text, safe=_SAFE)
