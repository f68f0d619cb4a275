"""What the machine says: the day to build for, and the lines of a file for an excerpt.

Owns every look at clock, environment and git, for the two programs that start a build: `cli` and the MkDocs plugin. No
stage between them may import it. The day is, in this order, what the user gave, the day of the last
commit that touched the entries, SOURCE_DATE_EPOCH, today.
"""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from catalog.errors import UsageError
from catalog.source import with_line_feeds

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class SurroundingsError(UsageError):
    """The machine, or the way the program was called, does not allow what was asked. Exit status 2."""


def day_of(given: str | None, entries: Path) -> date:
    """The day that every date is compared to. A wrong `given` raises `SurroundingsError`."""
    if given is not None:
        try:
            return date.fromisoformat(given)
        except ValueError:
            raise SurroundingsError(f"--as-of takes a day as YYYY-MM-DD, not {given!r}") from None
    return _commit_day(entries) or _epoch_day() or today()


def today() -> date:
    """The day on the clock, for what happens now: a link is dead on the day that it is asked."""
    return datetime.now(UTC).date()


def _commit_day(entries: Path) -> date | None:
    git = shutil.which("git")
    if git is None or not entries.is_dir():
        return None
    command = [git, "-C", str(entries), "log", "-1", "--format=%cs", "--", "."]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    return (
        date.fromisoformat(answer.stdout.strip())
        if answer.returncode == 0 and answer.stdout.strip()
        else None
    )


def _epoch_day() -> date | None:
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return None
    if not epoch.isdecimal():
        raise SurroundingsError(f"SOURCE_DATE_EPOCH takes seconds since 1970, not {epoch!r}")
    return datetime.fromtimestamp(int(epoch), UTC).date()


def lines_reader(root: Path) -> Callable[[str], list[str]]:
    """A function from a finding's path to the lines of that file; no lines for a folder or what is no text."""

    # Findings come sorted by their paths, so few files are ever asked for again.
    @functools.lru_cache(maxsize=8)
    def lines(path: str) -> list[str]:
        try:
            with open(f"{root}/{path}", "rb", buffering=0) as file:  # noqa: PTH123 - hot path
                text = file.read().decode("utf-8-sig")
        except (OSError, UnicodeDecodeError):
            return []
        return with_line_feeds(text).split("\n")

    return lines
