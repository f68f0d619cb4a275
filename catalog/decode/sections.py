"""The blocks of an entry, each a table of shapes: vendor, deployment, gates, package, contacts, offers, pictures.

Owns what each block may hold. A field is one line here and one in `catalog.model.parts`. Every block refuses keys that
would publish confidential terms with a word of its own (APS640; handbook, Business Model Considerations).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from catalog import model
from catalog.decode.addresses import EMAIL, PHONE, PICTURE, SLUG, URI, URL
from catalog.decode.codes import COLOUR, COUNTRY, CURRENCY, LANGUAGE, SHA256
from catalog.decode.containers import Block, ListOf
from catalog.decode.mappings import MapOf
from catalog.decode.places import REGIONS
from catalog.decode.shapes import Flag, Refusal, Shape, Text, shorten
from catalog.decode.terms import Amount, Count, Date, Term
from catalog.vocabulary import vocabularies

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

T = TypeVar("T")
_VOCABULARIES = vocabularies()
_DEPLOYMENT = _VOCABULARIES.deployment
_CONFIDENTIAL = frozenset(
    {
        "wholesale_price", "wholesale", "revenue_share", "revenue_percent", "share_percent", "margin", "margin_percent",
        "commission", "commission_percent", "discount_percent", "partner_price", "reseller_price", "transaction_fee",
    }
)  # fmt: skip
_WEB_SERVERS = frozenset(_DEPLOYMENT["servers_software"])
DATE = Date()
FLAG = Flag()


def confidential(key: str) -> Refusal | None:
    """Refuse a key whose value would have to stay between the parties."""
    if key.lower() not in _CONFIDENTIAL:
        return None
    remedy = "remove it; the gates only record that terms are agreed, and when"
    return Refusal("APS640", f'"{key}" would publish confidential terms', remedy)


def _shared(word: str) -> Refusal | None:
    """Refuse an environment that a dedicated application would share with others."""
    if not word.lower().startswith(("shared", "webspace", "web space")) and word not in _WEB_SERVERS:
        return None
    message = f'"{shorten(word)}" is an environment shared with others'
    remedy = "a dedicated application needs an operating system to itself; what shares one is type: webspace"
    return Refusal("APS605", message, remedy)


def _block(into: Callable[..., T], fields: Mapping[str, Shape[object]], *required: str) -> Block[T]:
    return Block(into, fields, required=required, unknown=confidential)


def _terms(what: str, known: Iterable[str]) -> ListOf[str]:
    return ListOf(Term(what, known))


VENDOR = _block(model.Vendor, {"name": Text(80), "homepage": URL, "country": COUNTRY}, "name", "homepage")
PACKAGER = _block(model.Packager, {"name": Text(80), "homepage": URL}, "name")
DEPLOYMENT = _block(
    model.Deployment,
    {
        "stack": _terms("part of a web stack", _DEPLOYMENT["stack"]),
        "servers_software": _terms("web server", _DEPLOYMENT["servers_software"]),
        "databases": ListOf(Text(60)),
        "environments": ListOf(Term("environment", _DEPLOYMENT["environments"], unknown=_shared)),
        "os": ListOf(Text(60)),
        "installer": _terms("installer", _DEPLOYMENT["installers"]),
        "servers": Count(10_000),
        "background_services": FLAG,
        "service": _block(model.Service, {"name": Text(80), "homepage": URL}, "name"),
        "api": _block(
            model.Api, {"style": Term("API style", _DEPLOYMENT["api_styles"]), "documentation": URL}
        ),
        "multitenant": FLAG,
    },
)
PLESK = _block(
    model.Plesk, {"package": Term("kind of package", ("same", "separate")), "min_version": Text(20)}
)
REFERRAL = _block(model.Referral, {"agreed": DATE, "joint_plan": FLAG})
STOREFRONT = _block(
    model.Storefront,
    {
        "track_record": Text(300, flow=True),
        "agreed": DATE,
        "wholesale_agreed": FLAG,
        "margin_50": Term("answer", ("true", "false", "undisclosed")),
    },
)
KEY_ADMINISTRATOR = _block(
    model.KeyAdministrator,
    {
        "track_record": Text(300, flow=True),
        "approved": DATE,
        "integration": Term("state of the integration", ("planned", "done")),
    },
)
AUDIENCES = _block(
    model.Audiences,
    {
        "plesk_users": _terms("kind of Plesk user", _VOCABULARIES.plesk_users),
        "company_sizes": _terms("company size", _VOCABULARIES.company_sizes),
        "partner_segments": _terms("partner segment", _VOCABULARIES.partner_segments),
    },
)
PACKAGE = _block(
    model.Package,
    {
        "aps": Term("version of the APS standard", ("1.0", "1.1", "1.2", "2.0", "2.1", "2.2")),
        "id": URI,
        "release": Text(40),
        "url": URL,
        "sha256": SHA256,
    },
)
CERTIFICATION = _block(
    model.Certification,
    {
        "level": Term("certification level", ("silver", "gold")),
        "version": Text(40),
        "date": DATE,
        "expires": DATE,
        "url": URL,
    },
    "level",
    "version",
    "date",
)
_PRICE_FROM = _block(
    model.PriceFrom, {"amount": Amount(), "currency": CURRENCY, "per": Text(40)}, "amount", "currency"
)
PRICING = Block(
    model.Pricing,
    {
        "model": Term("pricing model", ("free", "freemium", "subscription", "perpetual", "usage", "quote")),
        "from": _PRICE_FROM,
        "trial_days": Count(3650, least=0),
    },
    required=("model",),
    attributes={"from": "price_from"},
    unknown=confidential,
)
_WAYS: dict[str, Shape[object]] = {"email": EMAIL, "phone": PHONE, "url": URL}
_CONTACT = _block(model.Contact, _WAYS)
_DESK: Block[dict[str, object]] = _block(dict, _WAYS)
CONTACTS = _block(
    model.Contacts,
    {
        "sales": _CONTACT,
        "technical": _CONTACT,
        "press": _CONTACT,
        "local": MapOf("country", COUNTRY, _DESK, model.LocalContact, "country"),
    },
)
LINKS = _block(
    model.Links, dict.fromkeys(("support", "documentation", "eula", "community", "source", "demo"), URL)
)
_MATERIALS = tuple(term.id for term in _VOCABULARIES.materials.values() if term.proof == "collateral")
_SHOWN: Block[dict[str, object]] = _block(
    dict, {"url": URL, "access": Term("access", ("public", "partners")), "updated": DATE}, "url", "access"
)
COLLATERAL = MapOf("material", Term("material", _MATERIALS), _SHOWN, model.Collateral, "material")
_PRESS_RELEASE = _block(
    model.PressRelease,
    {
        "url": URL,
        "kind": Term("kind of press release", ("availability", "update", "momentum")),
        "approved": DATE,
    },
    "url",
)
LAUNCH = _block(
    model.Launch,
    {"date": DATE, "event": Text(120), "press_release": _PRESS_RELEASE, "social": ListOf(URL)},
)
WEBINAR = _block(model.Webinar, {"date": DATE, "recording": URL}, "date")
PROMOTIONS = ListOf(
    _block(
        model.Promotion,
        {
            "title": Text(80),
            "text": Text(300, flow=True),
            "starts": DATE,
            "ends": DATE,
            "regions": REGIONS,
            "terms": URL,
        },
        "title",
        "text",
        "starts",
        "ends",
    )
)
CASE_STUDIES = ListOf(
    _block(
        model.CaseStudy, {"title": Text(120), "customer": Text(80), "url": URL}, "title", "customer", "url"
    )
)
_SCREENSHOT = _block(model.Screenshot, {"file": PICTURE, "caption": Text(100)}, "file")
MEDIA = _block(
    model.Media,
    {
        "logo": PICTURE,
        "logo_dark": PICTURE,
        "color": COLOUR,
        "screenshots": ListOf(_SCREENSHOT, most=6),
        "video": URL,
    },
)
PRINT = _block(model.Print, {"include": FLAG, "featured": FLAG})
WAIVE = ListOf(
    _block(
        model.Waiver,
        {"rule": Text(6), "reason": Text(300, flow=True), "until": DATE},
        "rule",
        "reason",
        "until",
    )
)
LISTING = _block(
    model.Listing,
    {
        "source": Term("source", ("vendor", "package", "public", "demo")),
        "checked": DATE,
        "evidence": ListOf(URL),
        "status": Term("status", ("listed", "withdrawn")),
        "replaced_by": SLUG,
    },
)
_TRANSLATED: Block[dict[str, object]] = _block(
    dict, {"summary": Text(100), "description": Text(5000, lines=True), "pitch": Text(450, flow=True)}
)
TRANSLATIONS = MapOf("language", LANGUAGE, _TRANSLATED, model.Translation, "language")
