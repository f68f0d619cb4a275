"""How many applications each part of a finished site holds, counted in the files themselves.

Owns the counting for the last look (`verify.py`). Refuses to trust what the build says of itself: a reader who counts
cards, a program that counts entries and the search that counts hits must come to the same number.
"""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_CARD = re.compile(rb'<li class="card[ "]')
_TOTAL = re.compile(rb'"total":(\d+)')
_LISTS = re.compile(r"apps/(?:page/\d+/)?index\.html")


class _Named(msgspec.Struct):
    slug: str


def counts(folder: Path, files: Iterable[str]) -> dict[str, int]:
    """Listed applications by the place that has them. `files`: the site's, as paths from `folder`."""
    pages = [path for path in files if _LISTS.fullmatch(path)]
    with (folder / "api/v1/entries.csv").open(encoding="utf-8", newline="") as table:
        rows = sum(1 for _ in csv.reader(table)) - 1
    total = _TOTAL.search((folder / "apps/index.js").read_bytes())
    return {
        "cards on /apps/": sum(len(_CARD.findall((folder / path).read_bytes())) for path in pages),
        "entries in entries.json": sum(1 for _ in _entries(folder / "api/v1/entries.json")),
        "rows in entries.csv": rows,
        "entries in the search index": int(total[1]) if total else 0,
    }


def _entries(path: Path) -> Iterator[_Named]:
    """The entries of the file of all. One stands on each line, so a large file is never in memory as a whole."""
    decode = msgspec.json.Decoder(_Named).decode
    with path.open("rb") as file:
        for number, line in enumerate(file):
            text = line.rstrip(b"\n")
            if number == 0:
                text = text.partition(b'"entries":[')[2]
            text = text[:-1] if text.endswith(b",") else text.removesuffix(b"]}")
            if text:
                yield decode(text)
