"""The quick reader: the plain YAML that nearly all entries are written in, line by line, without libyaml.

libyaml's Python events are half the cost of a check, and nine of ten lines of an entry are `field: value`. Owns these
forms and no more: block mappings and lists, plain and quoted texts of one line, lists and mappings in brackets on one
line, and block texts without surprises. Refuses everything else, and every fault, by giving no tree at all: the strict
reader then reads the file and alone decides what it means. Where both read a file they agree in every node and every
place (tests compare them on all entries, and on made-up and on broken ones).
"""

from __future__ import annotations

import re
import unicodedata

from catalog.source.tree import Mapping, Node, Scalar, Sequence

# Deep or long files are for the strict reader, which has limits and says so.
_MOST_CHARACTERS = 100_000
_DEEPEST = 8

_KEY = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]{0,60}")
# What libyaml takes for more than text at the start of a plain scalar, or refuses there.
_INDICATORS = frozenset(" -?:,[]{}#&*!|>'\"%@`=~")
_BRACKETS = {"[": "]", "{": "}"}
# One text between brackets and what follows it. `?`, comments and nested brackets are left to the strict reader.
_IN_BRACKETS = re.compile(
    r"""[ ]*(?:([A-Za-z0-9_][A-Za-z0-9_-]{0,60}):[ ]+)?
    (?:([^\s,\[\]{}\#&*!|>'"%@`:?=~-][^\s,\[\]{}'"`:?]*
    (?:(?::(?=[A-Za-z0-9/])|[ ](?=[^\s,\[\]{}\#:?]))[^\s,\[\]{}'"`:?]*)*)
    |"([^"\\\n]*)"|'([^'\n]*)')
    [ ]*([,\]}])""",
    re.VERBOSE,
)
# The commonest list of all: words and hyphens, slashes or single blanks between them; `C#` and `C++` are words too.
_WORDS_IN_BRACKETS = re.compile(
    r"\[\w[\w+#]*(?:[/. -]\w[\w+#]*)*(?:, \w[\w+#]*(?:[/. -]\w[\w+#]*)*)*\]", re.ASCII
)
_BLOCK_HEADERS = {"|": ("|", "\n"), "|-": ("|", ""), ">": (">", "\n"), ">-": (">", "")}


class _NotPlain(Exception):  # noqa: N818 - no error: the strict reader's turn
    """The file holds something that this reader leaves to the strict one."""


def plain_tree(text: str) -> Mapping | None:
    """The tree of a file, its text as `to_text` gives it and free of forbidden characters; None if it is not plain."""
    if len(text) > _MOST_CHARACTERS or "\t" in text or not text.endswith("\n"):
        return None
    try:
        return _Lines(text).run()
    except _NotPlain:
        return None


class _Lines:
    """One pass over the lines of one file."""

    __slots__ = ("at", "indent", "key", "lines", "node", "open", "row")

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        # The number of the next line and its offset in the text.
        self.row = 0
        self.at = 0
        # The innermost open block with its indentation, those around it, and the key that waits for its block.
        self.node: Mapping | Sequence | None = None
        self.indent = -1
        self.open: list[tuple[Mapping | Sequence | None, int]] = []
        self.key: str | None = None

    def run(self) -> Mapping:
        """The tree; raises `_NotPlain` at the first line that is not plain."""
        lines, last = self.lines, len(self.lines) - 1
        while self.row < last:
            line = lines[self.row]
            text = line.lstrip(" ")
            indent = len(line) - len(text)
            start = self.at + indent
            self.row += 1
            self.at += len(line) + 1
            if not text or text[0] == "#":
                continue
            if text[0] == "-" and text[:2] == "- ":
                self.enter(indent, start, dashed=True)
                self.point(text[2:], indent + 2, start + 2)
            else:
                if indent != self.indent or self.key is not None or self.node.__class__ is not Mapping:
                    self.enter(indent, start, dashed=False)
                self.field(text, start)
        return self.finish()

    def point(self, text: str, indent: int, at: int) -> None:
        """One point of a list: a text, or a mapping whose first field stands on this line."""
        name, colon, _ = text.partition(":")
        if colon and (text.endswith(":") or text[len(name) + 1] == " ") and _KEY.fullmatch(name):
            self.begin_block(Mapping(at), indent)
            self.field(text, at)
        elif isinstance(self.node, Sequence):
            self.node.children.append(self.value(text, at))

    def field(self, text: str, at: int) -> None:
        """`name: value`, or `name:` before a block."""
        node = self.node
        name, _, value = text.partition(": ")
        if not value:
            if text[-1] != ":":
                raise _NotPlain
            name = text[:-1]
        if not (name.isidentifier() and name.isascii()) and not _KEY.fullmatch(name):
            raise _NotPlain
        if node.__class__ is not Mapping or name in node.keys:
            raise _NotPlain
        end = at + len(name)
        node.keys[name] = Scalar(name, None, at, end)
        if not value:
            self.key = name
        elif value[0] in _INDICATORS:
            node.fields[name] = self.value(value, end + 2)
        else:
            node.fields[name] = _plain(value, end + 2)

    def enter(self, indent: int, start: int, *, dashed: bool) -> None:
        """Make the block that a line belongs to the innermost one."""
        if self.key is not None or self.node is None:
            self.begin(indent, start, dashed=dashed)
            return
        while indent < self.indent:
            self.end_block(start)
        if not dashed and isinstance(self.node, Sequence):
            self.end_block(start)
        if indent != self.indent or dashed is isinstance(self.node, Mapping):
            raise _NotPlain

    def begin(self, indent: int, start: int, *, dashed: bool) -> None:
        """Open the block that the key before this line waits for, or the file's own."""
        deeper = indent > self.indent or (dashed and indent == self.indent)
        if not deeper or (self.node is None and (dashed or indent)):
            raise _NotPlain
        self.begin_block(Sequence(start) if dashed else Mapping(start), indent)

    def begin_block(self, block: Mapping | Sequence, indent: int) -> None:
        """Hang a block that stands at `indent` on the innermost one and make it that."""
        parent = self.node
        if isinstance(parent, Sequence):
            parent.children.append(block)
        elif parent is not None and self.key is not None:
            parent.fields[self.key] = block
            self.key = None
        self.open.append((parent, self.indent))
        if len(self.open) > _DEEPEST:
            raise _NotPlain
        self.node, self.indent = block, indent

    def end_block(self, at: int) -> None:
        """End the innermost block before the offset `at`."""
        if self.node is None:
            raise _NotPlain
        self.node.end = at
        self.node, self.indent = self.open.pop()

    def finish(self) -> Mapping:
        """End all blocks; the outermost is the tree."""
        root = self.open[1][0] if len(self.open) > 1 else self.node
        if self.key is not None or not isinstance(root, Mapping):
            raise _NotPlain
        while self.node is not None:
            self.end_block(self.at)
        return root

    def value(self, text: str, at: int) -> Node:
        """The value that stands at the end of a line; a block text goes on in the lines below."""
        first = text[:1]
        if first == " ":
            typed = text.lstrip(" ")
            return self.value(typed, at + len(text) - len(typed))
        if first not in _INDICATORS and first:
            return _plain(text, at)
        if first in {'"', "'"}:
            return _quoted(text, at)
        if first in _BRACKETS:
            return _words(text, at) if _WORDS_IN_BRACKETS.fullmatch(text) else _in_brackets(text, at)
        return self.block_text(text, at)

    def block_text(self, header: str, at: int) -> Scalar:
        """A text of several lines, all indented alike but for blank lines and, kept as typed, deeper ones."""
        if header not in _BLOCK_HEADERS:
            raise _NotPlain
        style, tail = _BLOCK_HEADERS[header]
        lines, first, row = self.lines, self.row, self.row
        depth = len(lines[first]) - len(lines[first].lstrip(" "))
        if depth <= self.indent or depth == len(lines[first]):
            raise _NotPlain
        margin = " " * depth
        while row < len(lines) - 1 and (lines[row].startswith(margin) or not lines[row]):
            row += 1
        block = lines[first:row]
        if (lines[row] and lines[row].isspace()) or any(line.endswith(" ") for line in block):
            raise _NotPlain
        self.row = row
        self.at += sum(map(len, block)) + len(block)
        while not block[-1]:
            block.pop()
        bare = [line[depth:] for line in block]
        if style == ">" and any(line[:1] in {"", " "} for line in bare):
            raise _NotPlain
        text = ("\n" if style == "|" else " ").join(bare) + tail
        return Scalar(_composed(text), style, at, self.at)


def _plain(text: str, at: int) -> Scalar:
    """A text without quotes that begins with no indicator."""
    if ": " in text or " #" in text or text[-1] in " :":
        raise _NotPlain
    return Scalar(text if text.isascii() else _composed(text), None, at, at + len(text))


def _words(text: str, at: int) -> Sequence:
    """`[one, two]`, known to be no more than that."""
    node = Sequence(at)
    node.end = at + len(text)
    children = node.children
    at += 1
    for word in text[1:-1].split(", "):
        end = at + len(word)
        children.append(Scalar(word, None, at, end))
        at = end + 2
    return node


def _in_brackets(text: str, at: int) -> Node:
    """`[a, b]` or `{a: b}` in one line."""
    items, place, mark = [], 1, ","
    while mark == ",":
        item = _IN_BRACKETS.match(text, place)
        if item is None:
            raise _NotPlain
        place, mark = item.end(), item[5]
        items.append(item)
    if mark != _BRACKETS[text[0]] or place != len(text):
        raise _NotPlain
    return _mapping_of(items, at) if mark == "}" else _sequence_of(items, at)


def _sequence_of(items: list[re.Match[str]], at: int) -> Sequence:
    node = Sequence(at)
    node.end = at + items[-1].end()
    for item in items:
        if item[1] is not None:
            raise _NotPlain
        node.children.append(_scalar_of(item, at))
    return node


def _mapping_of(items: list[re.Match[str]], at: int) -> Mapping:
    node = Mapping(at)
    node.end = at + items[-1].end()
    for item in items:
        name = item[1]
        if name is None or name in node.keys:
            raise _NotPlain
        start = at + item.start(1)
        node.keys[name] = Scalar(name, None, start, start + len(name))
        node.fields[name] = _scalar_of(item, at)
    return node


def _quoted(text: str, at: int) -> Scalar:
    """A text in quotes that begin and end on this line, without escapes."""
    quote, inner = text[0], text[1:-1]
    if len(text) < 2 or text[-1] != quote or quote in inner or (quote == '"' and "\\" in inner):
        raise _NotPlain
    return Scalar(_composed(inner), quote, at, at + len(text))


def _scalar_of(item: re.Match[str], at: int) -> Scalar:
    """The text of one item in brackets that stand at `at`."""
    text = item[2]
    if text is not None:
        start = at + item.start(2)
        return Scalar(text if text.isascii() else _composed(text), None, start, start + len(text))
    group, style = (3, '"') if item[3] is not None else (4, "'")
    start, end = item.span(group)
    return Scalar(_composed(item[group]), style, at + start - 1, at + end + 1)


def _composed(text: str) -> str:
    """NFC, as the strict reader has it."""
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return text
    return unicodedata.normalize("NFC", text)
