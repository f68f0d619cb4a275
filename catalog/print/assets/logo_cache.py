"""Prepared pictures on disk.

Owns one file for all of them, keyed by the hash of a picture's bytes and of the code that prepared it. Refuses to
prepare. A cache that is lost, damaged or of another version costs time alone.
"""

from __future__ import annotations

import contextlib
import sqlite3
from typing import TYPE_CHECKING

import msgspec

from catalog.print.assets.logo_form import Form

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

_DECODER = msgspec.msgpack.Decoder(Form)
_ENCODER = msgspec.msgpack.Encoder()
# Another build may be writing.
_PATIENCE_SECONDS = 60.0
_FILE = "pictures.sqlite"


def kept(folder: Path, keys: Collection[str]) -> dict[str, Form]:
    """The forms that the cache holds of these keys."""
    try:
        with _opened(folder) as database:
            rows = database.execute("SELECT key, form FROM pictures")
            return {key: _DECODER.decode(form) for key, form in rows if key in keys}
    except (sqlite3.DatabaseError, msgspec.DecodeError):
        return {}


def keep(folder: Path, forms: Mapping[str, Form]) -> None:
    """Add forms to the cache. A damaged cache is made anew."""
    if not forms:
        return
    rows = [(key, _ENCODER.encode(form)) for key, form in forms.items()]
    try:
        _write(folder, rows)
    except sqlite3.OperationalError:
        return  # Another build holds the file, or the disk is full; the next build prepares again.
    except sqlite3.DatabaseError:
        (folder / _FILE).unlink(missing_ok=True)
        _write(folder, rows)


def _write(folder: Path, rows: list[tuple[str, bytes]]) -> None:
    with _opened(folder) as database, database:
        database.executemany("INSERT OR REPLACE INTO pictures VALUES (?, ?)", rows)


@contextlib.contextmanager
def _opened(folder: Path) -> Iterator[sqlite3.Connection]:
    folder.mkdir(parents=True, exist_ok=True)
    database = sqlite3.connect(folder / _FILE, timeout=_PATIENCE_SECONDS)
    try:
        database.execute(
            "CREATE TABLE IF NOT EXISTS pictures (key TEXT PRIMARY KEY, form BLOB) WITHOUT ROWID"
        )
        yield database
    finally:
        database.close()
