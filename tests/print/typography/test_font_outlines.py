from __future__ import annotations

import pytest

from catalog.print.typography.font_outlines import outlines


def extent(text: str, size: float = 10) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of all points of a path."""
    numbers = [stroke[1] for stroke in outlines(text, size).strokes if stroke[1]]
    xs = [x for stroke in numbers for x in stroke[::2]]
    ys = [y for stroke in numbers for y in stroke[1::2]]
    return min(xs), min(ys), max(xs), max(ys)


@pytest.mark.parametrize(("sign", "contours"), [("l", 1), ("0", 2), ("8", 3), ("i", 2)])
def test_a_sign_has_its_contours_each_begun_and_closed(sign: str, contours: int) -> None:
    operators = [operator for operator, _ in outlines(sign, 10).strokes]
    assert operators.count("m") == operators.count("h") == contours
    assert operators[0] == "m"
    assert operators[-1] == "h"


def test_capitals_stand_on_the_baseline_and_reach_their_height() -> None:
    left, bottom, right, top = extent("H")
    assert bottom == 0
    assert top == pytest.approx(7.14)
    assert 0 < left < right < outlines("H", 10).width


def test_letters_follow_each_other_and_grow_with_the_size() -> None:
    assert outlines("HH", 10).width == pytest.approx(2 * outlines("H", 10).width)
    assert outlines("HH", 20).width == pytest.approx(2 * outlines("HH", 10).width)
    assert extent("HH")[0] == extent("H")[0]
    assert extent("HH")[2] == pytest.approx(outlines("H", 10).width + extent("H")[2])


def test_a_sign_of_another_script_is_refused() -> None:
    with pytest.raises(ValueError, match="no glyph for '日'"):
        outlines("Sheet 日", 7)
