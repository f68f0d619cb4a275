"""The narrow columns: logos, screenshots, offers and contacts of quarter and half pages."""

from __future__ import annotations

import io
import itertools
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from catalog.model import Contact, Contacts, Media, Print, Promotion, Regions, Screenshot
from catalog.print.assets.logos import PictureFile, prepare
from catalog.print.desk import Desk
from catalog.print.grid import column, span
from catalog.print.layout.block import Block
from catalog.print.layout.frames import frames
from catalog.print.layout.measure import measure_entry
from catalog.print.units import MM
from tests.conftest import LOGO
from tests.print.small import CACHE, EDITION, entry_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.print.conftest import MakeDesk

TEXT_WIDTH, FACTS_X = span(6), column(9)
LARGE = Print(featured=True)
OFFER = Promotion(
    title="Twelve months at half price for the first 500 seats of each new reseller",
    text="",
    starts=date(2027, 4, 1),
    ends=date(2027, 9, 30),
    regions=Regions(stated=True, include=("DE", "FR")),
    terms="https://harbor.example/terms",
)
DESK = Contacts(sales=Contact(email="sales@harbor.example", phone="+49 30 5550142"))


def png(width: int, height: int) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (width, height), (200, 40, 40)).save(file, "PNG")
    return file.getvalue()


@pytest.fixture
def with_files(make_desk: MakeDesk) -> Callable[..., Block]:
    """The block of an entry whose folder holds these files."""

    def made(files: dict[str, bytes], **parts: Any) -> Block:  # noqa: ANN401 - whatever an entry has
        plain = make_desk()
        pictures = [PictureFile("harbor-sync", name, content) for name, content in files.items()]
        prepared = prepare(pictures, CACHE / "pictures")
        desk = Desk(EDITION, plain.grid, plain.typesetter, prepared, plain.site_url)
        block = measure_entry(entry_of(**parts), desk, frames(desk.grid))
        assert isinstance(block, Block), block
        return block

    return made


@pytest.mark.parametrize(("size", "height"), [((256, 256), 15.9), ((1024, 256), 41 / 4), ((256, 1024), 15.9)])
def test_a_logo_fills_its_box_in_its_own_proportions(
    with_files: Callable[..., Block], size: tuple[int, int], height: float
) -> None:
    block = with_files({"logo.png": png(*size)}, media=Media(logo="logo.png"))
    box = block.pictures[0].box
    assert box.height == pytest.approx(height * MM, abs=0.3)
    assert box.width / box.height == pytest.approx(size[0] / size[1])
    assert box.x == 0


def test_a_logo_that_would_be_under_five_millimetres_stays_out(with_files: Callable[..., Block]) -> None:
    block = with_files({"logo.png": png(2000, 200)}, media=Media(logo="logo.png"))
    assert not block.pictures
    assert "under 5 mm" in block.notes[0].message


def test_a_screenshot_stands_in_whole_lines_below_the_text(with_files: Callable[..., Block]) -> None:
    media = Media(logo="logo.svg", screenshots=(Screenshot(file="main.png"),))
    files = {"logo.svg": LOGO.encode(), "main.png": png(1600, 900)}
    block = with_files(files, media=media, print=LARGE)
    box = next(placed.box for placed in block.pictures if placed.framed)
    assert box.height == 11 * 12
    assert box.width == pytest.approx(11 * 12 * 16 / 9)
    assert box.width <= TEXT_WIDTH
    assert max(baseline for x, baseline, _, _ in block.lines if x < FACTS_X and x > 120) < box.y


def test_a_broken_screenshot_is_a_note(with_files: Callable[..., Block]) -> None:
    media = Media(screenshots=(Screenshot(file="main.png"),))
    block = with_files({"main.png": b"no picture"}, media=media, print=LARGE)
    assert [note.field for note in block.notes] == ["media.screenshots"]


@pytest.mark.parametrize("tier", [Print(), LARGE], ids=["quarter", "half"])
def test_an_offer_says_from_when_until_when_and_where(with_files: Callable[..., Block], tier: Print) -> None:
    block = with_files({}, promotions=(OFFER,), print=tier)
    told = " ".join(line.text.strip() for _, _, line, _ in block.lines)
    assert OFFER.title in told
    assert "From 1 Apr 2027 until 30 Sep 2027." in told
    assert "Germany, France." in told or "Some regions only." in told
    assert block.offer
    assert (block.offer.frame is None) is tier.featured


@pytest.mark.parametrize("tier", [Print(), LARGE], ids=["quarter", "half"])
def test_offer_facts_and_contact_keep_their_distance(with_files: Callable[..., Block], tier: Print) -> None:
    block = with_files({}, promotions=(OFFER,), print=tier, contacts=DESK)
    right = sorted((baseline, line.text) for x, baseline, line, _ in block.lines if x >= FACTS_X)
    gaps = [below[0] - above[0] for above, below in itertools.pairwise(right)]
    assert min(gaps) >= 8.9
    sales = next(baseline for baseline, text in right if text == "Sales")
    assert min(sales - baseline for baseline, _ in right if baseline < sales) >= 15


def test_a_second_way_to_reach_the_desk_comes_where_there_is_room(with_files: Callable[..., Block]) -> None:
    roomy = with_files({}, contacts=DESK)
    assert any(line.text == "+49 30 5550142" for _, _, line, _ in roomy.lines)
    routes = (
        "automation",
        "plesk",
        "partner-storefront",
        "cloud-marketplace",
        "white-label",
        "key-administrator",
    )
    regions = Regions(
        stated=True, include=("150", "019"), excluded=("CU", "SY", "KP", "IR", "RU", "BY", "SD")
    )
    full = with_files({}, contacts=DESK, routes=routes, regions=regions)
    assert any(line.text == "sales@harbor.example" for _, _, line, _ in full.lines)
    assert not any(line.text == "+49 30 5550142" for _, _, line, _ in full.lines)
