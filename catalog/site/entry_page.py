"""The page of an entry: everything its vendor says, and what the catalog makes of it.

Owns the assembly of the page's view. Refuses to judge: the verdict and the readiness come from the handbook's modules.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from catalog import markdown
from catalog.handbook.verdict import ANSWERS
from catalog.regions import countries_of, geography, words
from catalog.site import offer
from catalog.site.entry_views import (
    CaseView,
    ContactView,
    Coverage,
    EntryPage,
    LaunchView,
    PackageView,
    Screenshot,
    TombstonePage,
    TranslationView,
    VerdictView,
    WebinarView,
)
from catalog.site.gates import gates_of
from catalog.site.materials import readiness_of
from catalog.site.requirements import requirements_of
from catalog.site.terms import link, region_name
from catalog.site.views import Card, Link, Reference, Text
from catalog.site.words import (
    SOURCES,
    country_name,
    host_of,
    language_name,
    licence_name,
    price,
    reference,
    said,
    text_of,
    translated,
)
from catalog.text import collation_key
from catalog.vocabulary import vocabularies

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from markupsafe import Markup

    from catalog.handbook.verdict import Verdict
    from catalog.model import Contact, Entry, Regions, Translation
    from catalog.site.sources import Sources

_LINKS = {
    "support": "Support", "documentation": "Documentation", "eula": "Licence terms", "community": "Community",
    "source": "Source code", "demo": "Demo",
}  # fmt: skip
SIBLINGS = 4
APPLICATIONS = Link(name="Applications", path="apps/")


def json_src(slug: str) -> str:
    """The entry's own file in the API."""
    return f"api/v1/entries/{slug}.json"


def entry_page(entry: Entry, card: Card, sources: Sources, cards: Mapping[str, Markup]) -> EntryPage:
    """The view of one listed entry. `cards` holds the finished cards of all listed entries by slug."""
    as_of, language = sources.catalog.as_of, sources.messages.language
    siblings = _siblings(entry, sources)
    description = said(entry, "description", language)
    return EntryPage(
        card=card,
        crumbs=(APPLICATIONS, link("category", entry.categories[0])),
        vendor_country=country_name(entry.vendor.country),
        vendor_home=reference(entry.vendor.name, entry.vendor.homepage),
        packager=_packager(entry),
        description=markdown.html(markdown.parse(description.text)),
        description_text=description,
        pitch=said(entry, "pitch", language) if entry.pitch else None,
        highlights=tuple(text_of(line, entry) for line in entry.highlights),
        screenshots=_screenshots(entry, sources),
        video=reference("Video", entry.media.video) if entry.media.video else None,
        version=entry.version,
        coverage=_coverage(entry.regions),
        languages=tuple(map(language_name, entry.languages)),
        certification=offer.certification_of(entry, as_of),
        price=price(entry.pricing, sources.messages),
        licence=licence_name(entry.license),
        package=_package(entry),
        categories=tuple(link("category", category) for category in entry.categories),
        models=offer.models_of(entry),
        routes=offer.routes_of(entry),
        white_label=offer.white_label_of(entry, sources),
        gates=gates_of(entry),
        type_attributes=vocabularies().types[entry.type].attributes.description,
        requirements=requirements_of(entry),
        verdict=_verdict(sources.verdicts[entry.slug]),
        readiness=readiness_of(entry, sources.readiness[entry.slug]),
        promotions=offer.promotions_of(entry, as_of),
        webinar=_webinar(entry, sources),
        launch=_launch(entry),
        cases=_cases(entry),
        audiences=_audiences(entry),
        contacts=tuple(_contacts(entry)),
        links=_links(entry),
        translations=tuple(_translations(entry, language)),
        siblings=tuple(cards[sibling.slug] for sibling in siblings[:SIBLINGS]),
        sibling_count=len(siblings),
        source=entry.listing.source,
        source_words=SOURCES[entry.listing.source],
        checked=entry.listing.checked,
        evidence=tuple(reference(host_of(href), href) for href in entry.listing.evidence),
        in_print=entry.in_print,
        json_src=json_src(entry.slug),
        edit_href=sources.edit_href(entry),
    )


def tombstone_page(entry: Entry, sources: Sources, cards: Mapping[str, Markup]) -> TombstonePage:
    """The view of a withdrawn entry. A successor that is withdrawn too is named, but has no card."""
    successor = entry.listing.replaced_by
    name, path = sources.name_and_path(successor) if successor else (None, None)
    vendor = sources.catalog.vendors[sources.vendor_slugs[entry.vendor.name]]
    lives_on = any(not other.withdrawn for other in vendor.entries)
    return TombstonePage(
        name=text_of(entry.name, entry),
        vendor=text_of(entry.vendor.name, entry),
        vendor_path=sources.vendor_path(entry) if lives_on else None,
        summary=text_of(entry.summary, entry),
        demo=entry.is_demo,
        successor=cards.get(successor) if successor else None,
        successor_name=name,
        successor_path=path,
        json_src=json_src(entry.slug),
    )


def _packager(entry: Entry) -> Reference | None:
    packager = entry.packager
    if packager is None or packager.name == entry.vendor.name:
        return None
    return reference(packager.name, packager.homepage or "")


def _screenshots(entry: Entry, sources: Sources) -> tuple[Screenshot, ...]:
    return tuple(
        Screenshot(
            picture=sources.pictures[entry.slug, shot.file], caption=text_of(shot.caption or "", entry)
        )
        for shot in entry.media.screenshots
    )


@functools.lru_cache(maxsize=4096)
def _coverage(regions: Regions) -> Coverage:
    names = geography().names
    covered = countries_of(regions)
    return Coverage(
        stated=regions.stated,
        words=words(regions),
        count=len(covered),
        countries=tuple(sorted(names[code] for code in covered)),
        links=tuple(link("region", token) for token in regions.include),
        excluded=tuple(region_name(token) for token in regions.excluded),
    )


def _package(entry: Entry) -> PackageView | None:
    package = entry.package
    if package is None:
        return None
    file = package.url.rstrip("/").rpartition("/")[2] if package.url else ""
    return PackageView(aps=package.aps, release=package.release, id=package.id, href=package.url, file=file)


def _verdict(verdict: Verdict) -> VerdictView:
    return VerdictView(
        answer=verdict.answer, title=ANSWERS[verdict.answer], clause=verdict.clause, reason=verdict.reason
    )


def _webinar(entry: Entry, sources: Sources) -> WebinarView | None:
    slot = entry.webinar
    if slot is None:
        return None
    return WebinarView(day=slot.date, past=slot.date < sources.catalog.as_of, recording=slot.recording)


def _launch(entry: Entry) -> LaunchView | None:
    launch = entry.launch
    if launch is None:
        return None
    release = launch.press_release
    return LaunchView(
        day=launch.date,
        event=offer.text_or_none(launch.event, entry),
        release=reference("Press release", release.url) if release else None,
        social=tuple(reference(host_of(href), href) for href in launch.social),
    )


def _cases(entry: Entry) -> tuple[CaseView, ...]:
    return tuple(
        CaseView(title=text_of(case.title, entry), customer=text_of(case.customer, entry), href=case.url)
        for case in entry.case_studies
    )


def _audiences(entry: Entry) -> tuple[tuple[str, tuple[str, ...]], ...]:
    known, stated = vocabularies(), entry.audiences
    groups = (
        ("Plesk Panel users", known.plesk_users, stated.plesk_users),
        ("Company sizes", known.company_sizes, stated.company_sizes),
        ("Partners", known.partner_segments, stated.partner_segments),
    )
    return tuple((name, tuple(terms[term].name for term in ids)) for name, terms, ids in groups if ids)


def _contacts(entry: Entry) -> Iterator[ContactView]:
    contacts = entry.contacts
    for role, contact in (
        ("Sales", contacts.sales),
        ("Technical", contacts.technical),
        ("Press", contacts.press),
    ):
        if contact is not None:
            yield _contact(role, contact)
    for desk in sorted(contacts.local, key=lambda desk: collation_key(geography().name(desk.country))):
        yield _contact(geography().name(desk.country), desk)


def _contact(role: str, contact: Contact) -> ContactView:
    return ContactView(
        role=role,
        email=contact.email,
        phone=contact.phone,
        tel=re.sub(r"[^0-9+]", "", contact.phone or ""),
        href=contact.url,
        host=host_of(contact.url) if contact.url else "",
    )


def _links(entry: Entry) -> tuple[Reference, ...]:
    stated = ((name, getattr(entry.links, key)) for key, name in _LINKS.items())
    return tuple(reference(name, href) for name, href in stated if href)


def _translations(entry: Entry, shown: str) -> Iterator[TranslationView]:
    """The entry in further languages, its own among them where a translation has taken its place on the page."""
    for translation in entry.translations:
        if translation.language == shown:
            yield _original(entry, translation)
            continue
        texts = (translation.summary, translation.description, translation.pitch)
        summary, description, pitch = (
            translated(text, translation.language) if text else None for text in texts
        )
        sample: Text = summary or description or pitch or translated("", translation.language)
        yield TranslationView(
            language=language_name(translation.language),
            summary=summary,
            description=markdown.html(markdown.parse(description.text)) if description else None,
            pitch=pitch,
            sample=sample,
        )


def _original(entry: Entry, shown: Translation) -> TranslationView:
    """The entry's own texts, as far as a translation is shown in their place."""
    summary = text_of(entry.summary, entry) if shown.summary else None
    description = text_of(entry.description, entry) if shown.description else None
    pitch = offer.text_or_none(entry.pitch, entry) if shown.pitch else None
    sample = summary or description or pitch or text_of(entry.summary, entry)
    return TranslationView(
        language=language_name(sample.lang or "en"),
        summary=summary,
        description=markdown.html(markdown.parse(description.text)) if description else None,
        pitch=pitch,
        sample=sample,
    )


def _siblings(entry: Entry, sources: Sources) -> list[Entry]:
    vendor = sources.catalog.vendors[sources.vendor_slugs[entry.vendor.name]]
    return [other for other in vendor.entries if other.slug != entry.slug and not other.withdrawn]
