from __future__ import annotations

import pytest

from catalog.editions import TRIMS
from catalog.print.grid import (
    GRIDS,
    LINE,
    SMALL,
    Grid,
    UnknownTrimError,
    baseline,
    column,
    grid_of,
    line_top,
    span,
)
from catalog.print.units import MM


@pytest.mark.parametrize("grid", GRIDS.values(), ids=GRIDS)
def test_margins_and_type_area_fill_the_trim(grid: Grid) -> None:
    assert grid.inner + grid.area + grid.outer == pytest.approx(grid.width, abs=0.01)


@pytest.mark.parametrize("grid", GRIDS.values(), ids=GRIDS)
def test_slots_and_the_lines_between_them_fill_the_type_area(grid: Grid) -> None:
    assert grid.slots * grid.slot_lines + grid.slots - 1 == grid.lines
    assert line_top(grid.lines) == grid.bottom


@pytest.mark.parametrize(("trim", "lines"), [("A4", 15), ("Letter", 14), ("A5", 10)])
def test_four_tabs_and_the_lines_between_them_fill_the_type_area(trim: str, lines: int) -> None:
    grid = GRIDS[trim]
    assert grid.tab_lines == lines
    assert grid.tab_top(3) + LINE * lines == grid.bottom


@pytest.mark.parametrize(
    ("trim", "inner", "outer", "bottom"),
    [("A4", 19, 15, 37.89), ("Letter", 22, 17.9, 36.0), ("A5", 18, 14, 31.28)],
)
def test_margins_are_those_of_the_design(trim: str, inner: float, outer: float, bottom: float) -> None:
    grid = GRIDS[trim]
    assert grid.left(1) == pytest.approx(inner * MM)
    assert grid.left(2) == pytest.approx(outer * MM)
    assert grid.height - grid.bottom == pytest.approx(bottom, abs=0.01)


def test_columns_are_eleven_millimetres_with_gutters_of_four() -> None:
    assert [round(span(columns) / MM) for columns in (3, 4, 6, 9, 12)] == [41, 56, 86, 131, 176]
    assert column(3) == pytest.approx(span(3) + 4 * MM)


def test_small_print_meets_the_baseline_grid_every_fourth_row() -> None:
    assert baseline(0) + 4 * SMALL == baseline(3)
    assert baseline(7) + 8 * SMALL == baseline(13)


def test_a_trim_is_found_in_any_letter_case_and_an_unknown_one_is_refused() -> None:
    assert grid_of("letter") is GRIDS["Letter"]
    with pytest.raises(UnknownTrimError, match=r"'Legal'.*A4, Letter, A5 and WxHmm"):
        grid_of("Legal")
    assert set(TRIMS) == set(GRIDS)


@pytest.mark.parametrize(
    ("trim", "own"), [("A4", "210x297mm"), ("Letter", "215.9x279.4"), ("A5", "148X210MM")]
)
def test_an_own_trim_of_a_known_size_has_its_columns_and_slots(trim: str, own: str) -> None:
    grid, known = grid_of(own), GRIDS[trim]
    assert (grid.columns, grid.lines, grid.slots, grid.slot_lines) == (
        known.columns, known.lines, known.slots, known.slot_lines,
    )  # fmt: skip
    assert grid.inner == pytest.approx(known.inner, abs=0.1 * MM)


@pytest.mark.parametrize("trim", ["148x205mm", "170x240mm", "197x210mm", "240x340mm"])
def test_an_own_trim_keeps_the_least_margins(trim: str) -> None:
    grid = grid_of(trim)
    assert grid.inner + grid.area + grid.outer == pytest.approx(grid.width)
    assert grid.inner >= 18 * MM
    assert grid.outer >= 14 * MM
    assert grid.height - grid.bottom >= 10 * MM
    assert grid.slots * (grid.slot_lines + 1) - 1 == grid.lines


@pytest.mark.parametrize("trim", ["100x150mm", "400x500mm", "0x0", "210x", "240x200mm"])
def test_an_own_trim_that_no_page_is_drawn_for_is_refused(trim: str) -> None:
    with pytest.raises(UnknownTrimError, match=trim):
        grid_of(trim)
