"""Mending form: what `check --fix` changes in an entry and in the drawings beside it, and nothing else.

Owns `entry.yaml` (`entry`) and the marks of editors in SVG files (`drawing`), both as bytes to bytes. Refuses to change
meaning, and to touch what cannot be read. Mending twice changes nothing more.
"""

from __future__ import annotations

import difflib

from catalog.fix.drawing import cleaned
from catalog.fix.entry import mended

__all__ = ["cleaned", "difference", "mended"]


def difference(before: bytes, after: bytes, path: str) -> str:
    """What changed, as a unified diff; empty where nothing did."""
    old, new = (data.decode("utf-8", "replace").splitlines(keepends=True) for data in (before, after))
    return "".join(difflib.unified_diff(old, new, f"a/{path}", f"b/{path}"))
