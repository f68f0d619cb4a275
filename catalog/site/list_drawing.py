"""The pages that are no entry's: lists, overviews, the programme's, the rules'.

Owns which of them there are and their titles. A page is drawn only if its address is wanted, and of a facet only the
values whose addresses are, so that a preview can ask for one page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from catalog.site import feeds
from catalog.site.facet_pages import facet_pages, values_with_pages
from catalog.site.facets import facets_of, holds, marked
from catalog.site.list_pages import browse_pages, home_page, promotions_page, vendor_pages
from catalog.site.overviews import categories_page, regions_page, vendors_in_order, vendors_page
from catalog.site.paging import PAGE
from catalog.site.programme_pages import programme_pages
from catalog.site.rule_pages import RULES, rule_pages, rules_page
from catalog.site.statistics import STATISTICS, statistics_page
from catalog.site.tally import Tally
from catalog.site.team_pages import TEAM, team_page
from catalog.site.terms import path_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from markupsafe import Markup

    from catalog.model import Entry
    from catalog.site.list_views import Facet
    from catalog.site.page_writer import PageWriter
    from catalog.site.sources import Sources
    from catalog.site.views import Site

ABOUT_ALL = (
    "{n} application for service providers to resell, and how it is sold.",
    "{n} applications for service providers to resell, and how each is sold.",
)
LISTS = (
    ("shortlist", "Shortlist", "Applications that you keep, as a list to share, save and print."),
    ("compare", "Compare", "Up to four applications side by side, what differs first."),
    (
        "embed",
        "On your own site",
        "A piece of HTML that shows applications of this catalog on a page of yours.",
    ),
)
"""Pages that scripts fill: template and folder, title, description."""


class Lists(NamedTuple):
    """What the pages are drawn from: the cards of `listed` entries in order, and by slug."""

    pages: PageWriter
    sources: Sources
    site: Site
    listed: Sequence[Entry]
    cards: Sequence[Markup]
    by_slug: Mapping[str, Markup]

    def write(self, tally: Tally | None = None) -> None:
        """Draw all that are wanted; `tally` counts the listed entries, where somebody has counted them already."""
        tally = tally or Tally(self.listed, self.sources, PAGE)
        facets = facets_of(tally, self.sources)
        panel = self.pages.part("facets", facets=facets)
        self._whole(tally, panel)
        self._values(tally, facets, panel)
        self._vendors(tally)
        self._overviews(tally)
        if not self.site.storefront:
            self._programme(facets, tally)

    def _whole(self, tally: Tally, panel: Markup) -> None:
        pages = self.pages
        about = pages.setting.messages.counted(self.site.total, *ABOUT_ALL)
        if pages.wants("", whole=True):
            home = home_page(tally, self.sources, self.by_slug)
            pages.page("home", "", pages.say("Applications to resell"), about, home)
        if pages.wants("apps/"):
            for path, browse in browse_pages(self.cards, panel):
                title = pages.numbered(pages.say("Applications"), browse.pager.number)
                pages.page("browse", path, title, about, browse)

    def _values(self, tally: Tally, facets: tuple[Facet, ...], panel: Markup) -> None:
        pages, say = self.pages, self.pages.say
        for param, value in values_with_pages(tally):
            if not pages.wants(path_of(param, value)):
                continue
            own = self._panel(facets, panel, param, value)
            for path, facet in facet_pages(param, value, tally, self.cards, own):
                title = pages.numbered(f"{say(facet.facet_name)}: {say(facet.name)}", facet.pager.number)
                about = pages.about(say(facet.name), facet.count, facet.lead)
                pages.page("facet", path, title, about, facet)

    def _vendors(self, tally: Tally) -> None:
        for vendor in vendors_in_order(self.sources, tally):
            if not self.pages.wants(path_of("vendor", vendor.slug)):
                continue
            for path, view in vendor_pages(vendor, tally, self.cards):
                title = self.pages.numbered(vendor.name, view.pager.number)
                self.pages.page("vendor", path, title, self.pages.about(vendor.name, view.count, ""), view)

    def _overviews(self, tally: Tally) -> None:
        pages, sources, say = self.pages, self.sources, self.pages.say
        for page, title, about in LISTS:
            pages.page(page, f"{page}/", say(title), say(about), None)
        for overview in (vendors_page(tally, sources), regions_page(tally), categories_page(tally)):
            pages.page("overview", f"{overview.facet}/", say(overview.title), overview.lead, overview)
        feed = feeds.PROMOTIONS_FEED if pages.setting.base else None
        offers = promotions_page(self.listed, sources, feed=feed)
        about = pages.setting.messages.counted(
            offers.count, "{n} promotion for partners.", "{n} promotions for partners."
        )
        pages.page("promotions", "promotions/", say("Promotions"), about, offers)

    def _programme(self, facets: Sequence[Facet], tally: Tally) -> None:
        """What belongs to the programme and to no storefront."""
        catalog, pages = self.sources.catalog, self.pages
        for doings in programme_pages(catalog, self.by_slug):
            pages.page("programme", doings.path, doings.title, doings.lead, doings)
        about = "The mix of the catalog by type, model, route, region and readiness."
        pages.page("statistics", STATISTICS, "The catalog in numbers", about, statistics_page(facets, tally))
        if catalog.internal:
            team = team_page(catalog, catalog.internal)
            pages.page("team", TEAM, "For the team", "What wants attention.", team)
        about = "What the check looks at, rule by rule: why, what is refused and how it is done right."
        pages.page("rules", RULES, "Rules", about, rules_page())
        if not pages.wants(RULES):
            return
        for page in rule_pages():
            title = f"{page.rule.code}: {page.rule.name}"
            about = "".join(piece.text for piece in page.rule.summary)
            pages.page("rule", page.rule.path, title, about, page)

    def _panel(self, facets: tuple[Facet, ...], plain: Markup, param: str, value: str) -> Markup:
        """The filter panel with a value marked; most values, such as countries, do not stand in it."""
        if not holds(facets, param, value):
            return plain
        return self.pages.part("facets", facets=marked(facets, param, value))
