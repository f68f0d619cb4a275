"""What the entry templates receive; see views.py for the templates and what else they know.

Owns the parts of an entry's page. Refuses the same things as views.py.
"""

from __future__ import annotations

from datetime import date  # noqa: TC003 -- msgspec reads annotations when a view is first encoded

from markupsafe import Markup  # noqa: TC002 -- as above

from catalog.site.views import Card, Link, Picture, PromotionView, Reference, Text, View


class Requirement(View, frozen=True, kw_only=True):
    """One row of the requirements: a term, its values, a remark in muted text, a link out."""

    term: str
    values: tuple[str, ...]
    remark: str = ""
    reference: Reference | None = None


class ModelView(View, frozen=True, kw_only=True):
    """A stated business model in the handbook's sense, and which of the entry's routes go with it.

    `flows` are the ids of those routes, for the drawings of the money flow.
    """

    id: str
    name: str
    path: str
    summary: str
    contract: str
    earns: str
    routes: tuple[Link, ...]
    flows: tuple[str, ...]


class RouteView(View, frozen=True, kw_only=True):
    """A route to market that the entry is on."""

    id: str
    name: str
    path: str
    summary: str


class Gate(View, frozen=True, kw_only=True):
    """A condition of a model or route that is met: what, since when, and the vendor's word or page for it."""

    text: str
    since: date | None = None
    detail: Text | None = None
    proof: Reference | None = None


class VerdictView(View, frozen=True, kw_only=True):
    """The Plesk verdict. `answer` is meets, does-not-meet or not-enough-stated; `title` says it in words."""

    answer: str
    title: str
    clause: str
    reason: str


class MaterialView(View, frozen=True, kw_only=True):
    """One of the go-to-market materials. `state`: public, partners or missing; `note`: a word or two."""

    id: str
    name: str
    state: str
    note: str
    baseline: bool
    href: str | None = None


class ReadinessView(View, frozen=True, kw_only=True):
    """How many of `total` materials there are, `partners` of them for partners only; `baseline` complete or not.

    `next`: the name and the purpose of what to add next.
    """

    met: int
    total: int
    partners: int
    baseline: bool
    materials: tuple[MaterialView, ...]
    next: tuple[str, str] | None


class CertificationView(View, frozen=True, kw_only=True):
    """A certificate: `level` id and `name` for readers. `current` is false when it has expired at the build's day.

    `other_version`: it was given for another version than the one described.
    """

    level: str
    name: str
    version: str
    day: date
    expires: date | None
    current: bool
    other_version: bool
    href: str | None


class PriceView(View, frozen=True, kw_only=True):
    """An end-user list price in words: `from EUR 3.90 per user/month`, `Free`; `remark` such as `30 days trial`."""

    text: str
    remark: str


class PackageView(View, frozen=True, kw_only=True):
    """The APS package. `file` is the last part of `href`."""

    aps: str | None
    release: str | None
    id: str | None
    href: str | None
    file: str


class WebinarView(View, frozen=True, kw_only=True):
    """A slot in a monthly webinar. `past`: held before the build's day."""

    day: date
    past: bool
    recording: str | None


class LaunchView(View, frozen=True, kw_only=True):
    """The launch: day, event, an approved press release, posts."""

    day: date | None
    event: Text | None
    release: Reference | None
    social: tuple[Reference, ...]


class CaseView(View, frozen=True, kw_only=True):
    """A case study elsewhere."""

    title: Text
    customer: Text
    href: str


class ContactView(View, frozen=True, kw_only=True):
    """A role address: `Sales`, `Technical`, `Press`, or sales in the country that `role` names.

    `tel` is the number for a `tel:` link.
    """

    role: str
    email: str | None
    phone: str | None
    tel: str
    href: str | None
    host: str

    @property
    def ways(self) -> str:
        """How to reach it, in one line."""
        return ", ".join(way for way in (self.email, self.phone, self.host) if way)


class Screenshot(View, frozen=True, kw_only=True):
    """A picture of the application, and its caption (may be empty)."""

    picture: Picture
    caption: Text


class TranslationView(View, frozen=True, kw_only=True):
    """The entry in one more language: the language's English name, and the texts that were translated.

    `sample` is one of them, or empty, for their language and direction.
    """

    language: str
    summary: Text | None
    description: Markup | None
    pitch: Text | None
    sample: Text


class Coverage(View, frozen=True, kw_only=True):
    """Where the entry is sold. `words` are the vendor's; `count` countries, `countries` their names in order.

    `links` lead to the region pages of the tokens that were named. Nothing stated: `stated` is false, all empty.
    """

    stated: bool
    words: str
    count: int
    countries: tuple[str, ...]
    links: tuple[Link, ...]
    excluded: tuple[str, ...]


class EntryPage(View, frozen=True, kw_only=True):
    """Everything on an entry's page, in reading order of the look. Empty tuples and `None` are parts left out."""

    card: Card
    crumbs: tuple[Link, ...]
    vendor_country: str | None
    vendor_home: Reference
    packager: Reference | None
    description: Markup
    description_text: Text
    pitch: Text | None
    highlights: tuple[Text, ...]
    screenshots: tuple[Screenshot, ...]
    video: Reference | None
    version: str
    coverage: Coverage
    languages: tuple[str, ...]
    certification: CertificationView | None
    price: PriceView | None
    licence: str | None
    package: PackageView | None
    categories: tuple[Link, ...]
    models: tuple[ModelView, ...]
    routes: tuple[RouteView, ...]
    white_label: tuple[Reference, ...]
    gates: tuple[Gate, ...]
    type_attributes: tuple[str, ...]
    requirements: tuple[Requirement, ...]
    verdict: VerdictView
    readiness: ReadinessView
    promotions: tuple[PromotionView, ...]
    webinar: WebinarView | None
    launch: LaunchView | None
    cases: tuple[CaseView, ...]
    audiences: tuple[tuple[str, tuple[str, ...]], ...]
    contacts: tuple[ContactView, ...]
    links: tuple[Reference, ...]
    translations: tuple[TranslationView, ...]
    siblings: tuple[Markup, ...]
    sibling_count: int
    source: str
    source_words: str
    checked: date | None
    evidence: tuple[Reference, ...]
    in_print: bool
    json_src: str
    edit_href: str | None

    @property
    def sales(self) -> ContactView | None:
        """Whom to ask about selling it."""
        return next((contact for contact in self.contacts if contact.role == "Sales"), None)


class TombstonePage(View, frozen=True, kw_only=True):
    """A withdrawn entry: what it was, and the entry that took its place (`None` when none was named)."""

    name: Text
    vendor: Text
    vendor_path: str | None
    summary: Text
    demo: bool
    successor: Markup | None
    successor_name: Text | None
    successor_path: str | None
    json_src: str
