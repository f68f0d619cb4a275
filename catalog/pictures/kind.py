"""What a file is, judged by its content alone.

Owns the kinds of files that people hand in as pictures, and the endings of the three that are taken: SVG, PNG and
JPEG. Refuses to look at a file's name and to decode anything: a few bytes and the first tag decide.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple


class Kind(NamedTuple):
    """A kind of file: how it is called in a message, and the endings of its names where the catalog takes it."""

    label: str
    endings: tuple[str, ...] = ()

    @property
    def taken(self) -> bool:
        """Whether the catalog takes pictures of this kind."""
        return bool(self.endings)


SVG: Final = Kind("an SVG drawing", (".svg",))
PNG: Final = Kind("a PNG picture", (".png",))
JPEG: Final = Kind("a JPEG picture", (".jpg", ".jpeg"))
EMPTY: Final = Kind("nothing: the file is empty")
UTF16: Final = Kind("text in UTF-16 or UTF-32")
HTML: Final = Kind("an HTML page")
TEXT: Final = Kind("plain text")
UNKNOWN: Final = Kind("bytes of no known picture format")
_XML: Final = Kind("XML that is not SVG")

_SIGNATURES: Final = (
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"\xff\xd8\xff", JPEG),
    (b"GIF87a", Kind("a GIF picture")),
    (b"GIF89a", Kind("a GIF picture")),
    (b"%PDF", Kind("a PDF document")),
    (b"%!PS", Kind("PostScript or EPS")),
    (b"\xc5\xd0\xd3\xc6", Kind("PostScript or EPS")),
    (b"II*\0", Kind("a TIFF picture")),
    (b"MM\0*", Kind("a TIFF picture")),
    (b"8BPS", Kind("a Photoshop document")),
    (b"\0\0\x01\0", Kind("a Windows icon")),
    (b"\x1f\x8b", Kind("a gzip archive, perhaps SVGZ")),
    (b"PK\x03\x04", Kind("a ZIP archive")),
    (b"\xd7\xcd\xc6\x9a", Kind("a Windows metafile")),
    (b"\0\0\0\x0cJXL ", Kind("a JPEG XL picture")),
    (b"\xff\x0a", Kind("a JPEG XL picture")),
    (b"\0\0\0\x0cjP  ", Kind("a JPEG 2000 picture")),
    (b"version https://git-lfs", Kind("a pointer of Git LFS instead of the picture")),
    (b"\xff\xfe", UTF16),
    (b"\xfe\xff", UTF16),
    (b"\0\0\xfe\xff", UTF16),
)
_BRANDS: Final = {b"avif": "an AVIF picture", b"avis": "an AVIF picture", b"heic": "a HEIC picture"}
_BLANK: Final = re.compile(rb"\s*")
_TAG: Final = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)")
# What may stand before the first tag, and how each of it ends.
_PREAMBLE: Final = ((b"<!--", b"-->"), (b"<?", b"?>"))
_HTML_TAGS: Final = frozenset(
    b"html head body div p meta script style title a img table span iframe h1".split()
)


def kind_of(content: bytes) -> Kind:
    """The kind of a file. Linear in its length; never fails."""
    if content[:1] in b"<\xef \t\r\n":  # No signature starts so, and most logos do; an empty file does too.
        return _kind_of_text(content)
    for signature, kind in _SIGNATURES:
        if content.startswith(signature):
            return kind
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return Kind("a WebP picture")
    if content.startswith(b"BM") and content[6:10] == b"\0\0\0\0":
        return Kind("a BMP picture")
    if content[4:8] == b"ftyp":
        return Kind(_BRANDS.get(content[8:12], "a film or a picture in an ISO container"))
    return _kind_of_text(content)


def _kind_of_text(content: bytes) -> Kind:
    if not content:
        return EMPTY
    at = 3 if content.startswith(b"\xef\xbb\xbf") else 0
    at = _after_preamble(content, at)
    if content[at : at + 9].upper() == b"<!DOCTYPE":
        what = content[at + 9 : at + 60].split()
        if what and what[0].rstrip(b">").lower() == b"html":
            return HTML
        at = _after_doctype(content, at)
    if tag := _TAG.match(content, at):
        if tag[1] == b"svg":
            return SVG
        return HTML if tag[1].lower() in _HTML_TAGS else _XML
    return TEXT if _is_text(content) else UNKNOWN


def _is_text(content: bytes) -> bool:
    if b"\0" in content[:1024]:
        return False
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


def _after_preamble(content: bytes, at: int) -> int:
    """Where the first tag or other text starts: after blanks, comments and processing instructions."""
    while True:
        blank = _BLANK.match(content, at)
        at = blank.end() if blank else at
        for opening, closing in _PREAMBLE:
            if content.startswith(opening, at):
                end = content.find(closing, at + len(opening))
                if end < 0:
                    return at
                at = end + len(closing)
                break
        else:
            return at


def _after_doctype(content: bytes, at: int) -> int:
    """Where the first tag after a document type starts. What cannot be followed counts as a drawing if one comes."""
    tag = _TAG.search(content, content.find(b"]", at) + 1 or at)
    bracket, close = content.find(b"[", at), content.find(b">", at)
    if close >= 0 and (bracket < 0 or close < bracket):
        return _after_preamble(content, close + 1)
    return tag.start() if tag else at
