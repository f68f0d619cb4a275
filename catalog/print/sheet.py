"""A sell sheet: one entry on one page, for a sales person to hand over or to send.

Owns the recipe of that file. The page is that of a featured entry in the book, so both look alike and what was
measured for one holds for the other; a sheet needs no screenshot, no stated business model and no chapter around it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from catalog.print.assets.gather import unprintable
from catalog.print.book import desks_for
from catalog.print.desk import Sources
from catalog.print.draw.cover import TITLE
from catalog.print.draw.entry import destination
from catalog.print.draw.sheet import draw_sheet
from catalog.print.draw.sheets import around
from catalog.print.grid import grid_of
from catalog.print.layout.block import Block
from catalog.print.layout.measure import whole_page
from catalog.print.pdf.canvas import PageCanvas, Resources
from catalog.print.pdf.finish import finish
from catalog.print.pdf.write import write_pdf
from catalog.print.pdf.write_document import Bookmark, Document, Metadata
from catalog.print.production import SCREEN
from catalog.print.report import BookReport
from catalog.print.saving import Made, save

if TYPE_CHECKING:
    from pathlib import Path

    from catalog.model import Entry
    from catalog.print.desk import Desk
    from catalog.print.pdf.canvas import Intent
    from catalog.print.production import Production
    from catalog.print.publish import Chosen


def build_sheet(
    entry: Entry,
    folder: str,
    chosen: Chosen,
    *,
    trim: str | None,
    output: Path,
    cache: Path,
    production: Production = SCREEN,
) -> BookReport:
    """Build `aps-catalog-<slug>-sheet.pdf` in `output`, and the same for the press or a proof where that is wanted.

    Args:
        entry: listed; need not go to print otherwise.
        folder: the entries folder, for the pictures.
        chosen: the edition gives the trim and its code in the addresses.
        trim: instead of the edition's.
        output: folder of the files; made when missing.
        cache: folder for converted pictures.
        production: for whom the files are, and how they are made.

    Raises:
        UnknownTrimError: no page is drawn for the trim.
    """
    edition = chosen.edition
    report = BookReport(edition, entries=1)
    faults = unprintable([entry])
    if faults:
        return replace(report, faults=faults)
    sources = Sources(folder, chosen.site_url, cache)
    desks = desks_for([entry], edition, grid_of(trim or edition.trim), sources, production)
    block = whole_page(entry, next(iter(desks.values())))
    if not isinstance(block, Block):
        return replace(report, faults=(block,))
    made = [
        Made(intent, _name(entry.slug, intent), _drawn(entry, block, desk, intent, production))
        for intent, desk in desks.items()
    ]
    saved = save(made, output, production)
    return replace(report, files=saved.files, findings=saved.findings, pages=1, notes=block.notes)


def _name(slug: str, intent: Intent) -> str:
    return f"aps-catalog-{slug}-sheet{'' if intent == 'screen' else f'-{intent}'}.pdf"


def _drawn(entry: Entry, block: Block, desk: Desk, intent: Intent, production: Production) -> bytes:
    resources = Resources(desk.typesetter.fonts)
    canvas = PageCanvas(production.sheet(desk.grid, intent), resources, intent)
    with around(canvas, 1, 1, desk, production):
        draw_sheet(canvas, block, desk, invented=entry.is_demo)
    metadata = Metadata(
        title=f"{entry.name} by {entry.vendor.name}",
        author=TITLE,
        subject=entry.summary,
        language="en",
        as_of=desk.edition.published,
    )
    marks = (Bookmark(entry.name, destination(entry.slug)),)
    profile = production.profile if intent == "press" else None
    document = Document((canvas.page(),), resources, desk.pictures, metadata, marks, ("1",), profile)
    return finish(write_pdf(document), document)
