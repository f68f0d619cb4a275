"""Judging all entries together, and letting their waivers speak last.

Owns the second reading of the few files that such a finding lies in. Never raises for a fault of an entry.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.compile.walk import ENTRY_FILE
from catalog.findings import Finding, locate
from catalog.rules import BY_CODE, judge_together, waived
from catalog.source import Document, read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from catalog.findings import Problem
    from catalog.model import Catalog, Entry


class _Files:
    """Files that findings lie in, each read once."""

    def __init__(self, folder: Path) -> None:
        self._root = folder.parent
        self._entries = folder.name
        self._documents: dict[str, Document] = {}

    def finding(self, owner: str, problem: Problem) -> Finding:
        """The finding of a problem of an entry (its slug) or of a file below `program/`."""
        place = f"program/{owner}" if owner.endswith(".yaml") else f"{self._entries}/{owner}/{ENTRY_FILE}"
        if place not in self._documents:
            self._documents[place] = read((self._root / place).read_bytes())
        return locate(problem, self._documents[place], place)


def across(catalog: Catalog, folder: Path, slugs: frozenset[str]) -> Iterator[Finding]:
    """The findings of the rules across entries. `slugs` are those of all folders, broken entries included."""
    yield from located(judge_together(catalog, slugs), folder)


def located(problems: Iterable[tuple[str, Problem]], folder: Path) -> Iterator[Finding]:
    """The findings of problems that were found without the text of their entries, each with the entry's slug."""
    files = _Files(folder)
    for owner, problem in problems:
        yield files.finding(owner, problem)


def without_waived(catalog: Catalog, folder: Path, findings: list[Finding]) -> list[Finding]:
    """The findings without those that their entry waives, and what is wrong with waivers."""
    asking = {f"{folder.name}/{entry.slug}": entry for entry in catalog.entries if entry.waive}
    if not asking:
        return findings
    own: dict[str, list[Finding]] = {place: [] for place in asking}
    left: list[Finding] = []
    for finding in findings:
        own.get(finding.path.rpartition("/")[0], left).append(finding)
    files = _Files(folder)
    for place, entry in asking.items():
        left += _of_entry(entry, own[place], catalog, files)
    return left


def _of_entry(entry: Entry, findings: list[Finding], catalog: Catalog, files: _Files) -> list[Finding]:
    result = waived(entry.waive, findings, BY_CODE, catalog.as_of)
    return result.findings + [files.finding(entry.slug, problem) for problem in result.problems]
