"""Reading, decoding and judging entries one by one, by as many processes as pay.

Owns the only reading of entry files and of the pictures beside them. Never raises for a fault of an entry.
"""

from __future__ import annotations

import functools
import gc
import os
import sys
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from catalog.compile.keeping import grouped, keep, kept, key_of
from catalog.compile.walk import ENTRY_FILE, Source, file_finding, look_into
from catalog.decode import decode_draft, decode_entry, take_entry
from catalog.findings import Finding, from_fault, locate
from catalog.model import Entry, Programme  # noqa: TC001 - msgspec reads the annotations of `Judged`
from catalog.pictures import LARGEST_PICTURE, Picture, examine
from catalog.processes import pool, processes_for
from catalog.rules import context_of, is_of_what_is_there, judge
from catalog.source import excerpt, read, read_plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from catalog.compile.keeping import Shelf
    from catalog.decode.draft import Draft
    from catalog.findings import Problem
    from catalog.source import Document, Plain

# Below this many entries a second process costs more than it saves.
_WORTH_A_PROCESS = 300
# Below this many, looking for what was judged before takes as long as judging.
_WORTH_A_SHELF = 50
_CHUNK = 250
# The parts that many entries have alike, and that can be told from one another quickly.
_ALIKE = (
    "type",
    "business_models",
    "regions",
    "categories",
    "routes",
    "languages",
    "deployment",
    "media",
    "listing",
)


class Question(NamedTuple):
    """What a later stage asks about each entry by itself, so that it is asked here by all processes and kept.

    `ask` is a function of a module, and msgspec can pack what it is told beside the entry.
    """

    ask: Callable[[Entry, Any], bool]
    told: object


class Work(NamedTuple):
    """What a process needs to judge entries: the folder, its name for findings, the day, the programme."""

    folder: str
    prefix: str
    as_of: date
    programme: Programme
    question: Question | None = None


class Judged(NamedTuple):
    """What came of some folders: the slugs of those that hold an entry, the entries that could be decoded, findings.

    `yes` are the slugs of the entries to which the answer to the question is yes.
    """

    slugs: list[str]
    entries: list[Entry]
    findings: list[Finding]
    yes: list[str]


def judged(folders: list[str], work: Work, shelf: Shelf | None = None) -> Iterator[Judged]:
    """What comes of the folders, some of them at a time; from the shelf, as far as it is there."""
    chunks = grouped(folders, _CHUNK)
    processes = processes_for(len(chunks)) if len(folders) >= _WORTH_A_PROCESS else 1
    if shelf and len(folders) >= _WORTH_A_SHELF:
        # Findings name the folder.
        shelf.stamped(work.prefix, work.as_of, work.programme, work.question and work.question.told)
    else:
        shelf = None
    seen: dict[object, object] = {}
    if processes < 2:
        for chunk in chunks:
            yield (
                _unpacked(_packed_chunk(work, shelf, chunk), shelf, seen)
                if shelf
                else _judge_chunk(work, chunk, {})
            )
    else:
        # A tree has no cycles, and its process ends with its work: the cycle collector would look at it in vain.
        with pool(processes, gc.disable) as judges:
            for packed in judges.map(functools.partial(_packed_chunk, work, shelf), chunks):
                yield _unpacked(packed, shelf, seen)
    if shelf:
        shelf.tidy()


class _Packed(NamedTuple):
    """A `Judged` as bytes, since packing entries with msgspec is far faster than pickling them."""

    content: bytes
    key: str | None
    damaged: bool


def _packed_chunk(work: Work, shelf: Shelf | None, chunk: list[str]) -> _Packed:
    """From the shelf, else judged and put there."""
    seen: dict[str, bytes] = {}
    key = key_of(shelf.stamp, work.folder, chunk, seen) if shelf else None
    content, damaged = kept(shelf.folder, key) if shelf and key else (None, False)
    if content is None:
        content = msgspec.msgpack.encode(_judge_chunk(work, chunk, seen))
        if shelf and key:
            keep(shelf.folder, key, content)
    return _Packed(content, key, damaged)


def _unpacked(packed: _Packed, shelf: Shelf | None, seen: dict[object, object]) -> Judged:
    if shelf and packed.key:
        shelf.used.add(packed.key)
        shelf.ignored += packed.damaged
    elif shelf:
        shelf.unknown += 1
    judged = msgspec.msgpack.decode(packed.content, type=Judged)
    for entry in judged.entries:
        _share(entry, seen)
    return judged


def _share(entry: Entry, seen: dict[object, object]) -> None:
    """Let what entries have alike be the same value in memory: a quarter less, and later stages find it sooner."""
    for part in _ALIKE:
        value = getattr(entry, part)
        known = seen.setdefault(value, value)
        if known is not value:
            msgspec.structs.force_setattr(entry, part, known)


class _Decoded(NamedTuple):
    """An entry on its way: its folder, its file, what could be decoded of that, and the problems so far.

    `draft` stands for an entry that could not be decoded, so that what is there of it is judged all the same.
    `document` has the places of all values, of a file that had to be read with them.
    """

    source: Source
    text: str
    document: Document | None
    entry: Entry | None
    draft: Draft | None
    problems: list[Problem]

    @property
    def judged(self) -> Entry | None:
        """What the rules look at."""
        return self.draft.entry if self.draft else self.entry


def _judge_chunk(work: Work, chunk: list[str], seen: dict[str, bytes]) -> Judged:
    """Stage by stage, since what a stage needs then stays in the processor's cache: a fifth less time.

    `seen` holds files that were read before, by their paths.
    """
    result = Judged([], [], [], [])
    places = [(slug, f"{work.prefix}/{slug}") for slug in chunk]
    sources = [look_into(work.folder, slug, place, result.findings, seen) for slug, place in places]
    found = [source for source in sources if source]
    contents = [_content(work, source, seen, result.findings) for source in found]
    plain = [read_plain(content) if content is not None else None for content in contents]
    decoded = [
        _decode(source, content, one)
        for source, content, one in zip(found, contents, plain, strict=True)
        if content is not None
    ]
    pictures = [_pictures(one, work, seen) for one in decoded]
    told = [_told(one, work, seen) for one, seen in zip(decoded, pictures, strict=True)]
    for one, problems in zip(decoded, told, strict=True):
        result.findings.extend(_located(one, problems, work))
    result.slugs.extend(source.slug for source in found)
    result.entries.extend(one.entry for one in decoded if one.entry)
    if work.question:
        ask, about = work.question
        result.yes.extend(entry.slug for entry in result.entries if ask(entry, about))
    return result


def _content(work: Work, source: Source, seen: dict[str, bytes], findings: list[Finding]) -> bytes | None:
    try:
        return _bytes_of(f"{work.folder}/{source.slug}/{ENTRY_FILE}", seen)
    except OSError as error:
        path = f"{work.prefix}/{source.slug}/{ENTRY_FILE}"
        message = f"the file cannot be read: {error.strerror}"
        findings.append(file_finding("APS007", path, message, "check its permissions"))
        return None


def _bytes_of(path: str, seen: dict[str, bytes], most: int = sys.maxsize) -> bytes:
    """What a file holds, of one with more than `most` bytes the first ones; from those read before, if it is there."""
    content = seen.get(path)
    if content is None:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - hot path
            content = file.read(min(os.fstat(file.fileno()).st_size + 1, most))
    return content


def _decode(source: Source, content: bytes, plain: tuple[str, dict[str, Plain]] | None) -> _Decoded:
    """A file that is in order is decoded without the places of its values: they take longer to read than all else."""
    if plain and (entry := take_entry(plain[1], source.slug)):
        return _Decoded(source, plain[0], None, entry, None, [])
    document = read(content)
    entry, problems = decode_entry(document, source.slug)
    draft = None if entry else decode_draft(document, source.slug, problems)
    return _Decoded(source, document.text, document, entry, draft, problems)


def _told(one: _Decoded, work: Work, pictures: dict[str, Picture]) -> list[Problem]:
    """All problems of an entry or of its draft."""
    entry = one.judged
    if not entry:
        return one.problems
    told = judge(entry, context_of(entry, work.as_of, work.programme, one.source.files, pictures))
    if one.draft:
        told = (problem for problem in told if is_of_what_is_there(problem, one.draft.replaced))
    return [*one.problems, *told]


def _located(one: _Decoded, problems: list[Problem], work: Work) -> list[Finding]:
    path = f"{work.prefix}/{one.source.slug}/{ENTRY_FILE}"
    if one.document is None:
        return [_located_in_field(problem, one.text, path) for problem in problems]
    faults = [from_fault(fault, path) for fault in one.document.faults]
    located = [locate(problem, one.document, path) for problem in problems]
    return (_told_better(faults, located) if faults else faults) + located


def _located_in_field(problem: Problem, text: str, path: str) -> Finding:
    document, lines = excerpt(text, str(problem.path[0]) if problem.path else "")
    return locate(problem, document, path, lines)


def _told_better(faults: list[Finding], others: list[Finding]) -> list[Finding]:
    """The faults of the text without signs that a link may not hold: the rule on links says more at the same place."""
    links = {finding.span[:2] for finding in others if finding.code == "APS421"}
    return [fault for fault in faults if fault.code != "APS108" or fault.span[:2] not in links]


def _pictures(one: _Decoded, work: Work, seen: dict[str, bytes]) -> dict[str, Picture]:
    """What the pictures that an entry names tell, by name; those that are not there or cannot be read are left out."""
    entry = one.judged
    if not entry:
        return {}
    here, files = f"{work.folder}/{one.source.slug}", one.source.files
    found: dict[str, Picture] = {}
    media = entry.media
    for name in (media.logo, media.logo_dark, *(screenshot.file for screenshot in media.screenshots)):
        if name and name in files and name not in found:
            try:
                content = _bytes_of(f"{here}/{name}", seen, LARGEST_PICTURE + 1)
            except OSError:
                continue
            found[name] = examine(content, look=name in {media.logo, media.logo_dark})
    return found
