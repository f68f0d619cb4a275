"""Whether the published site is what a build would make again.

Owns a note in the cache: a hash of all that a build reads, and one of the files that came of it (`walk.py`). Where
both still hold, nothing is built. Refuses to judge a configuration that reads more than we know of, such as another
plugin: then a build builds.
"""

from __future__ import annotations

import contextlib
import itertools
import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from catalog.compile.keeping import program_digest
from catalog.digests import digest, digest_of_all
from catalog.site.mkdocs_run import own_folders
from catalog.site.pictures import files_of
from catalog.site.walk import written_to

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from catalog.model import Catalog


class Note(NamedTuple):
    """What is remembered of a build: the two hashes, and how many pages and bytes were published."""

    read: bytes
    written: bytes
    pages: int
    size: int


def read_by(catalog: Catalog, config: Path, options: object) -> bytes | None:
    """A hash of all that decides the bytes of a site; none where that cannot be told."""
    folders = own_folders(config)
    if folders is None:
        return None
    programme = Path(catalog.folder).parent / "program"
    own = (path for folder in (*folders, programme) for path in sorted(folder.rglob("*")))
    try:
        told = (program_digest(), msgspec.msgpack.encode((options, catalog.internal)), config.read_bytes())
        # One content after the other: together they would not fit in memory.
        return digest_of_all(map(digest, itertools.chain(told, _contents(own), _entries(catalog))))
    except (OSError, UnicodeEncodeError):  # A folder's name may be in no encoding that is known.
        return None


def _entries(catalog: Catalog) -> Iterator[bytes]:
    """The entries and their pictures, or the hash of them that the check has worked out."""
    if catalog.read:
        yield catalog.read
        return
    yield msgspec.msgpack.encode(catalog)
    yield from _contents(
        Path(catalog.folder, entry.slug, file) for entry in catalog.listed for file in files_of(entry)
    )


def _contents(paths: Iterable[Path]) -> Iterator[bytes]:
    """Name and content of each file, so that a file that is renamed counts too."""
    for path in paths:
        if path.is_file():
            yield os.fsencode(path) + b"\0" + path.read_bytes()


def noted(output: Path, cache: Path) -> Note | None:
    """What was noted of the site at `output`, if its files are still those."""
    try:
        note = msgspec.msgpack.decode(_place(output, cache).read_bytes(), type=Note)
        return note if written_to(output) == note.written else None
    except (OSError, msgspec.DecodeError):
        return None


def note(output: Path, cache: Path, made: Note) -> None:
    """Remember what was published; on a disk that is full the next build builds."""
    with contextlib.suppress(OSError):
        place = _place(output, cache)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(msgspec.msgpack.encode(made))


def _place(output: Path, cache: Path) -> Path:
    """In the cache, since times and numbers of files are no part of what is published."""
    return cache / "site" / f"built-{digest(os.fsencode(output)).hex()}"
