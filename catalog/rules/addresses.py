"""The web addresses of an entry, each with its path, those inside descriptions with their place.

Owns which fields hold an address that somebody can follow. The package id is a URI and no address.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from catalog.markdown import links
from catalog.rules.hosts import PRIVATE_ENDS

if TYPE_CHECKING:
    from catalog.model import Entry
    from catalog.source import Path

_LINKS = ("support", "documentation", "eula", "community", "source", "demo")


class Address(NamedTuple):
    """A web address. `offset` is its place inside a description, or -1 where it is a field's whole value."""

    path: Path
    url: str
    offset: int = -1


def addresses(entry: Entry) -> tuple[Address, ...]:
    """The addresses in the order of the schema; of a link to `mailto:` too."""
    found = [Address(("vendor", "homepage"), entry.vendor.homepage)]
    found += _of_parts(entry)
    found += [
        Address(("links", field), url) for field in _LINKS if (url := getattr(entry.links, field)) is not None
    ]
    found += [Address((*path, "url"), contact.url) for path, contact in entry.contacts.named() if contact.url]
    found += [Address(("collateral", shown.material, "url"), shown.url) for shown in entry.collateral]
    found += _of_offers(entry)
    found += [Address(("listing", "evidence", n), url) for n, url in enumerate(entry.listing.evidence)]
    found += _of_text(("description",), entry.description)
    for translation in entry.translations:
        if translation.description:
            path = ("translations", translation.language, "description")
            found += _of_text(path, translation.description)
    return tuple(found)


def needs_a_look(address: Address) -> bool:
    """Whether an address is not plainly right: https, a name of two labels or more, no port, ordinary signs."""
    return _PLAIN.fullmatch(address.url) is None


def _of_parts(entry: Entry) -> list[Address]:
    deployment = entry.deployment
    service, api = (deployment.service, deployment.api) if deployment else (None, None)
    return [
        Address(path, url)
        for path, url in (
            (("packager", "homepage"), entry.packager and entry.packager.homepage),
            (("deployment", "service", "homepage"), service and service.homepage),
            (("deployment", "api", "documentation"), api and api.documentation),
            (("package", "url"), entry.package and entry.package.url),
            (("certification", "url"), entry.certification and entry.certification.url),
            (("media", "video"), entry.media.video),
            (("webinar", "recording"), entry.webinar and entry.webinar.recording),
        )
        if url
    ]


def _of_offers(entry: Entry) -> list[Address]:
    found = []
    if entry.launch:
        if entry.launch.press_release:
            found.append(Address(("launch", "press_release", "url"), entry.launch.press_release.url))
        found += [Address(("launch", "social", n), url) for n, url in enumerate(entry.launch.social)]
    for number, promotion in enumerate(entry.promotions):
        if promotion.terms:
            found.append(Address(("promotions", number, "terms"), promotion.terms))
    found += [Address(("case_studies", n, "url"), study.url) for n, study in enumerate(entry.case_studies)]
    return found


def _of_text(path: Path, text: str) -> list[Address]:
    if "[" not in text and "<" not in text:
        return []
    return [Address(path, url, place_of_link(text, at)) for at, url in links(text)]


def place_of_link(text: str, at: int) -> int:
    """Where the address of a link stands whose Markdown begins at `at`; `at` itself for a link by reference."""
    match = _INLINE.match(text, at)
    return match.end() if match else at


_PLAIN = re.compile(
    rf"https://(?:[a-z0-9-]+\.)+(?!(?:{'|'.join(sorted(PRIVATE_ENDS))})\b)[a-z]{{2,}}"
    r"(?:[/?#](?:[\w/.~?&=#+,:;!*()$-]|%(?![01]|7[fF]))*)?",
    re.ASCII,
)
# `[words](address` with at most one pair of brackets inside the words, or `<address>`.
_INLINE = re.compile(r"\[(?:[^\[\]]|\[[^\[\]]*\])*\]\(\s*<?|<")
