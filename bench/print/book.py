"""Builds our book from judged entries, as a whole process: what the peers' programs do.

    python bench/print/book.py JUDGED OUT CACHE

Peers are given their content as JSON; ours comes as the entries that a check has judged, packed. Owns nothing else.
"""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec

from catalog.editions import edition_of
from catalog.model import Catalog
from catalog.print.book import build_book
from catalog.print.production import Production

_PRESS = Production(("press",), preflight=False)


def pack(catalog: Catalog, path: Path) -> None:
    """Write judged entries."""
    path.write_bytes(msgspec.msgpack.encode(catalog))


def main() -> None:
    """Read the entries and build the book."""
    packed, output, cache = map(Path, sys.argv[1:4])
    catalog = msgspec.msgpack.decode(packed.read_bytes(), type=Catalog)
    edition = edition_of(catalog.as_of)
    report = build_book(
        catalog, edition, output=output, site_url="https://catalog.example/", cache=cache, production=_PRESS
    )
    if not report.path:
        sys.exit("\n".join(map(str, report.faults)) or report.reason)


if __name__ == "__main__":
    main()
