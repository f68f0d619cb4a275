"""A folder of entries to a catalog and everything that is wrong with it.

Owns walking the entries folder and the programme beside it, and the only reading of entry files. Large folders are
read by two processes or more. Refuses symbolic links below the folder. Never raises for a fault of an entry; a folder
that is not there is `FileNotFoundError`.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

import msgspec

from catalog.decode import decode_entry, decode_programme_file
from catalog.decode.terms import slug_fault
from catalog.findings import Finding, Problem, Severity, from_fault, in_order, locate
from catalog.model import Catalog, Entry, Programme, VendorListing
from catalog.rules import CATALOG_RULES, ENTRY_RULES, Context
from catalog.source import Document, Span, read
from catalog.text import collation_key, vendor_slugs

ENTRY_FILE = "entry.yaml"
# Below this many entries a second process costs more than it saves (measured: 25 ms to start one).
_WORTH_A_PROCESS = 300
_CHUNK = 250

Progress = Callable[[int, int], None]


class Compilation(NamedTuple):
    """What came of a folder: the catalog of the entries that could be decoded, all findings, the number of entries."""

    catalog: Catalog
    findings: list[Finding]
    count: int

    @property
    def failed(self) -> bool:
        """Whether some finding is an error."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)


class _Source(NamedTuple):
    """One entry folder, as the walk found it."""

    slug: str
    files: frozenset[str]


class _Work(NamedTuple):
    """What a process needs to judge entries."""

    folder: str
    prefix: str
    as_of: date
    programme: Programme


def compile_catalog(folder: Path, as_of: date, *, only: frozenset[str] = frozenset(), progress: Progress | None = None) -> Compilation:
    """Read, decode and judge all entries below `folder`, or only the slugs named.

    `progress` is told (entries done, entries in all) from time to time.
    """
    findings: list[Finding] = []
    sources = [source for source in _walk(folder, findings) if not only or source.slug in only]
    programme = _programme(folder.parent / "program", findings)
    work = _Work(str(folder), folder.name, as_of, programme)
    entries: list[Entry] = []
    for done, (some, found) in enumerate(_judged(sources, work), 1):
        entries += some
        findings += found
        if progress:
            progress(min(done * _CHUNK, len(sources)), len(sources))
    catalog = _catalog(entries, programme, as_of, folder)
    findings += _across(catalog, folder)
    return Compilation(catalog, in_order(findings), len(sources))


def _walk(folder: Path, findings: list[Finding]) -> Iterator[_Source]:
    """The entry folders in order of their names; what is none of them becomes a finding."""
    with os.scandir(folder) as listing:
        children = sorted(listing, key=lambda child: child.name)
    for child in children:
        place = f"{folder.name}/{child.name}"
        if child.name.startswith("."):
            continue
        if child.is_symlink():
            findings.append(_file_finding("APS006", place, "a symbolic link stands here", "put a real folder or file in its place; links are never followed"))
        elif child.is_dir():
            if fault := slug_fault(child.name):
                findings.append(_file_finding("APS005", place, "the folder's name is its slug, and " + fault[1], fault[2]))
            elif source := _source(child.path, child.name, place, findings):
                yield source
        elif child.name.endswith((".yaml", ".yml")):
            findings.append(_file_finding("APS009", place, "an entry stands in a folder of its own", f"move it to {folder.name}/{Path(child.name).stem}/{ENTRY_FILE}"))


def _source(path: str, slug: str, place: str, findings: list[Finding]) -> _Source | None:
    with os.scandir(path) as listing:
        files = sorted(listing, key=lambda child: child.name)
    links = [child.name for child in files if child.is_symlink()]
    findings.extend(_file_finding("APS006", f"{place}/{name}", "a symbolic link stands here", "put the file itself in its place; links are never followed") for name in links)
    names = frozenset(child.name for child in files if child.name not in links and child.is_file())
    if ENTRY_FILE not in names:
        if ENTRY_FILE not in links:
            near = next((name for name in sorted(names) if name.lower() in {"entry.yaml", "entry.yml"}), None)
            remedy = f"rename {near} to {ENTRY_FILE}" if near else f"add {ENTRY_FILE} with the nine required fields, or remove the folder"
            findings.append(_file_finding("APS004", place, f"the folder holds no {ENTRY_FILE}", remedy))
        return None
    return _Source(slug, names)


def _file_finding(code: str, path: str, message: str, remedy: str) -> Finding:
    return Finding(path, Span.at(1, 1), code, Severity.ERROR, message, remedy)


def _judged(sources: list[_Source], work: _Work) -> Iterator[tuple[list[Entry], list[Finding]]]:
    chunks = [sources[at : at + _CHUNK] for at in range(0, len(sources), _CHUNK)]
    processes = min(os.cpu_count() or 1, len(chunks))
    if len(sources) < _WORTH_A_PROCESS or processes < 2 or not hasattr(os, "fork"):
        for chunk in chunks:
            yield _judge_chunk(work, chunk)
        return
    with ProcessPoolExecutor(processes, mp_context=get_context("fork")) as pool:
        for packed, findings in pool.map(functools.partial(_packed_chunk, work), chunks):
            yield msgspec.msgpack.decode(packed, type=list[Entry]), findings


def _packed_chunk(work: _Work, chunk: list[_Source]) -> tuple[bytes, list[Finding]]:
    """As bytes, since packing entries with msgspec is ten times faster than pickling them."""
    entries, findings = _judge_chunk(work, chunk)
    return msgspec.msgpack.encode(entries), findings


def _judge_chunk(work: _Work, chunk: list[_Source]) -> tuple[list[Entry], list[Finding]]:
    entries, findings = [], []
    for source in chunk:
        entry, found = _judge(work, source)
        findings += found
        if entry:
            entries.append(entry)
    return entries, findings


def _judge(work: _Work, source: _Source) -> tuple[Entry | None, list[Finding]]:
    path = f"{work.prefix}/{source.slug}/{ENTRY_FILE}"
    try:
        with open(f"{work.folder}/{source.slug}/{ENTRY_FILE}", "rb", buffering=0) as file:  # noqa: PTH123 - hot path
            data = file.read()
    except OSError as error:
        return None, [_file_finding("APS007", path, f"the file cannot be read: {error.strerror}", "check its permissions")]
    document = read(data)
    findings = [from_fault(fault, path) for fault in document.faults]
    entry, problems = decode_entry(document, source.slug)
    if entry:
        problems = problems + list(_entry_problems(entry, work, source))
    findings += [locate(problem, document, path) for problem in problems]
    return entry, findings


def _entry_problems(entry: Entry, work: _Work, source: _Source) -> Iterator[Problem]:
    context = Context(as_of=work.as_of, programme=work.programme, files=source.files)
    for rule in ENTRY_RULES:
        yield from rule(entry, context)


def _across(catalog: Catalog, folder: Path) -> Iterator[Finding]:
    documents: dict[str, Document] = {}
    for rule in CATALOG_RULES:
        for slug, problem in rule(catalog):
            if slug not in documents:
                documents[slug] = read((folder / slug / ENTRY_FILE).read_bytes())
            yield locate(problem, documents[slug], f"{folder.name}/{slug}/{ENTRY_FILE}")


def _catalog(entries: list[Entry], programme: Programme, as_of: date, folder: Path) -> Catalog:
    entries = sorted(entries, key=lambda entry: (collation_key(entry.name), entry.slug))
    by_vendor: dict[str, list[Entry]] = {}
    for entry in entries:
        by_vendor.setdefault(entry.vendor.name, []).append(entry)
    slugs = vendor_slugs(by_vendor)
    vendors = {
        slugs[name]: VendorListing(slug=slugs[name], name=name, homepage=by_vendor[name][0].vendor.homepage, entries=tuple(by_vendor[name]))
        for name in sorted(by_vendor, key=collation_key)
    }
    return Catalog(entries=tuple(entries), vendors=vendors, programme=programme, as_of=as_of, folder=str(folder))


def _programme(folder: Path, findings: list[Finding]) -> Programme:
    """The programme's files that exist; a file with a fault counts as absent and has its findings."""
    values: dict[str, object] = {}
    for name, field in (
        ("white-label-partners.yaml", "white_label_partners"),
        ("events.yaml", "events"),
        ("facts.yaml", "facts"),
        ("contacts.yaml", "contacts"),
        ("webinars.yaml", "recordings"),
    ):
        value = _programme_file(folder, name, findings)
        if isinstance(value, dict) and name == "webinars.yaml":
            value = value.get("recordings", {})
        if value is not None:
            values[field] = value
    storefronts = [
        _programme_file(folder, f"storefronts/{path.name}", findings) for path in sorted(folder.glob("storefronts/*.yaml"))
    ]
    values["storefronts"] = tuple(storefront for storefront in storefronts if storefront)
    return msgspec.structs.replace(Programme(), **values)


def _programme_file(folder: Path, name: str, findings: list[Finding]) -> object:
    path = folder / name
    if not path.is_file() or path.is_symlink():
        return None
    document = read(path.read_bytes())
    place = f"{folder.name}/{name}"
    findings += [from_fault(fault, place) for fault in document.faults]
    value, problems = decode_programme_file(document, name)
    findings += [locate(problem, document, place) for problem in problems]
    return value
