"""The pattern of a cover, made from the id of its edition.

Owns the rule from id to tiles: two bytes of a chain of SHA-256 for each tile, one for its form, one for its colour,
so that the same id always gives the same cover. Refuses randomness and styles of its own: the forms are those of the
type marks and parts of them, the inks those of the types and black.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Literal, NamedTuple

from catalog.print.pdf.canvas import Box, Path
from catalog.print.pdf.color import BLACK, CONNECTOR, DEDICATED, WEBSPACE
from catalog.print.units import MM

if TYPE_CHECKING:
    from catalog.print.pdf.canvas import PageCanvas
    from catalog.print.pdf.color import Ink

Form = Literal[
    "square",
    "diamond",
    "circle",
    "quarter-from-above-left",
    "quarter-from-below-right",
    "triangle",
    "quarter-from-below-left",
]

TILES = 14
_STRIDE = 15  # Tiles to a row of the byte stream; the last is never shown.
_FORMS: tuple[Form | None, ...] = (
    "square", "diamond", "circle", "quarter-from-above-left", "quarter-from-below-right", "triangle",
    "quarter-from-below-left", None,
)  # fmt: skip
_INKS = (WEBSPACE, DEDICATED, CONNECTOR, BLACK, WEBSPACE, CONNECTOR)
_LAP = 0.06 * MM  # Neighbours overlap, so that no seam shows.
_FLAT_LEFT = {"square", "quarter-from-above-left", "quarter-from-below-left", "triangle"}
_FLAT_RIGHT = {"square", "quarter-from-below-right"}


class Tile(NamedTuple):
    """A tile that is not empty: column and row from the upper left, form and ink."""

    x: int
    y: int
    form: Form
    ink: Ink


def tiles(edition_id: str, rows: int = TILES) -> tuple[Tile, ...]:
    """The tiles of an edition, row by row."""
    needed = 2 * (_STRIDE * rows + TILES)
    blocks = -(-needed // hashlib.sha256().digest_size)
    stream = b"".join(hashlib.sha256(f"{edition_id}/{index}".encode()).digest() for index in range(blocks))
    found = []
    for y in range(rows):
        for x in range(TILES):
            at = 2 * (_STRIDE * y + x)
            form = _FORMS[stream[at] % len(_FORMS)]
            if form:
                found.append(Tile(x, y, form, _INKS[stream[at + 1] % len(_INKS)]))
    return tuple(found)


def rows_above(y: float, width: float) -> int:
    """How many rows of a pattern of that width end above a height."""
    return int(y / (width / TILES) + 0.5)


def draw_pattern(canvas: PageCanvas, edition_id: str, width: float, rows: int) -> float:
    """Tiles over the whole width, hung half a tile above the trim; the result is where they end."""
    size = width / TILES
    for tile in tiles(edition_id, rows):
        box = Box(tile.x * size, (tile.y - 0.5) * size, size, size)
        _draw_tile(canvas, tile, box)
        if tile.x == 0 and tile.form in _FLAT_LEFT:
            canvas.rect(Box(box.x - canvas.bleed, box.y, canvas.bleed + _LAP, size), tile.ink)
        if tile.x == TILES - 1 and tile.form in _FLAT_RIGHT:
            canvas.rect(Box(box.right - _LAP, box.y, canvas.bleed + _LAP, size), tile.ink)
    return (rows - 0.5) * size


def _draw_tile(canvas: PageCanvas, tile: Tile, box: Box) -> None:
    middle = (box.x + box.width / 2, box.y + box.height / 2)
    if tile.form == "circle":
        canvas.circle(middle, box.width / 2, tile.ink)
        return
    lap = 0.0 if tile.form == "diamond" else _LAP / 2
    left, top, right, bottom = box.x - lap, box.y - lap, box.right + lap, box.bottom + lap
    if tile.form == "square":
        canvas.rect(Box(left, top, right - left, bottom - top), tile.ink)
    elif tile.form == "diamond":
        canvas.polygon(
            ((middle[0], top), (right, middle[1]), (middle[0], bottom), (left, middle[1])), tile.ink
        )
    elif tile.form == "triangle":
        canvas.polygon(((left, top), (right, bottom), (left, bottom)), tile.ink)
    else:
        corner, start = {
            "quarter-from-above-left": ((left, top), 0.0),
            "quarter-from-below-right": ((right, bottom), 180.0),
            "quarter-from-below-left": ((left, bottom), 270.0),
        }[tile.form]
        canvas.path(_quarter(corner, right - left, start), tile.ink)


def _quarter(corner: tuple[float, float], radius: float, start: float) -> Path:
    first = {0.0: (radius, 0.0), 180.0: (-radius, 0.0), 270.0: (0.0, -radius)}[start]
    path = Path().move(*corner).line(corner[0] + first[0], corner[1] + first[1])
    return path.arc(corner, radius, start, 90.0).close()
