"""Every text of the site that is translated, and where it is said: what a language's messages must hold.

Owns the collection: texts in templates and scripts, names in vocabularies, words that Python writes. Refuses what
entries say, and what is English on every site (messages.py).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from catalog.handbook.readiness import BANDS
from catalog.handbook.verdict import ANSWERS, SHORT
from catalog.site.comparison import FACTS
from catalog.site.facets import NAMES
from catalog.site.further import CERTIFICATES, RESALES
from catalog.site.list_drawing import ABOUT_ALL, LISTS
from catalog.site.messages import texts_of_script
from catalog.site.words import SOURCES
from catalog.vocabulary import vocabularies

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from catalog.vocabulary import Term

_INSIDE = r'(?:[^()"]|"[^"]*"|\((?:[^()"]|"[^"]*"|\([^()]*\))*\))*'
_SAID = re.compile(rf"(?<!\|)\b(?:_|_html|counted|counted_html)\(({_INSIDE})\)")
_STRING = re.compile(r'"([^"]*)"')
_PYTHON = re.compile(r"(?:\.text|\.counted|\bsay|\.say)\(((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)")
_TERMS = (
    "Worldwide", "Europe, Middle East and Africa", "Asia-Pacific", "Latin America and the Caribbean",
    "European Union", "Sold worldwide", "Not stated", "Regions not stated", "Commercial", "Free",
    "Free, with paid options", "Subscription", "One-off licence", "By usage", "On request", "Gold", "Silver",
    "Web stack", "Web servers", "Databases", "Installer", "Servers", "Environments", "Operating systems",
    "Services in the background", "Cloud service", "API", "Many customers on one service", "Package for Plesk Panel",
    "Oldest Plesk Panel", "The same package", "A package of its own", "Yes", "No", "One", "Partners",
    "Plesk Panel users", "Sales", "Technical", "Press", "Support", "Documentation", "Licence terms", "Community",
    "Source code", "missing", "partners", "Across and beyond", "Other scripts", "Categories", "Regions", "Vendors",
    "All vendors", "All categories", "All regions and countries", "Home", "Applications", "Shortlist", "Promotions",
    "Programme", "Guide", "Contribute", "Switch to light", "Switch to dark", "Follow the system",
    "Applications to resell", "Physical server", "Other",
    "The vendor has not said where these applications are sold.", "Applications that are sold in every country.",
    "Company sizes", "Referral agreement with Parallels", "Joint go-to-market plan",
    "Proven sales to small and medium businesses", "Resale agreement with Parallels", "Wholesale price agreed",
    "Margin of 50% or more", "Proven sales with Parallels partners", "Approved for the Key Administrator",
    "Integrated with the Key Administrator", "The entry does not say how many servers it needs.",
    "It installs onto the one server.", "It runs within one server.",
    "The entry names no cloud service that it reaches.", "Routes that go with it", "Models that go with it",
    "Inside it", "Where something is sold",
)  # fmt: skip
"""Words that stand in Python or in mkdocs.yml."""


def wording(theme: Path, package: Path) -> dict[str, list[str]]:
    """Texts with the files that say them. `theme` and `package` are folders: templates and scripts, and Python."""
    found: dict[str, list[str]] = {}
    for text, place in _everywhere(theme, package):
        places = found.setdefault(text, [])
        if place not in places:
            places.append(place)
    return dict(sorted(found.items()))


def _everywhere(theme: Path, package: Path) -> Iterator[tuple[str, str]]:
    for file in sorted(theme.rglob("*.html")):
        yield from ((text, f"theme/{file.relative_to(theme)}") for text in _called(file, _SAID))
    for file in sorted((theme / "assets").glob("*.js")):
        yield from ((text, f"theme/assets/{file.name}") for text in sorted(texts_of_script(file)))
    for file in sorted(package.glob("*.py")):
        yield from ((text, f"catalog/site/{file.name}") for text in _called(file, _PYTHON))
    for text in (*_TERMS, *FACTS, *NAMES.values(), *RESALES.values(), *SOURCES.values()):
        yield text, "catalog/site/"
    for text in (*ABOUT_ALL, *(said for _, *texts in LISTS for said in texts)):
        yield text, "catalog/site/"
    for text in (*ANSWERS.values(), *SHORT.values(), *BANDS.values(), *CERTIFICATES.values()):
        yield text, "catalog/handbook/"
    yield from ((f"Material: {text.lower()}", "catalog/site/") for text in BANDS.values())
    yield from ((text, "catalog/vocabularies/") for text in _names())


def _called(file: Path, pattern: re.Pattern[str]) -> Iterator[str]:
    for call in pattern.findall(file.read_text(encoding="utf-8")):
        for text in _STRING.findall(call):
            if any(map(str.isalpha, text)):
                yield text


def _names() -> Iterator[str]:
    known = vocabularies()
    for kind in known.types.values():
        yield from (kind.name, kind.summary, kind.plesk_clause)
    for model in (*known.models.values(), known.unstated_model):
        yield from (model.name, model.summary)
    for model in known.models.values():
        yield from (model.contract, model.earns)
    for route in known.routes.values():
        yield from (route.name, route.summary)
    for material in known.materials.values():
        yield from (material.name, material.summary, material.format)
    yield from (category.name for category in known.categories.values())
    yield from _plain(known.service_kinds, known.plesk_users, known.partner_segments)
    yield from (f"{term.name} companies" for term in known.company_sizes.values())
    yield from _plain(known.company_sizes, known.deployment["installers"])


def _plain(*groups: dict[str, Term]) -> Iterable[str]:
    return (term.name for group in groups for term in group.values())
