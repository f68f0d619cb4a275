"""Blocks onto lines, lines into pages.

Owns the one rule of filling: entries keep their order, each starts where its size allows, and the lines that it could
not use stay white. Refuses to move an entry to fill a gap. Knows nothing of folios (`number`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable


class Sized(Protocol):
    """Anything that takes lines of the grid."""

    @property
    def depth(self) -> int:
        """How many lines it takes, the empty one below it included."""

    @property
    def step(self) -> int:
        """It starts at a multiple of this many lines."""


_Sized = TypeVar("_Sized", bound=Sized)


def fill(blocks: Iterable[_Sized], lines: int) -> tuple[tuple[tuple[int, _Sized], ...], ...]:
    """Pages of (first line, block), with `lines` lines each; the empty one below the last block may be outside.

    Quarters and halves start at a multiple of their own size, so a half page is the upper or the lower half. A listing
    starts at the next free line.

    Raises:
        ValueError: a block takes more lines than a page has.
    """
    pages: list[tuple[tuple[int, _Sized], ...]] = []
    page: list[tuple[int, _Sized]] = []
    room, free = lines + 1, 0
    for block in blocks:
        if not 0 < block.depth <= room:
            message = f"a block of {block.depth} lines does not fit a page of {room}"
            raise ValueError(message)
        start = -(-free // block.step) * block.step
        if start + block.depth > room:
            pages.append(tuple(page))
            page, start = [], 0
        page.append((start, block))
        free = start + block.depth
    if page:
        pages.append(tuple(page))
    return tuple(pages)
