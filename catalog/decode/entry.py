"""The entry schema, version 1, as one table of shapes, and the decoder of a whole entry.

Owns which fields an entry has, which nine are required, and that a deployment key belongs to the entry's type (APS227;
handbook, Table 1).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.decode import sections
from catalog.decode.addresses import SLUG
from catalog.decode.codes import LANGUAGE
from catalog.decode.containers import Block, Choice, ListOf
from catalog.decode.places import REGIONS
from catalog.decode.shapes import Doubt, JsonSchema, Missing, Refusal, Sink, Text, any_of, said
from catalog.decode.terms import Term
from catalog.findings import Problem, Severity
from catalog.model import Entry
from catalog.source import Mapping, Node, Path, Plain, Scalar
from catalog.vocabulary import NOT_STATED, vocabularies

if TYPE_CHECKING:
    from catalog.source import Document

_VOCABULARIES = vocabularies()
REQUIRED = (
    "name",
    "version",
    "summary",
    "description",
    "vendor",
    "type",
    "business_models",
    "regions",
    "categories",
)


class _NotStated:
    """The word `not-stated`, read as no model at all."""

    def read(self, node: Node, path: Path, sink: Sink) -> tuple[str, ...] | Missing:
        text = node.text if isinstance(node, Scalar) else ""
        if text == NOT_STATED:
            return ()
        if text in _VOCABULARIES.models:
            message = f'one business model, "{text}", needs the brackets of a list too'
            return sink.error("APS203", path, message, f"write business_models: [{text}]")
        remedy = f"write a list of {any_of(_VOCABULARIES.models)}, or {NOT_STATED}"
        return sink.error("APS209", path, f"{said(node)} is no list of business models", remedy)

    def take(self, value: Plain) -> tuple[str, ...]:
        if value != NOT_STATED:
            raise Doubt
        return ()

    def schema(self) -> JsonSchema:
        return {"type": "string", "const": NOT_STATED}


ENTRY: Block[dict[str, object]] = Block(
    dict,
    {
        "name": Text(60),
        "version": Text(40),
        "summary": Text(100),
        "description": Text(5000, lines=True),
        "vendor": sections.VENDOR,
        "type": Term("application type", _VOCABULARIES.types),
        "business_models": Choice(
            _NotStated(), ListOf(Term("business model", _VOCABULARIES.models), least=1)
        ),
        "regions": REGIONS,
        "categories": ListOf(Term("category", _VOCABULARIES.categories), most=3, least=1),
        "pitch": Text(450, flow=True),
        "highlights": ListOf(Text(120), most=3),
        "packager": sections.PACKAGER,
        "license": Text(120),
        "deployment": sections.DEPLOYMENT,
        "plesk": sections.PLESK,
        "routes": ListOf(Term("route", _VOCABULARIES.routes)),
        "referral": sections.REFERRAL,
        "storefront": sections.STOREFRONT,
        "key_administrator": sections.KEY_ADMINISTRATOR,
        "white_label_partners": ListOf(SLUG),
        "keywords": ListOf(Text(30), most=10),
        "languages": ListOf(LANGUAGE),
        "audiences": sections.AUDIENCES,
        "package": sections.PACKAGE,
        "certification": sections.CERTIFICATION,
        "pricing": sections.PRICING,
        "contacts": sections.CONTACTS,
        "links": sections.LINKS,
        "collateral": sections.COLLATERAL,
        "launch": sections.LAUNCH,
        "webinar": sections.WEBINAR,
        "promotions": sections.PROMOTIONS,
        "case_studies": sections.CASE_STUDIES,
        "media": sections.MEDIA,
        "print": sections.PRINT,
        "waive": sections.WAIVE,
        "listing": sections.LISTING,
        "formerly": ListOf(SLUG),
        "translations": sections.TRANSLATIONS,
    },
    required=REQUIRED,
    unknown=sections.confidential,
)


def decode_entry(document: Document, slug: str) -> tuple[Entry | None, list[Problem]]:
    """The entry of a document that has a root, or None where an error stands; and all problems of its fields."""
    sink = Sink(document)
    root = document.root
    if root is None:
        return None, []
    values = ENTRY.values(root, (), sink)
    _check_deployment(root, sink)
    stopped = any(problem.severity is Severity.ERROR for problem in sink.problems)
    if isinstance(values, Missing) or stopped:
        return None, sink.problems
    return Entry(slug=slug, **values), sink.problems  # type: ignore[arg-type]


def take_entry(content: dict[str, Plain], slug: str) -> Entry | None:
    """The entry of plain content that has no problem; None where one may be, for `decode_entry` to tell."""
    deployment = content.get("deployment", {})
    chosen = _VOCABULARIES.types.get(str(content.get("type")))
    if not chosen or not isinstance(deployment, dict) or not deployment.keys() <= set(chosen.deployment):
        return None
    try:
        return Entry(slug=slug, **ENTRY.taken(content))  # type: ignore[arg-type]
    except Doubt:
        return None


def _check_deployment(root: Node, sink: Sink) -> None:
    """Report each deployment key that belongs to another application type."""
    if not isinstance(root, Mapping):
        return
    deployment, kind = root.fields.get("deployment"), root.fields.get("type")
    chosen = _VOCABULARIES.types.get(kind.text) if isinstance(kind, Scalar) else None
    if not chosen or not isinstance(deployment, Mapping):
        return
    for key in deployment.fields:
        if key in sections.DEPLOYMENT.fields and key not in chosen.deployment:
            owners = any_of(term.id for term in _VOCABULARIES.types.values() if key in term.deployment)
            message = f'"{key}" does not belong to a {chosen.id} application'
            remedy = f"it describes a {owners} application; a {chosen.id} one has {any_of(chosen.deployment)}"
            sink.error_at_key(Refusal("APS227", message, remedy), ("deployment", key))
