"""Findings to text that people and programs read. Every format carries the same findings.

Owns the formats of `check`. Refuses to run or colour anything that an entry says: text from entries is escaped, so
that it can be neither a terminal command nor a workflow command.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.report.github import as_github
from catalog.report.json_format import as_json
from catalog.report.junit import as_junit
from catalog.report.sarif import as_sarif
from catalog.report.text import as_text, summary

if TYPE_CHECKING:
    from collections.abc import Callable

    from catalog.findings import Finding

_MACHINE = {"json": as_json, "sarif": as_sarif, "junit": as_junit}
FORMATS = ("text", "github", *_MACHINE)


def report(
    form: str,
    findings: list[Finding],
    entries: int,
    lines_of: Callable[[str], list[str]],
    *,
    colour: bool = False,
) -> str:
    """All findings in one of `FORMATS`; for people with a summary at the end.

    `entries` is how many were judged, `lines_of` gives the lines of the file at a finding's path, or none.
    """
    if form in _MACHINE:
        return _MACHINE[form](findings, entries)
    text = as_github(findings, lines_of) if form == "github" else as_text(findings, lines_of, colour=colour)
    return text + summary(findings, entries) + "\n"


__all__ = ["FORMATS", "report", "summary"]
