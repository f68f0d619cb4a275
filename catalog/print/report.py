"""What came of building a book.

Owns the value that the program prints from. Refuses to print.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

    from catalog.editions import Edition
    from catalog.print.note import Note
    from catalog.print.pages.plan import Plan
    from catalog.print.preflight.finding import Finding


Purpose = Literal["press", "screen", "proof", "imposed", "data-merge"]
"""Whom or what a file is for; it is part of the file's name."""


class BookFile(NamedTuple):
    """A finished file, where it lies, and its size in bytes."""

    purpose: Purpose
    path: Path
    bytes: int


@dataclass(frozen=True, slots=True)
class BookReport:
    """A finished book, or why there is none.

    There are no `files` where nothing was written: because no entry was chosen, because of `faults`, each of which
    names an entry, a field and what stops it, or because of errors among the `findings` of preflight. `notes` are what
    the book had to leave out or enlarge, `seconds` is the time that each pass took.
    """

    edition: Edition
    files: tuple[BookFile, ...] = ()
    pages: int = 0
    entries: int = 0
    seconds: dict[str, float] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    faults: tuple[Note, ...] = ()
    findings: tuple[Finding, ...] = ()
    plan: Plan | None = None

    @property
    def path(self) -> Path | None:
        """The file for the screen, or the first where there is none; `None` where nothing was written."""
        screen = (file.path for file in self.files if file.purpose == "screen")
        return next(screen, self.files[0].path if self.files else None)

    @property
    def bytes(self) -> int:
        """The size of all files."""
        return sum(file.bytes for file in self.files)

    @property
    def reason(self) -> str:
        """One line on why there is no book; empty where there is one."""
        if self.files:
            return ""
        if self.faults:
            return f"no book: {len(self.faults)} of {self.entries} entries cannot be printed"
        if self.findings:
            return "no book: preflight found errors in what was made"
        return "no book: no entry to print"
