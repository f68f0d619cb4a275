"""Bodies of pages that were drawn before, kept by a hash of all that decides them.

Owns one file of records, each a key, a hash of its content, and the content; new ones go to its end. Nothing in it
names a place or a time, so it serves another checkout as well. What is damaged or not ours is passed over, counted and
written anew. A second build at the same time reads and does not write. Refuses to know what a key is made of
(`page_keys.py`).
"""

from __future__ import annotations

import contextlib
import os
import struct
from typing import TYPE_CHECKING

from catalog.digests import SIZE, digest

try:
    import fcntl
except (
    ImportError
):  # pragma: no cover -- Windows, where two builds at once are told by the hash of what they spoil
    fcntl = None  # type: ignore[assignment]

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

_MAGIC = b"aps-catalog drawn 1\n"
_HEAD = struct.Struct(f"<{SIZE}s{SIZE}sI")
_SPARE = 3
"""A file that holds this many times the records that a build used is cut down to those."""
_SMALL = 16_000_000
"""Bytes that are never worth cutting down."""


class Drawn:
    """What is kept in a file; nothing is without one. `ignored` counts what was damaged or not ours."""

    def __init__(self, file: Path | None = None) -> None:
        """Read which keys there are. A file that cannot be opened costs time, and nothing else."""
        self.ignored = 0
        self.drawn = 0
        self._path = file
        # Where the record of a key starts: no more, since a large site has half a million of them.
        self._starts: dict[bytes, int] = {}
        self._used: set[bytes] = set()
        self._file: BinaryIO | None = None
        self._writes = False
        self._end = 0
        if file is not None:
            with contextlib.suppress(OSError):
                file.parent.mkdir(parents=True, exist_ok=True)
                self._file = os.fdopen(os.open(file, os.O_RDWR | os.O_CREAT, 0o644), "r+b", buffering=0)
                self._writes = _locked(self._file)
                self._read()

    def get(self, key: bytes) -> bytes | None:
        """What is kept under a key."""
        start = self._starts.get(key)
        if start is None or self._file is None:
            return None
        try:
            self._file.seek(start)
            _, wanted, length = _HEAD.unpack(self._file.read(_HEAD.size))
            content = self._file.read(length)
        except (OSError, struct.error):
            return None
        if digest(key + content) != wanted:
            self.ignored += 1
            del self._starts[key]
            return None
        self._used.add(key)
        return content

    def use(self, key: bytes) -> None:
        """Keep what is kept under a key for the next build too, without reading it."""
        if key in self._starts:
            self._used.add(key)

    def put(self, key: bytes, content: bytes) -> None:
        """Keep something under a key that `get` did not know."""
        self.drawn += 1
        if not self._writes or self._file is None or key in self._used:
            return
        record = _HEAD.pack(key, digest(key + content), len(content)) + content
        written = 0
        with contextlib.suppress(OSError):
            self._file.seek(self._end)
            written = self._file.write(record)
        if written < len(record):  # A full disk: what is there already still serves.
            self._writes = False
            return
        self._starts[key] = self._end
        self._used.add(key)
        self._end += len(record)

    def close(self) -> None:
        """Let the file go, cut down to what was used where it holds far more."""
        if self._file is None:
            return
        if self._writes and self._end > _SMALL and len(self._starts) > _SPARE * len(self._used):
            with contextlib.suppress(OSError):
                self._cut_down()
        self._file.close()
        self._file = None

    def _read(self) -> None:
        """Note where each record lies, as far as the file makes sense; writing goes on from there."""
        if self._file is None:
            return
        size = os.fstat(self._file.fileno()).st_size
        if self._file.read(len(_MAGIC)) != _MAGIC:
            self.ignored += size > 0
            if self._writes:
                self._file.truncate(0)
                self._file.seek(0)
                self._file.write(_MAGIC)
            self._end = len(_MAGIC)
            return
        self._end = len(_MAGIC)
        for key, length in self._heads(size):
            self._starts[key] = self._end
            self._end += _HEAD.size + length
        if self._end < size:
            self.ignored += 1
            if self._writes:
                self._file.truncate(self._end)

    def _heads(self, size: int) -> Iterator[tuple[bytes, int]]:
        while self._file is not None and self._end + _HEAD.size <= size:
            self._file.seek(self._end)
            head = self._file.read(_HEAD.size)
            if len(head) < _HEAD.size:
                return
            key, _, length = _HEAD.unpack(head)
            if self._end + _HEAD.size + length > size:
                return
            yield key, length

    def _cut_down(self) -> None:
        if self._path is None:
            return
        beside = self._path.with_name(f".{self._path.name}.{os.getpid()}")
        try:
            with beside.open("wb") as new:
                new.write(_MAGIC)
                for key in list(self._used):
                    content = self.get(key)
                    if content is not None:
                        new.write(_HEAD.pack(key, digest(key + content), len(content)) + content)
            beside.replace(self._path)
        finally:
            beside.unlink(missing_ok=True)


def _locked(file: BinaryIO) -> bool:
    """Whether this build alone may write the file from now on."""
    try:
        if fcntl is not None:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
