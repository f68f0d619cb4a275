"""A small catalog of many kinds, built once for all browser tests of a worker."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page

ROOT = Path(__file__).resolve().parents[2]
ENTRY = """\
name: {name}
version: 1.0
summary: {summary}
description: |
  A description that is long enough for the check, with nothing in it that a test would look for or stumble upon.
vendor: {{name: {vendor}, homepage: https://vendor.example/}}
type: {type}
business_models: {models}
regions: {regions}
categories: [{category}]
keywords: [{keyword}]
listing: {{source: {source}, checked: {checked}, evidence: [https://vendor.example/facts]}}
"""
ROWS = """\
slug: quay-mail | name: Quay Mail | summary: Mail server with webmail | vendor: Quayside | keyword: imap
type: dedicated | regions: worldwide | category: collaboration/email
---
slug: harbor-sync | name: Harbor Sync | summary: File sync for small teams | vendor: Bread & Wires
type: connector | regions: [DE, DK] | category: collaboration/file-sharing | checked: 2012-05-03
---
slug: lodz | name: Łódź Forms | summary: Forms for any page | vendor: Bread & Wires
type: webspace | regions: [PL] | category: web/polls-and-events | checked: 2012-05-02
---
slug: muller | name: Müller-Desk | summary: Help desk in a web space | vendor: Müller
type: webspace | regions: {include: [eu], except: [DE]} | category: back-office/help-desk
---
slug: umi | name: 海の同期 | summary: ファイルを同期する | vendor: 海ソフト
type: connector | regions: [JP] | category: collaboration/file-sharing
---
slug: pebble-wiki | name: Pebble Wiki | summary: Wiki without a database | vendor: Pebble | type: webspace
models: not-stated | regions: not-stated | category: web/wiki | source: package | checked: 2012-04-01
---
slug: markup | name: '<b>Bold</b> & "Co"' | summary: 'Shows <img src=x onerror=alert(1)> as typed' | vendor: Brackets
type: webspace | regions: [NA] | category: web/blog
"""
USUAL = {"models": "[direct]", "keyword": "something", "source": "demo", "checked": "2012-05-01"}


def build(folder: Path, *options: str, moved: Mapping[str, str] | None = None, rows: str = ROWS) -> Path:
    """Build a site of `rows` below `folder` and return its folder. `moved`: former slugs by slug."""
    for row in rows.split("---\n"):
        values = USUAL | dict(
            cell.strip().split(": ", 1) for line in row.splitlines() for cell in line.split(" | ")
        )
        entry = folder / "entries" / values.pop("slug")
        entry.mkdir(parents=True)
        former = (moved or {}).get(entry.name)
        more = f"formerly: [{former}]\n" if former else ""
        (entry / "entry.yaml").write_text(ENTRY.format(**values) + more, encoding="utf-8")
    places = ["--entries", str(folder / "entries"), "--output", str(folder / "dist")]
    done = subprocess.run(
        [sys.executable, str(ROOT / "build.py"), "site", *places, "--as-of", "2012-05-15", *options],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "dist" / "site"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site for a web server."""
    return build(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="session")
def site_from_disk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, to be opened from disk."""
    return build(tmp_path_factory.mktemp("disk"), "--offline")


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A page that fails its test on a script error, a console error or a dialog."""
    trouble: list[str] = []

    def refuse(dialog: Dialog) -> None:
        trouble.append(dialog.message)
        dialog.dismiss()

    def tell(said: ConsoleMessage) -> None:
        if said.type == "error":
            trouble.append(f"{said.text}: {said.location['url']}")

    opened = chromium.new_page(viewport={"width": 1280, "height": 900})
    opened.set_default_timeout(5_000)
    opened.on("pageerror", lambda error: trouble.append(str(error)))
    opened.on("console", tell)
    opened.on("dialog", refuse)
    yield opened
    seen = list(trouble)  # What closing breaks off, such as a file on its way, is no trouble of the page.
    opened.close()
    assert seen == []


@pytest.fixture
def apps(page: Page, site: Path, serve_folder: Callable[[Path], str]) -> str:
    """The address of the list."""
    address = f"{serve_folder(site)}apps/"
    page.goto(address)
    return address
