"""`explain`: the manual in the terminal."""

from __future__ import annotations

import pytest

from catalog.cli.explain import everything, found, page
from catalog.errors import UsageError
from catalog.rules import manuals
from tests.conftest import ROOT, RunBuild

GOLDEN = ROOT / "tests" / "golden" / "explain-APS235.txt"


def test_a_page_reads_as_it_should() -> None:
    assert page(manuals()["APS235"], 100) == GOLDEN.read_text()


@pytest.mark.parametrize("typed", ["APS235", "aps235", "235", " 235 ", "license-deprecated"])
def test_a_code_may_be_typed_in_short(typed: str) -> None:
    assert found(typed).code == "APS235"


@pytest.mark.parametrize(
    ("typed", "hint"),
    [("APS9235", "APS235"), ("licence-deprecated", "license-deprecated"), ("?", "lists them all")],
)
def test_an_unknown_code_is_answered_with_those_near_it(typed: str, hint: str) -> None:
    with pytest.raises(UsageError, match=hint):
        found(typed)


def test_the_list_has_a_line_for_each_rule_and_none_is_too_wide() -> None:
    lines = everything(80).splitlines()
    assert [line.split()[0] for line in lines if line.startswith("  APS")] == list(manuals())
    assert max(map(len, lines)) <= 80


def test_colours_stay_out_of_what_is_not_a_terminal(run_build: RunBuild) -> None:
    done = run_build("explain", "235")
    assert (done.returncode, "\x1b" in done.stdout) == (0, False)
    assert "\x1b" in page(manuals()["APS235"], 100, colour=True)


def test_an_unknown_code_is_wrong_usage(run_build: RunBuild) -> None:
    assert run_build("explain", "APS000").returncode == 2
