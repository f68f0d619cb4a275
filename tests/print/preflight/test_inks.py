"""Colour on a press: what is painted in the wrong inks, too many of them, or in none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream

from catalog.print.preflight.finding import Limits
from tests.print.preflight.press import checked, code, drawing, picture, press_file, told

if TYPE_CHECKING:
    from pathlib import Path


def resources(pdf: pikepdf.Pdf) -> pikepdf.Object:
    return pdf.pages[0].obj.Resources


def test_a_right_file_passes_without_findings(tmp_path: Path) -> None:
    assert checked(press_file(code()), tmp_path) == ()


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"1 0 0 rg 100 320 20 20 re f", id="fill"),
        pytest.param(b"1 0 0 RG 2 w 100 320 m 120 320 l S", id="stroke"),
        pytest.param(b"/DeviceRGB cs 1 0 0 sc 100 320 20 20 re f", id="colour space"),
        pytest.param(b"0 0 0 rg BT /F 10 Tf 100 320 Td <0001> Tj ET", id="text"),
        pytest.param(b"q 20 0 0 20 100 320 cm BI /W 1 /H 1 /CS /RGB /BPC 8 ID abc EI Q", id="inline picture"),
    ],
)
def test_an_operator_in_rgb_is_an_error(tmp_path: Path, content: bytes) -> None:
    found = told(checked(press_file(content), tmp_path))
    assert ("rgb", "error", 1) in found


def test_rgb_set_and_not_painted_is_none(tmp_path: Path) -> None:
    assert checked(press_file(b"1 0 0 rg 0 0 0 1 k"), tmp_path) == ()


def test_a_picture_in_rgb_is_an_error(tmp_path: Path) -> None:
    pdf = press_file(b"q 20 0 0 20 100 320 cm /Wrong Do Q")
    resources(pdf).XObject.Wrong = picture(pdf, 100, Name.DeviceRGB, b"\xff\0\0")
    assert told(checked(pdf, tmp_path)) == [("rgb", "error", 1)]


def test_a_picture_with_three_channels_of_icc_is_rgb(tmp_path: Path) -> None:
    pdf = press_file(b"q 20 0 0 20 100 320 cm /Wrong Do Q")
    wrong = picture(pdf, 100, Name.DeviceRGB, b"\xff\0\0")
    wrong.ColorSpace = Array([Name.ICCBased, pdf.make_indirect(Stream(pdf, b"", N=3))])
    resources(pdf).XObject.Wrong = wrong
    assert told(checked(pdf, tmp_path)) == [("rgb", "error", 1)]


def shading(space: Name, *ends: list[float]) -> Dictionary:
    function = Dictionary(FunctionType=2, N=1, Domain=Array([0, 1]), C0=Array(ends[0]), C1=Array(ends[1]))
    return Dictionary(ShadingType=2, ColorSpace=space, Coords=Array([0, 0, 1, 0]), Function=function)


def test_a_shading_in_rgb_is_an_error(tmp_path: Path) -> None:
    pdf = press_file(b"q 100 320 20 20 re W n /Wrong sh Q")
    resources(pdf).Shading = Dictionary(Wrong=shading(Name.DeviceRGB, [0, 0, 0], [1, 1, 1]))
    assert told(checked(pdf, tmp_path)) == [("rgb", "error", 1)]


def test_patterns_in_rgb_are_errors(tmp_path: Path) -> None:
    pdf = press_file(
        b"/Pattern cs /Run scn 100 320 20 20 re f /Pattern cs /Tile scn 2 w /Pattern CS /Tile SCN 100 350 m 150 350 l S"
    )
    tile = Stream(
        pdf, b"1 0 0 rg 0 0 5 5 re f", PatternType=1, PaintType=1, BBox=Array([0, 0, 5, 5]), XStep=5, YStep=5,
        Resources=Dictionary(), TilingType=1,
    )  # fmt: skip
    run = Dictionary(PatternType=2, Shading=shading(Name.DeviceRGB, [0, 0, 0], [1, 1, 1]))
    resources(pdf).Pattern = Dictionary(Run=run, Tile=tile)
    assert told(checked(pdf, tmp_path)) == [("rgb", "error", 1), ("rgb", "error", 1)]


def test_groups_that_blend_in_rgb_are_errors(tmp_path: Path) -> None:
    pdf = press_file(b"q 1 0 0 1 100 320 cm /Wrong Do Q")
    wrong = drawing(pdf)
    wrong.Group.CS = Name.DeviceRGB
    resources(pdf).XObject.Wrong = wrong
    pdf.pages[1].obj.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)
    assert told(checked(pdf, tmp_path)) == [("rgb", "error", 1), ("rgb", "error", 2)]


def test_a_form_in_rgb_is_found_inside_a_form(tmp_path: Path) -> None:
    pdf = press_file(b"q 1 0 0 1 100 320 cm /Outer Do Q")
    outer = drawing(pdf, b"/Inner Do")
    outer.Resources = Dictionary(
        XObject=Dictionary(Inner=pdf.make_indirect(drawing(pdf, b"1 0 0 rg 0 0 5 5 re f")))
    )
    resources(pdf).XObject.Outer = outer
    assert told(checked(pdf, tmp_path)) == [("rgb", "error", 1)]


def test_a_mask_may_be_rgb(tmp_path: Path) -> None:
    pdf = press_file(b"q /Soft gs 0 1 0 0 k 100 320 20 20 re f Q")
    mask = drawing(pdf, b"1 1 1 rg 0 0 20 20 re f")
    mask.Group.CS = Name.DeviceRGB
    resources(pdf).ExtGState.Soft = Dictionary(SMask=Dictionary(S=Name.Luminosity, G=pdf.make_indirect(mask)))
    assert checked(pdf, tmp_path) == ()


@pytest.mark.parametrize("paint", [b"0.7 0.6 0.6 1 k", b"0.9 0.9 0.9 0 k", b"0.1 0 0 0.95 k"])
def test_black_text_in_several_inks_is_an_error(tmp_path: Path, paint: bytes) -> None:
    found = checked(press_file(b"/Over gs " + paint + b" BT /F 10 Tf 100 320 Td <0001> Tj ET"), tmp_path)
    assert told(found) == [("black-text", "error", 1)]
    assert "several inks" in found[0].message


def test_coloured_text_is_none(tmp_path: Path) -> None:
    assert checked(press_file(b"0.6 1 0.2 0.35 k BT /F 10 Tf 100 320 Td <0001> Tj ET"), tmp_path) == ()


def test_black_text_that_knocks_out_of_a_colour_is_an_error(tmp_path: Path) -> None:
    content = b"0 0.4 0 0 k 90 310 60 30 re f 0 0 0 1 k BT /F 10 Tf 100 320 Td <0001> Tj ET"
    assert told(checked(press_file(content), tmp_path)) == [("black-text", "error", 1)]


@pytest.mark.parametrize("paint", [b"0 0 0 1 k", b"0 g", b"/Over gs 0 g"])
def test_black_text_that_knocks_out_of_paper_is_a_warning(tmp_path: Path, paint: bytes) -> None:
    """Grey overprints nothing, whatever the state says: it counts as four plates, three of them empty."""
    content = paint + b" BT /F 10 Tf 100 320 Td <0001> Tj ET"
    assert told(checked(press_file(content), tmp_path)) == [("black-text", "warning", 1)]


def test_a_black_plate_of_its_own_overprints(tmp_path: Path) -> None:
    pdf = press_file(b"/Over gs /Plate cs 1 scn BT /F 10 Tf 100 320 Td <0001> Tj ET")
    function = Dictionary(
        FunctionType=2, N=1, Domain=Array([0, 1]), C0=Array([0] * 4), C1=Array([0, 0, 0, 1])
    )
    resources(pdf).ColorSpace = Dictionary(
        Plate=Array([Name.Separation, Name.Black, Name.DeviceCMYK, function])
    )
    assert checked(pdf, tmp_path) == ()


def test_white_that_overprints_is_an_error(tmp_path: Path) -> None:
    content = b"0 0.4 0 0 k 90 310 60 30 re f /Over gs 0 0 0 0 k BT /F 10 Tf 100 320 Td <0001> Tj ET"
    assert told(checked(press_file(content), tmp_path)) == [("white-overprint", "error", 1)]


def test_too_much_ink_is_told_with_its_amount_and_place(tmp_path: Path) -> None:
    (found,) = checked(press_file(b"0.9 0.9 0.9 0.42 k 100 320 20 20 re f"), tmp_path)
    assert (found.check, found.severity, found.page) == ("total-ink", "error", 1)
    assert found.message == "312 % at (24, 47) mm, more than 300 %"


def test_the_limit_of_ink_can_be_set(tmp_path: Path) -> None:
    pdf = press_file(b"0.9 0.9 0.9 0.42 k 100 320 20 20 re f")
    assert checked(pdf, tmp_path, limits=Limits(total_ink=320)) == ()
    assert told(checked(pdf, tmp_path, limits=Limits(total_ink=310))) == [("total-ink", "error", 1)]


def test_what_overprints_counts_with_what_is_below(tmp_path: Path) -> None:
    content = b"0.8 0.8 0.8 0 k 90 310 60 30 re f /Over gs 0 0 0 1 k 100 320 20 10 re f"
    found = checked(press_file(content), tmp_path)
    assert [finding.message.partition(" at")[0] for finding in found] == ["340 %"]


def test_marks_outside_the_trim_may_be_heavy(tmp_path: Path) -> None:
    assert checked(press_file(b"1 1 1 1 k 10 10 10 10 re f"), tmp_path) == ()


def test_a_heavy_picture_is_an_error(tmp_path: Path) -> None:
    pdf = press_file(b"q 20 0 0 20 100 320 cm /Heavy Do Q")
    resources(pdf).XObject.Heavy = picture(pdf, pixel=b"\xf0\xf0\xf0\xf0")
    found = checked(pdf, tmp_path)
    assert [finding.message.partition(" at")[0] for finding in found] == ["376 %"]


def test_a_heavy_shading_is_an_error(tmp_path: Path) -> None:
    pdf = press_file(b"q 100 320 20 20 re W n /Heavy sh Q")
    resources(pdf).Shading = Dictionary(Heavy=shading(Name.DeviceCMYK, [0, 0, 0, 0], [1, 1, 1, 0.5]))
    assert told(checked(pdf, tmp_path)) == [("total-ink", "error", 1)]
