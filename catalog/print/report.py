"""What came of building a book.

Owns the value that the program prints from. Refuses to print.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from catalog.editions import Edition
    from catalog.print.note import Note
    from catalog.print.pages.plan import Plan


@dataclass(frozen=True, slots=True)
class BookReport:
    """A finished book, or why there is none.

    `path` is `None` where nothing was written: because no entry was chosen, or because of `faults`, each of which
    names an entry, a field and what stops it. `notes` are what the book had to leave out or enlarge. `bytes` is the
    size of the file, `seconds` the time that each pass took.
    """

    edition: Edition
    path: Path | None = None
    pages: int = 0
    entries: int = 0
    bytes: int = 0
    seconds: dict[str, float] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    faults: tuple[Note, ...] = ()
    plan: Plan | None = None

    @property
    def reason(self) -> str:
        """One line on why there is no book; empty where there is one."""
        if self.path:
            return ""
        if self.faults:
            return f"no book: {len(self.faults)} of {self.entries} entries cannot be printed"
        return "no book: no entry to print"
