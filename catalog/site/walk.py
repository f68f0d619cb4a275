"""One walk through the files of a site: what is there, and a hash by which it is known again.

Owns the hash of names, sizes, times and numbers in the file system; a folder keeps it where it is renamed. The marker
of what is published (`publish.py`) is left out, since it comes last. Refuses to look into files.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from catalog.digests import digest_of_all
from catalog.site.publish import MARKER

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Walked(NamedTuple):
    """Bytes of each file by its path from the folder, with `/` between the parts, and the hash of all."""

    sizes: dict[str, int]
    digest: bytes


def walked(folder: Path) -> Walked:
    """Walk through a folder; a name may be in no encoding that is known."""
    sizes: dict[str, int] = {}

    def lines() -> Iterator[bytes]:
        for path, state in _files(str(folder), ""):
            sizes[path] = state.st_size
            yield _line(path, state)

    return Walked(sizes, digest_of_all(lines()))


def written_to(folder: Path) -> bytes:
    """The hash alone. There may be a million files, so nothing is held but a folder."""
    return digest_of_all(_line(path, state) for path, state in _files(str(folder), ""))


def _line(path: str, state: os.stat_result) -> bytes:
    told = f"{path}\0{state.st_size}\0{state.st_mtime_ns}\0{state.st_ino}\n"
    return told.encode(errors="surrogateescape")


def _files(folder: str, below: str) -> Iterator[tuple[str, os.stat_result]]:
    """Every file with its state, in one order everywhere."""
    with os.scandir(folder) as listing:
        children = sorted(listing, key=lambda child: child.name)
    for child in children:
        if child.is_dir(follow_symlinks=False):
            yield from _files(child.path, f"{below}{child.name}/")
        elif below or child.name != MARKER:
            yield f"{below}{child.name}", child.stat(follow_symlinks=False)
