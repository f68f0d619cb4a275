"""What tests share: small catalogs written in place, `build.py` as a process, Chromium, a web server for a folder.

Owns no expectation. Refuses to skip: a tool that is missing is an error that says how to get it.
"""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

# How long something takes is for `make bench`; a test that is slow on a busy machine is not wrong.
settings.register_profile("catalog", deadline=None)
settings.load_profile("catalog")

ROOT = Path(__file__).resolve().parent.parent
"""The folder of the repository."""

AS_OF = "2012-05-15"
"""The day that small catalogs are checked and built for, unless a test says otherwise."""

MINIMAL = """\
name: Example Wiki
version: 1.10
summary: Write and share team notes on a shared web host
description: |
  Example Wiki is a PHP wiki for small teams. It installs into a web space, keeps its pages in
  MySQL, and gives each team its own spaces, history and search.
vendor:
  name: Example Wiki Project
  homepage: https://wiki.example.org/
type: webspace
business_models: [direct]
regions: worldwide
categories: [web/wiki]
"""
"""The nine required keys and no more: valid, with warnings."""

LOGO = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">
  <path fill="#1a4fd0" d="M8 8h48v48H8z"/><path fill="#ffffff" d="M20 20h24v24H20z"/>
</svg>
"""

COMPLETE = (
    MINIMAL
    + """\
pitch: |
  Sell a wiki that every small team understands on the first day. It runs in the web space that the customer
  already pays for, so there is no server to plan and nothing to support but one application.
deployment: {stack: [php], databases: [MySQL 5], installer: [file-copy], servers: 1}
routes: [automation, plesk]
contacts:
  sales: {email: sales@wiki.example.org, url: https://wiki.example.org/partners}
collateral:
  reference-architecture: {url: https://wiki.example.org/architecture.pdf, access: public}
media: {logo: logo.svg}
listing: {source: demo, checked: 2012-05-01, status: listed}
"""
)
"""An entry that goes to print without a warning; needs `logo.svg` (LOGO) beside it."""

Text = str | bytes
CatalogFolder = Callable[..., Path]
RunBuild = Callable[..., "subprocess.CompletedProcess[str]"]
ServeFolder = Callable[[Path], str]


def write_catalog(folder: Path, entries: Mapping[str, Text], files: Mapping[str, Text] | None = None) -> Path:
    """Write `entries` (slug to YAML) below `folder`/entries, and `files` (path below `folder`) beside them.

    An entry that names `logo.svg` gets one unless `files` brings it. Returns the entries folder.
    """
    texts: dict[str, Text] = {f"entries/{slug}/entry.yaml": text for slug, text in entries.items()}
    for slug, text in entries.items():
        if b"logo.svg" in (text if isinstance(text, bytes) else text.encode()):
            texts[f"entries/{slug}/logo.svg"] = LOGO
    (folder / "entries").mkdir(parents=True, exist_ok=True)
    for path, text in {**texts, **(files or {})}.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder / "entries"


@pytest.fixture
def catalog_folder(tmp_path: Path) -> CatalogFolder:
    """`write_catalog` into this test's own folder: `catalog_folder({"wiki": MINIMAL})`."""
    return functools.partial(write_catalog, tmp_path)


@pytest.fixture
def run_build(tmp_path: Path) -> RunBuild:
    """`run_build("check", "--entries", folder)`: build.py as a process of its own, never raising on its status.

    Runs in the test's folder, so that a default output folder is never the repository's. Colour, locale and time
    zone are those of a plain log.
    """

    def run(*args: str | Path, cwd: Path = tmp_path, **env: str) -> subprocess.CompletedProcess[str]:
        plain = {
            name: value
            for name, value in os.environ.items()
            if name not in ("SOURCE_DATE_EPOCH", "FORCE_COLOR", "COLUMNS")
        }
        return subprocess.run(
            [sys.executable, str(ROOT / "build.py"), *map(str, args)],
            cwd=cwd,
            env={**plain, "LC_ALL": "C.UTF-8", "TZ": "UTC", **env},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=300,
            check=False,
        )

    return run


def chromium_path() -> str:
    """Where Chromium is; a failed test with the remedy when it is nowhere."""
    for name in (os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome"):
        if name and (path := shutil.which(name)):
            return path
    pytest.fail(
        "Chromium is not on the path. `make test` installs it on Debian as root; else install it "
        "(apt-get install chromium) or name it: CHROMIUM=/path/to/chromium make test",
        pytrace=False,
    )


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One running Chromium a worker; `chromium.new_page()` gives a page with storage of its own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium_path(),
            chromium_sandbox=False,
            args=[
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-gpu",
                "--disable-quic",
                "--disable-sync",
                "--no-first-run",
            ],
        )
        yield browser
        browser.close()


class _QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        """Say nothing: a test's output is for its own faults."""


@pytest.fixture
def serve_folder() -> Iterator[ServeFolder]:
    """`serve_folder(path)` serves a folder on a free port of this machine and returns its address, `/` at the end."""
    servers: list[http.server.ThreadingHTTPServer] = []

    def serve(folder: Path) -> str:
        handler = functools.partial(_QuietHandler, directory=str(folder))
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        servers.append(server)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{server.server_address[1]}/"

    yield serve
    for server in servers:
        server.shutdown()
        server.server_close()
