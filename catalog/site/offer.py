"""How an application is sold: models, routes, certificate, promotions.

Owns the sales side of an entry's page. Refuses terms of contracts: an entry has no field for them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.regions import words
from catalog.site.entry_views import CertificationView, ModelView, RouteView
from catalog.site.terms import link, path_of
from catalog.site.views import PromotionView, Reference, Text
from catalog.site.words import reference, text_of
from catalog.vocabulary import vocabularies

if TYPE_CHECKING:
    from datetime import date

    from catalog.model import Entry, Promotion
    from catalog.site.sources import Sources


def models_of(entry: Entry) -> tuple[ModelView, ...]:
    """The stated models, each with those of the entry's routes that go with it."""
    known = vocabularies()
    return tuple(
        ModelView(
            id=model.id,
            name=model.name,
            path=path_of("model", model.id),
            summary=model.summary,
            contract=model.contract,
            earns=model.earns,
            routes=tuple(link("route", route) for route in routes),
            flows=routes,
        )
        for model in (known.models[model_id] for model_id in entry.business_models)
        for routes in (tuple(route for route in entry.routes if model.id in known.routes[route].models),)
    )


def routes_of(entry: Entry) -> tuple[RouteView, ...]:
    """The routes to market that the entry is on."""
    known = vocabularies().routes
    return tuple(
        RouteView(
            id=route, name=known[route].name, path=path_of("route", route), summary=known[route].summary
        )
        for route in entry.routes
    )


def white_label_of(entry: Entry, sources: Sources) -> tuple[Reference, ...]:
    """The companies that sell the application in stores of their own resellers."""
    partners = {partner.id: partner for partner in sources.catalog.programme.white_label_partners}
    return tuple(
        reference(partners[name].name, partners[name].homepage or "") for name in entry.white_label_partners
    )


def certification_of(entry: Entry, as_of: date) -> CertificationView | None:
    """The certificate as it stands at the build's day."""
    given = entry.certification
    if given is None:
        return None
    return CertificationView(
        level=given.level,
        name=given.level.capitalize(),
        version=given.version,
        day=given.date,
        expires=given.expires,
        current=given.expires is None or given.expires >= as_of,
        other_version=given.version != entry.version,
        href=given.url,
    )


def lasting(entry: Entry, as_of: date) -> list[Promotion]:
    """The promotions that run or are still to come, those that end first first."""
    return sorted((offer for offer in entry.promotions if offer.ends >= as_of), key=_order)


def promotions_of(entry: Entry, as_of: date) -> tuple[PromotionView, ...]:
    """The same as views."""
    return tuple(
        PromotionView(
            title=text_of(offer.title, entry),
            text=text_of(offer.text, entry),
            starts=offer.starts,
            ends=offer.ends,
            active=offer.starts <= as_of,
            where=words(offer.regions) if offer.regions else "",
            href=offer.terms,
        )
        for offer in lasting(entry, as_of)
    )


def _order(offer: Promotion) -> tuple[date, date, str]:
    return offer.ends, offer.starts, offer.title


def text_or_none(value: str | None, entry: Entry) -> Text | None:
    """A text of the entry that may be absent."""
    return text_of(value, entry) if value else None
