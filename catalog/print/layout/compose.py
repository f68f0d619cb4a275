"""Putting the parts of one entry into its frame.

Owns the order of the parts. Refuses to choose the frame (`measure`) and to know the page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.print.layout.block import Block, Overset
from catalog.print.layout.compose_side import (
    badge_corner,
    place_code,
    place_facts,
    place_package,
    place_screenshot,
)
from catalog.print.layout.compose_text import place_heading, place_words
from catalog.print.layout.forme import Forme

if TYPE_CHECKING:
    from catalog.model import Entry
    from catalog.print.assets.qr import Qr
    from catalog.print.desk import Desk
    from catalog.print.layout.frames import Frame


def compose(entry: Entry, frame: Frame, desk: Desk, code: Qr) -> Block | Overset:
    """The entry in this frame, or which field of it has no room there."""
    forme = Forme(entry, frame, desk)
    if over := place_heading(forme):
        return over
    fitted = place_words(forme)
    if isinstance(fitted, Overset):
        return fitted
    if over := place_package(forme) or place_facts(forme):
        return over
    place_screenshot(forme)
    placed = place_code(forme, code)
    return Block(
        slug=entry.slug, type=entry.type, tier=frame.tier, slots=frame.slots, rule=frame.rule, size=fitted.size,
        lines=tuple(forme.lines), bullets=tuple(forme.bullets), badge=badge_corner(forme), code=placed,
        pictures=tuple(forme.pictures), bar=forme.bar, offer=forme.offer, links=tuple(forme.links),
        notes=tuple(forme.notes),
    )  # fmt: skip
