"""How a paragraph ends, and how a heading is parted.

Owns what a last line needs, and the narrowest measure that takes a heading in no more lines. Refuses to break
(`fast_words`, `paragraph_lines`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from catalog.print.typography.breaks import CJK

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

T = TypeVar("T")

KEPT_FULL = 0.55
"""Part of the width that a line keeps at least when it gives words to the line below."""
_SHORTEST = 1 / 6
_LETTERS = 8
_SIGNS = 2
_TRIES = 10


def ends_badly(text: str, width: float, limit: float) -> bool:
    """Whether a last line is too short: a single small word, a sixth of the measure, or one Han or kana sign."""
    if CJK.search(text):
        return sum(map(str.isalnum, text)) < _SIGNS
    return width < limit * _SHORTEST or (" " not in text and sum(map(str.isalnum, text)) < _LETTERS)


def evened(broken: Callable[[float], Sequence[T]], limit: float, widest: float) -> Sequence[T]:
    """Lines of about one length, as many as `limit` needs; `widest` is what cannot be broken."""
    lines = broken(limit)
    if len(lines) < 2 or widest > limit:
        return lines
    low, high = max(widest, limit / len(lines) / 2), limit
    for _ in range(_TRIES):
        middle = (low + high) / 2
        tried = broken(middle)
        if len(tried) > len(lines):
            low = middle
        else:
            lines, high = tried, middle
    return lines
