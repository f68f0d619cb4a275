"""The programme's files: white-label partners, storefronts, webinars, events, facts, contacts.

Owns their shapes. Each file is optional; a fault in one is reported like a fault of an entry.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from catalog import model
from catalog.decode.entry import MapOf
from catalog.decode.shapes import MISSING, Block, Flag, ListOf, Missing, Shape, Sink, Text, said
from catalog.decode.terms import EMAIL, PHONE, SLUG, URL, Date
from catalog.source import Mapping, Node, Path

if TYPE_CHECKING:
    from catalog.findings import Problem
    from catalog.source import Document

_DATE = Date()


class _ByKey:
    """A mapping from any text to one shape, read as a dict."""

    def __init__(self, shape: Shape) -> None:
        self.shape = shape

    def read(self, node: Node, path: Path, sink: Sink) -> Any:
        if not isinstance(node, Mapping):
            return sink.error("APS203", path, f"a block of fields belongs here, not {said(node)}", "write `name: value` lines")
        values = {key: self.shape.read(child, (*path, key), sink) for key, child in node.fields.items()}
        return MISSING if any(isinstance(value, Missing) for value in values.values()) else values

    def schema(self) -> dict[str, Any]:
        return {"type": "object", "additionalProperties": self.shape.schema()}


_STOREFRONT = Block(dict, {"name": Text(80), "enabled": Flag(), "applications": ListOf(SLUG)}, required=("name", "enabled"))
_FILES: dict[str, Shape] = {
    "white-label-partners.yaml": ListOf(
        Block(
            model.WhiteLabelPartner,
            {"id": SLUG, "name": Text(80), "homepage": URL, "aliases": ListOf(Text(80))},
            required=("id", "name"),
        )
    ),
    "events.yaml": ListOf(
        Block(
            model.Event,
            {"id": SLUG, "title": Text(120), "starts": _DATE, "ends": _DATE, "place": Text(120), "url": URL},
            required=("id", "title", "starts"),
        )
    ),
    "facts.yaml": ListOf(
        Block(
            model.Fact,
            {"id": SLUG, "value": Text(60), "unit": Text(60), "source": Text(120), "as_of": Text(20), "note": Text(400, flow=True)},
            required=("id", "value", "source", "as_of"),
        )
    ),
    "contacts.yaml": _ByKey(Block(model.Contact, {"email": EMAIL, "phone": PHONE, "url": URL})),
    "webinars.yaml": Block(dict, {"recordings": _ByKey(URL), "exceptions": ListOf(_DATE)}),
}


def decode_programme_file(document: Document, name: str) -> tuple[Any, list[Problem]]:
    """The value of one programme file by its name relative to `program/`, or None; and its problems.

    `storefronts/<id>.yaml` gives a `StorefrontListing`, `webinars.yaml` a dict, the others tuples or dicts of parts.
    A name that is no programme file raises `KeyError`.
    """
    sink = Sink(document)
    if document.root is None:
        return None, []
    if name.startswith("storefronts/"):
        values = _STOREFRONT.values(document.root, (), sink)
        whole = not isinstance(values, Missing)
        storefront = model.StorefrontListing(id=name.removeprefix("storefronts/").removesuffix(".yaml"), **values) if whole else None
        return storefront, sink.problems
    value = _FILES[name].read(document.root, (), sink)
    return (None if isinstance(value, Missing) else value), sink.problems


__all__ = ["MapOf", "decode_programme_file"]
