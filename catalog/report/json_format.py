"""The json format: one object with all findings and their numbers."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from catalog.findings import Severity, count

if TYPE_CHECKING:
    from catalog.findings import Finding


def as_json(findings: list[Finding], entries: int) -> str:
    """One JSON object, ASCII only, so that no terminal and no log can stumble over it; ends with a line end."""
    report = {
        "findings": [_finding(finding) for finding in findings],
        "entries": entries,
        "errors": count(findings, Severity.ERROR),
        "warnings": count(findings, Severity.WARNING),
    }
    return json.dumps(report, indent=1) + "\n"


def _finding(finding: Finding) -> dict[str, object]:
    span = finding.span
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "path": finding.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "message": finding.message,
        "help": finding.help,
        "url": finding.url,
    }
