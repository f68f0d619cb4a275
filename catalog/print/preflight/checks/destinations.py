"""Check of bookmarks and links inside the file: each leads to a page that is there.

Owns the ways in which a PDF names a place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from catalog.print.preflight.finding import error
from catalog.print.preflight.reading.library import dictionary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pikepdf import Object

    from catalog.print.preflight.finding import Finding
    from catalog.print.preflight.subject import Subject

_DEPTH = 32


class _Places:
    """The named places of a file, and its pages by object."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pages = {page.obj.objgen for page in pdf.pages}
        self._named: dict[str, Object] = {}
        old = pdf.Root.get("/Dests")
        if isinstance(old, Dictionary):
            self._named.update({name[1:]: place for name, place in old.items()})
        tree = dictionary(pdf.Root.get("/Names")).get("/Dests")
        if isinstance(tree, Dictionary):
            self._read(tree, 0)

    def _read(self, node: Dictionary, depth: int) -> None:
        if depth > _DEPTH:
            return
        names = node.get("/Names")
        held = list(names.as_list()) if isinstance(names, Array) else []
        self._named.update({str(name): place for name, place in zip(held[::2], held[1::2], strict=False)})
        kids = node.get("/Kids")
        for kid in kids.as_list() if isinstance(kids, Array) else ():
            if isinstance(kid, Dictionary):
                self._read(kid, depth + 1)

    @property
    def dangling(self) -> Iterator[str]:
        """Names whose place is no page of the file."""
        return (name for name, place in self._named.items() if not self._on_page(place))

    def fault(self, target: Object) -> str:
        """What is wrong with a destination; empty where it resolves."""
        if isinstance(target, String | Name):
            name = str(target)[1:] if isinstance(target, Name) else str(target)
            if name not in self._named:
                return f"the place {name!r}, which nothing names"
            target = self._named[name]
        return "" if self._on_page(target) else "a page that is not in the file"

    def _on_page(self, place: Object) -> bool:
        array = place.get("/D") if isinstance(place, Dictionary) else place
        if not isinstance(array, Array) or not len(array):
            return False
        page = array[0]
        return isinstance(page, Dictionary) and page.objgen in self._pages


def destinations_resolve(subject: Subject) -> Iterator[Finding]:
    """Bookmarks, links inside the book and named places lead to pages of the file.

    Pages that were taken out or put together from several files leave bookmarks that do nothing. Write the outline
    and the names after the last page.
    """
    places = _Places(subject.pdf)
    outlines = subject.pdf.Root.get("/Outlines")
    for mark in _bookmarks(dictionary(outlines)):
        fault = _fault(mark, places)
        if fault:
            yield error(
                "destination",
                f"the bookmark {str(mark.get('/Title', ''))!r} leads to {fault}",
                "let it lead to a page, or remove it",
            )
    for sheet in subject.sheets:
        annotations = sheet.page.get("/Annots")
        for link in annotations.as_list() if isinstance(annotations, Array) else ():
            fault = _fault(link, places) if isinstance(link, Dictionary) else ""
            if fault:
                yield error(
                    "destination",
                    f"a link leads to {fault}",
                    "let it lead to a page, or remove it",
                    page=sheet.number,
                )
    for name in places.dangling:
        yield error(
            "destination", f"the name {name!r} is of no page in the file", "name a page, or remove the name"
        )


def _bookmarks(outlines: Dictionary) -> Iterator[Dictionary]:
    """Every bookmark once, however they are chained."""
    waiting, seen = [outlines.get("/First")], set()
    while waiting:
        mark = waiting.pop()
        if not isinstance(mark, Dictionary) or mark.objgen in seen:
            continue
        if mark.objgen != (0, 0):
            seen.add(mark.objgen)
        yield mark
        waiting += [mark.get("/Next"), mark.get("/First")]


def _fault(holder: Dictionary, places: _Places) -> str:
    target = holder.get("/Dest")
    action = holder.get("/A")
    if target is None and isinstance(action, Dictionary) and action.get("/S") == Name.GoTo:
        target = action.get("/D")
    return "" if target is None else places.fault(target)
