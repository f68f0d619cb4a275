"""Work in a second process: it is done when the block ends, and what stops one of the two stops both."""

from __future__ import annotations

import errno
import os
import signal
import time
from typing import TYPE_CHECKING

import pytest

from catalog.site.meanwhile import meanwhile

if TYPE_CHECKING:
    from pathlib import Path


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
