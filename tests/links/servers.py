"""Web servers on this machine that answer as the web does: well, badly, late, or with a way on.

Owns a server per test with a table of answers by path, and a network that knows the names `*.site` alone.
"""

from __future__ import annotations

import http.server
import socket
import ssl
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from catalog.links import Network
from catalog.rules.hosts import private_reason

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PUBLIC = "127.0.0.1"
"""The number that stands for a machine on the internet; every other one of this machine is private."""


@dataclass
class Server:
    """A running server; `asked` gathers (method, path) of each request."""

    port: int
    asked: list[tuple[str, str]] = field(default_factory=list)
    hosts: list[str] = field(default_factory=list)

    def url(self, path: str, host: str = "public.site") -> str:
        return f"http://{host}:{self.port}{path}"

    def network(self, trust: ssl.SSLContext | None = None, seconds: float = 5.0) -> Network:
        """A network in which `public.site` is this server, `inside.site` a private machine, and others do not exist."""
        ports = frozenset({self.port})
        return Network(_resolve, _refuse, ports, trust or ssl.create_default_context(), seconds)


def _resolve(host: str, _port: int) -> list[str]:
    known = {"public.site": [PUBLIC], "inside.site": ["10.0.0.7"], "both.site": [PUBLIC, "169.254.169.254"]}
    if host == "dizzy.site":
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")
    if host not in known:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
    return known[host]


def _refuse(number: str) -> str | None:
    return None if number == PUBLIC else private_reason(number)


@contextmanager
def serving(
    answers: Mapping[str, tuple[int, str] | int], trust: ssl.SSLContext | None = None
) -> Iterator[Server]:
    """A server that answers each path with a status, or with a status and a Location; 404 elsewhere.

    A status may be given for one method: `"HEAD /path"`.
    """

    class Handler(http.server.BaseHTTPRequestHandler):
        def _answer(self) -> None:
            server.asked.append((self.command, self.path))
            server.hosts.append(self.headers["Host"])
            answer = answers.get(f"{self.command} {self.path}", answers.get(self.path, 404))
            status, location = answer if isinstance(answer, tuple) else (answer, "")
            self.send_response(status)
            if location:
                self.send_header("Location", location)
            self.send_header("Content-Length", "0")
            self.end_headers()

        do_GET = do_HEAD = _answer  # noqa: N815 - the names that the server looks for

        def log_message(self, *_args: object) -> None:
            """Say nothing."""

    with http.server.ThreadingHTTPServer((PUBLIC, 0), Handler) as made:
        server = Server(made.server_address[1])
        if trust:
            made.socket = trust.wrap_socket(made.socket, server_side=True)
        threading.Thread(target=made.serve_forever, args=(0.05,), daemon=True).start()
        try:
            yield server
        finally:
            made.shutdown()


@contextmanager
def dripping() -> Iterator[Server]:
    """A server that takes the connection and then sends a sign every tenth of a second, for ever."""
    stop = threading.Event()

    def drip(listener: socket.socket) -> None:
        connection, _ = listener.accept()
        with connection:
            try:
                while not stop.wait(0.1):
                    connection.sendall(b"H")
            except OSError:
                return

    with socket.create_server((PUBLIC, 0)) as listener:
        thread = threading.Thread(target=drip, args=(listener,), daemon=True)
        thread.start()
        yield Server(listener.getsockname()[1])
        stop.set()
        thread.join(2)
