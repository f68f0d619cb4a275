"""What each page of the published site was made from, so that one that would be the same is not made again.

Owns a note in the cache: for each page a hash of its body's key, its frame and its texts, and all addresses within the
site that pages name. It belongs to one state of the published files (`unchanged.py`); for any other it says nothing.
Refuses to take pages over: `output.py` does.
"""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

import msgspec

from catalog.digests import digest

if TYPE_CHECKING:
    from pathlib import Path


class Made(msgspec.Struct, frozen=True):
    """`written` is the hash of the published files, `pages` a hash by address, `links` what some page may name."""

    written: bytes
    pages: dict[str, bytes]
    links: list[bytes]


def made_before(output: Path, cache: Path, written: bytes) -> Made | None:
    """What was noted of the site at `output`, if it was in this state."""
    try:
        made = msgspec.msgpack.decode(_place(output, cache).read_bytes(), type=Made)
    except (OSError, msgspec.DecodeError):
        return None
    return made if made.written == written else None


def remember_made(output: Path, cache: Path, made: Made) -> None:
    """Note what was published; on a disk that is full the next build makes all pages."""
    with contextlib.suppress(OSError):
        _place(output, cache).write_bytes(msgspec.msgpack.encode(made))


def _place(output: Path, cache: Path) -> Path:
    return cache / "site" / f"made-{digest(os.fsencode(output)).hex()}"
