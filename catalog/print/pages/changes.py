"""The pages of what is new, changed and withdrawn: three columns that go on side by side.

Owns the heights of their lines. Refuses to word a change (`catalog.print.changes`).
"""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from catalog.print.pages.plan import ChangesPage
from catalog.print.pages.room import equal, lines_of, paged, small
from catalog.print.typography import styles

if TYPE_CHECKING:
    from catalog.print.changes import Change, Changes
    from catalog.print.desk import Desk
    from catalog.print.pages.room import Placed

COLUMNS = 3
INDENT = 20.0
"""From the left edge of a line to its name: the badge stands before it."""
FOLIO = 22.0
"""Room for a folio at the right edge."""
KEPT = (
    "The page of a withdrawn application stays on the web and leads to its successor, so the codes of older books "
    "still work."
)
_HEAD = 10  # The line on which the first page's changes start.
_LEAST = 3


def change_pages(changes: Changes, folios: dict[str, int], desk: Desk) -> tuple[ChangesPage, ...]:
    """The pages; none where nothing has changed."""
    parts = [part for _, part in changes.parts]
    if not any(parts):
        return ()
    kept = small(lines_of(KEPT, styles.FACT, equal(desk.grid, COLUMNS).width, desk.typesetter)) + 1
    ends = (desk.grid.lines, desk.grid.lines, desk.grid.lines - kept)
    columns = [
        paged(part, lambda change: height_of(change, desk), first=_HEAD, further=0, end=end)
        for part, end in zip(parts, ends, strict=True)
    ]
    pages = list(zip_longest(*columns, fillvalue=()))
    counts = tuple(len(part) for part in parts)
    gone = [number for number, page in enumerate(pages) if page[2]]
    return tuple(
        ChangesPage(
            changes.since, counts, page, folios, number == 0,
            _below(page[2], desk) if gone and number == gone[-1] else None,
        )
        for number, page in enumerate(pages)
    )  # fmt: skip


def _below(column: Placed[Change], desk: Desk) -> int:
    """The line below a column."""
    line, change = column[-1]
    return line + height_of(change, desk)


def height_of(change: Change, desk: Desk) -> int:
    """Lines of a change with an empty one below."""
    width = equal(desk.grid, COLUMNS).width - INDENT
    name = lines_of(change.name, styles.GUIDE_NARROW, width - FOLIO, desk.typesetter)
    note = lines_of(change.note, styles.FACT, width, desk.typesetter)
    return max(_LEAST, name + small(note) + 1)
