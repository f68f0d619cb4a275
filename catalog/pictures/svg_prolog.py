"""What stands in a drawing besides its elements: declaration, document type, entities, instructions, broken markup.

Owns the refusal of everything that could make a parser read another file or grow a text. Refuses to go on after a
document type with declarations of its own.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Final
from xml.parsers import expat

from catalog.pictures.flaws import span_at
from catalog.pictures.ledger import Ledger, short

if TYPE_CHECKING:
    from pyexpat import XMLParserType

_UNICODE: Final = frozenset({"utf-8", "utf8", "us-ascii", "ascii"})
_LIKE_ASCII: Final = re.compile(r"(?i)(iso-?8859-?\d+|latin-?\d|windows-125\d|cp125\d)")
HANDLERS: Final = (
    "StartElementHandler",
    "EndElementHandler",
    "CharacterDataHandler",
    "XmlDeclHandler",
    "StartDoctypeDeclHandler",
    "SkippedEntityHandler",
    "ProcessingInstructionHandler",
)
"""All that are ever set."""


class StopReadingError(Exception):
    """Nothing after this place is read; why stands in the ledger."""


class Prolog:
    """Sets the handlers of one parser."""

    def __init__(self, content: bytes, parser: XMLParserType, ledger: Ledger) -> None:
        self._content = content
        self._parser = parser
        self._ledger = ledger
        parser.XmlDeclHandler = self._declaration
        parser.StartDoctypeDeclHandler = self._doctype
        parser.SkippedEntityHandler = self._entity
        parser.ProcessingInstructionHandler = self._instruction

    def _declaration(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding is None or encoding.lower() in _UNICODE:
            return
        if not (_LIKE_ASCII.fullmatch(encoding) and self._content.isascii()):
            message = f'the drawing says that it is written in "{short(encoding)}"'
            self._ledger.flaw("APS521", message, "save it as UTF-8")

    def _doctype(self, name: str, _system: str | None, _public: str | None, internal: int) -> None:
        at = self._content.rfind(b"<!DOCTYPE", 0, self._parser.CurrentByteIndex + 9)
        where = functools.partial(span_at, self._content, at, len("<!DOCTYPE"))
        if internal:
            message = "the drawing declares entities or other things in a DOCTYPE; the rest was not read"
            remedy = "remove the DOCTYPE, and write in place what its entities stand for"
            self._ledger.flaw("APS522", message, remedy, where)
            raise StopReadingError
        message = f"the drawing starts with a DOCTYPE ({short(name)}), which names a file on another machine"
        self._ledger.flaw("APS522", message, "remove it; no reader needs it", where)

    def _entity(self, name: str, _parameter: bool) -> None:  # noqa: FBT001 - expat's own signature
        message = f"the drawing uses the entity &{short(name)};"
        self._ledger.flaw("APS522", message, "write in place what it stands for")

    def _instruction(self, target: str, _text: str) -> None:
        if target.lower() == "xml-stylesheet":
            message = "the drawing loads a style sheet by <?xml-stylesheet?>"
            self._ledger.flaw("APS524", message, "put its rules into a <style> inside the file")
        else:
            self._ledger.mark(f"<?{short(target)}?>")

    def broken(self, error: expat.ExpatError, *, begun: bool) -> None:
        """Report that the parser gave up, in words that say more than its own."""
        try:
            self._content.decode()
        except UnicodeDecodeError as wrong:
            message = f"byte {self._content[wrong.start]:#04x} is not UTF-8; the rest was not read"
            where = functools.partial(span_at, self._content, wrong.start)
            self._ledger.flaw("APS521", message, "save the drawing as UTF-8", where)
            return
        said = expat.errors.messages.get(error.code, "not well-formed")
        if said == expat.errors.XML_ERROR_NO_ELEMENTS and begun:
            said = "the file ends before </svg>, so it was cut short"
        message = f"the drawing is not well-formed XML: {said}; the rest was not read"
        where = functools.partial(span_at, self._content, self._parser.ErrorByteIndex)
        self._ledger.flaw("APS520", message, "export it again; a browser shows where it breaks", where)
