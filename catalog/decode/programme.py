"""The programme's files: white-label partners, storefronts, webinars, events, facts, contacts; and the team's own.

Owns their shapes. Each file is optional; a fault in one is reported like a fault of an entry.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import available_timezones

from catalog import model
from catalog.decode.addresses import EMAIL, PHONE, PICTURE, SLUG, URL
from catalog.decode.codes import COLOUR, COUNTRY
from catalog.decode.containers import Block, ListOf
from catalog.decode.mappings import DictOf
from catalog.decode.sections import DATE, FLAG
from catalog.decode.shapes import Missing, Shape, Sink, Text
from catalog.decode.terms import Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.findings import Problem
    from catalog.source import Document

_NAME = Text(80)
_BRAND = Block(model.Brand, {"logo": PICTURE, "colour": COLOUR, "url": URL})
_STOREFRONT: Block[dict[str, object]] = Block(
    dict,
    {"name": _NAME, "enabled": FLAG, "applications": ListOf(SLUG), "brand": _BRAND},
    required=("name", "enabled"),
)
_PARTNER = Block(
    model.WhiteLabelPartner,
    {"id": SLUG, "name": _NAME, "homepage": URL, "aliases": ListOf(_NAME)},
    required=("id", "name"),
)
_EVENT = Block(
    model.Event,
    {"id": SLUG, "title": Text(120), "starts": DATE, "ends": DATE, "place": Text(120), "url": URL},
    required=("id", "title", "starts"),
)
_FACT = Block(
    model.Fact,
    {
        "id": SLUG,
        "value": Text(60),
        "unit": Text(60),
        "source": Text(120),
        "as_of": Text(20),
        "note": Text(400, flow=True),
    },
    required=("id", "value", "source", "as_of"),
)


_MANAGER = Block(
    model.EngagementManager,
    {"id": SLUG, "name": _NAME, "email": EMAIL, "applications": ListOf(SLUG), "owner": Text(18)},
    required=("id", "name", "email"),
)
_LEAD = Block(
    model.Lead,
    {
        "application": SLUG,
        "company": _NAME,
        "contact": _NAME,
        "qualified": DATE,
        "email": EMAIL,
        "phone": PHONE,
        "website": URL,
        "country": COUNTRY,
        "note": Text(400, flow=True),
    },
    required=("application", "company", "contact", "qualified"),
)


def _zones() -> Iterator[str]:
    """The names of the machine's time zones; finding them looks into 600 files."""
    yield from sorted(available_timezones())


_QUARTERS = [f"{hour:02}:{minute:02}" for hour in range(24) for minute in (0, 15, 30, 45)]
_WEBINARS: Block[dict[str, object]] = Block(
    dict,
    {
        "starts": Term("time of day", _QUARTERS),
        "zone": Term("time zone", _zones()),
        "recordings": DictOf(URL, key=DATE),
        "exceptions": ListOf(DATE),
    },
)
_FILES: dict[str, Shape[object]] = {
    "white-label-partners.yaml": ListOf(_PARTNER),
    "events.yaml": ListOf(_EVENT),
    "facts.yaml": ListOf(_FACT),
    "contacts.yaml": DictOf(Block(model.Contact, {"email": EMAIL, "phone": PHONE, "url": URL})),
    "webinars.yaml": _WEBINARS,
    "internal/engagement-managers.yaml": ListOf(_MANAGER),
    "internal/leads.yaml": ListOf(_LEAD),
}


def decode_programme_file(document: Document, name: str) -> tuple[object, list[Problem]]:
    """The value of one programme file by its name below `program/`, or None; and its problems.

    `storefronts/<id>.yaml` gives a `StorefrontListing`, `webinars.yaml` a dict, the others tuples or dicts of parts.
    A name that is no programme file raises `KeyError`.
    """
    sink = Sink(document)
    if document.root is None:
        return None, []
    if name.startswith("storefronts/"):
        values = _STOREFRONT.values(document.root, (), sink)
        if isinstance(values, Missing):
            return None, sink.problems
        shop = name.removeprefix("storefronts/").removesuffix(".yaml")
        return model.StorefrontListing(id=shop, **values), sink.problems  # type: ignore[arg-type]
    value = _FILES[name].read(document.root, (), sink)
    return (None if isinstance(value, Missing) else value), sink.problems
