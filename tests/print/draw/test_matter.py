"""Front and back matter on every trim: nothing leaves the type area, and no text stands on another."""

from __future__ import annotations

import itertools
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import pytest

from catalog.editions import Edition
from catalog.model import Contact, Listing, Regions, Vendor
from catalog.model.catalog import Fact
from catalog.print.assets.qr import modules
from catalog.print.changes import Change, Changes
from catalog.print.draw.pages import draw_page
from catalog.print.grid import TOP, column, span
from catalog.print.layout.block import PARAGRAPHS, Block, Offer, Part, PlacedCode, SetLine
from catalog.print.pages.contents import INDEX
from catalog.print.pages.number import number
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
from catalog.print.pdf.canvas import Box, PageCanvas, Resources, Sheet
from catalog.print.select import EVERYTHING, Selection, select
from catalog.print.typography import styles
from catalog.vocabulary import vocabularies
from tests.print.small import EDITION, catalog_of, entry_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.model import Entry
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
UPCOMING = Edition("2027-autumn", "Autumn 2027", date(2027, 9, 1), date(2027, 8, 15))
FOREWORD = (
    "Every entry of this book is a file that its vendor wrote and can correct. " * 6
    + "\n\n"
    + "Read it beside the site, which has the latest word on each of them. " * 4
).strip()
LONG = "Larder ERP for bakers, butchers, dairies and greengrocers of the whole country"


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


def entries() -> list[Entry]:
    """Sixty entries in all categories, with names, regions and models of every kind."""
    categories, models = list(vocabularies().categories), list(vocabularies().models)
    kinds, routes = list(vocabularies().types), list(vocabularies().routes)
    regions = (("worldwide",), ("eu",), ("DE", "FR", "JP"), ("emea",), ("BR",), ("north-america", "AU"))
    made = [
        entry_of(
            f"app-{n:02}",
            name=LONG if n % 9 == 0 else f"App {n:02}",
            type=kinds[n % 3],
            vendor=Vendor(
                name=f"{'Example Works of the North ' * (n % 4)}{n % 7}", homepage="https://v.example/"
            ),
            categories=(categories[n % len(categories)], categories[(5 * n) % len(categories)]),
            business_models=tuple(models[: n % 3 + 1]),
            routes=tuple(routes[n % 6 :]),
            regions=Regions(
                stated=True, include=regions[n % 6], excluded=("CN", "RU") if n % 12 == 0 else ()
            ),
            listing=Listing(source="demo" if n % 2 else "public"),
        )
        for n in range(60)
    ]
    return [
        *made,
        entry_of("asagao-kintai", name="朝顔勤怠", regions=Regions(stated=False), business_models=()),
    ]


def facts() -> tuple[Fact, ...]:
    """Plain figures and contradictions, short and long."""
    section = "Parallels Partner Storefront and Parallels Automation for Cloud Marketplace"
    plain = [
        Fact(
            id=f"plain-{n}",
            value="more than 50 million" if n % 3 else "two",
            unit="Plesk Panel resellers that agreed to enable a storefront" if n % 2 else "websites",
            source=section if n % 4 else "Introduction",
            as_of="2012-02",
        )
        for n in range(17)
    ]
    note = "The table of contents names one figure and the heading of the same section another. " * 3
    remarked = [
        Fact(id=f"said-{n}", value="34 billion", unit="US dollars", source=section, as_of="2012", note=note)
        for n in range(5)
    ]
    return (*plain, *remarked)


def changes() -> Changes:
    """More changes than a page holds, with long names and long notes."""
    told = "Version 3.6, now certified Gold, regions, pitch, 12 more fields"
    some = tuple(
        Change("dedicated", LONG if n % 5 == 0 else f"App {n}", told, f"app-{n:02}") for n in range(40)
    )
    gone = tuple(Change("connector", f"Gone {n}", f"Replaced by {LONG}", "app-01") for n in range(4))
    return Changes("Autumn 2026", some[:7], some, gone)


def block_of(entry: Entry, desk: Desk) -> Block:
    """A small entry with every part that the key knows, inside the type area of any trim."""
    middle, right = column(3), desk.grid.area - span(2)
    set_line = desk.typesetter.line
    words = (
        (middle, 18, "Name", styles.NAME, Part.NAME),
        (middle, 33, entry.vendor.name[:20], styles.TEXT, Part.VENDOR),
        (middle, 57, "Sell it beside the web", styles.TEXT, Part.PITCH),
        (right, 9, "Business models", styles.LABEL, Part.FACTS), (right, 27, "Routes", styles.LABEL, Part.FACTS),
        (right, 45, "Regions", styles.LABEL, Part.FACTS),
        (0, 80, f"Version {entry.version}", styles.FACT, Part.PACKAGE),
        (right, 100, "Sales", styles.LABEL, Part.SALES),
    )  # fmt: skip
    flag = ((middle, 120.0), (middle + 30, 120.0), (middle + 30, 140.0), (middle, 140.0))
    box = Box(desk.grid.area - 60, 115, 60, 60)
    return Block(
        slug=entry.slug, name=entry.name, type=entry.type, tier="quarter", depth=16, step=16,
        rule=0.5, rule_above=3.0, size=9.0,
        lines=tuple(
            SetLine(x, y, set_line(text, style, "en"), part * PARAGRAPHS) for x, y, text, style, part in words
        ),
        bullets=((middle, 90.0),), badge=Box(0, 50, 13, 13),
        code=PlacedCode(box, modules(desk.address(entry.slug))),
        offer=Offer(flag, None, SetLine(middle + 4, 133, set_line("Offer", styles.OFFER_FLAG, "en"))),
    )  # fmt: skip


def book_of(desk: Desk, selection: Selection) -> Plan:
    """A plan whose chapters hold a stand-in for every entry, one to a slot."""
    paginated = []
    for chapter in selection.chapters:
        blocks = [block_of(entry, desk) for entry in chapter.entries]
        paginated.append(tuple(((0, block),) for block in blocks))
    return number(selection, paginated, desk, UPCOMING)


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
