"""The strict reader: libyaml's events to a tree.

Owns families APS1xx. Each fault says what stands there and how to mend it. A syntax error hides the rest of its own
file only, and the help says so.
"""

from __future__ import annotations

import unicodedata

import yaml

from catalog.source.advice import HIDES_REST, advise
from catalog.source.encoding import character_fault, forbidden_characters, to_text
from catalog.source.tree import Document, Fault, Mapping, Node, Scalar, Sequence, Span

MAX_DEPTH = 12
# A file within the size limit could still hold 100,000 empty lists; no entry comes near this.
MAX_NODES = 20_000


def read(data: bytes) -> Document:
    """Read one file. The root is None where a fault leaves nothing to decode; faults stand in reading order."""
    text, faults = to_text(data)
    if faults:
        return Document(text, None, faults)
    if not text.strip():
        return Document(text, None, [_empty()])
    reader = _Reader(text)
    characters = [character_fault(text, at, sign) for at, sign in forbidden_characters(text)]
    if any(sign.message.startswith(("U+00", "U+2028", "U+2029")) for sign in characters):
        # libyaml stops at control characters and counts separators as line ends; the character is the fault.
        return Document(text, None, characters)
    root = reader.run()
    faults = sorted(characters + reader.faults, key=lambda fault: fault.span)
    return Document(text, None if reader.broken else root, faults)


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
    return Fault("APS008", Span.at(1, 1), "the file is empty", "start from `python build.py new SLUG`, which writes all nine required fields")


class _Reader:
    """One pass over the events of one file."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.faults: list[Fault] = []
        self.broken = False
        self.root: Node | None = None
        self.open: list[Mapping | Sequence] = []
        self.key: Scalar | None = None
        self.keys: list[Scalar | None] = []
        self.nodes = 0

    def run(self) -> Node | None:
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
        """Hot path: one turn an event, half a million a second; classes are compared, not tested by isinstance."""
        next_event, documents = parser.get_event, 0
        while not self.broken:
            event = next_event()
            kind = event.__class__
            if kind is yaml.ScalarEvent:
                if event.anchor or event.tag:
                    self.refuse_marks(event)
                text = event.value
                if not text.isascii():
                    text = self.clean(text, event)
                self.put(Scalar(text, event.style or None, event.start_mark, event.end_mark))
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                if event.anchor or event.tag:
                    self.refuse_marks(event)
                self.descend(Mapping(event.start_mark) if kind is yaml.MappingStartEvent else Sequence(event.start_mark))
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                node = self.open.pop()
                node.end = event.end_mark
                self.key = self.keys.pop()
            elif kind is yaml.AliasEvent:
                self.refuse_alias(event)
                self.put(Scalar("", None, event.start_mark, event.end_mark))
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self.refuse("APS109", event.start_mark, 3, "a second document starts here", "keep one entry in one file; remove this line and what follows")
                    self.broken = True
            elif kind is yaml.StreamEndEvent:
                return

    def clean(self, text: str, event: yaml.ScalarEvent) -> str:
        """NFC, and faults for characters that came in through escapes (typed ones are found in the file's text)."""
        if event.style == '"' and "\\" in self.text[event.start_mark.index : event.end_mark.index]:
            raw = set(self.text[event.start_mark.index : event.end_mark.index])
            for _, sign in forbidden_characters(text):
                if sign not in raw:
                    self.faults.append(character_fault(self.text, event.start_mark.index, sign))
        return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)

    def put(self, node: Node) -> None:
        """Hang a finished node, or one about to be filled, on the innermost open one."""
        self.nodes += 1
        if self.nodes > MAX_NODES:
            self.refuse("APS107", node.start, 1, f"the file holds more than {MAX_NODES:,} values", "an entry has a few hundred; split what is not one application")
            self.broken = True
            return
        if not self.open:
            self.root = node
            return
        parent = self.open[-1]
        if parent.__class__ is Sequence:
            parent.children.append(node)
        elif self.key is None:
            self.take_key(node)
        else:
            self.set_field(parent, self.key, node)
            self.key = None

    def take_key(self, node: Node) -> None:
        if not isinstance(node, Scalar):
            self.refuse("APS110", node.start, 1, "a list or a block of fields stands where a field name belongs", "write `name: value`; a text that starts with [ or { needs quotes")
            self.key = Scalar("", None, node.start, node.end)
            return
        if node.text == "<<" and node.style is None:
            self.refuse("APS106", node.start, 2, "the merge key `<<` is not allowed", "write the fields out")
        self.key = node

    def set_field(self, parent: Mapping | Sequence, key: Scalar, node: Node) -> None:
        if not isinstance(parent, Mapping):
            return
        if key.text in parent.keys:
            first = parent.keys[key.text].start.line + 1
            self.refuse("APS103", key.start, len(key.text), f'"{key.text}" stands here a second time; the first is on line {first}', "keep one of the two")
            return
        parent.keys[key.text] = key
        parent.fields[key.text] = node

    def descend(self, node: Mapping | Sequence) -> None:
        self.put(node)
        # A block inside a key would otherwise lose its own key; restore it when the block ends.
        self.keys.append(self.key)
        self.key = None
        self.open.append(node)
        if len(self.open) > MAX_DEPTH:
            self.refuse("APS107", node.start, 1, f"this is nested more than {MAX_DEPTH} levels deep", "no field of an entry goes deeper than five; check the brackets and the indentation")
            self.broken = True

    def refuse_marks(self, event: yaml.NodeEvent) -> None:
        if event.anchor:
            self.refuse("APS104", event.start_mark, len(event.anchor) + 1, f"the anchor `&{event.anchor}` is not allowed", "repeat the value where it is needed; a text that starts with & needs quotes")
        if event.tag:
            self.refuse("APS105", event.start_mark, 1, f"the tag `{_short_tag(event.tag)}` is not allowed", "every value is text already; a text that starts with ! needs quotes")

    def refuse_alias(self, event: yaml.AliasEvent) -> None:
        self.refuse("APS104", event.start_mark, len(event.anchor) + 1, f"the alias `*{event.anchor}` is not allowed", "repeat the value that it stands for; a text that starts with * needs quotes")

    def refuse(self, code: str, mark: yaml.Mark, length: int, message: str, remedy: str) -> None:
        if self.broken:
            remedy += HIDES_REST
        self.faults.append(Fault(code, Span.at(mark.line + 1, mark.column + 1, max(1, length)), message, remedy))


def _short_tag(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")
