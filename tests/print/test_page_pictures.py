"""Key pages look as they did, and the comparison sees what a reader would see."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageChops, ImageDraw

from tests.print.page_pictures import PICTURES, complaint, difference, key_pages, save

if TYPE_CHECKING:
    from pathlib import Path

NAMES = sorted(path.stem for path in PICTURES.glob("*.png"))
LINE = 8  # Pixels of a line of the grid.
WHITE = (255, 255, 255)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Image.Image]:
    return key_pages(tmp_path_factory.mktemp("pictures"))


@pytest.mark.parametrize("name", NAMES)
def test_a_page_looks_as_it_did(pages: dict[str, Image.Image], name: str) -> None:
    said = complaint(name, pages[name])
    assert said is None, said


def test_every_key_page_has_a_picture_and_every_picture_a_page(pages: dict[str, Image.Image]) -> None:
    assert sorted(pages) == NAMES


def test_pictures_are_small_files() -> None:
    assert all(path.stat().st_size < 60_000 for path in PICTURES.glob("*.png"))


def test_the_same_page_has_no_difference(pages: dict[str, Image.Image]) -> None:
    assert difference(pages["quarters"], pages["quarters"].copy()) == (0, 0)


def test_two_pages_are_told_apart(pages: dict[str, Image.Image]) -> None:
    assert not difference(pages["quarters"], pages["right-to-left"]).small


def test_another_size_is_another_page(pages: dict[str, Image.Image]) -> None:
    page = pages["quarters"]
    assert not difference(page, page.crop((0, 0, page.width, page.height - 1))).small


def test_a_line_of_text_that_moves_by_a_line_is_seen(pages: dict[str, Image.Image]) -> None:
    page = pages["quarters"]
    moved = page.copy()
    words = page.crop((110, 60, 300, 60 + LINE))
    assert words.convert("L").getextrema()[0] < 100  # type: ignore[operator]
    moved.paste(WHITE, (110, 60, 300, 60 + LINE))
    moved.paste(words, (110, 60 + LINE // 2))
    assert not difference(page, moved).small


def test_half_a_pixel_is_seen(pages: dict[str, Image.Image]) -> None:
    page = pages["quarters"]
    later = ImageChops.offset(page, 1, 0)
    assert not difference(page, Image.blend(page, later, 0.5)).small


def test_a_tint_that_was_not_there_is_seen(pages: dict[str, Image.Image]) -> None:
    page = pages["contents"]
    tinted = ImageChops.subtract(page, Image.new("RGB", page.size, (0, 0, 10)))
    assert not difference(page, tinted).small


def test_a_hairline_that_is_gone_is_seen() -> None:
    page = Image.new("RGB", (414, 585), WHITE)
    ruled = page.copy()
    ImageDraw.Draw(ruled).line((30, 100, 376, 100), fill=(150, 150, 150))
    assert not difference(page, ruled).small


def test_a_missing_logo_is_seen(pages: dict[str, Image.Image]) -> None:
    page = pages["quarters"]
    red, _, blue = page.split()
    first = (
        ImageChops.subtract(blue, red)
        .crop((0, 0, 100, 100))
        .point(lambda level: 255 * (level > 100))
        .getbbox()
    )
    assert first is not None
    without = page.copy()
    without.paste(WHITE, first)
    assert not difference(page, without).small


def test_another_colour_of_a_tab_is_seen(pages: dict[str, Image.Image]) -> None:
    page = pages["japanese"]
    swapped = Image.merge("RGB", [page.split()[channel] for channel in (2, 1, 0)])
    assert not difference(page, swapped).small


@pytest.mark.parametrize("shift", [(1, 0), (0, 1)])
def test_edges_that_fall_a_quarter_of_a_pixel_otherwise_are_not(shift: tuple[int, int]) -> None:
    fine = Image.new("RGB", (1660, 2344), WHITE)
    pen = ImageDraw.Draw(fine)
    for row in range(50, 2200, 120):
        for at in range(100, 1500, 100):
            pen.rectangle((at + row % 17, row, at + 60 + row % 11, row + 18), fill="black")
    one, other = (fine.crop((x, y, x + 1656, y + 2340)).reduce(4) for x, y in ((0, 0), shift))
    assert difference(one, other).mean > 0
    assert difference(one, other).small


def test_faint_noise_is_not(pages: dict[str, Image.Image]) -> None:
    page = pages["quarters"]
    dots = Image.effect_noise(page.size, 12).point(lambda level: max(0, min(9, level - 124)) * (level > 140))
    noisy = ImageChops.subtract(page, Image.merge("RGB", (dots, dots, dots)))
    assert difference(page, noisy).mean > 0
    assert difference(page, noisy).small


def test_a_page_that_changed_is_left_with_what_differs_and_how_to_accept_it(tmp_path: Path) -> None:
    kept, failed = tmp_path / "kept", tmp_path / "failed"
    kept.mkdir()
    old = Image.new("RGB", (80, 80), WHITE)
    new = old.copy()
    old.paste((0, 0, 0), (0, 0, 20, 20))
    new.paste((0, 0, 0), (40, 40, 60, 60))
    save(old, kept / "page.png")
    said = complaint("page", new, kept=kept, failed=failed)
    assert said is not None
    assert "python -m tests.print.page_pictures" in said
    assert str(failed / "page.new.png") in said
    assert Image.open(failed / "page.new.png").convert("RGB").tobytes() == new.tobytes()
    overlay = Image.open(failed / "page.difference.png").convert("RGB")
    assert [overlay.getpixel(at) for at in ((5, 5), (45, 45), (70, 70))] == [(255, 0, 0), (0, 0, 255), WHITE]
    save(new, kept / "page.png")
    assert complaint("page", new, kept=kept, failed=failed) is None


def test_a_page_without_a_picture_is_told(tmp_path: Path) -> None:
    said = complaint("page", Image.new("RGB", (80, 80), WHITE), kept=tmp_path, failed=tmp_path / "failed")
    assert said is not None
    assert "there was none" in said
