"""What content streams share in one file: fonts, pictures, forms.

Owns reading each of them once, however many pages show it. Refuses operators (`walk`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from pikepdf import Dictionary, Object

from catalog.print.preflight.reading.fonts import NO_FONT, Font, font_of
from catalog.print.preflight.reading.images import Raster, raster_of
from catalog.print.preflight.reading.inks import Space, space_of

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from catalog.print.preflight.reading.marks import Drawing

_Value = TypeVar("_Value")


class Library:
    """The registers of one file. An object that the file does not number is read anew each time."""

    def __init__(self) -> None:
        self.forms: dict[Hashable, Drawing] = {}
        self.active: list[Hashable] = []
        self._fonts: dict[Hashable, Font] = {}
        self._rasters: dict[Hashable, Raster] = {}

    def font(self, found: Object | None) -> Font:
        """The font of a dictionary."""
        if not isinstance(found, Dictionary):
            return NO_FONT
        return _kept(self._fonts, found, lambda: font_of(found))

    def raster(self, picture: Object, resources: Dictionary | None) -> Raster:
        """The picture of an image XObject."""
        return _kept(self._rasters, picture, lambda: raster_of(picture, resources))


class Resources:
    """The resources of one content stream by kind and name, each looked up once."""

    def __init__(self, resources: Object | None, library: Library) -> None:
        self.objects = resources if isinstance(resources, Dictionary) else None
        self.library = library
        self._fonts: dict[str, Font] = {}
        self._spaces: dict[str, Space] = {}
        self._found: dict[tuple[str, str], Object | None] = {}

    def find(self, kind: str, name: str) -> Object | None:
        """A resource such as `("/XObject", "/P1")`."""
        key = kind, name
        if key not in self._found:
            held = self.objects.get(kind) if self.objects is not None else None
            self._found[key] = held.get(name) if isinstance(held, Dictionary) else None
        return self._found[key]

    def font(self, name: str) -> Font:
        """A font by its name here."""
        found = self._fonts.get(name)
        if found is None:
            found = self._fonts[name] = self.library.font(self.find("/Font", name))
        return found

    def space(self, name: str) -> Space:
        """A colour space by its name here, or one that every file knows."""
        found = self._spaces.get(name)
        if found is None:
            found = self._spaces[name] = space_of(name, self.objects)
        return found


def _kept(register: dict[Hashable, _Value], found: Object, read: Callable[[], _Value]) -> _Value:
    number = found.objgen
    if number == (0, 0):
        return read()
    if number not in register:
        register[number] = read()
    return register[number]


def dictionary(held: Object | None) -> Dictionary:
    """A dictionary, or an empty one where there is none."""
    return held if isinstance(held, Dictionary) else Dictionary()
