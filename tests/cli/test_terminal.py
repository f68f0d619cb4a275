"""Progress on standard error, and what is loaded to show it."""

from __future__ import annotations

import subprocess
import sys

from tests.conftest import ROOT

WITHOUT_A_TERMINAL = """
import sys
from catalog.cli.program import main
status = main(["check", "--entries", "entries", "--as-of", "2026-09-01"])
print("rich" in sys.modules, "ssl" in sys.modules, status)
"""


def test_a_check_that_nobody_watches_loads_no_bar_and_no_network() -> None:
    command = [sys.executable, "-c", WITHOUT_A_TERMINAL]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.splitlines()[-1].split()[:2] == ["False", "False"]
    assert done.stderr.startswith("check: ")
