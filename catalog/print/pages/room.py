"""Room on pages of front and back matter: equal columns, and how much of a list a page takes.

Owns that arithmetic. Refuses to know what stands there. Heights and places are lines of the grid, widths points.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from catalog.print.grid import GUTTER_MM, LINE, SMALL
from catalog.print.typography import styles
from catalog.print.units import MM

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from catalog.print.grid import Grid
    from catalog.print.typography.lines import Style
    from catalog.print.typography.typeset import Typesetter

_Item = TypeVar("_Item")
Placed = tuple[tuple[int, _Item], ...]
"""Items of a page, each with the line that it starts on."""

TITLE = 2
"""The line of a page's title; what introduces the page starts two lines below."""
INTRO = 4
APART = 0.75  # Between paragraphs of introducing words.
_INTRO_PART = 0.75  # Of the type area, where the page is wide.


class Columns(NamedTuple):
    """Equal columns over the type area: the width of one, and the distance of their left edges."""

    width: float
    step: float

    def left(self, number: int) -> float:
        """Left edge of a column, from the left edge of the type area; columns count from 0."""
        return self.step * number


def equal(grid: Grid, count: int) -> Columns:
    """That many equal columns with the grid's gutters: on twelve columns, twos, threes and fours stand on the grid."""
    gutter = GUTTER_MM * MM
    width = (grid.area - gutter * (count - 1)) / count
    return Columns(width, width + gutter)


def paged(
    items: Iterable[_Item], height: Callable[[_Item], int], *, first: int, further: int, end: int
) -> tuple[Placed[_Item], ...]:
    """Items on pages in their order, none of them divided.

    Args:
        items: what to place.
        height: lines that an item takes.
        first: the line on which the first page's items start.
        further: the same on every later page.
        end: the line that no item may reach into.
    """
    pages: list[list[tuple[int, _Item]]] = [[]]
    line = first
    for item in items:
        lines = height(item)
        if pages[-1] and line + lines > end:
            pages.append([])
            line = further
        pages[-1].append((line, item))
        line += lines
    return tuple(tuple(page) for page in pages)


def intro_width(grid: Grid) -> float:
    """Width of the words that introduce a page."""
    return grid.area * _INTRO_PART if grid.wide else grid.area


def below_intro(text: str, grid: Grid, typesetter: Typesetter) -> int:
    """The line on which a page goes on below the words that introduce it, with a line between."""
    parts = paragraphs(text)
    rows = sum(lines_of(part, styles.INTRO, intro_width(grid), typesetter) for part in parts)
    return INTRO + math.ceil(1.5 * rows + APART * (len(parts) - 1)) + 1


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of a text: empty lines part them."""
    return tuple(part.strip() for part in text.split("\n\n") if part.strip())


def lines_of(text: str, style: Style, width: float, typesetter: Typesetter) -> int:
    """How many lines a text takes."""
    return len(typesetter.wrap(text, style, width))


def small(rows: int) -> int:
    """Lines of the grid that rows of small print take."""
    return math.ceil(rows * SMALL / LINE)


def fitting(text: str, sizes: Sequence[Style], width: float, typesetter: Typesetter) -> Style:
    """The first of some styles in which a text stays on one line of that width, else the last."""
    return next((style for style in sizes if typesetter.width(text, style) <= width), sizes[-1])
