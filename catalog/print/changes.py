"""What a book tells of the changes since the last frozen edition: new, changed, withdrawn, each in words.

Owns the wording, and which changes concern a book that is narrowed. Refuses to compare (`editions.difference`), to
find pages and to draw. A change is told by the fields that it is in, never by quoting what stood there before.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from catalog.english import counted
from catalog.print.editions.difference import difference
from catalog.print.typography.latin import latin_name
from catalog.text import collation_key

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from catalog.model import Catalog, Entry
    from catalog.print.editions.freezing import Earlier

FIELD_WORDS = {
    "name": "name",
    "version": "version",
    "summary": "summary",
    "description": "description",
    "vendor": "vendor",
    "type": "application type",
    "business_models": "business models",
    "regions": "regions",
    "categories": "categories",
    "pitch": "pitch",
    "highlights": "highlights",
    "packager": "packager",
    "license": "licence",
    "deployment": "what it needs",
    "plesk": "Plesk package",
    "routes": "routes",
    "referral": "referral agreement",
    "storefront": "storefront agreement",
    "key_administrator": "Key Administrator agreement",
    "white_label_partners": "white-label partners",
    "keywords": "keywords",
    "languages": "languages",
    "audiences": "audiences",
    "package": "package",
    "certification": "certification",
    "pricing": "prices",
    "contacts": "contacts",
    "links": "links",
    "collateral": "sales materials",
    "launch": "launch",
    "webinar": "webinar",
    "promotions": "offers",
    "case_studies": "case studies",
    "media": "pictures",
    "listing": "listing",
    "translations": "translations",
    "slug": "address",
    "formerly": "address",
}
"""How a change in a field of an entry is told; a picture file with other content is `pictures`."""
_PICTURES = FIELD_WORDS["media"]
_NAMED = 4


class Change(NamedTuple):
    """An entry's type, Latin name and what happened; `slug` is the entry to turn to, if one is known."""

    type: str
    name: str
    note: str
    slug: str | None


@dataclass(frozen=True, slots=True)
class Changes:
    """The changes since an edition, by its title; each part in the order of names."""

    since: str
    new: tuple[Change, ...]
    changed: tuple[Change, ...]
    withdrawn: tuple[Change, ...]

    @property
    def parts(self) -> tuple[tuple[str, tuple[Change, ...]], ...]:
        """The three parts with the word for each."""
        return ("new", self.new), ("changed", self.changed), ("withdrawn", self.withdrawn)


def changes_since(
    previous: Earlier, catalog: Catalog, chosen: Collection[str], concerns: Callable[[Entry], bool]
) -> Changes:
    """What a book tells of the changes.

    Args:
        previous: the last frozen edition.
        catalog: what the book is made from.
        chosen: the slugs of the book's entries: of new and changed ones the book tells no others.
        concerns: whether a withdrawn entry would have stood in this book.
    """
    found = difference(previous.catalog, catalog)
    names = {entry.slug: latin_name(entry) for entry in catalog.entries}
    new = (Change(entry.type, latin_name(entry), "", entry.slug) for entry in found.new)
    changed = (
        Change(entry.type, latin_name(entry), _told(entry, fields), entry.slug)
        for entry, fields in found.changed
    )
    withdrawn = (
        Change(entry.type, latin_name(entry), _succeeded(names, successor), successor)
        for entry, successor in found.withdrawn
        if concerns(entry)
    )
    return Changes(
        previous.edition.title,
        _sorted(change for change in new if change.slug in chosen),
        _sorted(change for change in changed if change.slug in chosen),
        _sorted(withdrawn),
    )


def _sorted(changes: Iterable[Change]) -> tuple[Change, ...]:
    return tuple(sorted(changes, key=lambda change: (collation_key(change.name), change.slug or "")))


def _told(entry: Entry, fields: tuple[str, ...]) -> str:
    """`Version 3.6, regions, pitch`: the weightiest first, and past the fourth a number."""
    words = list(dict.fromkeys(_words(entry, fields)))
    rest = len(words) - _NAMED
    if rest > 1:
        words[_NAMED:] = [f"{counted(rest, 'more field')}"]
    told = ", ".join(words)
    return told[:1].upper() + told[1:]


def _words(entry: Entry, fields: tuple[str, ...]) -> Iterator[str]:
    for field in fields:
        if field == "version":
            yield f"version {entry.version}"
        elif field == "certification" and entry.certification:
            yield f"now certified {entry.certification.level.capitalize()}"
        else:
            yield FIELD_WORDS.get(field, _PICTURES)


def _succeeded(names: dict[str, str], successor: str | None) -> str:
    if successor is None:
        return "No successor"
    return f"Replaced by {names.get(successor, successor)}"
