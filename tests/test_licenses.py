"""SPDX expressions: what is said of them, and what may be rewritten."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.licenses import fault_of, rewritten, withdrawn
from catalog.vocabulary import vocabularies


@pytest.mark.parametrize(
    ("typed", "today"),
    [
        ("GPL-2.0", "GPL-2.0-only"),
        ("GPL-2.0+ OR MIT", "GPL-2.0-or-later OR MIT"),
        ("gpl-2.0-ONLY and mit", "GPL-2.0-only AND MIT"),
        ("(MIT OR AGPL-3.0) AND ISC", "(MIT OR AGPL-3.0-only) AND ISC"),
        ("GPL-2.0-with-classpath-exception", "GPL-2.0-only WITH Classpath-exception-2.0"),
        ("GPL-2.0 WITH Classpath-exception-2.0", "GPL-2.0-only WITH Classpath-exception-2.0"),
        ("Apache License, Version 2.0", "Apache-2.0"),
        ("commercial", "LicenseRef-commercial"),
    ],
)
def test_what_says_the_same_is_rewritten(typed: str, today: str) -> None:
    assert rewritten(typed) == today


@pytest.mark.parametrize(
    "typed", ["GPL", "BSD", "proprietary", "Net-SNMP", "wxWindows", "see the website", "MIT OR"]
)
def test_what_only_the_vendor_knows_stays(typed: str) -> None:
    assert rewritten(typed) == typed


@pytest.mark.parametrize(
    "new", sorted({*vocabularies().licenses.renamed.values(), *vocabularies().licenses.spelled.values()})
)
def test_what_is_written_instead_is_an_expression_of_today(new: str) -> None:
    assert fault_of(new) is None
    assert not any(withdrawn(word) for word in new.split())


@given(st.text(max_size=40))
def test_rewriting_twice_is_rewriting_once(text: str) -> None:
    assert rewritten(rewritten(text)) == rewritten(text)
