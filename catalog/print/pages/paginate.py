"""Blocks into slots, slots into pages.

Owns the one rule of filling: entries keep their order, a larger one starts where its size allows, and the slots it
could not use stay white. Refuses to move an entry to fill a gap. Knows nothing of folios (`number`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable


class Sized(Protocol):
    """Anything that takes slots."""

    @property
    def slots(self) -> int:
        """How many of the smallest slots it takes: a divisor of a page's slots."""


_Sized = TypeVar("_Sized", bound=Sized)


def fill(blocks: Iterable[_Sized], slots: int) -> tuple[tuple[tuple[int, _Sized], ...], ...]:
    """Pages of (slot, block), with `slots` of the smallest slots each.

    A block of *n* slots starts at a multiple of *n*, so a half page is the upper or the lower half.

    Raises:
        ValueError: a block takes more slots than a page has.
    """
    pages: list[tuple[tuple[int, _Sized], ...]] = []
    page: list[tuple[int, _Sized]] = []
    free = 0
    for block in blocks:
        if not 0 < block.slots <= slots:
            message = f"a block of {block.slots} slots does not fit a page of {slots}"
            raise ValueError(message)
        start = -(-free // block.slots) * block.slots
        if start + block.slots > slots:
            pages.append(tuple(page))
            page, start = [], 0
        page.append((start, block))
        free = start + block.slots
    if page:
        pages.append(tuple(page))
    return tuple(pages)
