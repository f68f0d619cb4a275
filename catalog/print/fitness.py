"""Copy-fit for the check: entries whose words do not fit their place in the book, as problems at the fields.

Owns what is kept of earlier measuring, and the step from what was told to problems. Refuses to load the book where
nothing has to be measured (`fitness_measured.py`); `copylength.py` says which entries need no measuring.
"""

from __future__ import annotations

import importlib
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from catalog.compile.keeping import Shelf, grouped, keep, kept
from catalog.digests import digest, digest_of_all
from catalog.editions import current_edition, read_editions
from catalog.findings import Problem
from catalog.rules import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from catalog.editions import Edition
    from catalog.model import Entry

_GROUP = 64
_KIND = "fitted"
_REMEDIES = {
    "APS245": "shorten it, or leave it: nothing is lost on the site",
    "APS246": "shorten it; the book is not printed with it",
}


class Tight(NamedTuple):
    """A text that does not fit: the rule, the entry, the field, and what is to be said about it."""

    code: str
    slug: str
    field: str
    message: str


def fitted_shelf(cache: Path) -> Shelf:
    """Where what was measured is kept."""
    return Shelf(cache / _KIND, kind=_KIND)


def edition_to_fit(editions: Path, as_of: date) -> Edition:
    """The edition that vendors write for: the current one, with a quarter page for all; nobody writes for three lines.

    `editions` is the folder of the edition files and need not exist. Faults in them are for `print` to tell.
    """
    edition = current_edition(read_editions(editions)[0], as_of)
    return replace(edition, size="quarter", listings=())


def tight_entries(
    entries: Sequence[Entry], edition: Edition, folder: Path, cache: Path, shelf: Shelf | None = None
) -> Iterator[tuple[str, Problem]]:
    """Slug and problem of each of the entries that does not fit its place in an edition.

    Args:
        entries: those that may not fit.
        edition: that of `edition_to_fit`.
        folder: the entries with their pictures.
        cache: folder for what was measured and for converted pictures; it changes nothing but the time.
        shelf: that of `fitted_shelf`, where somebody wants to know of damaged files.
    """
    by_slug = {entry.slug: entry for entry in entries}
    shelf = shelf or fitted_shelf(cache)
    shelf.stamped(edition)
    missing: dict[str, list[Entry]] = {}
    for slugs in grouped(by_slug, _GROUP):
        group = [by_slug[slug] for slug in slugs]
        key = _key(shelf.stamp, group, folder)
        shelf.used.add(key)
        content, damaged = kept(shelf.folder, key)
        shelf.ignored += damaged
        if content is None:
            missing[key] = group
        else:
            yield from map(_problem, msgspec.msgpack.decode(content, type=list[Tight]))
    if missing:
        measured = importlib.import_module("catalog.print.fitness_measured").measured
        for key, found in measured(missing, edition, folder, cache):
            keep(shelf.folder, key, msgspec.msgpack.encode(found))
            yield from map(_problem, found)
        shelf.tidy()


def _key(stamp: bytes, group: Sequence[Entry], folder: Path) -> str:
    """The name of what is kept of some entries: all that their measure depends on, pictures with their bytes."""
    parts = [stamp + msgspec.msgpack.encode(group)]
    for entry in group:
        for name in (entry.media.logo, *(shot.file for shot in entry.media.screenshots[:1])):
            path = folder / entry.slug / name if name else None
            content = path.read_bytes() if path and path.is_file() else b""
            parts.append(digest(content))
    return f"{digest_of_all(parts).hex()}.{_KIND}"


def _problem(tight: Tight) -> tuple[str, Problem]:
    code, slug, field, message = tight
    told = f"in print: {message}"
    return slug, Problem(code, SEVERITIES[code], tuple(field.split(".")), told, _REMEDIES[code])
