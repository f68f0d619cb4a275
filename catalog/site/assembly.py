"""All pages and files that are drawn from a catalog, written into one folder.

Owns what is written and in which order: pictures, cards, entries, lists, then what programs read. Refuses MkDocs: the
frames come in ready (`shell.Shell`), the folder already holds what MkDocs wrote.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from markupsafe import Markup

from catalog.decode import entry_schema
from catalog.english import counted
from catalog.model import StorefrontListing
from catalog.site import api, feeds, words
from catalog.site.brand import STYLE, logo_of, style_of
from catalog.site.calendar_feed import CALENDAR, webinar_calendar
from catalog.site.cards import card_of
from catalog.site.entry_page import entry_page, json_src, tombstone_page
from catalog.site.facet_pages import facet_pages, values_with_pages
from catalog.site.facets import facets_of, holds, marked
from catalog.site.list_pages import browse_pages, home_page, promotions_page, vendor_pages
from catalog.site.list_views import RedirectPage
from catalog.site.overviews import categories_page, regions_page, vendors_in_order, vendors_page
from catalog.site.paging import PAGE
from catalog.site.pictures import publish_pictures
from catalog.site.programme_pages import programme_pages
from catalog.site.rule_pages import RULES, rule_pages, rules_page
from catalog.site.search_index import POINTER, search_index
from catalog.site.shell import Page, Shell
from catalog.site.sources import Sources, sources_of
from catalog.site.statistics import STATISTICS, statistics_page
from catalog.site.tally import Tally
from catalog.site.team_pages import LEADS, TEAM, leads_csv, team_page
from catalog.site.templates import ROOT, Templates, at_depth, links_in
from catalog.site.terms import ENTRIES, entry_path
from catalog.site.views import Card, Picture, Site
from catalog.site.webfonts import signs_of, webfonts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from catalog.model import Catalog, Entry
    from catalog.site.list_views import Facet
    from catalog.site.output import Output

    Progress = Callable[[int, int], None]

FONTS = "assets/fonts.css"
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


class Setting(msgspec.Struct, frozen=True, kw_only=True):
    """What a site is built with, besides the catalog. `base` is its absolute address, or empty where it is unknown.

    `storefront`: whose site it is, if it is not the programme's; the catalog is then its subset.
    """

    name: str
    base: str
    theme: Path
    offline: bool
    edit_base: str | None
    cache: Path | None
    storefront: StorefrontListing | None = None


class Assembly:
    """One build: the catalog, its views and where they go."""

    def __init__(self, catalog: Catalog, setting: Setting, output: Output) -> None:
        """Write the pictures and work out the cards, which every page needs."""
        self.setting, self.output = setting, output
        self.listed = catalog.listed
        # A withdrawn entry keeps its address, but its pictures go.
        pictures = publish_pictures(self.listed, catalog.folder, output.write)
        self.sources: Sources = sources_of(catalog, pictures, setting.edit_base)
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
            signs_of(self.sources.catalog.entries, self.sources.catalog.programme), self.setting.cache
        )
        self.output.write(FONTS, fonts.css.encode())
        for name, content in fonts.files.items():
            self.output.write(f"assets/fonts/{name}", content)

    def write_pages(self, shells: Mapping[str, Shell], progress: Progress | None = None) -> None:
        """Every page, in frames by the folder they were rendered for (`""`, `apps/` and so on)."""
        self._shells = shells
        for shell in shells.values():
            self.output.links |= shell.links
        self._templates = Templates(self.setting.theme, self.site)
        render = self._templates.render
        cards = [Markup(render("card", card=view).strip()) for view in self.views]  # noqa: S704 -- just rendered
        by_slug = {view.slug: card for view, card in zip(self.views, cards, strict=True)}
        self._entries(by_slug, progress)
        self._lists(cards, by_slug)

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
                self._page(
                    "tombstone", entry_path(entry.slug), entry.name, entry.summary, tombstone, head=_NOINDEX
                )
            else:
                page = entry_page(entry, next(views), self.sources, cards)
                title = f"{entry.name} by {entry.vendor.name}"
                self._page(
                    "entry", entry_path(entry.slug), title, entry.summary, page, head=_alternate(entry)
                )
            self._redirects(entry)
            if progress and done % _TELL_EVERY == 0:
                progress(done, len(entries))
        if progress:
            progress(len(entries), len(entries))

    def _redirects(self, entry: Entry) -> None:
        """A former address leads on. The page needs no frame: nobody stays on it."""
        path = entry_path(entry.slug)
        canonical = (self.setting.base or ROOT) + path
        for former in entry.formerly:
            view = RedirectPage(name=words.text_of(entry.name, entry), path=path, canonical=canonical)
            whole = self._templates.render("redirect", page=view).encode()
            self.output.links |= links_in(whole)
            self.output.page(entry_path(former), at_depth(whole, entry_path(former).count("/")))

    def _redirected(self) -> set[str]:
        entries = self.sources.catalog.entries
        return {entry_path(former) for entry in entries for former in entry.formerly}

    def _lists(self, cards: Sequence[Markup], by_slug: Mapping[str, Markup]) -> None:
        sources, site = self.sources, self.site
        tally = Tally(self.listed, sources, PAGE)
        facets = facets_of(tally, sources)
        panel = self._templates.render("facets", facets=facets)
        lead = f"{counted(site.total, 'application')} in the catalog"
        about = f"{counted(site.total, 'application')} for service providers to resell, and how each is sold."
        self._page("home", "", "Applications to resell", about, home_page(tally, sources, by_slug))
        for path, browse in browse_pages(cards, panel):
            self._page(
                "browse", path, _numbered("Applications", browse.pager.number), f"{lead}, A to Z.", browse
            )
        for param, value in values_with_pages(tally):
            own = self._panel(facets, panel, param, value)
            for path, facet in facet_pages(param, value, tally, cards, own):
                title = _numbered(f"{facet.facet_name}: {facet.name}", facet.pager.number)
                self._page("facet", path, title, _about(facet.name, facet.count, facet.lead), facet)
        for vendor in vendors_in_order(sources, tally):
            for path, view in vendor_pages(vendor, tally, cards):
                title = _numbered(vendor.name, view.pager.number)
                self._page("vendor", path, title, _about(vendor.name, view.count, ""), view)
        for page, title, about in LISTS:
            self._page(page, f"{page}/", title, about, None)
        for overview in (vendors_page(tally, sources), regions_page(tally), categories_page(tally)):
            self._page("overview", f"{overview.facet}/", overview.title, overview.lead, overview)
        offers = promotions_page(
            self.listed, sources, feed=feeds.PROMOTIONS_FEED if self.setting.base else None
        )
        about = f"{counted(offers.count, 'promotion')} for partners."
        self._page("promotions", "promotions/", "Promotions", about, offers)
        if not site.storefront:
            self._programme(by_slug, facets, tally)

    def _programme(self, cards: Mapping[str, Markup], facets: Sequence[Facet], tally: Tally) -> None:
        """What belongs to the programme and to no storefront."""
        catalog = self.sources.catalog
        for doings in programme_pages(catalog, cards):
            self._page("programme", doings.path, doings.title, doings.lead, doings)
        about = (
            f"The mix of {counted(tally.total, 'application')} by type, model, route, region and readiness."
        )
        numbers = statistics_page(facets, tally)
        self._page("statistics", STATISTICS, "The catalog in numbers", about, numbers)
        if catalog.internal:
            team = team_page(catalog, catalog.internal)
            self._page("team", TEAM, "For the team", "What wants attention.", team)
        self._rules()

    def _rules(self) -> None:
        about = "What the check looks at, rule by rule: why, what is refused and how it is done right."
        self._page("rules", RULES, "Rules", about, rules_page())
        for page in rule_pages():
            title = f"{page.rule.code}: {page.rule.name}"
            self._page(
                "rule", page.rule.path, title, "".join(piece.text for piece in page.rule.summary), page
            )

    def _panel(self, facets: tuple[Facet, ...], plain: Markup, param: str, value: str) -> Markup:
        """The filter panel with a value marked; most values, such as countries, do not stand in it."""
        if not holds(facets, param, value):
            return plain
        return self._templates.render("facets", facets=marked(facets, param, value))

    def _page(
        self, template: str, path: str, title: str, description: str, view: object, *, head: str = ""
    ) -> None:
        """Render a body and put it into the frame of its first folder, else into that of the entries."""
        shell = self._shells.get(path[: path.find("/") + 1]) or self._shells[ENTRIES]
        body = self._templates.render(template, page=view).encode()
        self.output.links |= links_in(body)
        canonical = (self.setting.base or ROOT) + path
        page = Page(title=title, description=description, canonical=canonical, body=body, head=head)
        self.output.page(path, shell.page(page, path.count("/")))


def _alternate(entry: Entry) -> str:
    # Of links that are nothing but `alternate`, Material's script fetches a sitemap; a second word keeps it off.
    return f'<link rel="alternate api" type="application/json" href="{ROOT}{json_src(entry.slug)}">'


def _numbered(title: str, number: int) -> str:
    return title if number == 1 else f"{title}, page {number}"


def _about(name: str, count: int, lead: str) -> str:
    said = f"{counted(count, 'application')}: {name}."
    return f"{said} {lead}".rstrip()
