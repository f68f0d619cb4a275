from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

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
