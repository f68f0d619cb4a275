"""The foreword: the edition's words and the programme's figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.model.catalog import Fact
from catalog.print.pages.foreword import REMARKED, foreword_pages

if TYPE_CHECKING:
    from tests.print.conftest import MakeDesk


def fact(name: str, note: str | None = None) -> Fact:
    return Fact(id=name, value="12", unit=name, source="Introduction", as_of="2012", note=note)


def test_both_sides_of_a_contradiction_stay_and_stand_below_each_other(make_desk: MakeDesk) -> None:
    said = [fact(name, "Another section says otherwise.") for name in ("eight", "thirty", "reach")]
    (page,) = foreword_pages("Words.", [fact("plain"), *said], make_desk())
    rows = [row for _, row in page.rows if row.remarked]
    assert rows[0].head == REMARKED
    assert [[one.id for one in row.facts] for row in rows] == [["eight", "reach"], ["thirty"]]


def test_no_page_turn_parts_what_contradicts_each_other(make_desk: MakeDesk) -> None:
    said = [fact(f"said-{n}", "Another section says otherwise.") for n in range(6)]
    for plain in range(40, 61, 4):
        pages = foreword_pages("Words.", [*(fact(f"plain-{n}") for n in range(plain)), *said], make_desk())
        assert [sum(row.remarked for _, row in page.rows) for page in pages if page.rows][-1] == 3


def test_without_words_the_page_is_called_by_its_figures(make_desk: MakeDesk) -> None:
    (page,) = foreword_pages("", [fact("plain")], make_desk())
    assert page.title == "The programme in figures"
    assert "handbook" in page.text.lower()


def test_without_words_and_figures_there_is_no_page(make_desk: MakeDesk) -> None:
    assert foreword_pages("", (), make_desk()) == ()


def test_words_alone_make_a_page(make_desk: MakeDesk) -> None:
    (page,) = foreword_pages("Words.", (), make_desk())
    assert (page.title, page.text, page.rows) == ("Foreword", "Words.", ())
