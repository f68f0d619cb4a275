"""`site`: check, then publish the web catalog."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import click

from catalog.cli.checking import compiled, stops
from catalog.cli.options import CACHE, CLEAN, CONFIG, FINDINGS, LANGUAGES, Common, with_common
from catalog.cli.terminal import size
from catalog.english import counted
from catalog.errors import UsageError
from catalog.site import Variant, build_site, packed, storefront_of, subset

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from catalog.compile import Compilation


@click.command("site")
@with_common
@click.option(
    "--offline",
    is_flag=True,
    help="A site that opens from disk, without a server; also as one zip beside it.",
)
@click.option(
    "--internal", is_flag=True, help="For the team, with program/internal/; goes to team/, never online."
)
@click.option(
    "--storefront", metavar="ID", help="Of one storefront, under its own brand: what it sells, no more."
)
@click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    default=LANGUAGES[0],
    help="That of the site's own words; what an entry says in it comes first.",
)
def command(common: Common, *, offline: bool, internal: bool, storefront: str | None, language: str) -> int:
    """Check, then build the web catalog."""
    if internal and storefront:
        raise UsageError("--internal and --storefront do not go together: a storefront's site is public")
    compilation = compiled(common, internal=internal)
    if stops(common, compilation):
        return FINDINGS
    publish_site(common, compilation, offline=offline, storefront=storefront, language=language)
    return CLEAN


def publish_site(
    common: Common,
    compilation: Compilation,
    *,
    offline: bool = False,
    storefront: str | None = None,
    language: str = LANGUAGES[0],
) -> None:
    """Publish the site of a catalog without errors, or of one of its storefronts, and tell what came of it."""
    started = time.perf_counter()
    catalog, shop = compilation.catalog, None
    # The team's is in a folder of its own, so that whoever publishes `site/` never publishes it.
    output = common.output / ("team" if catalog.internal else "site")
    if storefront:
        shop = storefront_of(catalog, storefront)
        catalog, output = subset(catalog, shop), common.output / "storefronts" / shop.id
    with common.terminal().stage("site") as told:
        built = build_site(
            catalog,
            config=CONFIG,
            output=output,
            offline=offline,
            cache=CACHE,
            progress=told,
            variant=Variant(shop, language),
        )
    if built.ignored:
        place = CACHE / "site"
        common.terminal().say(f"{counted(built.ignored, 'damaged page')} in {place}: drawn anew")
    if not common.quiet:
        seconds = time.perf_counter() - started
        same = ", unchanged" if built.unchanged else ""
        print(f"site: {built.pages} pages, {size(built.bytes)}, {seconds:.1f} s{same} → {output}")
    if offline:
        _pack(common, output, catalog.as_of)


def _pack(common: Common, site: Path, day: date) -> None:
    """Put an offline site into one file beside it."""
    file = site.with_name(f"{site.name}.zip")
    with common.terminal().stage("zip"):
        held = packed(site, file, day)
    if not common.quiet:
        print(f"zip: {size(held)} → {file}")
