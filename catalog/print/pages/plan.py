"""The plan of a book: what stands on which page.

Owns the values that numbering makes and drawing reads. Refuses positions inside a page, except the slots of entries
and the rows of an index. The folio of a page is its place in the plan, counted from 1; odd folios are rectos.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from catalog.editions import Edition
    from catalog.model import Entry
    from catalog.model.catalog import Fact
    from catalog.print.layout.block import Block
    from catalog.print.note import Note
    from catalog.print.pages.index import IndexColumn


class ContentsRow(NamedTuple):
    """A line of the contents: title, what stands below it, folio, and the application type of a chapter."""

    title: str
    note: str
    folio: int
    type: str | None = None


class CategoryRow(NamedTuple):
    """A category of a chapter: its name, the folios of its entries, and how many entries it has."""

    name: str
    folios: tuple[int, ...]
    entries: int


class GuideWords(NamedTuple):
    """First and last of a page, as sorted; equal where there is one."""

    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Cover:
    """The front cover, the number of entries of each type, by type id, and what the book is narrowed to, if it is."""

    counts: dict[str, int]
    narrowed: str = ""


@dataclass(frozen=True, slots=True)
class Imprint:
    """Who made the book from what. `has_demo` where invented entries are in it, `has_public` for unclaimed ones."""

    has_demo: bool
    has_public: bool


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents."""

    rows: tuple[ContentsRow, ...]


@dataclass(frozen=True, slots=True)
class HowToRead:
    """The key to an entry, with an entry of this book as the specimen."""

    specimen: Block
    entry: Entry


@dataclass(frozen=True, slots=True)
class ModelPage:
    """A business model (id) and its money flows."""

    model: str


class CoverageGroup(NamedTuple):
    """A part of the world: its name, how many applications are sold there, and the same for regions inside it."""

    name: str
    applications: int
    regions: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Applications of this book by country (ISO code) and region, and figures of the handbook."""

    countries: dict[str, int]
    groups: tuple[CoverageGroup, ...]
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Blank:
    """An empty page, so that a chapter opens on a recto or the sheets come out even."""


@dataclass(frozen=True, slots=True)
class Opener:
    """The first page of a chapter; its entries stand on the folios from `first` to `last`."""

    type: str
    first: int
    last: int
    count: int
    categories: tuple[CategoryRow, ...]


@dataclass(frozen=True, slots=True)
class EntryPage:
    """A page of entries: each with its first slot. `demo` are the Latin names of the invented ones."""

    type: str
    placed: tuple[tuple[int, Block], ...]
    guide: GuideWords
    demo: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IndexPage:
    """A page of the index by name and vendor."""

    columns: tuple[IndexColumn, ...]
    guide: GuideWords


@dataclass(frozen=True, slots=True)
class BackCover:
    """The back cover. `upcoming` is the edition after this one, if it is known yet."""

    upcoming: Edition | None


PlanPage: TypeAlias = (
    Cover
    | Imprint
    | Contents
    | HowToRead
    | ModelPage
    | Coverage
    | Blank
    | Opener
    | EntryPage
    | IndexPage
    | BackCover
)


@dataclass(frozen=True, slots=True)
class Plan:
    """All pages in order, and the folio of each entry by slug."""

    pages: tuple[PlanPage, ...]
    folios: dict[str, int]
    names: dict[str, str]
    notes: tuple[Note, ...] = ()


def dump(plan: Plan) -> str:
    """The plan as text, a line for each page and each entry: for tests and for people who compare two plans."""
    lines = []
    for folio, page in enumerate(plan.pages, 1):
        side = "recto" if folio % 2 else "verso"
        lines.append(f"{folio} {side} {type(page).__name__}{_told(page)}")
        if isinstance(page, EntryPage):
            lines += [
                f"  slot {slot} {block.tier} {block.slug} {block.size:g} pt" for slot, block in page.placed
            ]
    return "\n".join(lines) + "\n"


def _told(page: PlanPage) -> str:
    if isinstance(page, Contents):
        return " " + "; ".join(f"{row.title} {row.folio}" for row in page.rows)
    if isinstance(page, ModelPage):
        return f" {page.model}"
    if isinstance(page, Opener):
        return f" {page.type} {page.count} on {page.first}-{page.last}"
    if isinstance(page, EntryPage):
        return f" {page.type} {page.guide.first} - {page.guide.last}"
    if isinstance(page, IndexPage):
        return f" {page.guide.first} - {page.guide.last}"
    return ""
