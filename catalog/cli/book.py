"""`print`: check, then publish the book."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import click

from catalog.cli.checking import compiled, stops
from catalog.cli.options import CACHE, CLEAN, CONFIG, FINDINGS, Common, with_common
from catalog.cli.terminal import size
from catalog.print import publish
from catalog.site import site_url

if TYPE_CHECKING:
    from catalog.compile import Compilation


@click.command("print")
@with_common
@click.option("--edition", metavar="ID", help="One of editions/, such as 2027-spring; else the current one.")
@click.option("--trim", metavar="SIZE", help="A4 or Letter; else the edition's.")
@click.option("--region", metavar="TOKEN", help="Only applications sold there.")
@click.option("--type", "kind", metavar="TYPE", help="Only applications of this type.")
@click.option("--model", metavar="MODEL", help="Only applications sold by this business model.")
@click.option("--vendor", metavar="SLUG", help="Only applications of this vendor.")
@click.option("--language", metavar="TAG", help="Only applications that speak this language.")
def command(common: Common, edition: str | None, trim: str | None, **cut: str | None) -> int:
    """Check, then build the print edition."""
    compilation = compiled(common)
    if stops(common, compilation):
        return FINDINGS
    filters = {facet: value for facet, value in cut.items() if value}
    return publish_book(common, compilation, edition=edition, trim=trim, cut=filters)


def publish_book(
    common: Common,
    compilation: Compilation,
    *,
    edition: str | None = None,
    trim: str | None = None,
    cut: dict[str, str] | None = None,
) -> int:
    """Publish an edition of a catalog without errors and tell what came of it; what does not fit is a finding."""
    started = time.perf_counter()
    with common.terminal().stage("book") as told:
        built = publish(
            compilation.catalog,
            editions=common.entries.absolute().parent / "editions",
            edition=edition,
            trim=trim,
            cut=cut or {},
            site_url=site_url(CONFIG),
            output=common.output / "print",
            cache=CACHE,
            progress=told,
        )
    for note in (*built.notes, *built.faults):
        print(note)
    if built.path is None:
        print(built.reason)
    elif not common.quiet:
        measured = f"{size(built.bytes)}, {time.perf_counter() - started:.1f} s"
        print(f"book: {built.entries} entries on {built.pages} pages, {measured} → {built.path}")
    return FINDINGS if built.faults else CLEAN
