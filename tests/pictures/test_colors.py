"""Contrast as WCAG counts it, and moving a colour until it is read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.pictures.colors import WHITE, as_hex, contrast, moved_until_read, read_color

BLACK = (0, 0, 0)
COLORS = st.tuples(*[st.integers(0, 255)] * 3)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (BLACK, WHITE, 21.0),
        (WHITE, WHITE, 1.0),
        ((0x76, 0x76, 0x76), WHITE, 4.54),
        ((0, 0, 255), WHITE, 8.59),
    ],
)
def test_contrast_is_that_of_wcag(
    one: tuple[int, int, int], other: tuple[int, int, int], expected: float
) -> None:
    assert contrast(one, other) == pytest.approx(expected, abs=0.01)
    assert contrast(other, one) == contrast(one, other)


@given(COLORS)
def test_any_colour_darkens_until_it_is_read_on_white(color: tuple[int, int, int]) -> None:
    moved = moved_until_read(color, BLACK, (WHITE,), 4.5)
    assert contrast(moved, WHITE) >= 4.5
    assert all(new <= old for new, old in zip(moved, color, strict=True))


@given(COLORS)
def test_a_colour_that_is_read_stays(color: tuple[int, int, int]) -> None:
    assert moved_until_read(color, BLACK, (WHITE,), 1.0) == color


@given(COLORS)
def test_a_colour_is_written_as_it_is_read(color: tuple[int, int, int]) -> None:
    assert read_color(as_hex(color)) == (color, 1.0)
