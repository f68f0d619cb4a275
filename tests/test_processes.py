"""Processes are as many as help, end with the one that forked them, and give back what they make or raise."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from catalog.processes import meanwhile, processes_for
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

BY_A_POOL = """
import time
from catalog.processes import pool
with pool(2) as others:
    list(others.map(print, ["at work", "at work"]))
    time.sleep(60)
"""
MEANWHILE = """
import time
from catalog.processes import meanwhile
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


@pytest.mark.parametrize("worthwhile", [True, False])
def test_both_are_done_when_the_block_ends(tmp_path: Path, *, worthwhile: bool) -> None:
    with meanwhile((tmp_path / "one").touch, worthwhile=worthwhile):
        (tmp_path / "two").write_text("2")
    assert {path.name for path in tmp_path.iterdir()} == {"one", "two"}


def test_the_work_is_another_process(tmp_path: Path) -> None:
    def work() -> None:
        (tmp_path / "pid").write_text(str(os.getpid()))

    with meanwhile(work):
        pass
    assert int((tmp_path / "pid").read_text()) != os.getpid()


@pytest.mark.parametrize("worthwhile", [True, False])
def test_what_the_work_raises_is_raised_here(*, worthwhile: bool) -> None:
    def work() -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "somewhere")

    with pytest.raises(OSError, match="No space left") as raised, meanwhile(work, worthwhile=worthwhile):
        pass
    assert (raised.value.errno, raised.value.filename) == (errno.ENOSPC, "somewhere")


def test_where_the_work_failed_is_told() -> None:
    def work_with_a_name() -> None:
        raise ValueError("broken")

    with pytest.raises(ValueError, match="broken") as raised, meanwhile(work_with_a_name):
        pass
    assert any("work_with_a_name" in note for note in raised.value.__notes__)


def test_an_exception_in_the_block_stops_the_work(tmp_path: Path) -> None:
    begun = tmp_path / "begun"

    def work() -> None:
        begun.write_text(str(os.getpid()))
        time.sleep(60)

    def fail_when_begun() -> None:
        while not begun.is_file() or not begun.read_text():
            time.sleep(0.01)
        raise KeyboardInterrupt

    started = time.monotonic()
    with pytest.raises(KeyboardInterrupt), meanwhile(work):
        fail_when_begun()
    assert time.monotonic() - started < 30
    with pytest.raises(ProcessLookupError):
        os.kill(int(begun.read_text()), 0)


def test_work_that_is_killed_is_no_success() -> None:
    def work() -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    with pytest.raises(RuntimeError, match="stopped from outside"), meanwhile(work):
        pass


@pytest.mark.parametrize("worthwhile", [True, False])
def test_what_the_work_makes_comes_back(*, worthwhile: bool) -> None:
    here = ["seen by both"]
    with meanwhile(lambda: (here * 2, bytes(1_000_000)), worthwhile=worthwhile) as made:
        here.append("but not what is done meanwhile")
        assert made() == (["seen by both"] * 2, bytes(1_000_000))
    assert made() is made()
