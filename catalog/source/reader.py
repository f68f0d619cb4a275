"""The strict reader: libyaml's events to a tree.

Owns families APS1xx. Each fault says what stands there and how to mend it. A syntax error hides the rest of its own
file only, and the help says so.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

import yaml

from catalog.source.advice import HIDES_REST, advise
from catalog.source.encoding import character_fault, forbidden_characters, to_text
from catalog.source.plain_yaml import plain_content
from catalog.source.tree import Document, Fault, Mapping, Node, Plain, Scalar, Sequence, Span, place_of

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_DEPTH = 12
# A file within the size limit could still hold 100,000 empty lists; no entry comes near this.
MAX_NODES = 20_000
# Of one kind, more than this many faults in one file say nothing new (an alias bomb has thousands).
MOST_OF_A_KIND = 20
_ESCAPE = re.compile(
    r"\\(?:[xuU](?P<digits>(?<=x)[\da-fA-F]{2}|(?<=u)[\da-fA-F]{4}|(?<=U)[\da-fA-F]{8})|(?P<short>.))",
    re.DOTALL,
)
_SHORT_ESCAPES = {
    "0": "\0", "a": "\a", "b": "\b", "e": "\x1b", "f": "\f", "v": "\v", "N": "\x85", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
# The forbidden characters that libyaml stops at, or counts as line ends.
_STOPS_LIBYAML = ("U+00", "U+2028", "U+2029", "U+FFFE", "U+FFFF")
# The style of a key that was refused; no scalar comes with it.
_REFUSED = "?"


def read(data: bytes) -> Document:
    """Read one file. The root is None where a fault leaves nothing to decode; faults stand in reading order."""
    text, faults = to_text(data)
    if faults:
        return Document(text, None, faults)
    if not text.strip():
        return Document(text, None, [_empty()])
    characters = [character_fault(text, at, sign) for at, sign in forbidden_characters(text)]
    if any(sign.message.startswith(_STOPS_LIBYAML) for sign in characters):
        return Document(text, None, characters)
    reader = _Reader(text)
    root = reader.run()
    faults = sorted(characters + reader.faults, key=lambda fault: fault.span)
    return Document(text, None if reader.broken else root, faults)


def read_plain(data: bytes) -> tuple[str, dict[str, Plain]] | None:
    """The text of one file and its content, where that is plain and without fault; else None, for `read` to tell."""
    text, faults = to_text(data)
    forbidden = bool(faults) or any(True for _ in forbidden_characters(text))
    content = None if forbidden else plain_content(text)
    return None if content is None else (text, content)


def plain_values(data: bytes) -> dict[str, object]:
    """The file as plain dicts, lists and texts, for the catalog's own vocabulary files. Faults raise `ValueError`."""
    document = read(data)
    if document.faults or not isinstance(document.root, Mapping):
        raise ValueError(document.faults[0].message if document.faults else "not a mapping")
    return {key: _plain(child) for key, child in document.root.fields.items()}


def _plain(node: Node) -> object:
    if isinstance(node, Scalar):
        return {"true": True, "false": False}.get(node.text, node.text) if node.style is None else node.text
    if isinstance(node, Sequence):
        return [_plain(child) for child in node.children]
    return {key: _plain(child) for key, child in node.fields.items()}


def _empty() -> Fault:
    return Fault(
        "APS008",
        Span.at(1, 1),
        "the file is empty",
        "CONTRIBUTING.md shows the nine required fields; copy them and fill them in",
    )


_ODD_KEYS = ("<<", "")


class _Reader:
    """One pass over the events of one file."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.faults: list[Fault] = []
        self.broken = False
        self.root: Node | None = None
        # The innermost open block, and for each open block the key that waits for its value there.
        self.open: list[Mapping | Sequence] = []
        self.key: Scalar | None = None
        self.keys: list[Scalar | None] = []
        self.nodes = 0
        self.documents = 0

    def run(self) -> Node | None:
        """The tree; `broken` says whether it stops before the end of the file."""
        parser = yaml.CLoader(self.text)
        try:
            self.events(parser)
        except yaml.YAMLError as error:
            self.broken = True
            if not self.faults:
                self.faults.append(advise(self.text, error))
        finally:
            parser.dispose()
        if self.root is None and not self.faults:
            self.faults.append(_empty())
        return self.root

    def events(self, parser: yaml.CLoader) -> None:
        """The hot loop: a file of an entry has some 160 events."""
        next_event, handlers = parser.get_event, _HANDLERS
        while not self.broken:
            event = next_event()
            handler = handlers.get(event.__class__)
            if handler:
                handler(self, event)
            elif event.__class__ is yaml.StreamEndEvent:
                return

    def scalar(self, event: Any) -> None:
        """The hottest of all: the two common cases, a new key and its value in a block, go no further than here."""
        if event.anchor or event.tag:
            self.refuse_marks(event)
        text = event.value
        if not text.isascii():
            text = self.clean(text, event)
        elif event.style == '"' and not text.isprintable():
            self.check_escapes(text, event)
        node = Scalar(text, event.style or None, event.start_mark.index, event.end_mark.index)
        parent = self.open[-1] if self.open else None
        if parent.__class__ is Mapping and self.nodes < MAX_NODES:
            self.nodes += 1
            if self.key is not None:
                self.set_field(parent, self.key, node)
                self.key = None
                return
            if text not in _ODD_KEYS and "\u00a0" not in text:
                self.key = node
                return
        self.put(node)

    def start_mapping(self, event: Any) -> None:
        self.descend(Mapping(event.start_mark.index), event)

    def start_sequence(self, event: Any) -> None:
        self.descend(Sequence(event.start_mark.index), event)

    def end_block(self, event: Any) -> None:
        self.open.pop().end = event.end_mark.index
        self.key = self.keys.pop()

    def alias(self, event: Any) -> None:
        message = f"the alias `*{event.anchor}` is not allowed"
        remedy = "repeat the value that it stands for; a text that starts with * needs quotes"
        self.refuse("APS104", event.start_mark.index, len(event.anchor) + 1, message, remedy)
        self.put(Scalar("", None, event.start_mark.index, event.end_mark.index))

    def start_document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            self.broken = True
            remedy = "keep one entry in one file; remove this line and what follows"
            self.refuse("APS109", event.start_mark.index, 3, "a second document starts here", remedy)

    def clean(self, text: str, event: Any) -> str:
        """NFC, with a look at what escapes brought in."""
        if event.style == '"':
            self.check_escapes(text, event)
        return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)

    def check_escapes(self, text: str, event: Any) -> None:
        """Refuse forbidden characters that came in through escapes; typed ones are found in the file's text."""
        typed = self.text[event.start_mark.index : event.end_mark.index]
        forbidden = {sign for _, sign in forbidden_characters(text)} if "\\" in typed else set()
        for match in _ESCAPE.finditer(typed) if forbidden else ():
            digits = match["digits"]
            sign = chr(int(digits, 16)) if digits else _SHORT_ESCAPES.get(match["short"], "")
            if sign in forbidden:
                place = event.start_mark.index + match.start()
                self.faults.append(character_fault(self.text, place, sign))

    def put(self, node: Node) -> None:
        """Hang a finished node, or one about to be filled, on the innermost open one."""
        self.nodes += 1
        if self.nodes > MAX_NODES:
            self.broken = True
            message = f"the file holds more than {MAX_NODES:,} values"
            self.refuse(
                "APS107",
                node.start,
                1,
                message,
                "an entry has a few hundred; split what is not one application",
            )
        elif not self.open:
            self.root = node
        elif isinstance(parent := self.open[-1], Sequence):
            parent.children.append(node)
        elif self.key is None:
            self.take_key(node)
        else:
            self.set_field(parent, self.key, node)
            self.key = None

    def take_key(self, node: Node) -> None:
        if not isinstance(node, Scalar):
            message = "a list or a block of fields stands where a field name belongs"
            remedy = "write `name: value`; a text that starts with [ or { needs quotes"
            self.refuse("APS110", node.start, 1, message, remedy)
            self.key = Scalar("", _REFUSED, node.start, node.end)
            return
        if node.text == "<<" and node.style is None:
            self.refuse("APS106", node.start, 2, "the merge key `<<` is not allowed", "write the fields out")
            node.style = _REFUSED
        elif "\u00a0" in node.text:
            # As indentation it has torn the line out of its block, and nothing below says what it should.
            self.broken = node.text.startswith("\u00a0")
            message = "a no-break space stands in or before this field name"
            self.refuse("APS117", node.start, len(node.text), message, "type it again with ordinary spaces")
            node.style = _REFUSED
        self.key = node

    def set_field(self, parent: Mapping, key: Scalar, node: Node) -> None:
        if key.style is _REFUSED:
            return  # As a field it would be refused once more.
        text = key.text
        if text in parent.keys:
            first, _ = place_of(self.text, parent.keys[text].start)
            message = f'"{text}" stands here a second time; the first is on line {first}'
            self.refuse("APS103", key.start, len(text), message, "keep one of the two")
            return
        parent.keys[text] = key
        parent.fields[text] = node

    def descend(self, node: Mapping | Sequence, event: Any) -> None:
        if event.anchor or event.tag:
            self.refuse_marks(event)
        self.put(node)
        self.keys.append(self.key)
        self.key = None
        self.open.append(node)
        if len(self.open) > MAX_DEPTH:
            self.broken = True
            message = f"this is nested more than {MAX_DEPTH} levels deep"
            remedy = "no field of an entry goes deeper than five; check the brackets and the indentation"
            self.refuse("APS107", node.start, 1, message, remedy)

    def refuse_marks(self, event: Any) -> None:
        if event.anchor:
            message = f"the anchor `&{event.anchor}` is not allowed"
            remedy = "repeat the value where it is needed; a text that starts with & needs quotes"
            self.refuse("APS104", event.start_mark.index, len(event.anchor) + 1, message, remedy)
        if event.tag:
            message = f"the tag `{event.tag.replace('tag:yaml.org,2002:', '!!')}` is not allowed"
            remedy = "every value is text already; a text that starts with ! needs quotes"
            self.refuse("APS105", event.start_mark.index, 1, message, remedy)

    def refuse(self, code: str, at: int, length: int, message: str, remedy: str) -> None:
        if sum(fault.code == code for fault in self.faults) >= MOST_OF_A_KIND:
            return
        if self.broken:
            remedy += HIDES_REST
        self.faults.append(Fault(code, Span.at(*place_of(self.text, at), max(1, length)), message, remedy))


# Beside the class: bound methods kept in the reader would be a cycle that only the collector could free.
_HANDLERS: dict[type, Callable[[_Reader, Any], None]] = {
    yaml.ScalarEvent: _Reader.scalar,
    yaml.MappingStartEvent: _Reader.start_mapping,
    yaml.SequenceStartEvent: _Reader.start_sequence,
    yaml.MappingEndEvent: _Reader.end_block,
    yaml.SequenceEndEvent: _Reader.end_block,
    yaml.AliasEvent: _Reader.alias,
    yaml.DocumentStartEvent: _Reader.start_document,
}
