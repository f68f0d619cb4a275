"""Progress and summaries: a bar on a terminal, a line a stage elsewhere, nothing with `--quiet`.

Owns standard error. Results go to standard output and are written by the commands.
"""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Report = Callable[[int, int], None]


class Terminal:
    """Where a command tells how far it is."""

    def __init__(self, *, quiet: bool) -> None:
        self.quiet = quiet
        self.console = Console(stderr=True, highlight=False)
        self.colour = sys.stdout.isatty()

    @contextmanager
    def stage(self, what: str) -> Iterator[Report]:
        """One stage of long work. The report function takes (done, in all) and may be called often."""
        started = time.perf_counter()
        if self.quiet:
            yield _silent
        elif self.console.is_terminal:
            with self._bar() as bar:
                task = bar.add_task(what, total=None)
                yield lambda done, total: bar.update(task, completed=done, total=total, refresh=True)
        else:
            yield _silent
        if not self.quiet and not self.console.is_terminal:
            self.say(f"{what}: {time.perf_counter() - started:.1f} s")

    def _bar(self) -> Progress:
        # Refreshed by the work itself: a thread beside the processes that the check starts would not be safe to fork.
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        return Progress(*columns, console=self.console, transient=True, auto_refresh=False)

    def say(self, text: str) -> None:
        """A line on standard error."""
        if not self.quiet:
            print(text, file=sys.stderr, flush=True)


def _silent(_done: int, _total: int) -> None:
    """Tell nobody."""


def size(number: int) -> str:
    """`9.3 MB`, `812 kB`."""
    return f"{number / 1e6:.1f} MB" if number >= 1e6 else f"{number / 1e3:.0f} kB"
