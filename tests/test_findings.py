"""From a problem's place in a text to its place in the file, however the text was typed."""

from __future__ import annotations

import pytest

from catalog.findings import Problem, Severity, locate
from catalog.source import read

WORDS = "Sell TODO to every office"


def place_of(text: str, field: str, offset: int) -> tuple[int, int]:
    problem = Problem("APS401", Severity.ERROR, (field,), "", "", offset=offset)
    span = locate(problem, read(text.encode()), "entries/a/entry.yaml").span
    return span.line, span.column


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("pitch: Sell TODO to every office\n", id="plain"),
        pytest.param("pitch: Sell\n  TODO to every office\n", id="plain over two lines"),
        pytest.param('pitch: "Sell TODO to every office"\n', id="double quotes"),
        pytest.param("pitch: '  Sell   TODO to every office'\n", id="single quotes and blanks"),
        pytest.param('pitch: "Sell\n\n  TODO to every office"\n', id="quotes over an empty line"),
        pytest.param('pitch: "\\x53ell \\\n  TODO to every office"\n', id="escapes"),
        pytest.param("pitch: |\n  Sell\n  TODO to every\n  office\n", id="block"),
        pytest.param("pitch: |\n\n  Sell\n\n  TODO to every\n  office\n", id="block with empty lines"),
        pytest.param("pitch: >-\n    Sell TODO to\n    every office\n", id="folded"),
        pytest.param("pitch: >2+\n\n    Sell\n\n\n    TODO to every office\n", id="folded with an indicator"),
    ],
)
def test_a_place_in_a_text_whose_blanks_run_together(typed: str) -> None:
    line, column = place_of("name: x\n" + typed, "pitch", WORDS.index("TODO"))
    lines = ("name: x\n" + typed).split("\n")
    assert lines[line - 1][column - 1 :].startswith("TODO")


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("description: |\n  Sell  it.\n\n  - TODO\n", id="block"),
        pytest.param("description: |\n\n\n  Sell  it.\n\n  - TODO\n", id="block after empty lines"),
        pytest.param("description: |2\n   Sell  it.\n\n  - TODO\n", id="block with an indicator"),
        pytest.param('description: "Sell  it.\\n\\n- TODO"\n', id="double quotes"),
        pytest.param("description: Sell  it. TODO\n", id="plain"),
    ],
)
def test_a_description_keeps_its_blanks(typed: str) -> None:
    document = read(typed.encode())
    node = document.node(("description",))
    text = getattr(node, "text", "")
    line, column = place_of(typed, "description", text.index("TODO"))
    assert typed.split("\n")[line - 1][column - 1 :].startswith("TODO")


def test_a_place_beyond_the_text_stays_in_it() -> None:
    assert place_of("pitch: ab\n", "pitch", 99) == (1, 9)


def test_a_place_in_a_field_that_is_gone_is_the_file() -> None:
    assert place_of("name: x\n", "pitch", 3) == (1, 1)
