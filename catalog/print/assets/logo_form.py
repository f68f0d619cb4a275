"""A picture as PDF objects, apart from any file.

Owns their form and the marks that stand for references between them. Refuses to know where they came from.
The first object is an XObject that fills the unit square.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Sequence

# A byte that no PDF syntax of ours holds, around the index of an object.
_MARK = re.compile(rb"\x00(\d+)\x00")


class Part(msgspec.Struct, frozen=True, gc=False):
    """One object: `content` is its whole syntax, or for a stream the entries of its dictionary less its length."""

    content: bytes
    stream: bytes | None = None


class Form(msgspec.Struct, frozen=True, gc=False):
    """A prepared picture; `width` and `height` in points for a vector, in pixels for a raster."""

    width: float
    height: float
    raster: bool
    parts: tuple[Part, ...]


def mark(index: int) -> bytes:
    """What stands for a reference to the part of that index."""
    return b"\x00%d\x00" % index


def resolved(content: bytes, references: Sequence[bytes]) -> bytes:
    """The content with every mark replaced by its reference."""
    return _MARK.sub(lambda found: references[int(found[1])], content) if b"\x00" in content else content
