"""Copy-fit for the check: entries whose words do not fit their place in the book, as problems at the fields.

Owns the step from the notes and faults of measuring to problems. Measures with the passes of the book itself, so that
the check and the book never disagree; `catalog.copylength` says which entries need no measuring.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from catalog.editions import current_edition, read_editions
from catalog.findings import Problem
from catalog.print.assets.gather import texts_of, unprintable
from catalog.print.desk import Sources, desk_for
from catalog.print.grid import grid_of
from catalog.print.layout.measure import measure
from catalog.print.typography.font_measuring import measuring_fonts
from catalog.rules import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from catalog.model import Catalog, Entry
    from catalog.print.note import Note

_NO_ADDRESS = "https://catalog.example/"
_REMEDY = "shorten it, or leave it: nothing is lost on the site"


def tight_entries(
    entries: Sequence[Entry], catalog: Catalog, editions: Path, cache: Path
) -> Iterator[tuple[str, Problem]]:
    """Slug and problem of each of the entries that does not fit its place in the current edition.

    Args:
        entries: of the catalog, those that may not fit.
        catalog: gives the day and the folder of the pictures.
        editions: folder of the edition files; need not exist. Faults in them are for `print` to tell.
        cache: folder for converted pictures; what it holds changes nothing but the time.
    """
    edition = current_edition(read_editions(editions)[0], catalog.as_of)
    edition = replace(edition, size="quarter", listings=())  # A vendor need not write for three lines.
    printable = [entry for entry in entries if not unprintable([entry])]
    if not printable:
        return
    fonts = measuring_fonts(texts_of(printable, edition))
    sources = Sources(catalog.folder, _NO_ADDRESS, cache)
    desk = desk_for(printable, edition, grid_of(edition.trim), sources, fonts=fonts)
    measured = measure(printable, desk, lambda: None)
    for fault in measured.faults:
        yield fault.slug, _problem("APS246", fault, "shorten it; the book is not printed with it")
    for block in measured.blocks:
        for note in block.notes:
            if not note.by_design:
                yield note.slug, _problem("APS245", note, _REMEDY)


def _problem(code: str, note: Note, remedy: str) -> Problem:
    return Problem(code, SEVERITIES[code], tuple(note.field.split(".")), f"in print: {note.message}", remedy)
