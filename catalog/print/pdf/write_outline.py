"""The bookmarks of a book as PDF objects (ISO 32000-1, 12.3.3).

Owns their tree. Refuses to choose them (`draw`). They are written here and not by the last pass, since a book of
thousands of entries has thousands of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.print.pdf.write_objects import text_string

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from catalog.print.pdf.write_document import Bookmark
    from catalog.print.pdf.write_objects import Objects


def add_outline(objects: Objects, bookmarks: Sequence[Bookmark], destinations: Container[str]) -> None:
    """Give the file its bookmarks, and let viewers show them.

    Raises:
        KeyError: a bookmark leads to a destination that no page names.
    """
    if not bookmarks:
        return
    root = objects.reserve()
    first, last, shown = _add(objects, bookmarks, root, destinations)
    objects.fill(root, b"<< /Type /Outlines /First %s /Last %s /Count %d >>" % (first, last, shown))
    objects.set_root("Outlines", root)
    objects.set_root("PageMode", objects.add(b"/UseOutlines"))


def _add(
    objects: Objects, bookmarks: Sequence[Bookmark], parent: bytes, destinations: Container[str]
) -> tuple[bytes, bytes, int]:
    """Add the lines of one level; the first, the last, and how many lines show while the level is open."""
    references = [objects.reserve() for _ in bookmarks]
    shown = len(bookmarks)
    for place, (reference, bookmark) in enumerate(zip(references, bookmarks, strict=True)):
        if bookmark.destination not in destinations:
            told = f"the bookmark {bookmark.title!r} leads to {bookmark.destination!r}, which no page names"
            raise KeyError(told)
        parts = [
            b"<< /Title %s /Parent %s /Dest %s"
            % (text_string(bookmark.title), parent, text_string(bookmark.destination))
        ]
        if place:
            parts.append(b"/Prev %s" % references[place - 1])
        if place + 1 < len(references):
            parts.append(b"/Next %s" % references[place + 1])
        if bookmark.children:
            first, last, below = _add(objects, bookmark.children, reference, destinations)
            shown += below if bookmark.opened else 0
            count = below if bookmark.opened else -below
            parts.append(b"/First %s /Last %s /Count %d" % (first, last, count))
        objects.fill(reference, b" ".join(parts) + b" >>")
    return references[0], references[-1], shown
