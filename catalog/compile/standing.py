"""A catalog that is kept up to date while its entries are being written.

Owns the sound entries and all findings, and judging one folder again. An entry that has an error stays as it last was
without one. Refuses to watch anything: whoever does says what changed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalog.compile import catalog_of
from catalog.compile.judge import Work, judged
from catalog.compile.programme import read_programme
from catalog.compile.together import across, without_waived
from catalog.compile.walk import entry_folders
from catalog.editions import read_editions
from catalog.findings import Finding, Severity, in_order

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from catalog.compile.judge import Question
    from catalog.compile.keeping import Shelf
    from catalog.model import Catalog, Entry

_TOGETHER = ""
"""The key of findings about several entries."""

_OTHERS = "/"
"""The key of findings outside the entries, such as those of the programme."""


@dataclass(slots=True)
class Standing:
    """The catalog of the entries without errors, or as they were before they had one.

    `found` holds findings by slug, before waivers speak.
    """

    folder: Path
    catalog: Catalog
    found: dict[str, list[Finding]]
    slugs: set[str]

    @property
    def findings(self) -> list[Finding]:
        """All of them, in order."""
        whole = [finding for some in self.found.values() for finding in some]
        return in_order(without_waived(self.catalog, self.folder, whole))

    def again(self, slug: str) -> bool:
        """Judge a folder anew, one that is gone too; whether what is shown of it may have changed.

        What entries are together is left to `together`.
        """
        before = next((entry for entry in self.catalog.entries if entry.slug == slug), None)
        if not (self.folder / slug).is_dir():
            self.found.pop(slug, None)
            self.slugs.discard(slug)
            self._put(slug, None)
            return before is not None
        catalog = self.catalog
        work = Work(str(self.folder), self.folder.name, catalog.as_of, catalog.programme)
        result = next(judged([slug], work))
        self.slugs.update(result.slugs)
        self.found[slug] = result.findings
        if _failed(result.findings) or not result.entries:
            return False
        if result.entries[0] != before:
            self._put(slug, result.entries[0])
        return True

    def together(self) -> bool:
        """Judge the entries together; whether that found something else than the last time."""
        before = self.found.get(_TOGETHER)
        self.found[_TOGETHER] = list(across(self.catalog, self.folder, frozenset(self.slugs)))
        return before != self.found[_TOGETHER]

    def _put(self, slug: str, new: Entry | None) -> None:
        catalog = self.catalog
        kept = [entry for entry in catalog.entries if entry.slug != slug]
        self.catalog = catalog_of(
            [*kept, new] if new else kept, catalog.programme, catalog.as_of, self.folder
        )


def standing(
    folder: Path, as_of: date, shelf: Shelf | None = None, question: Question | None = None
) -> Standing:
    """Read and judge a folder, and keep what came of it. `question` is only asked so that its answers are kept."""
    others: list[Finding] = []
    folders = list(entry_folders(folder, others))
    programme = read_programme(folder.parent / "program", others)
    others += read_editions(folder.parent / "editions")[1]
    found: dict[str, list[Finding]] = {_OTHERS: others}
    entries: list[Entry] = []
    slugs: set[str] = set()
    for some in judged(folders, Work(str(folder), folder.name, as_of, programme, question), shelf):
        slugs.update(some.slugs)
        entries += some.entries
        for finding in some.findings:
            found.setdefault(finding.path.split("/")[1], []).append(finding)
    # Entries that are wrong only together stay: each of them can be shown.
    good = [entry for entry in entries if not _failed(found.get(entry.slug, ()))]
    result = Standing(folder, catalog_of(good, programme, as_of, folder), found, slugs)
    result.together()
    return result


def _failed(findings: Iterable[Finding]) -> bool:
    return any(finding.severity is Severity.ERROR for finding in findings)
