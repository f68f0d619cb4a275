from __future__ import annotations

import itertools

import pyphen  # type: ignore[import-untyped]  # The package has no types.
import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.print.typography.hyphens import hyphen_places


def parted(word: str, language: str) -> str:
    places = [0, *hyphen_places(word, language), len(word)]
    return "-".join(word[start:end] for start, end in itertools.pairwise(places))


@pytest.mark.parametrize(
    ("language", "word", "expected"),
    [
        pytest.param("de", "Datensicherung", "Daten-si-che-rung", id="German"),
        pytest.param("de", "Wiederherstellung", "Wie-der-her-stel-lung", id="German compound"),
        pytest.param("en", "infrastructure", "infra-struc-ture", id="English"),
        pytest.param("en-US", "monitoring", "mon-i-tor-ing", id="American"),
        pytest.param("fr", "l’hébergement", "l’héber-ge-ment", id="French behind an article"),
        pytest.param("ru", "приложение", "при-ло-же-ние", id="Russian"),
        pytest.param("no", "programvare", "pro-gram-vare", id="Norwegian by its older tag"),
        pytest.param("de", "(Datensicherung).", "(Daten-si-che-rung).", id="signs around a word"),
        pytest.param("xx", "infrastructure", "infrastructure", id="language without patterns"),
        pytest.param("en", "server", "server", id="short word"),
        pytest.param("en", "Wordpress", "Wordpress", id="name"),
        pytest.param("de", "PostgreSQL", "PostgreSQL", id="name with capitals"),
        pytest.param("de", "KUNDENVERWALTUNG", "KUNDENVERWALTUNG", id="capitals"),
        pytest.param("en", "monitoring2", "monitoring2", id="word with a digit"),
        pytest.param("en", "monitoring.example", "monitoring.example", id="address"),
        pytest.param("en", "monitoring@harbor", "monitoring@harbor", id="mail address"),
        pytest.param("de", "Online-Datensicherung", "Online-Datensicherung", id="word with a hyphen"),
    ],
)
def test_a_word_is_parted_by_the_rules_of_its_language(language: str, word: str, expected: str) -> None:
    assert parted(word, language) == expected


@given(st.text("abcdefghijklmnoprstuvwäöüß", min_size=7, max_size=24))
def test_patterns_are_read_as_pyphen_reads_them(word: str) -> None:
    whole = pyphen.Pyphen(lang="de", left=3, right=3)
    assert list(hyphen_places(word, "de")) == [int(place) for place in whole.positions(word)]


@pytest.mark.parametrize("name", sorted(pyphen.LANGUAGES))
def test_every_language_of_pyphen_can_be_read(name: str) -> None:
    assert hyphen_places("abcdefghij", name.replace("_", "-")) is not None


def test_a_hyphen_that_changes_letters_is_never_taken() -> None:
    """Hungarian writes `asszony` as `asz-szony`."""
    assert 2 not in hyphen_places("asszonyság", "hu")
    assert 3 not in hyphen_places("asszonyság", "hu")
