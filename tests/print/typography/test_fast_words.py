"""Hyphens, last lines and headings, as texts of whole words."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.print.typography.hyphens import hyphen_places
from catalog.print.typography.typeset import Line, Style
from tests.print.paper import TEXTS, setter

NINE = Style(9)
TEXT = Style(9, breaks="text")
WORDS = Style(9, breaks="words")
HEADING = Style(9, breaks="heading")
GERMAN = (
    "Die Rechnungsstellung und die Kundenverwaltung mit automatischer Datensicherung für Wiederverkäufer sowie "
    "Nextcloud, PHP 8.4 und die Wiederherstellungsmöglichkeiten der Verwaltungsoberfläche auf harbor.example/preise "
    "ohne zusätzliche Konfigurationsarbeiten im Online-Shop"
).split()
SIGNS = st.sampled_from(sorted({*"".join(TEXTS.values())} - {"\u200d"}) + [" "] * 30)
WIDTHS = st.floats(14, 300)


def words_of(lines: tuple[Line, ...]) -> str:
    """The text again: parted words joined."""
    return "".join(line.text if line.hyphenated else f"{line.text} " for line in lines).strip()


@settings(deadline=None)  # The first line in a face cuts it.
@given(st.text(SIGNS, max_size=120), WIDTHS, st.sampled_from([TEXT, WORDS, HEADING]))
def test_no_rule_loses_a_sign_costs_a_line_or_sticks_out(text: str, width: float, style: Style) -> None:
    lines = setter().wrap(text, style, width, "de")
    assert len(lines) <= len(setter().wrap(text, NINE, width, "de"))
    assert all(line.width <= width + 0.01 for line in lines)
    assert all(line.width == pytest.approx(sum(piece.width for piece in line.pieces)) for line in lines)
    assert "".join("".join(line.text for line in lines).split()) == "".join(text.split())


@settings(deadline=None)  # The first line in a face cuts it.
@given(st.lists(st.sampled_from(GERMAN), max_size=60), st.floats(60, 300))
def test_the_words_come_back_whole_in_no_more_lines(words: list[str], width: float) -> None:
    lines = setter().wrap(" ".join(words), TEXT, width, "de")
    assert len(lines) <= len(setter().wrap(" ".join(words), NINE, width, "de"))
    assert all(line.width <= width + 0.01 for line in lines)
    if all(setter().width(word, NINE) <= width for word in words):
        joined = words_of(lines).replace("Online- Shop", "Online-Shop").replace("/ preise", "/preise")
        assert joined == " ".join(words)


@settings(deadline=None)  # The first line in a face cuts it.
@given(st.lists(st.sampled_from(GERMAN), max_size=60), st.floats(150, 300))
def test_hyphens_keep_their_rules(words: list[str], width: float) -> None:
    lines = setter().wrap(" ".join(words), TEXT, width, "de")
    for line, after in itertools.pairwise(lines):
        if line.hyphenated:
            head, tail = line.text.rsplit(" ", 1)[-1], after.text.split(" ", 1)[0]
            assert len(head) in hyphen_places(head + tail, "de")
            assert not after.hyphenated
            assert after is not lines[-1] or " " in after.text
            kept = line.text.removesuffix(head).rstrip()
            assert setter().width(kept, NINE) < 0.85 * width
    assert not lines or not lines[-1].hyphenated


def test_a_word_is_parted_where_the_line_would_stay_too_empty() -> None:
    text = "Verwaltung mit automatischer Datensicherung für alle"
    width = setter().width("Verwaltung mit automatischer Daten-", NINE) + 1
    assert [line.text for line in setter().wrap(text, TEXT, width, "de")] == [
        "Verwaltung mit automatischer Daten",
        "sicherung für alle",
    ]
    assert setter().wrap(text, NINE, width, "de")[0].text == "Verwaltung mit automatischer"
    assert setter().wrap(text, TEXT, width, "xx")[0].text == "Verwaltung mit automatischer"


def test_a_word_that_nearly_fills_its_line_stays_whole() -> None:
    text = "Verwaltung mit automatischer Sicherung aller Daten"
    width = setter().width("Verwaltung mit automatischer", NINE) * 1.1
    assert setter().wrap(text, TEXT, width, "de")[0].text == "Verwaltung mit automatischer"


def test_a_word_wider_than_its_line_gets_hyphens_rather_than_cuts() -> None:
    (first, *_, last) = setter().wrap("Wiederherstellungsmöglichkeiten", TEXT, 70, "de")
    assert first.hyphenated
    assert not last.hyphenated
    assert setter().wrap("Wiederherstellungsmöglichkeiten", NINE, 70)[0].hyphenated is False


def test_the_characters_over_count_no_hyphens() -> None:
    text = "Verwaltung mit automatischer Datensicherung für alle"
    width = setter().width("Verwaltung mit automatischer Daten-", NINE) + 1
    assert setter().overset(text, TEXT, width, 1, "de") == len("sicherung für alle")


def test_a_short_last_line_takes_words_from_the_line_before() -> None:
    width = setter().width("Sell the backup that restores itself every", NINE) + 1
    text = "Sell the backup that restores itself every week"
    assert [line.text for line in setter().wrap(text, NINE, width)][-1] == "week"
    assert [line.text for line in setter().wrap(text, WORDS, width)] == [
        "Sell the backup that restores itself",
        "every week",
    ]


def test_a_line_gives_no_word_that_would_leave_it_half_empty() -> None:
    width = setter().width("It Wiederherstellung", NINE) + 1
    assert [line.text for line in setter().wrap("It Wiederherstellung a", WORDS, width)] == [
        "It Wiederherstellung",
        "a",
    ]


def test_the_two_parts_of_a_joined_word_meet_again_on_the_last_line() -> None:
    width = setter().width("Sell the backup that restores open-", NINE) + 1
    lines = setter().wrap("Sell the backup that restores open-source", WORDS, width)
    assert [line.text for line in lines] == ["Sell the backup that restores", "open-source"]


def test_the_last_line_of_japanese_has_two_signs_at_least() -> None:
    text = "日本語カタログは「統合」された一覧"
    width = setter().width(text[:-1], NINE, "ja") + 1
    assert setter().wrap(text, NINE, width, "ja")[-1].text == "覧"
    assert setter().wrap(text, WORDS, width, "ja")[-1].text == "一覧"


def test_the_last_line_of_thai_is_no_single_syllable() -> None:
    text = TEXTS["th"] * 4 + "ที่"
    width = setter().width(TEXTS["th"] * 4, NINE, "th") + 1
    short, mended = (setter().wrap(text, style, width, "th")[-1] for style in (NINE, WORDS))
    assert short.width < width / 6 <= mended.width


@pytest.mark.parametrize("text", ["Harbor Sync for small and medium offices", TEXTS["ja"], TEXTS["ar"]])
def test_a_heading_has_lines_of_about_one_length(text: str) -> None:
    width = setter().width(text, NINE) * 0.9
    first, second = setter().wrap(text, HEADING, width)
    full = setter().wrap(text, NINE, width)
    assert abs(first.width - second.width) < abs(full[0].width - full[1].width)


def test_a_heading_on_one_line_is_left_alone() -> None:
    assert [line.text for line in setter().wrap("Harbor Sync", HEADING, 200)] == ["Harbor Sync"]
