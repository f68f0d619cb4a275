"""The colours that a shading runs through.

Owns the ends of functions: a shading between two colours is nowhere darker than the darker end of each ink.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pikepdf import Array, Dictionary, Stream

from catalog.print.preflight.reading.inks import Paint, heaviest, paint_of, space_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pikepdf import Object

_DEPTH = 6


def shading_paint(shading: Object, resources: Dictionary | None) -> Paint:
    """The heaviest end of a shading; without inks where its function cannot be told (PostScript, free meshes)."""
    space = space_of(shading.get("/ColorSpace"), resources)
    function = shading.get("/Function")
    colours = list(_ends(function)) if function is not None else []
    return heaviest([paint_of(space, colour) for colour in colours] or [paint_of(space, ())])


def _ends(function: Object, depth: int = 0) -> Iterator[list[float]]:
    if isinstance(function, Array):
        parts = [list(_ends(part, depth + 1)) for part in function.as_list()]
        for ends in zip(*parts, strict=False):
            yield [value for end in ends for value in end]
        return
    kind = int(function.get("/FunctionType", -1))
    if kind == 2:
        yield _numbers(function.get("/C0"), [0.0])
        yield _numbers(function.get("/C1"), [1.0])
    elif kind == 3 and depth < _DEPTH:
        for part in function.Functions.as_list():
            yield from _ends(part, depth + 1)
    elif kind == 0 and isinstance(function, Stream):
        yield from _samples(function)


def _numbers(value: Object | None, default: list[float]) -> list[float]:
    return default if value is None else [float(number) for number in value.as_list()]


def _samples(function: Stream) -> Iterator[list[float]]:
    """The samples of a table with eight or sixteen bits a value."""
    bounds = _numbers(function.get("/Range"), [])
    outputs = len(bounds) // 2
    size = int(function.get("/BitsPerSample", 8)) // 8
    if not outputs or size not in {1, 2}:
        return
    most = 256**size - 1
    limits = _numbers(function.get("/Decode"), bounds)
    content = function.read_bytes()
    values = [int.from_bytes(content[at : at + size]) / most for at in range(0, len(content), size)]
    for at in range(0, len(values) - outputs + 1, outputs):
        yield [
            limits[2 * index] + value * (limits[2 * index + 1] - limits[2 * index])
            for index, value in enumerate(values[at : at + outputs])
        ]
