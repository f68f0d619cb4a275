from __future__ import annotations

import itertools
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.print.pages.paginate import fill


class Piece(NamedTuple):
    number: int
    depth: int
    step: int


A4, LETTER, A5 = 63, 59, 43
TRIMS = st.sampled_from([(A4, 16), (LETTER, 15), (A5, 22)])


@st.composite
def mixtures(draw: st.DrawFn) -> tuple[int, list[Piece]]:
    """Lines of a page, and listings, quarters, halves and whole pages of that trim in any order."""
    lines, quarter = draw(TRIMS)
    sizes = draw(st.lists(st.sampled_from([4, 4, 4, quarter, quarter, 2 * quarter, lines + 1]), max_size=60))
    return lines, [Piece(number, size, 1 if size == 4 else size) for number, size in enumerate(sizes)]


def quarters(*sizes: int) -> list[Piece]:
    return [Piece(number, 16 * size, 16 * size) for number, size in enumerate(sizes)]


def listings(count: int) -> list[Piece]:
    return [Piece(number, 4, 1) for number in range(count)]


@given(mixtures())
def test_every_block_is_placed_once_and_in_order(mixture: tuple[int, list[Piece]]) -> None:
    lines, pieces = mixture
    assert [piece for page in fill(pieces, lines) for _, piece in page] == pieces


@given(mixtures())
def test_no_two_blocks_share_a_line_and_none_leaves_the_page(mixture: tuple[int, list[Piece]]) -> None:
    lines, pieces = mixture
    for page in fill(pieces, lines):
        taken = [first + step for first, piece in page for step in range(piece.depth)]
        assert len(taken) == len(set(taken))
        assert max(taken) <= lines


@given(mixtures())
def test_a_block_starts_where_its_size_allows(mixture: tuple[int, list[Piece]]) -> None:
    lines, pieces = mixture
    for page in fill(pieces, lines):
        assert all(first % piece.step == 0 for first, piece in page)


@given(mixtures())
def test_a_block_never_waits_for_lines_that_it_could_have_had(mixture: tuple[int, list[Piece]]) -> None:
    lines, pieces = mixture
    pages = fill(pieces, lines)
    for page, following in itertools.pairwise(pages):
        last_line, last = page[-1]
        first = following[0][1]
        start = -(-(last_line + last.depth) // first.step) * first.step
        assert start + first.depth > lines + 1
    for page in pages:
        for (line, one), (next_line, other) in itertools.pairwise(page):
            assert next_line - (line + one.depth) < other.step


@given(mixtures())
def test_on_a4_listings_and_quarters_add_up_without_a_gap(mixture: tuple[int, list[Piece]]) -> None:
    lines, pieces = mixture
    fours = [piece for piece in pieces if lines == A4 and piece.depth == 4]
    whole = fours[: len(fours) // 4 * 4]
    mixed = [piece for number, piece in enumerate(whole) if number % 4 == 0]
    made = [piece for first in mixed for piece in (*listings(4), first._replace(depth=16, step=16))]
    for page in fill(made, A4):
        assert all(line + one.depth == next_line for (line, one), (next_line, _) in itertools.pairwise(page))


@pytest.mark.parametrize(("lines", "count"), [(A4, 16), (LETTER, 15), (A5, 11)])
def test_a_page_holds_as_many_listings_as_the_design_says(lines: int, count: int) -> None:
    assert [len(page) for page in fill(listings(count + 1), lines)] == [count, 1]


def test_a_half_after_one_quarter_leaves_a_slot_white() -> None:
    pages = fill(quarters(1, 2, 1), A4)
    assert [[line for line, _ in page] for page in pages] == [[0, 32], [0]]


def test_a_quarter_after_listings_waits_for_its_own_slot() -> None:
    pieces = [*listings(3), Piece(3, 15, 15), Piece(4, 4, 1)]
    assert [line for line, _ in fill(pieces, LETTER)[0]] == [0, 4, 8, 15, 30]


def test_nothing_makes_no_page() -> None:
    assert fill(listings(0), A4) == ()


def test_a_block_larger_than_a_page_is_refused() -> None:
    with pytest.raises(ValueError, match="80 lines"):
        fill(quarters(5), A4)
