"""Terms: the rules in examples, and that Python and the browser spell every term alike."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from catalog.search.tokens import LONGEST, fold, terms_of

if TYPE_CHECKING:
    from collections.abc import Callable

    Ask = Callable[..., Any]

EXAMPLES: dict[str, list[str]] = json.loads(
    Path(__file__).with_name("terms.json").read_text(encoding="utf-8")
)
# Characters that both Unicode tables know; what only one of them has is nobody's text yet.
TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cn", "Co")), max_size=40)
WRITTEN = st.text(st.sampled_from("aAbBéÜßłŁ .&-'’@:/_+#09日本ก็กคالسم\u0301\n"), max_size=24)


@pytest.mark.parametrize(("text", "terms"), EXAMPLES.items())
def test_a_text_has_these_terms(text: str, terms: list[str]) -> None:
    assert terms_of(text) == terms


@pytest.mark.parametrize(("text", "terms"), EXAMPLES.items())
def test_the_browser_has_the_same_terms(terms_engine: Ask, text: str, terms: list[str]) -> None:
    assert terms_engine(terms=text) == terms


@given(TEXTS | WRITTEN)
@example("İSTANBUL ΟΔΟΣ ǅ ﬁn ½ ①")
@example("ـ ـa")
@example("a.b.c .a .1a ..net C++++ c## a#b")
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_python_and_the_browser_agree_on_any_text(terms_engine: Ask, text: str) -> None:
    assert terms_engine(terms=text) == terms_of(text)
    assert terms_engine(fold=text) == fold(text)


@given(TEXTS)
def test_a_term_is_never_empty_long_or_in_capitals(text: str) -> None:
    for term in terms_of(text):
        assert 0 < len(term) <= LONGEST
        assert term == fold(term)


@pytest.mark.parametrize(
    ("one", "other", "edits"),
    [
        ("wordpress", "wordpres", 1),
        ("wordpress", "wrodpress", 1),
        ("wordpress", "wordpress", 0),
        ("nextcloud", "nxtclod", 2),
        ("mail", "wiki", 3),
        ("a", "abcdef", 3),
    ],
)
def test_distance_counts_letters_and_swaps_up_to_a_limit(
    terms_engine: Ask, one: str, other: str, edits: int
) -> None:
    assert terms_engine(distance=[one, other, 2]) == edits
    assert terms_engine(distance=[other, one, 2]) == edits
