"""What applications are compared by: one line of text a fact, in one order for all of them.

Owns the facts of the comparison and of the shortlist's leaflet, and their words. A fact that nobody stated is an empty
text; the page says so. Refuses to tell which differ: that depends on what is compared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.english import counted
from catalog.handbook.verdict import ANSWERS
from catalog.regions import countries_of, words
from catalog.site import offer
from catalog.site.further import RESALES, resales_of
from catalog.site.requirements import requirements_of
from catalog.site.terms import name_of
from catalog.site.words import host_of, language_name, licence_name, price
from catalog.vocabulary import vocabularies

if TYPE_CHECKING:
    from catalog.model import Entry
    from catalog.site.sources import Sources

FACTS = (
    "Application type", "Business models", "Regions", "Routes to market", "Plesk Panel criteria", "Certification",
    "Sales material", "Price", "Languages", "Categories", "Licence", "Version", "APS version", "Needs", "Trial",
    "Support page", "Baseline material", "Contact",
)  # fmt: skip


def facts_of(entry: Entry, sources: Sources) -> tuple[str, ...]:
    """The facts of one entry in the order of `FACTS`. A second line is a remark."""
    shown = sources.readiness[entry.slug]
    package = entry.package
    return (
        vocabularies().types[entry.type].name,
        _models(entry),
        _regions(entry),
        ", ".join(name_of("route", route) for route in entry.routes),
        _verdict(entry, sources),
        _certificate(entry, sources),
        f"{shown.met} of {shown.total}" if entry.models_stated else "",
        _price(entry),
        ", ".join(map(language_name, entry.languages)),
        ", ".join(name_of("category", category) for category in entry.categories),
        licence_name(entry.license) or "",
        entry.version,
        (package and package.aps) or "",
        "\n".join(f"{row.term}: {', '.join(row.values)}" for row in requirements_of(entry) if row.values),
        _trial(entry),
        host_of(entry.links.support) if entry.links.support else "",
        ("Complete" if shown.baseline else "Not complete") if entry.models_stated else "",
        _contact(entry),
    )


def _models(entry: Entry) -> str:
    names = [name_of("model", model) for model in entry.business_models]
    return "\n".join((", ".join(names), *(RESALES[resale] for resale in resales_of(entry))))


def _regions(entry: Entry) -> str:
    if not entry.regions.stated:
        return ""
    covered = countries_of(entry.regions)
    return f"{words(entry.regions)}\n{counted(len(covered), 'country', 'countries')}"


def _verdict(entry: Entry, sources: Sources) -> str:
    verdict = sources.verdicts[entry.slug]
    return f"{ANSWERS[verdict.answer]}\n{verdict.reason}".rstrip()


def _certificate(entry: Entry, sources: Sources) -> str:
    given = offer.certification_of(entry, sources.catalog.as_of)
    if given is None:
        return ""
    return f"{given.name}, {given.version}" + ("" if given.current else "\nexpired")


def _price(entry: Entry) -> str:
    shown = price(entry.pricing)
    return f"{shown.text}\n{shown.remark}".rstrip() if shown else ""


def _trial(entry: Entry) -> str:
    days = entry.pricing.trial_days if entry.pricing else None
    return counted(days, "day") if days else ""


def _contact(entry: Entry) -> str:
    desk = entry.contacts.sales
    if desk is None:
        return host_of(entry.vendor.homepage)
    return "\n".join(filter(None, (desk.email, desk.phone, host_of(desk.url) if desk.url else "")))
