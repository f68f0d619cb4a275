"""The same records as sites of Pagefind and MiniSearch, made by their own programs.

Owns their sources and the seconds that their indexes take: for Pagefind the whole run of its program over a folder of
pages, for MiniSearch adding all records and writing them. Refuses to go on without them: a peer that is missing is an
error before anything is measured.
"""

from __future__ import annotations

import html
import platform
import shutil
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from playwright._impl._driver import compute_driver_executable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bench.browse.corpus import Record

PAGES = Path(__file__).with_name("pages")
_ARCHITECTURES = {"x86_64": "x64", "amd64": "x64", "aarch64": "arm64", "arm64": "arm64"}


class MissingError(Exception):
    """A peer is not installed; the message says what to run."""


class Peers:
    """What `npm ci` installed below a folder."""

    def __init__(self, folder: Path) -> None:
        """Look for every package at once; `MissingError` names those that are not there."""
        modules = folder / "node_modules"
        machine = _ARCHITECTURES.get(platform.machine().lower(), platform.machine())
        self.minisearch = modules / "minisearch" / "dist" / "umd" / "index.js"
        self.minisearch_maker = self.minisearch.parents[1] / "cjs" / "index.cjs"
        self.pagefind = (
            modules / "@pagefind" / f"{platform.system().lower()}-{machine}" / "bin" / "pagefind_extended"
        )
        self.names = modules / "simple-icons" / "data" / "simple-icons.json"
        files = (self.minisearch, self.minisearch_maker, self.pagefind, self.names)
        missing = [path for path in files if not path.is_file()]
        if missing:
            named = ", ".join(str(path) for path in missing)
            raise MissingError(f"not installed: {named}; run `.ci/setup peers`")

    def titles(self) -> list[str]:
        """Names of real software and brands, as their owners write them."""
        return [icon["title"] for icon in msgspec.json.decode(self.names.read_bytes())]

    def write_minisearch(self, records: Sequence[Record], folder: Path, limit: float) -> float | None:
        """A page with its index; the seconds that the index took, none where it took more than `limit`."""
        folder.mkdir()
        _page(folder, '<script src="%s" defer></script>', ("minisearch.js", "minisearch-options.js"))
        shutil.copy(self.minisearch, folder / "engine.js")
        source = folder.with_name("minisearch-records.json")
        source.write_bytes(msgspec.json.encode(records))
        script, output = PAGES / "minisearch-index.js", folder / "index.json"
        node = str(compute_driver_executable()[0])
        memory = "--max-old-space-size=8192"
        command = [node, memory, str(script), str(self.minisearch_maker), str(source), str(output)]
        said = _run(command, limit)
        return None if said is None else float(said)

    def write_pagefind(self, records: Sequence[Record], folder: Path, limit: float) -> float | None:
        """A page with its index; the seconds that the index took, none where it took more than `limit`."""
        for record in records:
            place = folder / "apps" / f"{record.slug}.html"
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(_html(record), "utf-8")
        begun = time.perf_counter()
        command = [str(self.pagefind), "--site", str(folder), "--force-language", "en", "--silent"]
        said = _run(command, limit)
        took = time.perf_counter() - begun
        _page(folder, '<script type="module" src="%s"></script>', ("pagefind.js",))
        return None if said is None else took


def _run(command: Sequence[str], limit: float) -> str | None:
    """What a command says, or nothing where it takes more than `limit` seconds."""
    try:
        return subprocess.run(
            command, check=True, stdout=subprocess.PIPE, timeout=limit, encoding="utf-8"
        ).stdout
    except subprocess.TimeoutExpired:
        return None


def _page(folder: Path, tag: str, scripts: tuple[str, ...]) -> None:
    """A page with a field and a list. MiniSearch's own script and its options come before what uses them."""
    for name in ("list.js", *scripts):
        shutil.copy(PAGES / name, folder / name)
    order = ("engine.js", *reversed(scripts)) if len(scripts) > 1 else scripts
    tags = ['<script src="list.js" defer></script>', *(tag % name for name in order)]
    page = (PAGES / "peer.html").read_text("utf-8").replace("<!-- scripts -->", "\n".join(tags))
    (folder / "index.html").write_text(page, "utf-8")


def _html(record: Record) -> str:
    """A page that says what our index knows: the name as its heading, tags and vendor weighed as ours are."""
    said = {key: html.escape(getattr(record, key)) for key in ("name", "vendor", "summary", "tags", "text")}
    filters = "".join(
        f'<i data-pagefind-filter="{param}:{html.escape(value)}"></i>'
        for param, values in record.facets.items()
        for value in values
    )
    return (
        f'<!doctype html><html lang="en"><head><title>{said["name"]}</title></head><body data-pagefind-body>'
        f'<h1>{said["name"]}</h1><p data-pagefind-meta="vendor" data-pagefind-weight="2.5">{said["vendor"]}</p>'
        f'<p data-pagefind-weight="2">{said["tags"]}</p><p>{said["text"]}</p>'
        f'<i data-pagefind-meta="summary:{said["summary"]}"></i>{filters}</body></html>\n'
    )
