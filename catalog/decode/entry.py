"""The entry schema, version 1, as one table of shapes, and the decoder of a whole entry.

Owns which fields exist and what each may hold. A field is one line here and one in `catalog.model`. Refuses keys that
would publish confidential terms with a word of its own (APS640), and deployment keys of another application type
(APS227).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from catalog import model
from catalog.decode.places import REGIONS
from catalog.decode.shapes import MISSING, Block, Choice, Flag, ListOf, Missing, Shape, Sink, Text, any_of, named, said
from catalog.decode.terms import (
    COLOUR,
    COUNTRY,
    CURRENCY,
    EMAIL,
    LANGUAGE,
    PHONE,
    PICTURE,
    SHA256,
    SLUG,
    URI,
    URL,
    Amount,
    Count,
    Date,
    Term,
    language_fault,
)
from catalog.source import Mapping, Node, Path, Scalar
from catalog.vocabulary import NOT_STATED, vocabularies

if TYPE_CHECKING:
    from catalog.findings import Problem
    from catalog.source import Document

_VOCABULARIES = vocabularies()
_DEPLOYMENT = _VOCABULARIES.deployment
_DATE = Date()
_FLAG = Flag()
_CONFIDENTIAL = (
    "wholesale_price", "wholesale", "revenue_share", "revenue_percent", "share_percent", "margin", "margin_percent",
    "commission", "commission_percent", "discount_percent", "partner_price", "reseller_price", "transaction_fee",
)  # fmt: skip
_CONTACT = Block(model.Contact, {"email": EMAIL, "phone": PHONE, "url": URL})


class MapOf:
    """A mapping whose keys are terms or languages; each value becomes one model part that knows its key."""

    def __init__(self, key: Term | None, block: Block, attribute: str, what: str) -> None:
        self.key = key
        self.block = block
        self.attribute = attribute
        self.what = what

    def read(self, node: Node, path: Path, sink: Sink) -> Any:
        """A tuple of parts, in the order of the file."""
        if not isinstance(node, Mapping):
            return sink.error("APS203", path, f"{named(path)} maps each {self.what} to its fields, and {said(node)} stands here", f"write one {self.what} a line, its fields below it")
        parts, whole = [], True
        for key, child in node.fields.items():
            here = (*path, key)
            if not self._known(key, node, here, sink):
                whole = False
                continue
            values = self.block.values(child, here, sink)
            if isinstance(values, Missing):
                whole = False
            else:
                parts.append(self.block.into(**{self.attribute: key}, **values))
        return tuple(parts) if whole else MISSING

    def _known(self, key: str, node: Mapping, path: Path, sink: Sink) -> bool:
        if self.key:
            before = len(sink.problems)
            self.key.read(node.keys[key], path, sink)
            sink.problems[before:] = [problem._replace(at="key") for problem in sink.problems[before:]]
            return len(sink.problems) == before
        if fault := language_fault(key):
            sink.error(fault[0], path, fault[1], fault[2], at="key")
            return False
        return True

    def schema(self) -> dict[str, Any]:
        """Object with a pattern of keys, or the known ones."""
        fields = self.block.schema()
        if self.key:
            return {"type": "object", "additionalProperties": False, "properties": dict.fromkeys(self.key.known, fields)}
        return {"type": "object", "additionalProperties": fields, "propertyNames": {"pattern": "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"}}


class _NotStated:
    """The word `not-stated`, read as an empty tuple."""

    def read(self, node: Node, path: Path, sink: Sink) -> tuple[str, ...] | Missing:
        text = node.text if isinstance(node, Scalar) else ""
        if text == NOT_STATED:
            return ()
        if text in _VOCABULARIES.models:
            return sink.error("APS203", path, f'one business model, "{text}", needs the brackets of a list too', f"write business_models: [{text}]")
        return sink.error("APS209", path, f"{said(node)} is no list of business models", f"write a list of {any_of(_VOCABULARIES.models)}, or {NOT_STATED}")

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "const": NOT_STATED}


def _terms(what: str, known: Any, most: int | None = None, least: int = 0) -> ListOf:
    return ListOf(Term(what, known), most, least=least)


def _confidential(key: str, path: Path) -> tuple[str, str, str] | None:
    if key.lower() not in _CONFIDENTIAL:
        return None
    return "APS640", f'"{key}" would publish confidential terms', "remove it; gates only record that terms are agreed, and when"


def _block(into: Any, fields: dict[str, Shape], *required: str, **more: Any) -> Block:
    return Block(into, fields, required=required, unknown=_confidential, **more)


_PROMOTION: dict[str, Shape] = {
    "title": Text(80), "text": Text(300, flow=True), "starts": _DATE, "ends": _DATE, "regions": REGIONS, "terms": URL,
}  # fmt: skip
_PRICE_FROM = _block(model.PriceFrom, {"amount": Amount(), "currency": CURRENCY, "per": Text(40)}, "amount", "currency")
_TRANSLATION = Block(dict, {"summary": Text(100), "description": Text(5000, lines=True), "pitch": Text(450, flow=True)})
_COLLATERAL = _block(dict, {"url": URL, "access": Term("access", ("public", "partners")), "updated": _DATE}, "url", "access")
_COLLATERAL_IDS = tuple(material.id for material in _VOCABULARIES.materials.values() if material.proof == "collateral")
_DEPLOYMENT_FIELDS: dict[str, Shape] = {
    "stack": _terms("part of a web stack", _DEPLOYMENT["stack"]),
    "servers_software": _terms("web server", _DEPLOYMENT["servers_software"]),
    "databases": ListOf(Text(60)),
    "environments": _terms("environment", _DEPLOYMENT["environments"]),
    "os": ListOf(Text(60)),
    "installer": _terms("installer", _DEPLOYMENT["installers"]),
    "servers": Count(10_000),
    "background_services": _FLAG,
    "service": _block(model.Service, {"name": Text(80), "homepage": URL}, "name"),
    "api": _block(model.Api, {"style": Term("API style", _DEPLOYMENT["api_styles"]), "documentation": URL}),
    "multitenant": _FLAG,
}
_LAUNCH: dict[str, Shape] = {
    "date": _DATE,
    "event": Text(120),
    "press_release": _block(
        model.PressRelease,
        {"url": URL, "kind": Term("kind of press release", ("availability", "update", "momentum")), "approved": _DATE},
        "url",
    ),
    "social": ListOf(URL),
}
_STOREFRONT: dict[str, Shape] = {
    "track_record": Text(300, flow=True),
    "agreed": _DATE,
    "wholesale_agreed": _FLAG,
    "margin_50": Term("answer", ("true", "false", "undisclosed")),
}
_KEY_ADMINISTRATOR: dict[str, Shape] = {
    "track_record": Text(300, flow=True),
    "approved": _DATE,
    "integration": Term("state of the integration", ("planned", "done")),
}

ENTRY = _block(
    dict,
    {
        "name": Text(60),
        "version": Text(40),
        "summary": Text(100),
        "description": Text(5000, lines=True),
        "vendor": _block(model.Vendor, {"name": Text(80), "homepage": URL, "country": COUNTRY}, "name", "homepage"),
        "type": Term("application type", _VOCABULARIES.types),
        "business_models": Choice(_NotStated(), _terms("business model", _VOCABULARIES.models, least=1)),
        "regions": REGIONS,
        "categories": _terms("category", _VOCABULARIES.categories, most=3, least=1),
        "pitch": Text(450, flow=True),
        "highlights": ListOf(Text(120), most=3),
        "packager": _block(model.Packager, {"name": Text(80), "homepage": URL}, "name"),
        "license": Text(120),
        "deployment": _block(model.Deployment, _DEPLOYMENT_FIELDS),
        "plesk": _block(model.Plesk, {"package": Term("package", ("same", "separate")), "min_version": Text(20)}),
        "routes": _terms("route", _VOCABULARIES.routes),
        "referral": _block(model.Referral, {"agreed": _DATE, "joint_plan": _FLAG}),
        "storefront": _block(model.Storefront, _STOREFRONT),
        "key_administrator": _block(model.KeyAdministrator, _KEY_ADMINISTRATOR),
        "white_label_partners": ListOf(SLUG),
        "keywords": ListOf(Text(30), most=10),
        "languages": ListOf(LANGUAGE),
        "audiences": _block(
            model.Audiences,
            {
                "plesk_users": _terms("kind of Plesk user", _VOCABULARIES.plesk_users),
                "company_sizes": _terms("company size", _VOCABULARIES.company_sizes),
                "partner_segments": _terms("partner segment", _VOCABULARIES.partner_segments),
            },
        ),
        "package": _block(
            model.Package,
            {
                "aps": Term("version of the APS standard", ("1.0", "1.1", "1.2", "2.0", "2.1", "2.2")),
                "id": URI, "release": Text(40), "url": URL, "sha256": SHA256,
            },
        ),
        "certification": _block(
            model.Certification,
            {"level": Term("certification level", ("silver", "gold")), "version": Text(40), "date": _DATE, "expires": _DATE, "url": URL},
            "level", "version", "date",
        ),
        "pricing": _block(
            model.Pricing,
            {
                "model": Term("pricing model", ("free", "freemium", "subscription", "perpetual", "usage", "quote")),
                "from": _PRICE_FROM, "trial_days": Count(3650, least=0),
            },
            "model", attributes={"from": "price_from"},
        ),
        "contacts": _block(model.Contacts, {"sales": _CONTACT, "technical": _CONTACT, "press": _CONTACT}),
        "links": _block(model.Links, dict.fromkeys(("support", "documentation", "eula", "community", "source", "demo"), URL)),
        "collateral": MapOf(Term("material", _COLLATERAL_IDS), Block(model.Collateral, _COLLATERAL.fields, required=("url", "access")), "material", "material"),
        "launch": _block(model.Launch, _LAUNCH),
        "webinar": _block(model.Webinar, {"date": _DATE, "recording": URL}, "date"),
        "promotions": ListOf(_block(model.Promotion, _PROMOTION, "title", "text", "starts", "ends")),
        "case_studies": ListOf(_block(model.CaseStudy, {"title": Text(120), "customer": Text(80), "url": URL}, "title", "customer", "url")),
        "media": _block(
            model.Media,
            {
                "logo": PICTURE, "logo_dark": PICTURE, "color": COLOUR,
                "screenshots": ListOf(_block(model.Screenshot, {"file": PICTURE, "caption": Text(100)}, "file"), most=6),
                "video": URL,
            },
        ),
        "print": _block(model.Print, {"include": _FLAG, "featured": _FLAG}),
        "waive": ListOf(_block(model.Waiver, {"rule": Text(6), "reason": Text(300, flow=True), "until": _DATE}, "rule", "reason", "until")),
        "listing": _block(
            model.Listing,
            {
                "source": Term("source", ("vendor", "package", "public", "demo")), "checked": _DATE, "evidence": ListOf(URL),
                "status": Term("status", ("listed", "withdrawn")), "replaced_by": SLUG,
            },
        ),
        "formerly": ListOf(SLUG),
        "translations": MapOf(None, Block(model.Translation, _TRANSLATION.fields), "language", "language"),
    },
    "name", "version", "summary", "description", "vendor", "type", "business_models", "regions", "categories",
)  # fmt: skip


def decode_entry(document: Document, slug: str) -> tuple[model.Entry | None, list[Problem]]:
    """The entry of a document that has a root, or None; and all problems of its fields."""
    sink = Sink(document)
    root = document.root
    if root is None:
        return None, []
    values = ENTRY.values(root, (), sink)
    whole = _deployment_fits(root, sink)
    if isinstance(values, Missing) or not whole or any(problem.severity == "error" for problem in sink.problems):
        return None, sink.problems
    return model.Entry(slug=slug, **values), sink.problems


def _deployment_fits(root: Node, sink: Sink) -> bool:
    """Whether every deployment key belongs to the entry's type."""
    if not isinstance(root, Mapping):
        return False
    deployment, kind = root.fields.get("deployment"), root.fields.get("type")
    chosen = _VOCABULARIES.types.get(kind.text) if isinstance(kind, Scalar) else None
    if not chosen or not isinstance(deployment, Mapping):
        return True
    strangers = [key for key in deployment.fields if key in _DEPLOYMENT_FIELDS and key not in chosen.deployment]
    for key in strangers:
        owners = any_of(kind.id for kind in _VOCABULARIES.types.values() if key in kind.deployment)
        sink.error(
            "APS227", ("deployment", key), f'"{key}" does not belong to a {chosen.id} application',
            f"it describes a {owners} application; a {chosen.id} one has {any_of(chosen.deployment)}", at="key",
        )  # fmt: skip
    return not strangers
