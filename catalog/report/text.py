"""The text format: place, code, what is wrong, the line with a mark under it, what to do.

Colour only where the caller says so. Lines of the file are shown with every control and direction sign escaped.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

import click

from catalog.findings import Severity, count

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from catalog.findings import Finding

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
_WIDEST = 110


def as_text(findings: Iterable[Finding], lines_of: Callable[[str], list[str]], *, colour: bool) -> str:
    """All findings, a blank line after each. `lines_of` gives the lines of the file at a finding's path, or none."""
    return "".join(_finding(finding, lines_of(finding.path), colour=colour) + "\n" for finding in findings)


def summary(findings: list[Finding], entries: int) -> str:
    """`65 entries: no errors, 2 warnings`."""
    errors, warnings = count(findings, Severity.ERROR), count(findings, Severity.WARNING)
    return ": ".join((_number(entries, "entry", "entries"), _number(errors, "error", "errors"))) + (
        ", " + _number(warnings, "warning", "warnings")
    )


def _number(number: int, one: str, many: str) -> str:
    return f"{number or 'no'} {many}" if number != 1 else f"1 {one}"


def _finding(finding: Finding, lines: list[str], *, colour: bool) -> str:
    span = finding.span
    label = f"{finding.severity}[{finding.code}]"
    if colour:
        label = click.style(label, fg=_COLOURS[finding.severity], bold=True)
    text = f"{escape(finding.path)}:{span.line}:{span.column}: {label} {escape(finding.message)}\n"
    gutter = len(str(span.line))
    if span.line <= len(lines) and lines[span.line - 1].strip():
        shown, mark = _excerpt(
            lines[span.line - 1], span.column, span.end_column if span.end_line == span.line else 0
        )
        if colour:
            mark = click.style(mark, fg=_COLOURS[finding.severity])
        text += f"  {span.line} | {shown}\n  {' ' * gutter} | {mark}\n"
    return text + f"  {' ' * gutter} = help: {escape(finding.help)} ({finding.url})\n"


def _excerpt(line: str, column: int, end_column: int) -> tuple[str, str]:
    """The line around the column, cut to fit, and the mark under it, both in terminal cells."""
    stop = end_column if end_column > column else len(line) + 1
    start = max(0, column - 1 - _WIDEST // 2) if len(line) > _WIDEST else 0
    shown = escape(line[start : start + _WIDEST])
    before = _cells(escape(line[start : column - 1]))
    width = max(1, min(_cells(escape(line[column - 1 : stop - 1])), _cells(shown) - before))
    lead, tail = ("…" if start else ""), ("…" if start + _WIDEST < len(line) else "")
    return f"{lead}{shown}{tail}", " " * (before + len(lead)) + "^" * width


def escape(text: str) -> str:
    """The text with control, direction and invisible signs written as escapes."""
    if text.isascii() and text.isprintable():
        return text
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}" if match[0] != "\t" else "    ", text)


def _cells(text: str) -> int:
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1
        for sign in text
    )
