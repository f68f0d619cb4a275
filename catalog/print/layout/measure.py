"""From an entry to a block: every line measured and placed in the slot that the entry will take.

Owns the choice of a tier: what an edition names for a whole page, half of one or a listing, half a page for what the
maintainers feature, and the edition's own size for all others; and what happens when that is too small: the next larger
where the edition allows it, else a note that names the entry, the field and the characters over.
Refuses to know pages. Measures each entry once for each tier it tries.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from catalog.collector import nothing_collected
from catalog.english import counted
from catalog.print.assets.logos import Picture
from catalog.print.assets.qr import QrTooLongError, modules
from catalog.print.layout.block import Block, Overset
from catalog.print.layout.compose import compose
from catalog.print.layout.compose_listing import compose_listing
from catalog.print.layout.compose_page import compose_page
from catalog.print.layout.frames import frames
from catalog.print.layout.packing import packed, unpacked
from catalog.print.note import Note
from catalog.processes import meanwhile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from catalog.editions import Edition
    from catalog.model import Entry
    from catalog.print.desk import Desk
    from catalog.print.layout.block import Tier
    from catalog.print.layout.frames import Frame
    from catalog.print.layout.packing import Packed

# Below this many entries a process and the way back of its blocks cost as much as it saves.
_WORTH_A_PROCESS = 800
# The other half has its way back besides.
_FIRST = 0.53
TIERS: tuple[Tier, ...] = ("listing", "quarter", "half", "feature")
_CALLED: dict[Tier, str] = {
    "listing": "listing",
    "quarter": "quarter page",
    "half": "half page",
    "feature": "whole page",
}


@dataclass(frozen=True, slots=True)
class Measured:
    """The blocks that fit, in the order of their entries, and the faults of the entries that do not."""

    blocks: tuple[Block, ...]
    faults: tuple[Note, ...]


def measure(entries: Iterable[Entry], desk: Desk, progress: Callable[[], None]) -> Measured:
    """Measure entries, each in the tier that it is given or, where that is too small, in the next larger."""
    return _measured(_made(entries, desk, progress))


def measure_chapters(
    chapters: Sequence[Sequence[Entry]], desk: Desk, progress: Callable[[], None]
) -> list[Measured]:
    """Measure the entries of chapters, of a long book the second half by another process."""
    entries = list(itertools.chain.from_iterable(chapters))
    long = len(entries) >= _WORTH_A_PROCESS
    made = iter(_made_by_two(entries, desk, progress) if long else _made(entries, desk, progress))
    return [_measured(itertools.islice(made, len(chapter))) for chapter in chapters]


def _made_by_two(entries: Sequence[Entry], desk: Desk, progress: Callable[[], None]) -> list[Block | Note]:
    middle = round(len(entries) * _FIRST)

    def second() -> Packed:
        return packed(_made(entries[middle:], desk, lambda: None))

    with meanwhile(second) as rest:
        made = _made(entries[:middle], desk, progress)
        made += unpacked(rest())
    for _ in entries[middle:]:
        progress()
    return made


def _made(entries: Iterable[Entry], desk: Desk, progress: Callable[[], None]) -> list[Block | Note]:
    """The block of each entry, or why there is none."""
    places, named = frames(desk.grid), desk.edition.named
    found = []
    with nothing_collected():
        for entry in entries:
            found.append(measure_entry(entry, desk, places, named))
            progress()
    return found


def _measured(made: Iterable[Block | Note]) -> Measured:
    blocks, faults = [], []
    for one in made:
        if isinstance(one, Block):
            blocks.append(one)
        else:
            faults.append(one)
    return Measured(tuple(blocks), tuple(faults))


def measure_entry(
    entry: Entry, desk: Desk, places: Mapping[Tier, Frame], named: Mapping[str, Tier] | None = None
) -> Block | Note:
    """The block of one entry, or why there is none. `named` are the tiers by slug that the edition names."""
    edition = desk.edition
    wanted = tier_of(entry, edition, edition.named if named is None else named)
    if wanted == "feature" and _screenshot(entry, desk) is None:
        wanted = "half"
    first: Overset | None = None
    over = Overset("pitch", 0)
    try:
        for tier in TIERS[TIERS.index(wanted) :]:
            made = _compose(entry, tier, desk, places)
            if isinstance(made, Block):
                return made if first is None else _enlarged(made, first, wanted)
            over = made
            first = first or made
            if not edition.enlarge:
                break
    except QrTooLongError as error:
        return _no_code(entry, error)
    return _fault(entry, over, tier)


def tier_of(entry: Entry, edition: Edition, named: Mapping[str, Tier]) -> Tier:
    """What the edition names for the entry; else half a page for what the maintainers feature, and its own size."""
    return named.get(entry.slug) or ("half" if entry.print.featured else edition.size)


def _compose(entry: Entry, tier: Tier, desk: Desk, places: Mapping[Tier, Frame]) -> Block | Overset:
    if tier == "listing":
        return compose_listing(entry, desk)
    code = modules(desk.address(entry.slug))
    if tier == "feature":
        return compose_page(entry, desk, code, _screenshot(entry, desk))
    return compose(entry, places[tier], desk, code)


def whole_page(entry: Entry, desk: Desk) -> Block | Note:
    """The block of one entry on a page of its own, with or without a screenshot."""
    try:
        code = modules(desk.address(entry.slug))
    except QrTooLongError as error:
        return _no_code(entry, error)
    made = compose_page(entry, desk, code, _screenshot(entry, desk))
    return made if isinstance(made, Block) else _fault(entry, made, "feature")


def _no_code(entry: Entry, error: QrTooLongError) -> Note:
    return Note(entry.slug, "slug", f"the address of its page is too long for a code: {error}")


def _screenshot(entry: Entry, desk: Desk) -> Picture | None:
    """The first screenshot, if it can be printed."""
    if not entry.media.screenshots:
        return None
    found = desk.pictures.find(entry.slug, entry.media.screenshots[0].file)
    return found if isinstance(found, Picture) else None


def _fault(entry: Entry, overset: Overset, tier: Tier) -> Note:
    over = counted(overset.over, "character")
    place = (
        "the largest place" if tier == TIERS[-1] else f"its {_CALLED[tier]}, and the edition allows no larger"
    )
    return Note(entry.slug, overset.field, f"{over} more than fit into {place}")


def _enlarged(block: Block, overset: Overset, wanted: Tier) -> Block:
    over = counted(overset.over, "character")
    told = f"{over} more than fit into a {_CALLED[wanted]}, so it takes a {_CALLED[block.tier]}"
    return replace(block, notes=(*block.notes, Note(block.slug, overset.field, told)))
