"""Mending the form of `entry.yaml`.

Owns line ends, blanks at line ends, Unicode normal form, the order of the top-level fields, quotes around texts that
other YAML readers would take for a number, a date or a boolean, and the spelling of SPDX licence ids. Comments stay
with the field below them. Refuses to change meaning: what is read from the mended text is compared with what was read
before, and a difference, or a text that cannot be read, leaves the text as it was. Running it twice changes nothing
more.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from catalog.decode.containers import Block, Choice, ListOf
from catalog.decode.entry import ENTRY
from catalog.decode.mappings import MapOf
from catalog.decode.places import Places, Token
from catalog.decode.shapes import Text
from catalog.licenses import rewritten
from catalog.source import Mapping, Node, Scalar, Sequence, read, with_line_feeds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.decode.shapes import Shape

# What a YAML 1.1 or 1.2 reader may take for something else than text.
_AMBIGUOUS = re.compile(
    r"""(?ix) ~ | null | true | false | yes | no | on | off | y | n
    | [-+]?(\.\d+ | \d[\d_]*(\.[\d_]*)?)(e[-+]?\d+)? | 0[bxo][\da-f_]+ | [-+]?\.(inf|nan)
    | [-+]?\d[\d_]*(:[0-5]?\d)+(\.[\d_]*)? | \d{4}-\d\d?-\d\d?([Tt\s].*)?"""
)
_FIELD = re.compile(r"""(?P<quote>["']?)(?P<key>[A-Za-z_][\w-]*)(?P=quote)\s*:(?:\s|$)""")


def mended(data: bytes) -> bytes:
    """The bytes of `entry.yaml` in good form; the same bytes where nothing is to be done or nothing safe can be."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data
    before = read(data)
    if before.root is None or before.faults or not isinstance(before.root, Mapping):
        return data
    # Ordering may bring blank lines to the end, so tidying comes again.
    for step in (_tidy, _quoted, _ordered, _tidy):
        changed = step(text)
        # Each step by itself: blanks that a text ends its lines with forbid one step, not the others.
        if _says(changed) == _plain(before.root):
            text = changed
    return _licensed(text).encode()


def _licensed(text: str) -> str:
    """The licence in today's SPDX ids, where that is the same licence."""
    before = read(text.encode()).root
    if not isinstance(before, Mapping):
        return text
    typed = before.fields.get("license")
    if not isinstance(typed, Scalar) or (new := rewritten(typed.text.strip())) in {"", typed.text}:
        return text
    changed = text[: typed.start] + new + text[typed.end :]
    before.fields["license"] = Scalar(new, None, typed.start, typed.end)
    return changed if _says(changed) == _plain(before) else text


def _tidy(text: str) -> str:
    """Line feeds, no blanks at line ends, one line end at the end, normal form C."""
    lines = with_line_feeds(unicodedata.normalize("NFC", text)).split("\n")
    return "\n".join(line.rstrip(" \t") for line in lines).rstrip("\n") + "\n"


def _quoted(text: str) -> str:
    """Quotes around texts that other readers would misread, wherever the schema asks for a text."""
    root = read(text.encode()).root
    if root is None:
        return text
    places = sorted(_misread(root, ENTRY), key=lambda scalar: scalar.start, reverse=True)
    for scalar in places:
        text = f"{text[: scalar.start]}'{scalar.text}'{text[scalar.end :]}"
    return text


def _misread(node: Node, shape: Shape[object]) -> Iterator[Scalar]:
    """The plain scalars below a node that stand for a text and could be read as something else."""
    if isinstance(node, Scalar):
        text = shape.text if isinstance(shape, Choice) else shape
        if isinstance(text, Text | Token) and node.style is None and _AMBIGUOUS.fullmatch(node.text):
            yield node
        return
    for child, inner in _children(node, shape):
        yield from _misread(child, inner)


def _children(node: Sequence | Mapping, shape: Shape[object]) -> Iterator[tuple[Node, Shape[object]]]:
    """The nodes below a node, each with the shape that reads it."""
    if isinstance(shape, Choice):
        shape = shape.other
    if isinstance(shape, Places):
        shape = shape.tokens if isinstance(node, Sequence) else shape.block
    if isinstance(node, Sequence):
        return ((child, shape.shape) for child in node.children) if isinstance(shape, ListOf) else iter(())
    if isinstance(shape, MapOf):
        return ((child, shape.block) for child in node.fields.values())
    fields = shape.fields if isinstance(shape, Block) else {}
    return ((child, fields[key]) for key, child in node.fields.items() if key in fields)


def _ordered(text: str) -> str:
    """The top-level fields in the order of the schema, each with the comments right above it."""
    head, chunks = _chunks(text)
    rank = {key: number for number, key in enumerate(ENTRY.fields)}
    wanted = sorted(chunks, key=lambda chunk: rank.get(chunk[0], len(rank)))
    return head + "".join(lines for _, lines in wanted) if wanted != chunks else text


def _chunks(text: str) -> tuple[str, list[tuple[str, str]]]:
    """What stands before the first field, and (key, lines) of each field."""
    head: list[str] = []
    chunks: list[tuple[str, list[str]]] = []
    waiting: list[str] = []
    for line in text.splitlines(keepends=True):
        field = _FIELD.match(line)
        if field:
            chunks.append((field["key"], [*waiting, line]))
            waiting = []
        elif line.startswith("#") or (waiting and not line.strip()):
            waiting.append(line)
        elif chunks:
            chunks[-1][1].extend([*waiting, line])
            waiting = []
        else:
            head.extend([*waiting, line])
            waiting = []
    if chunks and chunks[0][1][0].startswith("# yaml-language-server"):
        head.append(chunks[0][1].pop(0))
    if chunks:
        chunks[-1][1].extend(waiting)
    return "".join(head), [(key, "".join(lines)) for key, lines in chunks]


def _says(text: str) -> object:
    """What a text says, or None where it cannot be read."""
    document = read(text.encode())
    return None if document.root is None or document.faults else _plain(document.root)


def _plain(node: Node) -> object:
    """What a tree says, its places and the order of its fields aside."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [_plain(child) for child in node.children]
    return {key: _plain(child) for key, child in node.fields.items()}
