"""Putting the parts of one entry into its frame.

Owns the order of the parts. Refuses to choose the frame (`measure`) and to know the page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.print.grid import DESCENT
from catalog.print.layout.block import Block, Overset
from catalog.print.layout.compose_side import badge_box, place_code, place_screenshot, place_sides
from catalog.print.layout.compose_text import place_heading, place_words
from catalog.print.layout.forme import Forme

if TYPE_CHECKING:
    from collections.abc import Callable

    from catalog.model import Entry
    from catalog.print.assets.qr import Qr
    from catalog.print.desk import Desk
    from catalog.print.layout.block import PlacedCode
    from catalog.print.layout.frames import Frame


def compose(
    entry: Entry, frame: Frame, desk: Desk, code: Qr, put_picture: Callable[[Forme], None] = place_screenshot
) -> Block | Overset:
    """The entry in this frame, or which field of it has no room there; `put_picture` places its screenshot."""
    forme = Forme(entry, frame, desk)
    if over := place_heading(forme):
        return over
    fitted = place_words(forme)
    if isinstance(fitted, Overset):
        return fitted
    if over := place_sides(forme):
        return over
    put_picture(forme)
    return finished(forme, fitted.size, place_code(forme, code))


def finished(forme: Forme, size: float, code: PlacedCode) -> Block:
    """The block of all that has been placed; `size` is that of its text."""
    entry, frame = forme.entry, forme.frame
    return Block(
        slug=entry.slug, name=entry.name, type=entry.type, tier=frame.tier, depth=frame.depth, step=frame.step,
        rule=frame.rule, rule_above=DESCENT, size=size,
        lines=forme.read(), bullets=tuple(forme.bullets), badge=badge_box(forme), code=code,
        pictures=tuple(forme.pictures), bar=forme.bar, offer=forme.offer, rules=tuple(forme.rules),
        marks=tuple(forme.marks), links=tuple(forme.links), notes=tuple(forme.notes),
        languages=forme.languages or None,
    )  # fmt: skip
