"""Colours as inks on paper.

Owns colour spaces, and what a colour of one puts on each plate. Refuses pictures and shadings. A spot colour is a
plate of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from pikepdf import Array, Dictionary, Name, Stream

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pikepdf import Object

Family = Literal["gray", "rgb", "cmyk", "lab", "spot", "pattern", "unknown"]
Plates = tuple[float, float, float, float, float]
"""Cyan, magenta, yellow, black, and all spot colours together; each from 0 to 1, the last to more."""

_DEVICE: dict[str, tuple[Family, int]] = {
    "/DeviceGray": ("gray", 1), "/G": ("gray", 1), "/CalGray": ("gray", 1), "/CalCMYK": ("cmyk", 4),
    "/DeviceRGB": ("rgb", 3), "/RGB": ("rgb", 3), "/CalRGB": ("rgb", 3),
    "/DeviceCMYK": ("cmyk", 4), "/CMYK": ("cmyk", 4), "/Lab": ("lab", 3), "/Pattern": ("pattern", 0),
}  # fmt: skip
_ICC: dict[int, Family] = {1: "gray", 3: "rgb", 4: "cmyk"}
_PLATES = ("/Cyan", "/Magenta", "/Yellow", "/Black")
_DEPTH = 8


class Space(NamedTuple):
    """A colour space: its name for a reader, family, number of components, plates of a spot colour, and its base.

    `lookup` are the colours of an indexed space. `direct` is whether numbers are inks of the press as they stand, so
    that a nought can leave what is below untouched (overprint mode 1).
    """

    name: str
    family: Family
    components: int
    plates: tuple[str, ...] = ()
    base: Space | None = None
    lookup: bytes = b""
    direct: bool = False


class Paint(NamedTuple):
    """What a mark is painted with: the space by name, its family, its plates."""

    name: str
    family: Family
    plates: Plates
    direct: bool = False

    @property
    def total(self) -> float:
        """All inks together, in percent."""
        return 100 * sum(self.plates)

    @property
    def white(self) -> bool:
        """Whether no ink is put down."""
        return self.family != "rgb" and not any(self.plates)

    @property
    def black_alone(self) -> bool:
        """Whether black is the one plate."""
        *others, black, spots = self.plates
        return black > 0 and not any(others) and not spots

    @property
    def rich_black(self) -> bool:
        """Whether several plates together make a black or a near black."""
        cyan, magenta, yellow, black, _ = self.plates
        return min(cyan, magenta, yellow) + black >= 0.85 and max(cyan, magenta, yellow) > 0


GRAY, RGB, CMYK = (
    Space("DeviceGray", "gray", 1),
    Space("DeviceRGB", "rgb", 3),
    Space("DeviceCMYK", "cmyk", 4, direct=True),
)
UNKNOWN = Space("an unknown colour space", "unknown", 0)
NO_INK: Plates = (0.0, 0.0, 0.0, 0.0, 0.0)
BLACK = Paint("DeviceGray", "gray", (0.0, 0.0, 0.0, 1.0, 0.0))


def space_of(value: Object | str | None, resources: Dictionary | None = None, depth: int = 0) -> Space:
    """The colour space that an object or a name stands for; names are looked up in the resources."""
    if value is None or depth > _DEPTH:
        return UNKNOWN
    if isinstance(value, str | Name):
        name = str(value)
        if name == "/DeviceCMYK":
            return CMYK
        if name in _DEVICE:
            return Space(name[1:], *_DEVICE[name])
        spaces = resources.get("/ColorSpace") if resources is not None else None
        found = spaces.get(name) if isinstance(spaces, Dictionary) else None
        return space_of(found, None, depth + 1) if found is not None else UNKNOWN
    if isinstance(value, Array) and len(value):
        return _composed(value, resources, depth)
    return UNKNOWN


def _composed(array: Array, resources: Dictionary | None, depth: int) -> Space:
    kind = str(array[0])
    found = UNKNOWN
    if kind in _DEVICE and kind != "/Pattern":
        found = space_of(Name(kind))
    elif kind == "/ICCBased":
        count = int(array[1].get("/N", 0))
        found = Space(f"ICCBased with {count} channels", _ICC.get(count, "unknown"), count)
    elif kind in {"/Indexed", "/I"}:
        base = space_of(array[1], resources, depth + 1)
        found = Space(f"Indexed {base.name}", base.family, 1, base=base, lookup=_bytes(array[3]))
    elif kind == "/Separation":
        found = Space(f"Separation {str(array[1])[1:]}", "spot", 1, (str(array[1]),))
    elif kind == "/DeviceN":
        plates = tuple(str(name) for name in array[1].as_list())
        found = Space("DeviceN", "spot", len(plates), plates)
    elif kind == "/Pattern":
        below = space_of(array[1], resources, depth + 1) if len(array) > 1 else None
        found = Space("Pattern", "pattern", below.components if below else 0, base=below)
    return found


def _bytes(value: Object) -> bytes:
    return value.read_bytes() if isinstance(value, Stream) else bytes(value)


def paint_of(space: Space, components: Sequence[float]) -> Paint:
    """What a colour puts on the plates; nothing where it cannot be told."""
    if space.lookup and space.base and components:
        at = int(components[0]) * space.base.components
        colour = [byte / 255 for byte in space.lookup[at : at + space.base.components]]
        return paint_of(space.base, colour)._replace(name=space.name)
    plates = NO_INK
    if space.family == "spot":
        plates = _spot(space.plates, components)
    elif space.family == "gray" and len(components) == 1:
        plates = (0.0, 0.0, 0.0, _share(1 - components[0]), 0.0)
    elif space.family == "cmyk" and len(components) == 4:
        cyan, magenta, yellow, black = map(_share, components)
        plates = (cyan, magenta, yellow, black, 0.0)
    return Paint(space.name, space.family, plates, space.direct or space.family == "spot")


def _share(value: float) -> float:
    return min(1.0, max(0.0, value))


def _spot(names: Sequence[str], tints: Sequence[float]) -> Plates:
    plates = dict.fromkeys(_PLATES, 0.0)
    spots = 0.0
    for name, tint in zip(names, map(_share, tints), strict=False):
        if name == "/All":
            plates = {plate: max(held, tint) for plate, held in plates.items()}
        elif name in plates:
            plates[name] = tint
        elif name != "/None":
            spots += tint
    cyan, magenta, yellow, black = plates.values()
    return (cyan, magenta, yellow, black, spots)


def heaviest(paints: Sequence[Paint]) -> Paint:
    """The one that says most of several: RGB before inks, then the most ink; white where there is none."""
    ranked = sorted(paints, key=lambda paint: (paint.family == "rgb", paint.total))
    return ranked[-1] if ranked else Paint("Pattern", "pattern", NO_INK)
