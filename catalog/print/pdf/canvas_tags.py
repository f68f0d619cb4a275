"""The parts of a page's text, for readers that speak or reflow it.

Owns which part each mark of a page belongs to, and the marked content around it (ISO 32000-1, 14.6 to 14.8). What
belongs to no part is an artifact. Refuses to know the whole book: the tree is built from the pages (`write_tags`).
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

Role = Literal[
    "Sect", "Art", "Div", "H1", "H2", "H3", "H4", "P", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "Figure",
    "Caption", "TOC", "TOCI", "Index", "Note", "Link",
]  # fmt: skip
"""Parts of a text as PDF names them (ISO 32000-1, 14.8.4)."""


@dataclass(slots=True)
class Element:
    """A part of a page: its parent's place in the page's list, and the numbers of its marked content.

    `alt` is said in its place, `lang` is BCP 47 where it is not the book's. `links` are places in the page's links,
    `box` is where a figure stands: left, bottom, right and top in the PDF's own coordinates.
    """

    role: Role
    parent: int | None
    alt: str = ""
    lang: str = ""
    marks: list[int] = field(default_factory=list)
    links: list[int] = field(default_factory=list)
    box: tuple[float, float, float, float] | None = None


class Tags:
    """The parts of one page while it is drawn. Marks are opened when something is drawn, never for nothing."""

    def __init__(self, operators: list[bytes]) -> None:
        self.elements: list[Element] = []
        self._operators = operators
        self._stack: list[int | None] = [None]
        self._shown: int | None = -1  # The element of the open mark, `None` for an artifact, -1 for no mark.
        self._marks = 0

    @property
    def innermost(self) -> int | None:
        """The place of the element that is being drawn; `None` for an artifact."""
        return self._stack[-1]

    def begin(self) -> None:
        """Something is about to be drawn: open the mark that it belongs to, unless it is open."""
        wanted = self._stack[-1]
        if self._shown == wanted:
            return
        self.end()
        if wanted is None:
            self._operators.append(b"/Artifact BMC")
        else:
            element = self.elements[wanted]
            self._operators.append(b"/%s <</MCID %d>> BDC" % (element.role.encode(), self._marks))
            element.marks.append(self._marks)
            self._marks += 1
        self._shown = wanted

    def end(self) -> None:
        """Close the open mark, since marks never reach over a change of the graphics state."""
        if self._shown != -1:
            self._operators.append(b"EMC")
            self._shown = -1

    @contextmanager
    def inside(self, element: Element | None) -> Iterator[None]:
        """Everything drawn in the block belongs to the element; its parent is set here."""
        place = None
        if element is not None:
            element.parent = next((one for one in reversed(self._stack) if one is not None), None)
            place = len(self.elements)
            self.elements.append(element)
        self._stack.append(place)
        try:
            yield
        finally:
            self._stack.pop()

    def add_link(self, number: int, said: str) -> None:
        """A link of the page belongs to the element that is being drawn."""
        parent = next((one for one in reversed(self._stack) if one is not None), None)
        self.elements.append(Element("Link", parent, alt=said, links=[number]))
