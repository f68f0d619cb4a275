"""`site`: check, then publish the web catalog."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import click

from catalog.cli.checking import compiled, stops
from catalog.cli.options import CACHE, CLEAN, CONFIG, FINDINGS, Common, with_common
from catalog.cli.terminal import size
from catalog.site import build_site

if TYPE_CHECKING:
    from catalog.compile import Compilation


@click.command("site")
@with_common
@click.option("--offline", is_flag=True, help="A site that opens from disk, without a server.")
@click.option(
    "--internal", is_flag=True, help="For the team, with program/internal/; goes to team/, never online."
)
def command(common: Common, *, offline: bool, internal: bool) -> int:
    """Check, then build the web catalog."""
    compilation = compiled(common, internal=internal)
    if stops(common, compilation):
        return FINDINGS
    publish_site(common, compilation, offline=offline)
    return CLEAN


def publish_site(common: Common, compilation: Compilation, *, offline: bool = False) -> None:
    """Publish the site of a catalog without errors and tell what came of it."""
    started = time.perf_counter()
    # A folder of its own, so that whoever publishes `site/` never publishes this.
    output = common.output / ("team" if compilation.catalog.internal else "site")
    with common.terminal().stage("site") as told:
        built = build_site(
            compilation.catalog, config=CONFIG, output=output, offline=offline, cache=CACHE, progress=told
        )
    if not common.quiet:
        seconds = time.perf_counter() - started
        print(f"site: {built.pages} pages, {size(built.bytes)}, {seconds:.1f} s → {output}")
