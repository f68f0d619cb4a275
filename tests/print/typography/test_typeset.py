from __future__ import annotations

import itertools
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.print.typography import typeset
from catalog.print.typography.fonts import MissingGlyphError
from catalog.print.typography.lines import Breaks
from catalog.print.typography.typeset import Direction, Span, Style, Typesetter
from catalog.print.units import MM
from tests.print.paper import TEXTS, setter

NINE = Style(9)
# The widest sign of the tests at 9 pt is an em; a narrower box could not hold it on a line of its own.
WIDTHS = st.floats(14, 300)
SIGNS = st.sampled_from(sorted({*"".join(TEXTS.values())} - {"\u200d"}) + [" "] * 30)


def squeezed(text: str) -> str:
    return "".join(text.split())


@settings(deadline=None)  # The first line in a face cuts it.
@given(st.text(SIGNS, max_size=120), WIDTHS)
def test_no_text_sticks_out_and_none_is_lost(text: str, width: float) -> None:
    lines = setter().wrap(text, NINE, width)
    assert all(line.width <= width + 0.01 for line in lines)
    assert all(line.text == line.text.strip(" ") != "" for line in lines)
    assert squeezed("".join(line.text for line in lines)) == squeezed(text)


@settings(deadline=None)  # The first line in a face cuts it.
@given(st.text(SIGNS, max_size=60))
def test_the_pieces_of_a_line_are_as_wide_as_the_line(text: str) -> None:
    line = setter().line(text, NINE)
    assert line.width == pytest.approx(sum(piece.width for piece in line.pieces))
    assert setter().width(text, NINE) == pytest.approx(line.width)


@settings(deadline=None)  # The first line in a face cuts it.
@given(st.lists(st.text("abcdefgh", min_size=1, max_size=9), max_size=40), WIDTHS)
def test_lines_are_filled_greedily(words: list[str], width: float) -> None:
    lines = [line.text for line in setter().wrap(" ".join(words), NINE, width)]
    for line, after in itertools.pairwise(lines):
        more = f"{line} {after.split(' ')[0]}"
        cut = squeezed(line) not in squeezed(" ".join(words)) or not _at_word_end(lines, line, words)
        assert cut or setter().width(more, NINE) > width


def _at_word_end(lines: list[str], line: str, words: list[str]) -> bool:
    done = len("".join(lines[: lines.index(line) + 1]).replace(" ", ""))
    ends = []
    position = 0
    for word in words:
        position += len(word)
        ends.append(position)
    return done in ends


@settings(deadline=None)  # The first line in a face cuts it.
@given(st.lists(st.text("abcdefgh", min_size=1, max_size=9), max_size=40), WIDTHS)
def test_spans_of_one_style_break_like_the_plain_text(words: list[str], width: float) -> None:
    text = " ".join(words)
    middle = len(text) // 2
    spans = [Span(text[:middle], NINE), Span(text[middle:], NINE)]
    plain = setter().wrap(text, NINE, width)
    assert [line.text for line in setter().wrap(spans, NINE, width)] == [line.text for line in plain]


@settings(deadline=None)  # The first line in a face cuts it.
@given(
    st.text(SIGNS, max_size=30),
    st.sampled_from(get_args(Breaks)),
    st.floats(0.5, 1.5),
    st.sampled_from([None, *get_args(Direction)]),
)
def test_a_text_that_fits_a_line_is_what_breaking_it_gives(
    text: str, breaks: Breaks, part: float, direction: Direction | None
) -> None:
    style = Style(9, breaks=breaks)
    width = max(14, setter().line(text, style).width * part)
    found = Typesetter(setter().fonts).wrap(text, style, width, None, direction)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(typeset, "_SHORT", 0)
        assert found == Typesetter(setter().fonts).wrap(text, style, width, None, direction)


def test_an_english_line_of_86_mm_holds_as_much_as_the_layout_counts_on() -> None:
    prose = (
        "Sell it beside the web space that the customer already pays for. It installs in a minute, asks for no server, "
        "and its support desk answers your staff in their own language. "
    )
    text = (prose * 4)[:574]
    assert setter().fits(text, NINE, 86 * MM, 11)
    assert not setter().fits(text + prose, NINE, 86 * MM, 11)


def test_a_condensed_face_is_narrower_and_a_heavier_one_wider() -> None:
    text = "Harbor Sync for offices"
    plain, bold, narrow = (
        setter().width(text, style) for style in (NINE, Style(9, 600), Style(9, 400, condensed=True))
    )
    assert narrow < plain < bold
    assert setter().width(text, NINE.at(18)) == pytest.approx(2 * plain)


def test_an_address_is_cut_behind_its_punctuation() -> None:
    lines = setter().wrap("https://harbor.example/sync/downloads/latest", NINE, 90)
    assert len(lines) > 1
    assert all(line.text[-1] in "/." for line in lines[:-1])


def test_a_new_line_forces_a_break_and_a_tab_is_a_space() -> None:
    assert [line.text for line in setter().wrap("one\ntwo\tthree", NINE, 200)] == ["one", "two three"]
    assert setter().line("one\ntwo", NINE).text == "one two"


@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_an_empty_text_has_no_lines(text: str) -> None:
    assert setter().wrap(text, NINE, 100) == ()
    assert setter().fits(text, NINE, 100, 0)


def test_overset_counts_the_characters_that_are_over() -> None:
    width = setter().width("alpha beta", NINE) + 1
    assert setter().overset("alpha beta beta alpha", NINE, width, 1) == len("beta alpha")
    assert setter().overset("alpha beta beta alpha", NINE, width, 2) == 0


def test_guide_words_end_at_the_last_whole_word() -> None:
    width = setter().width("Harbor Sync", NINE) + 1
    assert setter().words_that_fit("Harbor Sync Enterprise", NINE, width) == "Harbor Sync"
    assert setter().words_that_fit("Donaudampfschiff", NINE, 10) == ""
    assert setter().words_that_fit("Harbor", NINE, 500) == "Harbor"


def test_a_right_to_left_line_says_so() -> None:
    assert setter().line(TEXTS["ar"], NINE).direction == "rtl"
    assert setter().line("Harbor", NINE).direction == "ltr"
    assert setter().line("Harbor!", NINE, direction="rtl").pieces[-1].text == "Harbor"


def test_a_sign_that_no_font_holds_is_an_error_with_its_code_point() -> None:
    with pytest.raises(MissingGlyphError, match=r"U\+E000") as refused:
        setter().wrap("private \ue000 use", NINE, 100)
    assert refused.value.code_points == (0xE000,)


def test_a_sign_that_the_fonts_were_not_opened_for_is_an_error_too() -> None:
    with pytest.raises(MissingGlyphError, match=r"U\+9F9C"):
        setter().width("龜", NINE, "zh-Hant")


def test_signs_without_ink_take_no_room() -> None:
    assert setter().width("soft\u00adhyphen\u200b", NINE) == pytest.approx(setter().width("softhyphen", NINE))
