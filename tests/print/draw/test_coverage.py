"""The coverage page: a map, its legend, the numbers and the handbook's figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from catalog.model import Regions
from catalog.model.catalog import Fact
from catalog.print.draw.coverage import draw_coverage
from catalog.print.draw.pen import top_of
from catalog.print.pages.coverage import coverage_pages
from catalog.print.pages.plan import Coverage, ModelPage
from catalog.print.pdf.canvas import PageCanvas, Resources, Sheet
from catalog.worldmap import WIDTH, world
from tests.print.paper import poppler_text, print_of, raster, setter
from tests.print.small import entry_of

if TYPE_CHECKING:
    from catalog.print.desk import Desk
    from tests.print.conftest import MakeDesk, PrintBook

FACTS = [
    Fact(id="sites", value="more than 50 million", unit="websites", source="Introduction", as_of="2012"),
    Fact(id="growth", value="26%", unit="growth", source="Global Market Opportunity", as_of="2012-02"),
]


def _page(desk: Desk, *regions: tuple[str, ...]) -> Coverage:
    entries = [
        entry_of(f"app-{n}", regions=Regions(stated=True, include=said)) for n, said in enumerate(regions)
    ]
    (page,) = coverage_pages(entries, FACTS, desk)
    return page


def _pdf(desk: Desk, *regions: tuple[str, ...]) -> bytes:
    page = _page(desk, *regions)
    sheet = Sheet(desk.grid.width, desk.grid.height)
    return print_of(lambda canvas: draw_coverage(canvas, page, 8, desk), sheet=sheet)


@pytest.mark.parametrize("trim", ["A4", "Letter"])
def test_numbers_figures_and_sources_stand_on_the_page(make_desk: MakeDesk, trim: str) -> None:
    text = poppler_text(_pdf(make_desk(trim), ("DE",), ("emea",)))
    for words in (
        "2 applications",
        "Western Europe",
        "more than 50 million",
        "websites",
        "26%",
        "Introduction, 2012",
    ):
        assert words in text
    assert "quoted, not updated" in text
    assert "Natural Earth" in text


def test_a_country_is_tinted_where_something_is_sold_and_white_elsewhere(make_desk: MakeDesk) -> None:
    desk = make_desk("A4")
    brazil = next(shape for shape in world().shapes if shape.code == "BR")
    xs, ys = zip(*max(brazil.rings, key=len), strict=True)
    scale = desk.grid.area / WIDTH
    middle = (
        round(desk.grid.left(8) + scale * (min(xs) + max(xs)) / 2),
        round(top_of(8) + scale * (min(ys) + max(ys)) / 2),
    )
    sold, elsewhere = (
        raster(_pdf(desk, (country,))).convert("L").getpixel(middle) for country in ("BR", "LI")
    )
    assert sold != 255
    assert elsewhere == 255


def test_the_map_is_black_and_its_tints_alone(make_desk: MakeDesk) -> None:
    desk = make_desk("A4")
    canvas = PageCanvas(Sheet(desk.grid.width, desk.grid.height), Resources(setter().fonts), "press")
    draw_coverage(canvas, _page(desk, ("emea",), ("DE",)), 8, desk)
    inks = {line.rsplit(b" ", 2)[0] for line in canvas.page().content.splitlines() if line.endswith(b" k")}
    assert inks == {b"0.0000 0.0000 0.0000"}


def test_a_book_has_the_page_and_a_bookmark_for_it(print_book: PrintBook) -> None:
    report = print_book([entry_of()])
    assert report.plan
    reader = PdfReader(str(report.path))
    titles = [mark.title for mark in reader.outline if not isinstance(mark, list)]
    assert "Where they are sold" in titles
    assert "Business models: who pays whom" in titles
    texts = [page.extract_text() for page in reader.pages]
    pages = list(zip(report.plan.pages, texts, strict=True))
    assert all("Where they are sold" in text for page, text in pages if isinstance(page, Coverage))
    told = [text.count("Parallels earns") for page, text in pages if isinstance(page, ModelPage)]
    assert told == [3, 3, 3]
