"""A static host as partners have them: the site in a folder, its 404 page, the headers it asks for, and no rules."""

from __future__ import annotations

import http.server
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from catalog.site.hosting import HEADERS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def _headers(site: Path) -> list[tuple[str, str]]:
    """The lines of `_headers` below its one pattern."""
    _, *lines = (site / HEADERS).read_text(encoding="utf-8").splitlines()
    return [(name.strip(), value.strip()) for name, _, value in (line.partition(":") for line in lines)]


@contextmanager
def hosted(root: Path, folder: str) -> Iterator[str]:
    """Serve `root`, where the site lies in `folder`; the address is that of the site, `/` at its end."""
    site = root / folder
    sent = _headers(site)

    class Handler(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *args: object) -> None:
            super().__init__(*args, directory=str(root))  # type: ignore[arg-type]

        def end_headers(self) -> None:
            for name, value in sent:
                self.send_header(name, value)
            super().end_headers()

        def send_error(self, code: int, message: str | None = None, _explain: str | None = None) -> None:
            content = (site / "404.html").read_bytes()
            self.send_response(code, message)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *args: object) -> None:
            """Say nothing: a test's output is for its own faults."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/{folder}/"
    finally:
        server.shutdown()
        server.server_close()
