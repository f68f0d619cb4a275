"""The values of a read file: nodes with places, spans, faults.

Owns the shapes only. Nodes keep libyaml's marks instead of spans, since a span is wanted for the few values that have
a finding and nodes are made by the million.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from yaml.error import Mark

Path: TypeAlias = tuple["str | int", ...]


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


class Scalar:
    """A piece of text as typed. `style` is None where it is plain, else one of `' " | >`."""

    __slots__ = ("end", "start", "style", "text")

    def __init__(self, text: str, style: str | None, start: Mark, end: Mark) -> None:
        self.text = text
        self.style = style
        self.start = start
        self.end = end


class Sequence:
    """A list of nodes."""

    __slots__ = ("children", "end", "start")

    def __init__(self, start: Mark) -> None:
        self.children: list[Node] = []
        self.start = start
        self.end = start


class Mapping:
    """Keys with their nodes, in the order of the file; each key stands once."""

    __slots__ = ("end", "fields", "keys", "start")

    def __init__(self, start: Mark) -> None:
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


def span_of(node: Node) -> Span:
    """Where a node stands. A block that ends on the next line's start ends on its own last line instead."""
    start, end = node.start, node.end
    if end.line > start.line and end.column == 0:
        return Span(start.line + 1, start.column + 1, end.line, 1)
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)
