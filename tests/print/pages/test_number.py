from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalog.editions import Edition
from catalog.model import Listing, Print
from catalog.print.layout.measure import measure
from catalog.print.pages.contents import parts_of
from catalog.print.pages.dump import dump
from catalog.print.pages.number import number
from catalog.print.pages.paginate import fill
from catalog.print.pages.plan import (
    BackCover,
    Blank,
    ContactPage,
    Contents,
    Cover,
    Coverage,
    EntryPage,
    HowToRead,
    Imprint,
    IndexPage,
    ModelPage,
    Opener,
    Plan,
    Routes,
    Types,
)
from catalog.print.select import EVERYTHING, select
from tests.conftest import ROOT
from tests.print.small import EDITION, catalog_of, entry_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from catalog.model import Entry
    from tests.print.conftest import MakeDesk

GOLDEN = ROOT / "tests" / "golden" / "print"
TYPES = ("webspace", "dedicated", "connector")


@pytest.fixture(scope="session")
def planned(make_desk: MakeDesk) -> Callable[..., Plan]:
    """The plan of some entries."""

    def plan(entries: Sequence[Entry], trim: str = "A4", edition: Edition = EDITION) -> Plan:
        desk = make_desk(trim, edition)
        selection = select(catalog_of(entries), EVERYTHING)
        measured = [measure(chapter.entries, desk, lambda: None) for chapter in selection.chapters]
        assert not any(chapter.faults for chapter in measured)
        return number(selection, [fill(chapter.blocks, desk.grid.lines) for chapter in measured], desk)

    return plan


def some(count: int, types: Sequence[str] = TYPES, featured: Sequence[int] = ()) -> list[Entry]:
    return [
        entry_of(f"app-{n:03}", type=types[n % len(types)], print=Print(featured=n in featured))
        for n in range(count)
    ]


@pytest.mark.parametrize("trim", ["A4", "Letter"])
def test_the_plan_of_a_small_catalog_is_the_golden_one(planned: Callable[..., Plan], trim: str) -> None:
    made = [
        *some(17, featured=(3, 6, 10)),
        entry_of("asagao-kintai", name="朝顔勤怠", type="connector"),
        entry_of(
            "long",
            name="Larder ERP for bakers",
            pitch="Sell the bread of tomorrow. " * 15,
            highlights=("One", "Two"),
        ),
        entry_of("demo", listing=Listing(source="demo")),
    ]
    found = dump(planned(made, trim))
    golden = GOLDEN / f"plan-{trim.lower()}.txt"
    assert found == golden.read_text(encoding="utf-8"), (
        f"if the change is meant, write this to {golden.name}:\n{found}"
    )


@given(st.lists(st.tuples(st.sampled_from(TYPES), st.booleans()), min_size=1, max_size=24))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_the_entries_the_order_of_the_book_holds(
    planned: Callable[..., Plan], kinds: list[tuple[str, bool]]
) -> None:
    made = [
        entry_of(f"app-{n:03}", type=kind, print=Print(featured=large))
        for n, (kind, large) in enumerate(kinds)
    ]
    plan = planned(made)
    assert len(plan.pages) % 4 == 0
    assert isinstance(plan.pages[-1], BackCover)
    shown = [block.slug for page in plan.pages if isinstance(page, EntryPage) for _, block in page.placed]
    expected = sorted(made, key=lambda entry: (TYPES.index(entry.type), entry.slug))
    assert shown == [entry.slug for entry in expected]
    for folio, page in enumerate(plan.pages, 1):
        if isinstance(page, Opener):
            assert folio % 2 == 1
            assert all(isinstance(plan.pages[f - 1], EntryPage) for f in range(page.first, page.last + 1))
        if isinstance(page, EntryPage):
            assert all(plan.folios[block.slug] == folio for _, block in page.placed)


def test_contents_and_openers_name_the_folios_that_the_pages_have(planned: Callable[..., Plan]) -> None:
    plan = planned(some(20))
    assert isinstance(plan.pages[1], Imprint)
    contents = plan.pages[2]
    assert isinstance(contents, Contents)
    rows = {row.target: row for _, row in contents.rows}
    kinds = {
        "how-to-read": HowToRead, "types": Types, "models": ModelPage, "routes": Routes, "coverage": Coverage,
        "chapter-webspace": Opener, "chapter-dedicated": Opener, "chapter-connector": Opener, "index": IndexPage,
        "index-region": IndexPage, "index-model": IndexPage, "index-category": IndexPage, "contact": ContactPage,
    }  # fmt: skip
    assert list(rows) == list(kinds)
    for target, row in rows.items():
        page = plan.pages[row.folio - 1]
        assert type(page) is kinds[target]
        assert getattr(page, "type", None) == row.type
    wiki = next(page for page in plan.pages if isinstance(page, Opener)).categories[0]
    assert (wiki.name, wiki.entries) == ("Wiki", 7)
    assert set(wiki.folios) == {plan.folios[f"app-{n:03}"] for n in range(0, 20, 3)}


def test_a_type_without_entries_has_no_chapter(planned: Callable[..., Plan]) -> None:
    plan = planned(some(3, types=("connector",)))
    assert [page.type for page in plan.pages if isinstance(page, Opener)] == ["connector"]


def test_an_edition_chooses_its_sections(planned: Callable[..., Plan]) -> None:
    bare = Edition("2027-spring", "Spring", EDITION.published, EDITION.cutoff, sections=())
    plan = planned(some(3, types=("webspace",)), edition=bare)
    kinds = {type(page) for page in plan.pages}
    assert kinds == {Cover, Imprint, Contents, Opener, EntryPage, Blank, BackCover}


@pytest.mark.parametrize(
    ("section", "titles"),
    [
        ("index-region", ["Index by region"]),
        ("index-model", ["Index by business model"]),
        ("index-category", ["Index by category"]),
        ("index", ["Index by name and vendor"]),
    ],
)
def test_each_index_can_stand_alone_and_starts_on_a_recto(
    planned: Callable[..., Plan], section: str, titles: list[str]
) -> None:
    plan = planned(some(3, types=("webspace",)), edition=replace(EDITION, sections=(section,)))
    indexes = [(folio, page) for folio, page in enumerate(plan.pages, 1) if isinstance(page, IndexPage)]
    assert [page.title for _, page in indexes] == titles
    assert indexes[0][0] % 2 == 1


@pytest.mark.parametrize("multiple", [1, 2, 8, 16])
def test_pages_come_in_the_multiple_that_the_printer_wants(make_desk: MakeDesk, multiple: int) -> None:
    entries = some(3, types=("webspace",))
    desk, selection = make_desk(), select(catalog_of(entries), EVERYTHING)
    blocks = measure(entries, desk, lambda: None).blocks
    plan = number(selection, [fill(blocks, desk.grid.lines)], desk, multiple=multiple)
    assert len(plan.pages) % multiple == 0
    assert isinstance(plan.pages[-1], BackCover)
    filled = max(folio for folio, page in enumerate(plan.pages[:-1], 1) if not isinstance(page, Blank))
    assert len(plan.pages) - filled <= multiple


def test_more_contents_than_a_page_holds_move_the_pages_behind_them(planned: Callable[..., Plan]) -> None:
    plan = planned(some(6), trim="A5")
    pages = [page for page in plan.pages if isinstance(page, Contents)]
    assert len(pages) == 2
    for _, row in (row for page in pages for row in page.rows):
        assert row.target in {part.target for part in parts_of(plan.pages) if part.folio == row.folio}


def test_a_name_in_another_script_is_guided_by_its_latin_form(planned: Callable[..., Plan]) -> None:
    plan = planned([entry_of("asagao-kintai", name="朝顔勤怠"), entry_of("birch")])
    guide = next(page.guide for page in plan.pages if isinstance(page, EntryPage))
    assert tuple(guide) == ("Asagao Kintai", "Birch")


def test_the_specimen_is_an_entry_of_the_smallest_size(
    planned: Callable[..., Plan],
) -> None:
    plan = planned(some(6, featured=(0, 1)))
    key = next(page for page in plan.pages if isinstance(page, HowToRead))
    assert key.specimen.tier == "quarter"
    assert key.specimen.tier == "quarter"
