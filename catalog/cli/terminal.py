"""Progress and summaries: a bar on a terminal, a line a stage elsewhere, nothing with `--quiet`.

Owns standard error. Results go to standard output and are written by the commands.
"""

from __future__ import annotations

import importlib
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.progress import Progress

    Report = Callable[[int, int], None]


class Terminal:
    """Where a command tells how far it is."""

    def __init__(self, *, quiet: bool) -> None:
        self.quiet = quiet
        self.live = sys.stderr.isatty()
        self.colour = sys.stdout.isatty()

    @contextmanager
    def stage(self, what: str) -> Iterator[Report]:
        """One stage of long work. The report function takes (done, in all) and may be called often."""
        started = time.perf_counter()
        if self.quiet:
            yield _silent
        elif self.live:
            with self._bar() as bar:
                task = bar.add_task(what, total=None)
                yield lambda done, total: bar.update(task, completed=done, total=total, refresh=True)
        else:
            yield _silent
        if not self.quiet and not self.live:
            self.say(f"{what}: {time.perf_counter() - started:.1f} s")

    def _bar(self) -> Progress:
        made: Progress = importlib.import_module("catalog.cli.bar").bar()
        return made

    def say(self, text: str) -> None:
        """A line on standard error."""
        if not self.quiet:
            print(text, file=sys.stderr, flush=True)


def _silent(_done: int, _total: int) -> None:
    """Tell nobody."""


def size(number: int) -> str:
    """`9.3 MB`, `812 kB`."""
    return f"{number / 1e6:.1f} MB" if number >= 1e6 else f"{number / 1e3:.0f} kB"
