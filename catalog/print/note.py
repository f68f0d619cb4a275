"""Something to know about an entry in print, for the people who make the book."""

from __future__ import annotations

from typing import NamedTuple


class Note(NamedTuple):
    """Something to know about an entry in print: whose it is, which field, and what about it.

    `by_design` where room was found the way that the book always finds it, and no vendor need do anything.
    """

    slug: str
    field: str
    message: str
    by_design: bool = False

    def __str__(self) -> str:
        return f"{self.slug}: {self.field}: {self.message}"
