"""The table of the handbook's rows: complete, and true about fields, rules, files and commands.

Its links are followed when the site is built, like all others.
"""

from __future__ import annotations

import re
import subprocess
import sys
from typing import Any

import pytest

from catalog.decode import entry_schema
from catalog.rules import SEVERITIES
from tests.conftest import ROOT

COUNTS = {
    "W": 6, "I": 10, "PA": 3, "PL": 4, "ST": 1, "WL": 3, "KA": 3, "MK": 4, "BM": 3, "DI": 3, "RF": 2, "RE": 9, "HP": 2,
    "PP": 7, "PK": 4, "CR": 3, "SF": 6, "G": 12, "BOM": 14, "CT": 2,
}  # fmt: skip
ROWS = [
    (row[1], row[3])
    for line in (ROOT / "docs/guide/handbook.md").read_text("utf-8").splitlines()
    if (row := re.fullmatch(r"\| ([A-Z]+\d+) \| ([^|]+) \| ([^|]+) \|", line))
]
TEXT = "\n".join(where for _row, where in ROWS)


def test_each_of_the_101_rows_stands_in_the_table_once() -> None:
    expected = [f"{part}{number}" for part, last in COUNTS.items() for number in range(1, last + 1)]
    assert len(expected) == 101
    assert sorted(row for row, _where in ROWS) == sorted(expected)


@pytest.mark.parametrize(("row", "where"), ROWS)
def test_a_row_names_a_place_or_says_that_it_has_none_yet(row: str, where: str) -> None:
    assert re.search(r"field `|rule APS|\]\(|`[\w./-]+`|not yet", where), row


def test_every_rule_named_exists() -> None:
    assert set(re.findall(r"APS\d{3}", TEXT)) <= set(SEVERITIES)


@pytest.mark.parametrize("field", sorted(set(re.findall(r"field `([\w.]+)`", TEXT))))
def test_every_field_named_is_in_the_schema(field: str) -> None:
    schema: Any = entry_schema()
    known = str(schema)
    *outer, last = field.split(".")
    assert f"'{last}'" in known
    assert not outer or last in properties_of(schema, outer[0])


def properties_of(schema: Any, part: str) -> set[str]:  # noqa: ANN401 - a JSON value
    """The names of all properties beneath a top-level property."""
    found: set[str] = set()

    def walk(node: Any) -> None:  # noqa: ANN401 - a JSON value
        if isinstance(node, dict):
            found.update(node.get("properties", {}))
            for value in node.values():
                walk(value)
        elif isinstance(node, list):
            for value in node:
                walk(value)

    walk(schema["properties"][part])
    return found


@pytest.mark.parametrize("path", sorted(set(re.findall(r"(?<!field )`([\w-]+(?:/[\w.-]+)*)`", TEXT))))
def test_every_file_named_is_there(path: str) -> None:
    assert (ROOT / path).exists()


@pytest.mark.parametrize("command", sorted(set(re.findall(r"`build\.py (\w+)", TEXT))))
def test_every_command_named_exists(command: str) -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "build.py"), command, "--help"], capture_output=True, check=False
    )
    assert done.returncode == 0
