"""Cuts have the widths and shapes of the font that they come from, and no more than was asked for."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
import uharfbuzz as hb

from catalog.font_packs import FAMILIES
from catalog.print.typography.font_cuts import outlines
from tests.conftest import ROOT
from tests.print.paper import TEXTS, setter

if TYPE_CHECKING:
    from catalog.print.typography.fonts import Face

LOADED = """
import sys
import catalog.print.fitness
print(*sorted({"fontTools", "reportlab"} & set(sys.modules)))
"""
FACES = (
    *(f"sans-{weight}{width}" for weight in FAMILIES["sans"].weights for width in ("", "-condensed")),
    *("arabic-600-condensed", "hebrew-400", "devanagari-600", "thai-400-condensed"),
    *("jp-400", "sc-600", "kr-600", "emoji-400"),
)
# Signs that stand nearer to or farther from some neighbours.
KERNED = "AJLTVWYfrvwy.,-'’“(/[] ТГУАЛ ΓΤΥΑΛ"


def whole_font(name: str) -> hb.Font:
    """The variable font of a face, at its weight and width."""
    family, weight, *condensed = name.split("-")
    font = hb.Font(hb.Face(hb.Blob.from_file_path(FAMILIES[family].path)))
    font.set_variations({"wght": int(weight), "wdth": 75 if condensed else 100})
    return font


def shaped(font: hb.Font, text: str, features: dict[str, bool]) -> list[tuple[int, int, int]]:
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(font, buffer, features)
    return [(place.x_advance, place.x_offset, place.y_offset) for place in buffer.glyph_positions]


def held(face: Face, text: str) -> str:
    return "".join(sign for sign in text if ord(sign) in face.cmap)


@pytest.mark.parametrize("name", FACES)
def test_a_cut_is_as_wide_as_the_font_that_it_comes_from(name: str) -> None:
    face, whole = setter().fonts.face(name), whole_font(name)
    for point, glyph in face.cmap.items():
        own = whole.get_glyph_h_advance(whole.get_nominal_glyph(point))
        # The instance is rounded to whole units, one glyph after the other.
        assert abs(face.font.get_glyph_h_advance(glyph) - own) <= 1, chr(point)


@pytest.mark.parametrize(
    "name", ["arabic-600-condensed", "devanagari-600", "hebrew-400", "thai-400-condensed"]
)
def test_a_cut_shapes_as_the_font_that_it_comes_from(name: str) -> None:
    face, whole = setter().fonts.face(name), whole_font(name)
    for text in filter(None, (held(face, text) for text in TEXTS.values())):
        ours, theirs = (shaped(font, text, {}) for font in (face.font, whole))
        assert len(ours) == len(theirs)
        assert all(
            abs(a - b) <= 2
            for one, other in zip(ours, theirs, strict=True)
            for a, b in zip(one, other, strict=True)
        )


@pytest.mark.parametrize("name", ["sans-400", "sans-600-condensed"])
def test_pairs_of_letters_kern_as_in_the_font_that_they_come_from(name: str) -> None:
    face, whole = setter().fonts.face(name), whole_font(name)
    features = {"liga": False, "calt": False}
    for pair in (held(face, first + second) for first in KERNED for second in KERNED):
        ours, theirs = (
            sum(step for step, _, _ in shaped(font, pair, features)) for font in (face.font, whole)
        )
        assert abs(ours - theirs) <= 3, pair


def test_outlines_keep_the_numbers_and_the_shapes_of_glyphs_and_nothing_else() -> None:
    face = setter().fonts.face("sans-600")
    glyphs = {face.cmap[ord(sign)] for sign in "Añ½"}
    small = hb.Face(outlines(face.content, glyphs))
    assert set(small.table_tags) <= {"glyf", "loca", "head", "hhea", "hmtx", "maxp"}
    font = hb.Font(small)
    for glyph in glyphs:
        assert font.get_glyph_extents(glyph) == face.font.get_glyph_extents(glyph)
        assert font.get_glyph_h_advance(glyph) == face.font.get_glyph_h_advance(glyph)
    other = face.cmap[ord("B")]
    assert font.get_glyph_extents(other).width == 0
    assert len(small.blob.data) < len(face.content) / 10


def test_measuring_waits_for_no_library_that_cuts_fonts_or_writes_pdf() -> None:
    command = [sys.executable, "-c", LOADED]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.split() == []
