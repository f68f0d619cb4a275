"""Fonts as PDF objects: composite fonts with two-byte codes of our own.

Owns the embedded subset, widths, the way from codes to glyphs and from codes to text. Refuses to choose glyphs
(`canvas_resources`). Only what was drawn is embedded.
"""

from __future__ import annotations

import hashlib
import itertools
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import uharfbuzz as hb

from catalog.font_packs import FAMILIES
from catalog.print.typography.font_cuts import outlines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.print.pdf.canvas_resources import FaceCodes
    from catalog.print.pdf.write_objects import Objects

_WEIGHTS = {"400": "Regular", "600": "SemiBold", "800": "ExtraBold"}
_SYMBOLIC = 4
_MEASURES = (
    hb.OTMetricsTag.HORIZONTAL_ASCENDER,
    hb.OTMetricsTag.HORIZONTAL_DESCENDER,
    hb.OTMetricsTag.CAP_HEIGHT,
)


def add_font(objects: Objects, codes: FaceCodes) -> bytes:
    """Add a face to the file; the reference of its font dictionary."""
    name = base_font(codes)
    file = outlines(codes.face.content, {glyph for glyph, _ in codes.drawn.values()})
    held = objects.stream(b"/Length1 %d" % len(file), file)
    descriptor = objects.add(_descriptor(codes, name) + b"/FontFile2 %s >>" % held)
    glyphs = objects.stream(b"", _glyph_map(codes))
    descendant = objects.add(
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /%s /FontDescriptor %s /CIDToGIDMap %s "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 0 /W [%s] >>"
        % (name, descriptor, glyphs, _widths(codes))
    )
    text = objects.stream(b"", _to_unicode(codes))
    return objects.add(
        b"<< /Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H /DescendantFonts [%s] /ToUnicode %s >>"
        % (name, descendant, text)
    )


def base_font(codes: FaceCodes) -> bytes:
    """The font's PostScript name behind the six letters that mark a subset; they follow from the glyphs in it."""
    family, weight, *condensed = codes.face.name.split("-")
    stem = (
        PurePosixPath(FAMILIES[family].file).name.split("[")[0].removesuffix(".ttf").removesuffix("-Regular")
    )
    digest = hashlib.sha256(f"{codes.face.name} {sorted(codes.drawn.items())}".encode()).digest()
    tag = "".join(chr(ord("A") + byte % 26) for byte in digest[:6])
    return f"{tag}+{stem}-{'Condensed' if condensed else ''}{_WEIGHTS[weight]}".encode()


def _descriptor(codes: FaceCodes, name: bytes) -> bytes:
    font, scale = codes.face.font, codes.face.scale
    ascent, descent, capital = (font.get_metric_position_with_fallback(tag) * scale for tag in _MEASURES)
    return (
        b"<< /Type /FontDescriptor /FontName /%s /Flags %d /FontBBox [%s] /ItalicAngle 0 /StemV 80 "
        b"/Ascent %d /Descent %d /CapHeight %d " % (name, _SYMBOLIC, _box(codes), ascent, descent, capital)
    )


def _box(codes: FaceCodes) -> bytes:
    """The box that holds every glyph of the font."""
    every = (codes.face.font.get_glyph_extents(glyph) for glyph in range(len(codes.face.advances)))
    inked = [box for box in every if box and box.width]
    left, low = min(box.x_bearing for box in inked), min(box.y_bearing + box.height for box in inked)
    right, top = max(box.x_bearing + box.width for box in inked), max(box.y_bearing for box in inked)
    return b" ".join(b"%d" % round(side * codes.face.scale) for side in (left, low, right, top))


def _widths(codes: FaceCodes) -> bytes:
    """The width of every code, in runs of neighbouring codes."""
    parts = []
    for _, group in itertools.groupby(enumerate(sorted(codes.drawn)), key=lambda pair: pair[1] - pair[0]):
        run = [code for _, code in group]
        widths = b" ".join(b"%.5g" % codes.face.advances[codes.drawn[code][0]] for code in run)
        parts.append(b"%d [%s]" % (run[0], widths))
    return b" ".join(parts)


def _glyph_map(codes: FaceCodes) -> bytes:
    """Two bytes a code: the number of its glyph."""
    glyphs = bytearray(2 * (max(codes.drawn, default=0) + 1))
    for code, (glyph, _) in codes.drawn.items():
        glyphs[2 * code : 2 * code + 2] = glyph.to_bytes(2, "big")
    return bytes(glyphs)


def _to_unicode(codes: FaceCodes) -> bytes:
    spelled = [(code, text or "\u200b") for code, (_, text) in sorted(codes.drawn.items())]
    return b"\n".join(
        (
            b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            b"/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            b"/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
            b"1 begincodespacerange <0000> <FFFF> endcodespacerange",
            *_characters(spelled),
            b"endcmap CMapName currentdict /CMap defineresource pop end end",
        )
    )


def _characters(spelled: list[tuple[int, str]]) -> Iterator[bytes]:
    for start in range(0, len(spelled), 100):
        block = spelled[start : start + 100]
        yield b"%d beginbfchar" % len(block)
        for code, text in block:
            yield b"<%04X> <%s>" % (code, text.encode("utf-16-be").hex().upper().encode())
        yield b"endbfchar"
