"""The strict reader: what it takes, what it refuses, and where."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.source import Document, Mapping, Scalar, Sequence, plain_values, read
from catalog.source.encoding import MAX_BYTES
from catalog.source.reader import MAX_DEPTH


def _faults(text: str | bytes) -> list[tuple[str, int, int]]:
    document = read(text if isinstance(text, bytes) else text.encode())
    return [(fault.code, fault.span.line, fault.span.column) for fault in document.faults]


def _text(document: Document, *path: str | int) -> str:
    node = document.node(path)
    assert isinstance(node, Scalar)
    return node.text


@pytest.mark.parametrize(
    "typed",
    [
        "NO",
        "1.10",
        "012",
        "22:30",
        "0x1F",
        "1e3",
        "~",
        "null",
        "true",
        "2026-09-01",
        "1_000",
        ".inf",
        "=",
        "é",
    ],
)
def test_a_scalar_stays_the_text_that_was_typed(typed: str) -> None:
    assert _text(read(f"version: {typed}\n".encode()), "version") == typed


def test_nested_values_are_found_by_their_path() -> None:
    document = read(b"a:\n  - b: 1\n    c: [x, y]\n")
    assert _text(document, "a", 0, "c", 1) == "y"
    assert isinstance(document.node(("a",)), Sequence)
    assert document.node(("a", 1)) is None
    assert document.node(("a", 0, "nope")) is None


def test_text_is_normalised_to_nfc() -> None:
    assert _text(read("name: Cafe\u0301\n".encode()), "name") == "Café"


def test_a_byte_order_mark_and_windows_line_ends_are_accepted() -> None:
    document = read("\ufeffname: a\r\nsummary: |\r\n  x\r\n  y\r\n".encode())
    assert document.faults == []
    assert _text(document, "summary") == "x\ny\n"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        pytest.param("", ("APS008", 1, 1), id="empty file"),
        pytest.param("# only a comment\n", ("APS008", 1, 1), id="comment only"),
        pytest.param("a: 1\nb: 2\na: 3\n", ("APS103", 3, 1), id="duplicate key"),
        pytest.param("a:\n  b: 1\n  b: 2\n", ("APS103", 3, 3), id="duplicate key further in"),
        pytest.param("a: &x 1\n", ("APS104", 1, 4), id="anchor"),
        pytest.param("a: *x\n", ("APS104", 1, 4), id="alias"),
        pytest.param("name: *Star Desk\n", ("APS104", 1, 7), id="a name that begins with a star"),
        pytest.param("a: !!str 1\n", ("APS105", 1, 4), id="tag"),
        pytest.param("a: !x {b: 1}\n", ("APS105", 1, 4), id="tag on a block"),
        pytest.param("a: {<<: {b: 1}}\n", ("APS106", 1, 5), id="merge key"),
        pytest.param("a: 1\n---\nb: 2\n", ("APS109", 2, 1), id="second document"),
        pytest.param("[a]: 1\n", ("APS110", 1, 1), id="a list as key"),
        pytest.param("summary: Sync: faster\n", ("APS111", 1, 14), id="colon in a plain text"),
        pytest.param("name: @Office\n", ("APS112", 1, 7), id="a sign that starts nothing"),
        pytest.param('a: "b\nc: d\n', ("APS113", 1, 4), id="open quote"),
        pytest.param("a: [b, c\nd: e\n", ("APS114", 1, 4), id="open bracket"),
        pytest.param("a:\n\tb: 1\n", ("APS102", 2, 1), id="tab as indentation"),
        pytest.param("a: 1\n  b: 2\n", ("APS115", 2, 4), id="indented too far"),
        pytest.param("a: 1\nb\nc: 2\n", ("APS115", 2, 1), id="a line that is no field"),
        pytest.param("a:\n  b: 1\n\u00a0 c: 2\n", ("APS117", 3, 1), id="no-break space as indentation"),
        pytest.param("name: Har\u200bbor\n", ("APS108", 1, 10), id="zero-width space"),
        pytest.param("name: a\u202eb\n", ("APS108", 1, 8), id="direction override"),
        pytest.param("name: a\x08b\n", ("APS108", 1, 8), id="control character"),
        pytest.param("name: a\u2028b\n", ("APS108", 1, 8), id="line separator"),
        pytest.param('name: "a\\u200Bb"\n', ("APS108", 1, 9), id="zero-width space by escape"),
        pytest.param('name: "a\\u0008b"\n', ("APS108", 1, 9), id="control character by escape"),
    ],
)
def test_each_fault_stands_at_its_place(text: str, fault: tuple[str, int, int]) -> None:
    assert _faults(text) == [fault]


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        pytest.param("name: Caf\n".encode("utf-16"), ("APS002", 1, 1), id="UTF-16 with mark"),
        pytest.param("name: Caf\n".encode("utf-16-le"), ("APS002", 1, 1), id="UTF-16 without mark"),
        pytest.param("a: b\nname: é\xff\n".encode("latin-1"), ("APS001", 2, 7), id="Latin-1"),
        pytest.param(
            b"a: b\r\nname: \xc3\xa9\xff\r\n", ("APS001", 2, 8), id="wrong byte after Windows line ends"
        ),
        pytest.param(b"a: " + b"x" * MAX_BYTES, ("APS003", 1, 1), id="too large"),
    ],
)
def test_each_fault_of_the_bytes_stands_at_its_place(data: bytes, fault: tuple[str, int, int]) -> None:
    assert _faults(data) == [fault]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("👩\u200d💻", id="emoji joined"),
        pytest.param("🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", id="flag of tags"),
        pytest.param("می\u200cخواهم", id="Persian non-joiner"),
        pytest.param("क्\u200dष", id="Devanagari joiner"),
        pytest.param("10\u00a0kg", id="no-break space"),
    ],
)
def test_signs_that_a_script_needs_are_accepted(text: str) -> None:
    assert _faults(f"name: {text}\n") == []


def test_nesting_is_bounded() -> None:
    assert _faults("a: " + "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1)) == []
    assert [code for code, _, _ in _faults("a: " + "[" * 500)] == ["APS107"]


def test_an_alias_bomb_is_refused_and_never_expanded() -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x, x]"]
    lines += [
        f"{new}: &{new} [{', '.join(['*' + old] * 10)}]"
        for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    codes = {code for code, _, _ in _faults("\n".join(lines))}
    assert codes == {"APS104"}


def test_a_syntax_fault_says_that_the_rest_was_not_checked() -> None:
    document = read(b"name: @x\n")
    assert document.root is None
    assert "what follows in this file was not checked" in document.faults[0].help


def test_faults_that_leave_the_tree_whole_leave_it_to_be_decoded() -> None:
    document = read("name: a\u200bb\ntype: webspace\n".encode())
    assert isinstance(document.root, Mapping)
    assert _text(document, "type") == "webspace"


def test_vocabulary_files_are_read_as_plain_values() -> None:
    assert plain_values(b"a: true\nb: 'true'\nc: [1, {d: e}]\n") == {
        "a": True,
        "b": "true",
        "c": ["1", {"d": "e"}],
    }
    with pytest.raises(ValueError, match="a second time"):
        plain_values(b"a: 1\na: 2\n")


@given(st.binary(max_size=300))
def test_any_bytes_give_a_tree_or_a_fault(data: bytes) -> None:
    document = read(data)
    assert document.root is not None or document.faults


@given(st.text(alphabet=st.sampled_from("ab: -#'\"[]{},&*!|>%@`\n\t?\\~<=\u200bé日"), max_size=60))
def test_any_text_gives_a_tree_or_a_fault_within_the_file(text: str) -> None:
    document = read(text.encode())
    assert document.root is not None or document.faults
    lines = document.text.split("\n")
    for fault in document.faults:
        assert 1 <= fault.span.line <= max(1, len(lines))
        assert 1 <= fault.span.column <= len(lines[fault.span.line - 1]) + 1
