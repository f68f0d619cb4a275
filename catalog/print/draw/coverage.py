"""Where the applications of this book are sold: a map of countries, the same in numbers, and the handbook's figures.

Owns that page. Shades are tints of black, so the map prints from one plate and keeps its steps on any paper.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.english import counted
from catalog.print.draw.foreword import put_fact, put_source
from catalog.print.draw.furniture import draw_head
from catalog.print.draw.pen import Pen, on, top_of
from catalog.print.grid import DESCENT, SMALL
from catalog.print.pages.contents import COVERAGE
from catalog.print.pages.coverage import BORDERS, INTRO, beside, map_lines, name_lines
from catalog.print.pages.room import equal
from catalog.print.pdf.canvas import Box, Path, Stroke
from catalog.print.pdf.color import BLACK, WHITE, grey
from catalog.print.typography import styles
from catalog.worldmap import WIDTH, ranges, step_of, steps, world

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from catalog.print.desk import Desk
    from catalog.print.pages.plan import Coverage, CoverageGroup
    from catalog.print.pdf.canvas import PageCanvas
    from catalog.print.pdf.color import Ink
    from catalog.worldmap import Ring

_ALT = "A map of the world: the darker a country, the more applications are sold there."
_SOURCE = "Figures of the APS Partner Go-to-Market Handbook: quoted, not updated."
_TINTS = (WHITE, grey(14), grey(32), grey(56), BLACK)
_COAST = Stroke(0.25, grey(45))
_BORDER = Stroke(0.25, WHITE)
_RULE = Stroke(0.5)
_DOT = 1.3
_SWATCH = 10.0


def draw_coverage(canvas: PageCanvas, page: Coverage, folio: int, desk: Desk) -> None:
    """Map, legend, numbers and figures, from the top down."""
    pen = Pen(canvas, desk.typesetter, desk.grid.left(folio))
    draw_head(canvas, folio, desk, COVERAGE)
    if page.first:
        canvas.destination("coverage")
        pen.title(COVERAGE, desk.grid)
        pen.intro(INTRO, desk.grid)
    bounds = steps(page.countries.values(), len(_TINTS) - 1)
    for line, row in page.rows:
        if row.kind == "map":
            with canvas.tag("Figure", alt=_ALT):
                _draw_map(pen, page.countries, bounds, line, desk)
            _put_legend(pen, bounds, line + map_lines(desk) + 1, desk)
            continue
        pen.rule(line, 0, desk.grid.area)
        columns = equal(desk.grid, beside(desk))
        if row.kind == "groups":
            names = name_lines(row.groups, columns.width, desk)
            for number, group in enumerate(row.groups):
                _put_group(pen, group, columns.left(number), line + names, columns.width)
        for number, fact in enumerate(row.facts):
            put_fact(pen, fact, columns.left(number), line + 1, columns.width)
    if any(row.kind == "facts" for _, row in page.rows):
        put_source(pen, _SOURCE, desk)


def _draw_map(pen: Pen, countries: dict[str, int], bounds: Sequence[int], line: int, desk: Desk) -> None:
    sheet, scale = world(), desk.grid.area / WIDTH
    left, top = pen.left, top_of(line)
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


def _put_legend(pen: Pen, bounds: Sequence[int], line: int, desk: Desk) -> None:
    """A swatch for each shade, and what borders mean: beside them, or below where the page is narrow."""
    words = ("none", *(f"{low:,}" if low == high else f"{low:,} to {high:,}" for low, high in ranges(bounds)))
    x = 0.0
    with pen.canvas.tag("P"):
        for ink, told in zip(_TINTS, words, strict=False):
            x = _put_swatch(pen, ink, told, x, line)
    columns = equal(desk.grid, 2 if desk.grid.wide else 1)
    left, at = (columns.left(1), on(line)) if desk.grid.wide else (0.0, on(line + 1) + DESCENT)
    with pen.canvas.tag("Note"):
        pen.paragraph(left, at, BORDERS, styles.FOOT, columns.width, SMALL)


def _put_swatch(pen: Pen, ink: Ink, told: str, x: float, line: int) -> float:
    pen.canvas.rect(Box(pen.left + x, on(line) - 8, _SWATCH, _SWATCH), ink, _RULE)
    return pen.put(x + _SWATCH + 4, on(line), told, styles.FACT) + 12


def _put_group(pen: Pen, group: CoverageGroup, x: float, line: int, width: float) -> None:
    """A part of the world, its name ending above a line, with the regions inside it, each with its number."""
    lines = len(pen.typesetter.wrap(group.name, styles.STRONG, width))
    with pen.canvas.tag("H2"):
        pen.paragraph(x, on(line - lines), group.name, styles.STRONG, width)
    with pen.canvas.tag("P"):
        pen.put(x, on(line) - DESCENT, counted(group.applications, "application"), styles.FACT)
    with pen.canvas.tag("Table"):
        for row, (name, count) in enumerate(group.regions):
            at = on(line) + SMALL * (row + 1)
            with pen.canvas.tag("TR"):
                with pen.canvas.tag("TH"):
                    pen.put(x, at, name, styles.FACT)
                with pen.canvas.tag("TD"):
                    pen.put_right(x + width, at, f"{count:,}", styles.FACT)
