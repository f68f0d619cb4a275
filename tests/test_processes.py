"""Work is shared by no more processes than it has parts, and than there are processors."""

from __future__ import annotations

import os
import subprocess
import sys
import time

import pytest

from catalog.processes import processes_for
from tests.conftest import ROOT

BY_A_POOL = """
import time
from catalog.processes import pool
with pool(2) as others:
    list(others.map(print, ["at work", "at work"]))
    time.sleep(60)
"""
MEANWHILE = """
import time
from catalog.site.meanwhile import meanwhile
def work():
    print("at work", flush=True)
    time.sleep(60)
with meanwhile(work):
    time.sleep(60)
"""


@pytest.mark.parametrize("parts", [0, 1])
def test_work_of_one_part_is_for_one_process(parts: int) -> None:
    assert processes_for(parts) == 1


def test_there_are_no_more_processes_than_processors() -> None:
    assert processes_for(10_000) == (os.cpu_count() or 1)


def test_where_nothing_can_be_forked_one_process_does_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "fork")
    assert processes_for(10_000) == 1


@pytest.mark.parametrize(("program", "lines"), [(BY_A_POOL, 2), (MEANWHILE, 1)], ids=["pool", "meanwhile"])
def test_no_process_outlives_the_one_that_was_killed(program: str, lines: int) -> None:
    with subprocess.Popen([sys.executable, "-u", "-c", program], cwd=ROOT, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        for _ in range(lines):
            assert process.stdout.readline() == b"at work\n"
        process.kill()
        # The pipe ends when the last process that could write to it has.
        before = time.monotonic()
        assert process.stdout.read() == b""
        assert time.monotonic() - before < 20
