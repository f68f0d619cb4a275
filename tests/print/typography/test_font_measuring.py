"""What the check measures with is as wide as what the book prints with."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from catalog.font_packs import FAMILIES
from catalog.print.typography.font_measuring import measuring_fonts
from catalog.print.typography.glyphs import shape
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


def widths(face: Face, text: str, *, rtl: bool) -> list[tuple[float, float, float]]:
    held = "".join(sign for sign in text if ord(sign) in face.cmap)
    glyphs = shape(face, held, None, rtl=rtl) if held else ()
    return [(glyph.advance, glyph.dx, glyph.dy) for glyph in glyphs]


@pytest.mark.parametrize("name", FACES)
def test_a_cut_to_measure_with_is_as_wide_as_that_of_the_book(name: str) -> None:
    printed = setter().fonts.face(name)
    measured = measuring_fonts(TEXTS.values()).face(name)
    assert measured.cmap.keys() == printed.cmap.keys()
    assert {sign: measured.widths[sign] for sign in map(chr, printed.cmap)} == {
        sign: printed.widths[sign] for sign in map(chr, printed.cmap)
    }
    if printed.kerns is not None and measured.kerns is not None:
        pairs = [first + second for first in KERNED for second in KERNED]
        assert [measured.kerns[pair] for pair in pairs] == [printed.kerns[pair] for pair in pairs]
    for text in (*TEXTS.values(), KERNED, "e\u0301 x\u0323\u0308"):
        for rtl in (False, True):
            assert widths(measured, text, rtl=rtl) == widths(printed, text, rtl=rtl)


def test_measuring_waits_for_no_library_that_cuts_fonts_or_writes_pdf() -> None:
    command = [sys.executable, "-c", LOADED]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.split() == []
