"""libyaml's errors in words that mend the file.

Owns the translation of a parser error to a fault: what stands there, and what to type instead. libyaml often notices
late, so each answer looks for the place where the file can be mended.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from catalog.source.tree import Fault, Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from yaml import YAMLError

HIDES_REST = "; what follows in this file was not checked"
# A field with a plain text in which another colon ends a word.
_COLON = re.compile(r"^\s*(?:- )*[^\s:#\"'\[{][^:]*:\s+[^\"'\[{|>&*!#%@`\s].*?:(?:\s|$)")


class _Stumble(NamedTuple):
    """Where libyaml stopped (lines and columns from 0), its words, and where the broken thing began, if it says."""

    problem: str
    lines: list[str]
    line: int
    column: int
    began: tuple[int, int] | None

    @property
    def text(self) -> str:
        return self.lines[self.line]


class _Advice(NamedTuple):
    code: str
    line: int
    column: int
    message: str
    help: str


def advise(text: str, error: YAMLError) -> Fault:
    """The fault behind a parser error, at the place where it can be mended."""
    lines = text.split("\n")
    mark = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None)
    line = min(mark.line, len(lines) - 1) if mark else 0
    stumble = _Stumble(
        problem=getattr(error, "problem", None) or str(error),
        lines=lines,
        line=line,
        column=min(mark.column, len(lines[line])) if mark else 0,
        began=(context.line, context.column) if context else None,
    )
    advice = next(answer for look in _LOOKS if (answer := look(stumble)))
    return Fault(
        advice.code, Span.at(advice.line + 1, advice.column + 1), advice.message, advice.help + HIDES_REST
    )


def _tab(at: _Stumble) -> _Advice | None:
    """A tab indents this line or one just above, where libyaml may still have taken it for a blank."""
    for number in range(at.line, max(-1, at.line - 3), -1):
        if re.match(r" *\t", at.lines[number]):
            column = at.lines[number].index("\t")
            remedy = "indent with spaces; YAML does not allow a tab here"
            return _Advice("APS102", number, column, "a tab indents this line", remedy)
    return None


def _indicator(at: _Stumble) -> _Advice | None:
    if "cannot start any token" not in at.problem:
        return None
    message = f"a text may not start with `{at.text[at.column : at.column + 1]}`"
    return _Advice(
        "APS112", at.line, at.column, message, f"put the text in quotes: {_quoted(at.text[at.column :])}"
    )


def _colon(at: _Stumble) -> _Advice | None:
    if "mapping values are not allowed" not in at.problem:
        return None
    if _COLON.match(at.text):
        key, _, value = at.text.partition(":")
        remedy = f"put the whole text in quotes: {key.strip()}: {_quoted(value)}"
        return _Advice(
            "APS111", at.line, at.column, "a colon and a space inside a text without quotes", remedy
        )
    message = "this line is indented further than the one above it allows"
    remedy = "align the line with its neighbours, or put a text that holds a colon in quotes"
    return _Advice("APS115", at.line, at.column, message, remedy)


def _open_quote(at: _Stumble) -> _Advice | None:
    if "quoted scalar" not in at.problem and "unexpected end of stream" not in at.problem:
        return None
    line, column = at.began or (at.line, at.column)
    message = "the quotation mark that opens here is never closed"
    return _Advice(
        "APS113", line, column, message, "close the quotes on the same line, or remove the opening one"
    )


def _open_bracket(at: _Stumble) -> _Advice | None:
    if at.began is None or ("expected ',' or" not in at.problem and "flow" not in at.problem):
        return None
    message = "the bracket that opens here is never closed, or a comma is missing"
    return _Advice("APS114", *at.began, message, "separate the values with commas and close the bracket")


def _lost_line(at: _Stumble) -> _Advice | None:
    words = ("could not find expected ':'", "did not find expected key", "expected <block end>")
    if not any(word in at.problem for word in words):
        return None
    # A line that should have been a field is noticed only at the end of what follows; libyaml tells where it began.
    number = at.began[0] if at.began and "expected ':'" in at.problem else at.line
    while number > 0 and not at.lines[number].strip():
        number -= 1
    text = at.lines[number].lstrip()
    message = f"`{_cut(text)}` is neither a field nor part of the text above it"
    remedy = "write `field: value`, indented like its neighbours; a text of several lines needs `|` after its field"
    return _Advice("APS115", number, len(at.lines[number]) - len(text), message, remedy)


def _anything(at: _Stumble) -> _Advice:
    message = f"YAML cannot be read here: {at.problem}"
    return _Advice(
        "APS101", at.line, at.column, message, "compare the line with the example in CONTRIBUTING.md"
    )


_LOOKS: tuple[Callable[[_Stumble], _Advice | None], ...] = (
    _tab,
    _indicator,
    _colon,
    _open_quote,
    _open_bracket,
    _lost_line,
    _anything,
)


def _quoted(text: str) -> str:
    text = text.strip()
    return f"'{_cut(text)}'" if '"' in text else f'"{_cut(text)}"'


def _cut(text: str, size: int = 60) -> str:
    return text if len(text) <= size else text[: size - 1] + "…"
