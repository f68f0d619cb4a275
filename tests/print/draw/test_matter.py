"""Front and back matter on every trim: nothing leaves the type area, and no text stands on another."""

from __future__ import annotations

import itertools
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import pytest

from catalog.model import Contact
from catalog.print.draw.pages import draw_page
from catalog.print.grid import TOP
from catalog.print.pages.contents import INDEX
from catalog.print.pages.plan import (
    ChangesPage,
    ContactPage,
    Contents,
    Coverage,
    EntryPage,
    Foreword,
    HowToRead,
    Imprint,
    IndexPage,
    ModelPage,
    Opener,
    Routes,
    Types,
)
from catalog.print.pdf.canvas import PageCanvas, Resources, Sheet
from catalog.print.select import EVERYTHING, Selection, select
from catalog.print.typography import styles
from tests.print.draw.matter import FOREWORD, book_of, changes, entries, facts
from tests.print.small import EDITION, catalog_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.print.desk import Desk
    from catalog.print.pages.plan import Plan
    from catalog.print.pdf.color import Ink
    from catalog.print.typography.lines import Line
    from tests.print.conftest import MakeDesk

TRIMS = ("A4", "Letter", "A5", "170x240mm", "230x300mm")
KINDS = (
    Imprint, Foreword, Contents, HowToRead, Types, ModelPage, Routes, Coverage, ChangesPage, IndexPage, ContactPage,
)  # fmt: skip
CAPITAL = 0.714
LOOSE = 1.0


class Placed(NamedTuple):
    """A text on a page: its left and right end, and the top of its capitals and its baseline."""

    text: str
    size: float
    left: float
    right: float
    top: float
    baseline: float


class Recorder(PageCanvas):
    """A canvas that keeps where texts stand; those that are turned, on tabs, are left out."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(Sheet(desk.grid.width, desk.grid.height), Resources(desk.typesetter.fonts))
        self.placed: list[Placed] = []
        self.turned = False

    def text(self, x: float, baseline: float, line: Line, ink: Ink | None = None) -> None:
        super().text(x, baseline, line, *([ink] if ink else []))
        if line.text.strip() and not self.turned:
            size = max(piece.size for piece in line.pieces)
            top = baseline - CAPITAL * size
            self.placed.append(Placed(line.text, size, x, x + line.width, top, baseline))

    @contextmanager
    def rotated(self, x: float, y: float, degrees: float) -> Iterator[None]:
        self.turned = True
        with super().rotated(x, y, degrees):
            yield
        self.turned = False


@pytest.fixture(params=TRIMS)
def desk(request: pytest.FixtureRequest, make_desk: MakeDesk) -> Desk:
    return make_desk(request.param, replace(EDITION, foreword=FOREWORD))


@pytest.fixture
def selection() -> Selection:
    contacts = (
        (
            "partner-sales",
            Contact(email="partner-sales@catalog.example", url="https://catalog.example/partners"),
        ),
        ("press", Contact(email="press@catalog.example", phone="+1 206 555 0100")),
        ("catalog", Contact(email="catalog@catalog.example")),
    )
    chosen = select(catalog_of(entries()), EVERYTHING)
    return replace(
        chosen, facts=facts(), contacts=contacts, changes=changes(), narrowed="Germany or France; " * 6
    )


def drawn(plan: Plan, desk: Desk) -> Iterator[tuple[int, str, list[Placed]]]:
    """Folio, kind and texts below the running head of every page of front and back matter."""
    for folio, page in enumerate(plan.pages, 1):
        if isinstance(page, EntryPage | Opener):
            continue
        canvas = Recorder(desk)
        draw_page(canvas, page, folio, desk)
        below = [placed for placed in canvas.placed if placed.baseline > TOP - LOOSE]
        yield folio, type(page).__name__, below


def test_nothing_leaves_the_type_area(desk: Desk, selection: Selection) -> None:
    outside = []
    for folio, kind, texts in drawn(book_of(desk, selection), desk):
        left = desk.grid.left(folio)
        for text in texts:
            disc = text.size == styles.DISC.size and text.text.isdecimal()  # These hang out to the left.
            inside = (
                (disc or text.left >= left - LOOSE)
                and text.right <= left + desk.grid.area + LOOSE
                and text.top >= TOP - LOOSE
                and text.baseline <= desk.grid.bottom
            )
            if not inside:
                outside.append((folio, kind, text))
    assert outside == []


def test_no_text_stands_on_another(desk: Desk, selection: Selection) -> None:
    over = [
        (folio, kind, one.text, other.text)
        for folio, kind, texts in drawn(book_of(desk, selection), desk)
        for one, other in itertools.combinations(sorted(texts, key=lambda text: text.top), 2)
        if other.top < one.baseline - LOOSE / 2
        and other.baseline > one.top + LOOSE / 2
        and other.left < one.right - LOOSE / 2
        and other.right > one.left + LOOSE / 2
    ]
    assert over == []


def test_every_kind_of_page_is_in_the_book(desk: Desk, selection: Selection) -> None:
    """So that the tests above look at each of them."""
    plan = book_of(desk, selection)
    assert {type(page) for page in plan.pages} >= set(KINDS)
    texts = {text.text for _, _, placed in drawn(plan, desk) for text in placed}
    for words in (
        "Contradictions and remarks",
        "Vendor",
        "Highlights",
        "Offer",
        "Code",
        "Example environments",
    ):
        assert words in texts


def test_all_facts_stand_in_the_book_with_their_remarks(desk: Desk, selection: Selection) -> None:
    plan = book_of(desk, selection)
    shown = [
        fact.id
        for page in plan.pages
        if isinstance(page, Foreword)
        for _, row in page.rows
        for fact in row.facts
    ]
    assert sorted(shown) == sorted(fact.id for fact in selection.facts)
    texts = [
        text.text for folio, _, placed in drawn(plan, desk) for text in placed
        if isinstance(plan.pages[folio - 1], Foreword)
    ]  # fmt: skip
    assert sum("The table of contents names" in text for text in texts) >= 5


def test_all_changes_stand_in_the_book(desk: Desk, selection: Selection) -> None:
    pages = [page for page in book_of(desk, selection).pages if isinstance(page, ChangesPage)]
    assert selection.changes
    for at, (_, part) in enumerate(selection.changes.parts):
        assert tuple(change for page in pages for _, change in page.columns[at]) == part
    assert [page.kept is not None for page in pages].count(True) == 1


def test_the_running_heads_of_indexes_name_first_and_last_heading_in_full(
    desk: Desk, selection: Selection
) -> None:
    plan = book_of(desk, selection)
    for folio, page in enumerate(plan.pages, 1):
        if isinstance(page, IndexPage) and page.title != INDEX:
            canvas = Recorder(desk)
            draw_page(canvas, page, folio, desk)
            head = [placed.text for placed in canvas.placed if placed.baseline < TOP - LOOSE]
            first, last = page.guide
            assert (first if first == last else f"{first} – {last}") in head
