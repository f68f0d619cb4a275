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
    placed = paged(
        _rows(facts, desk, headed=bool(text)),
        lambda row: height_of(row, desk),
        first=below_intro(said, desk.grid, desk.typesetter),
        further=0,
        end=desk.grid.lines - SOURCE_LINES,
    )
    title = TITLE if text else FIGURES
    return tuple(
        Foreword(title, said if number == 0 else "", page, first=number == 0)
        for number, page in enumerate(placed)
    )


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
