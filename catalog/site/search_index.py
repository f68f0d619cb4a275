"""The files that the site's scripts search, filter, list and compare by; views.py documents their format.

Owns what of an entry is searched, filtered, sorted and shown, and the files' names. Ranking and shards are those of
`catalog.search`. The files lie in a folder whose name changes with their content, so a browser keeps them for ever;
one script at a lasting address, which pages may name, tells the folder.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

import msgspec

from catalog.handbook.readiness import BANDS
from catalog.handbook.verdict import ANSWERS
from catalog.regions import geography
from catalog.search import Document, postings_of, shards_of
from catalog.site.comparison import FACTS, facts_of
from catalog.site.further import CERTIFICATES, RESALES, audiences
from catalog.site.tally import values_of
from catalog.site.terms import name_of, region_name
from catalog.site.words import language_name
from catalog.vocabulary import NOT_STATED, vocabularies

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from catalog.model import Entry, Regions
    from catalog.site.sources import Sources
    from catalog.site.views import Card

FORMAT = 3
CHUNK = 24
"""Cards in a file: as many as a list shows at first."""
POINTER = "apps/index.js"
"""The script that tells where the index lies."""

_GOLD_AND_SILVER = {"gold": 4, "silver": 8}
_ADDRESS = re.compile(r"\]\([^)\s]*\)|<[a-z]+:[^>\s]*>|\bhttps?://\S+")
_FIRST_DAY = date(2000, 1, 1).toordinal()
_LISTED = ("type", "model", "route", "category", "language", "plesk", "readiness", "audience", "certified")


class SearchIndex(msgspec.Struct, frozen=True):
    """Classic scripts by their paths: those in `folder`, and the one that names the folder."""

    folder: str
    files: dict[str, bytes]


class _Numbers:
    """The distinct values of one column, numbered as they come."""

    def __init__(self) -> None:
        self.numbers: dict[Any, int] = {}

    def number(self, value: object) -> int:
        return self.numbers.setdefault(value, len(self.numbers))


@dataclass(frozen=True, slots=True)
class _Column:
    """A facet: distinct sets of values, and the set of each entry by its number."""

    sets: _Numbers = field(default_factory=_Numbers)
    rows: list[int] = field(default_factory=list)

    def add(self, values: tuple[int, ...]) -> None:
        self.rows.append(self.sets.number(values))


def search_index(listed: Sequence[Entry], cards: Sequence[Card], sources: Sources) -> SearchIndex:
    """Index the listed entries. `cards` are theirs, in the same order."""
    vocab = _vocab(listed, sources)
    numbers = {param: {value: at for at, (value, *_) in enumerate(terms)} for param, terms in vocab.items()}
    scripts, first = _of_terms(listed, sources)
    scripts["facets"] = _script("facets", _facets(listed, vocab, numbers, sources))
    rows = [_card(entry, card, numbers, sources) for entry, card in zip(listed, cards, strict=True)]
    by_slug = _by_slug(listed, rows, sources)
    files: dict[str, object] = {
        f"cards/{at // CHUNK}": rows[at : at + CHUNK] for at in range(0, len(rows), CHUNK)
    }
    files |= {f"entries/{at}": held for at, held in enumerate(by_slug)}
    scripts |= {name: _script(name, content) for name, content in files.items()}
    manifest = {
        "version": FORMAT,
        "total": len(listed),
        "chunk": CHUNK,
        "materials": len(vocabularies().materials),
        "entries": len(by_slug),
        "facts": list(map(sources.messages.text, FACTS)),
        "first": first,
        "vocab": {param: vocab[param] for param in ("type", "model", "plesk")},
    }
    return _named(scripts, manifest)


def _of_terms(listed: Sequence[Entry], sources: Sources) -> tuple[dict[str, bytes], list[str]]:
    """The scripts of all terms and of their postings, and the first term of each shard.

    One shard after the other becomes text: all postings as numbers of Python would be most of a build's memory.
    """
    postings = postings_of(_document(entry, sources) for entry in listed)
    scripts = {"vocab": _script("vocab", "\n".join(postings.terms))}
    first = []
    for at, shard in enumerate(shards_of(postings)):
        name = f"terms/{at}"
        scripts[name] = _script(name, {"t": shard.terms, "p": shard.postings})
        first.append(shard.terms[0])
    return scripts, first


def _named(scripts: Mapping[str, bytes], manifest: Mapping[str, object]) -> SearchIndex:
    whole = hashlib.sha256()
    for name in sorted(scripts):
        whole.update(scripts[name])
    name = f"index.{whole.hexdigest()[:12]}"
    folder = f"apps/{name}"
    placed = {f"{folder}/{part}.js": content for part, content in scripts.items()}
    # Every question needs the manifest, so it comes with the pointer: a round to the server less.
    pointer = _script("at", name) + _script("manifest", manifest)
    return SearchIndex(folder, {POINTER: pointer, **placed})


def _by_slug(
    listed: Sequence[Entry], rows: Sequence[tuple[object, ...]], sources: Sources
) -> list[dict[str, object]]:
    """Cards and facts by slug, spread by a hash that the scripts compute too; former slugs lead to today's."""
    held: list[dict[str, object]] = [{} for _ in range(-(-len(rows) // CHUNK))]
    for entry, row in zip(listed, rows, strict=True):
        held[place_of(entry.slug, len(held))][entry.slug] = [row, facts_of(entry, sources)]
        for former in entry.formerly:
            held[place_of(former, len(held))][former] = entry.slug
    return held


def place_of(slug: str, places: int) -> int:
    """Which of some files holds a slug: FNV-1a of 32 bits, since the scripts have nothing like it built in."""
    value = 0x811C9DC5
    for byte in slug.encode():
        value = (value ^ byte) * 0x01000193 & 0xFFFFFFFF
    return value % places


def _script(name: str, content: object) -> bytes:
    """JSON as a call that is safe as a script too: two line separators of Unicode end a line in older engines."""
    encoded = msgspec.json.encode(content)
    for sign in ("\u2028", "\u2029"):
        encoded = encoded.replace(sign.encode(), f"\\u{ord(sign):04x}".encode())
    return b'apsIndex("' + name.encode() + b'",' + encoded + b");\n"


def _document(entry: Entry, sources: Sources) -> Document:
    """What an entry is found by; the partners who sell it, and other spellings of its routes, too."""
    known = vocabularies()
    routes = (known.routes[route] for route in entry.routes)
    stores = (sources.white_label[partner] for partner in entry.white_label_partners)
    tags = (
        *entry.keywords,
        *(known.categories[category].name for category in entry.categories),
        *(" ".join((route.name, *route.aliases)) for route in routes),
        *stores,
    )
    translated = (said.summary or "" for said in entry.translations)
    text = "\n".join((entry.summary, _ADDRESS.sub(" ", entry.description), *translated))
    return Document(entry.name, entry.vendor.name, "\n".join(tags), text)


def _facets(
    listed: Sequence[Entry],
    vocab: Mapping[str, Any],
    numbers: Mapping[str, Mapping[str, int]],
    sources: Sources,
) -> dict[str, object]:
    columns = {param: _Column() for param in (*_LISTED, "vendor", "region")}
    places = numbers["region"]
    for entry in listed:
        for param, values in values_of(entry, sources).items():
            columns[param].add(tuple(sorted(numbers[param][value] for value in values)))
        columns["region"].add(_statement(entry.regions, places))
    known = geography()
    return {
        "vocab": vocab,
        "sets": {param: list(column.sets.numbers) for param, column in columns.items()},
        "rows": {param: column.rows for param, column in columns.items()},
        "members": {
            token: sorted(places[code] for code in inside)
            for token, inside in known.members.items()
            if not known.is_country(token)
        },
        "checked": [_day(entry.listing.checked) for entry in listed],
        "certified": [_day(entry.certification.date if entry.certification else None) for entry in listed],
        "ready": [sources.readiness[entry.slug].met if entry.models_stated else -1 for entry in listed],
    }


def _statement(regions: Regions, places: Mapping[str, int]) -> tuple[int, ...]:
    """As the vendor said it: numbers of tokens, those taken out as `-1 - number`."""
    if not regions.stated:
        return (places[NOT_STATED],)
    return (
        *(places[token] for token in regions.include),
        *(-1 - places[token] for token in regions.excluded),
    )


def _day(day: date | None) -> int:
    """Days since 2000; 0 where there is none."""
    return day.toordinal() - _FIRST_DAY if day else 0


def _card(
    entry: Entry, card: Card, numbers: Mapping[str, Mapping[str, int]], sources: Sources
) -> tuple[object, ...]:
    """What a card shows, in the order of fields that views.py documents."""
    return (
        entry.slug,
        entry.name,
        entry.vendor.name,
        card.summary.text,
        numbers["type"][entry.type],
        [numbers["model"][model] for model in entry.business_models or (NOT_STATED,)],
        numbers["plesk"][sources.verdicts[entry.slug].answer],
        -1 if card.readiness is None else card.readiness,
        card.demo + 2 * card.unclaimed + _GOLD_AND_SILVER.get(card.level or "", 0),
        " ".join(picture.src for picture in (card.logo.picture, card.logo.dark) if picture),
        card.where.text,
        _languages(card),
    )


def _languages(card: Card) -> str:
    """Those of name, vendor and summary, `en` for English; nothing where all three are English."""
    spoken = [text.lang or "en" for text in (card.name, card.vendor, card.summary)]
    return "" if set(spoken) == {"en"} else " ".join(spoken)


def _vocab(listed: Iterable[Entry], sources: Sources) -> dict[str, Sequence[tuple[str, str]]]:
    known = vocabularies()
    spoken = {tag: language_name(tag) for entry in listed for tag in entry.languages}
    vendors = dict.fromkeys(entry.vendor.name for entry in listed)
    words: dict[str, Sequence[tuple[str, str]]] = {
        "type": _terms("type", known.types),
        "model": _terms("model", (*known.models, *RESALES, NOT_STATED)),
        "route": _terms("route", known.routes),
        "category": _terms("category", known.categories),
        "plesk": list(ANSWERS.items()),
        "readiness": [(band, f"Material: {name.lower()}") for band, name in BANDS.items()],
        "audience": list(audiences().items()),
        "certified": list(CERTIFICATES.items()),
        "language": sorted(spoken.items(), key=lambda named: sources.messages.order(named[1])),
        "region": [(token, region_name(token)) for token in (*geography().members, NOT_STATED)],
    }
    said: dict[str, Sequence[tuple[str, str]]] = {
        param: [(value, sources.messages.text(name)) for value, name in terms]
        for param, terms in words.items()
    }
    return said | {"vendor": [(sources.vendor_slugs[name], name) for name in vendors]}


def _terms(param: str, values: Iterable[str]) -> list[tuple[str, str]]:
    return [(value, name_of(param, value)) for value in values]
