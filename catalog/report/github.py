"""The github format: annotations for the worst findings, then the whole text report.

GitHub shows ten annotations a step and drops the rest without a word, so ten are written and the number of the others
is said. Nothing that an entry says can become a workflow command: annotation texts are escaped as GitHub asks, and in
the log no line starts with `::` and none holds `##[`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from catalog.findings import Severity, worst_first
from catalog.report.text import as_text, escape

if TYPE_CHECKING:
    from collections.abc import Callable

    from catalog.findings import Finding

MOST = 10
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def as_github(findings: list[Finding], lines_of: Callable[[str], list[str]]) -> str:
    """Annotations, how many more there are, and the log with all findings."""
    ranked = worst_first(findings)
    text = "".join(_annotation(finding) for finding in ranked[:MOST])
    if len(ranked) > MOST:
        text += f"{len(ranked) - MOST} more findings; the log below has all {len(ranked)}.\n"
    return text + _harmless(as_text(findings, lines_of, colour=False))


def _annotation(finding: Finding) -> str:
    span = finding.span
    place = f"file={_property(finding.path)},line={span.line},endLine={span.end_line},col={span.column}"
    message = _message(f"{finding.message}\n{finding.help} ({finding.url})")
    return f"::{_LEVELS[finding.severity]} {place},title={finding.code}::{message}\n"


def _message(text: str) -> str:
    lines = [escape(line) for line in text.split("\n")]
    return "%0A".join(line.replace("%", "%25") for line in lines)


def _property(text: str) -> str:
    return escape(text).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")


def _harmless(text: str) -> str:
    """GitHub takes `::` at a line's start, blanks aside, and an older `##[` anywhere for commands."""
    return re.sub(r"^(\s*)::", r"\1: :", text, flags=re.MULTILINE).replace("##[", "# #[")
