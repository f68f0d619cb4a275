"""Taking the marks of editors, metadata and a plain document type out of a drawing.

Owns the cuts: elements and attributes of editors' namespaces, their declarations, `<metadata>`, instructions other than
style sheets, and a DOCTYPE without declarations of its own. Every other byte stays. Refuses a drawing that is not read
to its end (broken, hostile, too large), and any cut after which the rest would not be the same.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from xml.parsers import expat

from catalog.pictures import LARGEST_LOGO
from catalog.pictures.svg import read_svg
from catalog.pictures.svg_allowed import SVG_NAMESPACE, editor_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_TAG: Final = re.compile(rb"""</?[^\s/>]+(?:[^>"']|"[^"]*"|'[^']*')*>""")
_ATTRIBUTE: Final = re.compile(rb"""\s+([^\s=/>]+)\s*=\s*(?:"[^"]*"|'[^']*')""")
_DOCTYPE: Final = re.compile(rb"""<!DOCTYPE(?:[^>"'\[]|"[^"]*"|'[^']*')*>""")
_METADATA: Final = f"{SVG_NAMESPACE} metadata"


def cleaned(content: bytes) -> bytes:
    """The drawing without what only its editor wanted; the same bytes where nothing can safely be done."""
    if len(content) > LARGEST_LOGO or not read_svg(content).complete:
        return content
    cuts = _Cuts(content)
    cuts.parser.Parse(content, True)  # noqa: FBT003 - expat's own signature
    left = _without(content, cuts.found)
    if left == content or not read_svg(left).complete or list(_shown(left)) != list(_shown(content)):
        return content
    return left


class _Cuts:
    """The stretches to cut, found in one pass. `skipped` is the depth inside an element that goes as a whole."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.found: list[tuple[int, int]] = []
        self.skipped = 0
        self.begun = 0
        self.scopes: dict[str, list[str]] = {}
        self.declared: list[str] = []
        self.parser = parser = expat.ParserCreate("utf-8", " ")
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.StartNamespaceDeclHandler = self.declare
        parser.EndNamespaceDeclHandler = lambda prefix: self.scopes[prefix or ""].pop()
        parser.StartDoctypeDeclHandler = self.doctype
        parser.ProcessingInstructionHandler = self.instruction

    def declare(self, prefix: str | None, uri: str | None) -> None:
        self.scopes.setdefault(prefix or "", []).append(uri or "")
        self.declared.append(prefix or "")

    def start(self, name: str, _attributes: dict[str, str]) -> None:
        at = self.parser.CurrentByteIndex
        if self.skipped:
            self.skipped += 1
        elif name == _METADATA or editor_of(name.rpartition(" ")[0]):
            self.skipped, self.begun = 1, at
        else:
            self.attributes(at)
        self.declared.clear()

    def attributes(self, at: int) -> None:
        """Cut the attributes of editors, and the declarations of their namespaces, from a tag that stays."""
        tag = _TAG.match(self.content, at)
        for match in _ATTRIBUTE.finditer(self.content, at, tag.end()) if tag else ():
            prefix, colon, local = match[1].decode("utf-8", "replace").partition(":")
            if prefix == "xmlns" and colon:
                prefix = local
            elif not colon:
                continue
            if editor_of((self.scopes.get(prefix) or [""])[-1]):
                self.found.append(match.span())

    def end(self, _name: str) -> None:
        if not self.skipped:
            return
        self.skipped -= 1
        if not self.skipped:
            at = self.parser.CurrentByteIndex
            tag = _TAG.match(self.content, at)
            self.found.append(self.line(self.begun, tag.end() if tag else at))

    def doctype(self, _name: str, _system: str | None, _public: str | None, _internal: int) -> None:
        at = self.content.rfind(b"<!DOCTYPE", 0, self.parser.CurrentByteIndex + 9)
        if at >= 0 and (match := _DOCTYPE.match(self.content, at)):
            self.found.append(self.line(*match.span()))

    def instruction(self, target: str, _text: str) -> None:
        at = self.parser.CurrentByteIndex
        end = self.content.find(b"?>", at) + 2
        if not self.skipped and target.lower() != "xml-stylesheet" and end > at:
            self.found.append(self.line(at, end))

    def line(self, start: int, end: int) -> tuple[int, int]:
        """The stretch with its indentation and line end, where nothing else stands in its lines."""
        before = self.content.rfind(b"\n", 0, start) + 1
        after = self.content.find(b"\n", end)
        after = len(self.content) if after < 0 else after + 1
        alone = not self.content[before:start].strip() and not self.content[end:after].strip()
        return (before, after) if alone else (start, end)


def _without(content: bytes, cuts: list[tuple[int, int]]) -> bytes:
    left, at = [], 0
    for start, end in sorted(cuts):
        left.append(content[at : max(at, start)])
        at = max(at, end)
    return b"".join([*left, content[at:]])


def _shown(content: bytes) -> Iterator[object]:
    """What a reader may draw: elements in order with their attributes, and texts, editors' aside."""
    events: list[object] = []
    skipped = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal skipped
        if skipped or name == _METADATA or editor_of(name.rpartition(" ")[0]):
            skipped += 1
            return
        kept = {key: value for key, value in attributes.items() if not editor_of(key.rpartition(" ")[0])}
        events.append((name, kept))

    def end(name: str) -> None:
        nonlocal skipped
        if skipped:
            skipped -= 1
        else:
            events.append(name)

    def text(piece: str) -> None:
        if not skipped and piece.strip():
            events.append(("", piece))

    parser = expat.ParserCreate("utf-8", " ")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = text
    parser.Parse(content, True)  # noqa: FBT003 - expat's own signature
    return iter(events)
