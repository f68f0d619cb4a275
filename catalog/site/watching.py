"""What changed in the files that a preview reads, by their sizes and times.

Owns looking, no more often than a look costs: an entry's folder and its `entry.yaml` each time, all of its files when
somebody asks for it. Refuses to judge what a change means.
"""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

State = tuple[tuple[str, int, int, int], ...]
_SOONEST = 0.3
_SHARE = 15
"""A look is followed by so many times its own length without one."""


class Change(NamedTuple):
    """What changed since the last look: some entries, the frames around pages, or what all entries depend on."""

    slugs: list[str]
    frames: bool
    all: bool


class Watched:
    """The folders of a preview. `program` tells that this program itself changed and has to start again."""

    def __init__(self, entries: Path, programme: Path, frames: Sequence[Path], program: Path) -> None:
        self.program = False
        self._entries, self._programme, self._frames, self._own = entries, programme, frames, program
        self._next = 0.0
        self._seen = self._slugs()
        self._rest = self._others()

    def look(self) -> Change:
        """What changed since the last look."""
        started = time.monotonic()
        now, rest = self._slugs(), self._others()
        slugs = sorted(
            slug for slug in now.keys() | self._seen.keys() if now.get(slug) != self._seen.get(slug)
        )
        frames, programme, program = (one != other for one, other in zip(rest, self._rest, strict=True))
        self._seen, self._rest = now, rest
        self.program = self.program or program
        ended = time.monotonic()
        self._next = ended + max(_SOONEST, _SHARE * (ended - started))
        return Change(slugs, frames, programme)

    def due(self) -> bool:
        """Whether it is time for another look."""
        return time.monotonic() >= self._next

    def missed(self, slug: str) -> bool:
        """Whether an entry changed since the last look."""
        return self._of(slug) != self._seen.get(slug)

    def seen(self, slug: str) -> None:
        """Take note that a change of an entry was dealt with."""
        now = self._of(slug)
        if now is None:
            self._seen.pop(slug, None)
        else:
            self._seen[slug] = now

    def _slugs(self) -> dict[str, tuple[int, ...]]:
        try:
            names = os.listdir(self._entries)  # noqa: PTH208 -- hot path
        except OSError:
            return {}
        found = ((name, self._of(name)) for name in names if not name.startswith("."))
        return {name: state for name, state in found if state}

    def _of(self, slug: str) -> tuple[int, ...] | None:
        folder = f"{self._entries}/{slug}"
        try:
            of_folder = os.stat(folder)  # noqa: PTH116 -- hot path
        except OSError:
            return None
        try:
            of_file = os.stat(f"{folder}/entry.yaml")  # noqa: PTH116 -- hot path
        except OSError:
            return (of_folder.st_mtime_ns,)
        return of_folder.st_mtime_ns, of_file.st_mtime_ns, of_file.st_size, of_file.st_ino

    def _others(self) -> tuple[State, ...]:
        return (
            tuple(state for place in self._frames for state in state_of(place)),
            state_of(self._programme),
            tuple(one for one in state_of(self._own) if one[0].endswith((".py", ".yaml"))),
        )


def state_of(place: Path) -> State:
    """Name, size, time and number of each file of a folder and below, or of a file; empty where nothing is."""
    return tuple(sorted(_state_of(str(place))))


def _state_of(place: str) -> Iterator[tuple[str, int, int, int]]:
    try:
        with os.scandir(place) as listing:
            children = [child for child in listing if child.name != "__pycache__"]
        for child in children:
            if child.is_dir(follow_symlinks=False):
                yield from _state_of(child.path)
            else:
                told = child.stat(follow_symlinks=False)
                yield child.path, told.st_size, told.st_mtime_ns, told.st_ino
    except NotADirectoryError:
        told = os.stat(place)  # noqa: PTH116 -- as above
        yield place, told.st_size, told.st_mtime_ns, told.st_ino
    except OSError:
        return
