from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms

from catalog.print.press.profile import DEFAULT_PROFILE, ProfileError, open_profile

if TYPE_CHECKING:
    from pathlib import Path

PROFILE = open_profile(None)
LEVEL = st.integers(0, 255)


@given(LEVEL)
def test_a_neutral_colour_is_black_alone(level: int) -> None:
    cyan, magenta, yellow, black = PROFILE.ink((level / 255,) * 3)
    assert cyan == magenta == yellow == 0
    assert black == pytest.approx(1 - level / 255, abs=0.0001)


@given(LEVEL, LEVEL, LEVEL, st.sampled_from((220, 260, 300)))
def test_no_colour_needs_more_ink_than_the_limit(red: int, green: int, blue: int, limit: int) -> None:
    profile = open_profile(None, limit=limit)
    color = (red / 255, green / 255, blue / 255)
    assert sum(profile.ink(color, pure=False)) <= limit / 100
    pixel = profile.separated(Image.new("RGB", (1, 1), (red, green, blue))).tobytes()
    assert sum(pixel) / 255 <= limit / 100 + 4 / 255


@given(LEVEL, LEVEL, LEVEL)
def test_a_colour_and_a_pixel_of_it_get_the_same_inks(red: int, green: int, blue: int) -> None:
    pixel = PROFILE.separated(Image.new("RGB", (2, 1), (red, green, blue))).tobytes()[:4]
    ink = PROFILE.ink((red / 255, green / 255, blue / 255))
    assert [part / 255 for part in pixel] == pytest.approx(ink, abs=1.6 / 255)


def test_inks_agree_with_the_colour_management_system() -> None:
    colors = [
        (red, green, blue) for red in (20, 90, 200) for green in (0, 130, 255) for blue in (10, 77, 240)
    ]
    picture = Image.new("RGB", (len(colors), 1))
    picture.putdata(colors)
    transform = ImageCms.buildTransform(
        ImageCms.createProfile("sRGB"), ImageCms.ImageCmsProfile(io.BytesIO(PROFILE.content)), "RGB", "CMYK",
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )  # fmt: skip
    made = ImageCms.applyTransform(picture, transform)
    assert made is not None
    inks = [
        part for color in colors for part in PROFILE.ink((color[0] / 255, color[1] / 255, color[2] / 255))
    ]
    assert [part / 255 for part in made.tobytes()] == pytest.approx(inks, abs=10 / 255)


def test_grey_pixels_stay_sharp_in_a_coloured_picture() -> None:
    picture = Image.new("RGB", (2, 1), (200, 30, 60))
    picture.putpixel((0, 0), (40, 40, 40))
    assert PROFILE.separated(picture).tobytes()[:4] == bytes((0, 0, 0, 215))


def test_the_printers_profile_replaces_the_default_and_names_the_condition() -> None:
    own = open_profile(DEFAULT_PROFILE)
    assert own.condition == own.name == "Chemical proof"
    assert open_profile(DEFAULT_PROFILE, "FOGRA39").condition == "FOGRA39"
    assert open_profile(None).condition == "Proof condition"
    assert own.identity != open_profile(DEFAULT_PROFILE, limit=280).identity


def test_what_is_no_profile_of_a_press_is_refused(tmp_path: Path) -> None:
    srgb = tmp_path / "srgb.icc"
    srgb.write_bytes(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    noise = tmp_path / "noise.icc"
    noise.write_bytes(b"no profile")
    for path in (srgb, noise):
        with pytest.raises(ProfileError, match="no ICC profile of a CMYK printer"):
            open_profile(path)
    with pytest.raises(ProfileError, match="cannot be read"):
        open_profile(tmp_path / "missing.icc")
    for limit in (100, 401):
        with pytest.raises(ProfileError, match="cannot be kept"):
            open_profile(None, limit=limit)
