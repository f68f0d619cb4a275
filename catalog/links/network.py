"""One request to one machine that was judged first.

Owns names to numbers, which numbers may be asked, and the exchange of one HEAD or GET. The connection goes to the very
number that was judged, so a name that answers differently the second time gains nothing. Cookies, credentials,
proxies of the environment and redirects are not followed; a body is never read. Every exchange ends in time, however
slowly the other side drips.
"""

from __future__ import annotations

import errno
import http.client
import socket
import ssl
import threading
from collections.abc import Callable
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from catalog.rules.hosts import private_reason

if TYPE_CHECKING:
    from collections.abc import Iterator
    from urllib.parse import SplitResult

Resolve = Callable[[str, int], list[str]]
_AGENT = "aps-catalog-links/1 (checks once whether a page that a catalog names is there; reads no content)"
_STANDARD_PORTS = {"http": 80, "https": 443}
_NO_SUCH_NAME = frozenset({socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)})
# OpenSSL's X509_V_ERR_*: what a browser refuses too. A chain that we cannot complete may be fine elsewhere.
_BAD_CERTIFICATES = {10: "its certificate has expired", 62: "its certificate is for another name"}


class RefusedError(Exception):
    """Why an address cannot be asked, and whether it is dead for every reader (`gone`) or just not known."""

    def __init__(self, why: str, *, gone: bool = False) -> None:
        super().__init__(why)
        self.gone = gone


class Reply(NamedTuple):
    """An HTTP status, and the address that it redirects to, if any."""

    status: int
    location: str


@dataclass(frozen=True, slots=True)
class Network:
    """What of a network may be reached.

    Args:
        resolve: host and port to IP addresses as text; raises `OSError` as `socket.getaddrinfo` does.
        refuse: an IP address to the reason not to ask it, or None.
        ports: those that may be asked.
        trust: whose certificates count.
        seconds: the longest that one exchange may last.
    """

    resolve: Resolve
    refuse: Callable[[str], str | None]
    ports: frozenset[int]
    trust: ssl.SSLContext
    seconds: float = 20.0

    def exchange(self, method: str, parts: SplitResult) -> Reply:
        """Ask for an address, already judged to be http or https, or raise `RefusedError`."""
        host = parts.hostname or ""
        port = parts.port or _STANDARD_PORTS[parts.scheme]
        if port not in self.ports:
            raise RefusedError(f"port {port} is not asked")
        number = self._number(host, port)
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        try:
            with (
                socket.create_connection((number, port), timeout=self.seconds / 2) as plain,
                _cut_after(self.seconds, plain),
                self._secured(plain, parts.scheme, host) as sock,
            ):
                return _exchanged(sock, method, path, parts.netloc)
        except (http.client.HTTPException, OSError, ValueError) as problem:
            raise _refusal(problem) from problem

    def _number(self, host: str, port: int) -> str:
        """The address to connect to; a host that leads to any private machine is refused whole."""
        try:
            numbers = self.resolve(host, port)
        except OSError as problem:
            if problem.errno in _NO_SUCH_NAME:
                raise RefusedError(f"there is no host {host}", gone=True) from problem
            raise RefusedError(f"the name {host} could not be looked up") from problem
        except ValueError as problem:  # a label that is empty or too long
            raise RefusedError(f"{host[:80]} is no name of a host", gone=True) from problem
        for number in numbers:
            if reason := self.refuse(number):
                raise RefusedError(f"{host} leads to {reason}", gone=True)
        return min(numbers, key=lambda number: ":" in number)  # Runners often lack IPv6.

    def _secured(self, plain: socket.socket, scheme: str, host: str) -> socket.socket:
        """The socket for the scheme; TLS for the name, though the connection went to a number."""
        return plain if scheme == "http" else self.trust.wrap_socket(plain, server_hostname=host)


def public_network() -> Network:
    """The public internet, and nothing of this machine or its network."""
    return Network(_looked_up, private_reason, frozenset({80, 443}), ssl.create_default_context())


def _looked_up(host: str, port: int) -> list[str]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(address[0]) for *_rest, address in found]


def _exchanged(sock: socket.socket, method: str, path: str, host: str) -> Reply:
    connection = http.client.HTTPConnection(host)
    connection.sock = sock  # Connected already: the library looks up no name.
    connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
    headers = (("Host", host), ("User-Agent", _AGENT), ("Accept", "*/*"), ("Connection", "close"))
    for field, value in headers:
        connection.putheader(field, value)
    connection.endheaders()
    answer = connection.getresponse()
    return Reply(answer.status, answer.getheader("Location") or "")


@contextmanager
def _cut_after(seconds: float, sock: socket.socket) -> Iterator[None]:
    """End the connection when the time is over, also one that sends a sign now and then."""
    handle = sock.dup()  # TLS takes the socket itself away.
    late = threading.Timer(seconds, _cut, [handle])
    late.daemon = True
    late.start()
    try:
        yield
    finally:
        late.cancel()
        handle.close()


def _cut(sock: socket.socket) -> None:
    with suppress(OSError):
        sock.shutdown(socket.SHUT_RDWR)


def _refusal(problem: Exception) -> RefusedError:
    """The reason in a reader's words."""
    if isinstance(problem, ssl.SSLCertVerificationError):
        gone = _BAD_CERTIFICATES.get(problem.verify_code)
        return RefusedError(gone or "its certificate could not be verified", gone=gone is not None)
    if isinstance(problem, TimeoutError):
        return RefusedError("no answer in time")
    if isinstance(problem, OSError) and problem.errno == errno.ECONNREFUSED:
        return RefusedError("the connection was refused")
    return RefusedError("the exchange failed")
