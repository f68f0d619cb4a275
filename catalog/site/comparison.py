"""What applications are compared by: one line of text a fact, in one order for all of them.

Owns the facts of the comparison and of the shortlist's leaflet, and their words. A fact that nobody stated is an empty
text; the page says so. Refuses to tell which differ: that depends on what is compared.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from catalog.handbook.verdict import ANSWERS
from catalog.regions import countries_of
from catalog.site import offer
from catalog.site.further import RESALES, resales_of
from catalog.site.requirements import requirements_of
from catalog.site.terms import name_of
from catalog.site.words import host_of, language_name, licence_name, price, regions_said
from catalog.vocabulary import vocabularies

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalog.model import Entry, Regions
    from catalog.site.messages import Messages
    from catalog.site.sources import Sources

FACTS = (
    "Application type", "Business models", "Regions", "Routes to market", "Plesk Panel criteria", "Certification",
    "Sales material", "Price", "Languages", "Categories", "Licence", "Version", "APS version", "Needs", "Trial",
    "Support page", "Baseline material", "Contact",
)  # fmt: skip


def facts_of(entry: Entry, sources: Sources) -> tuple[str, ...]:
    """The facts of one entry in the order of `FACTS`. A second line is a remark."""
    shown, said = sources.readiness[entry.slug], sources.messages
    package = entry.package
    return (
        said.text(vocabularies().types[entry.type].name),
        _models(entry, said),
        _regions(entry.regions, said),
        _listed((name_of("route", route) for route in entry.routes), said),
        _verdict(entry, sources),
        _certificate(entry, sources),
        said.text("{met} of {total}", met=shown.met, total=shown.total) if entry.models_stated else "",
        _price(entry, said),
        _listed(map(language_name, entry.languages), said),
        _listed((name_of("category", category) for category in entry.categories), said),
        said.text(licence_name(entry.license) or ""),
        entry.version,
        (package and package.aps) or "",
        _needs(entry, said),
        _trial(entry, said),
        host_of(entry.links.support) if entry.links.support else "",
        said.text("Complete" if shown.baseline else "Not complete") if entry.models_stated else "",
        _contact(entry),
    )


def _listed(names: Iterable[str], said: Messages) -> str:
    return ", ".join(map(said.text, names))


def _needs(entry: Entry, said: Messages) -> str:
    rows = (row for row in requirements_of(entry) if row.values)
    return "\n".join(f"{said.text(row.term)}: {_listed(row.values, said)}" for row in rows)


def _models(entry: Entry, said: Messages) -> str:
    names = _listed((name_of("model", model) for model in entry.business_models), said)
    return "\n".join((names, *(said.text(RESALES[resale]) for resale in resales_of(entry))))


@functools.lru_cache(maxsize=4096)
def _regions(regions: Regions, said: Messages) -> str:
    if not regions.stated:
        return ""
    covered = said.counted(len(countries_of(regions)), "{n} country", "{n} countries")
    return f"{regions_said(regions, said)}\n{covered}"


def _verdict(entry: Entry, sources: Sources) -> str:
    verdict = sources.verdicts[entry.slug]
    said = sources.messages
    return f"{said.text(ANSWERS[verdict.answer])}\n{said.text(verdict.reason)}".rstrip()


def _certificate(entry: Entry, sources: Sources) -> str:
    given = offer.certification_of(entry, sources.catalog.as_of)
    if given is None:
        return ""
    ended = "" if given.current else f"\n{sources.messages.text('expired')}"
    return f"{sources.messages.text(given.name)}, {given.version}{ended}"


def _price(entry: Entry, said: Messages) -> str:
    shown = price(entry.pricing, said)
    return f"{shown.text}\n{shown.remark}".rstrip() if shown else ""


def _trial(entry: Entry, said: Messages) -> str:
    days = entry.pricing.trial_days if entry.pricing else None
    return said.counted(days, "{n} day", "{n} days") if days else ""


def _contact(entry: Entry) -> str:
    desk = entry.contacts.sales
    if desk is None:
        return host_of(entry.vendor.homepage)
    return "\n".join(filter(None, (desk.email, desk.phone, host_of(desk.url) if desk.url else "")))
