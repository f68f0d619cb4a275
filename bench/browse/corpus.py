"""The index and the page that are measured, and the same entries as plain records for the peers.

Owns what each engine gets to know: the peers get the names, tags, texts and facets that ours has, without the
countries of a region, which would make their facets larger than their index. Refuses the rest of the site: only
`/apps/` is drawn, in a frame without the theme's styles.
"""

from __future__ import annotations

import gc
import time
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import msgspec
from markupsafe import Markup

from bench.results import ROOT
from catalog.compile import compile_catalog
from catalog.site.cards import card_of
from catalog.site.facets import facets_of
from catalog.site.list_pages import browse_pages
from catalog.site.paging import PAGE
from catalog.site.pictures import publish_pictures
from catalog.site.scripts import shipped
from catalog.site.search_index import POINTER, search_index
from catalog.site.sources import sources_of
from catalog.site.tally import Tally, values_of
from catalog.site.templates import Templates, at_depth
from catalog.site.terms import name_of
from catalog.site.views import Site

if TYPE_CHECKING:
    from pathlib import Path

    from catalog.model import Entry
    from catalog.site.sources import Sources
    from catalog.site.views import Card

AS_OF = date(2026, 9, 1)
SCRIPTS = ("site.js", "engine.js", "browse.js")
_FRAME = (
    '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Applications</title>'
    '<link rel="icon" href="data:,">'
    '<script src="../assets/site.js" defer></script>'
    "</head><body><main>%s</main></body></html>\n"
)


class Record(msgspec.Struct, frozen=True):
    """An entry as the peers know it."""

    slug: str
    name: str
    vendor: str
    summary: str
    tags: str
    text: str
    facets: dict[str, list[str]]


class Corpus(NamedTuple):
    """The records, and the seconds that the making of our index took."""

    records: list[Record]
    seconds: float


def make(entries: Path, folder: Path) -> Corpus:
    """Index the entries, and write page, scripts and index into a folder."""
    catalog = compile_catalog(entries, AS_OF).catalog
    listed = catalog.listed
    pictures = publish_pictures(listed, catalog.folder, lambda _path, _content: None)
    sources = sources_of(catalog, pictures)
    cards = [card_of(entry, sources) for entry in listed]
    gc.freeze()  # As a build of the site does.
    begun = time.perf_counter()
    index = search_index(listed, cards, sources)
    seconds = time.perf_counter() - begun
    gc.unfreeze()
    files = {**index.files, "apps/index.html": _page(listed, cards, sources)}
    scripts = shipped(ROOT / "theme" / "assets")
    files |= {f"assets/{name}": scripts[name] for name in SCRIPTS}
    for name, content in files.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    return Corpus([_record(entry, sources) for entry in listed], seconds)


def _page(listed: tuple[Entry, ...], cards: list[Card], sources: Sources) -> bytes:
    site = Site(
        name="Catalog",
        total=len(listed),
        as_of=AS_OF,
        offline=False,
        index_src=POINTER,
        demo=len(listed),
        icon="",
    )
    render = Templates(ROOT / "theme", site).render
    shown = [Markup(render("card", card=card).strip()) for card in cards[:PAGE]]  # noqa: S704 -- just rendered
    panel = render("facets", facets=facets_of(Tally(listed, sources, PAGE), sources))
    _, view = next(browse_pages([*shown, *[Markup()] * (len(listed) - len(shown))], panel))
    return at_depth((_FRAME % render("browse", page=view)).encode(), 1)


def _record(entry: Entry, sources: Sources) -> Record:
    """Region tokens stand as the vendor said them."""
    facets = {param: list(values) for param, values in values_of(entry, sources).items()}
    facets["region"] = list(entry.regions.include)
    terms = [name_of(param, value) for param in ("category", "route") for value in facets[param]]
    return Record(
        slug=entry.slug,
        name=entry.name,
        vendor=entry.vendor.name,
        summary=entry.summary,
        tags="\n".join((*entry.keywords, *terms)),
        text=f"{entry.summary}\n{entry.description}",
        facets=facets,
    )
