"""How much a drawing grows when its references are followed.

Owns the count of elements after `use`, their depth, and the work that patterns, masks, clips and markers add on top.
Each part that is referred to is measured once, so ten nested levels of ten uses cost twenty steps, not ten billion.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final, NamedTuple

from catalog.pictures.flaws import Flaw, span_at
from catalog.pictures.svg import DEEPEST, MOST_ELEMENTS
from catalog.pictures.svg_allowed import EXPANDED, REFERRING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.pictures.svg_tree import Drawing

MOST_WORK: Final = 100_000
_SIMPLIFY: Final = "draw the parts once and in place, or merge them into paths"


class Size(NamedTuple):
    """Elements after `use`, levels below the part's own, and elements drawn for patterns, masks and the like too."""

    elements: int
    levels: int
    work: int


class _Link(NamedTuple):
    """A reference of an element: `times` is how often its target is drawn, and `use` whether it counts as nesting."""

    element: int
    target: int
    use: bool
    times: int = 1


class _TangledError(Exception):
    """The references of the element `index` lead back to themselves, or too far."""

    def __init__(self, index: int, what: str) -> None:
        super().__init__(what)
        self.index = index


def expand(drawing: Drawing, content: bytes) -> tuple[Size, Flaw | None]:
    """The size of a whole drawing that was read to its end, and what is wrong with it."""
    if not (drawing.uses or drawing.calling or drawing.sheets):
        return _plain(drawing), None  # Reading has counted its elements and levels.
    links = sorted(_links(drawing))
    try:
        size = _Measuring(drawing, links).size(0, 0) if links else _plain(drawing)
    except _TangledError as tangled:
        flaw = _flaw(drawing, content, tangled.index, str(tangled))
        return _plain(drawing), flaw
    what = ""
    if size.elements > MOST_ELEMENTS:
        what = f"grows to {_number(size.elements)} elements by <use>, more than {MOST_ELEMENTS:,}"
    elif size.levels >= DEEPEST:
        what = f"nests its elements {size.levels + 1} deep by <use>, more than {DEEPEST}"
    elif size.work > MOST_WORK:
        what = f"makes a reader draw {_number(size.work)} elements by patterns, masks, clips or markers"
    return size, _flaw(drawing, content, min(drawing.uses, default=0), what) if what else None


def _plain(drawing: Drawing) -> Size:
    return Size(len(drawing.names), max(drawing.depths) - 1, len(drawing.names))


def _flaw(drawing: Drawing, content: bytes, index: int, what: str) -> Flaw:
    at = drawing.uses.get(index)
    span = span_at(content, content.find(b"<svg") if at is None else at, 4)
    return Flaw("APS532", f"the drawing {what}", _SIMPLIFY, span=span)


def _number(count: int) -> str:
    return f"{count:,}" if count < 10**9 else "over a billion"


def _links(drawing: Drawing) -> Iterator[_Link]:
    for index in drawing.uses:
        if (target := drawing.target(index)) is not None:
            yield _Link(index, target, use=True)
    sheets_refer = any("url(" in sheet.lower() for sheet in drawing.sheets)
    for index in range(len(drawing.names)) if sheets_refer else dict.fromkeys(drawing.calling):
        stated = drawing.stated(index)
        for name in REFERRING:
            if name not in stated or (target := drawing.referred(stated[name])) is None:
                continue
            if drawing.names[target] in EXPANDED:
                attributes = drawing.attributes[index]
                corners = len(attributes.get("d", "")) + len(attributes.get("points", ""))
                times = 1 + corners // 4 if name.startswith("marker") else 1
                yield _Link(index, target, use=False, times=times)


class _Measuring:
    """Sizes of parts, each worked out once."""

    def __init__(self, drawing: Drawing, links: list[_Link]) -> None:
        self.drawing = drawing
        self.links = links
        self.starts = [link.element for link in links]
        self.known: dict[int, Size] = {}
        self.open: set[int] = set()

    def size(self, part: int, hops: int) -> Size:
        """The size of the part that starts at an element; `hops` references lead here."""
        if part in self.known:
            return self.known[part]
        self.open.add(part)
        depths, end = self.drawing.depths, self.drawing.ends[part]
        elements = work = end - part
        levels = max(depths[part:end]) - depths[part]
        for link in self.links[bisect_left(self.starts, part) : bisect_left(self.starts, end)]:
            if link.target in self.open:
                raise _TangledError(link.element, "refers to a part from inside that part")
            if hops >= DEEPEST:
                raise _TangledError(link.element, f"chains over {DEEPEST} references")
            target = self.size(link.target, hops + 1)
            work += target.work * link.times
            if link.use:
                elements += target.elements
                levels = max(levels, depths[link.element] - depths[part] + 1 + target.levels)
        self.open.remove(part)
        self.known[part] = Size(elements, levels, work)
        return self.known[part]
