"""`preview`: what readers will see of some entries - their pages, to open from disk, and their places in print.

Owns the narrowing of a catalog to these entries. The pages and the book are those of `site` and `print`.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from catalog.cli.book import chosen_edition
from catalog.cli.checking import compiled, stops
from catalog.cli.options import CACHE, CLEAN, CONFIG, FINDINGS, Common, with_common
from catalog.errors import UsageError
from catalog.print.pdf.excerpt import write_excerpt
from catalog.print.publish import publish
from catalog.site import build_site

if TYPE_CHECKING:
    from catalog.model import Catalog


@click.command("preview")
@with_common
@click.argument("slugs", nargs=-1, required=True)
def command(common: Common, slugs: tuple[str, ...]) -> int:
    """Show what readers will see of the entries SLUGS: their pages, and their boxes in the book."""
    common.require_entries()
    wanted = frozenset(slugs)
    for slug in sorted(wanted):
        if not (common.entries / slug / "entry.yaml").is_file():
            raise UsageError(f"there is no {common.entries}/{slug}/entry.yaml; name entries by their folders")
    compilation = compiled(common, wanted)
    if stops(common, compilation):
        return FINDINGS
    catalog = narrowed(compilation.catalog, wanted)
    folder = common.output / "preview"
    build_site(catalog, config=CONFIG, output=folder / "site", offline=True, cache=CACHE)
    for slug in sorted(wanted):
        print(folder / "site" / "apps" / slug / "index.html")
    return _boxes(common, catalog, wanted, folder)


def narrowed(catalog: Catalog, slugs: frozenset[str]) -> Catalog:
    """A catalog of these entries alone, and of those that their pages lead to as their successors."""
    chosen = {entry.slug: entry for entry in catalog.entries if entry.slug in slugs}
    successors = {entry.listing.replaced_by for entry in chosen.values() if entry.listing.replaced_by}
    entries = tuple(entry for entry in catalog.entries if entry.slug in {*chosen, *successors})
    vendors = {
        slug: msgspec.structs.replace(vendor, entries=own)
        for slug, vendor in catalog.vendors.items()
        if (own := tuple(entry for entry in vendor.entries if entry in entries))
    }
    return msgspec.structs.replace(catalog, entries=entries, vendors=vendors)


def _boxes(common: Common, catalog: Catalog, wanted: frozenset[str], folder: Path) -> int:
    """Write `<slug>.pdf` for each entry that goes to print: the page of a book of these entries that it stands on."""
    with tempfile.TemporaryDirectory() as aside:
        # What a frozen edition held does not matter: the entry is shown as it would go to print today.
        built = publish(
            catalog, chosen_edition(common), trim=None, cut={}, output=Path(aside), cache=CACHE,
            progress=lambda _done, _total: None,
        )  # fmt: skip
        folios = built.plan.folios if built.plan else {}
        for slug in sorted(wanted):
            target = folder / f"{slug}.pdf"
            target.unlink(missing_ok=True)
            if built.path and slug in folios:
                write_excerpt(built.path, [folios[slug]], target)
                print(target)
            elif not built.faults:
                print(f"{slug} does not go to print")
    for note in (*built.notes, *built.faults):
        if note.slug in wanted:  # An edition's features may be missing from so small a book.
            print(note)
    return FINDINGS if built.faults else CLEAN
