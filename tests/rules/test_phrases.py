"""Texts left to fill in, empty praise and confidential terms, in any wording and beside innocent look-alikes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.rules import phrases
from tests.rules.judging import DESCRIPTION, codes, entry, found


@pytest.mark.parametrize("praise", phrases._PRAISE)
def test_each_praise_has_its_hint(praise: str) -> None:
    assert any(hint in praise for hint in phrases._PRAISE_HINTS)
    assert codes(entry(summary=f"{praise.capitalize()} storage for offices")) == ["APS417"]


@pytest.mark.parametrize(
    "text",
    [
        "The World Clubs edition syncs the bestiary of a game on the ground floor",
        "Nothing revolutionaries would use, yet unmatched_keys are listed",
    ],
)
def test_words_that_only_look_like_praise_pass(text: str) -> None:
    assert codes(entry(summary=text[:90])) == []


@pytest.mark.parametrize(
    ("field", "text", "at"),
    [
        pytest.param("name", "%PRODUCT_NAME%", 0, id="percent signs"),
        pytest.param("name", "The __NAME__ Suite", 4, id="underscores"),
        pytest.param("name", "TODO the name of the product", 0, id="a scaffold's name"),
        pytest.param("version", "%VERSION%", 0, id="version"),
        pytest.param("version", "TBD", 0, id="version to be done"),
        pytest.param("summary", "Keeps TODO in step between sites", 6, id="summary"),
        pytest.param("summary", "Lorem ipsum dolor sit amet", 0, id="filler"),
        pytest.param(
            "description",
            f"{DESCRIPTION} LOREM\nIPSUM dolor.",
            len(DESCRIPTION) + 1,
            id="filler over a line end",
        ),
        pytest.param(
            "description", f"{DESCRIPTION} __NAME__ is it.", len(DESCRIPTION) + 1, id="in a description"
        ),
    ],
)
def test_a_placeholder_is_found_at_its_place(field: str, text: str, at: int) -> None:
    problems = [problem for problem in found(entry(**{field: text})) if problem.code == "APS401"]
    assert [(problem.path, problem.offset) for problem in problems] == [((field,), at)]


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"name": "TODO Manager"}, id="a product called TODO"),
        pytest.param({"name": "todo.txt"}, id="small letters"),
        pytest.param({"summary": "Saves 10% of time and 20% of paper"}, id="two percentages"),
        pytest.param(
            {"description": f"{DESCRIPTION} __Strong words__ and a todo list."}, id="strong in markdown"
        ),
        pytest.param(
            {"description": f"{DESCRIPTION} See <https://a.example/%C3%A9%C3%A8>."},
            id="escapes of an address",
        ),
        pytest.param({"description": f"{DESCRIPTION} Methodology, TODOs and LaTeX."}, id="inside a word"),
    ],
)
def test_what_only_looks_like_a_placeholder_passes(changes: dict[str, object]) -> None:
    assert codes(entry(**changes)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Partners keep a margin of 30%.",
        "Our commission is 20 percent.",
        "The wholesale price is $2.10.",
        "Wholesale is from 2 EUR.",
        "You get 25% revenue share.",
        "They pay a 15 % commission.",
        "Prices are covered by an NDA.",
        "For internal use only.",
        "This is not for publication.",
    ],
)
def test_confidential_terms_are_a_warning(sentence: str) -> None:
    assert codes(entry(description=f"{DESCRIPTION} {sentence}")) == ["APS641"]


@pytest.mark.parametrize(
    "sentence",
    [
        "It computes margins and commissions for wholesale traders.",
        "Share confidential files without fear.",
        "Revenue grows. 40% of users stay.",
        "Pages have a margin of 3 cm.",
        "It manages NDAs and contracts.",
    ],
)
def test_business_words_without_figures_pass(sentence: str) -> None:
    assert codes(entry(description=f"{DESCRIPTION} {sentence}")) == []


@given(st.text(max_size=400).filter(str.strip))
def test_any_text_is_judged(text: str) -> None:
    for problem in found(entry(description=text, pitch=text, summary=text)):
        if problem.offset > 0:
            assert problem.offset < len(text)


@given(st.text(alphabet="0123456789%.,$€ marginwholesale_AT", max_size=5000))
def test_hostile_figures_cost_little(text: str) -> None:
    phrases._TERMS.search(text)
    for pattern in phrases._PLACEHOLDERS.values():
        pattern.search(text)
