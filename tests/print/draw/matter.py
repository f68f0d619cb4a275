"""What the tests of front and back matter are made from: entries, figures and changes that need room."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from catalog.editions import Edition
from catalog.model import Listing, Regions, Vendor
from catalog.model.catalog import Fact
from catalog.print.assets.qr import modules
from catalog.print.changes import Change, Changes
from catalog.print.grid import column, span
from catalog.print.layout.block import PARAGRAPHS, Block, Offer, Part, PlacedCode, SetLine
from catalog.print.pages.number import number
from catalog.print.pdf.canvas import Box
from catalog.print.typography import styles
from catalog.vocabulary import vocabularies
from tests.print.small import entry_of

if TYPE_CHECKING:
    from catalog.model import Entry
    from catalog.print.desk import Desk
    from catalog.print.pages.plan import Plan
    from catalog.print.select import Selection

UPCOMING = Edition("2027-autumn", "Autumn 2027", date(2027, 9, 1), date(2027, 8, 15))
FOREWORD = (
    "Every entry of this book is a file that its vendor wrote and can correct. " * 6
    + "\n\n"
    + "Read it beside the site, which has the latest word on each of them. " * 4
).strip()
LONG = "Larder ERP for bakers, butchers, dairies and greengrocers of the whole country"


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
