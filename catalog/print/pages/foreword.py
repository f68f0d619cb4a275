"""The foreword: what the edition says, and the programme's figures with their sources.

Owns which figures stand beside each other and on which page. A figure that the handbook contradicts, or says with a
condition, stands with that remark, and both sides of a contradiction stay. Refuses figures without a source, and to
add to what the edition's file says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.print.pages.plan import FactRow, Foreword
from catalog.print.pages.room import below_intro, equal, lines_of, paged, small
from catalog.print.typography import styles

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from catalog.model.catalog import Fact
    from catalog.print.desk import Desk
    from catalog.print.pages.room import Placed

TITLE, FIGURES = "Foreword", "The programme in figures"
REMARKED = "Contradictions and remarks"
"""Where the handbook contradicts itself, or says how it counts."""
WITHOUT = (
    "What the APS Partner Go-to-Market Handbook says of the programme and its market. Each figure stands with its "
    "section and its year; none is brought up to date."
)
"""Introduces the figures of an edition without a foreword."""
HEAD_LINES = 3
SOURCE_LINES = 2  # At the foot of every page.


def beside(desk: Desk, *, remarked: bool) -> int:
    """How many figures stand side by side."""
    if remarked:
        return 2
    return 4 if desk.grid.wide else 2


def foreword_pages(text: str, facts: Sequence[Fact], desk: Desk) -> tuple[Foreword, ...]:
    """The pages of the foreword; none where there is neither a text nor a figure."""
    if not text and not facts:
        return ()
    said = text or WITHOUT
    end = desk.grid.lines - SOURCE_LINES + 1  # Below the last row stands an empty line.
    groups = _groups(list(_rows(facts, desk, headed=bool(text))), end, desk)
    placed = paged(
        groups,
        lambda group: sum(height_of(row, desk) for row in group),
        first=below_intro(said, desk.grid, desk.typesetter),
        further=0,
        end=end,
    )
    title = TITLE if text else FIGURES
    return tuple(
        Foreword(title, said if number == 0 else "", tuple(_apart(page, desk)), first=number == 0)
        for number, page in enumerate(placed)
    )


def _groups(rows: list[FactRow], end: int, desk: Desk) -> list[tuple[FactRow, ...]]:
    """Rows that no page turn parts: the remarked ones, since they contradict each other, if a page holds them all."""
    remarked = tuple(row for row in rows if row.remarked)
    if not remarked or sum(height_of(row, desk) for row in remarked) > end:
        return [(row,) for row in rows]
    return [*((row,) for row in rows if not row.remarked), remarked]


def _apart(page: Placed[tuple[FactRow, ...]], desk: Desk) -> Iterator[tuple[int, FactRow]]:
    """The rows of a page, each with its line."""
    for start, group in page:
        line = start
        for row in group:
            yield line, row
            line += height_of(row, desk)


def _rows(facts: Sequence[Fact], desk: Desk, *, headed: bool) -> Iterator[FactRow]:
    plain = [fact for fact in facts if fact.note is None]
    columns = beside(desk, remarked=False)
    for at in range(0, len(plain), columns):
        head = FIGURES if at == 0 and headed else ""
        yield FactRow(head, tuple(plain[at : at + columns]), remarked=False)
    said = [fact for fact in facts if fact.note is not None]
    half = -(-len(said) // 2)  # Down the columns, so that what contradicts each other stands together.
    for at in range(half):
        yield FactRow(REMARKED if at == 0 else "", tuple(said[at::half]), remarked=True)


def height_of(row: FactRow, desk: Desk) -> int:
    """Lines that a row of figures takes, with an empty one below."""
    width = equal(desk.grid, beside(desk, remarked=row.remarked)).width
    deepest = max(fact_lines(fact, width, desk) for fact in row.facts)
    return (HEAD_LINES if row.head else 0) + deepest + 1


def fact_lines(fact: Fact, width: float, desk: Desk) -> int:
    """Lines of one figure: value, unit, source, remark."""
    setter = desk.typesetter
    source = lines_of(source_of(fact), styles.FOOT, width, setter)
    note = lines_of(fact.note or "", styles.FACT, width, setter)
    return 1 + lines_of(fact.unit or "", styles.TEXT, width, setter) + small(source + note)


def source_of(fact: Fact) -> str:
    """The section of the handbook, and of when the figure is."""
    return f"{fact.source}, {fact.as_of}"
