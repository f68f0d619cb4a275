"""A progress bar; a module of its own, since a run that nobody watches need not wait for Rich to load."""

from __future__ import annotations

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn


def bar() -> Progress:
    """A bar on standard error that goes when the work is done."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    # Refreshed by the work itself: a thread beside the processes that the check starts would not be safe to fork.
    screen = Console(stderr=True, highlight=False)
    return Progress(*columns, console=screen, transient=True, auto_refresh=False)
