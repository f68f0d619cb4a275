"""All pages and files that are drawn from a catalog, written into one folder.

Owns what is written and in which order: pictures, cards, entries, lists, then what programs read. Refuses MkDocs: the
frames come in ready (`shell.Shell`), the folder already holds what MkDocs wrote.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from markupsafe import Markup

from catalog.decode import entry_schema
from catalog.site import api, feeds
from catalog.site.brand import STYLE, logo_of, style_of
from catalog.site.calendar_feed import CALENDAR, webinar_calendar
from catalog.site.cards import card_of
from catalog.site.entry_page import entry_page, json_src, tombstone_page
from catalog.site.facet_pages import facet_pages, values_with_pages
from catalog.site.facets import facets_of, holds, marked
from catalog.site.hosting import HEADERS, headers_of
from catalog.site.list_pages import browse_pages, home_page, promotions_page, vendor_pages
from catalog.site.messages import script_of
from catalog.site.overviews import categories_page, regions_page, vendors_in_order, vendors_page
from catalog.site.page_writer import PageWriter, Setting
from catalog.site.paging import PAGE
from catalog.site.pictures import publish_pictures
from catalog.site.programme_pages import programme_pages
from catalog.site.rule_pages import RULES, rule_pages, rules_page
from catalog.site.search_index import POINTER, search_index
from catalog.site.sources import Sources, sources_of
from catalog.site.statistics import STATISTICS, statistics_page
from catalog.site.tally import Tally
from catalog.site.team_pages import LEADS, TEAM, leads_csv, team_page
from catalog.site.templates import ROOT
from catalog.site.terms import entry_path
from catalog.site.views import Card, Picture, Site
from catalog.site.webfonts import signs_of, webfonts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from catalog.model import Catalog, Entry
    from catalog.site.list_views import Facet
    from catalog.site.output import Output
    from catalog.site.shell import Shell

    Progress = Callable[[int, int], None]

FONTS = "assets/fonts.css"
MESSAGES = "assets/messages.js"
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
_NOINDEX = '<meta name="robots" content="noindex">'
_TELL_EVERY = 200


class Assembly:
    """One build: the catalog, its views and where they go."""

    def __init__(self, catalog: Catalog, setting: Setting, output: Output) -> None:
        """Write the pictures and work out the cards, which every page needs."""
        self.setting, self.output = setting, output
        self.listed = catalog.listed
        # A withdrawn entry keeps its address, but its pictures go.
        pictures = publish_pictures(self.listed, catalog.folder, output.write)
        self.sources: Sources = sources_of(catalog, pictures, setting.edit_base, setting.messages)
        self.views: list[Card] = [card_of(entry, self.sources) for entry in self.listed]
        self.index = search_index(self.listed, self.views, self.sources)
        self.site = Site(
            name=setting.name,
            total=len(self.listed),
            as_of=catalog.as_of,
            offline=setting.offline,
            index_src=POINTER,
            demo=sum(view.demo for view in self.views),
            base=setting.base,
            language=setting.messages.language,
            internal=catalog.internal is not None,
            storefront=setting.storefront is not None,
            brand=self._brand(catalog.folder),
        )

    def _brand(self, entries: str) -> Picture | None:
        """Write the storefront's style and logo; the picture is where the logo went."""
        shop = self.setting.storefront
        if shop is None:
            return None
        self.output.write(STYLE, style_of(shop))
        logo = logo_of(shop, entries)
        if logo is None:
            return None
        picture, content = logo
        self.output.write(picture.src, content)
        return picture

    def write_fonts(self) -> None:
        """The fonts that the texts of the catalog need, and their stylesheet."""
        fonts = webfonts(
            signs_of(self.sources.catalog.entries, self.sources.catalog.programme, self.setting.messages),
            self.setting.cache,
        )
        self.output.write(FONTS, fonts.css.encode())
        for name, content in fonts.files.items():
            self.output.write(f"assets/fonts/{name}", content)

    def write_pages(self, shells: Mapping[str, Shell], progress: Progress | None = None) -> None:
        """Every page, in frames by the folder they were rendered for (`""`, `apps/` and so on)."""
        self._pages = PageWriter(self.setting, self.site, shells, self.output)
        render = self._pages.render
        cards = [Markup(render("card", card=view).strip()) for view in self.views]  # noqa: S704 -- just rendered
        by_slug = {view.slug: card for view, card in zip(self.views, cards, strict=True)}
        self._entries(by_slug, progress)
        self._lists(cards, by_slug)

    def write_messages(self) -> None:
        """What the scripts say in the site's language."""
        if not self.setting.messages.is_source:
            self.output.write(MESSAGES, script_of(self.setting.messages, self.setting.theme))

    def write_programs_files(self) -> None:
        """The API, the search index, the feed."""
        base, catalog = self.setting.base, self.sources.catalog
        files = {entry.slug: api.entry_json(entry, self.sources, base) for entry in catalog.entries}
        for slug, content in files.items():
            self.output.write(json_src(slug), content)
        whole = (files[entry.slug] for entry in self.listed)
        self.output.write("api/v1/entries.json", api.entries_json(whole, catalog.as_of))
        self.output.write("api/v1/entries.csv", api.entries_csv(self.listed, self.sources, base))
        self.output.write(
            "api/v1/schema.json", msgspec.json.format(msgspec.json.encode(entry_schema()), indent=1)
        )
        for path, script in self.index.files.items():
            self.output.write(path, script)
        if not self.site.storefront:
            self.output.write(CALENDAR, webinar_calendar(catalog, name=self.setting.name, base=base))
        if catalog.internal:
            self.output.write(LEADS, leads_csv(catalog, catalog.internal))
            self.output.write("robots.txt", b"User-agent: *\nDisallow: /\n")
        if not self.setting.offline:
            self.output.write(HEADERS, headers_of(base))
        if base:
            self._feeds(base)

    def _feeds(self, base: str) -> None:
        name, as_of = self.setting.name, self.sources.catalog.as_of
        importable = [
            entry
            for entry in self.listed
            if entry.package and entry.package.url and self.sources.verdicts[entry.slug].answer == "meets"
        ]
        for path, write, entries in (
            (feeds.FEED, feeds.atom, self.listed),
            (feeds.PROMOTIONS_FEED, feeds.promotions_atom, self.listed),
            (feeds.PLESK_FEED, feeds.plesk_atom, importable),
        ):
            self.output.write(path, write(entries, name=name, base=base, as_of=as_of))

    def write_sitemap(self, others: Sequence[str]) -> None:
        """A sitemap of our pages and those that MkDocs wrote (`others`); it needs the site's address."""
        if self.setting.base and not self.site.internal:
            withdrawn = {entry_path(entry.slug) for entry in self.sources.catalog.entries if entry.withdrawn}
            paths = sorted({*self.output.pages, *others} - withdrawn - self._redirected())
            self.output.write("sitemap.xml", feeds.sitemap(paths, self.setting.base))

    def _entries(self, cards: Mapping[str, Markup], progress: Progress | None) -> None:
        views = iter(self.views)
        entries = self.sources.catalog.entries
        for done, entry in enumerate(entries):
            if entry.withdrawn:
                tombstone = tombstone_page(entry, self.sources, cards)
                self._pages.page(
                    "tombstone", entry_path(entry.slug), entry.name, entry.summary, tombstone, head=_NOINDEX
                )
            else:
                page = entry_page(entry, next(views), self.sources, cards)
                title = self._pages.say("{name} by {vendor}", name=entry.name, vendor=entry.vendor.name)
                about = page.card.summary.text
                self._pages.page("entry", entry_path(entry.slug), title, about, page, head=_alternate(entry))
            self._pages.redirects(entry)
            if progress and done % _TELL_EVERY == 0:
                progress(done, len(entries))
        if progress:
            progress(len(entries), len(entries))

    def _redirected(self) -> set[str]:
        entries = self.sources.catalog.entries
        return {entry_path(former) for entry in entries for former in entry.formerly}

    def _lists(self, cards: Sequence[Markup], by_slug: Mapping[str, Markup]) -> None:
        sources, site = self.sources, self.site
        tally = Tally(self.listed, sources, PAGE)
        facets = facets_of(tally, sources)
        panel = self._pages.render("facets", facets=facets)
        say, messages = self._pages.say, self.setting.messages
        about = messages.counted(site.total, *ABOUT_ALL)
        self._pages.page("home", "", say("Applications to resell"), about, home_page(tally, sources, by_slug))
        for path, browse in browse_pages(cards, panel):
            title = self._pages.numbered(say("Applications"), browse.pager.number)
            self._pages.page("browse", path, title, about, browse)
        for param, value in values_with_pages(tally):
            own = self._panel(facets, panel, param, value)
            for path, facet in facet_pages(param, value, tally, cards, own):
                title = self._pages.numbered(
                    f"{say(facet.facet_name)}: {say(facet.name)}", facet.pager.number
                )
                self._pages.page(
                    "facet", path, title, self._pages.about(say(facet.name), facet.count, facet.lead), facet
                )
        for vendor in vendors_in_order(sources, tally):
            for path, view in vendor_pages(vendor, tally, cards):
                title = self._pages.numbered(vendor.name, view.pager.number)
                self._pages.page("vendor", path, title, self._pages.about(vendor.name, view.count, ""), view)
        for page, title, about in LISTS:
            self._pages.page(page, f"{page}/", say(title), say(about), None)
        for overview in (vendors_page(tally, sources), regions_page(tally), categories_page(tally)):
            self._pages.page("overview", f"{overview.facet}/", say(overview.title), overview.lead, overview)
        offers = promotions_page(
            self.listed, sources, feed=feeds.PROMOTIONS_FEED if self.setting.base else None
        )
        about = messages.counted(offers.count, "{n} promotion for partners.", "{n} promotions for partners.")
        self._pages.page("promotions", "promotions/", say("Promotions"), about, offers)
        if not site.storefront:
            self._programme(by_slug, facets, tally)

    def _programme(self, cards: Mapping[str, Markup], facets: Sequence[Facet], tally: Tally) -> None:
        """What belongs to the programme and to no storefront."""
        catalog = self.sources.catalog
        for doings in programme_pages(catalog, cards):
            self._pages.page("programme", doings.path, doings.title, doings.lead, doings)
        about = "The mix of the catalog by type, model, route, region and readiness."
        numbers = statistics_page(facets, tally)
        self._pages.page("statistics", STATISTICS, "The catalog in numbers", about, numbers)
        if catalog.internal:
            team = team_page(catalog, catalog.internal)
            self._pages.page("team", TEAM, "For the team", "What wants attention.", team)
        self._rules()

    def _rules(self) -> None:
        about = "What the check looks at, rule by rule: why, what is refused and how it is done right."
        self._pages.page("rules", RULES, "Rules", about, rules_page())
        for page in rule_pages():
            title = f"{page.rule.code}: {page.rule.name}"
            self._pages.page(
                "rule", page.rule.path, title, "".join(piece.text for piece in page.rule.summary), page
            )

    def _panel(self, facets: tuple[Facet, ...], plain: Markup, param: str, value: str) -> Markup:
        """The filter panel with a value marked; most values, such as countries, do not stand in it."""
        if not holds(facets, param, value):
            return plain
        return self._pages.render("facets", facets=marked(facets, param, value))


def _alternate(entry: Entry) -> str:
    # Of links that are nothing but `alternate`, Material's script fetches a sitemap; a second word keeps it off.
    return f'<link rel="alternate api" type="application/json" href="{ROOT}{json_src(entry.slug)}">'
