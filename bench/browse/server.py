"""A small web server for one folder that packs with gzip and remembers what was asked of it, and when.

Owns what goes over the wire: every answer is packed once and kept, so that packing is in nobody's time. Bytes are those
of the answer's body. Refuses anything but GET.
"""

from __future__ import annotations

import gzip
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, NamedTuple, Self
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".css": "text/css",
}


class Asked(NamedTuple):
    """A request: its path, the bytes of the answer, and when that was given, in seconds since the epoch."""

    time: float
    path: str
    size: int


class _Http(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 -- as the library has it
        """A page that is left breaks its connections off; anything else is told."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class Server:
    """Serves a folder on a port of its own while the `with` block runs; `asked` grows with every request.

    `delay` holds every answer back for some seconds.
    """

    def __init__(self, folder: Path) -> None:
        self.asked: list[Asked] = []
        self.delay = 0.0
        self._folder, self._packed = folder, dict[str, bytes | None]()
        self._http = _Http(("127.0.0.1", 0), self._handler())
        self.base = f"http://127.0.0.1:{self._http.server_port}/"

    def __enter__(self) -> Self:
        threading.Thread(target=self._http.serve_forever, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._http.shutdown()
        self._http.server_close()

    def packed(self, path: str) -> bytes | None:
        """The file under a path as it travels; nothing where there is none."""
        if path not in self._packed:
            place = (self._folder / path).resolve()
            found = place.is_file() and place.is_relative_to(self._folder.resolve())
            self._packed[path] = gzip.compress(place.read_bytes(), 6, mtime=0) if found else None
        return self._packed[path]

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def do_GET(self) -> None:
                path = unquote(urlsplit(self.path).path).lstrip("/")
                content = server.packed(path)
                body = content or b""
                time.sleep(server.delay)
                server.asked.append(Asked(time.time(), path, len(body)))
                self.send_response(404 if content is None else 200)
                self.send_header(
                    "Content-Type", _TYPES.get(path[path.rfind(".") :], "application/octet-stream")
                )
                self.send_header("Content-Length", str(len(body)))
                if content is not None:
                    self.send_header("Content-Encoding", "gzip")
                self.send_header("Cache-Control", "max-age=3600")
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                """Nothing: `asked` is the log."""

        return Handler
