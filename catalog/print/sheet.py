"""A sell sheet: one entry on one page, for a sales person to hand over or to send.

Owns the recipe of that file. The page is that of a featured entry in the book, so both look alike and what was
measured for one holds for the other; a sheet needs no screenshot, no stated business model and no chapter around it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from catalog.print.assets.gather import texts_of, unprintable
from catalog.print.book import save
from catalog.print.desk import Desk, desk_for
from catalog.print.draw.cover import TITLE
from catalog.print.draw.entry import destination
from catalog.print.draw.sheet import draw_sheet
from catalog.print.grid import grid_of
from catalog.print.layout.block import Block
from catalog.print.layout.measure import whole_page
from catalog.print.pdf.canvas import PageCanvas, Resources, Sheet
from catalog.print.pdf.finish import finish
from catalog.print.pdf.write import write_pdf
from catalog.print.pdf.write_document import Bookmark, Document, Metadata
from catalog.print.report import BookReport
from catalog.print.typography.font_cuts import open_fonts

if TYPE_CHECKING:
    from pathlib import Path

    from catalog.model import Entry
    from catalog.print.publish import Chosen


def build_sheet(
    entry: Entry, folder: str, chosen: Chosen, *, trim: str | None, output: Path, cache: Path
) -> BookReport:
    """Build `aps-catalog-<slug>-sheet.pdf` in `output`.

    Args:
        entry: listed; need not go to print otherwise.
        folder: the entries folder, for the pictures.
        chosen: the edition gives the trim and its code in the addresses.
        trim: instead of the edition's.
        output: folder of the file; made when missing.
        cache: folder for cut fonts and converted pictures.

    Raises:
        UnknownTrimError: no page is drawn for the trim.
    """
    edition = chosen.edition
    report = BookReport(edition, entries=1)
    faults = unprintable([entry])
    if faults:
        return replace(report, faults=faults)
    grid = grid_of(trim or edition.trim)
    fonts = open_fonts(texts_of([entry], edition), cache / "fonts")
    desk = desk_for([entry], edition, grid, folder=folder, site_url=chosen.site_url, cache=cache, fonts=fonts)
    block = whole_page(entry, desk)
    if not isinstance(block, Block):
        return replace(report, faults=(block,))
    content = _drawn(entry, block, desk)
    path = save(content, output, f"aps-catalog-{entry.slug}-sheet.pdf")
    return replace(report, path=path, pages=1, bytes=len(content), notes=block.notes)


def _drawn(entry: Entry, block: Block, desk: Desk) -> bytes:
    resources = Resources(desk.typesetter.fonts)
    canvas = PageCanvas(Sheet(desk.grid.width, desk.grid.height), resources)
    draw_sheet(canvas, block, desk, invented=entry.is_demo)
    metadata = Metadata(
        title=f"{entry.name} by {entry.vendor.name}",
        author=TITLE,
        subject=entry.summary,
        language="en",
        as_of=desk.edition.published,
    )
    marks = (Bookmark(entry.name, destination(entry.slug)),)
    document = Document((canvas.page(),), resources, desk.pictures, metadata, marks, ("1",))
    return finish(write_pdf(document), document)
