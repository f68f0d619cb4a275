"""The tree of a book's text: every part of every page in the order of reading (ISO 32000-1, 14.7).

Owns the structure elements and the way back from marked content and links to them. Refuses to decide what is a part
(`canvas_tags`). A part that shows nothing is left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from catalog.print.pdf.write_objects import text_string

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.print.pdf.canvas_page import Page
    from catalog.print.pdf.canvas_tags import Element
    from catalog.print.pdf.write_objects import Objects


class TaggedPage(NamedTuple):
    """A page's parts, its own reference, those of its links, and the keys of both in the tree's way back."""

    page: Page
    reference: bytes
    links: Sequence[bytes]
    key: int
    link_keys: Sequence[int]


def add_structure(objects: Objects, pages: Sequence[TaggedPage], language: str) -> None:
    """Give the file its tree."""
    root, document = objects.reserve(), objects.reserve()
    top: list[bytes] = []
    back: dict[int, bytes] = {}
    for tagged in pages:
        top += _add_page(objects, tagged, document, back)
    objects.fill(
        document,
        b"<< /Type /StructElem /S /Document /P %s /Lang %s /K [%s] >>"
        % (root, text_string(language), b" ".join(top)),
    )
    numbers = b" ".join(b"%d %s" % (key, back[key]) for key in sorted(back))
    parents = objects.add(b"<< /Nums [%s] >>" % numbers)
    objects.fill(
        root,
        b"<< /Type /StructTreeRoot /K %s /ParentTree %s /ParentTreeNextKey %d >>"
        % (document, parents, max(back, default=-1) + 1),
    )
    objects.set_root("StructTreeRoot", root)
    objects.set_root("MarkInfo", objects.add(b"<< /Marked true >>"))


def _add_page(objects: Objects, tagged: TaggedPage, document: bytes, back: dict[int, bytes]) -> list[bytes]:
    """Add a page's elements; the result are those that stand right below the document."""
    elements = tagged.page.elements
    shown = _shown(elements)
    references = {place: objects.reserve() for place, is_shown in enumerate(shown) if is_shown}
    children: dict[int | None, list[bytes]] = {}
    for place, reference in references.items():
        children.setdefault(elements[place].parent, []).append(reference)
    marked: dict[int, bytes] = {}
    for place, reference in references.items():
        element = elements[place]
        parent = document if element.parent is None else references[element.parent]
        kids = [*(b"%d" % mark for mark in element.marks), *children.get(place, ())]
        for number in element.links:
            kids.append(b"<< /Type /OBJR /Obj %s /Pg %s >>" % (tagged.links[number], tagged.reference))
            back[tagged.link_keys[number]] = reference
        marked |= dict.fromkeys(element.marks, reference)
        objects.fill(reference, _syntax(element, parent, tagged.reference, kids))
    back[tagged.key] = b"[%s]" % b" ".join(marked[mark] for mark in sorted(marked))
    return children.get(None, [])


def _shown(elements: Sequence[Element]) -> list[bool]:
    """Which elements have marks or links, themselves or below them."""
    shown = [bool(element.marks or element.links) for element in elements]
    for place in range(len(elements) - 1, -1, -1):
        parent = elements[place].parent
        if shown[place] and parent is not None:
            shown[parent] = True
    return shown


def _syntax(element: Element, parent: bytes, page: bytes, kids: Sequence[bytes]) -> bytes:
    held = kids[0] if len(kids) == 1 else b"[%s]" % b" ".join(kids)
    parts = [b"<< /Type /StructElem /S /%s /P %s /Pg %s /K %s" % (element.role.encode(), parent, page, held)]
    if element.alt:
        parts.append(b"/Alt %s" % text_string(element.alt))
    if element.lang:
        parts.append(b"/Lang %s" % text_string(element.lang))
    if element.box:
        parts.append(b"/A << /O /Layout /BBox [%.2f %.2f %.2f %.2f] >>" % element.box)
    elif element.role == "TH":
        parts.append(b"/A << /O /Table /Scope /Column >>")
    return b" ".join(parts) + b" >>"
