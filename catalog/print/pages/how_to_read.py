"""How to read an entry: the specimen, the numbered parts of it, and which of both stand on which page.

Owns the key. Its parts are found in the measured entry, wherever its frame has put them, so the key never names one
that the specimen lacks. Refuses to draw.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from catalog.print.grid import LINE
from catalog.print.layout.block import Part
from catalog.print.pages.plan import HowToRead, KeyPart
from catalog.print.pages.room import below_intro, equal, lines_of, paged
from catalog.print.typography import styles
from catalog.print.typography.latin import is_latin

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from catalog.model import Entry
    from catalog.print.desk import Desk
    from catalog.print.layout.block import Block

INTRO = "Every entry has its parts in the same places, whatever its size. This one is from this book."
OUTRO = (
    "Sizes are mixed, the alphabet is not: entries stand in order within their chapter, and none is moved to fill a "
    "gap. A name in another script is sorted by its Latin form. A listing has no room for a code and gives the address "
    "of the entry’s page instead."
)
PART_INDENT = 17.0
KEY_LINES = 4
"""From one part of the key to the next below: a title, its words on two lines, and an empty one."""
_SMALL = 2.7  # Half the height of small print above its baseline.
_SIZES_HEAD = 3
_TIERS = ("quarter", "half", "feature")
_READ = (
    ((Part.PACKAGE,), _SMALL, "Package", "Version, certificate, what it needs, languages."),
    ((Part.NAME,), 5.5, "Name", "In the vendor’s own script."),
    ((Part.VENDOR,), 3.0, "Vendor", "The company that makes it."),
    ((Part.SUMMARY, Part.PITCH), 3.0, "Text", "What it is, and what a provider gains by it."),
)
"""Parts of an entry of which one is there, how far above its baseline the number stands, and what the key says."""
_FACTS = (
    ("Business models", "Business models", "With whom you would contract."),
    ("Routes", "Routes", "Where the application can be bought."),
    ("Regions", "Regions and Plesk verdict", "The vendor’s words; the verdict is worked out."),
    ("Sales", "Sales contact", "A desk, never a person."),
)


class Size(NamedTuple):
    """A size that entries come in: its name, and how many of them fill a page."""

    name: str
    to_a_page: int


def how_to_read(entries: Sequence[Entry], blocks: dict[str, Block], desk: Desk) -> tuple[HowToRead, ...]:
    """The pages of the key. The specimen is the first of the small entries that show most.

    One with a Latin name is taken before all others, since the key speaks English. A page so low that an entry fills it
    has no room for one with a key, so there is none.
    """
    chosen = _specimen(entries, blocks)
    block = blocks[chosen.slug]
    key = tuple(_parts(block))
    heights = {
        "specimen": block.depth + 1,
        "key": KEY_LINES * -(-len(key) // key_columns(desk)) + 1,
        "sizes": _SIZES_HEAD + math.ceil(page_height(desk) / LINE) + 1 + _outro_lines(desk),
    }
    first = below_intro(INTRO, desk.grid, desk.typesetter)
    if first + block.depth - 1 > desk.grid.lines:
        return ()
    pages = paged(heights, heights.__getitem__, first=first, further=0, end=desk.grid.lines + 1)
    return tuple(HowToRead(block, chosen, key, page) for page in pages)


def key_columns(desk: Desk) -> int:
    """Columns of the key."""
    return 3 if desk.grid.wide else 2


def sizes(desk: Desk) -> tuple[Size, ...]:
    """The sizes of entries on a trim, the largest first."""
    grid = desk.grid
    names = {1: "Whole page", 2: "Half", 3: "Third", 4: "Quarter", 5: "Fifth"}
    numbers = dict.fromkeys((1, grid.slots // 2 if grid.wide else 1, grid.slots))
    listed = Size("Listing", (grid.lines + 1) // 4)
    return (*(Size(names.get(number, "Part"), number) for number in numbers), listed)


def page_width(desk: Desk) -> float:
    """Width of the small picture of a page."""
    return equal(desk.grid, len(sizes(desk))).width * 0.45


def page_height(desk: Desk) -> float:
    """Height of the small picture of a page."""
    return page_width(desk) * desk.grid.height / desk.grid.width


def outro_width(desk: Desk) -> float:
    """Width of the words below the sizes."""
    return desk.grid.area * 0.75 if desk.grid.wide else desk.grid.area


def _outro_lines(desk: Desk) -> int:
    return lines_of(OUTRO, styles.TEXT, outro_width(desk), desk.typesetter)


def _specimen(entries: Sequence[Entry], blocks: dict[str, Block]) -> Entry:
    tiers = {entry.slug: str(blocks[entry.slug].tier) for entry in entries}
    tier = next((tier for tier in _TIERS if tier in tiers.values()), None)
    small = [entry for entry in entries if tiers[entry.slug] == tier] or list(entries)
    return max(small, key=lambda entry: (is_latin(entry.name), _shown_parts(blocks[entry.slug])))


def _shown_parts(block: Block) -> tuple[int, int, int]:
    whole = all(note.by_design for note in block.notes) and block.size == styles.TEXT.size
    return bool(block.pictures) + bool(block.offer) + bool(block.bullets), whole, len(block.bullets)


def _parts(block: Block) -> Iterator[KeyPart]:
    """The parts that the specimen has: what the entry is, its text, its facts."""
    if block.pictures:
        box = block.pictures[0].box
        yield KeyPart(0, box.y + box.height / 2, "Logo", "The vendor’s, as supplied.")
    badge = block.badge
    told = "Letter, shape and colour say the same."
    yield KeyPart(badge.x, badge.y + badge.height / 2, "Application type", told)
    firsts = {line.part: line for line in reversed(block.lines)}
    for parts, above, title, text in _READ:
        if found := next((firsts[part] for part in parts if part in firsts), None):
            yield KeyPart(found.x, found.baseline - above, title, text)
    if block.bullets:
        x, y = block.bullets[0]
        yield KeyPart(x, y + styles.BULLET / 2, "Highlights", "Up to three reasons, in the vendor’s words.")
    if block.offer:
        x, y = min(block.offer.flag)
        height = max(corner[1] for corner in block.offer.flag) - y
        yield KeyPart(x, y + height / 2, "Offer", "For partners, up to the day that is printed.")
    yield from _facts(block)


def _facts(block: Block) -> Iterator[KeyPart]:
    """The facts stand where their labels do."""
    labels = {line.line.text: line for line in block.lines if line.part in {Part.FACTS, Part.SALES}}
    for label, title, text in _FACTS:
        if placed := labels.get(label):
            yield KeyPart(placed.x, placed.baseline - _SMALL, title, text)
    if block.code:
        box = block.code.box
        told = "Opens the entry on the web, always up to date."
        yield KeyPart(box.x, box.y + box.height / 2, "Code", told)
