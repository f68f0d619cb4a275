from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from catalog.print.pdf.canvas import Box, PageCanvas, Path, Resources, Sheet, Stroke
from catalog.print.pdf.color import BLACK, CONNECTOR, DEDICATED, grey
from catalog.print.typography.typeset import Style
from tests.print.paper import SMALL, TEXTS, inked, print_of, raster, setter

if TYPE_CHECKING:
    from collections.abc import Callable

NINE = Style(9)
OPERATORS = re.compile(rb"(?:^|\s)([A-Za-z*]+)(?=\s|$)")


def canvas() -> PageCanvas:
    return PageCanvas(SMALL, Resources(setter().fonts))


@pytest.mark.parametrize(
    ("draw", "box"),
    [
        pytest.param(lambda c: c.rect(Box(20, 10, 30, 40)), (20, 10, 50, 50), id="rectangle"),
        pytest.param(lambda c: c.rule((20, 50), (60, 50), Stroke(2)), (20, 49, 60, 51), id="rule"),
        pytest.param(lambda c: c.polygon([(20, 10), (60, 10), (60, 30)]), (20, 10, 60, 30), id="polygon"),
        pytest.param(lambda c: c.circle((50, 50), 20), (30, 30, 70, 70), id="circle"),
        pytest.param(
            lambda c: c.path(Path().move(50, 50).arc((50, 50), 20, 0, 90).close()),
            (50, 50, 70, 70),
            id="quarter circle",
        ),
        pytest.param(
            lambda c: c.path(Path().arc((50, 50), 20, 180, 180).close()),
            (30, 30, 70, 50),
            id="half circle upwards",
        ),
        pytest.param(
            lambda c: c.path(Path().move(20, 20).curve((20, 40), (40, 40), (40, 20)).close()),
            (20, 20, 40, 35),
            id="curve",
        ),
    ],
)
def test_shapes_stand_where_the_layout_counts_from_the_top_left(
    draw: Callable[[PageCanvas], None], box: tuple[int, int, int, int]
) -> None:
    assert inked(raster(print_of(draw))) == pytest.approx(box, abs=1)


def test_a_margin_moves_the_trim_and_nothing_else() -> None:
    sheet = Sheet(200.0, 100.0, bleed=8.5, margin=42.5)
    picture = raster(print_of(lambda c: c.rect(Box(20, 10, 30, 40)), sheet=sheet))
    assert picture.size == (285, 185)
    assert inked(picture) == pytest.approx((62, 52, 93, 93), abs=1)


def test_text_stands_on_its_baseline() -> None:
    line = setter().line("HHH", Style(40))
    left, top, right, bottom = inked(raster(print_of(lambda c: c.text(10, 80, line)))) or (0, 0, 0, 0)
    assert bottom == pytest.approx(80, abs=1)
    assert top == pytest.approx(80 - setter().cap_height(Style(40)), abs=1)
    assert 10 <= left < right <= 10 + line.width


def test_text_can_end_or_centre_at_a_place() -> None:
    line = setter().line("HHH", Style(20))
    ending = inked(raster(print_of(lambda c: c.text_right(190, 50, line)))) or (0, 0, 0, 0)
    centred = inked(raster(print_of(lambda c: c.text_centred(100, 50, line)))) or (0, 0, 0, 0)
    assert 185 <= ending[2] <= 190
    assert (centred[0] + centred[2]) / 2 == pytest.approx(100, abs=1)


@pytest.mark.parametrize("degrees", [90, -90])
def test_rotated_text_runs_along_the_edge(degrees: int) -> None:
    line = setter().line("HHHHHH", Style(12))

    def draw(c: PageCanvas) -> None:
        with c.rotated(100, 50, degrees):
            c.text(0, 0, line)

    left, top, right, bottom = inked(raster(print_of(draw))) or (0, 0, 0, 0)
    assert right - left < 12 < bottom - top
    if degrees == 90:
        assert (top, left) == pytest.approx((51, 100), abs=2)
    else:
        assert (bottom, right) == pytest.approx((49, 100), abs=2)


def test_nothing_shows_outside_a_clip() -> None:
    def draw(c: PageCanvas) -> None:
        with c.clip(Box(30, 30, 10, 10)):
            c.rect(Box(0, 0, 200, 100))
        c.rect(Box(100, 60, 10, 10), grey(50))

    picture = raster(print_of(draw))
    assert picture.getpixel((35, 35)) == (0, 0, 0)
    assert picture.getpixel((25, 35)) == (255, 255, 255)
    assert picture.getpixel((105, 65)) == pytest.approx((128, 128, 128), abs=1)


def test_a_stroke_has_its_width_ink_and_dashes() -> None:
    draw = raster(print_of(lambda c: c.rule((10, 50), (190, 50), Stroke(4, DEDICATED, (20, 10)))))
    assert draw.getpixel((15, 50)) != (255, 255, 255)
    assert draw.getpixel((35, 50)) == (255, 255, 255)
    assert draw.getpixel((45, 50)) == draw.getpixel((15, 50))


def test_a_circle_can_be_outlined_only() -> None:
    picture = raster(print_of(lambda c: c.circle((50, 50), 20, None, Stroke(2))))
    assert picture.getpixel((50, 50)) == (255, 255, 255)
    assert picture.getpixel((50, 30)) == (0, 0, 0)


def test_the_press_gets_inks_and_the_screen_gets_light() -> None:
    def operators(intent: str) -> set[bytes]:
        drawn = PageCanvas(SMALL, Resources(setter().fonts), "press" if intent == "press" else "screen")
        drawn.rect(Box(0, 0, 10, 10), CONNECTOR, Stroke(1, BLACK))
        drawn.text(0, 50, setter().line("black", NINE))
        return set(OPERATORS.findall(drawn.page().content))

    colours = {b"g", b"G", b"rg", b"RG", b"k", b"K"}
    assert operators("press") & colours == {b"k", b"K"}
    assert operators("screen") & colours == {b"rg", b"g", b"G"}


def test_a_page_names_what_it_uses() -> None:
    drawn = canvas()
    drawn.text(0, 50, setter().line("Latin", NINE))
    drawn.text(0, 50, setter().line("Latin", Style(9, 600)))
    drawn.text(0, 70, setter().line("again", NINE))
    assert drawn.page().fonts == ("F1", "F2")
    assert drawn.page().pictures == ()


def test_links_and_destinations_know_no_rotation() -> None:
    drawn = canvas()
    with drawn.rotated(10, 10, 90), pytest.raises(ValueError, match="rotated"):
        drawn.link(Box(0, 0, 10, 10), "https://harbor.example/")
    with drawn.rotated(10, 10, 90), pytest.raises(ValueError, match="rotated"):
        drawn.destination("here")


def test_a_failed_block_leaves_the_page_whole() -> None:
    drawn = canvas()
    with pytest.raises(RuntimeError), drawn.rotated(10, 10, 90):
        raise RuntimeError
    drawn.destination("here", 5)
    names = OPERATORS.findall(drawn.page().content)
    assert names.count(b"q") == names.count(b"Q") == 1


def test_every_line_of_shaped_text_but_right_to_left_carries_its_text() -> None:
    for lang, carries in (("hi", True), ("th", True), ("ar", False), ("ja", False), ("en", False)):
        drawn = canvas()
        drawn.text(0, 50, setter().line(TEXTS[lang], NINE))
        assert (b"/ActualText <FEFF" in drawn.page().content) is carries, lang


def shown(text: str) -> bytes:
    drawn = canvas()
    drawn.text(0, 50, setter().line(text, NINE))
    return drawn.page().content


def test_letters_that_kern_stand_in_an_array_with_their_moves() -> None:
    face = setter().fonts.face("sans-400")
    assert face.kerns is not None
    assert b")%g(" % -face.kerns["AV"] in shown("nAVn")
    assert b"] TJ" in shown("nAVn")
    assert b") Tj" in shown("nnn nnn")
