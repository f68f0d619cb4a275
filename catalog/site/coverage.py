"""Where something is sold, as a map of countries with the same numbers in a table.

Owns shades and words of the map. Outlines come from `catalog.worldmap`, counts from the tally. Countries in which
nothing is sold have no page, so the map draws them without a link.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from catalog.regions import geography
from catalog.site.coverage_views import CoverageRow, CoverageView, CoveredCountry
from catalog.site.terms import name_of, path_of
from catalog.text import collation_key
from catalog.vocabulary import vocabularies
from catalog.worldmap import WIDTH, around, drawn_countries, ranges, step_of, steps, world

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from catalog.site.tally import Tally
    from catalog.worldmap import Ring, Shape

_WHOLE = 0.9
"""From this share of all countries on, the map shows the world."""


def coverage_of(title: str, countries: frozenset[str], tally: Tally) -> CoverageView | None:
    """The map of some countries (ISO codes); none where the map knows fewer than two of them."""
    drawn = countries & drawn_countries()
    if len(drawn) < 2:
        return None
    sheet = world() if len(drawn) > _WHOLE * len(drawn_countries()) else around(drawn)
    counts = {code: tally.behind("region", code).size for code in countries}
    bounds = steps(counts.values())
    shapes = [shape for shape in sheet.shapes if shape.code in countries]
    empty = [shape for shape in shapes if not counts[shape.code]]
    return CoverageView(
        title=title,
        width=WIDTH,
        height=sheet.height,
        land=outline(sheet.land),
        empty=outline(itertools.chain.from_iterable(shape.rings for shape in empty)),
        empty_dots=tuple(shape.dot for shape in empty if shape.dot),
        countries=tuple(
            _country(shape, counts[shape.code], bounds) for shape in _small_last(shapes) if counts[shape.code]
        ),
        shades=_shades(bounds),
        models=tuple(model.name for model in vocabularies().models.values()),
        rows=tuple(
            CoverageRow(
                name=name_of("region", code),
                path=path_of("region", code),
                count=counts[code],
                by_model=tuple(tally.sold(code, model) for model in vocabularies().models),
            )
            for code in sorted(countries, key=lambda code: tally.messages.order(geography().name(code)))
            if counts[code]
        ),
    )


def _country(shape: Shape, count: int, bounds: Sequence[int]) -> CoveredCountry:
    return CoveredCountry(
        name=name_of("region", shape.code),
        path=path_of("region", shape.code),
        count=count,
        shade=step_of(count, bounds),
        outline=outline(shape.rings),
        dot=shape.dot,
    )


def _small_last(shapes: Sequence[Shape]) -> list[Shape]:
    """By name, as a keyboard goes through them; dots come last and so lie on top."""
    return sorted(shapes, key=lambda shape: (bool(shape.dot), collation_key(geography().name(shape.code))))


def _shades(bounds: Sequence[int]) -> tuple[str, ...]:
    """What each shade stands for: `1–40`, `41–60`."""
    return tuple(f"{first:,}" if first == last else f"{first:,}–{last:,}" for first, last in ranges(bounds))


def outline(rings: Iterable[Ring]) -> str:
    """Rings as the data of an SVG path, each step as a difference: that is a third shorter."""
    written = []
    for ring in rings:
        (x, y), *others = ring
        pieces = [f"M{x} {y}l"]
        for to_x, to_y in others:
            pieces.append(f"{to_x - x} {to_y - y} ")
            x, y = to_x, to_y
        written.append("".join(pieces).replace(" -", "-").rstrip() + "z")
    return "".join(written)
