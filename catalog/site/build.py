"""The recipe of the web site: a catalog to a published folder.

Owns the order: build beside the output, look at the result, put it in place. Refuses to publish a site with holes.
"""

from __future__ import annotations

import contextlib
import gc
import itertools
import time
from typing import TYPE_CHECKING, NamedTuple

from catalog.site.made import Made, made_before, remember_made
from catalog.site.messages import SOURCE
from catalog.site.mkdocs_run import run_mkdocs
from catalog.site.plugin import Supply
from catalog.site.publish import READABLE, published_by, replacing
from catalog.site.unchanged import Note, note, noted, read_by
from catalog.site.verify import links_named, verify
from catalog.site.walk import walked

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from catalog.model import Catalog, StorefrontListing
    from catalog.site.assembly import Progress
    from catalog.site.output import Output


@contextlib.contextmanager
def _catalog_left_alone() -> Iterator[None]:
    """The catalog has no cycles; looking for some in it, again and again, takes a sixth of the time."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


class Variant(NamedTuple):
    """Whose site it is, if not the programme's, and the language of its own words (messages.py)."""

    storefront: StorefrontListing | None = None
    language: str = SOURCE


class SiteReport(NamedTuple):
    """What was published: pages, bytes of all files, wall-clock seconds by stage.

    `drawn` counts the bodies and parts of pages that no earlier build had drawn, `ignored` what was damaged of those
    kept. A site that was `unchanged` was left as it is.
    """

    pages: int
    bytes: int
    seconds: dict[str, float]
    drawn: int = 0
    ignored: int = 0
    unchanged: bool = False


def build_site(
    catalog: Catalog,
    *,
    config: Path,
    output: Path,
    offline: bool = False,
    cache: Path | None = None,
    progress: Progress | None = None,
    variant: Variant | None = None,
) -> SiteReport:
    """Build the site of `catalog` with MkDocs's `config` and put it at `output`.

    For the `variant` of a storefront, `catalog` is its subset.
    `offline` makes it open from disk; `cache` keeps fonts and pages between builds; `progress` is told (done, in all)
    entries. Without a cache the site is built even where nothing has changed.
    Raises `OutputRefusedError` where `output` is somebody else's, `SiteError` and `BrokenSiteError` where the site's
    own parts do not fit together; then nothing is published.
    """
    # MkDocs takes a relative folder from the folder of its configuration, not from where the caller stands.
    output, of = output.absolute(), variant or Variant()
    times = [time.perf_counter()]
    read = read_by(catalog, config, (offline, *of)) if cache else None
    publisher = published_by(output)
    before = noted(output, cache) if read and cache else None
    if before and before.read == read:
        spent = {"unchanged": time.perf_counter() - times[0]}
        return SiteReport(before.pages, before.size, spent, unchanged=True)
    supply = Supply(catalog, offline, cache, progress, output, of.storefront, of.language)
    # The team's build is for its members: it stays as closed as the files of whoever makes it.
    with replacing(output, umask=None if catalog.internal else READABLE) as folder, _catalog_left_alone():
        # While this build waited, another may have published something else.
        if before and cache and publisher == published_by(output):
            supply = supply._replace(made=made_before(output, cache, before.written))
        drawn = run_mkdocs(config, folder, supply)
        times.append(time.perf_counter())
        walk, slugs = walked(folder), (entry.slug for entry in catalog.entries)
        pages, size = verify(folder, drawn.output, slugs, len(catalog.listed), files=walk.sizes)
        times.append(time.perf_counter())
    times.append(time.perf_counter())
    if read and cache:
        _remember(output, cache, Note(read, walk.digest, pages, size), drawn.output, walk.sizes)
    spans = (end - start for start, end in itertools.pairwise(times))
    seconds = dict(zip(("draw", "verify", "publish"), spans, strict=True))
    return SiteReport(pages, size, seconds, drawn.drawn, drawn.ignored)


def _remember(output: Path, cache: Path, built: Note, drawn: Output, files: Mapping[str, int]) -> None:
    """Note what was published, and what its pages were made from."""
    note(output, cache, built)
    links = sorted(links_named(drawn, files))
    remember_made(output, cache, Made(built.written, drawn.keys, links))
