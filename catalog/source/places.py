"""From a place in a value to a place in the file.

Owns the walk through a scalar's source beside its text: block texts, folded texts, quotes and escapes. Used for the
few values that have a finding, so it may take its time.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from catalog.source.tree import place_of

if TYPE_CHECKING:
    from catalog.source.tree import Document, Scalar

_ESCAPE = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|\n[ \t]*|.)")
_BLANK = " \t\n"


def place_in_scalar(document: Document, scalar: Scalar, offset: int) -> tuple[int, int]:
    """Line and column (from 1) of the character at `offset` of the scalar's text."""
    text = document.text
    at = scalar.start
    if scalar.style in {"|", ">"}:
        at = text.find("\n", at) + 1 or at
    elif scalar.style:
        at += 1
    stop = max(at, scalar.end)
    found = at
    for position, sign in enumerate(scalar.text[: offset + 1]):
        at, found = _advance(text, at, stop, sign, scalar.style)
        if position == offset:
            break
    return place_of(text, found)


def _advance(text: str, at: int, stop: int, sign: str, style: str | None) -> tuple[int, int]:
    """Where to go on, and where `sign` stands, at or after `at`."""
    if style == '"' and (escape := _ESCAPE.match(text, at, stop)) and not escape[0][1:].startswith("\n"):
        return escape.end(), at
    if sign in _BLANK:
        end = at
        while end < stop and text[end] in _BLANK:
            end += 1
        # One blank of the value may stand for a line end with its indentation.
        return (at + 1, at) if text[at : at + 1] == sign == " " else (end, at)
    while at < stop and (text[at] in _BLANK or (style == '"' and text.startswith("\\\n", at))):
        at += 1
    width = 2 if style == "'" and text.startswith("''", at) else 1
    return at + width, at


def trailing_comment(document: Document, scalar: Scalar) -> int | None:
    """The offset in the file of a ` #` that follows a plain scalar on its line, or None."""
    text = document.text
    if scalar.style is not None or text.startswith("\n", scalar.end):
        return None
    end = text.find("\n", scalar.end)
    rest = text[scalar.end : end if end >= 0 else len(text)]
    stripped = rest.lstrip(" \t")
    return scalar.end + len(rest) - len(stripped) if stripped.startswith("#") else None
