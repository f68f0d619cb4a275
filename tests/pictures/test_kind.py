from __future__ import annotations

import pytest

from catalog.pictures import examine, kinds
from catalog.pictures.kind import kind_of
from tests.pictures.made import drawing, jpeg, png


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b"GIF89a\x01\0\x01\0", "GIF"),
        (b"RIFF\x10\0\0\0WEBPVP8L", "WebP"),
        (b"%PDF-1.4\n", "PDF"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n", "EPS"),
        (b"\xc5\xd0\xd3\xc6\x20\0\0\0", "EPS"),
        (b"BM\x46\0\0\0\0\0\0\0", "BMP"),
        (b"II*\0\x08\0\0\0", "TIFF"),
        (b"\0\0\0\x20ftypavif", "AVIF"),
        (b"\x1f\x8b\x08\0", "SVGZ"),
        (b"PK\x03\x04", "ZIP"),
        (b"version https://git-lfs.github.com/spec/v1\n", "Git LFS"),
        (b"<html><body>404 not found</body></html>\n", "HTML"),
        (b"<!DOCTYPE html>\n<title>x</title>", "HTML"),
        (b"\n<!-- moved --><HTML>", "HTML"),
        (b"<?xml version='1.0'?><note/>", "XML that is not SVG"),
        (b"This is no picture.\n", "plain text"),
        (b"BMW is no picture.\n", "plain text"),
        (b"\0\x01\x02\x03", "no known picture format"),
        (b"caf\xe9", "no known picture format"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>'.decode().encode("utf-16"), "UTF-16"),
        (b"\xff\xfe" + b"<\0s\0v\0g\0", "UTF-16"),
    ],
)
def test_a_file_that_is_no_picture_is_named_for_what_it_is(content: bytes, says: str) -> None:
    picture = examine(content)
    assert [flaw.code for flaw in picture.flaws] == ["APS502"]
    assert says in picture.flaws[0].message


@pytest.mark.parametrize(
    "content",
    [
        drawing(),
        b"\xef\xbb\xbf" + drawing(),
        b'<?xml version="1.0"?>\n<!-- made by hand > and < --><!-- twice -->\n' + drawing(),
        b"<!DOCTYPE svg>" + drawing(),
        b'<!DOCTYPE svg [<!ENTITY a "x">]>\n' + drawing(),
        b'<s:svg xmlns:s="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>',
        b"<svg",
    ],
)
def test_a_drawing_is_known_by_its_first_tag(content: bytes) -> None:
    assert kind_of(content) is kinds.SVG


def test_rasters_are_known_by_their_first_bytes() -> None:
    assert kind_of(png(4, 4)) is kinds.PNG
    assert kind_of(jpeg(4, 4)) is kinds.JPEG


def test_kinds_that_are_taken_have_endings() -> None:
    assert {kind.endings for kind in (kinds.SVG, kinds.PNG, kinds.JPEG)} == {
        (".svg",),
        (".png",),
        (".jpg", ".jpeg"),
    }
    assert not kinds.HTML.taken


def test_a_long_run_of_comments_is_walked_once() -> None:
    assert kind_of(b"<!---->" * 500_000 + b"<svg/>") is kinds.SVG
    assert kind_of(b"<!--" * 500_000) is kinds.TEXT
