"""The live preview: pages over HTTP on this machine, drawn when they are asked for, that reload when something changes.

Owns the server, the look at what changed, and what a page says of findings. Nothing that an entry, a page or the theme
gets wrong ends it: the last good state stays on show beneath what is wrong. Refuses other machines.
"""

from __future__ import annotations

import contextlib
import mimetypes
import threading
import time
import traceback
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import unquote, urlsplit

from catalog.site.live_overlay import overlay
from catalog.site.mkdocs_run import SiteError
from catalog.site.preview import Preview
from catalog.site.watching import Watched, state_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from catalog.compile.standing import Standing
    from catalog.findings import Finding

EVENTS = "~live"
"""The address that tells pages of changes; no slug begins like this."""

_BEAT = 0.1
_CALM = 0.5
"""Seconds without a change after which the entries are judged together."""

_LATEST = 12
"""Entries that somebody looked at last, whose every file is looked at all the time."""

_STILL_THERE = 15.0
"""Seconds after which an open page hears that the server is there."""


class Terminal(Protocol):
    """Where the preview tells what it does."""

    def line(self, text: str) -> None:
        """Tell something."""

    def findings(self, findings: list[Finding]) -> None:
        """Tell what was found of what changed."""


class Live:
    """The state that requests and the watching thread share; `lock` is held while it changes or a page is drawn."""

    def __init__(
        self, watched: Watched, preview: Preview, read: Callable[[], Standing], told: Terminal
    ) -> None:
        """`read` compiles the folder anew."""
        self.told = told
        self.lock = threading.RLock()
        self.changed = threading.Condition()
        self.version = time.time_ns()
        self.broken = ""
        self._watched, self._preview, self._read = watched, preview, read
        self._standing = read()
        self._dirty = 0.0
        self._asked: dict[str, object] = {}
        preview.show(self._standing.catalog)
        self._frames()
        self._findings = self._standing.findings
        told.findings(self._findings)

    def find(self, path: str) -> bytes | None:
        """What lies at an address now. A page comes with its findings, and reloads when something changes."""
        with self.lock:
            slug = path.split("/")[1] if path.startswith("apps/") and path.count("/") > 1 else ""
            if slug:
                self._entry(slug)
            elif not path or path.endswith("/"):
                self.look()
            try:
                content = self._preview.find(path)
            except Exception:  # noqa: BLE001 -- whatever a template or an entry does, it is shown and not the end
                return overlay(
                    None, self.version, self._findings, slug, self.broken or traceback.format_exc()
                )
            if content is None or not (not path or path.endswith("/")):
                return content
            return overlay(content, self.version, self._findings, slug, self.broken)

    def look(self) -> None:
        """See what changed, everywhere."""
        with self.lock:
            change = self._watched.look()
            if change.all or change.frames:
                if change.all:
                    self._standing = self._read()
                    self._preview.show(self._standing.catalog)
                self._frames()
                self._told()
            for slug in change.slugs:
                self._entry(slug, sure=True)

    def beat(self) -> None:
        """See what changed of the entries that somebody looks at; after a calm moment, judge them together."""
        with self.lock:
            for slug in list(self._asked)[-_LATEST:]:
                self._entry(slug)
        if self._dirty and time.monotonic() - self._dirty > _CALM:
            self._dirty = 0.0
            if self._standing.together():
                with self.lock:
                    self._told()

    def _entry(self, slug: str, *, sure: bool = False) -> None:
        """Judge an entry again if its folder changed."""
        state = state_of(self._standing.folder / slug)
        known = self._asked.get(slug, self)
        self._asked.pop(slug, None)
        self._asked[slug] = state
        if state == known or (known is self and not sure and not self._watched.missed(slug)):
            return
        self._watched.seen(slug)
        if self._standing.again(slug):
            self._preview.show(self._standing.catalog, slug)
        self._dirty = time.monotonic()
        self._told(slug)

    def _frames(self) -> None:
        try:
            self._preview.frames()
            self.broken = ""
        except Exception as error:  # noqa: BLE001 -- a template may raise anything
            self.broken = str(error) if isinstance(error, SiteError) else traceback.format_exc()
            self.told.line(self.broken)

    def _told(self, slug: str = "") -> None:
        """Tell the terminal and every open page."""
        self._findings = self._standing.findings
        place = f"{self._standing.folder.name}/{slug}"
        self.told.findings(
            [
                one
                for one in self._findings
                if not slug or one.path.startswith(f"{place}/") or one.path == place
            ]
        )
        with self.changed:
            self.version += 1
            self.changed.notify_all()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, port: int, live: Live) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.live = live


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path).removeprefix("/")
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            if path == EVENTS:
                self._events()
            else:
                self._file(path)

    def _file(self, path: str) -> None:
        content = self.server.live.find(path)
        status = HTTPStatus.OK
        if content is None and path and not path.endswith("/") and "." not in path.rpartition("/")[2]:
            self.send_response(HTTPStatus.FOUND)
            self.send_header("Location", f"/{path}/")
            self.end_headers()
            return
        if content is None:
            path, status = "404.html", HTTPStatus.NOT_FOUND
            content = self.server.live.find(path) or b"There is nothing here."
        kind = "text/html" if not path or path.endswith("/") else mimetypes.guess_type(path)[0]
        self.send_response(status)
        self.send_header("Content-Type", f"{kind or 'application/octet-stream'}; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(content)

    def _events(self) -> None:
        """The version now, and again each time that it changes."""
        live = self.server.live
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        while True:
            version = live.version
            self.wfile.write(f"data: {version}\n\n".encode())
            self.wfile.flush()
            with live.changed:
                if live.version == version:
                    live.changed.wait(_STILL_THERE)

    def log_message(self, *_: Any) -> None:  # noqa: ANN401 -- as http.server calls it
        """Nothing: a terminal full of requests hides the findings."""


def serve_site(
    *,
    config: Path,
    entries: Path,
    cache: Path,
    port: int,
    read: Callable[[], Standing],
    told: Terminal,
) -> None:
    """Serve on this machine until the process is stopped, or until this program itself has changed.

    `read` compiles the entries.
    """
    program = Path(__file__).parents[1]
    frames = (config.parent / "docs", config.parent / "theme", config)
    watched = Watched(entries, entries.parent / "program", frames, program)
    preview = Preview(config, cache)
    with contextlib.closing(preview):
        _serve(port, Live(watched, preview, read, told), watched)


def started(port: int, live: Live) -> ThreadingHTTPServer:
    """The server, answering in threads of its own; with port 0 one that is free."""
    server = _Server(port, live)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def _serve(port: int, live: Live, watched: Watched) -> None:
    server = started(port, live)
    live.told.line(f"serving on http://127.0.0.1:{server.server_port}/")
    try:
        while not watched.program:
            time.sleep(_BEAT)
            live.beat()
            if watched.due():
                live.look()
    finally:
        server.shutdown()
        server.server_close()
