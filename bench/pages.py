"""Draws the pages of a site from judged entries, as a whole process: what page generators do.

    python bench/pages.py JUDGED OUT [PIECES]

MkDocs and the frames that it renders are part of it; check, search index, feeds, fonts and publishing are not. With
PIECES, a folder, what the pages of entries are joined from is written there too, for a peer to join: `shell.html`, the
frame with a mark wherever pages differ, and `pages.jsonl`, a line a page with what goes there. Owns nothing else.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TextIO

import msgspec

from catalog.model import Catalog
from catalog.site import plugin, shell
from catalog.site.assembly import Assembly
from catalog.site.mkdocs_run import run_mkdocs
from catalog.site.templates import at_depth

MARKS = {
    "title": shell.TITLE,
    "description": shell.DESCRIPTION,
    "canonical": shell.CANONICAL,
    "body": shell.BODY,
    "head": "zqheadqz",
}
"""What stands in `shell.html` where pages differ."""
_DEPTH = 2  # Pages of entries lie at `apps/<slug>/`.


class _Pages(Assembly):
    """An assembly that leaves out what no page is made from."""

    def write_what_no_page_needs(self) -> None:
        """Nothing."""


class _Noted(shell.Shell):
    """A frame that writes down what it joins."""

    pieces: Path
    lines: TextIO

    def page(self, page: shell.Page, depth: int) -> bytes:
        """As ever; a page of an entry is noted."""
        parent, _, slug = page.canonical.rstrip("/").rpartition("/")
        if parent.endswith("/apps"):
            if not self.lines.tell():
                marked = shell.Page(**{**MARKS, "body": MARKS["body"].encode()})  # type: ignore[arg-type]
                (self.pieces / "shell.html").write_bytes(super().page(marked, _DEPTH))
            placed = {"body": page.body, "head": page.head.encode()}
            said = page._asdict() | {name: at_depth(html, _DEPTH).decode() for name, html in placed.items()}
            said["slug"] = slug
            self.lines.write(json.dumps(said) + "\n")
        return super().page(page, depth)


def main() -> None:
    """Read the entries and draw their pages."""
    packed, output, *pieces = map(Path, sys.argv[1:])
    catalog = msgspec.msgpack.decode(packed.read_bytes(), type=Catalog)
    plugin.Assembly = _Pages  # type: ignore[attr-defined]
    if pieces:
        _Noted.pieces = pieces[0]
        _Noted.pieces.mkdir()
        _Noted.lines = (_Noted.pieces / "pages.jsonl").open("w", encoding="utf-8")
        plugin.Shell = _Noted  # type: ignore[attr-defined]
    supply = plugin.Supply(catalog, offline=False, cache=None)
    run_mkdocs(Path(plugin.__file__).parents[2] / "mkdocs.yml", output.absolute(), supply)
    if pieces:
        _Noted.lines.close()


if __name__ == "__main__":
    main()
