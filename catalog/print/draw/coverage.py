"""Where the applications of this book are sold: a map of countries, the same in numbers, and the handbook's figures.

Owns that page. Shades are tints of black, so the map prints from one plate and keeps its steps on any paper.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.english import counted
from catalog.print.draw.entry import draw_rule
from catalog.print.draw.furniture import draw_head
from catalog.print.draw.pen import Pen, on, top_of
from catalog.print.grid import DESCENT, LINE, SMALL, column, span
from catalog.print.pages.contents import COVERAGE
from catalog.print.pdf.canvas import Box, Path, Stroke
from catalog.print.pdf.color import BLACK, WHITE, grey
from catalog.print.typography import styles
from catalog.worldmap import WIDTH, ranges, step_of, steps, world

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from catalog.model.catalog import Fact
    from catalog.print.desk import Desk
    from catalog.print.pages.plan import Coverage, CoverageGroup
    from catalog.print.pdf.canvas import PageCanvas
    from catalog.print.pdf.color import Ink
    from catalog.print.typography.lines import Style
    from catalog.worldmap import Ring

_INTRO = (
    "The darker a country, the more applications of this book are sold there. "
    "One that is sold in several countries counts in each."
)
_BORDERS = (
    "Borders: Natural Earth. They follow who governs where and say nothing about who should. Small countries are dots. "
    "An application counts in a region if it is sold in some country of it."
)
_SOURCE = "Figures of the APS Partner Go-to-Market Handbook: quoted, not updated."
_TINTS = (WHITE, grey(14), grey(32), grey(56), BLACK)
_COAST = Stroke(0.25, grey(45))
_BORDER = Stroke(0.25, WHITE)
_RULE = Stroke(0.5)
_DOT = 1.3
_MAP_LINE, _COLUMNS = 8, 4
_SWATCH = 10.0
_FIGURE_SIZES = (13.0, 12.0, 11.0, 10.0, 9.0)


def draw_coverage(canvas: PageCanvas, page: Coverage, folio: int, desk: Desk) -> None:
    """Map, legend, numbers and figures, from the top down."""
    pen = Pen(canvas, desk.typesetter, desk.grid.left(folio))
    draw_head(canvas, folio, desk, COVERAGE)
    canvas.destination("coverage")
    pen.put(0, on(2), COVERAGE, styles.PAGE_TITLE)
    pen.paragraph(0, on(4), _INTRO, styles.INTRO, span(9), 1.5 * LINE)
    bounds = steps(page.countries.values(), len(_TINTS) - 1)
    _draw_map(pen, page.countries, bounds, desk)
    line = _MAP_LINE + -(-int(desk.grid.area * world().height / WIDTH) // int(LINE)) + 1
    _put_legend(pen, bounds, line)
    line += 3
    draw_rule(pen.canvas, pen.left, top_of(line), desk.grid.area, 0.5)
    for number, group in enumerate(page.groups):
        _put_group(pen, group, column(3 * number), line)
    line += 4 + max(-(-len(group.regions) * 3 // 4) for group in page.groups)
    if page.facts:
        draw_rule(pen.canvas, pen.left, top_of(line), desk.grid.area, 0.5)
        _put_facts(pen, page.facts, line)
    pen.put(0, on(desk.grid.lines - 1), _SOURCE if page.facts else "", styles.FOOT)


def _draw_map(pen: Pen, countries: dict[str, int], bounds: Sequence[int], desk: Desk) -> None:
    sheet, scale = world(), desk.grid.area / WIDTH
    left, top = pen.left, top_of(_MAP_LINE)
    pen.canvas.path(_path(sheet.land, left, top, scale), WHITE, _COAST)
    for shape in sorted(sheet.shapes, key=lambda shape: bool(shape.dot)):
        shade = step_of(countries.get(shape.code, 0), bounds)
        ink, stroke = _TINTS[shade], _BORDER if shade else _COAST
        if shape.dot:
            centre = (left + shape.dot[0] * scale, top + shape.dot[1] * scale)
            pen.canvas.circle(centre, _DOT, ink, Stroke(0.25, BLACK))
        else:
            pen.canvas.path(_path(shape.rings, left, top, scale), ink, stroke)


def _path(rings: Iterable[Ring], left: float, top: float, scale: float) -> Path:
    path = Path()
    for first, *others in rings:
        path.move(left + first[0] * scale, top + first[1] * scale)
        for x, y in others:
            path.line(left + x * scale, top + y * scale)
        path.close()
    return path


def _put_legend(pen: Pen, bounds: Sequence[int], line: int) -> None:
    """A swatch for each shade, and what borders mean."""
    words = ("none", *(f"{low:,}" if low == high else f"{low:,} to {high:,}" for low, high in ranges(bounds)))
    x = 0.0
    for ink, told in zip(_TINTS, words, strict=False):
        x = _put_swatch(pen, ink, told, x, line)
    pen.paragraph(column(7), on(line), _BORDERS, styles.FOOT, span(5), SMALL)


def _put_swatch(pen: Pen, ink: Ink, told: str, x: float, line: int) -> float:
    pen.canvas.rect(Box(pen.left + x, on(line) - 8, _SWATCH, _SWATCH), ink, _RULE)
    return pen.put(x + _SWATCH + 4, on(line), told, styles.FACT) + 12


def _put_group(pen: Pen, group: CoverageGroup, x: float, line: int) -> None:
    """A part of the world with the regions inside it, each with its number."""
    lines = len(pen.typesetter.wrap(group.name, styles.STRONG, span(3)))
    pen.paragraph(x, on(line + 2 - lines) - DESCENT, group.name, styles.STRONG, span(3))
    pen.put(x, on(line + 2), counted(group.applications, "application"), styles.FACT)
    for row, (name, count) in enumerate(group.regions):
        at = on(line + 2) + SMALL * (row + 1) + DESCENT
        pen.put(x, at, name, styles.FACT)
        pen.put_right(x + span(3), at, f"{count:,}", styles.FACT)


def _put_facts(pen: Pen, facts: Sequence[Fact], line: int) -> None:
    for number, fact in enumerate(facts):
        x, row = column(3 * (number % _COLUMNS)), line + 1 + 5 * (number // _COLUMNS)
        pen.put(x, on(row), fact.value, _fitting(pen, fact.value))
        told = pen.paragraph(x, on(row + 1), fact.unit or "", styles.TEXT, span(3))
        source = f"{fact.source}, {fact.as_of}"
        pen.paragraph(x, on(row + told) + SMALL + DESCENT, source, styles.FOOT, span(3), SMALL)


def _fitting(pen: Pen, value: str) -> Style:
    """The largest size at which a figure stays in its columns."""
    sizes = (styles.SECTION.at(size) for size in _FIGURE_SIZES)
    return next((style for style in sizes if pen.typesetter.width(value, style) <= span(3)), styles.LABEL)
