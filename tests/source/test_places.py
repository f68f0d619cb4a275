"""Places inside a text: the line and column in the file of a character of the value."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.source import Scalar, place_in_scalar, read, trailing_comment


def _place(source: str, needle: str) -> tuple[int, int]:
    document = read(source.encode())
    node = document.node(("a",))
    assert isinstance(node, Scalar)
    return place_in_scalar(document, node, node.text.index(needle))


@pytest.mark.parametrize(
    ("source", "place"),
    [
        pytest.param("a: one X two\n", (1, 8), id="plain"),
        pytest.param("a: 'it''s X'\n", (1, 11), id="single quotes with an escaped one"),
        pytest.param('a: "t\\tu\\u00e9 X"\n', (1, 16), id="double quotes with escapes"),
        pytest.param("a: |\n  one\n  two X\n", (3, 7), id="literal"),
        pytest.param("a: |\n\n  one\n\n    two X\n", (5, 9), id="literal with blank lines and deeper lines"),
        pytest.param("a: >-\n  one\n  two\n\n  three X\n", (5, 9), id="folded"),
        pytest.param("a: one\n  two X\n", (2, 7), id="plain over two lines"),
        pytest.param('a: "one \\\n  two X"\n', (2, 7), id="double quotes with an escaped line end"),
        pytest.param("a: 日本 X\n", (1, 7), id="columns count characters"),
    ],
)
def test_a_character_is_found_at_its_place(source: str, place: tuple[int, int]) -> None:
    assert _place(source, "X") == place


@given(
    st.lists(
        st.text(alphabet="ab ", min_size=1, max_size=8).map(str.strip).filter(bool), min_size=1, max_size=5
    )
)
def test_every_line_of_a_literal_text_is_found(lines: list[str]) -> None:
    source = "a: |\n" + "".join(f"  {line}\n" for line in [*lines, "X"])
    assert _place(source, "X") == (len(lines) + 2, 3)


def test_a_comment_after_a_plain_text_is_found() -> None:
    document = read(b"a: C is # 1\nb: 'x # y'\n")
    plain, quoted = document.node(("a",)), document.node(("b",))
    assert isinstance(plain, Scalar)
    assert isinstance(quoted, Scalar)
    assert trailing_comment(document, plain) == 8
    assert trailing_comment(document, quoted) is None
