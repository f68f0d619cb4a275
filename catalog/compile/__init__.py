"""A folder of entries to a catalog and everything that is wrong with it.

Owns walking the entries folder and what lies beside it (the programme, the editions), and judging each entry and all of
them together. Refuses symbolic links below the folder. Never raises for a fault of an entry; a folder that is not
there is `FileNotFoundError`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from catalog.collector import nothing_collected
from catalog.compile.judge import Question, Work, judged
from catalog.compile.programme import read_internal, read_programme
from catalog.compile.together import across, located, without_waived
from catalog.compile.walk import entry_folders
from catalog.editions import read_editions
from catalog.findings import Finding, Problem, Severity, in_order
from catalog.model import Catalog, Entry, Programme, VendorListing
from catalog.text import collation_key, vendor_slugs

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from catalog.compile.keeping import Shelf

Progress = Callable[[int, int], None]
Judge = Callable[[Catalog, frozenset[str]], Iterable[tuple[str, Problem]]]


class Further(NamedTuple):
    """What a later stage knows about entries without error.

    `judge` gives slugs and problems. It is told the slugs of those to which the answer to `question` is yes.
    """

    judge: Judge
    question: Question | None = None


class Compilation(NamedTuple):
    """What came of a folder: the catalog of the entries that could be decoded, and all findings.

    `total` counts the entry folders, those that could not be decoded too.
    """

    catalog: Catalog
    findings: list[Finding]
    total: int

    @property
    def failed(self) -> bool:
        """Whether some finding is an error."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)


def compile_catalog(
    folder: Path,
    as_of: date,
    *,
    only: frozenset[str] = frozenset(),
    progress: Progress | None = None,
    further: Further | None = None,
    internal: bool = False,
    shelf: Shelf | None = None,
) -> Compilation:
    """Read, decode and judge all entries below `folder`; with `only`, keep the findings of the slugs named.

    All are read in any case, since an entry can be wrong by what stands in another. `progress` is told (entries done,
    entries in all) from time to time. `further` judges the entries without error once more. `shelf` keeps what was
    judged, so that the next time only what changed is judged. `internal` reads the team's own files too, for a build
    that never leaves the team.
    """
    findings: list[Finding] = []
    folders = list(entry_folders(folder, findings))
    programme = read_programme(folder.parent / "program", findings)
    findings += read_editions(folder.parent / "editions")[1]
    entries: list[Entry] = []
    slugs: set[str] = set()
    yes: set[str] = set()
    work = Work(str(folder), folder.name, as_of, programme, further.question if further else None)
    with nothing_collected():
        for some in judged(folders, work, shelf):
            slugs.update(some.slugs)
            entries += some.entries
            findings += some.findings
            yes.update(some.yes)
            if progress:
                progress(len(slugs), len(folders))
        catalog = catalog_of(entries, programme, as_of, folder, read=shelf.whole() if shelf else b"")
        if internal:
            own = read_internal(folder.parent / "program", findings)
            catalog = msgspec.structs.replace(catalog, internal=own)
        findings += across(catalog, folder, frozenset(slugs))
    if further:
        findings += located(further.judge(_sound(catalog, folder, findings), frozenset(yes)), folder)
    findings = without_waived(catalog, folder, findings)
    if only:
        findings = [finding for finding in findings if _within(finding, folder.name, only)]
    with nothing_collected():
        return Compilation(catalog, in_order(findings), len(slugs & only if only else slugs))


def _sound(catalog: Catalog, folder: Path, findings: list[Finding]) -> Catalog:
    """The catalog without entries that have an error: what may be hostile reaches no later stage."""
    errors = (finding for finding in findings if finding.severity is Severity.ERROR)
    faulty = frozenset(
        finding.path.split("/")[1] for finding in errors if finding.path.startswith(f"{folder.name}/")
    )
    entries = tuple(entry for entry in catalog.entries if entry.slug not in faulty)
    return msgspec.structs.replace(catalog, entries=entries)


def _within(finding: Finding, entries: str, only: frozenset[str]) -> bool:
    """Whether a finding lies in one of the folders named."""
    top, _, rest = finding.path.partition("/")
    return top == entries and rest.partition("/")[0] in only


def catalog_of(
    entries: Iterable[Entry], programme: Programme, as_of: date, folder: Path, read: bytes = b""
) -> Catalog:
    """The catalog of some entries in reading order, with their vendors."""
    entries = sorted(entries, key=lambda entry: (collation_key(entry.name), entry.slug))
    by_vendor: dict[str, list[Entry]] = {}
    for entry in entries:
        by_vendor.setdefault(entry.vendor.name, []).append(entry)
    slugs = vendor_slugs(by_vendor)
    vendors = {
        slugs[name]: VendorListing(
            slug=slugs[name],
            name=name,
            homepage=by_vendor[name][0].vendor.homepage,
            entries=tuple(by_vendor[name]),
        )
        for name in sorted(by_vendor, key=collation_key)
    }
    return Catalog(
        entries=tuple(entries),
        vendors=vendors,
        programme=programme,
        as_of=as_of,
        folder=str(folder),
        read=read,
    )
