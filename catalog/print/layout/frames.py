"""Where the parts of an entry stand, one frame for each size on each trim.

Owns the anatomy of a slot as numbers. Refuses texts. Lines count from the top of the slot; columns are those of the
grid. A wide page has three groups side by side: logo and package on the first three columns, text on the next six,
facts, contact and code on the last three. A narrow page has two: logo, facts and package on the first three, and all
the others beside them, the contact and the code on the last five lines.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from catalog.print.grid import DESCENT, LINE, SMALL, column, span
from catalog.print.typography import styles
from catalog.print.units import MM

if TYPE_CHECKING:
    from catalog.print.grid import Grid
    from catalog.print.layout.block import Tier
    from catalog.print.typography.lines import Style

CODE_BOX = 22 * MM
CLEAR = 2 * MM  # Around a logo.
LEAST_LOGO = 5 * MM
FEATURE_PICTURE_LINE = 10
FEATURE_FOOT_LINES = 11  # Below the rule of a whole page: highlights, contact, offer, code.
SALES_ABOVE_FOOT = 63.0  # From the last line of the contact to the foot of the slot: the code stands below.
_LISTING_LINES = 3
_LISTING_RULE_ABOVE = 6.0
_LISTING_INDENT = 16.5
_CODE_LINES = 5  # At the foot of a narrow slot.
_NARROW_PICTURE_LINE = 11  # Of a narrow page that begins with a screenshot.


def _folds(sizes: tuple[float, ...], *baselines: float) -> tuple[tuple[float, tuple[float, ...]], ...]:
    return tuple((size, baselines) for size in sizes)


class Strip(NamedTuple):
    """Neighbouring columns as one: left edge and width."""

    x: float
    width: float

    @property
    def right(self) -> float:
        """Right edge."""
        return self.x + self.width


@dataclass(frozen=True, slots=True)
class Frame:
    """The places of one size of entry.

    `depth` and `step` are those of the block. `package`, `text`, `facts` and `sales` are where the groups stand; the
    code ends at the right of `code_right`. `name` is the style of the name and `name_sizes` its ladder on one line of
    `name_width`, at `name_baseline`; `name_folds` are the sizes on more lines, with the baselines of these.
    `summary_line` is `None` where the summary heads the text instead of having a place. The text column ends before
    `foot`.
    `picture_line` is where a screenshot starts, below the text or `picture_above` it; without one its lines belong to
    the text. `facts_line` and `package_line` are the first lines of small print; without the latter the package stands
    below the facts. `sales_lines` are the lines of small print that the contact may take beside the code; without them
    it stands above the code. `full_type` names the type in full.
    """

    tier: Tier
    depth: int
    step: int
    lines: int
    rule: float
    package: Strip
    text: Strip
    facts: Strip
    sales: Strip
    code_right: float
    name: Style
    name_sizes: tuple[float, ...]
    name_baseline: float
    name_width: float
    name_folds: tuple[tuple[float, tuple[float, ...]], ...]
    vendor_line: int
    vendor_host: bool
    summary_line: int | None
    text_line: int
    text_lines: int
    foot: int
    picture: Strip
    picture_line: int | None
    picture_lines: int
    picture_above: bool
    logo_lines: int
    badge_line: int
    badge_x: float
    full_type: bool
    package_line: int | None
    facts_line: int
    offer_line: int | None
    sales_lines: int

    @property
    def height(self) -> float:
        """Height of the slot."""
        return LINE * self.lines

    @property
    def last(self) -> float:
        """The last baseline of the slot."""
        return self.height - DESCENT


def frames(grid: Grid) -> dict[Tier, Frame]:
    """The frames of quarter and half on a trim.

    Letter takes a line from each slot; what stands at the foot moves up with it.
    """
    quarter, half = (_wide_quarter(grid), _wide_half(grid)) if grid.wide else _narrow(grid)
    return {"quarter": quarter, "half": half}


def _wide_quarter(grid: Grid) -> Frame:
    lines = grid.slot_lines
    return Frame(
        tier="quarter", depth=lines + 1, step=lines + 1, lines=lines, rule=0.5,
        package=_at(0, 3), text=_at(3, 6), facts=_at(9, 3), sales=_at(9, 3), code_right=_at(9, 3).right,
        name=styles.NAME, name_sizes=(16, 13, 11), name_baseline=18, name_width=span(6),
        name_folds=_folds((11, 10, 9, 8), 9, 21), vendor_line=2, vendor_host=False, summary_line=None,
        text_line=4, text_lines=lines - 4, foot=lines,
        picture=_at(3, 6), picture_line=None, picture_lines=0, picture_above=False,
        logo_lines=4, badge_line=5, badge_x=0.0, full_type=False, package_line=7,
        facts_line=0, offer_line=None, sales_lines=0,
    )  # fmt: skip


def _wide_half(grid: Grid) -> Frame:
    depth = 2 * (grid.slot_lines + 1)
    return replace(
        _wide_quarter(grid),
        tier="half", depth=depth, step=depth, lines=depth - 1, rule=1.0,
        name=styles.HALF_NAME, name_sizes=(24, 20, 16), name_baseline=29, name_width=span(9),
        name_folds=_folds((16, 14, 12), 11, 29), vendor_line=3, vendor_host=True, summary_line=5,
        text_line=8, text_lines=11, foot=depth - 1, picture_line=20, picture_lines=depth - 1 - 20,
        logo_lines=5, badge_line=6, full_type=True, package_line=8, facts_line=5, offer_line=16,
    )  # fmt: skip


def feature_frame(grid: Grid, picture_lines: int) -> Frame:
    """The frame of a whole page whose screenshot takes that many lines; what stands below moves with them."""
    if not grid.wide:
        return _narrow_feature(grid, picture_lines)
    below = FEATURE_PICTURE_LINE + picture_lines + 2
    depth = grid.lines + 1
    return replace(
        _wide_half(grid),
        tier="feature", depth=depth, step=depth, lines=grid.lines, rule=2.0,
        name=styles.FEATURE_NAME, name_sizes=(40, 32, 24), name_baseline=45, name_width=span(9),
        name_folds=_folds((24, 20, 16, 14, 12), 21, 45), vendor_line=5, summary_line=7,
        text_line=below, text_lines=grid.lines - FEATURE_FOOT_LINES - 1 - below, foot=grid.lines,
        picture=_at(0, grid.columns), picture_line=FEATURE_PICTURE_LINE, picture_lines=picture_lines,
        picture_above=True, badge_line=below, package_line=below + 2, facts_line=below, offer_line=None,
    )  # fmt: skip


def _narrow(grid: Grid) -> tuple[Frame, Frame]:
    """Quarter and half on a narrow page; half is a whole page."""
    beside = grid.columns - 3
    text, lines = _at(3, beside), grid.slot_lines
    foot = lines - _CODE_LINES
    quarter = Frame(
        tier="quarter", depth=lines + 1, step=lines + 1, lines=lines, rule=0.5,
        package=_at(0, 3), text=text, facts=_at(0, 3),
        sales=Strip(text.x, text.width - CODE_BOX), code_right=text.right,
        name=styles.NAME, name_sizes=(16, 13, 11), name_baseline=18, name_width=text.width,
        name_folds=(*_folds((11, 10, 9, 8), 9, 21), *_folds((8,), 6, 15, 24)),
        vendor_line=2, vendor_host=False, summary_line=None, text_line=5, text_lines=foot - 5, foot=foot,
        picture=text, picture_line=None, picture_lines=0, picture_above=False,
        logo_lines=4, badge_line=3, badge_x=text.x, full_type=True, package_line=None,
        facts_line=5, offer_line=None, sales_lines=_CODE_LINES,
    )  # fmt: skip
    depth = grid.lines + 1
    half = replace(
        quarter,
        tier="half", depth=depth, step=depth, lines=grid.lines, rule=1.0,
        name=styles.HALF_NAME, name_sizes=(24, 20, 16), name_baseline=29,
        name_folds=(*_folds((16, 14, 12, 10), 11, 29), *_folds((9,), 9, 20, 31)),
        vendor_line=3, vendor_host=True, summary_line=6, text_line=9, text_lines=14,
        foot=grid.lines - _CODE_LINES, picture_line=24,
        picture_lines=grid.lines - _CODE_LINES - 24, logo_lines=5, badge_line=4, facts_line=6,
    )  # fmt: skip
    return quarter, half


def _narrow_feature(grid: Grid, picture_lines: int) -> Frame:
    _, half = _narrow(grid)
    below = _NARROW_PICTURE_LINE + picture_lines + 2 if picture_lines else _NARROW_PICTURE_LINE
    return replace(
        half,
        tier="feature", rule=2.0, name=styles.FEATURE_NAME, name_sizes=(32, 24), name_baseline=33,
        name_folds=(*_folds((20, 16, 14, 12, 10), 15, 35), *_folds((9,), 13, 24, 35)),
        vendor_line=4, summary_line=7, badge_line=5,
        text_line=below, text_lines=half.foot - below,
        picture=_at(0, grid.columns), picture_line=_NARROW_PICTURE_LINE, picture_lines=picture_lines,
        picture_above=True, facts_line=below,
    )  # fmt: skip


def _at(first: int, columns: int) -> Strip:
    return Strip(column(first), span(columns))


@dataclass(frozen=True, slots=True)
class ListingFrame:
    """The places of a listing: three lines in three or four columns, no code.

    `trade` has models and routes, `reach` regions and certification; on a narrow page `reach` has models and regions
    and there is no `trade`. `baselines` are the same in all columns.
    """

    depth: int
    rule: float
    rule_above: float
    heading: Strip
    summary: Strip
    trade: Strip | None
    reach: Strip
    summary_sizes: tuple[float, ...]
    baselines: tuple[float, ...]


def listing_frame(grid: Grid) -> ListingFrame:
    """The frame of a listing on a trim."""
    first, wide = (4, True) if grid.wide else (3, False)
    return ListingFrame(
        depth=_LISTING_LINES + 1, rule=0.25, rule_above=_LISTING_RULE_ABOVE,
        heading=Strip(_LISTING_INDENT, span(first) - _LISTING_INDENT),
        summary=_at(first, 4 if wide else grid.columns - first - 2),
        trade=_at(8, 2) if wide else None,
        reach=_at(grid.columns - 2, 2),
        summary_sizes=(8.5, 8.0, 7.5) if wide else (7.5, 7.0),
        baselines=tuple(SMALL * (row + 1) for row in range(_LISTING_LINES)),
    )  # fmt: skip
