"""Entries of every size on every trim, long and short, in all scripts: all of it stands, and each in its own place."""

from __future__ import annotations

import functools
import io
import itertools
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import pytest
from PIL import Image

from catalog.model import Entry, Media, Screenshot
from catalog.print.assets.logos import PictureFile, prepare
from catalog.print.desk import Desk
from catalog.print.layout import words
from catalog.print.layout.block import Block, Part
from catalog.print.layout.frames import frames
from catalog.print.layout.measure import measure_entry
from catalog.print.pdf.canvas_page import Box
from tests.conftest import LOGO
from tests.print.limits import LIMITS
from tests.print.small import CACHE, EDITION, entry_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.editions import Edition
    from catalog.print.assets.logos import Pictures
    from tests.print.conftest import MakeDesk

TRIMS = ("A4", "Letter", "A5", "170x240mm", "148x205mm", "240x240mm")
SLUG = ("harbor-sync",)
SIZES: dict[str, Edition] = {
    "listing": replace(EDITION, size="listing"),
    "quarter": EDITION,
    "half": replace(EDITION, halves=SLUG),
    "feature": replace(EDITION, features=SLUG),
}
MEDIA = Media(logo="logo.svg", screenshots=(Screenshot(file="main.png", caption="Folders of a small firm"),))
BLOCKS = pytest.mark.parametrize(("trim", "size"), list(itertools.product(TRIMS, SIZES)))


class Case(NamedTuple):
    name: str
    entry: Entry
    block: Block
    desk: Desk


MeasureAll = Callable[[str, str], list[Case]]


@functools.cache
def pictures() -> Pictures:
    """A logo and a screenshot."""
    file = io.BytesIO()
    Image.new("RGB", (1600, 900), (40, 90, 160)).save(file, "PNG")
    files = (("logo.svg", LOGO.encode()), ("main.png", file.getvalue()))
    return prepare([PictureFile("harbor-sync", name, content) for name, content in files], CACHE / "pictures")


@pytest.fixture(scope="module")
def measured(make_desk: MakeDesk) -> MeasureAll:
    """Every entry of the limits, once with pictures and once without, in a size on a trim."""

    @functools.cache
    def made(trim: str, size: str) -> list[Case]:
        plain = make_desk(trim, SIZES[size])
        desk = Desk(SIZES[size], plain.grid, plain.typesetter, pictures(), plain.site_url)
        places = frames(desk.grid)
        found = []
        for (name, parts), media in itertools.product(LIMITS.items(), (Media(), MEDIA)):
            entry = entry_of(**({"media": media} | parts))
            block = measure_entry(entry, desk, places)
            assert isinstance(block, Block), (name, block)
            found.append(Case(name, entry, block, desk))
        return found

    return made


def boxes(block: Block) -> Iterator[tuple[Box, str]]:
    """The box around every line, by its type size, and its text."""
    for x, baseline, line, _ in block.lines:
        size = max((piece.size for piece in line.pieces), default=0.0)
        yield Box(x, baseline - 0.8 * size, line.width, size), line.text


def meet(one: Box, other: Box) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


@BLOCKS
def test_nothing_leaves_its_slot(measured: MeasureAll, trim: str, size: str) -> None:
    for name, _, block, desk in measured(trim, size):
        height = 12 * (block.depth - 1)
        quiet = 4 * block.code.code.module(block.code.box.width) if block.code else 0.0
        shapes = [(picture.box, "picture") for picture in block.pictures]
        shapes += [(block.badge, "badge"), *((mark, "mark") for mark in block.marks)]
        if block.code:
            shapes.append((Box(block.code.box.x, block.code.box.y, block.code.box.width - quiet,
                               block.code.box.height - quiet), "code"))  # fmt: skip
        if block.offer and block.offer.frame:
            shapes.append((block.offer.frame, "offer"))
        for box, what in (*boxes(block), *shapes):
            assert box.x >= -0.01, (name, what)
            assert box.right <= desk.grid.area + 0.01, (name, what)
            assert box.y >= -3, (name, what)
            assert box.bottom <= height + 1, (name, what)


@BLOCKS
def test_no_two_lines_run_into_each_other(measured: MeasureAll, trim: str, size: str) -> None:
    for name, _, block, _ in measured(trim, size):
        lines = sorted(block.lines, key=lambda placed: placed.baseline)
        for index, (x, baseline, line, _) in enumerate(lines):
            for other_x, other_baseline, other, _ in lines[index + 1 :]:
                if other_baseline - baseline >= 8.9:
                    break
                apart = other_x >= x + line.width - 0.01 or x >= other_x + other.width - 0.01
                assert apart, (name, line.text, other.text)


@BLOCKS
def test_words_stand_clear_of_pictures_codes_and_frames(measured: MeasureAll, trim: str, size: str) -> None:
    for name, _, block, _ in measured(trim, size):
        shapes = [placed.box for placed in block.pictures]
        if block.code:
            shapes.append(block.code.box)
        for box, text in boxes(block):
            assert not any(meet(box, shape) for shape in shapes), (name, text)
        if block.offer and block.offer.frame:
            for placed, (box, text) in zip(block.lines, boxes(block), strict=True):
                assert placed.part == Part.OFFER or not meet(box, block.offer.frame), (name, text)
        for one, other in itertools.combinations(shapes, 2):
            assert not meet(one, other), name


@BLOCKS
def test_nothing_a_reader_needs_is_ever_dropped_or_cut(measured: MeasureAll, trim: str, size: str) -> None:
    for name, entry, block, desk in measured(trim, size):
        told = "".join(placed.line.text for placed in block.lines).replace(" ", "")
        assert "…" not in told
        for text in needed(entry, block, desk):
            assert text.replace(" ", "") in told, (name, text)
        assert (block.code is None) is (block.tier == "listing")
        if block.code:
            assert block.code.code.text == desk.address(entry.slug)
        regions = [text.replace(" ", "") for text in words.region_wordings(entry.regions)]
        assert any(text in told for text in regions), name


def needed(entry: Entry, block: Block, desk: Desk) -> Iterator[str]:
    """What every size tells of an entry, and what all but a listing do."""
    yield entry.name
    yield entry.vendor.name
    yield words.models(entry)
    yield words.sales(entry)[0]
    if block.tier != "listing" or desk.grid.wide:
        yield words.routes(entry, short=True) if block.tier == "listing" else "Routes"
    if block.tier == "listing":
        return
    yield from ("Business models", "Regions", f"Plesk criteria: {words.verdict(entry)}", "Sales", "Version")
    yield "application" if block.tier != "quarter" or not desk.grid.wide else "Webspace"
    yield entry.pitch or entry.summary
    if offer := words.offer(entry, desk.edition.published):
        yield offer.title
        yield "Until 30 Sep 2027."
    if entry.listing.source == "package":
        yield "Listed from public facts."


@BLOCKS
def test_a_size_that_an_entry_got_is_the_one_asked_for_or_larger_and_said(
    measured: MeasureAll, trim: str, size: str
) -> None:
    order = list(SIZES)
    for name, entry, block, _ in measured(trim, size):
        asked = "half" if size == "feature" and not entry.media.screenshots else size
        assert order.index(block.tier) >= order.index(asked), name
        said = any("more than fit into" in note.message for note in block.notes)
        assert said is (block.tier != asked), name


@BLOCKS
def test_lines_stand_in_the_order_of_reading(measured: MeasureAll, trim: str, size: str) -> None:
    for name, entry, block, _ in measured(trim, size):
        parts = [placed.part for placed in block.lines]
        assert parts == sorted(parts), name
        assert parts[0] == Part.NAME, name
        assert Part.SALES in parts, name
        paragraphs = [list(lines) for _, lines in itertools.groupby(block.lines, lambda placed: placed.place)]
        assert len({lines[0].place for lines in paragraphs}) == len(paragraphs), name
        if block.tier != "listing" and entry.pitch:
            (pitch,) = [lines for lines in paragraphs if lines[0].part == Part.PITCH]
            told = "".join(placed.line.text for placed in pitch)
            assert told.replace(" ", "") == entry.pitch.replace(" ", ""), name
