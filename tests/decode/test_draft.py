"""A draft keeps the sound fields of an entry that cannot be decoded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.decode import decode_draft, decode_entry
from catalog.model import Programme
from catalog.rules import context_of, is_of_what_is_there, judge
from catalog.source import read
from tests.conftest import MINIMAL
from tests.rules.examples import DAY

if TYPE_CHECKING:
    from catalog.decode.draft import Draft


def draft_of(text: str) -> Draft | None:
    document = read(text.encode())
    entry, problems = decode_entry(document, "example-wiki")
    assert entry is None
    return decode_draft(document, "example-wiki", problems)


@pytest.mark.parametrize(
    ("old", "new", "replaced"),
    [
        pytest.param("webspace", "web", {"type"}, id="unknown term"),
        pytest.param("version: 1.10\n", "", {"version"}, id="missing"),
        pytest.param("worldwide", "[DE, Mars]", {"regions"}, id="broken inside"),
        pytest.param("name: Example Wiki\n", "nmae: Example Wiki\n", {"name"}, id="misspelled"),
        pytest.param("version: 1.10\n", "version: 1.10\nlinks: {demo: x}\n", set(), id="optional"),
    ],
)
def test_what_is_broken_is_replaced(old: str, new: str, replaced: set[str]) -> None:
    draft = draft_of(MINIMAL.replace(old, new, 1))
    assert draft is not None
    assert draft.replaced == replaced
    assert draft.entry.summary == "Write and share team notes on a shared web host"


def test_a_stand_in_breaks_no_rule_on_texts() -> None:
    draft = draft_of("nothing: here\n")
    assert draft is not None
    assert len(draft.replaced) == 9
    problems = list(judge(draft.entry, context_of(draft.entry, DAY, Programme())))
    assert [problem for problem in problems if problem.code[3] in "45"] == []
    assert not any(is_of_what_is_there(problem, draft.replaced) for problem in problems)


def test_what_is_no_block_of_fields_has_no_draft() -> None:
    assert draft_of("- a\n") is None


@given(
    st.dictionaries(
        st.sampled_from(["name", "vendor", "summary", "regions", "links", "media", "x"]), st.text(max_size=20)
    )
)
def test_any_fields_give_a_draft(fields: dict[str, str]) -> None:
    text = "".join(f"{key}: {value!r}\n" for key, value in fields.items())
    document = read(text.encode())
    if document.root is not None and not document.faults:
        _, problems = decode_entry(document, "example-wiki")
        assert decode_draft(document, "example-wiki", problems) is not None
