from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from catalog.editions import Edition
from catalog.model import (
    Certification,
    Contact,
    Contacts,
    Deployment,
    Entry,
    Listing,
    Print,
    Promotion,
    Regions,
    Vendor,
)
from catalog.print.grid import span
from catalog.print.layout.block import Block
from catalog.print.layout.frames import (
    CODE_BOX,
    FACTS_WIDTH,
    FACTS_X,
    PACKAGE_WIDTH,
    TEXT_WIDTH,
    TEXT_X,
    frames,
)
from catalog.print.layout.measure import measure, measure_entry
from catalog.print.note import Note
from catalog.print.pdf.canvas_page import Box
from catalog.regions import geography
from tests.print.small import entry_of

if TYPE_CHECKING:
    from tests.print.conftest import MakeDesk

JAPANESE = "朝顔勤怠の在庫帳販売店は自社の名前で提供でき毎月の利用料がそのまま収益になります"
ARABIC = "تفقد الشركات الصغيرة عشر مواعيدها دفتر المواعيد "
EVERY_LANGUAGE = tuple(
    "en de fr it es pt-BR nl sv nb da fi pl cs sk hu ro bg el tr ar he hi ja ko zh-CN".split()
)
Parts = dict[str, Any]
HALF_PRICE = Promotion(
    title="Twelve months at half price for the first 500 seats of each new reseller in 2027",
    text="",
    starts=date(2027, 1, 1),
    ends=date(2027, 9, 30),
    terms="https://harbor.example/terms",
)
LONG_VENDOR = "Compagnie internationale de services informatiques et de télécommunications"
LONG_MAIL = "partner.management.international@subsidiary.of-a-long-company.example"
ROUTES = (
    "automation",
    "plesk",
    "partner-storefront",
    "cloud-marketplace",
    "white-label",
    "key-administrator",
)
FARM = Deployment(
    environments=("physical", "vzwin", "vzlin", "psbm", "esx", "hyper-v"),
    os=("Windows Server 2019 Datacenter", "Windows Server 2022 Datacenter", "Red Hat Enterprise Linux 9"),
    installer=("file-copy", "rpm", "msi"),
    servers=4,
    background_services=True,
)
LIMITS: dict[str, Parts] = {
    "capitals": {"name": "WAREHOUSE MANAGEMENT AND LOGISTICS PLANNING FOR WHOLESALERS"},
    "one word": {"name": "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunter"},
    "japanese name": {"name": (JAPANESE * 2)[:60]},
    "arabic": {
        "name": (ARABIC * 3)[:60].strip(),
        "pitch": (ARABIC * 20)[:400].strip(),
        "highlights": (ARABIC * 2,) * 3,
    },
    "long vendor": {"vendor": Vendor(name=LONG_VENDOR, homepage="https://harbor.example/")},
    "all countries": {"regions": Regions(stated=True, include=geography().countries)},
    "many countries": {"regions": Regions(stated=True, include=geography().countries[:90])},
    "all models and routes": {
        "business_models": ("direct", "referral", "reseller"),
        "routes": ROUTES,
        "regions": Regions(
            stated=True, include=("150", "019", "142"), excluded=("CN", "KP", "SY", "CU", "IR")
        ),
    },
    "many languages": {"languages": EVERY_LANGUAGE},
    "many needs": {
        "version": "10.5.1.2 RC33 build 20260915 maintenance",
        "certification": Certification(level="gold", version="10.5", date=date(2026, 9, 30)),
        "deployment": FARM,
    },
    "long mail address": {"contacts": Contacts(sales=Contact(email=LONG_MAIL))},
    "offer": {
        "pitch": "Sell it beside the web space. " * 12,
        "highlights": ("One of three highlights",) * 3,
        "promotions": (HALF_PRICE,),
    },
    "unclaimed": {
        "pitch": None,
        "listing": Listing(source="package"),
        "business_models": (),
        "regions": Regions(stated=False),
        "contacts": Contacts(),
    },
}


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


def extents(block: Block) -> Iterator[tuple[Box, str]]:
    """The box around every line, by its type size, and its text."""
    for x, baseline, line in block.lines:
        size = max((piece.size for piece in line.pieces), default=0.0)
        yield Box(x, baseline - 0.8 * size, line.width, size), line.text


@pytest.mark.parametrize("trim", ["A4", "Letter"])
@pytest.mark.parametrize("parts", LIMITS.values(), ids=LIMITS)
def test_everything_stays_inside_its_slot_and_column(
    make_desk: MakeDesk, block_of: BlockOf, parts: Parts, trim: str
) -> None:
    block = block_of(entry_of(**parts), trim)
    height = make_desk(trim).grid.slot_height(block.slots)
    rights = {
        0.0: PACKAGE_WIDTH,
        TEXT_X: TEXT_X + (span(9) if block.tier == "half" else TEXT_WIDTH),
        FACTS_X: FACTS_X + FACTS_WIDTH,
    }
    for box, text in extents(block):
        left = max(edge for edge in rights if edge <= box.x + 0.01)
        assert box.right <= rights[left] + 0.01, text
        assert box.y >= -3, text
        assert box.bottom <= height + 1, text


@pytest.mark.parametrize("trim", ["A4", "Letter"])
@pytest.mark.parametrize("parts", LIMITS.values(), ids=LIMITS)
def test_no_two_lines_run_into_each_other(block_of: BlockOf, parts: Parts, trim: str) -> None:
    lines = sorted(block_of(entry_of(**parts), trim).lines, key=lambda placed: placed.baseline)
    for index, (x, baseline, line) in enumerate(lines):
        for other_x, other_baseline, other in lines[index + 1 :]:
            apart = other_x >= x + line.width or x >= other_x + other.width
            assert apart or other_baseline - baseline >= 8.9 or other_baseline == baseline, (
                line.text,
                other.text,
            )


def test_small_print_ends_above_the_code(block_of: BlockOf) -> None:
    for parts in LIMITS.values():
        block = block_of(entry_of(**parts))
        last = max(baseline for x, baseline, _ in block.lines if x == FACTS_X)
        assert last < block.code.box.y


def test_the_black_of_a_code_ends_at_the_corner_of_the_slot(make_desk: MakeDesk, block_of: BlockOf) -> None:
    block = block_of(entry_of())
    quiet = 4 * block.code.code.module(CODE_BOX)
    assert block.code.box.right - quiet == pytest.approx(span(12))
    assert block.code.box.bottom - quiet == pytest.approx(make_desk().grid.slot_height(1))
    assert block.code.code.text == "https://catalog.example/apps/harbor-sync/?e=27s"


def test_baselines_stand_on_the_grid_except_where_the_design_says(block_of: BlockOf) -> None:
    block = block_of(entry_of(highlights=("One", "Two")))
    in_text = [placed for placed in block.lines if placed.x >= TEXT_X and placed.x < FACTS_X]
    name, *others = in_text
    assert name.baseline == 18
    assert all((placed.baseline + 3) % 12 == 0 for placed in others)


def test_what_is_featured_takes_half_a_page(block_of: BlockOf) -> None:
    featured = Edition("2027-spring", "Spring", date(2027, 3, 1), date(2027, 2, 1), features=("harbor-sync",))
    assert block_of(entry_of()).tier == "quarter"
    assert block_of(entry_of(print=Print(featured=True))).tier == "half"
    assert block_of(entry_of(), edition=featured).tier == "half"


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


def test_only_the_text_column_is_mirrored_for_arabic(block_of: BlockOf) -> None:
    block = block_of(entry_of(name="دفتر المواعيد", pitch=ARABIC * 5, highlights=(ARABIC,)))
    name = block.lines[0]
    assert name.x + name.line.width == pytest.approx(TEXT_X + TEXT_WIDTH)
    assert block.bullets[0][0] == pytest.approx(TEXT_X + TEXT_WIDTH - 3.6)
    assert any(placed.line.text == "Routes" and placed.x == FACTS_X for placed in block.lines)


def test_nothing_a_reader_needs_is_ever_dropped(block_of: BlockOf) -> None:
    for parts in LIMITS.values():
        entry = entry_of(**parts)
        told = " ".join(placed.line.text for placed in block_of(entry).lines)
        for label in ("Business models", "Routes", "Regions", "Plesk criteria", "Sales", "Version"):
            assert label in told
        squeezed = told.replace(" ", "")
        assert entry.name.replace(" ", "") in squeezed
        if entry.contacts.sales:
            assert str(entry.contacts.sales.email) in squeezed
        assert "…" not in told


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
