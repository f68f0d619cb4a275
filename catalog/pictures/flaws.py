"""What is wrong inside a picture, and where.

Owns the value `Flaw` and the step from a byte of a file to a line and column. Refuses to know entries: which picture
an entry names, and as what, belongs to the rules.
"""

from __future__ import annotations

from typing import NamedTuple

from catalog.findings import Severity
from catalog.source import Span

FIRST = Span.at(1, 1)
"""The place of what concerns a file as a whole."""


class Flaw(NamedTuple):
    """A fault of a picture's bytes. Rasters have no lines, so theirs stand at `FIRST`."""

    code: str
    message: str
    help: str
    severity: Severity = Severity.ERROR
    span: Span = FIRST


def span_at(content: bytes, index: int, length: int = 1) -> Span:
    """The span of `length` signs at a byte of UTF-8 text. Linear in `index`; meant for the few bytes with a flaw."""
    index = max(0, min(index, len(content)))
    start = content.rfind(b"\n", 0, index) + 1
    before = content[start:index].decode("utf-8", "replace").removeprefix("\ufeff")
    return Span.at(content.count(b"\n", 0, start) + 1, len(before) + 1, max(1, length))
