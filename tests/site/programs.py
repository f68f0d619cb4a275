"""`build.py site` as a process of its own, started in unusual ways, and what it left.

Owns the command line and the reading of folders. Refuses expectations: the tests have them.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from tests.conftest import AS_OF, ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

Tree = dict[str, tuple[int, bytes]]

INTERRUPTIBLE = ("env", "--default-signal=INT")
"""In front of a command: Ctrl-C reaches it even where the tests run in the background of a shell."""


def command(entries: Path, output: Path, *, program: Path = ROOT / "build.py", day: str = AS_OF) -> list[str]:
    """The words that build the site of `entries` into `output`/site."""
    places = ["--entries", str(entries), "--output", str(output), "--as-of", day]
    return [sys.executable, str(program), "site", *places]


def started(words: list[str], **env: str) -> subprocess.Popen[str]:
    """A process under way; its messages can be read when it has ended."""
    return subprocess.Popen(
        words,
        env={**os.environ, **env},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )


def ended(process: subprocess.Popen[str]) -> tuple[int, str]:
    """Exit status and messages."""
    said, _ = process.communicate(timeout=300)
    return process.returncode, said


def site_of(entries: Path, output: Path, *, program: Path = ROOT / "build.py", **env: str) -> Path:
    """A finished site."""
    status, said = ended(started(command(entries, output, program=program), **env))
    assert status == 0, said
    return output / "site"


def tree(folder: Path) -> Tree:
    """Every file and folder below `folder` by its path, with its mode and bytes."""
    return {
        str(path.relative_to(folder)): (path.stat().st_mode, path.read_bytes() if path.is_file() else b"")
        for path in sorted(folder.rglob("*"))
    }


def until(there: Callable[[], bool], process: subprocess.Popen[str]) -> None:
    """Wait for something that a running process does."""
    for _ in range(60_000):
        if there():
            return
        if process.poll() is not None:
            break
        time.sleep(0.002)
    pytest.fail(f"it did not come to that:\n{ended(process)[1]}")


def checkout(folder: Path, *, copied: tuple[str, ...], cache: Path | None = ROOT / ".cache") -> Path:
    """The program in another place, and its `build.py`; what is not `copied` is a link. Without `cache` it is empty."""
    folder.mkdir(parents=True)
    for name in ("build.py", "mkdocs.yml"):
        shutil.copy(ROOT / name, folder / name)
    for name in ("catalog", "docs", "theme"):
        if name in copied:
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            (folder / name).symlink_to(ROOT / name)
    if cache:
        (folder / ".cache").symlink_to(cache)
    return folder / "build.py"


def edited(path: Path, changes: Mapping[str, str]) -> None:
    """Replace texts in a file; each must occur."""
    text = path.read_text(encoding="utf-8")
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
