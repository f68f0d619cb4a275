"""Content streams as operators: the fast reader says what pikepdf says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.print.preflight.reading.tokens import (
    Operand,
    Outline,
    Step,
    _steps,
    _steps_by_pikepdf,
    steps,
    straight_edges,
)

NUMBERS = st.one_of(
    st.integers(-9999, 9999).map(lambda number: b"%d" % number),
    st.floats(-999, 999).map(lambda number: b"%.3f" % number),
    st.sampled_from([b".5", b"-.25", b"+7", b"4.", b"0"]),
)
STRINGS = st.one_of(
    st.binary(max_size=8).map(
        lambda text: b"(%s)" % text.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    ),
    st.binary(max_size=8).map(lambda text: b"<%s>" % text.hex().encode()),
    st.sampled_from(
        [b"(a(b)c)", b"(%no comment)", b"((% )\n)", rb"(\101\n\7)", b"(a\\\nb)", b"(a\r\nb)", b"<4 1 5>"]
    ),
)
NAMES = st.sampled_from([b"/F1", b"/A#42", b"/", b"/a.b"])
SIMPLE = st.one_of(NUMBERS, STRINGS, NAMES, st.sampled_from([b"true", b"false", b"null"]))
ARRAYS = st.lists(SIMPLE, max_size=4).map(lambda parts: b"[" + b" ".join(parts) + b"]")
DICTIONARIES = st.lists(SIMPLE, max_size=1).map(lambda parts: b"<</Key " + b" ".join(parts or [b"1"]) + b">>")
CALLS = st.tuples(
    st.lists(st.one_of(SIMPLE, ARRAYS, DICTIONARIES), max_size=4),
    st.sampled_from([b"Tj", b"gs", b"'", b"q", b"T*", b"d0"]),
).map(lambda call: b" ".join([*call[0], call[1]]))
PATHS = st.sampled_from(
    [(4, b"re"), (2, b"m"), (2, b"l"), (6, b"c"), (4, b"v"), (4, b"y"), (0, b"h")]
).flatmap(
    lambda kind: st.lists(NUMBERS, min_size=kind[0], max_size=kind[0]).map(
        lambda numbers: b" ".join([*numbers, kind[1]])
    )
)


def merged(found: list[Step]) -> list[tuple[bytes, list[Operand]]]:
    """Runs of outlines as one, and numbers rounded, as the two readers divide runs in their own way."""
    result: list[tuple[bytes, list[Operand]]] = []
    for operator, operands in found:
        if operator != b"outline":
            result.append((operator, operands))
            continue
        if not result or result[-1][0] != b"outline":
            result.append((operator, []))
        result[-1][1].append(operands[0])  # The run behind it is told by neither in the same way.
    return [
        (operator, around(operands) if operator == b"outline" else rounded(operands))
        for operator, operands in result
    ]


def around(outlines: list[Outline]) -> list[Operand]:
    if not outlines:
        return []
    lefts, bottoms, rights, tops, figures, _ = zip(*outlines, strict=True)
    return [round(edge, 3) + 0.0 for edge in (min(lefts), min(bottoms), max(rights), max(tops))] + [
        sum(figures)
    ]


def rounded(operands: list[Operand]) -> list[Operand]:
    return [
        rounded(part) if isinstance(part, list) else round(part, 3) + 0.0 if isinstance(part, float) else part
        for part in operands
    ]


@given(st.lists(st.one_of(CALLS, PATHS), max_size=8).map(b"\n".join))
def test_both_readers_agree(content: bytes) -> None:
    assert merged(list(_steps(content))) == merged(list(_steps_by_pikepdf(content)))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"0 0 1 1 re 2 0 3 1 re f", [(b"outline", [Outline(0, 0, 5, 1, 2, 1)]), (b"f", [])]),
        (b"0 0 m 4 5 l h S", [(b"outline", [Outline(0, 0, 4, 5, 1, 0)]), (b"S", [])]),
        (b"0 0 2 1 re h f", [(b"outline", [Outline(0, 0, 2, 1, 1, 1)]), (b"f", [])]),
        (
            b"0\x000 m 4\x00 5 l",
            [(b"outline", [Outline(0, 0, 0, 0, 1, 0)]), (b"outline", [Outline(4, 5, 4, 5, 0, 0)])],
        ),
        (b"[(A) -20 (B)] TJ % done", [(b"TJ", [[b"A", -20.0, b"B"]])]),
        (b"/Span <</ActualText <FEFF>>> BDC", [(b"BDC", ["/Span", ["/ActualText", b"\xfe\xff"]])]),
        (b"/P <</MCID 3>> BDC EMC", [(b"BDC", []), (b"EMC", [])]),
        (b"1 0 0 rg(A)Tj", [(b"rg", [1.0, 0.0, 0.0]), (b"Tj", [b"A"])]),
    ],
)
def test_operators_come_with_their_operands(content: bytes, expected: list[Step]) -> None:
    found = [
        (operator, operands[:1] if operator == b"outline" else operands)
        for operator, operands in steps(content)
    ]
    assert found == expected


def test_straight_lines_are_told_from_curves() -> None:
    assert straight_edges(b"0 0 m 4 0 l 4 2 4 4 2 4 c h") == [(0, 0, 4, 0), (2, 4, 0, 0)]


@given(st.binary(max_size=60))
def test_any_bytes_can_be_read(content: bytes) -> None:
    list(_steps(content))


def test_an_inline_picture_does_not_spill_its_bytes() -> None:
    found = list(steps(b"q BI /W 1 /H 1 /CS /G /BPC 8 ID Q EI Q"))
    assert [operator for operator, _ in found] == [b"q", b"BI", b"Q"]
