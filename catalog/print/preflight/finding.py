"""What preflight tells: findings, the limits that they are held against, and the kinds of files.

Owns these values and how they are told as text and as JSON. Refuses to look for anything.
"""

from __future__ import annotations

from collections import Counter
from typing import Literal

import msgspec

Kind = Literal["press", "screen"]
"""What a file is for: the printing press, or readers with a screen."""

Severity = Literal["error", "warning"]


class Finding(msgspec.Struct, frozen=True):
    """One fault. `page` counts from 1; `entry` is the slug of the entry behind it, where one is known."""

    check: str
    severity: Severity
    page: int | None
    message: str
    entry: str | None
    help: str


class Limits(msgspec.Struct, frozen=True):
    """What is allowed: total ink in percent, the number that pages come in, lengths in millimetres."""

    total_ink: float = 300.0
    pages_multiple: int = 4
    bleed: float = 3.0
    safe: float = 5.0


def as_text(finding: Finding) -> str:
    """A finding on one line: `page 12: error: total-ink: …; entry harbor-sync; what to do`."""
    place = f"page {finding.page}: " if finding.page else ""
    entry = f"; entry {finding.entry}" if finding.entry else ""
    return f"{place}{finding.severity}: {finding.check}: {finding.message}{entry}; {finding.help}"


def as_json(findings: tuple[Finding, ...]) -> str:
    """All findings as a JSON list of objects."""
    return msgspec.json.format(msgspec.json.encode(findings), indent=1).decode()


def counted_by_severity(findings: tuple[Finding, ...]) -> tuple[int, int]:
    """How many errors and how many warnings."""
    count = Counter(finding.severity for finding in findings)
    return count["error"], count["warning"]


def error(
    check: str, message: str, mend: str, *, page: int | None = None, entry: str | None = None
) -> Finding:
    """A finding that stops the file from being used. `mend` says what to do."""
    return Finding(check, "error", page, message, entry, mend)


def warning(
    check: str, message: str, mend: str, *, page: int | None = None, entry: str | None = None
) -> Finding:
    """A finding that somebody should look at."""
    return Finding(check, "warning", page, message, entry, mend)
