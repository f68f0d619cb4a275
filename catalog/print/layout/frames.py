"""Where the parts of an entry stand, one frame for each size on each trim.

Owns the anatomy of a slot as numbers. Refuses texts. Lines count from the top of the slot; columns are those of the
grid: logo and package on the first three, text on the next six, facts, contact and code on the last three.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalog.print.grid import LINE, column, span
from catalog.print.typography import styles
from catalog.print.units import MM

if TYPE_CHECKING:
    from catalog.print.grid import Grid
    from catalog.print.layout.block import Tier
    from catalog.print.typography.lines import Style

PACKAGE_X, PACKAGE_WIDTH = column(0), span(3)
TEXT_X, TEXT_WIDTH = column(3), span(6)
FACTS_X, FACTS_WIDTH = column(9), span(3)
CODE_BOX = 22 * MM
CLEAR = 2 * MM  # Around a logo.
LEAST_LOGO = 5 * MM
FEATURE_PICTURE_LINE = 10
FEATURE_FOOT_LINES = 11  # Below the rule of a whole page: highlights, contact, offer, code.
SALES_ABOVE_FOOT = 63.0  # From the last line of the contact to the foot of the slot: the code stands below.


@dataclass(frozen=True, slots=True)
class Frame:
    """The places of one size of entry.

    `name` is the style of the name and `name_sizes` its ladder on one line of `name_width`, at `name_baseline`;
    `name_pair` are the sizes on two lines, at `pair_baselines`. `summary_line` is `None` where the summary heads the
    text instead of having a place. `picture_line` is where a screenshot starts; without one its lines belong to the
    text.
    """

    tier: Tier
    slots: int
    lines: int
    rule: float
    name: Style
    name_sizes: tuple[float, ...]
    name_baseline: float
    name_width: float
    name_pair: tuple[float, ...]
    pair_baselines: tuple[float, float]
    vendor_line: int
    summary_line: int | None
    text_line: int
    text_lines: int
    picture_line: int | None
    logo_lines: int
    badge_line: int
    package_line: int
    facts_line: int
    offer_line: int | None

    @property
    def height(self) -> float:
        """Height of the slot."""
        return LINE * self.lines


def frames(grid: Grid) -> dict[Tier, Frame]:
    """The frames of quarter and half on a trim.

    Letter takes a line from each slot; what stands at the foot moves up with it.
    """
    quarter = grid.slot_lines
    half = 2 * quarter + 1
    return {
        "quarter": Frame(
            tier="quarter", slots=1, lines=quarter, rule=0.5,
            name=styles.NAME, name_sizes=(16, 13, 11), name_baseline=18, name_width=TEXT_WIDTH,
            name_pair=(11, 10, 9, 8), pair_baselines=(9, 21), vendor_line=2, summary_line=None,
            text_line=4, text_lines=quarter - 4, picture_line=None, logo_lines=4, badge_line=5, package_line=7,
            facts_line=0, offer_line=None,
        ),
        "half": Frame(
            tier="half", slots=2, lines=half, rule=1.0,
            name=styles.HALF_NAME, name_sizes=(24, 20, 16), name_baseline=29, name_width=span(9),
            name_pair=(16, 14, 12), pair_baselines=(11, 29), vendor_line=3, summary_line=5,
            text_line=8, text_lines=11, picture_line=20, logo_lines=5, badge_line=6, package_line=8,
            facts_line=5, offer_line=16,
        ),
    }  # fmt: skip


def feature_frame(grid: Grid, picture_lines: int) -> Frame:
    """The frame of a whole page whose screenshot takes that many lines; what stands below moves with them."""
    below = FEATURE_PICTURE_LINE + picture_lines + 2
    return Frame(
        tier="feature", slots=grid.slots, lines=grid.lines, rule=2.0,
        name=styles.FEATURE_NAME, name_sizes=(40, 32, 24), name_baseline=45, name_width=span(9),
        name_pair=(24, 20, 16, 14), pair_baselines=(21, 45), vendor_line=5, summary_line=7,
        text_line=below, text_lines=grid.lines - FEATURE_FOOT_LINES - 1 - below, picture_line=FEATURE_PICTURE_LINE,
        logo_lines=5, badge_line=below, package_line=below + 2, facts_line=below, offer_line=None,
    )  # fmt: skip
