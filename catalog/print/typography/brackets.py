"""Pairs of brackets in text of two directions.

Owns the pairs and Unicode's rule N0, which python-bidi leaves out: both brackets of a pair take one direction.
Refuses the other rules (`shaping`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, MutableSequence, Sequence

_PAIRS = "()[]{}«»‹›<>⁅⁆⟦⟧⟨⟩⟪⟫〈〉《》「」『』【】〔〕〖〗〘〙〚〛（）［］｛｝｟｠｢｣"
MIRRORED = {sign: _PAIRS[place ^ 1] for place, sign in enumerate(_PAIRS)}
# Quotation marks and signs of comparison look mirrored, but are no brackets.
_NO_BRACKETS = frozenset("«»‹›<>")
_OPENING = {sign: MIRRORED[sign] for sign in _PAIRS[::2] if sign not in _NO_BRACKETS}
_CLOSING = frozenset(_OPENING.values())
# The algorithm gives up on deeper nesting (BD16).
_DEPTH = 63
_STRONG = {"L": "L", "R": "R", "AL": "R", "EN": "R", "AN": "R"}


def settle_brackets(signs: Sequence[str], kinds: MutableSequence[str], base: int) -> None:
    """Turn the kinds of paired brackets from neutral to left or right, in place.

    `kinds` are bidi classes after the rules of weak types; `base` is the level of the paragraph.
    """
    own = "LR"[base]
    for opening, closing in sorted(_pairs(signs, kinds)):
        inside = {_STRONG[kind] for kind in kinds[opening + 1 : closing] if kind in _STRONG}
        if not inside:
            continue
        if own in inside or _before(kinds, opening, own) == own:
            kinds[opening] = kinds[closing] = own
        else:
            kinds[opening] = kinds[closing] = inside.pop()


def _pairs(signs: Sequence[str], kinds: Sequence[str]) -> Iterator[tuple[int, int]]:
    waiting: list[tuple[str, int]] = []
    for index, (sign, kind) in enumerate(zip(signs, kinds, strict=True)):
        if kind != "ON":
            continue
        if sign in _OPENING:
            if len(waiting) == _DEPTH:
                return
            waiting.append((_OPENING[sign], index))
        elif sign in _CLOSING:
            depth = next(
                (depth for depth, (awaited, _) in reversed([*enumerate(waiting)]) if awaited == sign), None
            )
            if depth is not None:
                yield waiting[depth][1], index
                del waiting[depth:]


def _before(kinds: Sequence[str], index: int, own: str) -> str:
    """The direction of the last strong sign before a place."""
    return next((_STRONG[kind] for kind in reversed(kinds[:index]) if kind in _STRONG), own)
