"""What stands on the pages of a finished book, as a file beside it.

Owns the values of that file, how they follow from the plan, and their JSON. Who checks a book compares the pages with
them; the plan itself holds more than a file should. Lengths are millimetres from the upper left of the trim, y grows
downwards; folios count pages from 1.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from catalog.errors import UsageError
from catalog.print.grid import LINE, line_top
from catalog.print.pages.plan import BackCover, Contents, EntryPage, HowToRead, IndexPage, ModelPage, Opener
from catalog.print.units import MM
from catalog.vocabulary import vocabularies

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from catalog.print.desk import Desk
    from catalog.print.pages.index_rows import IndexRow
    from catalog.print.pages.plan import ContentsRow, Plan, PlanPage

Area = tuple[float, float, float, float]
"""Left, top, width and height in millimetres."""

_PLACES = 2
_NAMES = frozenset({"name", "vendor"})


class PlacedEntry(msgspec.Struct, frozen=True):
    """An entry on a page: its slug, its name as printed, and its place."""

    slug: str
    name: str
    area: Area


class ExpectedCode(msgspec.Struct, frozen=True):
    """A QR code: what it says, the entry that it leads to, and its place with the quiet zone where that is known."""

    address: str
    entry: str | None = None
    area: Area | None = None


class BookPage(msgspec.Struct, frozen=True):
    """A page: its folio, its kind as the plan names it, the entries and the codes on it."""

    folio: int
    kind: str
    entries: tuple[PlacedEntry, ...] = ()
    codes: tuple[ExpectedCode, ...] = ()


class NumberedRow(msgspec.Struct, frozen=True):
    """A row of the contents or of an index, on page `page`: its words, and the pages that it sends to.

    `printed` is how these pages stand in the row, such as `12, 20–24`, and `named` what must be found on them: a name
    that the row gives in Latin letters too stands there in its own script (blanks do not count). `entry` is the slug
    where the row is an entry's name.
    """

    page: int
    title: str
    printed: str
    folios: tuple[int, ...]
    named: str
    entry: str | None = None


class BookManifest(msgspec.Struct, frozen=True):
    """The whole book: the edition's id, the trim in millimetres, its pages, and the rows of contents and indexes."""

    edition: str
    width: float
    height: float
    pages: tuple[BookPage, ...]
    contents: tuple[NumberedRow, ...] = ()
    index: tuple[NumberedRow, ...] = ()

    def page(self, folio: int) -> BookPage | None:
        """The page of a folio."""
        return self.pages[folio - 1] if 0 < folio <= len(self.pages) else None


def manifest_of(plan: Plan, desk: Desk) -> BookManifest:
    """The manifest of a planned book; what it says of a page follows from the plan, not from the drawing."""
    blocks = [block for page in plan.pages if isinstance(page, EntryPage) for _, block in page.placed]
    names = {block.slug: block.name for block in blocks}
    return BookManifest(
        edition=desk.edition.id,
        width=round(desk.grid.width / MM, _PLACES),
        height=round(desk.grid.height / MM, _PLACES),
        pages=tuple(_page(page, folio, desk) for folio, page in enumerate(plan.pages, 1)),
        contents=tuple(
            NumberedRow(folio, row.title, str(row.folio), (row.folio,), _heading(row, plan))
            for folio, page in enumerate(plan.pages, 1)
            if isinstance(page, Contents)
            for _, row in page.rows
        ),
        index=tuple(
            row
            for folio, page in enumerate(plan.pages, 1)
            if isinstance(page, IndexPage)
            for row in _index_rows(page, folio, names)
        ),
    )


def _heading(row: ContentsRow, plan: Plan) -> str:
    """What the page that a row of the contents leads to is headed with: the first model, the type of a chapter."""
    page = plan.pages[row.folio - 1]
    if isinstance(page, ModelPage):
        return vocabularies().models[page.model].name
    return vocabularies().types[page.type].name if isinstance(page, Opener) else row.title


def encode(manifest: BookManifest) -> bytes:
    """The manifest as JSON, for people and programs."""
    return msgspec.json.format(msgspec.json.encode(manifest), indent=1) + b"\n"


def read(path: Path) -> BookManifest:
    """The manifest in a file.

    Raises:
        UsageError: the file is no manifest of a book.
        OSError: the file cannot be read.
    """
    try:
        return msgspec.json.decode(path.read_bytes(), type=BookManifest)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} is no manifest of a book: {error}") from error


def _page(page: PlanPage, folio: int, desk: Desk) -> BookPage:
    entries, codes = [], []
    if isinstance(page, EntryPage):
        left = desk.grid.left(folio)
        for line, block in page.placed:
            top = line_top(line)
            height = LINE * (block.depth - 1)
            entries.append(PlacedEntry(block.slug, block.name, _area(left, top, desk.grid.area, height)))
            if block.code:
                box = block.code.box
                area = _area(left + box.x, top + box.y, box.width, box.height)
                codes.append(ExpectedCode(desk.address(block.slug), block.slug, area))
    elif (
        isinstance(page, HowToRead)
        and page.specimen.code
        and any(part == "specimen" for _, part in page.parts)
    ):
        codes.append(ExpectedCode(desk.address(page.specimen.slug), page.specimen.slug))
    elif isinstance(page, BackCover):
        codes.append(ExpectedCode(desk.home))
    return BookPage(folio, type(page).__name__, tuple(entries), tuple(codes))


def _area(left: float, top: float, width: float, height: float) -> Area:
    return (
        round(left / MM, _PLACES),
        round(top / MM, _PLACES),
        round(width / MM, _PLACES),
        round(height / MM, _PLACES),
    )


def _index_rows(page: IndexPage, folio: int, names: Mapping[str, str]) -> Iterator[NumberedRow]:
    """Rows of words; those that were turned over, or hold the folios alone, belong to the word before them."""
    words: list[list[IndexRow]] = []
    for column in page.columns:
        for _, row in column.rows:
            if row.lead or row.kind not in _NAMES:
                words.append([row])
            elif words:
                words[-1].append(row)
    for rows in words:
        printed = " ".join(row.locator.text for row in rows if row.locator)
        lead, slug = rows[0].lead, rows[0].slug
        if rows[0].kind not in _NAMES or not folios_in(printed):
            continue
        own = names.get(slug or "") or _own_name(lead, "".join(row.line.text for row in rows if row.line))
        yield NumberedRow(folio, lead, printed, folios_in(printed), own, slug)


def _own_name(lead: str, text: str) -> str:
    """The name as pages other than the index have it: of two names in a row the second, in its own script."""
    squeezed, first = "".join(text.split()), "".join(lead.split())
    return squeezed[len(first) :] or lead if squeezed.startswith(first) else lead


def folios_in(printed: str) -> tuple[int, ...]:
    """The folios that a row names: `12, 20–22` are 12, 20, 21 and 22."""
    folios: list[int] = []
    for first, last in re.findall(r"(\d+)(?:\s*–\s*(\d+))?", printed):
        folios += range(int(first), int(last or first) + 1)
    return tuple(folios)
