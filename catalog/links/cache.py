"""What addresses answered before, kept in a file, so that a page is asked once in two weeks and a dead one each day.

Owns the file and how long an answer counts. A file that cannot be read counts as empty: it only saves time.
"""

from __future__ import annotations

import tempfile
from datetime import date, timedelta
from pathlib import Path

import msgspec

from catalog.links.answer import Answer, Verdict

_GOOD = timedelta(days=14)
_DAYS = {
    Verdict.ALIVE: _GOOD,
    Verdict.MOVED: _GOOD,
    Verdict.BROKEN: timedelta(days=1),
    Verdict.UNKNOWN: timedelta(days=1),
}


class _Kept(msgspec.Struct, frozen=True):
    day: date
    answer: Answer


class Cache:
    """Answers by address, as of a day. What is not asked for again is dropped when the file is written."""

    def __init__(self, path: Path, today: date) -> None:
        self._path = path
        self._today = today
        self._old = _read(path)
        self._new: dict[str, _Kept] = {}

    def recent(self, url: str) -> Answer | None:
        """The answer of an earlier day that still counts, or None."""
        kept = self._old.get(url)
        # A day yet to come was written by a clock that went wrong.
        if kept is None or not timedelta(0) <= self._today - kept.day < _DAYS[kept.answer.verdict]:
            return None
        self._new[url] = kept
        return kept.answer

    def learn(self, url: str, answer: Answer) -> None:
        """Keep an answer of today."""
        self._new[url] = _Kept(self._today, answer)

    def write(self) -> None:
        """Replace the file whole, so that a reader never sees half of it."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        data = msgspec.json.format(msgspec.json.encode(dict(sorted(self._new.items()))), indent=1)
        with tempfile.TemporaryDirectory(dir=self._path.parent) as folder:
            beside = Path(folder) / self._path.name
            beside.write_bytes(data + b"\n")
            beside.replace(self._path)


def _read(path: Path) -> dict[str, _Kept]:
    try:
        return msgspec.json.decode(path.read_bytes(), type=dict[str, _Kept])
    except (OSError, msgspec.DecodeError):
        return {}
