"""How two editions differ: what is new, what changed and in what, what is gone.

Owns the comparison of printed entries. An entry is the same one under a former slug. Refuses to compare wording inside
a field: it names the field.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

if TYPE_CHECKING:
    from catalog.model import Catalog, Entry

_UNPRINTED = frozenset({"waive", "print"})
"""Fields that concern the check or the place in the book, not what the entry says."""


class Changed(NamedTuple):
    """An entry, and the fields (or picture files) in which it differs from its former self."""

    entry: Entry
    fields: tuple[str, ...]


class Withdrawn(NamedTuple):
    """An entry that is printed no more, and the slug of its successor, where one is known."""

    entry: Entry
    successor: str | None


class Difference(NamedTuple):
    """New, changed and withdrawn entries, each in reading order."""

    new: tuple[Entry, ...]
    changed: tuple[Changed, ...]
    withdrawn: tuple[Withdrawn, ...]


def difference(old: Catalog, new: Catalog) -> Difference:
    """What changed between the printed entries of two catalogs."""
    before = {entry.slug: entry for entry in old.entries if entry.in_print}
    known = {entry.slug: entry for entry in new.entries}
    after = [entry for entry in new.entries if entry.in_print]
    formers = {former: entry.slug for entry in after for former in entry.formerly}
    pairs = [(entry, _former(entry, before)) for entry in after]
    kept = {former.slug for _, former in pairs if former}
    changed = (Changed(entry, _fields(former, entry, old, new)) for entry, former in pairs if former)
    return Difference(
        new=tuple(entry for entry, former in pairs if former is None),
        changed=tuple(one for one in changed if one.fields),
        withdrawn=tuple(
            Withdrawn(entry, _successor(slug, known) or formers.get(slug))
            for slug, entry in before.items()
            if slug not in kept
        ),
    )


def _former(entry: Entry, before: dict[str, Entry]) -> Entry | None:
    slugs = (slug for slug in (entry.slug, *entry.formerly) if slug in before)
    return next((before[slug] for slug in slugs), None)


def _successor(slug: str, known: dict[str, Entry]) -> str | None:
    return known[slug].listing.replaced_by if slug in known else None


def _fields(former: Entry, entry: Entry, old: Catalog, new: Catalog) -> tuple[str, ...]:
    """The top-level fields that differ, in the schema's order, then picture files with other content."""
    names = [field.name for field in msgspec.structs.fields(entry) if field.name not in _UNPRINTED]
    differing = [name for name in names if getattr(former, name) != getattr(entry, name)]
    files = (entry.media.logo, entry.media.logo_dark, *(shot.file for shot in entry.media.screenshots))
    differing += [
        file
        for file in dict.fromkeys(name for name in files if name)
        if _content(old, former, file) != _content(new, entry, file)
    ]
    return tuple(differing)


def _content(catalog: Catalog, entry: Entry, file: str) -> bytes:
    path = Path(catalog.folder) / entry.slug / file
    return path.read_bytes() if path.is_file() else b""
