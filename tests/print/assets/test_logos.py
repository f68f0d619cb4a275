from __future__ import annotations

import io
import struct
import zlib
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from catalog.print.assets.logo_raster import LONGEST_SIDE
from catalog.print.assets.logos import Picture, PictureFailure, PictureFile, prepare
from catalog.print.pdf.canvas import Box, PageCanvas
from catalog.print.pdf.color import DEDICATED, grey
from tests.print.paper import inked, one_picture, poppler_raster, print_of, raster

if TYPE_CHECKING:
    from pathlib import Path

    from catalog.print.assets.logos import Pictures

SQUARE = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">
<rect width="20" height="20" fill="#e60000"/></svg>"""
GRADIENT = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><defs><linearGradient id="g">
<stop offset="0" stop-color="#000"/><stop offset="1" stop-color="#fff"/></linearGradient></defs>
<rect width="10" height="10" fill="url(#g)"/><circle cx="5" cy="5" r="2" fill="#00f" fill-opacity=".5"/></svg>"""
TEXT = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><text x="2" y="15">Logo</text></svg>'
NOTHING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"/>'
RED = (230, 0, 0)


def encoded(picture: Image.Image, form: str = "PNG", **options: Any) -> bytes:  # noqa: ANN401 - whatever Pillow takes
    file = io.BytesIO()
    picture.save(file, form, **options)
    return file.getvalue()


def spot(mode: str) -> Image.Image:
    """A red disc on transparent black."""
    picture = Image.new("RGBA", (60, 60), (0, 0, 0, 0))
    for x in range(60):
        for y in range(60):
            if (x - 30) ** 2 + (y - 30) ** 2 < 400:
                picture.putpixel((x, y), (*RED, 255))
    return picture if mode == "RGBA" else picture.quantize(8)


def shown(pictures: Pictures, picture: Picture, *, background: bool = False) -> bytes:
    def draw(canvas: PageCanvas) -> None:
        if background:
            canvas.rect(Box(0, 0, 200, 100), grey(20))
        canvas.picture(Box(50, 20, 60, 60), picture)

    return print_of(draw, pictures=pictures)


def test_an_svg_is_placed_upright_and_fills_its_box(tmp_path: Path) -> None:
    pictures, picture = one_picture(SQUARE, tmp_path)
    assert picture.width / picture.height == 2
    assert not picture.raster
    paper = raster(shown(pictures, picture))
    assert inked(paper) == pytest.approx((50, 20, 80, 80), abs=1)
    assert paper.getpixel((60, 50)) == RED


def test_gradients_and_opacity_survive(tmp_path: Path) -> None:
    pictures, picture = one_picture(GRADIENT, tmp_path)
    for paper in (raster(shown(pictures, picture)), poppler_raster(shown(pictures, picture))):
        levels = [paper.getpixel((x, 25)) for x in (53, 80, 107)]
        assert [sum(level) // 3 for level in levels if isinstance(level, tuple)] == pytest.approx(
            [12, 127, 242], abs=16
        )
        blue = paper.getpixel((80, 50))
        assert isinstance(blue, tuple)
        assert blue[2] > blue[0] + 60


@pytest.mark.parametrize("mode", ["RGBA", "P"])
@pytest.mark.parametrize("background", [False, True])
def test_paper_shows_where_a_png_is_transparent(tmp_path: Path, mode: str, *, background: bool) -> None:
    pictures, picture = one_picture(encoded(spot(mode)), tmp_path)
    assert picture.raster
    paper = poppler_raster(shown(pictures, picture, background=background))
    ground = (204, 204, 204) if background else (255, 255, 255)
    assert paper.getpixel((80, 50)) == pytest.approx(RED, abs=2)
    for corner in ((51, 21), (108, 21), (51, 78), (108, 78)):
        assert paper.getpixel(corner) == pytest.approx(ground, abs=1)


def test_no_dark_fringe_comes_out_of_hidden_black(tmp_path: Path) -> None:
    pictures, picture = one_picture(
        encoded(spot("RGBA").resize((600, 600), Image.Resampling.NEAREST)), tmp_path
    )
    paper = poppler_raster(shown(pictures, picture))
    reds = [paper.getpixel((x, 50)) for x in range(50, 110)]
    assert all(isinstance(pixel, tuple) and pixel[0] >= 220 for pixel in reds)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(encoded(Image.new("RGB", (8, 8), RED)), id="png"),
        pytest.param(encoded(Image.new("RGB", (8, 8), RED).quantize(4)), id="palette"),
        pytest.param(encoded(Image.new("RGBA", (8, 8), (*RED, 255))), id="opaque alpha"),
        pytest.param(encoded(Image.new("RGB", (8, 8), RED), "JPEG", quality=95), id="jpeg"),
        pytest.param(
            encoded(Image.new("RGB", (8, 8), RED), "JPEG", quality=95, progressive=True), id="progressive"
        ),
        pytest.param(
            encoded(Image.new("RGB", (8, 8), RED).convert("CMYK"), "JPEG", quality=95), id="jpeg in four inks"
        ),
    ],
)
def test_a_raster_keeps_its_colour(tmp_path: Path, content: bytes) -> None:
    pictures, picture = one_picture(content, tmp_path)
    assert raster(shown(pictures, picture)).getpixel((80, 50)) == pytest.approx(RED, abs=6)


def test_sixteen_bits_of_grey_are_not_clipped(tmp_path: Path) -> None:
    rows = b"".join(b"\x00" + struct.pack(">8H", *[0x8000] * 8) for _ in range(8))
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", 8, 8, 16, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    )
    png = b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in parts
    )
    pictures, picture = one_picture(png, tmp_path)
    assert raster(shown(pictures, picture)).getpixel((80, 50)) == pytest.approx((128, 128, 128), abs=2)


def test_a_photograph_is_turned_as_its_camera_says(tmp_path: Path) -> None:
    left_red = Image.new("RGB", (40, 20), "white")
    left_red.paste(RED, (0, 0, 20, 20))
    exif = Image.Exif()
    exif[0x0112] = 6  # The top is on the right side: turn a quarter clockwise.
    pictures, picture = one_picture(encoded(left_red, "JPEG", quality=95, exif=exif), tmp_path)
    assert (picture.width, picture.height) == (20, 40)
    paper = raster(shown(pictures, picture))
    assert paper.getpixel((80, 30)) == pytest.approx(RED, abs=8)
    assert paper.getpixel((80, 70)) == pytest.approx((255, 255, 255), abs=8)


def test_a_huge_raster_is_scaled_down(tmp_path: Path) -> None:
    _, picture = one_picture(encoded(Image.new("RGB", (4800, 100), RED)), tmp_path)
    assert (picture.width, picture.height) == (LONGEST_SIDE, 50)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        pytest.param(SQUARE[:60], "converted", id="cut short"),
        pytest.param(TEXT, "text", id="text"),
        pytest.param(NOTHING, "nothing", id="empty"),
        pytest.param(b"GIF89a....", "neither SVG nor PNG nor JPEG", id="gif"),
        pytest.param(encoded(Image.new("RGB", (8, 8)))[:45], "read", id="png cut short"),
        pytest.param(b"", "neither", id="empty file"),
        pytest.param(
            b"<svg xmlns='http://www.w3.org/2000/svg' width='1e9' height='1e9'/>", "", id="absurd size"
        ),
    ],
)
def test_a_picture_that_cannot_be_printed_says_why_and_whose_it_is(
    tmp_path: Path, content: bytes, reason: str
) -> None:
    files = [PictureFile("bad", "logo.svg", content), PictureFile("good", "logo.svg", SQUARE)]
    pictures = prepare(files, tmp_path)
    (failure,) = pictures.failures
    assert isinstance(failure, PictureFailure)
    assert (failure.slug, failure.file) == ("bad", "logo.svg")
    assert reason in failure.reason
    assert isinstance(pictures.find("good", "logo.svg"), Picture)


def test_equal_files_are_one_object_in_the_book(tmp_path: Path) -> None:
    pictures = prepare([PictureFile(slug, "logo.svg", SQUARE) for slug in ("a", "b")], tmp_path)
    first, second = pictures.find("a", "logo.svg"), pictures.find("b", "logo.svg")
    assert isinstance(first, Picture)
    assert isinstance(second, Picture)

    def draw(canvas: PageCanvas) -> None:
        canvas.picture(Box(0, 0, 10, 10), first)
        canvas.picture(Box(20, 0, 10, 10), second)

    assert print_of(draw, pictures=pictures).count(b"/Subtype /Form") <= 1
    canvas_names = {first.key, second.key}
    assert len(canvas_names) == 1


def test_the_cache_gives_the_same_forms_again(tmp_path: Path) -> None:
    contents = {"a.svg": SQUARE, "b.svg": GRADIENT, "c.png": encoded(spot("RGBA"))}
    files = [PictureFile("harbor", name, content) for name, content in contents.items()]
    cold, warm, reversed_ = (
        prepare(files, tmp_path),
        prepare(files, tmp_path),
        prepare(files[::-1], tmp_path / "other"),
    )
    for name in contents:
        picture = cold.find("harbor", name)
        assert isinstance(picture, Picture)
        assert picture == warm.find("harbor", name) == reversed_.find("harbor", name)
        assert cold.parts(picture.key) == warm.parts(picture.key) == reversed_.parts(picture.key)


def test_a_damaged_cache_costs_time_alone(tmp_path: Path) -> None:
    prepare([PictureFile("a", "logo.svg", SQUARE)], tmp_path)
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(b"no database" * 100)
    for _ in range(2):
        assert prepare([PictureFile("a", "logo.svg", SQUARE)], tmp_path).failures == ()
    assert kept.read_bytes().startswith(b"SQLite format 3")


def test_many_files_are_converted_in_batches(tmp_path: Path) -> None:
    files = [
        PictureFile(f"entry-{index:04}", "logo.svg", SQUARE.replace(b"e60000", b"%06x" % index))
        for index in range(1001)
    ]
    pictures = prepare([*files, PictureFile("entry-0500-bad", "logo.svg", SQUARE[:70])], tmp_path)
    assert [failure.slug for failure in pictures.failures] == ["entry-0500-bad"]
    colour = pictures.find("entry-0255", "logo.svg")
    assert isinstance(colour, Picture)
    assert raster(shown(pictures, colour)).getpixel((60, 50)) == (0, 0, 255)


def test_a_picture_that_was_not_prepared_is_our_own_fault(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        prepare([], tmp_path).find("a", "logo.svg")


def test_a_colour_beside_a_picture_is_drawn_over_nothing(tmp_path: Path) -> None:
    pictures, picture = one_picture(SQUARE, tmp_path)

    def draw(canvas: PageCanvas) -> None:
        canvas.picture(Box(50, 20, 60, 60), picture)
        canvas.rect(Box(150, 20, 10, 10), DEDICATED)

    paper = raster(print_of(draw, pictures=pictures))
    assert paper.getpixel((155, 25)) != (255, 255, 255)
