"""The quick reader: the values of plain YAML, which nearly all entries are written in, without places and libyaml.

libyaml's Python events cost more than all other work on an entry, and nine of ten lines are `field: value`. Owns these
forms and no more: block mappings and lists, plain and quoted texts of one line, lists and mappings in brackets on one
line, and block texts without surprises. Refuses everything else, and every fault, by giving nothing at all: the strict
reader then reads the file and alone decides what it means. Where both read a file they agree in every value (tests
compare them on all entries, and on made-up and on broken ones). Where a value stands is looked up by the strict
reader too, in the field that has a finding (`catalog.source.excerpt`).
"""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TypeAlias

    from catalog.source.tree import Plain

    Block: TypeAlias = dict[str, Plain] | list[Plain]

# Deep or long files are for the strict reader, which has limits and says so; a value takes two characters at least.
_MOST_CHARACTERS = 40_000
_DEEPEST = 8

_NAME = "[A-Za-z0-9_][A-Za-z0-9_-]{0,60}"
# No indicator at the start, no `: ` and no ` #` inside, no blank at the end.
_TEXT = r"""[^\s?:,\[\]{}\#&*!|>'"%@`=~-][^\n:\#]*(?:(?::(?=\S)|(?<=\S)\#)[^\n:\#]*)*(?<!\ )"""
# Every line is one match, with a block text that begins on it; the last group is the rest from what is not plain on.
_LINE = re.compile(
    rf"""(?:[ ]*(?:\#.*)?\n)*
    (?:([ ]*)(-[ ])?
    (?:({_NAME}):(?:[ ]+(?=[^ \n])|(?=\n)))?
    (?:({_TEXT})|([\[{{].*[\]}}]|"[^"\\\n]*"|'[^'\n]*')|([|>]-?)\n
    ((?:(?:(?(2)(?(3)\1[ ]{{3}}|\1[ ])|\1[ ])[^\n]*)?\n)*(?(2)(?(3)\1[ ]{{3}}|\1[ ])|\1[ ]).*))?
    |((?s:.+)))\n""",
    re.VERBOSE | re.ASCII,
)
# One text between brackets, or more in brackets of its own, up to the comma after it; the last group is the rest,
# from anything else on. `?`, comments and deeper brackets are left to the strict reader.
_IN_BRACKETS = re.compile(
    rf"""[ ]*(?:(?:({_NAME}):[ ]+)?
    (?:([^\s,\[\]{{}}\#&*!|>'"%@`:?=~-][^\s,\[\]{{}}`:?]*
    (?:(?::(?=[A-Za-z0-9/])|[ ](?=[^\s,\[\]{{}}\#:?]))[^\s,\[\]{{}}`:?]*)*)
    |("[^"\\\n]*"|'[^'\n]*')|([\[{{](?:[^\[\]{{}}'"]|"[^"\n]*"|'[^'\n]*')*[\]}}]))
    [ ]*(?:,(?=.)|\Z)|(.+))""",
    re.VERBOSE,
)
# The commonest list of all: words and hyphens, slashes or single blanks between them; `C#` and `C++` are words too.
_WORDS_IN_BRACKETS = re.compile(
    r"\[\w[\w+#]*(?:[/. -]\w[\w+#]*)*(?:, \w[\w+#]*(?:[/. -]\w[\w+#]*)*)*\]", re.ASCII
)


class _NotPlain(Exception):  # noqa: N818 - no error: the strict reader's turn
    """The file holds something that this reader leaves to the strict one."""


def plain_content(text: str) -> dict[str, Plain] | None:
    """The fields of a file, its text as `to_text` gives it and free of forbidden characters; None if it is not plain.

    Equal values may be one value: nobody may change what is in them.
    """
    if len(text) > _MOST_CHARACTERS or "\t" in text or not text.endswith("\n"):
        return None
    if not text.isascii() and not unicodedata.is_normalized("NFC", text):
        return None
    try:
        return _Lines(text).run()
    except _NotPlain:
        return None


class _Lines:
    """One pass over the lines of one file."""

    __slots__ = ("block", "indent", "key", "open", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        # The innermost open block with its indentation, those around it, and the key that waits for its block.
        self.block: Block = {}
        self.indent = 0
        self.open: list[tuple[Block, int]] = []
        self.key: str | None = None

    def run(self) -> dict[str, Plain]:
        """The fields; raises `_NotPlain` at the first line that is not plain."""
        root = block = self.block
        depth = self.indent
        for blanks, dash, key, plain, special, header, text, odd in _LINE.findall(
            self.text, 0, _end_of_fields(self.text)
        ):
            indent = len(blanks)
            if dash:
                block, depth = self.enter_list(indent)
                if key:
                    block, depth = self.begin_point(indent + 2)
            elif indent != depth or self.key is not None or block.__class__ is list:
                block, depth = self.enter_fields(indent)
            value = plain or _special(special, header, text, depth)
            if value is None:
                if not key or odd or key in block:
                    raise _NotPlain
                self.key = key
                continue
            if not key and block.__class__ is list:
                block.append(value)
            elif key and key not in block and block.__class__ is dict:
                block[key] = value
            else:
                raise _NotPlain
        if self.key is not None or not isinstance(root, dict) or not root:
            raise _NotPlain
        return root

    def enter_fields(self, indent: int) -> tuple[Block, int]:
        """Make the fields that a line without a dash belongs to the innermost block."""
        if self.key is not None:
            if indent <= self.indent:
                raise _NotPlain
            return self.begin({}, indent)
        while indent < self.indent:
            self.end_block()
        if self.block.__class__ is list:
            self.end_block()
        if indent != self.indent:
            raise _NotPlain
        return self.block, indent

    def enter_list(self, indent: int) -> tuple[Block, int]:
        """Make the list that a line with a dash belongs to the innermost block."""
        if self.key is not None:
            if indent < self.indent:
                raise _NotPlain
            return self.begin([], indent)
        while indent < self.indent:
            self.end_block()
        if indent != self.indent:
            raise _NotPlain
        return self.block, indent

    def begin(self, block: Block, indent: int) -> tuple[Block, int]:
        """Open the block that the field before this line waits for."""
        if self.key is not None and isinstance(self.block, dict):
            self.block[self.key] = block
        self.key = None
        return self.open_block(block, indent)

    def begin_point(self, indent: int) -> tuple[Block, int]:
        """Open the fields that begin behind a dash."""
        if not isinstance(self.block, list):
            raise _NotPlain
        fields: dict[str, Plain] = {}
        self.block.append(fields)
        return self.open_block(fields, indent)

    def open_block(self, block: Block, indent: int) -> tuple[Block, int]:
        self.open.append((self.block, self.indent))
        if len(self.open) >= _DEEPEST:
            raise _NotPlain
        self.block, self.indent = block, indent
        return block, indent

    def end_block(self) -> None:
        """End the innermost block; the file's own has no end before the file's."""
        if not self.open:
            raise _NotPlain
        self.block, self.indent = self.open.pop()


def _end_of_fields(text: str) -> int:
    """Where the empty lines and the comments begin that end a file; an indented one may belong to a block text."""
    end = len(text)
    while end:
        start = text.rfind("\n", 0, end - 1) + 1
        if text[start] not in "#\n":
            break
        end = start
    return end


def _special(special: str, header: str, text: str, indent: int) -> Plain | None:
    """The value of a line that has no plain one; None where it has no value at all."""
    if special:
        return _in_brackets(special) if special[0] in "[{" else special[1:-1]
    return _block_text(header, text, indent) if header else None


def _block_text(header: str, typed: str, indent: int) -> str:
    """A text of several lines, all indented alike but for blank lines and, kept as typed, deeper ones."""
    lines = typed.split("\n")
    depth = len(lines[0]) - len(lines[0].lstrip(" "))
    margin = " " * depth
    if depth <= indent or depth == len(lines[0]):
        raise _NotPlain
    for line in lines:
        if line and (line[-1] == " " or not line.startswith(margin)):
            raise _NotPlain
    bare = [line[depth:] for line in lines]
    if header[0] == "|":
        text = "\n".join(bare)
    elif any(line[:1] in {"", " "} for line in bare):
        raise _NotPlain
    else:
        text = " ".join(bare)
    return text if header.endswith("-") else f"{text}\n"


@functools.lru_cache(maxsize=4096)
def _in_brackets(text: str) -> Plain:
    """`[a, b]` or `{a: b}` in one line; the same few stand in most entries."""
    if _WORDS_IN_BRACKETS.fullmatch(text):
        return text[1:-1].split(", ")  # type: ignore[return-value]
    fields: dict[str, Plain] = {}
    points: list[Plain] = []
    for name, plain, quoted, inner, odd in _IN_BRACKETS.findall(text, 1, len(text) - 1):
        if odd:
            raise _NotPlain
        value: Plain = _in_brackets(inner) if inner else plain or quoted[1:-1]
        if not name:
            points.append(value)
        elif name in fields:
            raise _NotPlain
        else:
            fields[name] = value
    if text[0] == "{" and text[-1] == "}" and not points and fields:
        return fields
    if text[0] != "[" or text[-1] != "]" or fields or not points:
        raise _NotPlain
    return points
