"""Whether anything of a drawing is seen on white and on dark, estimated from its paint.

Owns the walk over what is painted: shapes with their fills and strokes as inherited, through `use`, with the stops of
gradients. Refuses to render: where shapes lie, what masks and clips hide and what filters recolour is not known, and
what is not known counts as seen. A drawing vanishes only when every paint of it does. The drawing must have been
read to its end without a flaw, so that walking it is bounded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from catalog.pictures.colors import DARK, WHITE, is_seen, number, read_color
from catalog.pictures.svg_allowed import GRADIENTS, SHAPES, UNPAINTED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.pictures.svg_tree import Drawing, Stated

_BLACK: Final = "#000"
_HOPS: Final = 8
_PAINTING: Final = frozenset("fill stroke color fill-opacity stroke-opacity opacity visibility".split())
_NOT_FILLING: Final = _PAINTING - {"fill"}


class Seen(NamedTuple):
    """Whether something is seen on each ground, and whether anything is painted at all."""

    on_white: bool
    on_dark: bool
    painted: bool = True


class _Paint(NamedTuple):
    """What an element inherits."""

    fill: str = _BLACK
    stroke: str = "none"
    color: str = _BLACK
    fill_opacity: float = 1.0
    stroke_opacity: float = 1.0
    opacity: float = 1.0
    shown: bool = True


_UNKNOWN: Final = Seen(on_white=True, on_dark=True)


def look(drawing: Drawing) -> Seen:
    """Estimate it; stops as soon as something is seen on both grounds."""
    on_white = on_dark = painted = False
    for text, opacity, paint in _painted(drawing):
        seen = _seen(drawing, text, opacity, paint)
        painted = painted or seen.painted
        on_white, on_dark = on_white or seen.on_white, on_dark or seen.on_dark
        if on_white and on_dark:
            break
    return Seen(on_white, on_dark, painted)


def _painted(drawing: Drawing) -> Iterator[tuple[str, float, _Paint]]:
    """Every paint of every shape: what fills or strokes it, how opaque, and what it inherits."""
    stack = [(0, _Paint())]
    while stack:
        index, inherited = stack.pop()
        name = drawing.names[index]
        if not name or (name in UNPAINTED and name != "symbol"):
            continue
        stated = drawing.stated(index)
        if stated.get("display") == "none":
            continue
        paint = inherited if _PAINTING.isdisjoint(stated) else _inherit(stated, inherited)
        if "filter" in stated and stated["filter"] != "none":
            yield "recoloured", 1.0, paint
        if name in SHAPES:
            if paint.shown:
                yield paint.fill, paint.opacity * paint.fill_opacity, paint
                yield paint.stroke, paint.opacity * paint.stroke_opacity, paint
        elif name == "use":
            if (target := drawing.target(index)) is not None:
                stack.append((target, paint))
        else:
            below = [child for child in drawing.children(index) if drawing.names[child] != "symbol"]
            stack.extend((child, paint) for child in reversed(below))


def _inherit(stated: Stated, above: _Paint) -> _Paint:
    if _NOT_FILLING.isdisjoint(stated):
        return _Paint(_kept(stated, "fill", above.fill), *above[1:])  # Nearly every shape.
    color = _kept(stated, "color", above.color)
    return _Paint(
        _kept(stated, "fill", above.fill),
        _kept(stated, "stroke", above.stroke),
        color if color.lower() != "currentcolor" else above.color,
        _share(stated, "fill-opacity", above.fill_opacity),
        _share(stated, "stroke-opacity", above.stroke_opacity),
        above.opacity * _share(stated, "opacity", 1.0),
        _kept(stated, "visibility", "visible" if above.shown else "hidden") not in {"hidden", "collapse"},
    )


def _kept(stated: Stated, name: str, above: str) -> str:
    value = stated.get(name, above).strip()
    return above if value.lower() in {"inherit", ""} else value


def _share(stated: Stated, name: str, above: float) -> float:
    if name not in stated:
        return above
    value = number(stated[name])
    return above if value is None else min(max(value, 0.0), 1.0)


def _seen(drawing: Drawing, text: str, opacity: float, paint: _Paint) -> Seen:
    plain = text.lower()
    if plain in {"none", "transparent"} or opacity < 0.02:
        return Seen(on_white=False, on_dark=False, painted=False)
    if plain == "currentcolor":
        text = paint.color
    if plain.startswith("url("):
        target = drawing.referred(text)
        if target is None or drawing.names[target] not in GRADIENTS:
            return _UNKNOWN
        return _gradient(drawing, target, opacity)
    return _color(text, opacity)


def _color(text: str, opacity: float) -> Seen:
    color = read_color(text)
    if color is None:
        return _UNKNOWN
    rgb, alpha = color
    if alpha * opacity < 0.02:
        return Seen(on_white=False, on_dark=False, painted=False)
    alpha = round(alpha * opacity, 2)
    return Seen(is_seen(rgb, alpha, WHITE), is_seen(rgb, alpha, DARK))


def _gradient(drawing: Drawing, index: int, opacity: float) -> Seen:
    """What its stops show. A gradient without stops of its own takes those of the one that it names."""
    for _ in range(_HOPS):
        stops = [child for child in drawing.children(index) if drawing.names[child] == "stop"]
        if stops:
            break
        target = drawing.target(index)
        if target is None or drawing.names[target] not in GRADIENTS:
            return _UNKNOWN
        index = target
    else:
        return _UNKNOWN
    shown = []
    for stop in stops:
        stated = drawing.stated(stop)
        color = stated.get("stop-color", _BLACK)
        if color.lower() in {"currentcolor", "inherit"}:
            return _UNKNOWN
        shown.append(_color(color, opacity * _share(stated, "stop-opacity", 1.0)))
    return Seen(*(any(answers) for answers in zip(*shown, strict=True)))
