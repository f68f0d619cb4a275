"""What the templates of lists, of the front page and of redirects receive; see views.py.

Owns facets, paging and everything that shows several entries. Refuses the same things as views.py.
"""

from __future__ import annotations

from markupsafe import Markup  # noqa: TC002 -- msgspec reads annotations when a view is first encoded

from catalog.site.coverage_views import CoverageView  # noqa: TC001 -- likewise
from catalog.site.views import Link, Logo, PromotionView, Reference, Text, TypeBadge, View


class FacetValue(View, frozen=True, kw_only=True):
    """One value of a facet. `path` leads to its static page; `query` is its filter, `type=webspace`.

    `count` is the number of listed entries. `current`: the page shown is this value's. Where `path` is `None` the
    value has no static page and works only as a filter. `open`: the children always show.
    """

    id: str
    name: str
    query: str
    count: int
    path: str | None = None
    current: bool = False
    glyph: TypeBadge | None = None
    children: tuple[FacetValue, ...] = ()
    open: bool = False


class Facet(View, frozen=True, kw_only=True):
    """A group of filters. `param` is its name in addresses; `shown` values stand before "Show all".

    `scripted`: no static pages, so only a script can use it. `all` is a page with every value, where there is one.
    `many`: so many values, those that are not shown included, that one searches them.
    """

    param: str
    name: str
    values: tuple[FacetValue, ...]
    shown: int
    scripted: bool = False
    all: Link | None = None
    many: bool = False


class Pager(View, frozen=True, kw_only=True):
    """Static paging. `steps` are links by label, `None` path for the current page and for gaps (label `…`)."""

    number: int
    pages: int
    first: int
    last: int
    previous: str | None
    next: str | None
    steps: tuple[tuple[str, str | None], ...]


class BrowsePage(View, frozen=True, kw_only=True):
    """`/apps/`: the panel of facets with counts over all listed entries, one page of cards. `count` may be 0."""

    count: int
    panel: Markup
    cards: tuple[Markup, ...]
    pager: Pager


class FlowName(View, frozen=True, kw_only=True):
    """A money flow on the page of its model or route: the ids of both, and the name of the other one."""

    model: str
    route: str
    name: str


class FacetPage(View, frozen=True, kw_only=True):
    """One facet value. `browse` leads to `/apps/` with this value as filter (`apps/` + `query`).

    `parts` are narrower values, such as the countries of a region or the categories beside this one, `wider` the
    ones around. `paged` is false for values whose lists are cut after the first page because other pages hold the
    same entries (regions); `pager` then has one page. `attributes`: terms and values from the handbook's Table 1.
    `flows`: who pays whom, on pages of models and routes. `coverage`: the map, on pages of several countries.
    """

    facet: str
    param: str
    facet_name: str
    id: str
    name: str
    lead: str
    count: int
    query: str
    crumbs: tuple[Link, ...]
    parts: tuple[Link, ...]
    parts_name: str
    flows: tuple[FlowName, ...]
    coverage: CoverageView | None
    wider: tuple[Link, ...]
    glyph: TypeBadge | None
    attributes: tuple[tuple[str, tuple[str, ...]], ...]
    panel: Markup
    cards: tuple[Markup, ...]
    paged: bool
    pager: Pager


class VendorPage(View, frozen=True, kw_only=True):
    """A vendor and its listed entries."""

    slug: str
    name: Text
    country: str | None
    home: Reference
    demo: bool
    count: int
    query: str
    cards: tuple[Markup, ...]
    pager: Pager


class OverviewGroup(View, frozen=True, kw_only=True):
    """A part of an overview: a letter, a service kind, a part of the world. `id` is an anchor."""

    id: str
    name: str
    path: str | None
    count: int | None
    links: tuple[OverviewLink, ...]


class OverviewLink(View, frozen=True, kw_only=True):
    """One value of an overview and, for regions, the values inside it."""

    name: Text
    path: str | None
    count: int
    children: tuple[OverviewLink, ...] = ()


class OverviewPage(View, frozen=True, kw_only=True):
    """All values of a facet that has too many for a column. `facet`: vendors, regions or categories.

    `coverage`: the map, on the page of the regions.
    """

    facet: str
    title: str
    lead: str
    count: int
    groups: tuple[OverviewGroup, ...]
    coverage: CoverageView | None = None


class Bar(View, frozen=True, kw_only=True):
    """A value with the length of its bar in whole percent of all listed entries."""

    name: str
    path: str
    count: int
    percent: int
    summary: str = ""


class HomePage(View, frozen=True, kw_only=True):
    """The front page. `newest`: cards by the day the entry was last checked; `tries`: words that find something."""

    total: int
    vendors: int
    types: tuple[tuple[TypeBadge, int], ...]
    regions: tuple[Bar, ...]
    models: tuple[Bar, ...]
    newest: tuple[Markup, ...]
    tries: tuple[str, ...]
    promotions: int


class PromotionsGroup(View, frozen=True, kw_only=True):
    """An entry and its promotions that run or are still to come."""

    name: Text
    path: str
    vendor: Text
    demo: bool
    logo: Logo
    promotions: tuple[PromotionView, ...]


class PromotionsPage(View, frozen=True, kw_only=True):
    """All promotions that have not ended at the build's day, those that end first first; `feed` is their feed."""

    groups: tuple[PromotionsGroup, ...]
    count: int
    feed: str | None


class RedirectPage(View, frozen=True, kw_only=True):
    """A former address. `canonical` is absolute where the site's address is known, else the same as the path."""

    name: Text
    path: str
    canonical: str
