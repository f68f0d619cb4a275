"""The site's scripts by the tools of their own language: TypeScript reads their types, Node.js runs their tests."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT

HERE = Path(__file__).parent
FILES = sorted(HERE.glob("*.test.js"))


def _run(tool: str, package: str, *arguments: str) -> str:
    if shutil.which(tool) is None:
        pytest.fail(f"{tool} is missing: run `make tools`, or install the system's package {package}")
    done = subprocess.run(
        [tool, *arguments], cwd=ROOT, capture_output=True, encoding="utf-8", timeout=300, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_types_hold() -> None:
    _run("tsc", "node-typescript", "-p", "tsconfig.json")


@pytest.mark.parametrize("file", FILES, ids=[file.name for file in FILES])
def test_what_the_scripts_promise_in_node(file: Path) -> None:
    said = _run("node", "nodejs", "--test", "--test-reporter=tap", str(file))
    assert "\n# fail 0\n" in said
    assert "\n# pass 0\n" not in said
