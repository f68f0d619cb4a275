"""How the files of a book are made: for whom, with which margins, marks and inks, and how the sheets are bound.

Owns the choices of the print team as one value, and the sheet that follows from them. Refuses to know pages. Lengths
are millimetres where a name says so, else points.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from catalog.errors import UsageError
from catalog.print.pdf.canvas_page import Sheet
from catalog.print.press.profile import PressProfile, open_profile
from catalog.print.units import MM

if TYPE_CHECKING:
    from catalog.print.grid import Grid
    from catalog.print.pdf.canvas import Intent

Binding = Literal["saddle", "perfect"]
Marks = Literal["none", "cut", "all"]
"""What stands around a page: nothing, marks for cutting and register, or patches of the inks as well."""

MARKS_START_MM, MARKS_LENGTH_MM = 5.0, 10.0
_MARKS_BEYOND_BLEED_MM = 2.0
_BLEED_MM = (0.0, 10.0)
MOST_SADDLE_PAGES = 64
"""A thicker book does not fold well."""


class ProductionError(UsageError):
    """The choices cannot be met together; the message says which."""


@dataclass(frozen=True, slots=True)
class Production:
    """The choices.

    `intents` are the files to make, of one plan. `bleed_mm` is how far colour goes on past the trim, `marks` what
    the sheet shows around the page, `profile` the printing condition, `multiple` of which the number of pages is one.
    `binding` is `None` where the number of pages decides. `caliper_mm` is how thick a leaf is: with it the book for the
    press comes as sheets for a saddle-stitched book too. `merge` hands the entries to InDesign's Data Merge as well.
    `preflight` looks through each file before it is put in its place.
    """

    intents: tuple[Intent, ...] = ("press", "screen")
    bleed_mm: float = 3.0
    marks: Marks = "cut"
    profile: PressProfile = field(default_factory=lambda: open_profile(None))
    multiple: int = 4
    binding: Binding | None = None
    caliper_mm: float | None = None
    merge: bool = False
    preflight: bool = True

    def __post_init__(self) -> None:
        """Refuse what no press does."""
        if not _BLEED_MM[0] <= self.bleed_mm <= _BLEED_MM[1]:
            raise ProductionError(
                f"a bleed of {self.bleed_mm:g} mm cannot be made; it lies between 0 and 10 mm"
            )
        if self.multiple < 1 or self.multiple % 2:
            raise ProductionError(
                f"a book has an even number of pages; {self.multiple} is no multiple for it"
            )
        if self.caliper_mm is not None and (self.binding == "perfect" or self.multiple % 4):
            raise ProductionError(
                "only a saddle-stitched book in sheets of four pages is imposed here; a glued one is the printer's"
            )
        if self.caliper_mm is not None and "press" not in self.intents:
            raise ProductionError("sheets are imposed from the book for the press: add --press")

    @property
    def marks_start(self) -> float:
        """How far outside the trim the marks begin."""
        return max(MARKS_START_MM, self.bleed_mm + _MARKS_BEYOND_BLEED_MM) * MM

    def sheet(self, grid: Grid, intent: Intent) -> Sheet:
        """The sheet that a page of this grid is drawn on."""
        if intent == "screen":
            return Sheet(grid.width, grid.height)
        bleed = self.bleed_mm * MM
        margin = (
            self.marks_start + MARKS_LENGTH_MM * MM if self.marks != "none" or intent == "proof" else bleed
        )
        return Sheet(grid.width, grid.height, bleed, margin)


SCREEN = Production(("screen",))
"""One file to read."""
