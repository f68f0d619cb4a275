"""Sort keys, slugs, direction and language of plain texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.text import collation_key, direction, fold, language_of, slug_of, vendor_slugs


def test_names_sort_as_readers_look_them_up() -> None:
    names = [
        "Zeta",
        "action",
        "Álvarez",
        "Åby",
        "Adoum",
        "ßeta",
        "Straße",
        "Ёлка",
        "Елена",
        "Жук",
        "ömer",
        "Omega",
        "1C",
        "3CX",
    ]
    expected = [
        "1C",
        "3CX",
        "Åby",
        "action",
        "Adoum",
        "Álvarez",
        "Omega",
        "ömer",
        "ßeta",
        "Straße",
        "Zeta",
        "Елена",
        "Ёлка",
        "Жук",
    ]
    assert sorted(names, key=collation_key) == expected


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Łódź", "lodz"), ("Straße", "strasse"), ("Ёлка", "елка"), ("Ærø", "aero"), ("İĞ", "ig"), ("ÇA", "ca")],
)
def test_folding_drops_case_and_accents(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_vendor_slugs_are_distinct_and_never_empty() -> None:
    slugs = vendor_slugs(["Đại Nam", "Ái Nam", "雲端公司", "雲端社", "A & B", "A + B", "…"])
    assert slugs["Đại Nam"] == "dai-nam"
    assert slugs["A & B"] != slugs["A + B"]
    assert slugs["…"].startswith("vendor-")
    assert len(set(slugs.values())) == 7


@given(st.sets(st.text(min_size=1, max_size=12), max_size=8))
def test_any_vendor_names_get_distinct_slugs_in_the_slug_alphabet(names: set[str]) -> None:
    slugs = vendor_slugs(names)
    assert len(set(slugs.values())) == len(names)
    assert all(slug == slug_of(slug) for slug in slugs.values())


def test_the_slug_of_a_vendor_does_not_depend_on_the_order_of_names() -> None:
    assert vendor_slugs(["A & B", "A + B"]) == vendor_slugs(["A + B", "A & B"])


@pytest.mark.parametrize(
    ("text", "side"),
    [("Abc", "ltr"), ("بريد", "rtl"), ("1. דואר", "rtl"), ("日報", "ltr"), ("2026 …", "ltr")],
)
def test_direction_is_that_of_the_first_strong_sign(text: str, side: str) -> None:
    assert direction(text) == side


@pytest.mark.parametrize(
    ("text", "languages", "language"),
    [
        ("Plain", ("de",), "en"),
        ("Café au lait", (), "en"),
        ("日報ノート", (), "ja"),
        ("雲端公司", ("zh-TW", "en"), "zh-TW"),
        ("Почта", ("uk",), "uk"),
        ("Почта", (), "ru"),
        ("بريد", (), "ar"),
        ("دفتر", ("fa",), "fa"),
        ("דואר", (), "he"),
        ("हिन्दी", (), "hi"),
        ("메일", (), "ko"),
    ],
)
def test_language_is_told_by_script_and_narrowed_by_the_entry(
    text: str, languages: tuple[str, ...], language: str
) -> None:
    assert language_of(text, languages) == language
