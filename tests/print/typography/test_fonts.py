from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import uharfbuzz as hb
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.font_packs import FAMILIES, coverage, family_of, writing
from catalog.print.typography.font_cuts import cut, open_fonts
from catalog.print.typography.fonts import Fonts, MissingGlyphError, missing, points_in
from tests.conftest import ROOT
from tests.print.paper import TEXTS, setter

if TYPE_CHECKING:
    from catalog.print.typography.fonts import Face, Wish

LATIN = "ABCDEFGJLPTVWYabcdefgjlprtvwyÄÖÜßąłőž0147.,;:-–!?'’“„()[]/& "
GREEK = "ΑΒΓΔΛΡΤΥΦαβγδλρτυόή.,«»()- "
CYRILLIC = "АБВГДКЛРТУФЧабвгдкртуфч.,«»()- "
CUT = """
from catalog.digests import digest
from catalog.print.typography.font_cuts import open_fonts
fonts = open_fonts([{text!r}])
for name in ("hebrew-600-condensed", "hebrew-400"):
    print(digest(fonts.face(name).content).hex())
"""


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_the_packs_hold_every_script_of_the_book(text: str) -> None:
    assert missing(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\u27e8x\u27e9 \u2192 \u2713 \u2460", id="signs"),
        pytest.param("（Shanghai）", id="full width"),
        pytest.param("ქართული Հայերեն አማርኛ", id="Georgian, Armenian, Ethiopic"),
        pytest.param("ગુજરાતી ਪੰਜਾਬੀ தமிழ் বাংলা తెలుగు മലയാളം ಕನ್ನಡ සිංහල", id="scripts of India"),
        pytest.param("ខ្មែរ ລາວ မြန်မာ", id="scripts of South-East Asia"),
        pytest.param("a\u200db\u00ad\ufe0f", id="signs without ink"),
    ],
)
def test_rarer_scripts_and_signs_are_held_too(text: str) -> None:
    assert missing(text) == ()


def test_what_no_font_holds_is_named_sorted() -> None:
    assert missing("a\ue001b\ue000\ue001") == (0xE000, 0xE001)


@pytest.mark.parametrize(
    ("lang", "family"),
    [
        ("ja", "jp"),
        ("zh", "sc"),
        ("zh-Hans-HK", "sc"),
        ("zh-TW", "tc"),
        ("yue", "tc"),
        ("ko", "kr"),
        ("en", "jp"),
    ],
)
def test_the_language_decides_the_shapes_of_han_signs(lang: str, family: str) -> None:
    assert family_of("直", writing(lang)) == family


def test_a_sign_is_narrow_in_latin_and_wide_in_japanese_text() -> None:
    assert family_of("\u2192", writing("de")) not in {"jp", "sc", "tc", "kr"}
    assert family_of("\u2192", writing("ja")) == "jp"


def test_every_family_is_a_truetype_file_of_a_pack() -> None:
    for family in FAMILIES.values():
        assert Path(family.path).read_bytes()[:4] == b"\x00\x01\x00\x00", family.name
        assert coverage(family.name)


def test_only_faces_that_are_asked_for_are_cut_and_once() -> None:
    wishes: list[Wish] = []

    def noted(wish: Wish) -> bytes:
        wishes.append(wish)
        return cut(wish)

    fonts = Fonts(points_in(["Harbor", TEXTS["ja"], TEXTS["hi"]]), noted)
    assert wishes == []
    assert fonts.face("sans-400") is fonts.face("sans-400")
    assert len(wishes) == 1


def test_a_letter_of_another_script_leaves_a_cut_alone() -> None:
    alone = open_fonts([TEXTS["he"]]).face("hebrew-400")
    assert open_fonts([TEXTS["he"], TEXTS["de"], "Ω"]).face("hebrew-400").content == alone.content


def test_cuts_are_the_same_bytes_whatever_the_machine_says(tmp_path: Path) -> None:
    cuts = []
    for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo")):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-c", CUT.format(text=TEXTS["he"])]
        done = subprocess.run(command, env=environment, check=True, cwd=tmp_path, capture_output=True)
        cuts.append(done.stdout)
    assert cuts[0] == cuts[1]
    assert len(cuts[0].split()) == 2


def test_a_face_knows_its_glyphs_and_widths() -> None:
    face = setter().fonts.face("sans-400")
    assert face.widths["nn"] == pytest.approx(2 * face.advances[face.cmap[ord("n")]])
    with pytest.raises(MissingGlyphError):
        face.widths["\ue000"]


def by_harfbuzz(face: Face, text: str) -> float:
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(face.font, buffer)
    advance: int = sum(place.x_advance for place in buffer.glyph_positions)
    return float(advance * face.scale)


@pytest.mark.parametrize("name", ["sans-400", "sans-600", "sans-800", "sans-400-condensed"])
@settings(deadline=None)  # The first line in a face cuts it.
@given(text=st.one_of(st.text(LATIN, min_size=1), st.text(GREEK, min_size=1), st.text(CYRILLIC, min_size=1)))
def test_a_text_is_as_wide_as_harfbuzz_sets_it(name: str, text: str) -> None:
    face = setter().fonts.face(name)
    assert face.widths.once(text) == pytest.approx(by_harfbuzz(face, text))


def test_letters_kern_and_spaces_do_not() -> None:
    face = setter().fonts.face("sans-400")
    assert face.kerns is not None
    assert face.kerns["AV"] < 0 < face.kerns["(J"]
    assert face.widths["AV"] == face.widths["A"] + face.kerns["AV"] + face.widths["V"]
    assert face.widths["T A"] == face.widths["T"] + face.widths[" "] + face.widths["A"]


def test_signs_of_a_square_stay_as_wide_as_they_are() -> None:
    face = setter().fonts.face("jp-400")
    assert face.kerns is None
    assert face.widths["。「"] == face.widths["。"] + face.widths["「"]


def test_a_family_without_that_weight_or_width_gives_its_nearest() -> None:
    fonts = setter().fonts
    assert fonts.face_name("sans", 800, condensed=False) == "sans-800"
    assert fonts.face_name("jp", 800, condensed=True) == "jp-600"
    assert fonts.face_name("arabic", 400, condensed=True) == "arabic-400-condensed"
