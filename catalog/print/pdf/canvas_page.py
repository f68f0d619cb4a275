"""The values around a drawn page: boxes, links, destinations, the page itself.

Owns their shapes. Refuses to draw (`canvas`) and to write (`write`). Lengths are points; positions count from the
top left of the trim, downwards.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from catalog.print.pdf.color import BLACK

if TYPE_CHECKING:
    from catalog.print.pdf.canvas_tags import Element
    from catalog.print.pdf.color import Ink

_LEVEL = 5


class Box(NamedTuple):
    """A rectangle: left, top, width, height."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Bottom edge."""
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line's width in points, its ink, and the dashes (lengths on and off; empty is solid)."""

    width: float
    ink: Ink = BLACK
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """Trim size, bleed around it, and the margin of the media box around the trim (0 on screen: trim = media)."""

    width: float
    height: float
    bleed: float = 0.0
    margin: float = 0.0


@dataclass(frozen=True, slots=True)
class Link:
    """A rectangle that leads to an address (`uri`) or to a named destination of the book (`destination`)."""

    box: Box
    uri: str | None = None
    destination: str | None = None


@dataclass(frozen=True, slots=True)
class Destination:
    """A named place of the page; `y` is its top."""

    name: str
    y: float


@dataclass(frozen=True, slots=True)
class Page:
    """A drawn page. `content` is the uncompressed content stream; the names are keys of the resources.

    `elements` are the parts of its text, `states` tells whether it says what prints over what. Of a page that has been
    compressed, `packed` is the content stream as the PDF holds it, and `content` is empty.
    """

    sheet: Sheet
    content: bytes
    fonts: tuple[str, ...]
    pictures: tuple[str, ...]
    links: tuple[Link, ...]
    destinations: tuple[Destination, ...]
    elements: tuple[Element, ...] = ()
    states: bool = False
    packed: bytes = b""

    def compressed(self) -> Page:
        """The page with its content compressed; the next level takes a quarter longer and saves a fiftieth."""
        return replace(self, content=b"", packed=zlib.compress(self.content, _LEVEL))
