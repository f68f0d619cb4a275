"""Which entries a book holds, and in which order.

Owns the filters of the command line, as plain predicates, and the order of the chapters. Refuses to measure and to
place. Entries stand by application type and within a type by their Latin name; nothing later changes that order.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalog.print.changes import changes_since
from catalog.print.layout import words
from catalog.print.typography.latin import latin_name
from catalog.regions import countries_of, geography
from catalog.text import collation_key
from catalog.vocabulary import NOT_STATED, vocabularies

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from catalog.model import Catalog, Contact, Entry
    from catalog.model.catalog import Fact
    from catalog.print.changes import Changes
    from catalog.print.editions.freezing import Earlier


class UnknownFilterError(ValueError):
    """A filter names a value that no entry can have. `known` are the values near to it, if they are few."""

    def __init__(self, filter_name: str, value: str, known: Iterable[str] = ()) -> None:
        listed = ", ".join(known)
        super().__init__(
            f'--{filter_name} "{value}" is not known' + (f"; known are {listed}" if listed else "")
        )


@dataclass(frozen=True, slots=True)
class Filters:
    """What a book is narrowed to. Each facet holds any number of values; one of them must match.

    Regions are tokens of `catalog.regions`, types and models ids of their vocabularies (`not-stated` is a model),
    vendors are vendor slugs, languages BCP 47 tags (`pt` also finds `pt-BR`).
    """

    region: tuple[str, ...] = ()
    type: tuple[str, ...] = ()
    model: tuple[str, ...] = ()
    vendor: tuple[str, ...] = ()
    language: tuple[str, ...] = ()


EVERYTHING = Filters()


@dataclass(frozen=True, slots=True)
class Chapter:
    """An application type (id) and its entries in the order of the book."""

    type: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Selection:
    """The chapters that have entries, and in words what the book is narrowed to; empty for a whole book.

    `facts` are the programme's figures and `contacts` its role addresses, whatever the book is narrowed to. `changes`
    are those since the last frozen edition, if there was one.
    """

    chapters: tuple[Chapter, ...]
    narrowed: str = ""
    facts: tuple[Fact, ...] = ()
    contacts: tuple[tuple[str, Contact], ...] = ()
    changes: Changes | None = None

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries in the order of the book."""
        return tuple(entry for chapter in self.chapters for entry in chapter.entries)

    def texts(self) -> Iterator[str]:
        """Every text besides the entries' that the book may set, for its fonts."""
        for fact in self.facts:
            yield f"{fact.value} {fact.unit or ''} {fact.source} {fact.as_of} {fact.note or ''}"
        for role, contact in self.contacts:
            yield f"{role} {contact.email or ''} {contact.phone or ''} {contact.url or ''}"
        if self.changes:
            yield from (f"{change.name} {change.note}" for _, part in self.changes.parts for change in part)


def select(catalog: Catalog, filters: Filters, previous: Earlier | None = None) -> Selection:
    """The entries of a book. What a vendor has not stated stays out unless the entry or the filter asks for it.

    Changes are told since the edition `previous`.

    Raises:
        UnknownFilterError: a filter value is none that the catalog knows.
    """
    _refuse_unknown(catalog, filters)
    vendors = {catalog.vendors[slug].name for slug in filters.vendor}
    chosen = [
        entry
        for entry in catalog.entries
        if _asked_for(entry, filters) and matches(entry, filters, frozenset(vendors))
    ]
    ordered = sorted(chosen, key=lambda entry: (collation_key(latin_name(entry)), entry.slug))
    narrowed = _narrowed(filters, {slug: vendor.name for slug, vendor in catalog.vendors.items()})
    chapters = (
        Chapter(type_id, tuple(entry for entry in ordered if entry.type == type_id))
        for type_id in vocabularies().types
    )
    filled = tuple(chapter for chapter in chapters if chapter.entries)
    slugs = {entry.slug for entry in chosen}
    changes = previous and changes_since(
        previous, catalog, slugs, lambda entry: matches(entry, filters, frozenset(vendors))
    )
    contacts = tuple(catalog.programme.contacts.items())
    return Selection(filled, narrowed, catalog.programme.facts, contacts, changes)


def _narrowed(filters: Filters, vendors: Mapping[str, str]) -> str:
    """What a book is narrowed to: `Germany or France; Direct`. `vendors` are names by slug. Empty for a whole book."""
    known, place = vocabularies(), geography().name
    models = {**{term.id: term.name for term in known.models.values()}, NOT_STATED: words.UNSTATED}
    facets = (
        [known.types[type_id].name for type_id in filters.type],
        [models[model] for model in filters.model],
        [place(token) for token in filters.region],
        [vendors[slug] for slug in filters.vendor],
        [words.language_name(tag) for tag in filters.language],
    )
    return "; ".join(" or ".join(values) for values in facets if values)


def matches(entry: Entry, filters: Filters, vendors: frozenset[str]) -> bool:
    """Whether an entry passes every facet. `vendors` are the names behind the vendor slugs."""
    return (
        (not filters.type or entry.type in filters.type)
        and (not filters.model or _sold_by(entry, filters.model))
        and (not filters.vendor or entry.vendor.name in vendors)
        and (not filters.region or _sold_in(entry, filters.region))
        and (not filters.language or _speaks(entry, filters.language))
    )


def _asked_for(entry: Entry, filters: Filters) -> bool:
    unstated = NOT_STATED in filters.model and entry.print.include is None and not entry.withdrawn
    return entry.in_print or unstated


def _sold_by(entry: Entry, models: tuple[str, ...]) -> bool:
    return any(model in models for model in entry.business_models or (NOT_STATED,))


def _sold_in(entry: Entry, regions: tuple[str, ...]) -> bool:
    countries = countries_of(entry.regions)
    return any(not countries.isdisjoint(geography().members[token]) for token in regions)


def _speaks(entry: Entry, languages: tuple[str, ...]) -> bool:
    spoken = {language.casefold() for language in entry.languages}
    spoken |= {language.split("-")[0] for language in spoken}
    return any(language.casefold() in spoken for language in languages)


def _refuse_unknown(catalog: Catalog, filters: Filters) -> None:
    for token in filters.region:
        if token not in geography():
            raise UnknownFilterError("region", token)
    for name, values, known in (
        ("type", filters.type, tuple(vocabularies().types)),
        ("model", filters.model, (*vocabularies().models, NOT_STATED)),
    ):
        for value in values:
            if value not in known:
                raise UnknownFilterError(name, value, known)
    for slug in filters.vendor:
        if slug not in catalog.vendors:
            raise UnknownFilterError("vendor", slug)
