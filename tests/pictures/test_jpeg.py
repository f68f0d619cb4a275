from __future__ import annotations

import time

import pytest
from PIL import Image

from catalog.pictures import Seen, examine
from catalog.pictures.jpeg import read_jpeg
from tests.pictures.made import jpeg, saved


def turned(orientation: int) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010E] = "taken somewhere"
    return jpeg(300, 200, exif=exif)


@pytest.mark.parametrize(
    "options", [{}, {"progressive": True}, {"optimize": True}, {"restart_marker_rows": True}]
)
@pytest.mark.parametrize("size", [(1, 1), (300, 200)])
def test_every_common_kind_is_read(options: dict[str, bool], size: tuple[int, int]) -> None:
    picture = examine(saved(Image.new("RGB", size), "JPEG", **options))
    assert (picture.size, picture.flaws) == (size, ())


def test_a_grey_picture_is_read() -> None:
    assert examine(saved(Image.new("L", (300, 200), 128), "JPEG")).flaws == ()


def test_inks_are_read_as_inks() -> None:
    assert examine(jpeg(300, 200, (0, 0, 0, 255))).seen == Seen(on_white=True, on_dark=False)
    assert examine(jpeg(300, 200, (0, 0, 0, 0))).seen == Seen(on_white=False, on_dark=True)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_size_is_that_of_the_picture_as_it_is_shown(orientation: int) -> None:
    expected = (200, 300) if orientation >= 5 else (300, 200)
    assert examine(turned(orientation)).size == expected


def test_passengers_never_reach_the_decoder() -> None:
    content = turned(6)
    assert b"taken somewhere" in content
    assert b"taken somewhere" not in read_jpeg(content).pixels
    assert b"Exif" not in read_jpeg(content).pixels


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (jpeg(300, 200)[:2] + b"\xff", "cut short"),
        (jpeg(300, 200)[:100], "cut short"),
        (jpeg(300, 200)[:-40], "cut short"),
        (jpeg(300, 200)[:-2], "cut short"),
        (b"\xff\xd8\xff\xd9", "no pixels"),
        (jpeg(300, 200).replace(b"\xff\xc0", b"\xff\xc3", 1), "browsers do not show"),
        (jpeg(300, 200).replace(b"\xff\xc0\0\x11\x08", b"\xff\xc0\0\x11\x0c", 1), "browsers do not show"),
        (jpeg(300, 200).replace(b"\xff\xc0\0\x11\x08\0\xc8", b"\xff\xc0\0\x11\x08\0\0", 1), "no pixels"),
        (jpeg(300, 200).replace(b"\xff\xdb", b"\xff\xfe"), "decoded"),
        (b"\xff\xd8" + jpeg(8, 8)[jpeg(8, 8).find(b"\xff\xc0") :][:19] * 2 + jpeg(8, 8)[2:], "two frames"),
    ],
)
def test_a_damaged_file_is_named_for_its_damage(content: bytes, says: str) -> None:
    (flaw,) = examine(content).flaws
    assert flaw.code == "APS505"
    assert says in flaw.message


def test_a_claim_of_too_many_pixels_is_refused_before_decoding() -> None:
    content = jpeg(300, 200).replace(
        b"\xff\xc0\0\x11\x08\0\xc8\x01\x2c", b"\xff\xc0\0\x11\x08\xff\xdc\xff\xdc", 1
    )
    assert [flaw.code for flaw in examine(content).flaws] == ["APS506"]


def test_a_storm_of_scans_is_refused_before_decoding() -> None:
    content = jpeg(1900, 1900, progressive=True)
    scan = content.rfind(b"\xff\xda")
    storm = content[:scan] + content[scan:-2] * 2000 + b"\xff\xd9"
    start = time.process_time()
    (flaw,) = examine(storm).flaws
    assert "scans" in flaw.message
    assert time.process_time() - start < 0.5


def test_a_run_of_fill_bytes_is_walked_once() -> None:
    content = jpeg(300, 200)
    scan = content.find(b"\xff\xda")
    start = time.process_time()
    examine(content[: scan + 14] + b"\xff" * 2_000_000 + b"\0")
    examine(content[:2] + b"\xff" * 2_000_000 + content[2:])
    assert time.process_time() - start < 1
