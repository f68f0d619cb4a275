"""Every rule's manual is whole, and its examples are true."""

from __future__ import annotations

import ast
import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from catalog.rules import RULES, SEVERITIES, manual, manuals
from tests.repository.tracked import package
from tests.rules.examples import FAULTLESS, files_of, run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.rules import Manual

CODE = re.compile(r"APS\d{3}")
MANUALS = list(manuals().values())


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that others than its owner may read, as entries are."""
    with tempfile.TemporaryDirectory() as path:
        Path(path).chmod(0o755)
        yield Path(path)


def codes_in(path: Path) -> set[str]:
    """The codes that a file of the product raises: its string literals, docstrings apart."""
    tree = ast.parse(path.read_text("utf-8"))
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value)
    }


def test_the_faultless_entry_has_no_finding(folder: Path) -> None:
    assert run(FAULTLESS, folder) == []


@pytest.mark.parametrize("page", MANUALS, ids=lambda page: page.code)
def test_a_refused_example_is_refused_at_its_carets(page: Manual, folder: Path) -> None:
    places = [place for file in files_of(page.refused) for place in file.places]
    assert places, "the example marks no place"
    found = run(page.refused, folder)
    assert sorted(found) == sorted((page.code, place) for place in places)


@pytest.mark.parametrize("page", MANUALS, ids=lambda page: page.code)
def test_an_accepted_example_has_no_finding(page: Manual, folder: Path) -> None:
    assert run(page.accepted, folder) == []


def test_every_code_has_one_manual() -> None:
    assert len(SEVERITIES) == len(RULES)
    raised = set().union(*map(codes_in, package()))
    assert raised == set(SEVERITIES)


def test_names_are_distinct_and_in_kebab_case() -> None:
    names = [rule.name for rule in RULES]
    assert len(set(names)) == len(names)
    assert [name for name in names if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)] == []


@pytest.mark.parametrize("page", MANUALS, ids=lambda page: page.code)
def test_a_manual_reads_well(page: Manual) -> None:
    assert page.summary.endswith(".")
    assert all(len(line) <= 140 for line in (page.refused + page.accepted).splitlines())
    if page.family == "Handbook":
        assert "handbook" in " ".join(page.why).lower()


def test_an_unknown_code_has_no_manual() -> None:
    with pytest.raises(KeyError):
        manual("APS999")
