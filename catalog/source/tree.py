"""The values of a read file: nodes with places, spans, faults.

Owns the shapes only. Nodes keep the offsets in the file's text at which they start and end (exclusive) instead of
spans, since a span is wanted for the few values that have a finding and nodes are made by the million.
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

import msgspec

Path: TypeAlias = tuple["str | int", ...]
# A value without places.
Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"


class Span(NamedTuple):
    """A stretch of a file. Lines and columns count from 1, columns in Unicode characters; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int

    @classmethod
    def at(cls, line: int, column: int, length: int = 1) -> Span:
        """A stretch within one line."""
        return cls(line, column, line, column + length)


class Fault(NamedTuple):
    """Something about the text of a file that stops it, or part of it, from being read."""

    code: str
    span: Span
    message: str
    help: str


class Scalar(msgspec.Struct, eq=False, gc=False):
    """A piece of text as typed. `style` is None where it is plain, else one of `' " | >`.

    An entry has a hundred of them, and msgspec makes one in a third of the time of a plain class.
    """

    text: str
    style: str | None
    start: int
    end: int


class Sequence:
    """A list of nodes."""

    __slots__ = ("children", "end", "start")

    def __init__(self, start: int) -> None:
        self.children: list[Node] = []
        self.start = start
        self.end = start


class Mapping:
    """Keys with their nodes, in the order of the file; each key stands once."""

    __slots__ = ("end", "fields", "keys", "start")

    def __init__(self, start: int) -> None:
        self.fields: dict[str, Node] = {}
        self.keys: dict[str, Scalar] = {}
        self.start = start
        self.end = start


Node: TypeAlias = Scalar | Sequence | Mapping


class Document:
    """A file that was read: its text with line feeds as line ends, its tree or None, and its faults."""

    __slots__ = ("faults", "root", "text")

    def __init__(self, text: str, root: Node | None, faults: list[Fault]) -> None:
        self.text = text
        self.root = root
        self.faults = faults

    def node(self, path: Path) -> Node | None:
        """The node at a path, or None where the file has none."""
        node: Node | None = self.root
        for step in path:
            if isinstance(node, Mapping) and isinstance(step, str):
                node = node.fields.get(step)
            elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.children):
                node = node.children[step]
            else:
                return None
        return node

    def key(self, path: Path) -> Scalar | None:
        """The key that a path ends on, or None."""
        parent = self.node(path[:-1])
        return (
            parent.keys.get(path[-1]) if isinstance(parent, Mapping) and isinstance(path[-1], str) else None
        )


def place_of(text: str, offset: int) -> tuple[int, int]:
    """Line and column (from 1) of an offset in a file's text."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def span_of(text: str, node: Node) -> Span:
    """Where a node stands in its file's text. A block that ends on the next line's start ends on its own last line."""
    line, column = place_of(text, node.start)
    end_line, end_column = place_of(text, node.end)
    if end_line > line and end_column == 1:
        return Span(line, column, end_line - 1, 1)
    return Span(line, column, end_line, end_column)
