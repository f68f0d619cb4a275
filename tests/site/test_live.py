"""The live preview over HTTP: it follows files, says what is wrong on the page, and nothing ends it."""

from __future__ import annotations

import shutil
import threading
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from catalog.compile.standing import standing
from catalog.site.live import Live, started
from catalog.site.preview import Preview
from catalog.site.watching import Watched
from tests.conftest import COMPLETE, LOGO, write_catalog

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.findings import Finding

ROOT = Path(__file__).resolve().parents[2]
DAY = date(2012, 5, 15)
_PATIENCE = 30


class _Heard:
    """What the terminal was told."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.codes: list[str] = []

    def line(self, text: str) -> None:
        self.lines.append(text)

    def findings(self, findings: list[Finding]) -> None:
        self.codes.extend(finding.code for finding in findings)


def copy(folder: Path) -> None:
    """A repository of its own with one entry, so that its theme and pages may be spoiled."""
    for part in ("theme", "docs"):
        shutil.copytree(ROOT / part, folder / part)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    write_catalog(folder, {"wiki": COMPLETE}, {"entries/wiki/logo.svg": LOGO})


@contextmanager
def serving(folder: Path) -> Iterator[tuple[str, _Heard]]:
    """The preview of a folder, by its address."""
    entries, config, heard = folder / "entries", folder / "mkdocs.yml", _Heard()
    frames = (folder / "docs", folder / "theme", config)
    watched = Watched(entries, folder / "program", frames, ROOT / "catalog")
    preview = Preview(config, ROOT / ".cache")
    live = Live(watched, preview, lambda: standing(entries, DAY), heard)
    server = started(0, live)
    ended = threading.Event()

    def watch() -> None:
        while not ended.wait(0.05):
            live.beat()
            if watched.due():
                live.look()

    watching = threading.Thread(target=watch)
    watching.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/", heard
    finally:
        ended.set()
        watching.join()
        server.shutdown()
        server.server_close()
        preview.close()


def _get(address: str) -> str:
    with urllib.request.urlopen(address, timeout=20) as answer:  # noqa: S310 -- our own server
        return str(answer.read().decode())


def _await(text: str, address: str) -> str:
    until = time.monotonic() + _PATIENCE
    while text not in (page := _get(address)):
        assert time.monotonic() < until, f"{text!r} did not come"
        time.sleep(0.05)
    return page


def test_an_entry_is_shown_as_it_is_and_its_errors_on_top_of_what_was_right(tmp_path: Path) -> None:
    copy(tmp_path)
    file = tmp_path / "entries" / "wiki" / "entry.yaml"
    with serving(tmp_path) as (address, heard):
        page = f"{address}apps/wiki/"
        assert "Write and share team notes" in _get(page)
        file.write_text(COMPLETE.replace("Write and share", "Type and share"))
        assert "Type and share team notes" in _get(page)
        file.write_text(COMPLETE.replace("Write and share", "Lose").replace("type: webspace", "type: <b>"))
        broken = _get(page)
        assert "Type and share team notes" in broken
        assert "entries/wiki/entry.yaml:10:7" in broken
        assert "APS209" in broken
        assert "&lt;b&gt;" in broken
        assert "APS209" in heard.codes
        assert "APS209" in _get(address)
        file.write_text(COMPLETE)
        assert "APS209" not in _get(page)


def test_pages_are_told_of_a_change_nobody_asked_for(tmp_path: Path) -> None:
    copy(tmp_path)
    with serving(tmp_path) as (address, _), urllib.request.urlopen(f"{address}~live", timeout=20) as events:  # noqa: S310
        first = events.readline()
        assert first.startswith(b"data: ")
        assert events.readline() == b"\n"
        (tmp_path / "entries" / "news").mkdir()
        text = COMPLETE.replace("Example Wiki", "News").replace("media: {logo: logo.svg}\n", "")
        (tmp_path / "entries" / "news" / "entry.yaml").write_text(text)
        second = events.readline()
        assert second.startswith(b"data: ")
        assert second != first
        assert "News" in _get(f"{address}apps/")


def test_a_broken_theme_or_page_is_shown_and_mended_without_a_new_start(tmp_path: Path) -> None:
    copy(tmp_path)
    template, words = tmp_path / "theme" / "catalog" / "entry.html", tmp_path / "docs" / "imprint.md"
    sound, imprint = template.read_text(), words.read_text()
    with serving(tmp_path) as (address, heard):
        page = f"{address}apps/wiki/"
        template.write_text(sound + "{% if %}")
        _await("TemplateSyntaxError", page)
        template.write_text(sound)
        assert "TemplateSyntaxError" not in _await("Example Wiki", page)
        words.write_text(imprint + "\n[nowhere](nowhere.md)\n")
        assert "Example Wiki" in _await("nowhere.md", address)
        assert any("nowhere.md" in line for line in heard.lines)
        words.write_text(imprint + "\nAnother line of print.\n")
        assert "nowhere.md" not in _await("Another line of print.", f"{address}imprint/")


def test_an_address_without_its_slash_leads_on_and_one_without_a_page_says_so(tmp_path: Path) -> None:
    copy(tmp_path)
    with serving(tmp_path) as (address, _):
        assert "Example Wiki" in _get(f"{address}apps/wiki")
        with pytest.raises(urllib.error.HTTPError, match="404") as refused:
            _get(f"{address}apps/nobody/")
        assert b"<html" in refused.value.read()
