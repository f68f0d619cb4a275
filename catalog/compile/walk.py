"""Walking the entries folder: which folders are entries, and what is none.

Owns family APS0xx as far as it concerns names and files: a wrong folder name, a missing entry file, links, strays.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from catalog.decode.addresses import slug_fault
from catalog.findings import Finding, Severity
from catalog.source import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

ENTRY_FILE = "entry.yaml"
_LINK = (
    "a symbolic link stands here",
    "put the file or folder itself in its place; links are never followed",
)


class Source(NamedTuple):
    """One entry folder: its name, and the names of the regular files in it."""

    slug: str
    files: frozenset[str]


def file_finding(code: str, path: str, message: str, remedy: str) -> Finding:
    """An error about a file or folder as a whole."""
    return Finding(path, Span.at(1, 1), code, Severity.ERROR, message, remedy)


def entry_folders(folder: Path, findings: list[Finding]) -> Iterator[str]:
    """The names of the folders that may be entries, in order; what is none of them becomes a finding."""
    with os.scandir(folder) as listing:
        children = sorted(listing, key=lambda child: child.name)
    for child in children:
        place = f"{folder.name}/{child.name}"
        if child.name.startswith("."):
            continue
        if child.is_symlink():
            findings.append(file_finding("APS006", place, *_LINK))
        elif child.is_dir():
            if refusal := slug_fault(child.name):
                message = "the folder's name is the slug of the entry, and " + refusal.message
                findings.append(file_finding("APS005", place, message, refusal.help))
            else:
                yield child.name
        elif child.name.endswith((".yaml", ".yml")):
            remedy = f"move it to {folder.name}/{Path(child.name).stem}/{ENTRY_FILE}"
            findings.append(file_finding("APS009", place, "an entry stands in a folder of its own", remedy))


def look_into(
    entries: str, slug: str, place: str, findings: list[Finding], read: Collection[str] = ()
) -> Source | None:
    """The entry folder `slug` below `entries`, None where it holds no entry; `place` is its name in findings.

    `read` holds the paths of files that were read just now, so that nobody has to ask what they are.
    """
    known = os.listdir(f"{entries}/{slug}") if read else []  # noqa: PTH208 - hot path
    if ENTRY_FILE in known and all(f"{entries}/{slug}/{name}" in read for name in known):
        return Source(slug, frozenset(known))
    with os.scandir(f"{entries}/{slug}") as listing:
        children = sorted(listing, key=lambda child: child.name)
    links = [child.name for child in children if child.is_symlink()]
    findings.extend(file_finding("APS006", f"{place}/{name}", *_LINK) for name in links)
    names = frozenset(child.name for child in children if child.name not in links and child.is_file())
    if ENTRY_FILE in names:
        return Source(slug, names)
    if ENTRY_FILE not in links:
        near = next((name for name in sorted(names) if name.lower() in {"entry.yaml", "entry.yml"}), None)
        add = f"add {ENTRY_FILE} with the nine required fields, or remove the folder"
        remedy = f"rename {near} to {ENTRY_FILE}" if near else add
        findings.append(file_finding("APS004", place, f"the folder holds no {ENTRY_FILE}", remedy))
    return None
