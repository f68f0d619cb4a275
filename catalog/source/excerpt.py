"""Places in a file that was read without any: the strict reader reads the one field that somebody asks about.

Owns the finding of a top-level field's lines in plain text (`catalog.source.plain_yaml` says what that is). Most
findings are about one short field, and reading that alone costs a tenth of reading the whole file again.
"""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from catalog.source.reader import read
from catalog.source.tree import Document

_NEXT_FIELD = re.compile(r"\n(?=[A-Za-z0-9_])")


class Excerpt(NamedTuple):
    """One field of a file, read as if it were the file, and how many lines stand before it."""

    document: Document
    lines_before: int


def excerpt(text: str, field: str) -> Excerpt:
    """The lines of a top-level field of plain text; nothing where the text does not have it."""
    start = 0 if text.startswith(f"{field}:") else text.find(f"\n{field}:") + 1
    if not text.startswith(f"{field}:", start):
        return Excerpt(Document("", None, []), 0)
    end = _NEXT_FIELD.search(text, start)
    return Excerpt(_read(text[start : end.start() + 1 if end else None]), text.count("\n", 0, start))


@functools.lru_cache(maxsize=1024)
def _read(lines: str) -> Document:
    """Short fields are alike in many entries."""
    return read(lines.encode())
