"""Reading, decoding and judging entries one by one, by as many processes as pay.

Owns the only reading of entry files and of the pictures beside them. Never raises for a fault of an entry.
"""

from __future__ import annotations

import functools
import gc
import os
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from catalog.compile.keeping import keep, kept, key_of
from catalog.compile.walk import ENTRY_FILE, Source, file_finding, look_into
from catalog.decode import decode_draft, decode_entry
from catalog.findings import Finding, from_fault, locate
from catalog.model import Entry, Programme  # noqa: TC001 - msgspec reads the annotations of `Judged`
from catalog.pictures import LARGEST_PICTURE, Picture, examine
from catalog.rules import context_of, is_of_what_is_there, judge
from catalog.source import read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet
    from datetime import date

    from catalog.compile.keeping import Shelf
    from catalog.findings import Problem

# Below this many entries a second process costs more than it saves.
_WORTH_A_PROCESS = 300
# Below this many, looking for what was judged before takes as long as judging.
_WORTH_A_SHELF = 50
CHUNK = 250


class Work(NamedTuple):
    """What a process needs to judge entries: the folder, its name for findings, the day, the programme."""

    folder: str
    prefix: str
    as_of: date
    programme: Programme


class Judged(NamedTuple):
    """What came of some folders: the slugs of those that hold an entry, the entries that could be decoded, findings."""

    slugs: list[str]
    entries: list[Entry]
    findings: list[Finding]


def judged(folders: list[str], work: Work, shelf: Shelf | None = None) -> Iterator[Judged]:
    """What comes of the folders, `CHUNK` of them at a time, in order; from the shelf, as far as it is there."""
    chunks = [folders[at : at + CHUNK] for at in range(0, len(folders), CHUNK)]
    processes = min(os.cpu_count() or 1, len(chunks))
    if shelf and len(folders) >= _WORTH_A_SHELF:
        shelf.stamped(work.prefix, work.as_of, work.programme)
    else:
        shelf = None
    if len(folders) < _WORTH_A_PROCESS or processes < 2 or not hasattr(os, "fork"):
        for chunk in chunks:
            yield _unpacked(_packed_chunk(work, shelf, chunk), shelf) if shelf else _judge_chunk(work, chunk)
    else:
        # A tree has no cycles, and its process ends with its work: the cycle collector would look at it in vain.
        with ProcessPoolExecutor(processes, mp_context=get_context("fork"), initializer=gc.disable) as pool:
            for packed in pool.map(functools.partial(_packed_chunk, work, shelf), chunks):
                yield _unpacked(packed, shelf)
    if shelf:
        shelf.tidy()


class _Packed(NamedTuple):
    """A `Judged` as bytes, since packing entries with msgspec is far faster than pickling them."""

    content: bytes
    key: str | None
    damaged: bool


def _packed_chunk(work: Work, shelf: Shelf | None, chunk: list[str]) -> _Packed:
    """From the shelf, else judged and put there."""
    key = key_of(shelf.stamp, work.folder, chunk) if shelf else None
    content, damaged = kept(shelf.folder, key) if shelf and key else (None, False)
    if content is None:
        content = msgspec.msgpack.encode(_judge_chunk(work, chunk))
        if shelf and key:
            keep(shelf.folder, key, content)
    return _Packed(content, key, damaged)


def _unpacked(packed: _Packed, shelf: Shelf | None) -> Judged:
    if shelf and packed.key:
        shelf.used.add(packed.key)
        shelf.ignored += packed.damaged
    return msgspec.msgpack.decode(packed.content, type=Judged)


def _judge_chunk(work: Work, chunk: list[str]) -> Judged:
    result = Judged([], [], [])
    for slug in chunk:
        source = look_into(work.folder, slug, f"{work.prefix}/{slug}", result.findings)
        if source is None:
            continue
        result.slugs.append(slug)
        entry, found = _judge(work, source)
        result.findings.extend(found)
        if entry:
            result.entries.append(entry)
    return result


def _judge(work: Work, source: Source) -> tuple[Entry | None, list[Finding]]:
    path = f"{work.prefix}/{source.slug}/{ENTRY_FILE}"
    try:
        with open(f"{work.folder}/{source.slug}/{ENTRY_FILE}", "rb", buffering=0) as file:  # noqa: PTH123 - hot path
            document = read(file.read())
    except OSError as error:
        message = f"the file cannot be read: {error.strerror}"
        return None, [file_finding("APS007", path, message, "check its permissions")]
    findings = [from_fault(fault, path) for fault in document.faults]
    entry, problems = decode_entry(document, source.slug)
    if entry:
        problems = problems + list(_judged(entry, work, source))
    elif draft := decode_draft(document, source.slug, problems):
        told = _judged(draft.entry, work, source)
        problems = problems + [problem for problem in told if is_of_what_is_there(problem, draft.replaced)]
    located = [locate(problem, document, path) for problem in problems]
    if findings:
        findings = _told_better(findings, located)
    return entry, findings + located


def _told_better(faults: list[Finding], others: list[Finding]) -> list[Finding]:
    """The faults of the text without signs that a link may not hold: the rule on links says more at the same place."""
    links = {finding.span[:2] for finding in others if finding.code == "APS421"}
    return [fault for fault in faults if fault.code != "APS108" or fault.span[:2] not in links]


def _judged(entry: Entry, work: Work, source: Source) -> Iterator[Problem]:
    pictures = _pictures(entry, f"{work.folder}/{source.slug}", source.files)
    return judge(entry, context_of(entry, work.as_of, work.programme, source.files, pictures))


def _pictures(entry: Entry, here: str, files: AbstractSet[str]) -> dict[str, Picture]:
    """What the pictures that an entry names tell, by name; those that are not there or cannot be read are left out."""
    found: dict[str, Picture] = {}
    media = entry.media
    for name in (media.logo, media.logo_dark, *(screenshot.file for screenshot in media.screenshots)):
        if name and name in files and name not in found:
            try:
                with open(f"{here}/{name}", "rb", buffering=0) as file:  # noqa: PTH123 - hot path
                    content = file.read(min(os.fstat(file.fileno()).st_size, LARGEST_PICTURE) + 1)
            except OSError:
                continue
            found[name] = examine(content, look=name in {media.logo, media.logo_dark})
    return found
