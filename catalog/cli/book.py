"""`print`: check, then publish the book."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import click

from catalog.cli.checking import compiled, stops
from catalog.cli.options import (
    CACHE,
    CLEAN,
    CONFIG,
    FINDINGS,
    Common,
    editions_folder,
    no_such_entry,
    with_common,
)
from catalog.cli.production import with_production
from catalog.cli.terminal import size
from catalog.errors import UsageError
from catalog.print.grid import UnknownTrimError
from catalog.print.preflight.finding import as_text
from catalog.print.production import Production
from catalog.print.publish import choose, publish
from catalog.print.sheet import build_sheet
from catalog.site import site_url

if TYPE_CHECKING:
    from catalog.model import Catalog
    from catalog.print.publish import Chosen
    from catalog.print.report import BookReport


@click.command("print")
@with_common
@click.option("--edition", metavar="ID", help="One of editions/, such as 2027-spring; else the current one.")
@with_production
@click.option(
    "--trim", metavar="SIZE", help="A4, Letter, A5 or WxHmm, such as 170x240mm; else the edition's."
)
@click.option("--region", metavar="TOKEN", help="Only applications sold there.")
@click.option("--type", "kind", metavar="TYPE", help="Only applications of this type.")
@click.option("--model", metavar="MODEL", help="Only applications sold by this business model.")
@click.option("--vendor", metavar="SLUG", help="Only applications of this vendor.")
@click.option("--language", metavar="TAG", help="Only applications that speak this language.")
@click.option(
    "--entry", metavar="SLUG", help="Instead of the book, the sell sheet of an application: one page."
)
def command(
    common: Common,
    production: Production,
    edition: str | None,
    trim: str | None,
    entry: str | None,
    **cut: str | None,
) -> int:
    """Check, then build the print edition for the press and the screen.

    A frozen edition is made as it was, whatever the entries say by now.
    """
    chosen = chosen_edition(common, edition)
    catalog = chosen.frozen
    if catalog is None:
        compilation = compiled(common)
        if stops(common, compilation):
            return FINDINGS
        catalog = compilation.catalog
    if entry:
        return _publish_sheet(common, catalog, chosen, entry, trim, production)
    filters = {facet: value for facet, value in cut.items() if value}
    return publish_book(common, catalog, chosen, trim=trim, cut=filters, production=production)


def chosen_edition(common: Common, edition: str | None = None) -> Chosen:
    """The edition to print, by its id or by the day; a frozen one brings what it printed."""
    return choose(editions_folder(common), edition, as_of=common.day, site_url=site_url(CONFIG))


def publish_book(
    common: Common,
    catalog: Catalog,
    chosen: Chosen,
    *,
    trim: str | None = None,
    cut: dict[str, str] | None = None,
    production: Production | None = None,
) -> int:
    """Publish an edition of a catalog without errors and tell what came of it; what does not fit is a finding."""
    started = time.perf_counter()
    with common.terminal().stage("book") as told:
        built = publish(
            catalog,
            chosen,
            trim=trim,
            cut=cut or {},
            output=common.output / "print",
            cache=CACHE,
            progress=told,
            production=production or Production(),
        )
    kind = "frozen book" if chosen.frozen else "book"
    spent = f"{time.perf_counter() - started:.1f} s"
    return _told(common, built, f"{kind}: {built.entries} entries on {built.pages} pages, {spent}")


def _publish_sheet(
    common: Common, catalog: Catalog, chosen: Chosen, slug: str, trim: str | None, production: Production
) -> int:
    """The sell sheet of one listed entry."""
    by_slug = {entry.slug: entry for entry in catalog.listed}
    if slug not in by_slug:
        raise no_such_entry(" to print", slug, by_slug)
    try:
        built = build_sheet(
            by_slug[slug],
            catalog.folder,
            chosen,
            trim=trim,
            output=common.output / "print",
            cache=CACHE,
            production=production,
        )
    except UnknownTrimError as error:
        raise UsageError(str(error)) from error
    return _told(common, built, "sheet")


def _told(common: Common, built: BookReport, made: str) -> int:
    """Print what came of it; what does not fit is a finding."""
    for note in (*built.notes, *built.faults):
        if not note.by_design:
            print(note)
    for finding in built.findings:
        print(f"preflight: {as_text(finding)}")
    if not built.files:
        print(built.reason)
    elif not common.quiet:
        print(made)
        for file in built.files:
            print(f"  {file.path}  {size(file.bytes)}")
    failed = built.faults or (built.findings and not built.files)
    return FINDINGS if failed else CLEAN
