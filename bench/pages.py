"""Draws the pages of a site from judged entries, as a whole process: what page generators do.

    python bench/pages.py JUDGED OUT

MkDocs and the frames that it renders are part of it; check, search index, feeds, fonts and publishing are not. Owns
nothing else.
"""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec

from catalog.model import Catalog
from catalog.site import plugin
from catalog.site.assembly import Assembly
from catalog.site.mkdocs_run import run_mkdocs


class _Pages(Assembly):
    """An assembly that leaves out what no page is made from."""

    def write_what_no_page_needs(self) -> None:
        """Nothing."""


def main() -> None:
    """Read the entries and draw their pages."""
    packed, output = map(Path, sys.argv[1:3])
    catalog = msgspec.msgpack.decode(packed.read_bytes(), type=Catalog)
    plugin.Assembly = _Pages  # type: ignore[attr-defined]
    supply = plugin.Supply(catalog, offline=False, cache=None)
    run_mkdocs(Path(plugin.__file__).parents[2] / "mkdocs.yml", output.absolute(), supply)


if __name__ == "__main__":
    main()
