"""The plan of a book: what stands on which page.

Owns the values that numbering makes and drawing reads. Refuses positions inside a page, except the lines of entries
and of what stands around them, and the rows of an index. The folio of a page is its place in the plan, counted from 1;
odd folios are rectos.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from catalog.editions import Edition
    from catalog.model import Contact, Entry
    from catalog.model.catalog import Fact
    from catalog.print.changes import Change
    from catalog.print.layout.block import Block
    from catalog.print.note import Note
    from catalog.print.pages.index_rows import IndexColumn
    from catalog.print.pages.room import Placed
    from catalog.vocabulary import MoneyFlow


class ContentsRow(NamedTuple):
    """A line of the contents: title, what stands below it, folio, destination, and the type of a chapter."""

    title: str
    note: str
    folio: int
    target: str
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


class FactRow(NamedTuple):
    """Figures side by side, below a heading where there is one; `remarked` ones stand with what is said about them."""

    head: str
    facts: tuple[Fact, ...]
    remarked: bool


@dataclass(frozen=True, slots=True)
class Foreword:
    """A page of the edition's foreword and the programme's figures; `text` is empty on all but the first."""

    title: str
    text: str
    rows: Placed[FactRow]
    first: bool


@dataclass(frozen=True, slots=True)
class Contents:
    """A page of the table of contents. `notes` where there is room below the titles for what the parts hold.

    `hint` is the line of the words on how to find something, where they stand on this page; `types` are the chapters'.
    """

    rows: Placed[ContentsRow]
    first: bool = True
    notes: bool = True
    hint: int | None = None
    types: tuple[str, ...] = ()


class KeyPart(NamedTuple):
    """Where the part of a specimen starts, from the corner of the slot, and what the key says of it."""

    x: float
    y: float
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class HowToRead:
    """The key to an entry, with an entry of this book as the specimen; `parts` are those of this page."""

    specimen: Block
    entry: Entry
    key: tuple[KeyPart, ...]
    parts: Placed[str]


@dataclass(frozen=True, slots=True)
class Types:
    """The application types side by side: Table 1 of the handbook."""


@dataclass(frozen=True, slots=True)
class ModelPage:
    """A business model (id) and its money flows, or those of them that stand on this page."""

    model: str
    flows: Placed[MoneyFlow]
    first: bool = True


class RouteRow(NamedTuple):
    """A route (id), how many applications of this book take it, and what each of its models means there."""

    route: str
    applications: int
    models: tuple[RouteModel, ...]


class RouteModel(NamedTuple):
    """A business model on a route: its name, with whom the vendor signs, and whom the customer pays."""

    name: str
    signs: str
    paid: str


@dataclass(frozen=True, slots=True)
class Routes:
    """A page of the routes to market."""

    rows: Placed[RouteRow]
    first: bool


class CoverageGroup(NamedTuple):
    """A part of the world: its name, how many applications are sold there, and the same for regions inside it."""

    name: str
    applications: int
    regions: tuple[tuple[str, int], ...]


class CoverageRow(NamedTuple):
    """What stands below each other on the coverage pages: the map, groups side by side, or figures side by side."""

    kind: Literal["map", "groups", "facts"]
    lines: int
    groups: tuple[CoverageGroup, ...] = ()
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """Applications of this book by country (ISO code) and region, and figures of the handbook; or a page of them."""

    countries: dict[str, int]
    rows: Placed[CoverageRow]
    first: bool = True


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """New, changed and withdrawn since the edition of that title: the numbers of all, and what stands on this page.

    `kept` is the line of the words below the last withdrawn one, on its page.
    """

    since: str
    counts: tuple[int, ...]
    columns: tuple[Placed[Change], ...]
    folios: dict[str, int]
    first: bool
    kept: int | None = None


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
    """A page of entries: each with its first line. `demo` are the Latin names of the invented ones."""

    type: str
    placed: tuple[tuple[int, Block], ...]
    guide: GuideWords
    demo: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IndexPage:
    """A page of an index. `starts` are the indexes (section and title) that start on it."""

    title: str
    columns: tuple[IndexColumn, ...]
    guide: GuideWords
    starts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ContactPage:
    """How to reach the programme, by role, and how an entry comes into the catalog."""

    contacts: tuple[tuple[str, Contact], ...]


@dataclass(frozen=True, slots=True)
class BackCover:
    """The back cover. `upcoming` is the edition after this one, if it is known yet."""

    upcoming: Edition | None


PlanPage: TypeAlias = (
    Cover
    | Imprint
    | Foreword
    | Contents
    | HowToRead
    | Types
    | ModelPage
    | Routes
    | Coverage
    | Blank
    | Opener
    | EntryPage
    | ChangesPage
    | IndexPage
    | ContactPage
    | BackCover
)


@dataclass(frozen=True, slots=True)
class Plan:
    """All pages in order, and the folio of each entry by slug."""

    pages: tuple[PlanPage, ...]
    folios: dict[str, int]
    names: dict[str, str]
    notes: tuple[Note, ...] = ()
