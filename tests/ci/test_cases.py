from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

SCRIPT = ROOT / ".ci" / "cases.py"
PRINT = "run: print\n"
FIELDS = "run: check\nfindings:\n  - {family: [2], says: [typo]}\n"
BOTH = "ok 40-print\nok 41-type\n2 passed, 0 failed, 0 skipped\n"


def compare(tmp_path: Path, listed: str, output: str, cases: dict[str, str]) -> tuple[int, str]:
    for name, text in cases.items():
        (tmp_path / "cases" / name).mkdir(parents=True)
        (tmp_path / "cases" / name / "case.yaml").write_text(text)
    (tmp_path / "open.txt").write_text(listed)
    run = subprocess.run(
        [sys.executable, SCRIPT, tmp_path / "open.txt", tmp_path / "cases"],
        input=output,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.stderr == ""
    return run.returncode, run.stdout


@pytest.mark.parametrize(
    ("listed", "output", "status", "says"),
    [
        pytest.param("", BOTH, 0, "2 of 2 pass, 0 open as listed", id="all-pass"),
        pytest.param(
            "# why\n\n40-print no book yet\n",
            "FAIL 40-print: no build.py\nok 41-type\n",
            0,
            "1 of 2 pass, 1 open as listed",
            id="failure-on-the-list",
        ),
        pytest.param(
            "", "FAIL 40-print: the PDF lacks 'a'\nok 41-type\n", 1, "40-print: failed: the PDF lacks 'a'",
            id="failure-not-on-the-list",
        ),
        pytest.param(
            "", "NOT RUN 40-print: no pdftoppm\nok 41-type\n", 1, "40-print: did not run: no pdftoppm",
            id="a-missing-tool-is-no-pass",
        ),
        pytest.param("40-print slow\n", BOTH, 1, "40-print: passes by now; remove it", id="ratchet"),
        pytest.param("42-gone slow\n", BOTH, 1, "42-gone: there is no such case", id="unknown-case"),
        pytest.param("", "ok 40-print\n", 1, "41-type: the run says nothing about it", id="runner-died"),
        pytest.param("40-print\n", BOTH, 1, "line 1: 40-print stands without a reason", id="no-reason"),
        pytest.param("40-print a\n40-print b\n", BOTH, 1, "line 2: 40-print stands there twice", id="twice"),
    ],
)  # fmt: skip
def test_the_run_is_held_against_the_list(
    tmp_path: Path, listed: str, output: str, status: int, says: str
) -> None:
    code, printed = compare(tmp_path, listed, output, {"40-print": PRINT, "41-type": PRINT})
    assert (code, says in printed) == (status, True), printed


@pytest.mark.parametrize(
    ("name", "case"),
    [
        pytest.param("17-typo", PRINT, id="by-its-number"),
        pytest.param("95-typo", FIELDS, id="by-a-finding-about-a-field"),
        pytest.param("96-typo", FIELDS.replace("[2]", "1"), id="by-a-finding-about-yaml"),
    ],
)
def test_a_case_on_yaml_or_fields_may_never_be_open(tmp_path: Path, name: str, case: str) -> None:
    code, printed = compare(tmp_path, f"{name} later\n", f"FAIL {name}: x\n", {name: case})
    assert code == 1
    assert f"{name}: a case on YAML, encoding or fields may not be open" in printed


def test_an_early_case_with_a_finding_of_a_later_family_may_be_open(tmp_path: Path) -> None:
    code, _ = compare(
        tmp_path, "24-html later\n", "FAIL 24-html: x\n", {"24-html": FIELDS.replace("[2]", "4")}
    )
    assert code == 0


def test_a_finding_that_may_be_of_a_later_family_may_be_open(tmp_path: Path) -> None:
    case = FIELDS.replace("[2]", "[2, 6]")
    code, _ = compare(tmp_path, "93-daemon later\n", "FAIL 93-daemon: x\n", {"93-daemon": case})
    assert code == 0
