"""The catalog for programs: every entry as JSON, all of them as JSON and as a table.

Owns `api/v1/`. An entry's file mirrors its keys as typed (days as ISO text, versions and amounts as text, regions in
the vendor's own form) and adds what the catalog derives: `slug`, `url`, `vendor_slug`, `demo`, `countries`, `plesk`
(verdict, clause and reason, beside what the entry says about Plesk) and `readiness`. What an entry leaves out is left
out; `business_models` and `regions` say `not-stated`. Withdrawn entries have a file of their own, since programs may
know them, but stand in no list.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

import msgspec

from catalog.regions import WORLDWIDE, countries_of
from catalog.site.spreadsheet import table
from catalog.site.terms import entry_path
from catalog.vocabulary import NOT_STATED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.model import Entry, Regions
    from catalog.site.sources import Sources

VERSION = 1
_encode = msgspec.json.Encoder().encode
# What entries key by something that is a field of each part here: the block around it, its key, that field.
_KEYED = (("", "collateral", "material"), ("", "translations", "language"), ("contacts", "local", "country"))
_END = b"]}\n"
_MARGINS = {"true": True, "false": False}


def entry_json(entry: Entry, sources: Sources, base: str) -> bytes:
    """One entry. `base` is the absolute address of the site, or empty where it is not known."""
    return _encode(entry_values(entry, sources, base))


def entry_values(entry: Entry, sources: Sources, base: str) -> dict[str, Any]:
    """The entry's keys in the order of the schema, the derived ones last."""
    values = _without_gaps(msgspec.to_builtins(entry))
    values["business_models"] = list(entry.business_models) or NOT_STATED
    values["regions"] = _regions(entry.regions)
    for shown, offer in zip(values.get("promotions", ()), entry.promotions, strict=True):
        if offer.regions:
            shown["regions"] = _regions(offer.regions)
    if entry.pricing and entry.pricing.price_from:
        values["pricing"] = {
            ("from" if key == "price_from" else key): part for key, part in values["pricing"].items()
        }
    if entry.storefront and entry.storefront.margin_50:
        values["storefront"]["margin_50"] = _MARGINS.get(
            entry.storefront.margin_50, entry.storefront.margin_50
        )
    if not entry.print.featured and "print" in values:
        del values["print"]["featured"]
    for holder, key, name in _KEYED:
        block = values.get(holder, {}) if holder else values
        if key in block:
            block[key] = {part.pop(name): part for part in block[key]}
    return {key: value for key, value in values.items() if value != {}} | _derived(entry, sources, base)


class EntryFiles:
    """The files of single entries and the file of all listed ones, which grows while the others are made.

    A hundred thousand entries are 350 MB of JSON, so no more than that is held. Asked for alone, the file of all makes
    what is missing.
    """

    def __init__(self, listed: Sequence[Entry], sources: Sources, base: str) -> None:
        self._listed = listed
        self._sources = sources
        self._base = base
        self._done = 0
        self._all = bytearray(
            _encode({"version": VERSION, "as_of": sources.catalog.as_of})[:-1] + b',"entries":['
        )

    def one(self, entry: Entry) -> bytes:
        """The file of one entry."""
        made = entry_json(entry, self._sources, self._base)
        if self._done < len(self._listed) and entry is self._listed[self._done]:
            self._all += (b",\n" if self._done else b"") + made
            self._done += 1
        return made

    def all(self) -> bytearray:
        """All listed entries, each as in its own file."""
        while self._done < len(self._listed):
            self.one(self._listed[self._done])
        if not self._all.endswith(_END):
            self._all += _END
        return self._all


def entries_csv(listed: Sequence[Entry], sources: Sources, base: str) -> bytes:
    """A table of the listed entries for spreadsheets."""
    return table(_HEAD, (_row(entry, sources, base) for entry in listed))


_HEAD = (
    "slug", "name", "version", "summary", "vendor", "homepage", "type", "business_models", "regions", "countries",
    "categories", "routes", "languages", "license", "certification", "plesk", "readiness", "source", "checked", "url",
)  # fmt: skip


def _row(entry: Entry, sources: Sources, base: str) -> tuple[str, ...]:
    regions, certificate, listing = entry.regions, entry.certification, entry.listing
    stated = " ".join(regions.include) + (" except " + " ".join(regions.excluded) if regions.excluded else "")
    return (
        entry.slug,
        entry.name,
        entry.version,
        entry.summary,
        entry.vendor.name,
        entry.vendor.homepage,
        entry.type,
        " ".join(entry.business_models) or NOT_STATED,
        stated or NOT_STATED,
        " ".join(_countries(regions)),
        " ".join(entry.categories),
        " ".join(entry.routes),
        " ".join(entry.languages),
        entry.license or "",
        certificate.level if certificate else "",
        sources.verdicts[entry.slug].answer,
        str(sources.readiness[entry.slug].met),
        listing.source,
        listing.checked.isoformat() if listing.checked else "",
        base + entry_path(entry.slug),
    )


def _derived(entry: Entry, sources: Sources, base: str) -> dict[str, Any]:
    verdict, shown = sources.verdicts[entry.slug], sources.readiness[entry.slug]
    plesk = {"verdict": verdict.answer, "clause": verdict.clause, "reason": verdict.reason}
    return {
        "vendor_slug": sources.vendor_slugs[entry.vendor.name],
        "demo": entry.is_demo,
        "countries": _countries(entry.regions),
        "plesk": plesk | (_without_gaps(msgspec.to_builtins(entry.plesk)) if entry.plesk else {}),
        "readiness": {
            "met": shown.met,
            "total": shown.total,
            "baseline": shown.baseline,
            "materials": shown.states,
        },
        "url": base + entry_path(entry.slug),
    }


@functools.lru_cache(1024)
def _countries(regions: Regions) -> tuple[str, ...]:
    """The countries in order; most entries are sold where others are too."""
    return tuple(sorted(countries_of(regions)))


def _regions(regions: Regions) -> object:
    if not regions.stated:
        return NOT_STATED
    if regions.excluded:
        return {"include": list(regions.include), "except": list(regions.excluded)}
    return WORLDWIDE if regions.include == (WORLDWIDE,) else list(regions.include)


def _without_gaps(values: dict[str, Any]) -> dict[str, Any]:
    """The keys that the entry has: no `None`, nothing empty."""
    kept = {}
    for key, given in values.items():
        value = given
        if isinstance(given, dict):
            value = _without_gaps(given)
        elif isinstance(given, list | tuple):
            value = [_without_gaps(part) if isinstance(part, dict) else part for part in given]
        if value or value is False or value == 0:
            kept[key] = value
    return kept
