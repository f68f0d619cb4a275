"""Logos in inks: what a press gets of an SVG. Sources are inline; pictures are looked at by pdfium."""

from __future__ import annotations

import base64
import io
from typing import TYPE_CHECKING, cast

import pikepdf
import pytest
from PIL import Image, ImageChops, ImageStat

from catalog.print.assets.logos import Picture, PictureFile, prepare
from catalog.print.pdf.canvas import Box, PageCanvas
from catalog.print.press.profile import open_profile
from tests.print.paper import print_of, raster

if TYPE_CHECKING:
    from pathlib import Path

PROFILE = open_profile(None)


def svg(body: str) -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">{body}</svg>'.encode()


def encoded(color: tuple[int, ...], mode: str = "RGB") -> str:
    file = io.BytesIO()
    Image.new(mode, (4, 4), color).save(file, "PNG")
    return base64.b64encode(file.getvalue()).decode()


SOURCES = {
    "fill and stroke": svg(
        '<rect width="20" height="9" fill="#e60000"/><path d="M2 15h30" stroke="#00e" fill="none"/>'
    ),
    "grey": svg('<rect width="20" height="9" fill="#333"/><circle cx="30" cy="10" r="8" fill="#fff"/>'),
    "gradient": svg(
        '<defs><linearGradient id="g"><stop offset="0" stop-color="#f00"/><stop offset=".5" stop-color="#0a0"/>'
        '<stop offset="1" stop-color="#00f"/></linearGradient></defs><rect width="40" height="20" fill="url(#g)"/>'
    ),
    "radial": svg(
        '<defs><radialGradient id="g"><stop offset="0" stop-color="#fc0"/><stop offset="1" stop-color="#000"/>'
        '</radialGradient></defs><rect width="40" height="20" fill="url(#g)"/>'
    ),
    "gradient to nothing": svg(
        '<defs><linearGradient id="g"><stop offset="0" stop-color="#f00"/><stop offset="1" stop-color="#f00" '
        'stop-opacity="0"/></linearGradient></defs><rect width="40" height="20" fill="url(#g)"/>'
    ),
    "opacity": svg(
        '<g opacity=".5"><rect width="20" height="20" fill="#06c"/><rect x="9" width="20" height="9"/></g>'
    ),
    "mask": svg(
        '<defs><mask id="m"><rect width="20" height="20" fill="#fff"/></mask></defs>'
        '<rect width="40" height="20" fill="#a0a" mask="url(#m)"/>'
    ),
    "pattern": svg(
        '<defs><pattern id="p" width="4" height="4" patternUnits="userSpaceOnUse"><rect width="2" height="4" '
        'fill="#c60"/></pattern></defs><rect width="40" height="20" fill="url(#p)"/>'
    ),
    "repeated gradient": svg(
        '<defs><linearGradient id="g" x2=".2" spreadMethod="repeat"><stop offset="0" stop-color="#f00"/>'
        '<stop offset="1" stop-color="#00f"/></linearGradient></defs><rect width="40" height="20" fill="url(#g)"/>'
    ),
    "picture": svg(f'<image width="20" height="20" href="data:image/png;base64,{encoded((200, 30, 60))}"/>'),
    "see-through picture": svg(
        f'<image width="20" height="20" href="data:image/png;base64,{encoded((0, 90, 60, 120), "RGBA")}"/>'
    ),
}


def drawn(source: bytes, folder: Path, *, inks: bool) -> bytes:
    pictures = prepare([PictureFile("one", "logo.svg", source)], folder, PROFILE if inks else None)
    picture = pictures.find("one", "logo.svg")
    assert isinstance(picture, Picture), picture

    def draw(canvas: PageCanvas) -> None:
        canvas.picture(Box(10, 10, 160, 80), picture)

    return print_of(draw, pictures=pictures)


def colors_of(pdf: pikepdf.Pdf) -> set[str]:
    """Every operator and name of a colour space that is in the file."""
    found = set()
    for page in pdf.pages:
        for form in page.Resources.XObject.values():
            if form.Subtype == "/Form":
                found |= {str(step.operator) for step in pikepdf.parse_content_stream(form)}
    for held in pdf.objects:
        if isinstance(held, (pikepdf.Dictionary, pikepdf.Stream)):
            found |= {str(held[name]) for name in ("/ColorSpace", "/CS") if name in held}
            if isinstance(held, pikepdf.Stream) and held.get("/Subtype") == "/Form":
                found |= {str(step.operator) for step in pikepdf.parse_content_stream(held)}
    return found


@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES)
def test_nothing_of_a_logo_stays_in_screen_colours(source: bytes, tmp_path: Path) -> None:
    with pikepdf.open(io.BytesIO(drawn(source, tmp_path, inks=True))) as pdf:
        found = colors_of(pdf)
    assert not found & {"rg", "RG", "/DeviceRGB", "/CalRGB", "/ICCBased"}
    assert not any("RGB" in name or "ICC" in name for name in found)


@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES)
def test_a_logo_in_inks_looks_like_itself(source: bytes, tmp_path: Path) -> None:
    screen, press = (raster(drawn(source, tmp_path, inks=inks)) for inks in (False, True))
    apart = ImageStat.Stat(ImageChops.difference(screen, press))
    assert sum(apart.mean) / 3 < 24  # pdfium shows inks paler or fuller than a press prints them.
    gone = ImageChops.difference(
        screen.convert("L").point(lambda v: 255 * (v < 235)),
        press.convert("L").point(lambda v: 255 * (v < 245)),
    )
    assert ImageStat.Stat(gone).mean[0] < 12


def test_greys_of_a_logo_are_black_alone(tmp_path: Path) -> None:
    with pikepdf.open(io.BytesIO(drawn(SOURCES["grey"], tmp_path, inks=True))) as pdf:
        (form,) = pdf.pages[0].Resources.XObject.values()
        inks = [
            [float(part) for part in step.operands]
            for step in pikepdf.parse_content_stream(form)
            if str(step.operator) == "k"
        ]
    assert [0, 0, 0, 0.8] in inks
    assert all(not any(ink[:3]) for ink in inks)


def test_text_is_refused_for_the_press_as_for_the_screen(tmp_path: Path) -> None:
    source = svg('<text x="2" y="15" fill="#c00">Logo</text>')
    for profile in (None, PROFILE):
        pictures = prepare([PictureFile("one", "logo.svg", source)], tmp_path, profile)
        assert not isinstance(pictures.find("one", "logo.svg"), Picture)


def test_what_is_measured_for_the_screen_is_drawn_for_the_press(tmp_path: Path) -> None:
    files = [PictureFile("one", "logo.svg", source) for source in [SOURCES["gradient"]]]
    screen = prepare(files, tmp_path).find("one", "logo.svg")
    press = prepare(files, tmp_path, PROFILE)
    assert press.find("one", "logo.svg") == screen
    assert isinstance(screen, Picture)
    assert prepare(files, tmp_path, PROFILE).parts(screen.key) == press.parts(screen.key)
    other = prepare(files, tmp_path, open_profile(None, limit=220))
    assert isinstance(other.find("one", "logo.svg"), Picture)


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "P"])
def test_pixels_come_in_inks_or_grey(mode: str, tmp_path: Path) -> None:
    picture = Image.new("RGB", (30, 20), (200, 30, 60))
    picture.paste((10, 90, 200), (10, 5, 25, 15))
    file = io.BytesIO()
    picture.convert(mode).save(file, "PNG")
    made = drawn(file.getvalue(), tmp_path, inks=True)
    with pikepdf.open(io.BytesIO(made)) as pdf:
        (image,) = pdf.pages[0].Resources.XObject.values()
        assert image.ColorSpace == ("/DeviceGray" if mode == "L" else "/DeviceCMYK")
        pixels = pikepdf.PdfImage(cast("pikepdf.Stream", image)).as_pil_image()
    assert pixels.size == (30, 20)
    if mode == "RGB":
        assert pixels.tobytes() == PROFILE.separated(picture).tobytes()
