"""The sarif format: SARIF 2.1.0, which code-scanning views read.

All findings in one run. A folder that is no entry has a path and a region like any file.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import quote

from catalog import __version__
from catalog.rules import manual

if TYPE_CHECKING:
    from catalog.findings import Finding
    from catalog.rules import Manual


def as_sarif(findings: list[Finding], _entries: int) -> str:
    """A log with one run; columns count Unicode code points, as ours do. Ends with a line end."""
    codes = sorted({finding.code for finding in findings})
    rules = [_rule(manual(code)) for code in codes]
    driver = {"name": "aps-catalog", "version": __version__, "rules": rules}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, codes.index(finding.code)) for finding in findings],
    }
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=1) + "\n"


def _rule(manual: Manual) -> dict[str, object]:
    return {
        "id": manual.code,
        "name": manual.name.title().replace("-", ""),
        "shortDescription": {"text": manual.summary},
        "fullDescription": {"text": "\n\n".join(manual.why)},
        "defaultConfiguration": {"level": manual.severity.value},
    }


def _result(finding: Finding, index: int) -> dict[str, object]:
    span = finding.span
    region = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
    place = {"artifactLocation": {"uri": quote(finding.path)}, "region": region}
    return {
        "ruleId": finding.code,
        "ruleIndex": index,
        # SARIF's levels for what fails, warns and only tells are our three words.
        "level": finding.severity.value,
        "message": {"text": f"{finding.message}\n{finding.help} ({finding.url})"},
        "locations": [{"physicalLocation": place}],
    }
