"""Outlines of countries on a flat sheet, for the map on the site and the one in the book.

Owns the projection (Equal Earth, which keeps areas in proportion), the cut of a sheet around some countries and how
small a country may be drawn before it becomes a dot. The outlines are Natural Earth's (vocabularies/world.json);
Antarctica is not among them. Refuses colours, counts and names. Sheets are in whole units, y down.
"""

from __future__ import annotations

import functools
import itertools
import json
import math
from bisect import bisect_left
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

_DATA = Path(__file__).parent / "vocabularies" / "world.json"
WIDTH = 1000
"""Units across every sheet."""

_WORLD_CENTRE = 11
"""Degrees east. The sheet's edge then runs through Bering Strait and leaves Asia whole."""

_NARROWEST, _TALLEST, _MARGIN = 0.35, 0.7, 0.04
"""Radians across the closest view; height to width; air around the countries, to the width."""

_SMALLEST = 5
"""Units across, below which an outline cannot be seen and a dot stands for it."""

_WEIGHTY = 0.05
"""An island counts for the cut of a sheet from this share of its country's largest part."""

_NO_DEGREES = 0.0001

Place = tuple[int, int]
Ring = tuple[Place, ...]


class Shape(NamedTuple):
    """A country on a sheet: its outlines, or a dot where they would be too small."""

    code: str
    rings: tuple[Ring, ...]
    dot: Place | None


class Sheet(NamedTuple):
    """A cut of the world, `WIDTH` across. `shapes` are the countries asked for, `land` is all else that shows."""

    height: int
    shapes: tuple[Shape, ...]
    land: tuple[Ring, ...]


class _Outline(NamedTuple):
    """A ring with what its projection needs: degrees east, and for each point width of a degree and height.

    `sides`, `degrees` and `heights` are the least and the greatest of each: every sheet asks for them.
    """

    east: tuple[float, ...]
    degree: tuple[float, ...]
    y: tuple[float, ...]
    area: float
    sides: tuple[float, float]
    degrees: tuple[float, float]
    heights: tuple[float, float]


class _Atlas(NamedTuple):
    countries: dict[str, tuple[_Outline, ...]]
    other: tuple[_Outline, ...]


class _Box(NamedTuple):
    left: float
    top: float
    width: float
    height: float


@functools.cache
def _degree_and_height(north: int) -> tuple[float, float]:
    """Width of a degree and height of a parallel, in radians; after Šavrič, Patterson and Jenny (2018)."""
    a1, a2, a3, a4, root = 1.340264, -0.081106, 0.000893, 0.003796, math.sqrt(3) / 2
    theta = math.asin(root * math.sin(math.radians(north / 100)))
    square = theta * theta
    cube = square**3
    degree = (
        math.radians(1)
        * math.cos(theta)
        / (root * (a1 + 3 * a2 * square + cube * (7 * a3 + 9 * a4 * square)))
    )
    return degree, -theta * (a1 + a2 * square + cube * (a3 + a4 * square))


def _outline(numbers: Sequence[int]) -> _Outline:
    east = tuple(at / 100 for at in numbers[::2])
    parallels = [_degree_and_height(north) for north in numbers[1::2]]
    degree, y = zip(*parallels, strict=True)
    xs = [at * width for at, width in zip(east, degree, strict=True)]
    across = (xs[at - 1] * y[at] - xs[at] * y[at - 1] for at in range(len(xs)))
    extremes = ((min(values), max(values)) for values in (east, degree, y))
    return _Outline(east, degree, y, abs(sum(across)) / 2, *extremes)


@functools.cache
def _atlas() -> _Atlas:
    data = json.loads(_DATA.read_text(encoding="utf-8"))
    countries = {code: tuple(map(_outline, rings)) for code, rings in data["countries"].items()}
    countries |= {code: (_outline(place),) for code, place in data["dots"].items()}
    return _Atlas(countries, tuple(map(_outline, data["other"])))


def drawn_countries() -> frozenset[str]:
    """The countries (ISO codes) that the map knows."""
    return frozenset(_atlas().countries)


@functools.cache
def world() -> Sheet:
    """The whole world."""
    atlas = _atlas()
    return _cut(frozenset(atlas.countries), _WORLD_CENTRE, _room(atlas.countries.values(), _WORLD_CENTRE))


@functools.lru_cache(4)  # The pages of a region follow one another; all sheets together are ten megabytes.
def around(countries: frozenset[str]) -> Sheet:
    """A sheet that shows these countries (ISO codes) large, with what lies about them. At least one must be drawn."""
    known = {code: _weighty(_atlas().countries[code]) for code in countries & drawn_countries()}
    centre = _centre(itertools.chain.from_iterable(known.values()))
    return _cut(countries, centre, _widened(_room(known.values(), centre)))


def steps(counts: Collection[int], most: int = 5) -> tuple[int, ...]:
    """Upper bounds of at most `most` classes that hold about as many different counts each; zero is in none."""
    distinct = sorted({count for count in counts if count})
    classes = min(most, len(distinct))
    return tuple(distinct[-(-len(distinct) * number // classes) - 1] for number in range(1, classes + 1))


def step_of(count: int, bounds: Sequence[int]) -> int:
    """The class of a count, from 1; 0 for none."""
    return bisect_left(bounds, count) + 1 if count else 0


def ranges(bounds: Sequence[int]) -> list[tuple[int, int]]:
    """The least and the greatest count of each class."""
    return list(zip((1, *(bound + 1 for bound in bounds)), bounds, strict=False))


def _weighty(outlines: tuple[_Outline, ...]) -> tuple[_Outline, ...]:
    largest = max(outline.area for outline in outlines)
    return tuple(outline for outline in outlines if outline.area >= _WEIGHTY * largest)


def _centre(outlines: Iterable[_Outline]) -> float:
    """The mean meridian of some land, by area. Degrees are an angle: 179° E and 179° W meet at the date line."""
    north = east = 0.0
    for outline in outlines:
        middle = math.radians(sum(outline.sides) / 2)
        weight = outline.area + _NO_DEGREES
        north += weight * math.cos(middle)
        east += weight * math.sin(middle)
    return round(math.degrees(math.atan2(east, north)))


def _may_show(outline: _Outline, centre: float, box: _Box) -> bool:
    """Whether the outline can reach the sheet at all, by its extremes; most of the world does not."""
    turn, unit = _turn(outline, centre), box.width / WIDTH
    reach = [(side - turn) * degree for side in outline.sides for degree in outline.degrees]
    upper, lower = outline.heights
    return (
        max(reach) >= box.left - unit
        and min(reach) <= box.left + box.width + unit
        and lower >= box.top - unit
        and upper <= box.top + box.height + unit
    )


def _turn(outline: _Outline, centre: float) -> float:
    """The meridian that an outline is drawn around: `centre`, or the same a whole turn away."""
    middle = sum(outline.sides) / 2
    return centre - 360 * round((centre - middle) / 360)


def _turned(outline: _Outline, centre: float) -> Iterator[tuple[float, float]]:
    """Places in radians, around a meridian. A ring stays whole: it turns by where its middle lies."""
    turn = _turn(outline, centre)
    for east, degree, y in zip(*outline[:3], strict=True):
        yield (east - turn) * degree, y


def _room(countries: Iterable[Iterable[_Outline]], centre: float) -> _Box:
    """The smallest box that holds some countries."""
    places = [place for outlines in countries for outline in outlines for place in _turned(outline, centre)]
    left, top = (min(place[axis] for place in places) for axis in (0, 1))
    right, low = (max(place[axis] for place in places) for axis in (0, 1))
    return _Box(left, top, right - left, low - top)


def _widened(box: _Box) -> _Box:
    """With air around it, not too close, and never much taller than wide."""
    air = _MARGIN * max(box.width, box.height)
    height = box.height + 2 * air
    width = max(box.width + 2 * air, _NARROWEST, height / _TALLEST)
    height = max(height, width * _TALLEST / 2)
    return _Box(box.left - (width - box.width) / 2, box.top - (height - box.height) / 2, width, height)


def _cut(countries: frozenset[str], centre: float, box: _Box) -> Sheet:
    height = round(WIDTH * box.height / box.width)
    shapes, land = [], []
    for code, outlines in _atlas().countries.items():
        rings = [
            ring
            for outline in outlines
            if _may_show(outline, centre, box) and _shows(ring := _placed(outline, centre, box), height)
        ]
        if code in countries:
            shapes.append(_shape(code, rings))
        else:
            land += [ring for ring in rings if _extent(ring) >= _SMALLEST]
    others = (outline for outline in _atlas().other if _may_show(outline, centre, box))
    rings = [_placed(outline, centre, box) for outline in others]
    land += [ring for ring in rings if _shows(ring, height) and _extent(ring) >= _SMALLEST]
    return Sheet(height, tuple(shape for shape in shapes if shape.rings or shape.dot), tuple(land))


def _placed(outline: _Outline, centre: float, box: _Box) -> Ring:
    """On the sheet's whole units; points that fall on one another are one."""
    scale = WIDTH / box.width
    places = (
        (round((x - box.left) * scale), round((y - box.top) * scale)) for x, y in _turned(outline, centre)
    )
    return tuple(place for place, _ in itertools.groupby(places))


def _spans(ring: Ring) -> tuple[Place, Place]:
    """Least and greatest x, least and greatest y."""
    xs, ys = zip(*ring, strict=True)
    return (min(xs), max(xs)), (min(ys), max(ys))


def _shows(ring: Ring, height: int) -> bool:
    (left, right), (top, low) = _spans(ring)
    return right >= 0 and left <= WIDTH and low >= 0 and top <= height


def _extent(ring: Ring) -> int:
    (left, right), (top, low) = _spans(ring)
    return max(right - left, low - top)


def _shape(code: str, rings: Sequence[Ring]) -> Shape:
    """Outlines that can be seen; where there are none, a dot in the middle of the largest."""
    seen = tuple(ring for ring in rings if _extent(ring) >= _SMALLEST)
    if seen or not rings:
        return Shape(code, seen, None)
    x, y = (sum(span) // 2 for span in _spans(max(rings, key=_extent)))
    return Shape(code, (), (x, y))
