"""The repository's own files, as Git keeps them."""

from __future__ import annotations

import ast
import functools
import subprocess
import tomllib
from typing import TYPE_CHECKING, Any

from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path


@functools.cache
def tracked() -> tuple[Path, ...]:
    """Files that Git keeps and that are there."""
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    paths = (ROOT / text.decode() for text in listing.stdout.split(b"\0") if text)
    return tuple(path for path in paths if path.is_file())


def name(path: Path) -> str:
    """The path below the repository, with forward slashes."""
    return path.relative_to(ROOT).as_posix()


def package() -> list[Path]:
    """The Python files of the product."""
    return [path for path in tracked() if path.suffix == ".py" and in_product(name(path))]


def in_product(path: str) -> bool:
    """Whether a path belongs to what runs, rather than to tests and tools."""
    return path.startswith("catalog/") or path == "build.py"


@functools.cache
def tree(path: Path) -> ast.Module:
    """The syntax tree of a Python file."""
    return ast.parse(path.read_text("utf-8"))


def settings() -> dict[str, Any]:
    """pyproject.toml."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
