"""Vocabulary terms as links and badges of the site.

Owns the addresses of static pages: `types/<t>/`, `models/<m>/`, `routes/<r>/`, `regions/<token>/`,
`categories/<a>/<b>/`, `vendors/<v>/`, and the filter that goes with each. They are public and stay for years.
"""

from __future__ import annotations

import functools

from catalog.regions import geography
from catalog.site.further import RESALES
from catalog.site.views import Link, TypeBadge
from catalog.vocabulary import NOT_STATED, vocabularies

FOLDERS = {
    "type": "types",
    "model": "models",
    "route": "routes",
    "region": "regions",
    "category": "categories",
    "vendor": "vendors",
}
ENTRIES = "apps/"
CALENDAR = "programme/webinars.ics"
WORLDWIDE = "worldwide"


def path_of(param: str, value: str) -> str:
    """The static page of a filter value."""
    return f"{FOLDERS[param]}/{value}/"


def entry_path(slug: str) -> str:
    """The page of an entry."""
    return f"{ENTRIES}{slug}/"


def query_of(param: str, value: str) -> str:
    """The filter as it stands in an address. Values are slugs, digits and `/`, so nothing needs escaping."""
    return f"{param}={value}"


@functools.cache
def badge(type_id: str) -> TypeBadge:
    """The mark of an application type."""
    term = vocabularies().types[type_id]
    return TypeBadge(
        id=term.id,
        name=term.name,
        letter=term.letter,
        shape=term.shape,
        path=path_of("type", term.id),
        summary=term.summary,
    )


@functools.cache
def link(param: str, value: str) -> Link:
    """A term under its name."""
    return Link(name=name_of(param, value), path=path_of(param, value))


def name_of(param: str, value: str) -> str:
    """The name of a filter value for readers, except vendors, whose names only the catalog knows."""
    words = vocabularies()
    if param == "type":
        return words.types[value].name
    if param == "model":
        return _model_name(value)
    if param == "route":
        return words.routes[value].name
    if param == "category":
        return words.categories[value].name
    return region_name(value)


def _model_name(value: str) -> str:
    if value == NOT_STATED:
        return vocabularies().unstated_model.name
    return RESALES.get(value) or vocabularies().models[value].name


def parts_of(token: str) -> tuple[str, ...]:
    """The regions and countries inside a region. Where there is but one, its own parts: it says nothing new."""
    parts = geography().children.get(token, ())
    return parts_of(parts[0]) if len(parts) == 1 and parts[0] in geography().children else parts


def region_name(token: str) -> str:
    """The name of a region token; `worldwide` is a promise to sell everywhere, so it says so."""
    if token == NOT_STATED:
        return "Not stated"
    return "Sold worldwide" if token == WORLDWIDE else geography().name(token)
