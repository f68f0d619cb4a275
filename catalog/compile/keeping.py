"""What was judged before, kept by the content that it was judged from.

Owns the cache of judged entries: a file for a group of entries, named after a hash of all that decides their findings:
every file of their folders, the programme, the day, this program with its vocabularies, and the libraries beneath
it. Nothing in it names a place, so it serves another checkout as well. A file that is damaged is passed over,
told, and written anew. Refuses time stamps: only contents count.
"""

from __future__ import annotations

import contextlib
import functools
import os
import sys
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from catalog.digests import SIZE, digest, digest_of_all

if TYPE_CHECKING:
    from collections.abc import Iterable

FORMAT = 1
_MOST_BYTES = 5_000_001
"""As many bytes of a file as anybody looks at."""

_SMALL = 16_384
"""Bytes of a file that is held until its folder is judged: nearly every entry and logo, and no photograph."""

_KEPT = 256
"""Files beyond those in use that stay, the latest ones: other branches and other days."""


@dataclass(slots=True)
class Shelf:
    """Where something about entries is kept. `stamp` stands for all but the entries, `ignored` counts damaged files.

    Its files end on their `kind`; `used` are those of this run, and `unknown` counts groups that could not be named.
    """

    folder: Path
    stamp: bytes = b""
    ignored: int = 0
    used: set[str] = field(default_factory=set)
    unknown: int = 0
    kind: str = "judged"

    def stamped(self, *told: object) -> None:
        """Note what decides all that is kept, besides the entries and this program, and make the folder."""
        packed = msgspec.msgpack.encode((FORMAT, *told))
        self.stamp = digest(program_digest() + packed)
        with contextlib.suppress(OSError):  # Without a place to keep anything, all is judged each time.
            self.folder.mkdir(parents=True, exist_ok=True)

    def whole(self) -> bytes:
        """A hash of all that was read in this run; empty where that is not known."""
        return digest("".join(sorted(self.used)).encode()) if self.used and not self.unknown else b""

    def tidy(self) -> None:
        """Remove what has not been used for long."""
        others = [path for path in self.folder.glob(f"*.{self.kind}") if path.name not in self.used]
        with contextlib.suppress(OSError):  # Another build may tidy up too.
            for path in sorted(others, key=lambda path: path.stat().st_mtime, reverse=True)[_KEPT:]:
                path.unlink(missing_ok=True)


@functools.cache
def program_digest() -> bytes:
    """A hash of the program's own files, and the names and versions of the libraries that are installed."""
    root, installed = Path(__file__).parents[1], Path(msgspec.__file__).parents[1]
    own = (path for path in sorted(root.rglob("*")) if path.suffix in {".py", ".yaml", ".json"})
    contents = (path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() for path in own)
    names = (name.encode() for name in sorted(path.name for path in installed.glob("*.dist-info")))
    return digest_of_all((sys.version.encode(), *contents, *names))


def grouped(slugs: Iterable[str], size: int) -> list[list[str]]:
    """The slugs in groups of at most about `size`, by a hash of each: one that comes or goes changes its group alone.

    Only where the catalog doubles all groups change.
    """
    listed = list(slugs)
    count = 1
    while count * size < len(listed):
        count *= 2
    groups: list[list[str]] = [[] for _ in range(count)]
    for slug in listed:
        groups[zlib.crc32(os.fsencode(slug)) % count].append(slug)
    return [group for group in groups if group]


def key_of(stamp: bytes, entries: str, slugs: Iterable[str], seen: dict[str, bytes]) -> str | None:
    """The name under which the findings of some folders are kept; none where something cannot be read.

    Whole small files are put into `seen` by their paths, so that nobody reads them again.
    """
    parts = [stamp]
    try:
        for slug in slugs:
            parts.append(f"\0\0{slug}".encode())
            with os.scandir(f"{entries}/{slug}") as listing:
                children = sorted(listing, key=lambda child: child.name)
            for child in children:
                plain = child.is_file(follow_symlinks=False)
                kind = "link" if child.is_symlink() else "file" if plain else "other"
                parts.append(f"\0{child.name}\0{kind}\0".encode())
                if plain:
                    path = f"{entries}/{slug}/{child.name}"
                    content = _content(path)
                    # A hash of each, so that where one file ends and the next begins is part of the key.
                    parts.append(digest(content))
                    if len(content) <= _SMALL:
                        seen[path] = content
    except (OSError, UnicodeError):
        return None
    return f"{digest_of_all(parts).hex()}.judged"


def _content(path: str) -> bytes:
    """The file's first bytes."""
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - hot path
        return file.read(min(os.fstat(file.fileno()).st_size, _MOST_BYTES))


def kept(folder: Path, key: str) -> tuple[bytes | None, bool]:
    """What is kept under a key, and whether a file was there that is not sound."""
    try:
        held = (folder / key).read_bytes()
    except OSError:
        return None, False
    content = held[SIZE:]
    if digest(content) != held[:SIZE]:
        return None, True
    with contextlib.suppress(OSError):
        os.utime(folder / key)
    return content, False


def keep(folder: Path, key: str, content: bytes) -> None:
    """Keep something under a key; a disk that is full or read-only costs time, and nothing else."""
    beside = folder / f".{key}.{os.getpid()}"
    with contextlib.suppress(OSError):
        beside.write_bytes(digest(content) + content)
        beside.replace(folder / key)
    with contextlib.suppress(OSError):
        beside.unlink(missing_ok=True)
