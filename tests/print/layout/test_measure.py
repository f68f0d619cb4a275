from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from catalog.editions import Edition
from catalog.model import (
    Entry,
    Listing,
    Print,
    Regions,
    Vendor,
)
from catalog.print.grid import column, span
from catalog.print.layout.block import Block
from catalog.print.layout.frames import CODE_BOX, frames
from catalog.print.layout.measure import measure, measure_entry
from catalog.print.note import Note
from tests.print.limits import ARABIC, FARM, JAPANESE, LIMITS, ROUTES
from tests.print.small import EDITION, entry_of

if TYPE_CHECKING:
    from tests.print.conftest import MakeDesk

TEXT_X, TEXT_WIDTH = column(3), span(6)
FACTS_X, FACTS_WIDTH = column(9), span(3)
BlockOf = Callable[..., Block]
MeasuredOf = Callable[..., Block | Note]


@pytest.fixture
def measured_of(make_desk: MakeDesk) -> MeasuredOf:
    """What comes of an entry on a trim."""

    def made(entry: Entry, trim: str = "A4", **options: Edition) -> Block | Note:
        desk = make_desk(trim, **options)
        return measure_entry(entry, desk, frames(desk.grid))

    return made


@pytest.fixture
def block_of(measured_of: MeasuredOf) -> BlockOf:
    """The block of an entry on a trim, where there must be one."""

    def made(entry: Entry, trim: str = "A4", **options: Edition) -> Block:
        block = measured_of(entry, trim, **options)
        assert isinstance(block, Block), block
        return block

    return made


def test_small_print_ends_above_the_code(block_of: BlockOf) -> None:
    for parts in LIMITS.values():
        block = block_of(entry_of(**parts))
        last = max(baseline for x, baseline, _, _ in block.lines if x == FACTS_X)
        assert block.code
        assert last < block.code.box.y


def test_the_black_of_a_code_ends_at_the_corner_of_the_slot(make_desk: MakeDesk, block_of: BlockOf) -> None:
    block = block_of(entry_of())
    assert block.code
    quiet = 4 * block.code.code.module(CODE_BOX)
    assert block.code.box.right - quiet == pytest.approx(span(12))
    assert block.code.box.bottom - quiet == pytest.approx(12 * make_desk().grid.slot_lines)
    assert block.code.code.text == "https://catalog.example/apps/harbor-sync/?e=27s"


def test_baselines_stand_on_the_grid_except_where_the_design_says(block_of: BlockOf) -> None:
    block = block_of(entry_of(highlights=("One", "Two")))
    name, *others = [placed for placed in block.lines if TEXT_X <= placed.x < FACTS_X]
    assert name.baseline == 18
    assert all((placed.baseline + 3) % 12 == 0 for placed in others)


def test_what_is_featured_takes_half_a_page(block_of: BlockOf) -> None:
    featured = Edition("2027-spring", "Spring", date(2027, 3, 1), date(2027, 2, 1), features=("harbor-sync",))
    assert block_of(entry_of()).tier == "quarter"
    assert block_of(entry_of(print=Print(featured=True))).tier == "half"
    assert block_of(entry_of(), edition=featured).tier == "half"


@pytest.mark.parametrize(
    ("edition", "featured", "tier"),
    [
        (EDITION, False, "quarter"),
        (replace(EDITION, size="listing"), False, "listing"),
        (replace(EDITION, size="listing"), True, "half"),
        (replace(EDITION, listings=("harbor-sync",)), True, "listing"),
        (replace(EDITION, halves=("harbor-sync",), size="listing"), False, "half"),
        (replace(EDITION, halves=("harbor-sync",), listings=("harbor-sync",)), False, "half"),
    ],
)
def test_the_edition_says_which_size_an_entry_has(
    block_of: BlockOf, edition: Edition, featured: object, tier: str
) -> None:
    assert block_of(entry_of(print=Print(featured=bool(featured))), edition=edition).tier == tier


def test_an_edition_may_forbid_a_larger_size(measured_of: MeasuredOf) -> None:
    strict = replace(EDITION, enlarge=False)
    fault = measured_of(entry_of(name="朝顔", pitch=(JAPANESE * 12)[:450]), edition=strict)
    assert isinstance(fault, Note)
    assert "more than fit into its quarter page, and the edition allows no larger" in fault.message


def test_what_is_too_long_for_half_a_page_takes_a_whole_one(block_of: BlockOf) -> None:
    block = block_of(entry_of(pitch="Sell more of it. " * 105, print=Print(featured=True)))
    assert block.tier == "feature"
    assert "characters more than fit into a half page, so it takes a whole page" in str(block.notes[-1])


def test_every_step_to_find_room_is_a_note_of_the_entry(block_of: BlockOf) -> None:
    block = block_of(
        entry_of(
            name="Warehouse management for wholesalers and shops",
            vendor=Vendor(
                name="A company with a name that takes two lines " * 2, homepage="https://a.example/"
            ),
            pitch="Sell the backup that restores itself every week and proves it with a report. " * 6,
            highlights=("Restores itself every single week, and proves it under your own name",) * 3,
            languages=tuple("en de fr it es pl".split()),
            routes=ROUTES,
            regions=Regions(
                stated=True, include=("150", "019", "142"), excluded=("CN", "KP", "SY", "CU", "IR")
            ),
            deployment=FARM,
            version="10.5.1.2 RC33 build 20260915 maintenance",
        )
    )
    told = {note.field: note for note in block.notes}
    assert {note.slug for note in block.notes} == {"harbor-sync"}
    assert set(told) >= {"name", "vendor.name", "highlights", "routes", "languages"}
    assert not told["highlights"].by_design
    assert told["name"].by_design
    assert told["highlights"].message.endswith("too long")
    (smaller,) = block_of(entry_of(pitch="Sell the backup that restores itself every week. " * 13)).notes
    assert smaller == Note("harbor-sync", "pitch", "set in 8.5 points", by_design=True)


def test_a_pitch_too_long_for_a_quarter_takes_half_a_page_and_says_so(block_of: BlockOf) -> None:
    block = block_of(entry_of(name="朝顔", pitch=(JAPANESE * 12)[:450]))
    assert block.tier == "half"
    assert "characters more than fit into a quarter page" in str(block.notes[-1])


def test_a_text_that_fits_nowhere_is_a_fault_with_its_field(measured_of: MeasuredOf) -> None:
    fault = measured_of(entry_of(pitch="Sell more of it. " * 150))
    assert isinstance(fault, Note)
    assert (fault.slug, fault.field) == ("harbor-sync", "pitch")
    assert "characters more than fit" in fault.message


def test_an_address_too_long_for_a_code_is_a_fault(make_desk: MakeDesk) -> None:
    desk = make_desk()
    long = type(desk)(
        desk.edition, desk.grid, desk.typesetter, desk.pictures, f"https://{'a' * 110}.example/"
    )
    fault = measure_entry(entry_of(), long, frames(desk.grid))
    assert isinstance(fault, Note)
    assert fault.field == "slug"


def test_faults_do_not_hide_the_other_entries(make_desk: MakeDesk) -> None:
    told: list[int] = []
    entries = [entry_of("good"), entry_of("bad", pitch="Sell more of it. " * 150), entry_of("fine")]
    measured = measure(entries, make_desk(), lambda: told.append(1))
    assert [block.slug for block in measured.blocks] == ["good", "fine"]
    assert [fault.slug for fault in measured.faults] == ["bad"]
    assert len(told) == 3


def test_measuring_leaves_the_collector_of_cycles_as_it_was(make_desk: MakeDesk) -> None:
    during: list[bool] = []
    measure([entry_of()], make_desk(), lambda: during.append(gc.isenabled()))
    assert (during, gc.isenabled()) == ([False], True)


def test_only_the_text_column_is_mirrored_for_arabic(block_of: BlockOf) -> None:
    block = block_of(entry_of(name="دفتر المواعيد", pitch=ARABIC * 5, highlights=(ARABIC,)))
    name = block.lines[0]
    assert name.x + name.line.width == pytest.approx(TEXT_X + TEXT_WIDTH)
    assert block.bullets[0][0] == pytest.approx(TEXT_X + TEXT_WIDTH - 3.6)
    assert any(placed.line.text == "Routes" and placed.x == FACTS_X for placed in block.lines)


def test_an_unclaimed_entry_on_half_a_page_says_nothing_twice(block_of: BlockOf) -> None:
    first, second = "It keeps the pages of small teams in one place.", "It runs on any web space."
    block = block_of(
        entry_of(
            pitch=None,
            description=f"{first}\n\n{second}",
            listing=Listing(source="package"),
            print=Print(featured=True),
        )
    )
    told = [placed.line.text.strip() for placed in block.lines]
    assert (told.count(first), told.count(second)) == (1, 1)
    assert "What it does" not in told


def test_a_half_page_without_a_screenshot_has_room_for_the_description(block_of: BlockOf) -> None:
    block = block_of(entry_of(print=Print(featured=True)))
    told = [placed.line.text.strip() for placed in block.lines]
    assert told.index("What it does") == told.index("It keeps the files of small offices in step.") - 1
