"""The columns of the indexes by subject, one index after the other.

Owns how headings and names fall into rows and columns. Refuses to choose them (`subjects`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from catalog.print.pages.index_rows import (
    BESIDE_NAME,
    IndexColumn,
    IndexRow,
    Name,
    columns_of,
    depth_of,
    name_rows,
    on_pages,
)
from catalog.print.typography import styles
from catalog.print.typography.latin import latin_name
from catalog.print.units import MM
from catalog.vocabulary import vocabularies

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from catalog.print.grid import Grid
    from catalog.print.pages.index_rows import Kind
    from catalog.print.pages.subjects import Heading, Listed, Subject
    from catalog.print.typography.typeset import Typesetter

_INDENT = 2 * MM
_AIR = 2 * MM  # Between words and the hairline beside a column.
_NEVER_LAST = 3  # Rows of names that stand below a heading in its column, if it has so many.


_GAPS = {"title": 3, "part": 2, "head": 1}  # Free rows before each.


@dataclass(slots=True)
class _Filling:
    """The columns so far, and the next free row of the last one."""

    depth: int
    columns: list[list[tuple[int, IndexRow]]] = field(default_factory=lambda: [[]])
    at: int = 0

    def start_column(self) -> None:
        self.columns.append([])
        self.at = 0

    def fits(self, rows: int) -> bool:
        return self.at + rows <= self.depth

    def put(self, rows: Sequence[IndexRow]) -> None:
        for row in rows:
            self.columns[-1].append((self.at, row))
            self.at += 2 if row.kind == "title" else 1


@dataclass(frozen=True, slots=True)
class _Setting:
    """What rows are set with; an entry's rows are the same under every heading of one kind."""

    folios: Mapping[str, int]
    typesetter: Typesetter
    width: float
    marks: dict[str, str]
    kept: dict[tuple[str, str], list[IndexRow]] = field(default_factory=dict)

    def names(self, listed: Listed) -> list[IndexRow]:
        entry, behind = listed
        rows = self.kept.get((entry.slug, behind))
        if rows is None:
            folio = str(self.folios[entry.slug])
            name = Name("name", latin_name(entry), behind, self.marks[entry.type], folio, entry.slug)
            rows = name_rows(name, self.typesetter, self.width, _INDENT)
            rows = self.kept[entry.slug, behind] = [row._replace(lead="") for row in rows]
        return rows

    def head(self, heading: Heading, *, more: bool = False) -> list[IndexRow]:
        """The rows of a heading, with the number of its names; where it goes on it says so."""
        kind: Kind = "part" if heading.part else "head"
        said = f"{heading.name}, continued" if more else heading.name
        style = styles.INDEX_PART if heading.part else styles.INDEX_HEAD
        lines = self.typesetter.wrap(said, style, self.width - BESIDE_NAME, "en", "ltr")
        rows = [IndexRow(kind, line) for line in lines]
        rows[0] = rows[0]._replace(lead=heading.name)
        if heading.listed and not more:
            count = f"{len(heading.listed):,}"
            rows[-1] = rows[-1]._replace(locator=self.typesetter.line(count, styles.INDEX_HEAD, "en", "ltr"))
        return rows

    def title(self, subject: Subject) -> list[IndexRow]:
        title = self.typesetter.line(subject.title, styles.INDEX_LETTER, "en", "ltr")
        intro = self.typesetter.wrap(subject.intro, styles.FACT, self.width - _AIR, "en", "ltr")
        rows = [IndexRow("title", title, anchor=subject.section)]
        return rows + [IndexRow("intro", line) for line in (*intro, None)]


def lay_subjects(
    subjects: Sequence[Subject], folios: Mapping[str, int], typesetter: Typesetter, grid: Grid
) -> tuple[tuple[IndexColumn, ...], ...]:
    """The pages of the indexes by subject; a subject without headings is left out."""
    marks = {type_id: term.letter for type_id, term in vocabularies().types.items()}
    setting = _Setting(folios, typesetter, columns_of(grid).width, marks)
    filling = _Filling(depth_of(grid))
    for subject in subjects:
        _fill(filling, subject, setting)
    columns = [IndexColumn(tuple(column)) for column in filling.columns if column]
    return on_pages(columns, grid)


def _fill(filling: _Filling, subject: Subject, setting: _Setting) -> None:
    """A subject's headings one after the other. A title, or a part without names, stays with what follows it."""
    head, gap = setting.title(subject), _GAPS["title"]
    for heading in subject.headings:
        if not head:
            gap = _GAPS["part" if heading.part else "head"]
        head += setting.head(heading)
        if heading.listed:
            _place(filling, head, heading, setting, gap)
            head = []


def _place(filling: _Filling, head: list[IndexRow], heading: Heading, setting: _Setting, gap: int) -> None:
    """A heading with its names, after some free rows unless it opens a column."""
    needed = sum(2 if row.kind == "title" else 1 for row in head)
    first = sum(len(setting.names(listed)) for listed in heading.listed[:_NEVER_LAST])
    if filling.at and not filling.fits(gap + needed + first):
        filling.start_column()
    elif filling.at:
        filling.at += gap
    filling.put(head)
    for listed in heading.listed:
        rows = setting.names(listed)
        if not filling.fits(len(rows)):
            filling.start_column()
            filling.put(setting.head(heading, more=True))
        filling.put(rows)
