"""Facets beyond those of the vocabulary's pages: for whom, certificates that hold, and the two kinds of resale.

Owns their values and words, which the panel, the counts and the search index share. Like the Plesk verdict and the
sales material they have no static pages, so a script filters by them.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from catalog.vocabulary import vocabularies

if TYPE_CHECKING:
    from datetime import date

    from catalog.model import Entry

CERTIFICATES = {"gold": "Gold certified", "silver": "Silver certified"}
RESALES = {"storefront": "Storefront resale", "key-administrator": "Key Administrator"}
"""The handbook's two reseller models, which stand below the business model in the panel."""
_RESALE_ROUTES = {
    "storefront": {"partner-storefront", "cloud-marketplace"},
    "key-administrator": {"key-administrator"},
}


@functools.cache
def audiences() -> dict[str, str]:
    """All audiences by id: companies by size, then kinds of Plesk Panel users, then partners who resell."""
    known = vocabularies()
    sizes = {term.id: f"{term.name} companies" for term in known.company_sizes.values()}
    users = {term.id: term.name for term in known.plesk_users.values()}
    partners = {term.id: term.name for term in known.partner_segments.values()}
    return {**sizes, **users, **partners}


def resales_of(entry: Entry) -> tuple[str, ...]:
    """How an application is resold; nothing for one that is not."""
    if "reseller" not in entry.business_models:
        return ()
    return tuple(resale for resale, routes in _RESALE_ROUTES.items() if not routes.isdisjoint(entry.routes))


def audiences_of(entry: Entry) -> tuple[str, ...]:
    """The audiences that an entry states."""
    stated = entry.audiences
    return (*stated.company_sizes, *stated.plesk_users, *stated.partner_segments)


def certificates_of(entry: Entry, as_of: date) -> tuple[str, ...]:
    """The level of a certificate that has not ended; one without an end holds."""
    given = entry.certification
    if given is None or (given.expires and given.expires < as_of):
        return ()
    return (given.level,)
