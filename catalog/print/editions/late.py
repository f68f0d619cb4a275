"""What came or changed after an edition was frozen, told to whoever changed it (APS673).

Owns the problem and its words. Refuses to compare: `difference` does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.findings import Problem
from catalog.print.editions.difference import difference
from catalog.print.editions.freezing import awaited
from catalog.rules import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from catalog.editions import Edition
    from catalog.model import Catalog


def late_entries(catalog: Catalog, editions: Path) -> Iterator[tuple[str, Problem]]:
    """Slug and problem of each entry that came or changed too late for an edition that is to appear."""
    for held in awaited(editions, catalog.as_of):
        yield from changed_since(held.catalog, catalog, held.edition)


def changed_since(frozen: Catalog, catalog: Catalog, edition: Edition) -> Iterator[tuple[str, Problem]]:
    """Slug and problem of each entry that is not what the frozen edition prints (APS673)."""
    found = difference(frozen, catalog)
    for entry in found.new:
        yield entry.slug, _late("name", "the entry is new", edition)
    for entry, fields in found.changed:
        field = fields[0] if hasattr(entry, fields[0]) else "media"
        yield entry.slug, _late(field, f"{', '.join(fields)} changed", edition)


def _late(field: str, what: str, edition: Edition) -> Problem:
    message = f"{what} since the edition {edition.title} was frozen, so this goes to the next one"
    remedy = "nothing to do: the site shows it at once"
    return Problem("APS673", SEVERITIES["APS673"], (field,), message, remedy, at="key")
