"""The indexes by region, business model and category."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest

from catalog.editions import SECTIONS
from catalog.model import Entry, Regions
from catalog.print.grid import grid_of
from catalog.print.pages.index_rows import columns_of, depth_of
from catalog.print.pages.places import reading_order
from catalog.print.pages.subject_index import lay_subjects
from catalog.print.pages.subjects import Subject, subjects
from catalog.regions import geography
from catalog.vocabulary import vocabularies
from tests.print.small import entry_of

if TYPE_CHECKING:
    from catalog.print.pages.index_rows import IndexRow
    from catalog.print.typography.typeset import Typesetter


def sold_in(slug: str, *tokens: str, but: tuple[str, ...] = ()) -> Entry:
    return entry_of(slug, regions=Regions(stated=bool(tokens), include=tokens, excluded=but))


def headings(subject: Subject) -> dict[str, list[str]]:
    """Names under each heading, with what is said behind them."""
    return {
        heading.name: [f"{listed.entry.slug} {listed.behind}".strip() for listed in heading.listed]
        for heading in subject.headings
    }


def by_region(*entries: Entry) -> dict[str, list[str]]:
    (subject,) = subjects(entries, ("index-region",))
    return headings(subject)


def test_an_application_stands_once_under_each_region_that_its_vendor_names() -> None:
    found = by_region(sold_in("all", "worldwide"), sold_in("two", "DE", "JP"), sold_in("union", "eu"))
    assert found == {
        "Worldwide": ["all"],
        "Europe, Middle East and Africa": [],
        "European Union": ["union"],
        "Germany": ["two"],
        "Asia-Pacific": [],
        "Japan": ["two"],
    }


def test_exceptions_are_said_behind_the_name() -> None:
    many = ("CN", "RU", "IR")
    found = by_region(sold_in("one", "worldwide", but=("CN",)), sold_in("some", "worldwide", but=many))
    assert found["Worldwide"] == ["one (except China)", "some (with exceptions)"]


def test_what_no_vendor_has_stated_stands_at_the_end() -> None:
    found = by_region(sold_in("silent"), sold_in("all", "worldwide"))
    assert list(found.items())[-1] == ("Not stated", ["silent"])


def test_every_region_and_country_has_one_place_in_the_order() -> None:
    tokens = [token for part, inside in reading_order() for token in (part, *inside)]
    assert len(tokens) == len(set(tokens))
    assert set(tokens) == {*geography().children, *geography().countries}
    for part, inside in reading_order():
        assert all(geography().members[token] <= geography().members[part] for token in inside)


def test_models_and_categories_stand_in_the_order_of_their_vocabularies() -> None:
    entries = [
        entry_of("a", business_models=("reseller", "direct"), categories=("web/wiki", "web/blog")),
        entry_of("b", business_models=(), categories=("web/blog",)),
    ]
    model, category = subjects(entries, ("index-model", "index-category"))
    assert headings(model) == {"Direct": ["a"], "Reseller": ["a"], "Not stated": ["b"]}
    names = vocabularies().categories
    kind = vocabularies().service_kinds[names["web/blog"].kind].name
    assert headings(category) == {
        kind: [], names["web/blog"].name: ["a", "b"], names["web/wiki"].name: ["a"],
    }  # fmt: skip


def test_a_name_in_another_script_is_sorted_by_its_latin_form() -> None:
    (model,) = subjects(
        [entry_of("asagao", name="朝顔勤怠"), entry_of("aaa"), entry_of("zz")], ("index-model",)
    )
    assert headings(model) == {"Direct": ["aaa", "asagao 朝顔勤怠", "zz"]}


def laid(entries: list[Entry], trim: str, typesetter: Typesetter) -> list[list[tuple[int, IndexRow]]]:
    """The columns of all three indexes."""
    folios = {entry.slug: 12 + number // 4 for number, entry in enumerate(entries)}
    pages = lay_subjects(subjects(entries, SECTIONS), folios, typesetter, grid_of(trim))
    assert all(len(page) <= grid_of(trim).columns // 4 for page in pages)
    return [list(column.rows) for page in pages for column in page]


def many() -> list[Entry]:
    categories, models = list(vocabularies().categories), list(vocabularies().models)
    regions = ("worldwide", "DE", "emea", "BR", "eu")
    return [
        entry_of(
            f"app-{n:03}",
            name="Larder ERP for bakers, butchers, dairies and greengrocers"
            if n % 11 == 0
            else f"App {n:03}",
            categories=(categories[n % len(categories)],),
            business_models=(models[n % 3],),
            regions=Regions(stated=True, include=(regions[n % 5],)),
        )
        for n in range(400)
    ]


@pytest.mark.parametrize("trim", ["A4", "A5", "170x240mm"])
def test_no_heading_stands_at_the_foot_of_a_column_and_lists_that_go_on_say_so(
    typesetter: Typesetter, trim: str
) -> None:
    grid = grid_of(trim)
    for column in laid(many(), trim, typesetter):
        rows = [row for _, row in column]
        places = [at for at, _ in column]
        assert places[0] == 0
        assert places == sorted(set(places))
        assert places[-1] < depth_of(grid)
        assert rows[-1].kind == "name"
        assert rows[0].kind in {"title", "part", "head"}
        if rows[0].kind != "title" and rows[1].kind == "name":
            assert rows[0].line
            heading = rows[0].line.text
            assert heading.endswith(", continued") or rows[0].locator


def test_every_name_has_its_letter_and_folio_and_every_heading_its_count(typesetter: Typesetter) -> None:
    rows = [row for column in laid(many(), "A4", typesetter) for _, row in column]
    named = [row for row in rows if row.kind == "name" and row.locator]
    assert len(named) == 3 * 400
    assert all(row.mark and row.mark.text == "W" for row in named)
    counts = [row.locator.text for row in rows if row.kind in {"part", "head"} and row.locator]
    assert sum(map(int, counts)) == 3 * 400
    anchors = [row.anchor for row in rows if row.anchor]
    assert anchors == ["index-region", "index-model", "index-category"]


def test_rows_keep_to_their_column(typesetter: Typesetter) -> None:
    width = columns_of(grid_of("A5")).width
    for row in itertools.chain.from_iterable(laid(many(), "A5", typesetter)):
        line = row[1].line
        assert line is None or row[1].indent + line.width <= width
