"""The filter panel: facets with their values, true counts and static pages.

Owns the order of facets and values, and the region tree of the panel (world, parts, subregions; countries stand on
the page of all regions). Refuses vendors beyond the largest few: a page of their own lists them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from catalog.handbook.readiness import BANDS
from catalog.handbook.verdict import SHORT
from catalog.regions import PARTITION, WORLDWIDE, geography
from catalog.site.further import CERTIFICATES, RESALES, audiences
from catalog.site.list_views import Facet, FacetValue
from catalog.site.terms import badge, name_of, parts_of, path_of, query_of
from catalog.site.views import Link
from catalog.site.words import language_name
from catalog.text import collation_key
from catalog.vocabulary import NOT_STATED, vocabularies

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from catalog.site.sources import Sources
    from catalog.site.tally import Tally

SHOWN = 6
MANY = 15
"""From more values than these on, a facet has a field to search them."""
ALL_REGIONS = Link(name="All regions and countries", path="regions/")
ALL_VENDORS = Link(name="All vendors", path="vendors/")
ALL_CATEGORIES = Link(name="All categories", path="categories/")
NAMES = {
    "type": "Application type", "model": "Business model", "region": "Region", "category": "Category",
    "route": "Route to market", "vendor": "Vendor", "language": "Language", "plesk": "Plesk Panel criteria",
    "readiness": "Sales material", "audience": "For whom", "certified": "Certification",
}  # fmt: skip


def facets_of(tally: Tally, sources: Sources) -> tuple[Facet, ...]:
    """The panel with no value marked."""
    return (
        _facet("type", [_value(tally, "type", value) for value in vocabularies().types]),
        _facet("model", _models(tally)),
        msgspec.structs.replace(_facet("region", _region_tree(tally)), all=ALL_REGIONS, many=True),
        msgspec.structs.replace(_facet("category", _by_size(tally, "category")), all=ALL_CATEGORIES),
        _facet("route", [_value(tally, "route", value) for value in vocabularies().routes]),
        _computed(tally, "plesk", SHORT),
        _computed(tally, "readiness", BANDS),
        _computed(tally, "audience", audiences()),
        _computed(tally, "certified", CERTIFICATES),
        _vendors(tally, sources),
        msgspec.structs.replace(_facet("language", _languages(tally)), scripted=True),
    )


def marked(facets: tuple[Facet, ...], param: str, value: str) -> tuple[Facet, ...]:
    """The panel with one value marked as the page shown. A value that is not in the panel changes nothing."""
    return tuple(
        msgspec.structs.replace(facet, values=_marked(facet.values, value)) if facet.param == param else facet
        for facet in facets
    )


def holds(facets: Iterable[Facet], param: str, value: str) -> bool:
    """Whether the panel has the value."""
    return any(facet.param == param and _holds(facet.values, value) for facet in facets)


def _marked(values: tuple[FacetValue, ...], value: str) -> tuple[FacetValue, ...]:
    return tuple(
        msgspec.structs.replace(shown, current=shown.id == value, children=_marked(shown.children, value))
        for shown in values
    )


def _holds(values: tuple[FacetValue, ...], value: str) -> bool:
    return any(shown.id == value or _holds(shown.children, value) for shown in values)


def _facet(param: str, values: list[FacetValue]) -> Facet:
    return Facet(param=param, name=NAMES[param], values=tuple(values), shown=SHOWN, many=len(values) > MANY)


def _value(tally: Tally, param: str, value: str, children: tuple[FacetValue, ...] = ()) -> FacetValue:
    count = tally.behind(param, value).size
    return FacetValue(
        id=value,
        name=name_of(param, value),
        query=query_of(param, value),
        count=count,
        path=path_of(param, value) if count or param != "region" else None,
        glyph=badge(value) if param == "type" else None,
        children=children,
    )


def _models(tally: Tally) -> list[FacetValue]:
    """Below the reseller model stand its two kinds, which have no pages of their own."""
    kinds = tuple(msgspec.structs.replace(_value(tally, "model", resale), path=None) for resale in RESALES)
    models = (_value(tally, "model", model) for model in (*vocabularies().models, NOT_STATED))
    return [
        msgspec.structs.replace(model, children=kinds, open=True) if model.id == "reseller" else model
        for model in models
    ]


def _by_size(tally: Tally, param: str) -> list[FacetValue]:
    """The largest first, names in order among equals."""
    values = [_value(tally, param, value) for value in tally.values[param]]
    return sorted(values, key=lambda value: (-value.count, tally.messages.order(value.name)))


def _region_tree(tally: Tally) -> list[FacetValue]:
    tree = [_value(tally, "region", WORLDWIDE)]
    tree += [_value(tally, "region", part, _parts(tally, part)) for part in PARTITION]
    return [*tree, _value(tally, "region", NOT_STATED)]


def _parts(tally: Tally, token: str) -> tuple[FacetValue, ...]:
    """The regions inside a region, without countries."""
    parts = (part for part in parts_of(token) if not geography().is_country(part))
    return tuple(_value(tally, "region", part, _parts(tally, part)) for part in parts)


def _vendors(tally: Tally, sources: Sources) -> Facet:
    vendors = sources.catalog.vendors
    behind = tally.values["vendor"]
    largest = sorted(behind, key=lambda slug: (-behind[slug].size, collation_key(vendors[slug].name), slug))
    values = [
        FacetValue(
            id=slug,
            name=vendors[slug].name,
            query=query_of("vendor", slug),
            count=behind[slug].size,
            path=path_of("vendor", slug),
        )
        for slug in largest[:SHOWN]
    ]
    many = len(behind) > MANY
    return msgspec.structs.replace(_facet("vendor", values), all=ALL_VENDORS, many=many)


def _computed(tally: Tally, param: str, names: Mapping[Any, str]) -> Facet:
    """A facet of what the catalog works out; like languages, it has no static pages."""
    values = [
        FacetValue(id=value, name=name, query=query_of(param, value), count=tally.behind(param, value).size)
        for value, name in names.items()
    ]
    return msgspec.structs.replace(_facet(param, values), scripted=True)


def _languages(tally: Tally) -> list[FacetValue]:
    """Languages have no static pages; only a script can filter by them."""
    values = [
        FacetValue(id=tag, name=language_name(tag), query=query_of("language", tag), count=behind.size)
        for tag, behind in tally.values["language"].items()
    ]
    return sorted(values, key=lambda value: (-value.count, tally.messages.order(value.name)))
