"""The rows and columns that every index is made of.

Owns the shape of a row, how a name turns over and where its folios stand, and how wide and deep columns are: three on
twelve columns of the grid, two on fewer. Refuses to order words. Rows are lines of 9 points and count from 0.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from catalog.print.grid import LINE, SMALL
from catalog.print.pages.room import Columns, equal
from catalog.print.typography import styles
from catalog.print.typography.lines import Span
from catalog.print.units import MM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.print.grid import Grid
    from catalog.print.typography.lines import Line, Style
    from catalog.print.typography.typeset import Typesetter

BESIDE_NAME = 10 * MM
"""Room at the right of a name for the letter of its type and a folio."""
TURNOVER = 3 * MM
_GRID_COLUMNS = 4
_GAP = 6.0

Kind = Literal["letter", "title", "intro", "part", "head", "name", "vendor"]


class IndexRow(NamedTuple):
    """One line of an index. `mark` is the letter of an entry's type, `locator` its folios, `lead` the word it sorts by.

    A turned-over line has no `lead`. A letter and a title take two rows. `anchor` is the section of an index that
    starts here.
    """

    kind: Kind
    line: Line | None
    mark: Line | None = None
    locator: Line | None = None
    lead: str = ""
    slug: str | None = None
    indent: float = 0.0
    anchor: str = ""


class IndexColumn(NamedTuple):
    """Rows by the row that they start on."""

    rows: tuple[tuple[int, IndexRow], ...]

    @property
    def leads(self) -> tuple[str, ...]:
        """The words of the column, in order."""
        return tuple(row.lead for _, row in self.rows if row.lead)


def columns_of(grid: Grid) -> Columns:
    """The columns of an index."""
    return equal(grid, grid.columns // _GRID_COLUMNS)


def depth_of(grid: Grid) -> int:
    """Rows of a column."""
    return int(grid.lines * LINE // SMALL)


def on_pages(columns: Sequence[IndexColumn], grid: Grid) -> tuple[tuple[IndexColumn, ...], ...]:
    """Columns side by side on pages."""
    beside = grid.columns // _GRID_COLUMNS
    return tuple(tuple(columns[at : at + beside]) for at in range(0, len(columns), beside))


class Name(NamedTuple):
    """What an index says on one line: the Latin form that it sorts by, and what stands behind that.

    `mark` is the letter of an entry's type, `folios` are words, `slug` is the entry; all may be empty.
    """

    kind: Kind
    text: str
    behind: str
    mark: str
    folios: str
    slug: str | None = None


def name_rows(name: Name, typesetter: Typesetter, width: float, indent: float = 0.0) -> list[IndexRow]:
    """The rows of a name in a column of that width: a long one turns over, and folios without room go below."""
    style = styles.INDEX_VENDOR if name.kind == "vendor" else styles.INDEX_NAME
    text = (Span(name.text, style, "en"), Span(f" {name.behind}", style)) if name.behind else name.text
    lines = typesetter.wrap(text, style, width - BESIDE_NAME - indent, None, "ltr")
    mark = typesetter.line(name.mark, styles.INDEX_NAME, "en", "ltr") if name.mark else None
    last = indent + lines[-1].width + (TURNOVER if len(lines) > 1 else 0.0)
    beside, below = _locators(name.folios, width, last, typesetter)
    rows = [
        IndexRow(
            name.kind,
            line,
            indent=indent + (TURNOVER if index else 0.0),
            lead="" if index else name.text,
            slug=name.slug,
        )
        for index, line in enumerate(lines)
    ]
    rows[-1] = rows[-1]._replace(mark=mark, locator=beside)
    return rows + [IndexRow(name.kind, None, locator=line) for line in below]


def _locators(
    folios: str, width: float, taken: float, typesetter: Typesetter
) -> tuple[Line | None, list[Line]]:
    """Folios on the word's own line if they fit there, else on lines below it."""
    style: Style = styles.INDEX_NAME
    whole = typesetter.line(folios, style, "en", "ltr")
    if whole.width <= width - taken - _GAP:
        return whole, []
    return None, list(typesetter.wrap(folios, style, width - TURNOVER, "en", "ltr"))
