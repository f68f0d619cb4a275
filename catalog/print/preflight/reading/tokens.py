"""The operators of a content stream, with their operands.

Owns the syntax of content streams, lenient as viewers are. Refuses to know what operators mean, with one exception:
a run of path operators, or of rectangles, comes as one step, as a page holds thousands of them and only their outline
is wanted. Streams with inline images go through pikepdf, which knows where their bytes end.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterator

Operand = Any
"""A float for a number, bytes for a string, text with its slash for a name, a list for an array or a dictionary."""

Step = tuple[bytes, list[Operand]]


class Outline(NamedTuple):
    """Part of a path: the edges around its points, how many figures it has, and the lesser side of the smallest one.

    `least` is 0 where the figures are not rectangles.
    """

    left: float
    bottom: float
    right: float
    top: float
    figures: int
    least: float


_NUMBER = rb"[-+]?(?:\d++\.?+\d*+|\.\d++)"
_BLANK = rb"[\t\n\x0c\r ]"
_N = _NUMBER + _BLANK + rb"++"
_TOKEN = re.compile(
    rb"(?P<rects>(?:%(n)s%(n)s%(n)s%(n)sre%(end)s)++)"
    rb"|(?P<path>(?:%(n)s%(n)s(?:[ml]|%(n)s%(n)s(?:[vy]|%(n)s%(n)sc))%(end)s|h%(end)s)++)"
    rb"|(?P<tag>/\w++[ \n]*+<<[ \n]*+/MCID [0-9]++[ \n]*+>>[ \n]*+BDC%(end)s)"
    rb"|(?P<numbers>%(number)s(?:%(blank)s++%(number)s)*+)"
    rb"|(?P<operator>[A-Za-z'\"][A-Za-z0-9*]*+)"
    rb"|\((?P<string>(?:[^()\\]++|\\.)*+)\)"
    rb"|(?P<name>/[^\x00\t\n\x0c\r ()<>\[\]{}/%%]*+)"
    rb"|(?P<open>\[|<<)|(?P<close>\]|>>)"
    rb"|<(?P<hex>[0-9A-Fa-f\x00\t\n\x0c\r ]*+)>"
    rb"|(?P<nested>\()"
    rb"|%%[^\r\n]*+" % {b"n": _N, b"blank": _BLANK, b"number": _NUMBER, b"end": rb"(?:%s++|\Z)" % _BLANK},
    re.DOTALL,
)
_INLINE_IMAGE = re.compile(rb"(?:^|[\x00\t\n\x0c\r \]>)])BI[\x00\t\n\x0c\r /]")
_PARENTHESIS = re.compile(rb"\\.|[()]", re.DOTALL)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)|\r\n?", re.DOTALL)
_ESCAPED = {
    b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b"", b"\r\n": b"",
}  # fmt: skip
_SCALARS = frozenset({"string", "hex", "name"})
_PATH = {b"re": 4, b"m": 2, b"l": 2, b"c": 6, b"v": 4, b"y": 4, b"h": 0}
_CONSTANTS = {b"true": True, b"false": False, b"null": None}
_HASH = re.compile(rb"#([0-9A-Fa-f]{2})")


def steps(content: bytes) -> Iterator[Step]:
    """The operators of a stream, in order.

    A run of path operators comes as `b"outline"` with an `Outline` and the run itself, which is empty for rectangles.
    """
    if b"BI" in content and _INLINE_IMAGE.search(content):
        return _steps_by_pikepdf(content)
    return _steps(content)


def _steps(content: bytes) -> Iterator[Step]:
    operands: list[Operand] = []
    outer: list[list[Operand]] = []
    for kind, found, value in _tokens(content):
        if kind == "operator":
            word = found[0]
            if word in _CONSTANTS:
                operands.append(_CONSTANTS[word])
            elif not outer:
                yield from _outlined(word, operands) if word in _PATH else [(word, operands)]
                operands = []
        elif kind == "numbers":
            operands += map(float, found[0].split())
        elif kind in _RUNS:
            # Operands before a run belong to no operator.
            operands = []
            yield from _RUNS[kind](found[0])
        elif kind == "open":
            outer.append(operands)
            operands = []
        elif kind != "close":
            operands.append(value)
        elif outer:
            inner, operands = operands, outer.pop()
            operands.append(inner)


def _tokens(content: bytes) -> Iterator[tuple[str, re.Match[bytes], Operand]]:
    """Each token by its kind, with its value where it is a string or a name."""
    at: int | None = 0
    while at is not None:
        start, at = at, None
        for found in _TOKEN.finditer(content, start):
            kind = found.lastgroup
            if kind == "nested":
                value, at = _nested(content, found.end())
                yield kind, found, value
                break
            if kind is not None:
                yield kind, found, _scalar(kind, found[kind]) if kind in _SCALARS else None


def _scalar(kind: str, text: bytes) -> Operand:
    if kind == "string":
        return _ESCAPE.sub(_unescaped, text) if b"\\" in text or b"\r" in text else text
    if kind == "hex":
        digits = bytes(byte for byte in text if byte not in b"\x00\t\n\x0c\r ")
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
    return _HASH.sub(lambda found: bytes.fromhex(found[1].decode()), text).decode("utf-8", "replace")


def _unescaped(found: re.Match[bytes]) -> bytes:
    escape = found[1]
    if escape is None:
        return b"\n"  # However a line ends in a string, it ends in this.
    if escape[:1].isdigit() and escape[:1] < b"8":
        return bytes([int(escape, 8) & 0xFF])
    return _ESCAPED.get(escape, escape)


def _nested(content: bytes, start: int) -> tuple[bytes, int]:
    """The string whose opening parenthesis stands before `start`, and where it ends."""
    depth = 1
    for found in _PARENTHESIS.finditer(content, start):
        depth += {b"(": 1, b")": -1}.get(found[0], 0)
        if not depth:
            return _scalar("string", content[start : found.start()]), found.end()
    return _scalar("string", content[start:]), len(content)


def _rectangles(run: bytes) -> Iterator[Step]:
    numbers = list(map(float, run.replace(b"re", b" ").split()))
    lefts, bottoms, widths, heights = (numbers[at::4] for at in range(4))
    rights = [left + width for left, width in zip(lefts, widths, strict=True)]
    tops = [bottom + height for bottom, height in zip(bottoms, heights, strict=True)]
    least = min(*map(abs, widths), *map(abs, heights))
    low, high = (min(*lefts, *rights), min(*bottoms, *tops)), (max(*lefts, *rights), max(*bottoms, *tops))
    yield b"outline", [Outline(*low, *high, len(lefts), least), b""]


def _curves(run: bytes) -> Iterator[Step]:
    """Control points count as points: no curve leaves them. A run that closes a figure and does no more is nothing."""
    numbers = list(map(float, run.translate(None, b"mlcvyh").split()))
    if numbers:
        xs, ys = numbers[::2], numbers[1::2]
        yield b"outline", [Outline(min(xs), min(ys), max(xs), max(ys), run.count(b"m"), 0.0), run]


def _tag(_run: bytes) -> Iterator[Step]:
    """A tagged page opens a part for each line of text; its number is nobody's concern here."""
    yield b"BDC", []


_RUNS = {"rects": _rectangles, "path": _curves, "tag": _tag}


def _outlined(operator: bytes, operands: list[Operand]) -> Iterator[Step]:
    """One path operator that stands alone; without the right number of operands it is nothing."""
    if len(operands) == _PATH[operator] and all(isinstance(operand, float) for operand in operands):
        run = b"%s %s" % (b" ".join(b"%.6f" % number for number in operands), operator)
        yield from _rectangles(run) if operator == b"re" else _curves(run)


def _steps_by_pikepdf(content: bytes) -> Iterator[Step]:
    with pikepdf.new() as pdf:
        for instruction in pikepdf.parse_content_stream(pikepdf.Stream(pdf, content)):
            if isinstance(instruction, pikepdf.ContentStreamInlineImage):
                yield b"BI", [instruction.iimage]
                continue
            operator = bytes(instruction.operator)
            operands = [plain(operand) for operand in instruction.operands]
            yield from _outlined(operator, operands) if operator in _PATH else [(operator, operands)]


def straight_edges(run: bytes) -> list[tuple[float, float, float, float]]:
    """The straight lines of a run of path operators, each from one point to the next."""
    lines = []
    here = start = (0.0, 0.0)
    numbers: list[float] = []
    for word in run.split():
        kind = word[-1:]
        if kind not in b"mlcvyh":
            numbers.append(float(word))
            continue
        there = start if kind == b"h" else (numbers[-2], numbers[-1])
        if kind in b"lh" and there != here:
            lines.append((*here, *there))
        if kind == b"m":
            start = there
        here = there
        numbers = []
    return lines


def plain(operand: object) -> Operand:
    """An operand of pikepdf as `steps` gives it."""
    if isinstance(operand, bool) or operand is None:
        return operand
    if isinstance(operand, pikepdf.Name):
        return str(operand)
    if isinstance(operand, pikepdf.String):
        return bytes(operand)
    if isinstance(operand, pikepdf.Array):
        return [plain(part) for part in operand.as_list()]
    if isinstance(operand, pikepdf.Dictionary):
        return [plain(part) for key, value in operand.items() for part in (pikepdf.Name(key), value)]
    return float(operand)  # type: ignore[arg-type]
