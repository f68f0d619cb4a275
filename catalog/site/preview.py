"""A site of which each page is drawn when it is asked for.

Owns the frames of the last run of MkDocs in a folder of its own, what views are made from, kept up to date entry by
entry, and finding what lies at an address. Refuses to judge entries and to know of HTTP.
"""

from __future__ import annotations

import shutil
import tempfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, overload

import msgspec

from catalog.handbook.readiness import readiness
from catalog.handbook.verdict import plesk_verdict
from catalog.site.assembly import Assembly, Known, write_entry
from catalog.site.cards import card_of
from catalog.site.drawn import Drawn
from catalog.site.list_drawing import Lists
from catalog.site.mkdocs_run import run_mkdocs
from catalog.site.output import Output
from catalog.site.page_writer import PageWriter
from catalog.site.paging import PAGE
from catalog.site.pictures import cleaned, publish_pictures
from catalog.site.plugin import Supply
from catalog.site.sources import Sources, sources_of
from catalog.site.tally import Tally

if TYPE_CHECKING:
    from markupsafe import Markup

    from catalog.model import Catalog
    from catalog.site.search_index import SearchIndex
    from catalog.site.shell import Shell
    from catalog.site.views import Card

_INDEX = "apps/index."


class Preview:
    """The site of a catalog that changes. Its methods are for one thread at a time."""

    def __init__(self, config: Path, cache: Path | None) -> None:
        self._config, self._cache = config, cache
        self._folder: Path | None = None
        self._sources: Sources | None = None
        self._views: dict[str, Card] = {}
        self._index: tuple[Assembly, SearchIndex] | None = None
        self._indexing: threading.Thread | None = None
        self._site: Assembly | None = None
        self._parts: dict[Card, Markup] = {}
        self._pages: PageWriter | None = None
        self._shells: Mapping[str, Shell] = {}
        self._tally: tuple[Assembly, Tally] | None = None

    def show(self, catalog: Catalog, changed: str | None = None) -> None:
        """Take a catalog in the place of the last one, from which it differs by one entry, if `changed` names it."""
        before = self._sources
        if before is None or changed is None:
            pictures = publish_pictures(catalog.listed, catalog.folder, lambda _path, _content: None)
            self._sources = sources_of(catalog, pictures)
        else:
            self._sources = _with(before, catalog, changed)
        if self._site:
            setting = self._site.setting
            self._sources = msgspec.structs.replace(
                self._sources, edit_base=setting.edit_base, messages=setting.messages
            )
        whole = before is None or changed is None or before.vendor_slugs != self._sources.vendor_slugs
        self._views = {
            entry.slug: card_of(entry, self._sources)
            if whole or entry.slug == changed
            else self._views[entry.slug]
            for entry in catalog.listed
        }
        if self._site:
            self._assemble(self._site)

    def frames(self) -> None:
        """Run MkDocs for the frames, the hand-written pages and the theme's files; `SiteError` keeps the last ones."""
        if self._sources is None:
            raise ValueError("there is no catalog to show yet")
        folder = Path(tempfile.mkdtemp(prefix="aps-catalog-"))
        try:
            known = Known(self._sources, list(self._views.values()))
            made = run_mkdocs(
                self._config,
                folder,
                Supply(self._sources.catalog, offline=False, cache=self._cache, known=known),
            )
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        old, self._folder = self._folder, folder
        if old:
            shutil.rmtree(old, ignore_errors=True)
        setting = made.setting
        self._sources = msgspec.structs.replace(
            self._sources, edit_base=setting.edit_base, messages=setting.messages
        )
        self._parts = {}
        self._assemble(made)

    def close(self) -> None:
        """Remove the folder."""
        if self._folder:
            shutil.rmtree(self._folder, ignore_errors=True)

    def find(self, path: str) -> bytes | None:
        """What lies at an address: `""`, `apps/harbor-sync/`, `assets/page.js`. Nothing where there is nothing."""
        if not path or path.endswith("/"):
            return self._page(path) or self._file(f"{path}index.html")
        return self._picture(path) or self._made(path) or self._file(path)

    def _page(self, path: str) -> bytes | None:
        site = self._shown
        held = _Held(Path(site.setting.theme))
        pages = self._writer(site).asked(path, held)
        order = list(self._views)
        cards = _Cards(order, self._views, pages, self._parts)
        by_slug = _BySlug(cards, self._views)
        parts = path.split("/")
        if parts[0] == "apps" and len(parts) == 3:
            entry = site.sources.by_slug.get(parts[1])
            if entry:
                write_entry(pages, entry, self._views.get(entry.slug), site.sources, by_slug)
            else:
                for one in site.sources.catalog.entries:
                    if parts[1] in one.formerly:
                        pages.redirects(one)
        elif parts[0] not in {"assets", "api"}:
            Lists(pages, site.sources, site.site, site.listed, cards, by_slug).write(self._counted(site))
        return held.held.get(path)

    def _writer(self, site: Assembly) -> PageWriter:
        """With the templates compiled; what they ask of the site rarely changes with an entry."""
        writer = self._pages
        if writer is None or writer.site != site.site or self._shells is not site.shells:
            output = _Held(Path(site.setting.theme))
            writer = self._pages = PageWriter(site.setting, site.site, site.shells, output, Drawn())
            self._shells = site.shells
        return writer

    def _counted(self, site: Assembly) -> Tally:
        if self._tally is None or self._tally[0] is not site:
            self._tally = site, Tally(site.listed, site.sources, PAGE)
        return self._tally[1]

    def _picture(self, path: str) -> bytes | None:
        site, (_, slug, file) = self._shown, [*path.split("/"), "", "", ""][:3]
        if (slug, file) not in site.sources.pictures:
            return None
        try:
            return cleaned(Path(site.sources.catalog.folder, slug, file).read_bytes())[0]
        except OSError:  # Gone or spoiled since its entry was sound.
            return None

    def _made(self, path: str) -> bytes | None:
        if path.startswith(_INDEX):
            return self._index_file(path)
        made = self._shown.programs_files().get(path)
        return bytes(made()) if made else None

    def _index_file(self, path: str) -> bytes | None:
        """A file of the search index. After a change the last one answers until the new one is worked out."""
        site = self._shown
        if self._index is None:
            self._index = site, site.index
        elif self._index[0] is not site and not (self._indexing and self._indexing.is_alive()):
            self._indexing = threading.Thread(target=self._index_anew, args=(site,), daemon=True)
            self._indexing.start()
        return self._index[1].files.get(path)

    def _index_anew(self, site: Assembly) -> None:
        self._index = site, site.index

    def _file(self, path: str) -> bytes | None:
        whole = (self._folder / path).resolve() if self._folder else None
        if whole is None or not whole.is_relative_to(self._folder or whole) or not whole.is_file():
            return None
        return whole.read_bytes()

    def _assemble(self, last: Assembly) -> None:
        if self._sources is None:
            return
        known = Known(self._sources, list(self._views.values()))
        self._site = Assembly(self._sources.catalog, last.setting, last.output, known)
        self._site.shells = last.shells

    @property
    def _shown(self) -> Assembly:
        if self._site is None:
            raise ValueError("there are no frames yet")
        return self._site


def _with(sources: Sources, catalog: Catalog, slug: str) -> Sources:
    """The sources of a catalog that differs by one entry."""
    by_slug = {entry.slug: entry for entry in catalog.entries}
    entry = by_slug.get(slug)
    pictures = {place: picture for place, picture in sources.pictures.items() if place[0] != slug}
    if entry and not entry.withdrawn:
        pictures |= publish_pictures([entry], catalog.folder, lambda _path, _content: None)
    return msgspec.structs.replace(
        sources,
        catalog=catalog,
        vendor_slugs={vendor.name: slug for slug, vendor in catalog.vendors.items()},
        by_slug=by_slug,
        readiness=sources.readiness | ({slug: readiness(entry)} if entry else {}),
        verdicts=sources.verdicts | ({slug: plesk_verdict(entry)} if entry else {}),
        pictures=pictures,
    )


class _Held(Output):
    """Pages that are held instead of written."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.held: dict[str, bytes] = {}

    def page(self, path: str, html: bytes, key: bytes | None = None) -> None:  # noqa: ARG002 -- nothing is published
        self.held[path] = html


class _Cards(Sequence["Markup"]):
    """The cards of the listed entries in order, each drawn when it is asked for and kept as long as it is the same."""

    def __init__(
        self, order: list[str], views: Mapping[str, Card], pages: PageWriter, parts: dict[Card, Markup]
    ) -> None:
        self._order, self._views, self._pages, self._parts = order, views, pages, parts

    def of(self, slug: str) -> Markup:
        """The card of an entry."""
        view = self._views[slug]
        part = self._parts.get(view)
        if part is None:
            part = self._parts[view] = self._pages.part("card", card=view).strip()
        return part

    @overload
    def __getitem__(self, at: int) -> Markup: ...
    @overload
    def __getitem__(self, at: slice) -> list[Markup]: ...
    def __getitem__(self, at: int | slice) -> Markup | list[Markup]:
        return (
            self.of(self._order[at]) if isinstance(at, int) else [self.of(slug) for slug in self._order[at]]
        )

    def __len__(self) -> int:
        return len(self._order)


class _BySlug(Mapping[str, "Markup"]):
    """The same by slug."""

    def __init__(self, cards: _Cards, views: Mapping[str, Card]) -> None:
        self._cards, self._views = cards, views

    def __getitem__(self, slug: str) -> Markup:
        return self._cards.of(slug)

    def __iter__(self) -> Iterator[str]:
        return iter(self._views)

    def __len__(self) -> int:
        return len(self._views)
