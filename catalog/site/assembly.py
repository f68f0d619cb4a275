"""All pages and files that are drawn from a catalog, written into one folder.

Owns what is written and in which order: pictures, cards, entries, lists, then what programs read. Refuses MkDocs: the
frames come in ready (`shell.Shell`), the folder already holds what MkDocs wrote.
"""

from __future__ import annotations

import contextlib
import functools
import importlib
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from catalog.decode import entry_schema
from catalog.site import api, feeds
from catalog.site.brand import STYLE, logo_of, style_of
from catalog.site.cards import card_of
from catalog.site.drawn import Drawn
from catalog.site.entry_page import entry_page, json_src, tombstone_page
from catalog.site.hosting import HEADERS, headers_of
from catalog.site.list_drawing import Lists
from catalog.site.messages import script_of
from catalog.site.page_writer import Drawing, PageWriter
from catalog.site.pictures import publish_pictures
from catalog.site.search_index import POINTER, search_index
from catalog.site.sources import Sources, sources_of
from catalog.site.team_pages import LEADS, leads_csv
from catalog.site.templates import ROOT
from catalog.site.terms import CALENDAR, entry_path
from catalog.site.views import Card, Picture, Site
from catalog.site.webfonts import signs_of, webfonts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from markupsafe import Markup

    from catalog.model import Catalog, Entry
    from catalog.site.output import Output
    from catalog.site.search_index import SearchIndex
    from catalog.site.setting import Setting
    from catalog.site.shell import Shell

    Progress = Callable[[int, int], None]

FONTS = "assets/fonts.css"
MESSAGES = "assets/messages.js"
_NOINDEX = '<meta name="robots" content="noindex">'
_TELL_EVERY = 200


class Known(NamedTuple):
    """What of an assembly is there already: the sources with the pictures, and the listed entries' cards in order."""

    sources: Sources
    views: Sequence[Card]


class Assembly:
    """One build: the catalog, its views and where they go."""

    def __init__(
        self, catalog: Catalog, setting: Setting, output: Output, known: Known | None = None
    ) -> None:
        """Write the pictures and work out the cards, which every page needs, unless they are `known`."""
        self.setting, self.output = setting, output
        self.shells: Mapping[str, Shell] = {}
        self.ignored = self.drawn = 0
        self.listed = catalog.listed
        # A withdrawn entry keeps its address, but its pictures go.
        pictures = {} if known else publish_pictures(self.listed, catalog.folder, output.write)
        self.sources: Sources = (
            known.sources if known else sources_of(catalog, pictures, setting.edit_base, setting.messages)
        )
        self.views: Sequence[Card] = (
            known.views if known else [card_of(entry, self.sources) for entry in self.listed]
        )
        self.site = Site(
            name=setting.name,
            total=len(self.listed),
            as_of=catalog.as_of,
            offline=setting.offline,
            index_src=POINTER,
            demo=sum(view.demo for view in self.views),
            base=setting.base,
            icon=setting.icon,
            language=setting.messages.language,
            internal=catalog.internal is not None,
            storefront=setting.storefront is not None,
            brand=self._brand(catalog.folder),
        )

    @functools.cached_property
    def index(self) -> SearchIndex:
        """The search index, worked out when it is first asked for."""
        return search_index(self.listed, self.views, self.sources)

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
        cache = self.setting.cache
        drawn = Drawn(cache / "site" / "drawn" if cache else None)
        with contextlib.closing(drawn):
            self._write_pages(PageWriter(self.setting, self.site, shells, self.output, drawn), progress)
        self.ignored, self.drawn = drawn.ignored, drawn.drawn

    def _write_pages(self, pages: PageWriter, progress: Progress | None) -> None:
        cards = [pages.part("card", card=view).strip() for view in self.views]
        by_slug = {view.slug: card for view, card in zip(self.views, cards, strict=True)}
        self._entries(pages, by_slug, progress)
        Lists(pages, self.sources, self.site, self.listed, cards, by_slug).write()

    def write_messages(self) -> None:
        """What the scripts say in the site's language."""
        if not self.setting.messages.is_source:
            self.output.write(MESSAGES, script_of(self.setting.messages, self.setting.theme))

    def write_what_no_page_needs(self) -> None:
        """The files whose making takes time and that no page is made from."""
        self.write_fonts()
        self.write_programs_files()

    def write_programs_files(self) -> None:
        """The API, the search index, the feeds."""
        for path, made in self.programs_files().items():
            self.output.write(path, made())
        for path, script in self.index.files.items():
            self.output.write(path, script)

    def programs_files(self) -> dict[str, Callable[[], bytes | bytearray]]:
        """The files for programs but the search index, by their paths: each is made when it is called for."""
        base, catalog = self.setting.base, self.sources.catalog

        own = api.EntryFiles(self.listed, self.sources, base)
        files: dict[str, Callable[[], bytes | bytearray]] = {
            json_src(entry.slug): functools.partial(own.one, entry) for entry in catalog.entries
        }
        files |= {
            "api/v1/entries.json": own.all,
            "api/v1/entries.csv": lambda: api.entries_csv(self.listed, self.sources, base),
            "api/v1/schema.json": _schema,
        }
        if not self.site.storefront:
            files[CALENDAR] = functools.partial(_calendar, catalog, self.setting.name, base)
        internal = catalog.internal
        if internal:
            files[LEADS] = lambda: leads_csv(catalog, internal)
            files["robots.txt"] = lambda: b"User-agent: *\nDisallow: /\n"
        if not self.setting.offline:
            files[HEADERS] = lambda: headers_of(base)
        return files | (self._feeds(base) if base else {})

    def _feeds(self, base: str) -> dict[str, Callable[[], bytes]]:
        name, as_of = self.setting.name, self.sources.catalog.as_of
        importable = [
            entry
            for entry in self.listed
            if entry.package and entry.package.url and self.sources.verdicts[entry.slug].answer == "meets"
        ]
        return {
            path: functools.partial(write, entries, name=name, base=base, as_of=as_of)
            for path, write, entries in (
                (feeds.FEED, feeds.atom, self.listed),
                (feeds.PROMOTIONS_FEED, feeds.promotions_atom, self.listed),
                (feeds.PLESK_FEED, feeds.plesk_atom, importable),
            )
        }

    def write_sitemap(self, others: Sequence[str]) -> None:
        """A sitemap of our pages and those that MkDocs wrote (`others`); it needs the site's address."""
        if self.setting.base and not self.site.internal:
            withdrawn = {entry_path(entry.slug) for entry in self.sources.catalog.entries if entry.withdrawn}
            paths = sorted({*self.output.pages, *others} - withdrawn - self._redirected())
            self.output.write("sitemap.xml", feeds.sitemap(paths, self.setting.base))

    def _entries(self, pages: PageWriter, cards: Mapping[str, Markup], progress: Progress | None) -> None:
        views = iter(self.views)
        entries = self.sources.catalog.entries
        for done, entry in enumerate(entries):
            write_entry(pages, entry, None if entry.withdrawn else next(views), self.sources, cards)
            pages.redirects(entry)
            if progress and done % _TELL_EVERY == 0:
                progress(done, len(entries))
        if progress:
            progress(len(entries), len(entries))

    def _redirected(self) -> set[str]:
        entries = self.sources.catalog.entries
        return {entry_path(former) for entry in entries for former in entry.formerly}


def write_entry(
    pages: PageWriter, entry: Entry, card: Card | None, sources: Sources, cards: Mapping[str, Markup]
) -> None:
    """The page of an entry; `card` is `None` for one that is withdrawn."""
    key, path = pages.keys.of_entry(entry, card, sources, cards), entry_path(entry.slug)
    if card is None:
        drawing = Drawing("tombstone", path, entry.name, entry.summary, _NOINDEX)
        pages.entry(key, drawing, lambda: tombstone_page(entry, sources, cards))
        return
    title = pages.say("{name} by {vendor}", name=entry.name, vendor=entry.vendor.name)
    drawing = Drawing("entry", path, title, card.summary.text, _alternate(entry))
    pages.entry(key, drawing, lambda: entry_page(entry, card, sources, cards))


def _calendar(catalog: Catalog, name: str, base: str) -> bytes:
    made: bytes = importlib.import_module("catalog.site.calendar_feed").webinar_calendar(
        catalog, name=name, base=base
    )
    return made


def _schema() -> bytes:
    return msgspec.json.format(msgspec.json.encode(entry_schema()), indent=1)


def _alternate(entry: Entry) -> str:
    # Of links that are nothing but `alternate`, Material's script fetches a sitemap; a second word keeps it off.
    return f'<link rel="alternate api" type="application/json" href="{ROOT}{json_src(entry.slug)}">'
