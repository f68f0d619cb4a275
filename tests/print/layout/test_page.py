"""A whole narrow page: the screenshot gives way to the words."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from catalog.model import Media, Screenshot
from catalog.print.assets.logos import PictureFile, prepare
from catalog.print.desk import Desk
from catalog.print.layout.block import Block, Part
from catalog.print.layout.frames import frames
from catalog.print.layout.measure import measure_entry
from tests.print.small import CACHE, EDITION, entry_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.print.conftest import MakeDesk

FEATURED = replace(EDITION, features=("harbor-sync",))
LONG = "Files that follow the team and stay in the region that the customer chose, on every desk. "


@pytest.fixture
def whole(make_desk: MakeDesk) -> Callable[..., Block]:
    """The block of a featured entry with a screenshot on A5."""
    file = io.BytesIO()
    Image.new("RGB", (1600, 900), (40, 90, 160)).save(file, "PNG")

    def made(**parts: Any) -> Block:  # noqa: ANN401 - whatever an entry has
        plain = make_desk("A5", FEATURED)
        pictures = prepare([PictureFile("harbor-sync", "main.png", file.getvalue())], CACHE / "pictures")
        desk = Desk(FEATURED, plain.grid, plain.typesetter, pictures, plain.site_url)
        media = Media(screenshots=(Screenshot(file="main.png", caption="Folders of a small firm"),))
        block = measure_entry(entry_of(**({"media": media} | parts)), desk, frames(desk.grid))
        assert isinstance(block, Block), block
        assert (block.tier, block.depth) == ("feature", 44)
        return block

    return made


def test_the_screenshot_stands_above_the_words_and_its_caption_between(whole: Callable[..., Block]) -> None:
    block = whole()
    (picture,) = block.pictures
    caption = next(placed for placed in block.lines if placed.part == Part.CAPTION)
    pitch = next(placed for placed in block.lines if placed.part == Part.PITCH)
    assert picture.box.bottom < caption.baseline < pitch.baseline
    assert picture.alt == caption.line.text == "Folders of a small firm"


def test_the_screenshot_gives_way_line_by_line_and_keeps_its_ratio(whole: Callable[..., Block]) -> None:
    boxes = [
        whole(pitch=(LONG * 6)[:length], highlights=("One reason",) * 3).pictures[0].box
        for length in (100, 400, 450)
    ]
    heights = [box.height for box in boxes]
    assert heights == sorted(heights, reverse=True)
    assert heights[0] > heights[-1]
    assert all(box.width / box.height == pytest.approx(16 / 9) for box in boxes)


def test_facts_and_package_stand_below_each_other_on_the_left(whole: Callable[..., Block]) -> None:
    left = [placed for placed in whole().lines if placed.part in {Part.FACTS, Part.PACKAGE}]
    assert {placed.x for placed in left} == {0.0}
    facts = max(placed.baseline for placed in left if placed.part == Part.FACTS)
    assert min(placed.baseline for placed in left if placed.part == Part.PACKAGE) == facts + 18
