"""Runs a command as a whole process and says what it cost.

Owns the measuring: processor time (user and system, children included), wall time and peak memory as the kernel
reports them when the process ends. Refuses to average: the median of the runs is taken per number.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import time
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path


class Cost(NamedTuple):
    """Seconds of processor time, seconds on the clock, and MiB at the peak of the largest process."""

    cpu: float
    wall: float
    mib: float


class Job(NamedTuple):
    """A command with its name, the folder it runs in, its output and a cache, both removed before a run.

    `before` is called with the number of the run, before the clock starts. A job that `keeps` finds the output of the
    job before it.
    """

    name: str
    command: Sequence[str]
    folder: Path
    output: Path
    cache: Path | None = None
    before: Callable[[int], None] | None = None
    keeps: bool = False


class FailedError(Exception):
    """The command ended with a status other than 0."""


def once(job: Job, turn: int = 0) -> Cost:
    """Run a job and return its cost; what it prints is kept back unless it fails."""
    for left in filter(None, (None if job.keeps else job.output, job.cache)):
        shutil.rmtree(left, ignore_errors=True)
    job.output.mkdir(parents=True, exist_ok=job.keeps)
    if job.before:
        job.before(turn)
    log = job.folder / "log.txt"
    with log.open("wb") as sink:
        begun = time.monotonic()
        process = subprocess.Popen(
            job.command, cwd=job.folder, stdin=subprocess.DEVNULL, stdout=sink, stderr=subprocess.STDOUT
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise FailedError(
            f"{job.name}: exit {process.returncode}\n{log.read_text('utf-8', 'replace')[-2000:]}"
        )
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024)


def median(costs: Sequence[Cost]) -> Cost:
    """The median of each number."""
    return Cost(*(statistics.median(column) for column in zip(*costs, strict=True)))
