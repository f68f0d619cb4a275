"""libyaml's errors in words that mend the file.

Owns the translation of a parser error to a fault: what stands there, why YAML stumbles, what to type instead.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from catalog.source.tree import Fault, Span

if TYPE_CHECKING:
    from yaml import YAMLError
    from yaml.error import Mark

HIDES_REST = "; what follows in this file was not checked"
_COLON = re.compile(r"^\s*(?:- )*[^\s:#\"'\[{][^:]*:\s+[^\"'\[{|>&*!#%@`\s].*?:(?:\s|$)")


def advise(text: str, error: YAMLError) -> Fault:
    """The fault behind a parser error, at the place where it can be mended."""
    mark: Mark | None = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or str(error)
    lines = text.split("\n")
    number = min(mark.line, len(lines) - 1) if mark else 0
    line = lines[number]
    column = min(mark.column, len(line)) if mark else 0
    code, number, column, message, remedy = _explain(problem, lines, number, column, getattr(error, "context_mark", None))
    return Fault(code, Span.at(number + 1, column + 1), message, remedy + HIDES_REST)


def _explain(problem: str, lines: list[str], number: int, column: int, context: Mark | None) -> tuple[str, int, int, str, str]:
    line = lines[number]
    sign = line[column : column + 1]
    if (tab := _tab_line(lines, number)) is not None:
        return "APS102", tab, lines[tab].index("\t"), "a tab indents this line", "indent with spaces; YAML does not allow a tab here"
    if "\u00a0" in line[: len(line) - len(line.lstrip())]:
        return "APS101", number, line.index("\u00a0"), "a no-break space indents this line", "indent with ordinary spaces"
    if "cannot start any token" in problem:
        return "APS112", number, column, f"a text may not start with `{sign}`", f"put the text in quotes: {_quoted(line[column:])}"
    if "mapping values are not allowed" in problem:
        return _second_colon(lines, number, column)
    if "quoted scalar" in problem or "unexpected end of stream" in problem:
        place = (context.line, context.column) if context else (number, column)
        return "APS113", *place, "the quotation mark that opens here is never closed", "close the quotes on the same line, or remove the opening one"
    if context and ("expected ',' or" in problem or "flow" in problem):
        return "APS114", context.line, context.column, "the bracket that opens here is never closed, or a comma is missing", "separate the values with commas and close the bracket"
    if "could not find expected ':'" in problem or "did not find expected key" in problem or "expected <block end>" in problem:
        return _lost_line(lines, number, column)
    return "APS101", number, column, f"YAML cannot be read here: {problem}", "compare the line with the example in CONTRIBUTING.md"


def _tab_line(lines: list[str], number: int) -> int | None:
    for index in range(number, max(-1, number - 3), -1):
        if re.match(r" *\t", lines[index]):
            return index
    return None


def _second_colon(lines: list[str], number: int, column: int) -> tuple[str, int, int, str, str]:
    line = lines[number]
    key, _, value = line.partition(":")
    if _COLON.match(line):
        advice = f"put the whole text in quotes: {key.strip()}: {_quoted(value.strip())}"
        return "APS111", number, column, "a colon and a space inside a text without quotes", advice
    return "APS115", number, column, "this line is indented further than the one above it allows", "align the line with its neighbours, or put a text that holds a colon in quotes"


def _lost_line(lines: list[str], number: int, column: int) -> tuple[str, int, int, str, str]:
    while number > 0 and not lines[number].strip():
        number -= 1
        column = 0
    stripped = lines[number].lstrip()
    column = len(lines[number]) - len(stripped)
    remedy = "write `field: value`, indented like its neighbours; a text that goes on here needs `|` after its field, or quotes"
    return "APS115", number, column, f"`{_cut(stripped)}` is neither a field nor part of the text above it", remedy


def _quoted(text: str) -> str:
    text = text.strip()
    return f"'{_cut(text)}'" if '"' in text else f'"{_cut(text)}"'


def _cut(text: str, size: int = 60) -> str:
    return text if len(text) <= size else text[: size - 1] + "…"
