"""The measuring of copy-fit, by the passes of the book itself, so that the check and the book never disagree.

Owns which notes and faults of measuring a vendor is told, and the work of several processes. Refuses to keep anything
(`fitness.py`).
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from catalog.print.assets.gather import texts_of, unprintable
from catalog.print.desk import Sources, desk_for
from catalog.print.fitness import Tight
from catalog.print.grid import grid_of
from catalog.print.layout.measure import measure
from catalog.print.typography.font_cuts import open_fonts
from catalog.processes import pool, processes_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from catalog.editions import Edition
    from catalog.model import Entry
    from catalog.print.desk import Desk

_NO_ADDRESS = "https://catalog.example/"
# Below this many entries a second process costs more than it saves.
_WORTH_A_PROCESS = 200


class _Work:
    """Groups of entries by name, and the desk that they are measured at; a process is forked with it."""

    here: _Work

    def __init__(self, groups: Mapping[str, Sequence[Entry]], desk: Desk) -> None:
        self.groups = groups
        self.desk = desk

    def begin(self) -> None:
        """Be the work of this process, whose cycle collector would look for cycles in vain."""
        _Work.here = self
        gc.disable()

    def tight(self, name: str) -> list[Tight]:
        """What does not fit of one group."""
        measured = measure(self.groups[name], self.desk, lambda: None)
        found = [Tight("APS246", fault.slug, fault.field, fault.message) for fault in measured.faults]
        notes = (note for block in measured.blocks for note in block.notes)
        found += [
            Tight("APS245", note.slug, note.field, note.message) for note in notes if not note.by_design
        ]
        return found


def measured(
    groups: Mapping[str, Sequence[Entry]], edition: Edition, folder: Path, cache: Path
) -> Iterator[tuple[str, list[Tight]]]:
    """For each group by its name what does not fit, in the order of the groups.

    An entry with signs that no font has is not measured; another rule tells of them. `folder` holds the entries.
    """
    printable = {
        name: [entry for entry in group if not unprintable([entry])] for name, group in groups.items()
    }
    entries = [entry for group in printable.values() for entry in group]
    fonts = open_fonts(texts_of(entries, edition))
    sources = Sources(str(folder), _NO_ADDRESS, cache)
    work = _Work(printable, desk_for(entries, edition, grid_of(edition.trim), sources, fonts=fonts))
    processes = processes_for(len(groups)) if len(entries) >= _WORTH_A_PROCESS else 1
    if processes < 2:
        for name in groups:
            yield name, work.tight(name)
        return
    with pool(processes, work.begin) as setters:
        yield from zip(groups, setters.map(_tight, groups), strict=True)


def _tight(name: str) -> list[Tight]:
    return _Work.here.tight(name)
