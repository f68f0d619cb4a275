from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from catalog.model import Media, Promotion, Screenshot
from catalog.print.assets.logos import PictureFile, prepare
from catalog.print.desk import Desk
from catalog.print.grid import span
from catalog.print.layout.block import Block
from catalog.print.layout.frames import frames
from catalog.print.layout.measure import measure_entry
from catalog.print.note import Note
from tests.print.small import CACHE, EDITION, entry_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.print.conftest import MakeDesk

ARABIC = "تفقد الشركات الصغيرة عشر مواعيدها دفتر المواعيد "
LONG = (
    "Files that follow the team and stay in the region that the customer chose, on every desk and telephone. "
)
FEATURED = replace(EDITION, features=("harbor-sync",))


def screenshot(width: int, height: int) -> bytes:
    """A plain PNG."""
    file = io.BytesIO()
    Image.new("RGB", (width, height), (40, 90, 160)).save(file, "PNG")
    return file.getvalue()


@pytest.fixture
def featured(make_desk: MakeDesk) -> Callable[..., Block | Note]:
    """What comes of a featured entry with a screenshot of this size."""

    def made(trim: str = "A4", size: tuple[int, int] = (1600, 900), **parts: Any) -> Block | Note:  # noqa: ANN401
        plain = make_desk(trim, FEATURED)
        pictures = prepare([PictureFile("harbor-sync", "main.png", screenshot(*size))], CACHE / "pictures")
        desk = Desk(FEATURED, plain.grid, plain.typesetter, pictures, plain.site_url)
        media = Media(screenshots=(Screenshot(file="main.png", caption="Folders of a small firm"),))
        return measure_entry(entry_of(**({"media": media} | parts)), desk, frames(desk.grid))

    return made


def whole(block: Block | Note) -> Block:
    assert isinstance(block, Block), block
    assert block.tier == "feature"
    return block


CASES: dict[str, dict[str, Any]] = {
    "plain": {},
    "long": {
        "name": "Larder ERP for bakers, butchers, dairies and greengrocers",
        "summary": LONG[:100].strip(),
        "pitch": (LONG * 5)[:450].strip(),
        "description": "\n\n".join([(LONG * 4).strip()] * 4),
        "highlights": (LONG.strip(),) * 3,
    },
    "arabic": {
        "name": "دفتر المواعيد",
        "pitch": ARABIC * 6,
        "description": ARABIC * 8,
        "highlights": (ARABIC,),
    },
    "no pitch": {"pitch": None},
    "list": {"description": "It does\n\n- this\n- that\n- and a third thing"},
    "offer": {
        "promotions": (
            Promotion(title="Half price", text="", starts=date(2027, 1, 1), ends=date(2027, 9, 30)),
        )
    },
}


@pytest.mark.parametrize("trim", ["A4", "Letter"])
@pytest.mark.parametrize("parts", CASES.values(), ids=CASES)
def test_everything_stays_inside_the_page(
    featured: Callable[..., Block | Note], make_desk: MakeDesk, parts: dict[str, Any], trim: str
) -> None:
    block = whole(featured(trim, **parts))
    height = 12 * make_desk(trim).grid.lines
    for x, baseline, line, _ in block.lines:
        assert x >= -0.01, line.text
        assert x + line.width <= span(12) + 0.01, line.text
        assert 5 < baseline < height, line.text
    (box, _, framed, _), *_ = [placed for placed in block.pictures if placed.framed]
    assert framed
    assert box.right <= span(12) + 0.01


@pytest.mark.parametrize("trim", ["A4", "Letter"])
@pytest.mark.parametrize("parts", CASES.values(), ids=CASES)
def test_words_above_the_rule_stay_above_it(
    featured: Callable[..., Block | Note], parts: dict[str, Any], trim: str
) -> None:
    block = whole(featured(trim, **parts))
    rule = block.rules[0]
    assert not [line.text for _, baseline, line, _ in block.lines if rule - 8 < baseline < rule + 6]


def test_the_screenshot_gives_way_to_a_longer_pitch_and_keeps_its_ratio(
    featured: Callable[..., Block | Note],
) -> None:
    heights = []
    for length in (80, 300, 450):
        block = whole(featured(pitch=(LONG * 5)[:length], description=(LONG * 4)))
        box = next(placed.box for placed in block.pictures if placed.framed)
        assert box.width / box.height == pytest.approx(16 / 9)
        assert box.height % 12 == pytest.approx(0)
        heights.append(box.height)
    assert heights == sorted(heights, reverse=True)
    assert heights[0] > heights[-1]


def test_a_tall_screenshot_is_never_cropped(featured: Callable[..., Block | Note]) -> None:
    block = whole(featured(size=(700, 1400)))
    box = next(placed.box for placed in block.pictures if placed.framed)
    assert box.width / box.height == pytest.approx(0.5)


def test_more_of_the_description_comes_where_room_is_left(featured: Callable[..., Block | Note]) -> None:
    block = whole(featured(pitch=LONG, description="First.\n\nSecond.\n\nThird."))
    told = [line.text.strip() for _, _, line, _ in block.lines]
    assert {"First.", "Second.", "Third."} <= set(told)


def test_three_reasons_stand_side_by_side_under_the_rule(featured: Callable[..., Block | Note]) -> None:
    block = whole(featured(highlights=("One", "Two", "Three")))
    places = {
        line.text: (x, baseline)
        for x, baseline, line, _ in block.lines
        if line.text in {"One", "Two", "Three"}
    }
    assert len({baseline for _, baseline in places.values()}) == 1
    assert len({x for x, _ in places.values()}) == len(block.marks) == 3


def test_without_a_screenshot_a_featured_entry_takes_half_a_page(
    featured: Callable[..., Block | Note],
) -> None:
    block = featured(media=Media())
    assert isinstance(block, Block)
    assert block.tier == "half"


def test_a_pitch_that_no_page_can_hold_is_a_fault(featured: Callable[..., Block | Note]) -> None:
    fault = featured(pitch=LONG * 40)
    assert isinstance(fault, Note)
    assert fault.field == "pitch"
