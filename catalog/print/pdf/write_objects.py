"""Objects of a PDF in ReportLab's document model, written as bytes.

Owns numbering and the compression of streams. Refuses to know what the objects mean.
"""

from __future__ import annotations

import zlib

from reportlab.pdfbase import pdfdoc


class Syntax(pdfdoc.PDFObject):
    """An object that is its bytes already."""

    __RefOnly__ = 1

    def __init__(self, content: bytes) -> None:
        self.content = content

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        """The bytes; ReportLab asks for them."""
        del document
        return self.content


class _NoOutlines:
    """In place of ReportLab's own bookmarks, which it would write over ours at the end."""

    ready = 0

    def prepare(self, document: pdfdoc.PDFDocument, canvas: object) -> None:
        """Nothing is to be done."""


class Objects:
    """The objects of one file. References are bytes such as `12 0 R`, to be put into other objects."""

    def __init__(self) -> None:
        self.document = pdfdoc.PDFDocument(invariant=1, compression=0)
        vars(self.document)["Outlines"] = _NoOutlines()
        vars(vars(self.document)["Catalog"])["Outlines"] = None
        self._reserved: dict[bytes, Syntax] = {}

    def add(self, content: bytes) -> bytes:
        """Add an object; its reference."""
        return self.fill(self.reserve(), content)

    def stream(self, entries: bytes, content: bytes) -> bytes:
        """Add a stream, compressed here, with more entries for its dictionary; its reference."""
        return self.add(stream(b"/Filter /FlateDecode " + entries, zlib.compress(content, 6)))

    def reserve(self) -> bytes:
        """A reference for an object that is filled later."""
        reserved = Syntax(b"null")
        reference: pdfdoc.PDFObjectReference = self.document.Reference(reserved)  # type: ignore[no-untyped-call]
        number = bytes(reference.format(self.document))
        self._reserved[number] = reserved
        return number

    def page(self, page: pdfdoc.PDFPage) -> bytes:
        """Add a page behind the others; its reference."""
        name = self.document.thisPageName()
        self.document.addPage(page)
        return b"%d 0 R" % self.document.idToObjectNumberAndVersion[name][0]

    def set_root(self, name: str, reference: bytes) -> None:
        """Let the file's root name an object that was added, by an attribute that ReportLab knows."""
        root: object = vars(self.document)["Catalog"]
        vars(root)[name] = self._reserved[reference]

    def fill(self, reference: bytes, content: bytes) -> bytes:
        """Give a reserved object its content; the reference again."""
        self._reserved[reference].content = content
        return reference


def stream(entries: bytes, content: bytes) -> bytes:
    """A stream object; `entries` are those of its dictionary besides the length."""
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (entries, len(content), content)


def text_string(text: str) -> bytes:
    """A text as a PDF string, in ASCII where it can be."""
    if text.isascii() and text.isprintable():
        return b"(%s)" % text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").encode()
    return b"<FEFF%s>" % text.encode("utf-16-be").hex().upper().encode()
