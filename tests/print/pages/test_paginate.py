from __future__ import annotations

import itertools
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.print.pages.paginate import fill


class Piece(NamedTuple):
    number: int
    slots: int


SIZES = st.lists(st.sampled_from([1, 1, 1, 2, 4]), max_size=60)


@given(SIZES)
def test_every_block_is_placed_once_and_in_order(sizes: list[int]) -> None:
    pieces = [Piece(number, size) for number, size in enumerate(sizes)]
    assert [piece for page in fill(pieces, 4) for _, piece in page] == pieces


@given(SIZES)
def test_no_two_blocks_share_a_slot_and_none_leaves_the_page(sizes: list[int]) -> None:
    for page in fill([Piece(number, size) for number, size in enumerate(sizes)], 4):
        taken = [slot + step for slot, piece in page for step in range(piece.slots)]
        assert len(taken) == len(set(taken))
        assert max(taken) < 4


@given(SIZES)
def test_a_block_starts_where_its_size_allows(sizes: list[int]) -> None:
    for page in fill([Piece(number, size) for number, size in enumerate(sizes)], 4):
        assert all(slot % piece.slots == 0 for slot, piece in page)


@given(SIZES)
def test_a_block_never_waits_for_a_page_that_it_could_have_had(sizes: list[int]) -> None:
    pages = fill([Piece(number, size) for number, size in enumerate(sizes)], 4)
    for page, following in itertools.pairwise(pages):
        last_slot, last = page[-1]
        first = following[0][1]
        start = -(-(last_slot + last.slots) // first.slots) * first.slots
        assert start + first.slots > 4


def test_a_half_after_one_quarter_leaves_a_slot_white() -> None:
    pages = fill([Piece(0, 1), Piece(1, 2), Piece(2, 1)], 4)
    assert [[slot for slot, _ in page] for page in pages] == [[0, 2], [0]]


def test_nothing_makes_no_page() -> None:
    assert fill([], 4) == ()


def test_a_block_larger_than_a_page_is_refused() -> None:
    with pytest.raises(ValueError, match="8 slots"):
        fill([Piece(0, 8)], 4)
