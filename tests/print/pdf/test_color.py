from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.print.pdf.color import BLACK, CONNECTOR, DEDICATED, WEBSPACE, WHITE, Ink, grey, screen


def lightness(ink: Ink) -> float:
    """L* of what the screen shows."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in screen(ink)
    )
    light = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return float(116 * light ** (1 / 3) - 16)


@pytest.mark.parametrize(("ink", "proof"), [(WEBSPACE, 69), (DEDICATED, 45), (CONNECTOR, 25)])
def test_type_colours_are_as_light_on_screen_as_on_the_proof(ink: Ink, proof: float) -> None:
    assert lightness(ink) == pytest.approx(proof, abs=5)


def test_type_colours_differ_by_lightness_first() -> None:
    steps = [lightness(ink) for ink in (WEBSPACE, DEDICATED, CONNECTOR)]
    assert steps[0] - steps[1] >= 20
    assert steps[1] - steps[2] >= 20


def test_type_colours_are_green_rust_and_plum() -> None:
    green, rust, plum = screen(WEBSPACE), screen(DEDICATED), screen(CONNECTOR)
    assert max(green) == green[1]
    assert rust[0] > rust[1] > rust[2]
    assert plum[0] > plum[1] < plum[2]


def test_black_is_black_and_paper_is_white() -> None:
    assert screen(BLACK) == (0, 0, 0)
    assert screen(WHITE) == (1, 1, 1)


@given(st.floats(0, 100))
def test_tints_of_black_are_neutral(k: float) -> None:
    red, green, blue = screen(grey(k))
    assert red == green == blue == pytest.approx(1 - k / 100)


INK = st.floats(0, 100)


@given(INK, INK, INK, INK)
def test_every_ink_shows_as_a_colour(c: float, m: float, y: float, k: float) -> None:
    assert all(0 <= part <= 1 for part in screen(Ink(c, m, y, k)))


@given(INK, INK, INK, st.floats(0, 90))
def test_more_black_is_never_lighter(c: float, m: float, y: float, k: float) -> None:
    assert lightness(Ink(c, m, y, k + 10)) <= lightness(Ink(c, m, y, k)) + 0.01
