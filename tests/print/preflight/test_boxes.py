"""The geometry of pages: boxes, bleed, marks, margins, lines, pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pikepdf import Array, Name

from catalog.print.preflight.finding import Limits
from tests.print.preflight.press import BLEED, MEDIA, OUTER, TRIM, checked, picture, press_file, told

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("box", "edges", "words"),
    [
        pytest.param("/TrimBox", (TRIM[0] - 20, *TRIM[1:]), "TrimBox is not inside the BleedBox", id="trim"),
        pytest.param("/BleedBox", (-20, *OUTER[1:]), "BleedBox is not inside the MediaBox", id="bleed"),
        pytest.param("/MediaBox", (-5, *MEDIA[1:]), "MediaBox starts at -5 0", id="origin"),
    ],
)
def test_boxes_that_do_not_nest_are_errors(
    tmp_path: Path, box: str, edges: tuple[float, ...], words: str
) -> None:
    pdf = press_file()
    pdf.pages[2].obj[box] = Array(edges)
    found = [finding for finding in checked(pdf, tmp_path) if finding.check == "boxes"]
    assert [(finding.severity, finding.page) for finding in found] == [("error", 3)]
    assert words in found[0].message


def test_a_page_without_trim_is_an_error(tmp_path: Path) -> None:
    pdf = press_file()
    del pdf.pages[0].obj.TrimBox
    assert ("boxes", "error", 1) in told(checked(pdf, tmp_path))


def test_a_page_without_bleed_is_an_error(tmp_path: Path) -> None:
    pdf = press_file()
    pdf.pages[0].obj.BleedBox = Array(TRIM)
    found = [finding for finding in checked(pdf, tmp_path) if finding.check == "bleed"]
    assert [finding.message for finding in found] == ["0.0 mm of bleed on the left, less than 3 mm"]


def test_pages_of_two_sizes_are_an_error(tmp_path: Path) -> None:
    pdf = press_file()
    pdf.pages[3].obj.TrimBox = Array((TRIM[0], TRIM[1], TRIM[2], TRIM[3] - 5))
    assert ("trim", "error", 4) in told(checked(pdf, tmp_path))


def test_five_pages_are_an_error_where_sheets_are_folded(tmp_path: Path) -> None:
    pdf = press_file(pages=5)
    (found,) = checked(pdf, tmp_path)
    assert found.message == "5 pages, no multiple of 4"
    assert checked(pdf, tmp_path, limits=Limits(pages_multiple=1)) == ()


@pytest.mark.parametrize(
    ("left", "severity"),
    [
        pytest.param(TRIM[0], "error", id="cut at the trim"),
        pytest.param(TRIM[0] - BLEED / 2, "warning", id="half way into the bleed"),
    ],
)
def test_a_background_that_does_not_bleed_is_found(tmp_path: Path, left: float, severity: str) -> None:
    content = b"0 0.1 0 0 k %.3f 300 60 30 re f" % left
    assert told(checked(press_file(content), tmp_path)) == [("background", severity, 1)]


def test_a_background_clipped_at_the_trim_is_found(tmp_path: Path) -> None:
    content = b"q %.3f 300 60 30 re W n 0 0.1 0 0 k 0 250 200 150 re f Q" % TRIM[0]
    assert told(checked(press_file(content), tmp_path)) == [("background", "error", 1)]


@pytest.mark.parametrize(
    ("outline", "found"),
    [
        pytest.param("{0} 300 m {1} 300 l {1} 330 l {0} 330 l h f", True, id="straight edge"),
        pytest.param("{1} 300 m {0} 315 l {1} 330 l h f", False, id="tip"),
        pytest.param("{1} 300 m {0} 300 {0} 330 {1} 330 c h f", False, id="round"),
        pytest.param(
            "{0} 300 m {1} 300 l {1} 330 l {0} 330 l h f {2} 300 {3} 30 re f", False, id="carried on"
        ),
    ],
)
def test_only_straight_edges_at_the_trim_have_to_bleed(tmp_path: Path, outline: str, *, found: bool) -> None:
    content = "0 0.1 0 0 k " + outline.format(TRIM[0], TRIM[0] + 40, OUTER[0], BLEED)
    assert told(checked(press_file(content.encode()), tmp_path)) == [("background", "error", 1)] * found


@pytest.mark.parametrize("left", [OUTER[0], TRIM[0] + 5])
def test_a_background_that_bleeds_or_stays_inside_is_right(tmp_path: Path, left: float) -> None:
    assert checked(press_file(b"0 0.1 0 0 k %.3f 300 60 30 re f" % left), tmp_path) == ()


def test_a_picture_cut_at_the_trim_is_found(tmp_path: Path) -> None:
    content = b"q 24 0 0 24 %.3f 300 cm /Picture Do Q" % TRIM[0]
    assert told(checked(press_file(content), tmp_path)) == [("background", "error", 1)]


def test_a_mark_in_the_bleed_is_an_error(tmp_path: Path) -> None:
    content = b"0.25 w 1 1 1 1 K 20 %.2f m %.2f %.2f l S" % (TRIM[1], TRIM[0] - 2, TRIM[1])
    assert told(checked(press_file(content), tmp_path)) == [("marks", "error", 1)]


@pytest.mark.parametrize(
    ("x", "words"),
    [(TRIM[0] + 5, "1.8 mm from the trim"), (TRIM[0] - 3, "across the trim")],
)
def test_text_in_the_safe_margin_is_an_error(tmp_path: Path, x: float, words: str) -> None:
    content = b"/Over gs 0 0 0 1 k BT /F 10 Tf %.2f 320 Td <0001> Tj ET" % x
    (found,) = checked(press_file(content), tmp_path)
    assert (found.check, found.severity, found.page) == ("safe-margin", "error", 1)
    assert words in found.message


def test_the_end_of_a_line_is_where_its_last_glyph_ends(tmp_path: Path) -> None:
    """Forty glyphs of 6 points: the line starts far from the trim and ends too near to it."""
    content = b"/Over gs 0 0 0 1 k BT /F 10 Tf 100 320 Td <%s> Tj ET" % (b"0001" * 40)
    assert told(checked(press_file(content), tmp_path)) == [("safe-margin", "error", 1)]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"0 0 0 1 K 0.1 w 100 320 m 150 320 l S", id="thin"),
        pytest.param(b"0 0 0 1 K 0 w 100 320 m 150 320 l S", id="no width"),
        pytest.param(b"q 0.1 0 0 0.1 0 0 cm 0 0 0 1 K 1 w 1000 3200 m 1500 3200 l S Q", id="scaled"),
        pytest.param(b"0 0 0 1 k 100 320 50 0.1 re f", id="filled strip"),
    ],
)
def test_a_hairline_is_an_error(tmp_path: Path, content: bytes) -> None:
    assert told(checked(press_file(content), tmp_path)) == [("hairline", "error", 1)]


def test_a_quarter_point_is_no_hairline(tmp_path: Path) -> None:
    assert checked(press_file(b"0 0 0 1 K 0.25 w 100 320 m 150 320 l S"), tmp_path) == ()


@pytest.mark.parametrize(("side", "severity"), [(40, "error"), (60, "warning")])
def test_a_coarse_picture_is_found(tmp_path: Path, side: int, severity: str) -> None:
    """On 20 points, 84 pixels are 302 an inch."""
    pdf = press_file(b"q 20 0 0 20 100 320 cm /Coarse Do Q")
    pdf.pages[0].obj.Resources.XObject.Coarse = picture(pdf, side, Name.DeviceCMYK)
    assert told(checked(pdf, tmp_path)) == [("resolution", severity, 1)]
