"""What the press needs around a page: where to cut, whether the plates meet, how the inks come out, which page it is.

Owns those marks, all of them outside the bleed. Marks that every plate needs are drawn in all inks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.print.pdf.canvas import Box, Stroke
from catalog.print.pdf.color import CONNECTOR, DEDICATED, REGISTRATION, WEBSPACE, Ink, grey
from catalog.print.production import MARKS_LENGTH_MM
from catalog.print.typography import styles
from catalog.print.units import MM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.print.desk import Desk
    from catalog.print.pdf.canvas import PageCanvas
    from catalog.print.production import Production

_LINE = Stroke(0.25, REGISTRATION)
_LENGTH = MARKS_LENGTH_MM * MM
_TARGET, _CROSS = 2.0 * MM, 3.5 * MM
_PATCH = 4.0 * MM
_PATCHES = (
    *(Ink(*(100 if at == number else 0 for at in range(4))) for number in range(4)),
    WEBSPACE, DEDICATED, CONNECTOR, grey(40),
)  # fmt: skip
_FROM_CORNER = 12 * MM
_ABOVE_EDGE = 0.8 * MM  # Below the target, whose cross ends 1.5 mm from the edge.


def draw_marks(canvas: PageCanvas, production: Production) -> None:
    """Crop marks at the corners, a target at the middle of each side, and where all marks are wanted a row of inks."""
    width, height, start = canvas.sheet.width, canvas.sheet.height, production.marks_start
    for first, last in _crop_marks(width, height, start):
        canvas.rule(first, last, _LINE)
    beyond = start + _LENGTH / 2
    for centre in (
        (width / 2, -beyond),
        (width / 2, height + beyond),
        (-beyond, height / 2),
        (width + beyond, height / 2),
    ):
        _draw_target(canvas, centre)
    if production.marks != "all":
        return
    top = -beyond - _PATCH / 2
    for number, ink in enumerate(_PATCHES):
        canvas.rect(Box(_FROM_CORNER + number * _PATCH, top, _PATCH, _PATCH), ink)


def draw_slug(canvas: PageCanvas, folio: int, pages: int, desk: Desk, production: Production) -> None:
    """A line below the page that says what it is, for whoever holds a single sheet."""
    grid, edition = desk.grid, desk.edition
    told = (
        f"{edition.title}, edition {edition.id}. Page {folio} of {pages}. "
        f"Trim {grid.width / MM:.4g} × {grid.height / MM:.4g} mm, bleed {production.bleed_mm:g} mm. "
        f"{production.profile.condition}, total ink at most {production.profile.limit} %."
    )
    line = desk.typesetter.line(told, styles.FOOT, "en", "ltr")
    canvas.text(_FROM_CORNER, canvas.sheet.height + canvas.sheet.margin - _ABOVE_EDGE, line)


def _crop_marks(
    width: float, height: float, start: float
) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    end = start + _LENGTH
    for x in (0.0, width):
        yield (x, -end), (x, -start)
        yield (x, height + start), (x, height + end)
    for y in (0.0, height):
        yield (-end, y), (-start, y)
        yield (width + start, y), (width + end, y)


def _draw_target(canvas: PageCanvas, centre: tuple[float, float]) -> None:
    x, y = centre
    canvas.circle(centre, _TARGET, None, _LINE)
    canvas.rule((x - _CROSS, y), (x + _CROSS, y), _LINE)
    canvas.rule((x, y - _CROSS), (x, y + _CROSS), _LINE)
