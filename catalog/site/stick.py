"""An offline site as one file, to carry on a USB stick or to send.

Owns the archive: the same site makes the same bytes, whenever and by whomever it was built. Refuses our marker, which
would let a build replace an unpacked copy.
"""

from __future__ import annotations

import os
import zipfile
from typing import TYPE_CHECKING

from catalog.site.publish import MARKER

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

FOLDER = "aps-catalog"
"""The folder that unpacking makes; its `index.html` is the way in."""

_UNIX, _PLAIN_FILE = 3, 0o100644 << 16
_LEVEL = 6


def packed(site: Path, file: Path, day: date) -> int:
    """Pack the site at `site` into `file`; its size in bytes. `day` is the date of every file in it.

    A file that was there is replaced in one step.
    """
    beside = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        with zipfile.ZipFile(beside, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
            for path in sorted(_files(site)):
                told = zipfile.ZipInfo(f"{FOLDER}/{path}", (day.year, day.month, day.day, 0, 0, 0))
                told.create_system, told.external_attr = _UNIX, _PLAIN_FILE
                told.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(told, (site / path).read_bytes(), compresslevel=_LEVEL)
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)
    return file.stat().st_size


def _files(site: Path) -> Iterator[str]:
    for path in site.rglob("*"):
        if path.is_file() and path.name != MARKER:
            yield path.relative_to(site).as_posix()
