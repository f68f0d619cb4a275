"""What the book says about an entry, as plain words before they are measured.

Owns the wording of the facts: models, routes, regions, verdict, package and deployment facts, offers, contacts.
Refuses to shorten a name, to weigh, and to say what a vendor did not state. Texts come from the entry and the
vocabularies; each function that knows several lengths gives the longest first.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from babel import Locale

from catalog.english import counted, short_day
from catalog.handbook.verdict import plesk_verdict
from catalog.print.typography.latin import is_latin, latin_name, latin_vendor, web_address, web_host
from catalog.regions import SLUG_NAMES, WORLDWIDE, countries_of, geography, words
from catalog.vocabulary import vocabularies

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from catalog.model import Certification, Contact, Deployment, Entry, Promotion, Regions

BOOK_LANGUAGE = "en"
UNSTATED = "not stated"
_VERDICTS = {"meets": "meets", "does-not-meet": "does not meet", "not-enough-stated": "not enough stated"}
_LANGUAGES_NAMED = 4
_LONGEST_HOST = 40


def vendor_line(entry: Entry, *, with_host: bool = False) -> str:
    """The vendor, behind it the Latin forms of names in another script, and a host that can be read aloud."""
    latin = [] if is_latin(entry.name) else [latin_name(entry)]
    latin += [] if is_latin(entry.vendor.name) else [latin_vendor(entry.vendor)]
    vendor = f"{entry.vendor.name} ({', '.join(latin)})" if latin else entry.vendor.name
    if not with_host:
        return vendor
    host = web_host(entry.vendor.homepage)
    spoken = host.isascii() and len(host) <= _LONGEST_HOST and host not in latin
    return f"{vendor}, {host}" if spoken else vendor


def summary(entry: Entry) -> str:
    """The summary, in the language of the book where the vendor gives it so, that every reader knows what it is."""
    translated = (said.summary for said in entry.translations if said.language == BOOK_LANGUAGE)
    return next(filter(None, translated), entry.summary)


def vendor_wordings(entry: Entry) -> Iterator[str]:
    """Ways to say the vendor where one line has to do: the Latin form of the name stands in each."""
    yield vendor_line(entry)
    if not is_latin(entry.name):
        yield f"{entry.vendor.name} ({latin_name(entry)})"


def models(entry: Entry) -> str:
    """The business models."""
    known = vocabularies().models
    return ", ".join(known[model].name for model in entry.business_models) or UNSTATED


def routes(entry: Entry, *, short: bool = False) -> str:
    """The routes to market by name, or by the short names for a narrow column."""
    known = vocabularies().routes
    return ", ".join(known[route].short if short else known[route].name for route in entry.routes) or UNSTATED


def verdict(entry: Entry) -> str:
    """The answer to the Plesk Panel criteria."""
    return _VERDICTS[plesk_verdict(entry).answer]


def region_wordings(regions: Regions) -> Iterator[str]:
    """Ways to say the regions, from the vendor's own words to a count: each is true, each shorter."""
    if not regions.stated:
        yield UNSTATED
        return
    yield words(regions)
    covered = countries_of(regions)
    left = sorted(set(geography().countries) - covered, key=geography().name)
    if not left:
        yield SLUG_NAMES[WORLDWIDE]
    elif len(left) < len(covered):
        yield f"{SLUG_NAMES[WORLDWIDE]} except " + ", ".join(map(geography().name, left))
    yield f"{counted(len(covered), 'country', 'countries')}, see the page"


def certificate(entry: Entry, published: date) -> str | None:
    """The certificate in force on the day of publication, and since when."""
    told = certified(entry, published)
    return f"{told}, {short_day(entry.certification.date)}" if told and entry.certification else None


def certified(entry: Entry, published: date) -> str | None:
    """The level of that certificate, and the version that it is bound to if that is another than the entry's."""
    held = entry.certification
    if held is None or (held.expires and held.expires < published):
        return None
    return f"Certified {held.level.capitalize()}{_version_of(held, entry)}"


def _version_of(held: Certification, entry: Entry) -> str:
    return "" if held.version == entry.version else f" ({held.version})"


def deployment_lines(entry: Entry) -> tuple[str, ...]:
    """What the application needs to run, a line for each kind of need."""
    needs = entry.deployment
    if needs is None:
        return ()
    known = vocabularies().deployment
    lines = (
        _reached(needs),
        _named(needs.environments, known["environments"]),
        _named(needs.stack, known["stack"]),
        _named(needs.servers_software, known["servers_software"]),
        ", ".join(needs.databases),
        ", ".join(needs.os),
        "Multitenant" if needs.multitenant else "",
        _named(needs.installer, known["installers"]),
        _servers(needs),
    )
    return tuple(line for line in lines if line)


def _named(ids: tuple[str, ...], terms: Mapping[str, object]) -> str:
    return ", ".join(str(getattr(terms[term], "name", term)) for term in ids)


def _reached(needs: Deployment) -> str:
    if needs.service is None:
        return ""
    styles = vocabularies().deployment["api_styles"]
    style = (
        f" ({styles[needs.api.style].name})" if needs.api and needs.api.style not in {None, "other"} else ""
    )
    return f"Reaches: {needs.service.name}{style}"


def _servers(needs: Deployment) -> str:
    servers = counted(needs.servers, "server") if needs.servers else ""
    background = {True: "background services", False: "no background service", None: ""}[
        needs.background_services
    ]
    both = ", ".join(part for part in (servers, background) if part)
    return both[:1].upper() + both[1:]


def languages(entry: Entry, *, all_of_them: bool) -> str | None:
    """The languages in English; past the fourth as a number where there is no room for all."""
    if not entry.languages:
        return None
    names = [language_name(tag) for tag in entry.languages]
    rest = len(names) - _LANGUAGES_NAMED
    if all_of_them or rest < 2:
        return "Languages: " + ", ".join(names)
    return "Languages: " + ", ".join(names[:_LANGUAGES_NAMED]) + f" and {rest} more"


@functools.cache
def language_name(tag: str) -> str:
    """The English name of a BCP 47 language: `pt-BR` is Brazilian Portuguese."""
    english = Locale("en")
    parts = tag.replace("_", "-").split("-")
    if whole := english.languages.get("_".join(parts)):
        return str(whole)
    name = str(english.languages.get(parts[0].lower(), tag))
    places = (
        english.scripts.get(part.title()) or english.territories.get(part.upper()) for part in parts[1:]
    )
    told = [str(place) for place in places if place]
    return f"{name} ({', '.join(told)})" if told else name


def offer(entry: Entry, published: date) -> Promotion | None:
    """The offer that a reader of the book can still take: the first that does not end before it is published."""
    return next((promotion for promotion in entry.promotions if promotion.ends >= published), None)


def sales(entry: Entry) -> tuple[str, ...]:
    """How to reach the sales desk, the best way first."""
    contact: Contact | None = entry.contacts.sales
    if contact is None:
        return (UNSTATED,)
    page = contact.url and web_address(contact.url)
    return tuple(way for way in (contact.email, contact.phone, page) if way) or (UNSTATED,)
