"""From an entry to a block: every line measured and placed in the slot that the entry will take.

Owns the choice of a tier: a whole page for what an edition features, half a page for what the maintainers feature, a
quarter for all others; and what happens when that is too small: half a page instead of a quarter, then a note that
names the entry, the field and the characters over.
Refuses to know pages. Measures each entry once for each tier it tries.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalog.english import counted
from catalog.print.assets.logos import Picture
from catalog.print.assets.qr import QrTooLongError, modules
from catalog.print.layout.block import Block, Overset
from catalog.print.layout.compose import compose
from catalog.print.layout.compose_feature import compose_feature
from catalog.print.layout.frames import frames
from catalog.print.note import Note

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from catalog.editions import Edition
    from catalog.model import Entry
    from catalog.print.desk import Desk
    from catalog.print.layout.block import Tier
    from catalog.print.layout.frames import Frame

TIERS: tuple[Tier, ...] = ("quarter", "half")


@dataclass(frozen=True, slots=True)
class Measured:
    """The blocks that fit, in the order of their entries, and the faults of the entries that do not."""

    blocks: tuple[Block, ...]
    faults: tuple[Note, ...]


def measure(entries: Iterable[Entry], desk: Desk, progress: Callable[[], None]) -> Measured:
    """Measure entries, each in the tier that it is given or, where that is too small, in the next larger."""
    places = frames(desk.grid)
    blocks, faults = [], []
    for entry in entries:
        made = measure_entry(entry, desk, places)
        if isinstance(made, Block):
            blocks.append(made)
        else:
            faults.append(made)
        progress()
    return Measured(tuple(blocks), tuple(faults))


def measure_entry(entry: Entry, desk: Desk, places: Mapping[Tier, Frame]) -> Block | Note:
    """The block of one entry, or why there is none."""
    try:
        code = modules(desk.address(entry.slug))
    except QrTooLongError as error:
        return _no_code(entry, error)
    if entry.slug in desk.edition.features and (picture := _screenshot(entry, desk)):
        made = compose_feature(entry, desk, code, picture)
        return made if isinstance(made, Block) else _fault(entry, made)
    wanted = tier_of(entry, desk.edition)
    overset = Overset("pitch", 0)
    for tier in TIERS[TIERS.index(wanted) :]:
        made = compose(entry, places[tier], desk, code)
        if isinstance(made, Block):
            return made if tier == wanted else _enlarged(made, overset, wanted)
        overset = made
    return _fault(entry, overset)


def tier_of(entry: Entry, edition: Edition) -> Tier:
    """Half a page for what the maintainers feature, or the edition where it has no screenshot; else a quarter."""
    return "half" if entry.print.featured or entry.slug in edition.features else "quarter"


def whole_page(entry: Entry, desk: Desk) -> Block | Note:
    """The block of one entry on a page of its own, with or without a screenshot."""
    try:
        code = modules(desk.address(entry.slug))
    except QrTooLongError as error:
        return _no_code(entry, error)
    made = compose_feature(entry, desk, code, _screenshot(entry, desk))
    return made if isinstance(made, Block) else _fault(entry, made)


def _no_code(entry: Entry, error: QrTooLongError) -> Note:
    return Note(entry.slug, "slug", f"the address of its page is too long for a code: {error}")


def _screenshot(entry: Entry, desk: Desk) -> Picture | None:
    """The first screenshot, if it can be printed."""
    if not entry.media.screenshots:
        return None
    found = desk.pictures.find(entry.slug, entry.media.screenshots[0].file)
    return found if isinstance(found, Picture) else None


def _fault(entry: Entry, overset: Overset) -> Note:
    over = counted(overset.over, "character")
    return Note(entry.slug, overset.field, f"{over} more than fit into the largest place")


def _enlarged(block: Block, overset: Overset, wanted: Tier) -> Block:
    over = counted(overset.over, "character")
    note = Note(
        block.slug,
        overset.field,
        f"{over} more than fit into a {wanted} page, so it takes a {block.tier} page",
    )
    return Block(**{name: getattr(block, name) for name in Block.__slots__} | {"notes": (*block.notes, note)})
