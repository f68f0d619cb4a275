"""Hugo's sources: the very frames and bodies of our pages."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from typing import TYPE_CHECKING

import pytest

from bench.entries import write
from bench.pages import MARKS
from bench.peers import read_entries, write_hugo
from bench.print.book import pack
from catalog.compile import compile_catalog
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def hugo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with entries, our pages of them (`ours`), their pieces and Hugo's sources."""
    folder = tmp_path_factory.mktemp("peers")
    write(3, folder / "entries")
    pack(compile_catalog(folder / "entries", date(2026, 9, 1)).catalog, folder / "judged")
    script = [ROOT / "bench" / "pages.py", folder / "judged", folder / "ours", folder / "pieces"]
    subprocess.run([sys.executable, *script], check=True, cwd=ROOT, env={"PYTHONPATH": str(ROOT)})
    write_hugo(read_entries(folder / "entries"), folder / "hugo", folder / "pieces")
    return folder


def test_what_hugo_is_given_joins_to_our_pages(hugo: Path) -> None:
    frame = (hugo / "pieces" / "shell.html").read_text()
    lines = (hugo / "pieces" / "pages.jsonl").read_text().splitlines()
    assert len(lines) == 3
    for page in map(json.loads, lines):
        joined = frame
        for name, mark in MARKS.items():
            joined = joined.replace(mark, page[name])
        assert joined == (hugo / "ours" / "apps" / page["slug"] / "index.html").read_text()
        _, _, body = (
            (hugo / "hugo" / "content" / "apps" / page["slug"] / "index.html").read_text().partition("\n\n")
        )
        assert body == page["body"]


def test_no_mark_is_left_in_a_layout(hugo: Path) -> None:
    layouts = sorted((hugo / "hugo" / "layouts").iterdir())
    assert [path.stem for path in layouts] == ["home", "list", "section", "single", "taxonomy", "term"]
    for path in layouts:
        text = path.read_text()
        assert not any(mark in text for mark in MARKS.values())
        assert "{{ .Title }}" in text
        assert '<link rel="stylesheet"' in text
