"""Setting the words of front and back matter.

Owns short ways to put a text on a canvas. Refuses to choose type (`styles`) and places (the page does).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalog.print.grid import DESCENT, LINE, TOP, baseline
from catalog.print.pages.room import APART, INTRO, TITLE, fitting, intro_width, paragraphs
from catalog.print.pdf.canvas import Stroke
from catalog.print.pdf.color import BLACK
from catalog.print.typography import styles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.print.grid import Grid
    from catalog.print.pdf.canvas import PageCanvas
    from catalog.print.pdf.color import Ink
    from catalog.print.typography.lines import Span, Style
    from catalog.print.typography.typeset import Typesetter

_TITLES = tuple(styles.PAGE_TITLE.at(size) for size in (30, 27, 24, 21, 18))


@dataclass(frozen=True, slots=True)
class Pen:
    """A canvas and the type to set on it. `left` is the left edge of the type area; x counts from there."""

    canvas: PageCanvas
    typesetter: Typesetter
    left: float = 0.0

    def put(self, x: float, at: float, text: str | Sequence[Span], style: Style, ink: Ink = BLACK) -> float:
        """A line from its left end on the baseline `at`; the result is its right end."""
        line = self.typesetter.line(text, style, "en")
        self.canvas.text(self.left + x, at, line, ink)
        return x + line.width

    def put_right(self, right: float, at: float, text: str, style: Style, ink: Ink = BLACK) -> None:
        """A line that ends at `right`."""
        self.canvas.text_right(self.left + right, at, self.typesetter.line(text, style, "en"), ink)

    def paragraph(
        self, x: float, first: float, text: str, style: Style, width: float, leading: float = LINE
    ) -> int:
        """Lines of at most `width`; the result is how many."""
        lines = self.typesetter.wrap(text, style, width)
        for row, line in enumerate(lines):
            along = width - line.width if line.direction == "rtl" else 0.0
            self.canvas.text(self.left + x + along, first + leading * row, line, BLACK)
        return len(lines)

    def title(self, text: str, grid: Grid) -> None:
        """The title of a page, as large as it fits on one line."""
        style = fitting(text, _TITLES, grid.area, self.typesetter)
        with self.canvas.tag("H1"):
            self.put(0, on(TITLE), text, style)

    def intro(self, text: str, grid: Grid) -> None:
        """The words that introduce a page; `room.below_intro` says where the page goes on."""
        at = on(INTRO)
        for part in paragraphs(text):
            with self.canvas.tag("P"):
                rows = self.paragraph(0, at, part, styles.INTRO, intro_width(grid), 1.5 * LINE)
            at += LINE * (1.5 * rows + APART)

    def rule(self, line: int, x: float, width: float, weight: float = 0.5) -> None:
        """A rule above a line of the page."""
        y = top_of(line) - DESCENT
        self.canvas.rule((self.left + x, y), (self.left + x + width, y), Stroke(weight))


def on(line: int) -> float:
    """Baseline of a line of the page."""
    return TOP + baseline(line)


def top_of(line: int) -> float:
    """Upper edge of a line of the page."""
    return TOP + LINE * line
