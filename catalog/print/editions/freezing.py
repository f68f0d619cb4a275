"""A frozen edition: everything that its book was made from, kept so that the same book can be made again.

Owns `editions/frozen/<id>/`: the printed entries with their pictures and the programme's files that the book reads, as
plain copies, and a manifest with the hash of each. Copies cost a repository nothing, since git stores equal contents
once, and they need no history to be there. Refuses to freeze over what is frozen, and to print from files that are not
those of the manifest. What a later program refuses in an entry does not matter here: nothing is judged again.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from catalog import __version__
from catalog.compile import catalog_of
from catalog.compile.programme import read_programme
from catalog.decode import decode_entry
from catalog.editions import FROZEN, MANIFEST, Edition, decode_edition, frozen_before, frozen_ids
from catalog.errors import UsageError
from catalog.source import read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from catalog.model import Catalog, Entry

_PROGRAMME = ("contacts.yaml", "facts.yaml", "white-label-partners.yaml")


class FrozenError(UsageError):
    """A frozen edition cannot be made, or is no longer what was frozen."""


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What a frozen edition holds: the SHA-256 of each file by its path, and what else the book tells.

    `next_id` is the edition that followed, as far as it was known; its file is among them. `previous_id` is the frozen
    edition that changes are told since, if there was one; manifests of old do not have it.
    """

    edition: str
    frozen: date
    program: str
    site_url: str
    next_id: str | None = None
    previous_id: str | None = None
    files: dict[str, str]


class Frozen(NamedTuple):
    """A frozen edition, read again: as much as a book needs. `upcoming` is the edition after it, as it stood then."""

    edition: Edition
    catalog: Catalog
    upcoming: Edition | None
    manifest: Manifest


class Earlier(NamedTuple):
    """The edition that a book tells the changes since, and what that one printed."""

    edition: Edition
    catalog: Catalog


def freeze(
    catalog: Catalog, edition: Edition, upcoming: Edition | None, *, editions: Path, site_url: str, day: date
) -> Manifest:
    """Copy what the edition's book is made from; all of it is there afterwards, or nothing.

    Raises:
        FrozenError: the edition is frozen already.
    """
    place = editions / FROZEN / edition.id
    if place.exists():
        raise FrozenError(
            f"{edition.id} is frozen already; remove {place} first if that book was never printed"
        )
    beside = place.with_name(f".{edition.id}.{os.getpid()}")
    beside.mkdir(parents=True)
    try:
        for path, source in _sources(catalog, edition, upcoming, editions):
            target = beside / path
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
        manifest = Manifest(
            edition=edition.id,
            frozen=day,
            program=__version__,
            site_url=site_url,
            next_id=upcoming.id if upcoming else None,
            previous_id=frozen_before(editions, edition.id),
            files=_hashes(beside),
        )
        (beside / MANIFEST).write_bytes(msgspec.json.format(msgspec.json.encode(manifest), indent=1) + b"\n")
        beside.rename(place)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return manifest


def frozen_on(editions: Path, edition_id: str) -> date:
    """The day on which an edition was frozen."""
    return _manifest(editions / FROZEN / edition_id / MANIFEST).frozen


def thaw(editions: Path, edition_id: str) -> Frozen:
    """The edition as it was frozen.

    Raises:
        FrozenError: a file is missing, changed or added since, or this program cannot read it.
    """
    place = editions / FROZEN / edition_id
    manifest = _manifest(place / MANIFEST)
    _refuse_changed(place, manifest)
    edition = _edition(place, edition_id)
    entries = [_entry(place, slug) for slug in sorted(path.name for path in (place / "entries").glob("*"))]
    programme = read_programme(place / "program", [])
    catalog = catalog_of(entries, programme, edition.published, place / "entries")
    upcoming = _edition(place, manifest.next_id) if manifest.next_id else None
    return Frozen(edition, catalog, upcoming, manifest)


def earlier(editions: Path, edition_id: str | None) -> Earlier | None:
    """The edition of an id, such as a manifest's `previous_id`, as it was frozen; nothing for no id.

    Raises:
        FrozenError: it is gone, or no longer what was frozen.
    """
    if edition_id is None:
        return None
    held = thaw(editions, edition_id)
    return Earlier(held.edition, held.catalog)


def awaited(editions: Path, as_of: date) -> tuple[Frozen, ...]:
    """The frozen editions that are not published yet on a day: what changes now comes too late for them."""
    ids = frozen_ids(editions)
    coming = (one for one in ids if _edition(editions / FROZEN / one, one).published >= as_of)
    return tuple(thaw(editions, one) for one in coming)


def _sources(
    catalog: Catalog, edition: Edition, upcoming: Edition | None, editions: Path
) -> Iterator[tuple[str, str | Path]]:
    """The path inside the frozen edition of each file, and where it is copied from."""
    for known in (edition, upcoming):
        file = editions / f"{known.id}.yaml" if known else None
        if known and file and file.is_file():
            yield f"{known.id}.yaml", file
    for entry in catalog.entries:
        if entry.in_print:
            media = entry.media
            shots = (shot.file for shot in media.screenshots)
            named = (name for name in (media.logo, media.logo_dark, *shots) if name)
            for name in dict.fromkeys(("entry.yaml", *named)):
                yield f"entries/{entry.slug}/{name}", f"{catalog.folder}/{entry.slug}/{name}"
    for name in _PROGRAMME:
        file = editions.parent / "program" / name
        if file.is_file():
            yield f"program/{name}", file


def _hashes(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != MANIFEST)
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files
    }


def _manifest(file: Path) -> Manifest:
    try:
        return msgspec.json.decode(file.read_bytes(), type=Manifest)
    except (OSError, msgspec.MsgspecError) as error:
        raise FrozenError(
            f"{file} cannot be read: {error}; restore it from the repository's history"
        ) from error


def _refuse_changed(place: Path, manifest: Manifest) -> None:
    found = _hashes(place)
    for path in sorted(found.keys() | manifest.files.keys()):
        if found.get(path) != manifest.files.get(path):
            what = "missing" if path not in found else "changed" if path in manifest.files else "new"
            raise FrozenError(
                f"{place / path} is {what} since {manifest.edition} was frozen on {manifest.frozen}; "
                "restore the folder from the repository's history"
            )


def _edition(place: Path, edition_id: str) -> Edition:
    file = place / f"{edition_id}.yaml"
    if not file.is_file():
        raise FrozenError(f"{file} is not there; only an edition with a file of its own can be frozen")
    edition, findings = decode_edition(file.read_bytes(), edition_id, file.name)
    if edition is None:
        raise FrozenError(_unread(place, findings[0].message))
    return edition


def _entry(place: Path, slug: str) -> Entry:
    document = read((place / "entries" / slug / "entry.yaml").read_bytes())
    entry, problems = decode_entry(document, slug)
    if entry is None:
        raise FrozenError(_unread(place, f"entries/{slug}/entry.yaml: {problems[0].message}"))
    return entry


def _unread(place: Path, why: str) -> str:
    program = _manifest(place / MANIFEST).program
    return f"{place} was frozen by version {program}, and version {__version__} cannot read it ({why}); use the former"
