"""The book from a catalog: the passes in order, and the file that comes of them.

Owns the recipe and the times of its passes. Refuses to know how any pass works. Every pass is a function from plain
values to plain values.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from catalog.collector import nothing_collected
from catalog.print.assets.gather import texts_of, unprintable
from catalog.print.datamerge import write_merge_table
from catalog.print.desk import Sources, desk_for
from catalog.print.draw.cover import SUBTITLE, TITLE
from catalog.print.draw.pages import labels, outline
from catalog.print.draw.shared import draw_all
from catalog.print.grid import grid_of
from catalog.print.layout.measure import measure_chapters
from catalog.print.manifest import manifest_of
from catalog.print.note import Note
from catalog.print.pages.number import number
from catalog.print.pages.paginate import fill
from catalog.print.pdf.finish import finish
from catalog.print.pdf.impose import impose
from catalog.print.pdf.write import write_pdf
from catalog.print.pdf.write_document import Document, Metadata
from catalog.print.production import MOST_SADDLE_PAGES, SCREEN
from catalog.print.report import BookFile, BookReport
from catalog.print.saving import Made, save
from catalog.print.select import EVERYTHING, Filters, Selection, select
from catalog.print.typography.font_cuts import open_fonts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from catalog.editions import Edition
    from catalog.model import Catalog, Entry
    from catalog.print.desk import Desk
    from catalog.print.editions.freezing import Earlier
    from catalog.print.grid import Grid
    from catalog.print.pages.plan import Plan
    from catalog.print.pdf.canvas import Intent
    from catalog.print.production import Production
    from catalog.print.report import Purpose
    from catalog.print.saving import Saved

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


@nothing_collected()
def build_book(  # noqa: PLR0913 - keyword-only, and each is a thing of its own
    catalog: Catalog,
    edition: Edition,
    *,
    output: Path,
    site_url: str,
    cache: Path,
    trim: str | None = None,
    filters: Filters = EVERYTHING,
    production: Production = SCREEN,
    upcoming: Edition | None = None,
    previous: Earlier | None = None,
    progress: Progress = lambda _done, _total: None,
    clock: Callable[[], float] = time.perf_counter,
) -> BookReport:
    """Build `aps-catalog-<edition>-<purpose>.pdf` in `output`, a file for each purpose, all from one plan.

    Args:
        catalog: compiled and checked.
        edition: names the book, its days and its trim.
        output: folder of the files; made when missing. Nothing in it changes unless all of them are finished.
        site_url: where the site lives; codes lead there.
        cache: folder for converted pictures; safe to delete.
        trim: instead of the edition's.
        filters: what the book is narrowed to.
        production: for whom the files are, and how they are made.
        upcoming: the edition after this one, for the back cover.
        previous: the frozen edition before this one, which changes are told since.
        progress: told (done, in all) now and then.
        clock: seconds from any start, for the times of the passes.

    Raises:
        UnknownTrimError: no page is drawn for the trim.
        UnknownFilterError: a filter value that no entry can have.
        ImpositionError: the sheets that are wanted cannot be made of so many pages.
    """
    grid = grid_of(trim or edition.trim)
    watch = _Watch(clock, progress, total=0)
    with watch.during("select"):
        selection = select(catalog, filters, previous)
    entries = selection.entries
    report = BookReport(edition, entries=len(entries), seconds=watch.seconds)
    if not entries:
        return report
    watch.total = len(entries) + len(entries) // 4  # An estimate until the pages are counted.
    with watch.during("assets"):
        faults = unprintable(entries)
        if faults:
            return replace(report, faults=faults)
        sources = Sources(catalog.folder, site_url, cache)
        desks = desks_for(entries, edition, grid, sources, production, selection.texts())
    desk = next(iter(desks.values()))
    plan, faults = _plan(selection, desk, upcoming, watch, production.multiple)
    if plan is None:
        return replace(report, faults=faults)
    saved = _saved(plan, desks, production, output, watch)
    files, pages = saved.files, len(plan.pages)
    if files and production.merge:
        files += (_merge_table(entries, plan, desk, Path(catalog.folder), output),)
    notes = (*plan.notes, *_binding(production, pages))
    return replace(report, files=files, findings=saved.findings, pages=pages, notes=notes, plan=plan)


def _merge_table(entries: Sequence[Entry], plan: Plan, desk: Desk, pictures: Path, output: Path) -> BookFile:
    folder = output / f"{desk.edition.id}-data-merge"
    table = write_merge_table(entries, plan, desk, pictures=pictures, folder=folder)
    return BookFile("data-merge", table, table.stat().st_size)


def _binding(production: Production, pages: int) -> Iterator[Note]:
    """Staples hold so many leaves and no more."""
    stapled = production.binding == "saddle" or production.caliper_mm is not None
    if stapled and pages > MOST_SADDLE_PAGES:
        yield Note(
            "book", "binding", f"{pages} pages are too many for staples, which hold {MOST_SADDLE_PAGES} well"
        )


def desks_for(
    entries: Sequence[Entry],
    edition: Edition,
    grid: Grid,
    sources: Sources,
    production: Production,
    more: Iterable[str] = (),
) -> dict[Intent, Desk]:
    """A desk for each purpose. They differ in the colours of pictures alone, so what one measures another draws.

    `more` are texts that will be set besides those of the entries.
    """
    fonts = open_fonts([*texts_of(entries, edition), *more])
    desks: dict[bool, Desk] = {}
    for intent in production.intents:
        inks = intent == "press"
        if inks not in desks:
            profile = production.profile if inks else None
            desks[inks] = desk_for(entries, edition, grid, sources, fonts=fonts, profile=profile)
    return {intent: desks[intent == "press"] for intent in production.intents}


def _plan(
    selection: Selection, desk: Desk, upcoming: Edition | None, watch: _Watch, multiple: int
) -> tuple[Plan | None, tuple[Note, ...]]:
    """Measure, paginate and number; or the faults of entries that do not fit."""
    with watch.during("measure"):
        measured = measure_chapters([chapter.entries for chapter in selection.chapters], desk, watch.step)
    faults = tuple(fault for chapter in measured for fault in chapter.faults)
    if faults:
        return None, faults
    with watch.during("paginate"):
        paginated = [fill(chapter.blocks, desk.grid.lines) for chapter in measured]
    with watch.during("number"):
        plan = number(selection, paginated, desk, upcoming, multiple=multiple)
    notes = tuple(note for chapter in measured for block in chapter.blocks for note in block.notes)
    return replace(plan, notes=(*_not_in_book(plan, desk.edition), *notes)), ()


def _not_in_book(plan: Plan, edition: Edition) -> Iterator[Note]:
    for named, slugs, does in (
        ("features", edition.features, "features it"),
        ("halves", edition.halves, "gives it half a page"),
        ("listings", edition.listings, "lists it"),
    ):
        for slug in slugs:
            if slug not in plan.folios:
                yield Note(slug, named, f"edition {edition.id} {does}, but the book has no such entry")


def _saved(
    plan: Plan, desks: Mapping[Intent, Desk], production: Production, output: Path, watch: _Watch
) -> Saved:
    """The files of a plan: made, looked through and put into their places."""
    contents: dict[Purpose, bytes] = {
        intent: _produce(plan, desk, intent, production, watch) for intent, desk in desks.items()
    }
    if production.caliper_mm is not None:
        with watch.during("impose"):
            contents["imposed"] = impose(contents["press"], production.caliper_mm)
    watch.progress(watch.total, watch.total)
    desk = next(iter(desks.values()))
    stem = f"aps-catalog-{desk.edition.id}"
    made = [Made(purpose, f"{stem}-{purpose}.pdf", content) for purpose, content in contents.items()]
    with watch.during("save"):
        return save(made, output, production, manifest_of(plan, desk))


def _produce(plan: Plan, desk: Desk, intent: Intent, production: Production, watch: _Watch) -> bytes:
    """Draw, write and finish one file."""
    watch.total = watch.done + len(plan.pages)
    with watch.during("draw"):
        pages, resources = draw_all(plan, desk, intent, production, watch.step)
    edition = desk.edition
    metadata = Metadata(
        title=f"{TITLE}, {edition.title}",
        author=TITLE,
        subject=SUBTITLE,
        language="en",
        as_of=edition.published,
    )
    document = Document(
        pages,
        resources,
        desk.pictures,
        metadata,
        outline(plan),
        labels(plan),
        production.profile if intent == "press" else None,
    )
    with watch.during("write"):
        written = write_pdf(document)
    with watch.during("finish"):
        return finish(written, document)
