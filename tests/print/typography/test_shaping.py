from __future__ import annotations

import pytest
from bidi import get_display  # type: ignore[import-untyped]  # The package has no types.
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.print.typography.brackets import MIRRORED, settle_brackets
from catalog.print.typography.typeset import Line, Style
from tests.print.paper import TEXTS, setter

NINE = Style(9)


def faces(text: str, lang: str | None = None) -> list[tuple[str, str]]:
    return [(piece.face, piece.text) for piece in setter().line(text, NINE, lang).pieces]


def seen(line: Line) -> str:
    """The signs of a line from left to right, brackets as they look."""
    return "".join(
        piece.text if piece.glyphs is None else "".join(glyph.text for glyph in piece.glyphs)
        for piece in line.pieces
    )


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        pytest.param("Łódź Κατάλογος", None, [("sans-400", "Łódź Κατάλογος")], id="Latin and Greek"),
        pytest.param("一覧", "ja", [("jp-400", "一覧")], id="Han in Japanese"),
        pytest.param("目录", "zh", [("sc-400", "目录")], id="Han in Chinese"),
        pytest.param(
            "日本の AAA 2026", None, [("jp-400", "日本の"), ("sans-400", " AAA 2026")], id="Latin in Japanese"
        ),
        pytest.param("云“目录”", None, [("sc-400", "云“目录”")], id="quotes of Chinese are full width"),
        pytest.param("한국어 카탈로그", None, [("kr-400", "한국어 카탈로그")], id="Korean space"),
        pytest.param(
            "🚀 🚀", None, [("emoji-400", "🚀"), ("sans-400", " "), ("emoji-400", "🚀")], id="pictures"
        ),
    ],
)
def test_each_sign_comes_from_the_face_of_its_script(
    text: str, lang: str | None, expected: list[tuple[str, str]]
) -> None:
    assert faces(text, lang) == expected


def test_a_joined_picture_is_one_glyph() -> None:
    (piece,) = setter().line("👨‍👩‍👧", NINE).pieces
    assert piece.glyphs is not None
    assert [glyph.text for glyph in piece.glyphs if glyph.advance] == ["👨‍👩‍👧"]


def test_letters_of_arabic_join() -> None:
    alone = sum(setter().width(letter, NINE) for letter in "كتالوج")
    assert setter().width("كتالوج", NINE) != pytest.approx(alone, abs=0.5)


def test_a_mark_stands_over_its_letter() -> None:
    (piece,) = setter().line("q\u0303", NINE).pieces
    assert piece.glyphs is not None
    letter, mark = piece.glyphs
    assert mark.advance == 0
    assert letter.advance > 0


@settings(deadline=None)  # The first line in a face cuts it.
@given(st.text(sorted({*TEXTS["hi"], *TEXTS["th"]} - {" "}), min_size=1, max_size=20))
def test_the_glyphs_of_a_left_to_right_script_spell_the_text(text: str) -> None:
    assert seen(setter().line(text, NINE)) == text


@settings(deadline=None)  # The first line in a face cuts it.
@given(st.text("ابتجدكلمن هعשלום", min_size=1, max_size=20))
def test_the_glyphs_of_a_right_to_left_script_spell_it_from_right_to_left(text: str) -> None:
    line = setter().line(text, NINE, direction="rtl")
    glyphs = [glyph for piece in line.pieces for glyph in piece.glyphs or ()]
    assert "".join(glyph.text for glyph in reversed(glyphs)) == text


@settings(deadline=None)  # The first line in a face cuts it.
@given(st.text("abc אבג 12 .,", max_size=30), st.sampled_from(["ltr", "rtl"]))
def test_mixed_directions_stand_as_the_unicode_algorithm_says(text: str, direction: str) -> None:
    line = setter().line(text, NINE, direction="rtl" if direction == "rtl" else "ltr")
    assert seen(line) == get_display(text, base_dir="R" if direction == "rtl" else "L")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("שלום catalog (x)", "catalog (x) םולש", id="brackets behind Latin go with it"),
        pytest.param("שלום (catalog)", "(catalog) םולש", id="brackets behind Hebrew are Hebrew"),
        pytest.param("שלום (עולם)", "(םלוע) םולש", id="brackets around Hebrew"),
    ],
)
def test_both_brackets_of_a_pair_take_one_direction(text: str, expected: str) -> None:
    assert seen(setter().line(text, NINE)) == expected


def test_brackets_without_a_partner_stay_neutral() -> None:
    kinds = ["ON", "L", "ON", "ON"]
    settle_brackets("(a]]", kinds, 1)
    assert kinds == ["ON", "L", "ON", "ON"]


def test_every_bracket_mirrors_to_its_partner_and_back() -> None:
    assert all(MIRRORED[MIRRORED[sign]] == sign != MIRRORED[sign] for sign in MIRRORED)
