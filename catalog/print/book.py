"""The book from a catalog: the passes in order, and the file that comes of them.

Owns the recipe, the times of its passes and the writing of the file: whole under its name, or not at all. Refuses
to know how any pass works. Every pass is a function from plain values to plain values.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from catalog.print.assets.gather import texts_of, unprintable
from catalog.print.desk import desk_for
from catalog.print.draw.cover import SUBTITLE, TITLE
from catalog.print.draw.pages import draw_pages, labels, outline
from catalog.print.grid import grid_of
from catalog.print.layout.measure import measure
from catalog.print.note import Note
from catalog.print.pages.number import number
from catalog.print.pages.paginate import fill
from catalog.print.pdf.canvas import Resources
from catalog.print.pdf.finish import finish
from catalog.print.pdf.write import write_pdf
from catalog.print.pdf.write_document import Document, Metadata
from catalog.print.report import BookReport
from catalog.print.select import EVERYTHING, Filters, Selection, select
from catalog.print.typography.font_cuts import open_fonts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from catalog.editions import Edition
    from catalog.model import Catalog
    from catalog.print.desk import Desk
    from catalog.print.pages.plan import Plan

Progress = Callable[[int, int], None]
_STRIDE = 64  # How often progress is told.


@dataclass(slots=True)
class _Watch:
    """How long each pass took, and how far the work is."""

    clock: Callable[[], float]
    progress: Progress
    total: int
    done: int = 0
    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def during(self, name: str) -> Iterator[None]:
        started = self.clock()
        yield
        self.seconds[name] = self.seconds.get(name, 0.0) + self.clock() - started

    def step(self) -> None:
        self.done += 1
        if self.done % _STRIDE == 0:
            self.progress(min(self.done, self.total), self.total)


def build_book(  # noqa: PLR0913 - keyword-only, and each is a thing of its own
    catalog: Catalog,
    edition: Edition,
    *,
    output: Path,
    site_url: str,
    cache: Path,
    trim: str | None = None,
    filters: Filters = EVERYTHING,
    upcoming: Edition | None = None,
    progress: Progress = lambda _done, _total: None,
    clock: Callable[[], float] = time.perf_counter,
) -> BookReport:
    """Build `aps-catalog-<edition>-screen.pdf` in `output`.

    Args:
        catalog: compiled and checked.
        edition: names the book, its days and its trim.
        output: folder of the file; made when missing. Nothing in it changes unless the book is finished.
        site_url: where the site lives; codes lead there.
        cache: folder for cut fonts and converted pictures; safe to delete.
        trim: instead of the edition's.
        filters: what the book is narrowed to.
        upcoming: the edition after this one, for the back cover.
        progress: told (done, in all) now and then.
        clock: seconds from any start, for the times of the passes.

    Raises:
        UnknownTrimError: no page is drawn for the trim.
        UnknownFilterError: a filter value that no entry can have.
    """
    grid = grid_of(trim or edition.trim)
    watch = _Watch(clock, progress, total=0)
    with watch.during("select"):
        selection = select(catalog, filters)
    entries = selection.entries
    report = BookReport(edition, entries=len(entries), seconds=watch.seconds)
    if not entries:
        return report
    watch.total = len(entries) + len(entries) // 4  # An estimate until the pages are counted.
    with watch.during("assets"):
        faults = unprintable(entries)
        if faults:
            return replace(report, faults=faults)
        fonts = open_fonts(texts_of(entries, edition), cache / "fonts")
        desk = desk_for(
            entries, edition, grid, folder=catalog.folder, site_url=site_url, cache=cache, fonts=fonts
        )
    plan, faults = _plan(selection, desk, upcoming, watch)
    if plan is None:
        return replace(report, faults=faults)
    content = _produce(plan, desk, watch)
    progress(watch.total, watch.total)
    with watch.during("save"):
        path = save(content, output, f"aps-catalog-{edition.id}-screen.pdf")
    return replace(report, path=path, pages=len(plan.pages), bytes=len(content), notes=plan.notes, plan=plan)


def _plan(
    selection: Selection, desk: Desk, upcoming: Edition | None, watch: _Watch
) -> tuple[Plan | None, tuple[Note, ...]]:
    """Measure, paginate and number; or the faults of entries that do not fit."""
    with watch.during("measure"):
        measured = [measure(chapter.entries, desk, watch.step) for chapter in selection.chapters]
    faults = tuple(fault for chapter in measured for fault in chapter.faults)
    if faults:
        return None, faults
    with watch.during("paginate"):
        paginated = [fill(chapter.blocks, desk.grid.slots) for chapter in measured]
    with watch.during("number"):
        plan = number(selection, paginated, desk, upcoming)
    notes = tuple(note for chapter in measured for block in chapter.blocks for note in block.notes)
    return replace(plan, notes=(*_unknown_features(plan, desk.edition), *notes)), ()


def _unknown_features(plan: Plan, edition: Edition) -> Iterator[Note]:
    for slug in edition.features:
        if slug not in plan.folios:
            yield Note(slug, "features", f"edition {edition.id} features it, but the book has no such entry")


def _produce(plan: Plan, desk: Desk, watch: _Watch) -> bytes:
    """Draw, write and finish."""
    resources = Resources(desk.typesetter.fonts)
    watch.total = watch.done + len(plan.pages)
    with watch.during("draw"):
        pages = tuple(draw_pages(plan, desk, resources, watch.step))
    edition = desk.edition
    metadata = Metadata(
        title=f"{TITLE}, {edition.title}",
        author=TITLE,
        subject=SUBTITLE,
        language="en",
        as_of=edition.published,
    )
    document = Document(pages, resources, desk.pictures, metadata, outline(plan), labels(plan))
    with watch.during("write"):
        written = write_pdf(document)
    with watch.during("finish"):
        return finish(written, document)


def save(content: bytes, output: Path, name: str) -> Path:
    """Write beside the place and rename, so that a reader sees the old file or the new one."""
    output.mkdir(parents=True, exist_ok=True)
    path = output / name
    beside = output / f".{name}.{os.getpid()}"
    try:
        beside.write_bytes(content)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    return path
