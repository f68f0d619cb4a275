"""From pages of blocks to the plan: folios, and everything that names them.

Owns the order of the book, which pages are rectos, and the pages made of page numbers: contents, openers, index.
Nothing is laid out twice: entries get their folios first, and what names folios is made from those. Refuses to
measure entries and to draw.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from catalog.print.pages.contents import contents_rows
from catalog.print.pages.coverage import coverage_page
from catalog.print.pages.index import lay_index
from catalog.print.pages.plan import (
    BackCover,
    Blank,
    CategoryRow,
    Contents,
    Cover,
    EntryPage,
    GuideWords,
    HowToRead,
    Imprint,
    IndexPage,
    ModelPage,
    Opener,
    Plan,
)
from catalog.print.typography import styles
from catalog.print.typography.latin import latin_name
from catalog.vocabulary import vocabularies

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from catalog.editions import Edition
    from catalog.model import Entry
    from catalog.print.desk import Desk
    from catalog.print.layout.block import Block
    from catalog.print.pages.plan import PlanPage
    from catalog.print.select import Chapter, Selection

SHEET = 4  # Pages come in fours.

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
    selection: Selection, paginated: Sequence[Pages], desk: Desk, upcoming: Edition | None = None
) -> Plan:
    """The whole book in order.

    Args:
        selection: the chapters.
        paginated: the filled pages of each chapter, in the same order.
        desk: the edition says which sections the book has; the index is measured.
        upcoming: the edition after this one, for the back cover.
    """
    entries = selection.entries
    has_demo = any(entry.is_demo for entry in entries)
    has_public = any(entry.listing.source in {"package", "public"} for entry in entries)
    book = _Book()
    book.add(
        Cover({chapter.type: len(chapter.entries) for chapter in selection.chapters}, selection.narrowed)
    )
    book.add(Imprint(has_demo, has_public))
    book.add(Contents(()))
    if "how-to-read" in desk.edition.sections:
        book.add(_how_to_read(entries, paginated))
    if "models" in desk.edition.sections:
        for model in vocabularies().models:
            book.add(ModelPage(model))
    if "coverage" in desk.edition.sections:
        book.add(coverage_page(entries, selection.facts))
    for chapter, pages in zip(selection.chapters, paginated, strict=True):
        _add_chapter(book, chapter, pages)
    if "index" in desk.edition.sections:
        book.to_recto()
        _add_index(book, entries, desk)
    while (len(book.pages) + 1) % SHEET:
        book.add(Blank())
    book.add(BackCover(upcoming))
    book.pages[2] = Contents(contents_rows(book.pages))
    return Plan(tuple(book.pages), book.folios, {entry.slug: latin_name(entry) for entry in entries})


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


def _add_index(book: _Book, entries: Sequence[Entry], desk: Desk) -> None:
    for columns in lay_index(entries, book.folios, desk.typesetter, desk.grid):
        leads = [lead for column in columns for lead in column.leads]
        book.add(IndexPage(columns, GuideWords(leads[0], leads[-1])))


def _how_to_read(entries: Sequence[Entry], paginated: Sequence[Pages]) -> HowToRead:
    """The specimen is the entry of this book that shows most: the first of those with the most parts."""
    blocks = {block.slug: block for pages in paginated for page in pages for _, block in page}
    small = [entry for entry in entries if blocks[entry.slug].slots == 1] or list(entries)
    specimen = max(small, key=lambda entry: _shown_parts(blocks[entry.slug]))
    return HowToRead(blocks[specimen.slug], specimen)


def _shown_parts(block: Block) -> tuple[int, int, int]:
    whole = not block.notes and block.size == styles.TEXT.size
    return bool(block.pictures) + bool(block.offer) + bool(block.bullets), whole, len(block.bullets)
