"""What the catalog holds, in numbers: a table for each facet, each row with its bar, and type against model.

Owns which facets are counted and the words beneath them. Counts and names are those of the filter panel, so a number
here is what the filter finds. Refuses trends: the catalog knows today only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.site.programme_sections import PROGRAMME
from catalog.site.statistics_views import Crossing, Mix, MixRow, StatisticsPage
from catalog.site.terms import ENTRIES, name_of
from catalog.vocabulary import NOT_STATED, vocabularies

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.site.list_views import Facet, FacetValue
    from catalog.site.tally import Tally

STATISTICS = f"{PROGRAMME}statistics/"
_NOTES = {
    "type": "An application is of one type.",
    "model": "A vendor may offer several models, so the shares add up to more than the whole.",
    "route": "Only what names a route is counted, and it may name several.",
    "region": "An application counts in each part of the world where it is sold in some country.",
    "plesk": "Worked out from what an entry says it needs; nobody declares it.",
    "readiness": "Of the handbook’s bill of materials. The bands overlap.",
}


def statistics_page(facets: Sequence[Facet], tally: Tally) -> StatisticsPage:
    """The page, from the filter panel's facets."""
    by_param = {facet.param: facet for facet in facets}
    return StatisticsPage(
        total=tally.total,
        mixes=tuple(_mix(by_param[param], note, tally) for param, note in _NOTES.items()),
        crossing=_crossing(tally),
    )


def _mix(facet: Facet, note: str, tally: Tally) -> Mix:
    return Mix(
        id=facet.param,
        title=facet.name,
        note=note,
        rows=tuple(_row(value, tally) for value in facet.values),
    )


def _row(value: FacetValue, tally: Tally) -> MixRow:
    """Where nothing is behind a value, there is nothing to lead to."""
    target = (value.path or f"{ENTRIES}?{value.query}") if value.count else None
    return MixRow(name=value.name, path=target, count=value.count, percent=_percent(value.count, tally.total))


def _percent(count: int, total: int) -> float:
    """To a tenth of a percent: among 10,000 applications ten are no longer nothing."""
    return round(100 * count / total, 1) if total else 0.0


def _crossing(tally: Tally) -> Crossing:
    """How many applications of each type are offered under each model."""
    models = (*vocabularies().models, NOT_STATED)
    behind = {model: set(tally.behind("model", model).positions) for model in models}
    return Crossing(
        columns=tuple(name_of("model", model) for model in models),
        rows=tuple(
            (
                name_of("type", type_id),
                tuple(
                    (f"{ENTRIES}?type={type_id}&model={model}", len(behind[model].intersection(positions)))
                    for model in models
                ),
            )
            for type_id in vocabularies().types
            for positions in (tally.behind("type", type_id).positions,)
        ),
    )
