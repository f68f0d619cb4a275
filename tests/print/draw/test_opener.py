from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from catalog.print.grid import grid_of
from catalog.print.pages.plan import Opener
from catalog.vocabulary import vocabularies
from tests.print.small import entry_of

if TYPE_CHECKING:
    from tests.print.conftest import PrintBook

CATEGORIES = tuple(vocabularies().categories)


@pytest.mark.parametrize(
    ("categories", "trim"), [(10, "A4"), (24, "A4"), (len(CATEGORIES), "A4"), (24, "Letter")]
)
def test_every_category_of_a_chapter_stands_on_its_first_page(
    print_book: PrintBook, categories: int, trim: str
) -> None:
    entries = [
        entry_of(f"app-{n}", categories=(category,)) for n, category in enumerate(CATEGORIES[:categories])
    ]
    report = print_book(entries, trim=trim)
    assert report.plan
    opener = next(at for at, page in enumerate(report.plan.pages) if isinstance(page, Opener))
    page = PdfReader(str(report.path)).pages[opener]
    text = page.extract_text()
    names = [vocabularies().categories[category].name for category in CATEGORIES[:categories]]
    assert [name for name in names if name not in text] == []
    assert f"{categories}" in text


@pytest.mark.parametrize("trim", ["A4", "Letter", "A5", "148x205mm", "240x240mm"])
def test_a_first_page_says_what_the_type_is_within_its_trim(print_book: PrintBook, trim: str) -> None:
    report = print_book([entry_of(f"app-{n}", categories=CATEGORIES[n : n + 1]) for n in range(3)], trim=trim)
    plan = report.plan
    assert plan
    folio = next(number for number, page in enumerate(plan.pages) if type(page).__name__ == "Opener")
    page = PdfReader(str(report.path)).pages[folio]
    text = page.extract_text()
    term = vocabularies().types["webspace"]
    for said in (term.name, "3", "applications in this book", " ".join(term.summary.split()[:3])):
        assert said in text
    assert (vocabularies().categories[CATEGORIES[0]].name in text) is grid_of(trim).wide
    places: list[tuple[float, float]] = []

    def keep(text: str, around: list[float], place: list[float], *_: object) -> None:
        if text.strip():
            x, y = place[4:6]
            places.append(
                (around[0] * x + around[2] * y + around[4], around[1] * x + around[3] * y + around[5])
            )

    page.extract_text(visitor_text=keep)
    width, height = float(page.mediabox.width), float(page.mediabox.height)
    assert places
    assert all(8 < x < width - 8 and 8 < y < height - 8 for x, y in places)
