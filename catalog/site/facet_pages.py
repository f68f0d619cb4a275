"""The page of each facet value: what it means, what lies inside and around it, its entries.

Owns which values have a page: every term of the vocabularies, the regions that some entry is sold in, and the six
named regions whether or not. Pages of regions hold the first entries only, since an entry sold everywhere would stand
on 280 lists; the others are paged to the end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from catalog.regions import SLUG_NAMES, WORLDWIDE, geography
from catalog.site.coverage import coverage_of
from catalog.site.entry_page import APPLICATIONS
from catalog.site.facets import ALL_CATEGORIES, ALL_REGIONS, NAMES
from catalog.site.further import RESALES
from catalog.site.list_views import FacetPage, FlowName
from catalog.site.paging import PAGE, pager, pages_of
from catalog.site.terms import badge, name_of, parts_of, path_of, query_of
from catalog.site.views import Link
from catalog.vocabulary import NOT_STATED, vocabularies

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markupsafe import Markup

    from catalog.site.coverage_views import CoverageView
    from catalog.site.tally import Tally


class Described(NamedTuple):
    """What a facet value's page says before its list."""

    lead: str
    crumbs: tuple[Link, ...] = (APPLICATIONS,)
    parts_name: str = ""
    parts: tuple[Link, ...] = ()
    wider: tuple[Link, ...] = ()
    attributes: tuple[tuple[str, tuple[str, ...]], ...] = ()
    flows: tuple[FlowName, ...] = ()
    coverage: CoverageView | None = None


def values_with_pages(tally: Tally) -> Iterator[tuple[str, str]]:
    """Every facet and value that has a page of its own, vendors aside."""
    for param in ("type", "model", "route", "category"):
        yield from (
            (param, value) for value in tally.values[param] if value not in RESALES or param != "model"
        )
    regions = dict.fromkeys((*SLUG_NAMES, NOT_STATED, *tally.values["region"]))
    yield from (("region", token) for token in regions)


def facet_pages(
    param: str, value: str, tally: Tally, cards: Sequence[Markup], panel: Markup
) -> Iterator[tuple[str, FacetPage]]:
    """Address and view of each page of one value's list. `cards` are those of all listed entries, in order."""
    behind = tally.behind(param, value)
    described = _DESCRIBE[param](value, tally)
    paged = param != "region"
    pages = pages_of(behind.size) if paged else 1
    base = path_of(param, value)
    for number in range(1, pages + 1):
        standing = pager(base, number, behind.size, pages=pages)
        yield (
            base if number == 1 else f"{base}page/{number}/",
            FacetPage(
                facet=base.partition("/")[0],
                param=param,
                facet_name=NAMES[param],
                id=value,
                name=name_of(param, value),
                lead=described.lead,
                count=behind.size,
                query=query_of(param, value),
                crumbs=described.crumbs,
                parts=described.parts,
                parts_name=described.parts_name,
                flows=described.flows if number == 1 else (),
                coverage=described.coverage,
                wider=described.wider,
                glyph=badge(value) if param == "type" else None,
                attributes=described.attributes,
                panel=panel,
                cards=tuple([cards[at] for at in behind.positions[(number - 1) * PAGE : number * PAGE]]),
                paged=paged,
                pager=standing,
            ),
        )


def _type(value: str, _tally: Tally) -> Described:
    term = vocabularies().types[value]
    attributes = (
        ("In short", term.attributes.description),
        ("Needs", (term.attributes.needs,)),
        ("Environments", term.attributes.environments),
        ("Installer", (term.attributes.installer,)),
        ("Examples", term.attributes.examples),
        ("Plesk Panel", (term.plesk_clause,)),
    )
    return Described(term.summary, attributes=attributes)


def _model(value: str, tally: Tally) -> Described:
    if value == NOT_STATED:
        return Described(vocabularies().unstated_model.summary)
    term = vocabularies().models[value]
    routes = tuple(
        _counted("route", route.id, tally)
        for route in vocabularies().routes.values()
        if value in route.models
    )
    attributes = (("You contract under", (term.contract,)), ("Parallels earns", (term.earns,)))
    return Described(
        term.summary,
        parts_name="Routes that go with it",
        parts=routes,
        attributes=attributes,
        flows=_flows("model", value, named="route"),
    )


def _route(value: str, tally: Tally) -> Described:
    term = vocabularies().routes[value]
    models = tuple(_counted("model", model, tally) for model in term.models)
    attributes = (("Also known as", term.aliases),) if term.aliases else ()
    return Described(
        term.summary,
        parts_name="Models that go with it",
        parts=models,
        attributes=attributes,
        flows=_flows("route", value, named="model"),
    )


def _flows(param: str, value: str, *, named: str) -> tuple[FlowName, ...]:
    """The money flows of a model or a route, under the names of the other one."""
    return tuple(
        FlowName(model=flow.model, route=flow.route, name=name_of(named, getattr(flow, named)))
        for flow in vocabularies().money_flows
        if getattr(flow, param) == value
    )


def _category(value: str, tally: Tally) -> Described:
    words = vocabularies()
    kind = words.service_kinds[words.categories[value].kind]
    beside = [other.id for other in words.categories.values() if other.kind == kind.id and other.id != value]
    parts = sorted(
        (_counted("category", other, tally) for other in beside),
        key=lambda link: tally.messages.order(link.name),
    )
    return Described(
        "",
        crumbs=(APPLICATIONS, Link(name="Categories", path=ALL_CATEGORIES.path)),
        parts_name=tally.messages.text("More in {kind}", kind=tally.messages.inside(kind.name)),
        parts=tuple(part for part in parts if part.count),
    )


def _region(value: str, tally: Tally) -> Described:
    crumbs = (APPLICATIONS, Link(name="Regions", path=ALL_REGIONS.path))
    if value == NOT_STATED:
        return Described("The vendor has not said where these applications are sold.", crumbs=crumbs)
    if value == WORLDWIDE:
        return Described("Applications that are sold in every country.", crumbs=crumbs)
    places = geography()
    inside = parts_of(value)
    lead = tally.messages.text(
        "Applications that are sold in {region}, or in some of its {n} countries."
        if inside
        else "Applications that are sold in {region}.",
        region=tally.messages.text(places.name(value)),
        n=len(places.members[value]),
    )
    return Described(
        lead,
        crumbs=crumbs,
        parts_name="Inside it",
        parts=tuple(
            _counted("region", part, tally)
            for part in _named(inside, tally)
            if tally.behind("region", part).size
        ),
        wider=tuple(_counted("region", token, tally) for token in _around(value, tally)),
        coverage=coverage_of("Where something is sold", places.members[value], tally) if inside else None,
    )


def _named(tokens: Sequence[str], tally: Tally) -> list[str]:
    return sorted(tokens, key=lambda token: tally.messages.order(geography().name(token)))


def _around(value: str, tally: Tally) -> list[str]:
    """The regions that hold the whole of this one, smallest first; the world goes without saying."""
    members = geography().members
    mine = members[value]
    holding = [
        token for token, inside in members.items() if mine < inside and token not in {WORLDWIDE, "001"}
    ]
    known = [token for token in holding if tally.behind("region", token).size]
    return sorted(known, key=lambda token: (len(members[token]), token))


def _counted(param: str, value: str, tally: Tally) -> Link:
    return Link(name=name_of(param, value), path=path_of(param, value), count=tally.behind(param, value).size)


_DESCRIBE = {"type": _type, "model": _model, "route": _route, "category": _category, "region": _region}
