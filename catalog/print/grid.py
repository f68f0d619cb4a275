"""The one grid that every page stands on: trims, columns, lines and slots.

Owns every fixed measure of the book. Refuses to know what stands in a slot. Lengths are PDF points counted from
the top left of the trim downwards, unless a name says millimetres; lines and slots count from 0.

A page has a 12-point baseline grid. Line *k* is the cell from `TOP + 12 k` to `TOP + 12 (k + 1)`, and text of any
size stands 3 points above the bottom of its cell. Columns are 11 mm wide with gutters of 4 mm.
"""

from __future__ import annotations

from dataclasses import dataclass

from catalog.editions import OWN_TRIMS, TRIMS, own_trim
from catalog.print.units import MM

LINE = 12.0
TOP = 48.0
DESCENT = 3.0  # From a baseline to the bottom of its cell.
MODULE_MM = 15.0  # A column and its gutter.
GUTTER_MM = 4.0
SMALL = 9.0  # Small print: four lines to three cells.
SOURCE_LINES = 2  # At the foot of a page that says where its facts are from.
TABS = 4
"""Heights at which a page may carry a thumb tab: three types and the indexes."""
WIDE = 12
"""Columns of a page whose entries have their three groups side by side; narrower ones have two."""

_INNER_MM, _OUTER_MM, _BELOW_MM = 18.0, 14.0, 10.0  # Least margins of a trim of the caller's own.
_LEAST_SLOT = {True: 14, False: 21}  # Lines of the smallest slot, by whether the page is wide.


class UnknownTrimError(ValueError):
    """The trim is none that the book is drawn for."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The measures of one trim. Margins mirror: `inner` lies at the spine.

    `slot_lines` is the height of a quarter's slot without the empty line below it; `slots` of them make a page.
    """

    trim: str
    width: float
    height: float
    columns: int
    inner: float
    outer: float
    lines: int
    slot_lines: int
    slots: int

    @property
    def wide(self) -> bool:
        """Whether logo, text and facts of an entry stand side by side."""
        return self.columns >= WIDE

    @property
    def area(self) -> float:
        """Width of the type area."""
        return span(self.columns)

    @property
    def bottom(self) -> float:
        """Lower edge of the type area."""
        return TOP + LINE * self.lines

    def left(self, folio: int) -> float:
        """Left edge of the type area: odd pages are rectos, their spine is on the left."""
        return self.inner if folio % 2 else self.outer

    @property
    def tab_lines(self) -> int:
        """Height of a thumb tab: with the line between, four fill the type area."""
        return (self.lines + 1) // TABS - 1

    def tab_top(self, tab: int) -> float:
        """Upper edge of a thumb tab, counted from the top of the page."""
        return line_top(tab * (self.tab_lines + 1))


def line_top(line: int) -> float:
    """Upper edge of a line of the page."""
    return TOP + LINE * line


def column(index: float) -> float:
    """Left edge of a column, from the left edge of the type area."""
    return index * MODULE_MM * MM


def span(columns: int) -> float:
    """Width of neighbouring columns, the gutters between them included."""
    return (columns * MODULE_MM - GUTTER_MM) * MM


def baseline(line: int) -> float:
    """Baseline of a line, from the top of its slot (add the slot's top) or of the type area (add `TOP`)."""
    return LINE * (line + 1) - DESCENT


GRIDS = {
    "A4": Grid("A4", 210 * MM, 297 * MM, 12, 19 * MM, 15 * MM, 63, 15, 4),
    "Letter": Grid("Letter", 215.9 * MM, 279.4 * MM, 12, 22 * MM, 17.9 * MM, 59, 14, 4),
    "A5": Grid("A5", 148 * MM, 210 * MM, 8, 18 * MM, 14 * MM, 43, 21, 2),
}


def grid_of(trim: str) -> Grid:
    """The grid of a trim: a name, as in an edition file, or `WxHmm`, such as `170x240mm`. Letter case is free.

    Raises:
        UnknownTrimError: no page is drawn for this trim.
    """
    found = next((grid for name, grid in GRIDS.items() if name.casefold() == trim.casefold()), None)
    if found:
        return found
    own = own_trim(trim)
    if own is None:
        raise UnknownTrimError(
            f"no page is drawn for the trim {trim!r}; the book knows {', '.join(TRIMS)} and WxHmm from {OWN_TRIMS}"
        )
    return _own_grid(*own)


def _own_grid(width: float, height: float) -> Grid:
    """As many columns as leave the least margins, what is over shared by both; then as many equal slots."""
    columns = min(WIDE, int((width - _INNER_MM - _OUTER_MM + GUTTER_MM) / MODULE_MM))
    over = width - _INNER_MM - _OUTER_MM - span(columns) / MM
    lines = int(((height - _BELOW_MM) * MM - TOP) / LINE)
    slots = (lines + 1) // (_LEAST_SLOT[columns >= WIDE] + 1)
    slot_lines = (lines + 1) // slots - 1
    name = f"{width:g}x{height:g}mm"
    inner, outer = (_INNER_MM + over / 2) * MM, (_OUTER_MM + over / 2) * MM
    return Grid(
        name, width * MM, height * MM, columns, inner, outer, slots * (slot_lines + 1) - 1, slot_lines, slots
    )
