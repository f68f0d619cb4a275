"""The indexes by region, by business model and by category: headings with the names that stand under them.

Owns which entry stands under which heading, the order of headings, and how they fall into columns: a heading is
never in the last rows of one, and a list that goes on says so. Refuses to find out pages: it is given folios.
A region has the entries whose vendors name it; one sold worldwide is not repeated under every country.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from catalog.print.layout.words import UNSTATED
from catalog.print.pages.places import reading_order
from catalog.print.typography.latin import is_latin, latin_name
from catalog.regions import WORLDWIDE, countries_of, geography
from catalog.text import collation_key
from catalog.vocabulary import vocabularies

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from catalog.model import Entry, Regions

_EXCEPTIONS_NAMED = 2
_MANY = 60  # Regions or countries; nobody looks an application up under so many.


class Listed(NamedTuple):
    """An entry under a heading; `behind` is what is said behind its name."""

    entry: Entry
    behind: str = ""


class Heading(NamedTuple):
    """A heading and its entries by name. A `part` is above the headings that follow it, and may have no entries."""

    name: str
    listed: tuple[Listed, ...]
    part: bool = False


class Subject(NamedTuple):
    """An index: its section, title, what is said before it, and its headings."""

    section: str
    title: str
    short: str
    intro: str
    headings: tuple[Heading, ...]


def subjects(entries: Sequence[Entry], sections: Iterable[str]) -> tuple[Subject, ...]:
    """The indexes that a book has, in order; `sections` are those of the edition."""
    made: dict[str, Callable[[Sequence[Entry]], Subject]] = {
        "index-region": _by_region,
        "index-model": _by_model,
        "index-category": _by_category,
    }
    chosen = set(sections)
    ordered = sorted(entries, key=lambda entry: (collation_key(latin_name(entry)), entry.slug))
    return tuple(make(ordered) for section, make in made.items() if section in chosen)


def _by_region(entries: Sequence[Entry]) -> Subject:
    found: dict[str, list[Listed]] = {}
    unstated = []
    for entry in entries:
        if not entry.regions.stated:
            unstated.append(_listed(entry))
        tokens, excluded = _named(entry.regions)
        for token in tokens:
            found.setdefault(token, []).append(_listed(entry, _exceptions(excluded)))
    headings = []
    for part, tokens in reading_order():
        own = [
            Heading(geography().name(token), tuple(found[token]))
            for token in tokens
            if token in found and token != part
        ]
        if part in found or own:
            headings += [Heading(geography().name(part), tuple(found.get(part, ())), part=True), *own]
    if unstated:
        headings.append(Heading(_capital(UNSTATED), tuple(unstated), part=True))
    intro = (
        "Where an application is sold, in the regions that its vendor names. One sold worldwide stands under Worldwide "
        "alone and not under every country, and one sold in a larger region under that region: look there too."
    )
    return Subject("index-region", "Index by region", "region", intro, tuple(headings))


def _named(regions: Regions) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The headings of an entry, and what it leaves out. Who names most countries one by one is sold worldwide."""
    if len(regions.include) > _MANY:
        covered = countries_of(regions)
        left = tuple(sorted(set(geography().countries) - covered))
        if len(left) < len(covered):
            return (WORLDWIDE,), left
    return regions.include, regions.excluded


def _exceptions(excluded: Sequence[str]) -> str:
    """`(except China)`, so that a heading never says more than the vendor."""
    names = [geography().name(token) for token in excluded]
    if not names:
        return ""
    return f"(except {' and '.join(names)})" if len(names) <= _EXCEPTIONS_NAMED else "(with exceptions)"


def _by_model(entries: Sequence[Entry]) -> Subject:
    headings = [
        Heading(term.name, tuple(_listed(entry) for entry in entries if term.id in entry.business_models))
        for term in vocabularies().models.values()
    ]
    rest = tuple(_listed(entry) for entry in entries if not entry.models_stated)
    headings.append(Heading(vocabularies().unstated_model.name, rest))
    intro = "How an application is sold. One that is sold by several models stands under each."
    filled = tuple(heading._replace(part=True) for heading in headings if heading.listed)
    return Subject("index-model", "Index by business model", "business model", intro, filled)


def _by_category(entries: Sequence[Entry]) -> Subject:
    found: dict[str, list[Listed]] = {}
    for entry in entries:
        for category in entry.categories:
            found.setdefault(category, []).append(_listed(entry))
    intro = "What an application is for, by the handbook’s kinds of service."
    return Subject("index-category", "Index by category", "category", intro, tuple(_category_headings(found)))


def _category_headings(found: Mapping[str, Sequence[Listed]]) -> Iterator[Heading]:
    known = vocabularies()
    for kind in known.service_kinds.values():
        terms = [term for term in known.categories.values() if term.kind == kind.id and term.id in found]
        if terms:
            yield Heading(kind.name, (), part=True)
            yield from (Heading(term.name, tuple(found[term.id])) for term in terms)


def _listed(entry: Entry, behind: str = "") -> Listed:
    native = "" if is_latin(entry.name) else entry.name
    return Listed(entry, " ".join(part for part in (native, behind) if part))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
