"""From pages of blocks to the plan: folios, and everything that names them.

Owns the order of the book, which pages are rectos, and the pages made of page numbers: contents, openers, changes,
indexes. Nothing is laid out twice: entries get their folios first, and what names folios is made from those. Refuses
to measure entries and to draw.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from catalog.print.pages.changes import change_pages
from catalog.print.pages.contents import INDEX, contents_pages, parts_of
from catalog.print.pages.coverage import coverage_pages
from catalog.print.pages.foreword import foreword_pages
from catalog.print.pages.how_to_read import how_to_read
from catalog.print.pages.index import lay_index
from catalog.print.pages.models import model_pages
from catalog.print.pages.plan import (
    BackCover,
    Blank,
    CategoryRow,
    ContactPage,
    Contents,
    Cover,
    EntryPage,
    GuideWords,
    Imprint,
    IndexPage,
    Opener,
    Plan,
    Types,
)
from catalog.print.pages.routes import route_pages
from catalog.print.pages.subject_index import lay_subjects
from catalog.print.pages.subjects import subjects
from catalog.print.typography.latin import latin_name
from catalog.vocabulary import vocabularies

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from catalog.editions import Edition
    from catalog.model import Entry
    from catalog.print.desk import Desk
    from catalog.print.layout.block import Block
    from catalog.print.pages.index_rows import IndexColumn
    from catalog.print.pages.plan import PlanPage
    from catalog.print.select import Chapter, Selection

SHEET = 4
"""Pages come in fours, unless the printer wants them otherwise."""

Pages = tuple[tuple[tuple[int, "Block"], ...], ...]


@dataclass(slots=True)
class _Book:
    """The pages so far, and the folio of each entry."""

    pages: list[PlanPage] = field(default_factory=list)
    folios: dict[str, int] = field(default_factory=dict)

    @property
    def next_folio(self) -> int:
        return len(self.pages) + 1

    def add(self, page: PlanPage) -> None:
        self.pages.append(page)

    def to_recto(self) -> None:
        if self.next_folio % 2 == 0:
            self.add(Blank())


def number(
    selection: Selection,
    paginated: Sequence[Pages],
    desk: Desk,
    upcoming: Edition | None = None,
    *,
    multiple: int = SHEET,
) -> Plan:
    """The whole book in order.

    Args:
        selection: the chapters.
        paginated: the filled pages of each chapter, in the same order.
        desk: the edition says which sections the book has; what is set around the entries is measured.
        upcoming: the edition after this one, for the back cover.
        multiple: the number of pages is one of this; blank ones stand before the back cover.
    """
    length = 1
    while True:  # The contents name pages behind them, so their own length has to be known: twice at most.
        book, at = _assembled(selection, paginated, desk, length)
        contents = contents_pages(parts_of(book.pages), desk)
        if len(contents) == length:
            break
        length = len(contents)
    book.pages[at : at + length] = contents
    while (len(book.pages) + 1) % multiple:
        book.add(Blank())
    book.add(BackCover(upcoming))
    names = {entry.slug: latin_name(entry) for entry in selection.entries}
    return Plan(tuple(book.pages), book.folios, names)


def _assembled(
    selection: Selection, paginated: Sequence[Pages], desk: Desk, contents: int
) -> tuple[_Book, int]:
    """All pages but the last ones, with that many empty ones for the contents, which come after the second number."""
    entries, sections = selection.entries, desk.edition.sections
    book = _Book()
    book.add(
        Cover({chapter.type: len(chapter.entries) for chapter in selection.chapters}, selection.narrowed)
    )
    book.add(
        Imprint(
            any(entry.is_demo for entry in entries),
            any(entry.is_unclaimed for entry in entries),
        )
    )
    if "foreword" in sections:
        book.pages += foreword_pages(desk.edition.foreword or "", selection.facts, desk)
    at = len(book.pages)
    book.pages += [Contents(())] * contents
    _add_guide(book, selection, paginated, desk)
    for chapter, pages in zip(selection.chapters, paginated, strict=True):
        _add_chapter(book, chapter, pages)
    if "changes" in sections and selection.changes:
        book.pages += change_pages(selection.changes, book.folios, desk)
    _add_indexes(book, entries, desk)
    if "contact" in sections:
        book.add(ContactPage(selection.contacts))
    return book, at


def _add_guide(book: _Book, selection: Selection, paginated: Sequence[Pages], desk: Desk) -> None:
    """What a reader should know before the first chapter."""
    entries, sections = selection.entries, desk.edition.sections
    blocks = {block.slug: block for pages in paginated for page in pages for _, block in page}
    if "how-to-read" in sections:
        book.pages += how_to_read(entries, blocks, desk)
    if "types" in sections:
        book.add(Types())
    if "models" in sections:
        book.pages += model_pages(desk)
    if "routes" in sections:
        book.pages += route_pages(entries, desk)
    if "coverage" in sections:
        book.pages += coverage_pages(entries, selection.facts, desk)


def _add_chapter(book: _Book, chapter: Chapter, pages: Pages) -> None:
    book.to_recto()
    first = book.next_folio + 1
    by_slug = {entry.slug: entry for entry in chapter.entries}
    for folio, page in enumerate(pages, first):
        book.folios |= {block.slug: folio for _, block in page}
    categories = _categories(chapter.entries, book.folios)
    book.add(Opener(chapter.type, first, first + len(pages) - 1, len(chapter.entries), categories))
    for page in pages:
        shown = [by_slug[block.slug] for _, block in page]
        guide = GuideWords(latin_name(shown[0]), latin_name(shown[-1]))
        book.add(
            EntryPage(chapter.type, page, guide, tuple(latin_name(entry) for entry in shown if entry.is_demo))
        )


def _categories(entries: Iterable[Entry], folios: dict[str, int]) -> tuple[CategoryRow, ...]:
    """The categories of a chapter in the vocabulary's order."""
    found: dict[str, list[int]] = {}
    for entry in entries:
        for category in entry.categories:
            found.setdefault(category, []).append(folios[entry.slug])
    terms = vocabularies().categories.values()
    return tuple(
        CategoryRow(term.name, tuple(sorted(set(found[term.id]))), len(found[term.id]))
        for term in terms
        if term.id in found
    )


def _add_indexes(book: _Book, entries: Sequence[Entry], desk: Desk) -> None:
    """The indexes, the first of them on a recto."""
    chosen = subjects(entries, desk.edition.sections)
    if "index" in desk.edition.sections or chosen:
        book.to_recto()
    if "index" in desk.edition.sections:
        pages = lay_index(entries, book.folios, desk.typesetter, desk.grid)
        starts: tuple[tuple[str, str], ...] = (("index", INDEX),)
        for columns in pages:
            book.add(IndexPage(INDEX, columns, _guide(columns), starts))
            starts = ()
    if chosen:
        titles = {subject.section: subject.title for subject in chosen}
        shorts = [subject.short for subject in chosen]
        title = "Index by " + ", ".join(shorts[:-1]) + " and " * (len(shorts) > 1) + shorts[-1]
        for columns in lay_subjects(chosen, book.folios, desk.typesetter, desk.grid):
            anchors = [row.anchor for column in columns for _, row in column.rows if row.anchor]
            begun = tuple((anchor, titles[anchor]) for anchor in anchors)
            book.add(IndexPage(title, columns, _guide(columns), begun))


def _guide(columns: Sequence[IndexColumn]) -> GuideWords:
    leads = [lead for column in columns for lead in column.leads]
    return GuideWords(leads[0], leads[-1])
