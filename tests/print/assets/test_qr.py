from __future__ import annotations

import pytest
import zxingcpp

from catalog.print.assets.qr import LEAST_MODULE_MM, QUIET_MODULES, QrTooLongError, modules
from catalog.print.pdf.canvas import PageCanvas, Sheet
from catalog.print.units import MM
from tests.print.paper import poppler_raster, print_of, raster

LONGEST_SLUG = "https://catalog.example/apps/" + "a" * 60 + "/?e=27s"
SHEET = Sheet(100.0, 100.0)


def address(size: int) -> str:
    return "https://catalog.example/apps/".ljust(size, "a")


@pytest.mark.parametrize(
    ("size", "side"), [(62, 33), (63, 37), (84, 37), (85, 41), (106, 41), (107, 45), (122, 45)]
)
def test_the_length_of_an_address_decides_the_number_of_modules(size: int, side: int) -> None:
    code = modules(address(size))
    assert code.size == side
    assert code.module(22.0) >= LEAST_MODULE_MM


@pytest.mark.parametrize("size", [123, 5000])
def test_an_address_whose_modules_would_be_too_small_is_refused(size: int) -> None:
    with pytest.raises(QrTooLongError, match=f"{size} bytes"):
        modules(address(size))


def test_a_larger_box_takes_a_longer_address() -> None:
    assert modules(address(123), box_mm=33).size == 49


def test_runs_of_black_modules_stay_in_their_row_and_never_touch() -> None:
    code = modules(LONGEST_SLUG)
    last = (-1, -1)
    for column, row, length in code.runs:
        assert (row, column) > last
        assert length >= 1
        assert column + length <= code.size
        last = (row, column + length)


def test_the_outline_covers_the_black_modules_and_no_other() -> None:
    code = modules(LONGEST_SLUG)
    numbers = [int(number) for number in code.outline.replace(b"re", b"").split()]
    covered = [
        (column + step, row)
        for column, row, length, height in zip(*[iter(numbers)] * 4, strict=True)
        for step in range(length)
        if height == 1
    ]
    black = [(column + step, row) for column, row, length in code.runs for step in range(length)]
    assert sorted(covered) == sorted(black)
    assert len(covered) == len(set(covered))


def test_the_three_finders_are_where_readers_look() -> None:
    code = modules(LONGEST_SLUG)
    assert (0, 0, 7) in code.runs
    assert (code.size - 7, 0, 7) in code.runs
    assert (0, code.size - 1, 7) in code.runs


@pytest.mark.parametrize("text", ["https://catalog.example/apps/a/?e=27s", LONGEST_SLUG])
@pytest.mark.parametrize("draw", [raster, poppler_raster])
def test_a_printed_code_is_read_at_72_dpi(text: str, draw: object) -> None:
    code = modules(text)

    def page(canvas: PageCanvas) -> None:
        canvas.qr(10, 10, 22 * MM, code)

    assert callable(draw)
    (found,) = zxingcpp.read_barcodes(draw(print_of(page, sheet=SHEET), dpi=72))
    assert found.text == text
    assert found.ec_level == "M"


def test_the_quiet_zone_stays_white() -> None:
    code = modules(LONGEST_SLUG)
    picture = raster(print_of(lambda canvas: canvas.qr(10, 10, 80, code), sheet=SHEET), dpi=288)
    quiet = QUIET_MODULES * code.module(80) * 4
    box = picture.point(lambda level: 255 - level).getbbox()
    assert box == pytest.approx((40 + quiet, 40 + quiet, 360 - quiet, 360 - quiet), abs=1)
