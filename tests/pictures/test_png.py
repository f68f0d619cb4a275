from __future__ import annotations

import struct
import time
import zlib

import pytest
from PIL import Image

from catalog.pictures import Seen, examine
from catalog.pictures.png import SIGNATURE, lacks_pixels, read_png
from tests.pictures.made import chunk, png, saved

MODES = ["1", "L", "P", "LA", "I;16", "RGB", "RGBA"]


def header(width: int, height: int, *rest: int) -> bytes:
    return SIGNATURE + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, *rest))


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("size", [(1, 1), (7, 5), (64, 33)])
def test_every_kind_of_pixels_is_read(mode: str, size: tuple[int, int]) -> None:
    content = saved(Image.new(mode, size), "PNG")
    found = read_png(content)
    assert (found.width, found.height, found.damage, lacks_pixels(found)) == (*size, "", False)
    assert examine(content).flaws == ()


@pytest.mark.parametrize(("color", "depth", "bits"), [(0, 1, 1), (2, 8, 24), (3, 4, 4), (6, 16, 64)])
@pytest.mark.parametrize("size", [(1, 1), (3, 2), (8, 8), (17, 9)])
def test_interlaced_pixels_are_counted_pass_by_pass(
    color: int, depth: int, bits: int, size: tuple[int, int]
) -> None:
    rows = 0
    for left, top, across, down in (
        (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)
    ):  # fmt: skip
        columns = len(range(left, size[0], across))
        rows += len(range(top, size[1], down)) * (1 + -(-columns * bits // 8)) if columns else 0
    content = header(*size, depth, color, 0, 0, 1) + chunk(b"PLTE", bytes(48))
    whole = content + chunk(b"IDAT", zlib.compress(bytes(rows))) + chunk(b"IEND", b"")
    short = content + chunk(b"IDAT", zlib.compress(bytes(rows - 1))) + chunk(b"IEND", b"")
    assert not lacks_pixels(read_png(whole))
    assert lacks_pixels(read_png(short))


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (png(300, 200)[:20], "cut short"),
        (png(300, 200)[:60], "cut short"),
        (png(300, 200)[:-1], "cut short"),
        (png(300, 200)[:-12], "cut short"),
        (png(300, 200, rows=199), "missing"),
        (png(300, 200).replace(b"IDAT", b"IDAX", 1), "no pixels"),
        (png(300, 200)[:-20] + b"\0" + png(300, 200)[-19:], "checksum of its IDAT"),
        (SIGNATURE + chunk(b"CgBI", bytes(17)) + png(4, 4)[8:], "iOS"),
        (SIGNATURE + chunk(b"tEXt", bytes(30)) + png(4, 4)[8:], "does not start with a header"),
        (header(300, 200, 7, 2, 0, 0, 0) + png(4, 4)[33:], "kind of pixels"),
        (header(300, 200, 8, 2, 0, 0, 2) + png(4, 4)[33:], "kind of pixels"),
        (header(0, 200, 8, 2, 0, 0, 0) + png(4, 4)[33:], "no pixels"),
        (header(4, 4, 8, 2, 0, 0, 0) + chunk(b"IDAT", b"not deflated") + chunk(b"IEND", b""), "missing"),
        (header(4, 4, 8, 3, 0, 0, 0) + png(4, 4)[33:], "decoded"),
    ],
)
def test_a_damaged_file_is_named_for_its_damage(content: bytes, says: str) -> None:
    (flaw,) = examine(content).flaws
    assert flaw.code == "APS505"
    assert says in flaw.message


def test_a_claim_of_too_many_pixels_is_refused_before_anything_is_inflated() -> None:
    start = time.process_time()
    picture = examine(png(30_000, 30_000, rows=1))
    assert time.process_time() - start < 0.05
    assert [flaw.code for flaw in picture.flaws] == ["APS506"]
    assert "30,000 × 30,000 pixels, more than 4 megapixels" in picture.flaws[0].message
    assert picture.size == (30_000, 30_000)


def test_four_megapixels_are_taken_and_not_one_row_more() -> None:
    assert examine(png(2000, 2000)).flaws == ()
    assert [flaw.code for flaw in examine(png(2000, 2001)).flaws] == ["APS506"]


def test_what_inflates_beyond_the_claim_is_not_inflated() -> None:
    deflated = zlib.compressobj(9)
    bomb = deflated.compress(bytes(1 << 20))
    bomb += b"".join(deflated.compress(bytes(1 << 20)) for _ in range(300)) + deflated.flush()
    content = header(256, 256, 8, 2, 0, 0, 0) + chunk(b"IDAT", bomb) + chunk(b"IEND", b"")
    start = time.process_time()
    examine(content)
    assert time.process_time() - start < 0.5


def test_passengers_never_reach_the_decoder() -> None:
    bomb = b"Profile\0\0" + zlib.compress(bytes(50_000_000))
    content = png(300, 200, extra=chunk(b"iCCP", bomb) + chunk(b"zTXt", bomb) + chunk(b"eXIf", b"\xff"))
    assert examine(content).flaws == ()
    assert b"iCCP" not in read_png(content).pixels


def test_an_animation_is_refused_and_what_else_is_wrong_told_too() -> None:
    moving = chunk(b"acTL", struct.pack(">II", 2, 0))
    assert [flaw.code for flaw in examine(png(300, 200, extra=moving)).flaws] == ["APS507"]
    assert [flaw.code for flaw in examine(png(9000, 9000, extra=moving, rows=1)).flaws] == [
        "APS507",
        "APS506",
    ]


@pytest.mark.parametrize(
    ("color", "seen"),
    [
        ((26, 79, 208), Seen(on_white=True, on_dark=True)),
        ((255, 255, 255), Seen(on_white=False, on_dark=True)),
        ((0, 0, 0), Seen(on_white=True, on_dark=False)),
        ((0, 0, 0, 255), Seen(on_white=True, on_dark=False)),
        ((0, 0, 0, 0), Seen(on_white=False, on_dark=False, painted=False)),
    ],
)
def test_pixels_tell_what_is_seen(color: tuple[int, ...], seen: Seen) -> None:
    assert examine(png(300, 200, color)).seen == seen


def test_thin_strokes_keep_their_colour() -> None:
    image = Image.new("RGBA", (900, 300))
    for column in range(0, 900, 30):
        image.paste((255, 255, 255, 255), (column, 0, column + 3, 300))
    assert examine(saved(image, "PNG")).seen == Seen(on_white=False, on_dark=True)


def test_a_picture_that_nobody_looks_at_is_inflated_only() -> None:
    assert examine(png(300, 200), look=False).seen is None
    assert [flaw.code for flaw in examine(png(300, 200, rows=1), look=False).flaws] == ["APS505"]


def test_noise_of_a_million_colours_is_judged_in_a_moment() -> None:
    noise = Image.effect_noise((2400, 600), 200)
    noise = Image.frombytes("RGB", (800, 600), noise.tobytes())
    start = time.process_time()
    assert examine(saved(noise, "PNG")).seen == Seen(on_white=True, on_dark=True)
    assert time.process_time() - start < 1
