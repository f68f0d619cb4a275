"""The summary of a pull request's findings."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import markdown
import pytest

if TYPE_CHECKING:
    from collections.abc import Mapping

SUMMARY = Path(__file__).parents[2] / ".ci" / "summary.py"


def summary(*findings: Mapping[str, object], site: str = "https://catalog.example/") -> str:
    about = {"code": "APS209", "severity": "error", "path": "entries/wiki/entry.yaml", "line": 10, "column": 7,
             "message": "", "help": "", "url": "/rules/APS209/"}  # fmt: skip
    told = {
        "findings": [{**about, **finding} for finding in findings],
        "entries": 3,
        "errors": len(findings),
        "warnings": 0,
    }
    done = subprocess.run(
        [sys.executable, str(SUMMARY), site],
        input=json.dumps(told),
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def test_a_finding_is_a_row_with_its_place_and_its_rule() -> None:
    said = summary({"message": "an unknown type", "help": "write webspace"})
    assert "3 entries, 1 error, 0 warnings" in said
    row = next(line for line in said.splitlines() if "APS209" in line)
    html = markdown.markdown(f"| a | b | c |\n|---|---|---|\n{row}", extensions=["tables"])
    assert "entries/wiki/entry.yaml:10:7" in html.replace("&#47;", "/").replace("&#46;", ".")
    assert '<a href="https://catalog.example/rules/APS209/">APS209</a>: an unknown type' in html
    assert "write webspace" in html


def test_a_clean_check_says_so() -> None:
    assert "The check is clean" in summary()


@pytest.mark.parametrize(
    "text",
    [
        "<img src=x onerror=alert(1)>",
        "![x](https://evil.example/)",
        "a | b\n# c",
        "@everyone `x`",
        "[a](b)",
        "\x1b[31m",
    ],
)
def test_what_an_entry_says_stays_text(text: str) -> None:
    said = summary({"message": text})
    row = next(line for line in said.splitlines() if "APS209" in line)
    html = markdown.markdown(f"| a | b | c |\n|---|---|---|\n{row}", extensions=["tables"])
    assert html.count("<a ") == 1
    assert html.count("<td>") == 3
    assert not any(sign in html for sign in ("<img", "<code", "<h1", "@everyone", "\x1b"))


def test_a_long_list_is_cut_and_says_so() -> None:
    said = summary(*({"message": "x"} for _ in range(250)))
    assert said.count("| error") == 200
    assert "… and 50 more; the log has all." in said
