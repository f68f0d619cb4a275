"""Findings as text and as JSON."""

from __future__ import annotations

import json

from catalog.findings import Finding, Severity
from catalog.report import as_json, as_text, summary
from catalog.source import Span

FINDING = Finding(
    "entries/harbor-sync/entry.yaml",
    Span(8, 1, 8, 15),
    "APS201",
    Severity.ERROR,
    'unknown field "busines_models"',
    'did you mean "business_models"?',
)


def text_of(finding: Finding, line: str, *, colour: bool = False) -> str:
    return as_text([finding], lambda _path: [""] * (finding.span.line - 1) + [line], colour=colour)


def test_a_finding_shows_its_line_with_a_mark_below_it() -> None:
    assert text_of(FINDING, "busines_models: [direct]") == (
        'entries/harbor-sync/entry.yaml:8:1: error[APS201] unknown field "busines_models"\n'
        "  8 | busines_models: [direct]\n"
        "    | ^^^^^^^^^^^^^^\n"
        '    = help: did you mean "business_models"? (/rules/APS201/)\n\n'
    )


def test_the_mark_stands_below_wide_signs() -> None:
    shown = text_of(FINDING._replace(span=Span(1, 9, 1, 10)), "name: 日報X")
    assert shown.splitlines()[2] == "    |           ^"


def test_a_long_line_is_cut_around_the_mark() -> None:
    shown = text_of(FINDING._replace(span=Span(1, 300, 1, 301)), "x" * 299 + "Y" + "x" * 300).splitlines()
    assert shown[1][shown[2].index("^")] == "Y"
    assert len(shown[1]) < 130


def test_signs_that_steer_a_terminal_are_escaped() -> None:
    shown = text_of(
        FINDING._replace(message="\x1b[31m\u202e", path="entries/\x1b/entry.yaml"), "a\x1b]0;b\x07"
    )
    assert "\x1b" not in shown
    assert "\\u001b[31m\\u202e" in shown


def test_a_finding_about_a_folder_has_no_excerpt() -> None:
    shown = as_text([FINDING], lambda _path: [], colour=False)
    assert shown.count("\n") == 3


def test_colour_is_used_only_when_asked_for() -> None:
    assert "\x1b[31m" in text_of(FINDING, "x", colour=True)
    assert "\x1b" not in text_of(FINDING, "x")


def test_json_carries_every_finding_and_the_numbers() -> None:
    warning = FINDING._replace(severity=Severity.WARNING)
    report = json.loads(as_json([FINDING, warning], 65))
    assert (report["entries"], report["errors"], report["warnings"]) == (65, 1, 1)
    assert report["findings"][0] == {
        "code": "APS201",
        "severity": "error",
        "path": "entries/harbor-sync/entry.yaml",
        "line": 8,
        "column": 1,
        "end_line": 8,
        "end_column": 15,
        "message": 'unknown field "busines_models"',
        "help": 'did you mean "business_models"?',
        "url": "/rules/APS201/",
    }


def test_the_summary_counts_in_words() -> None:
    assert summary([], 0) == "no entries: no errors, no warnings"
    assert summary([FINDING], 1) == "1 entry: 1 error, no warnings"
    assert summary([FINDING, FINDING], 65) == "65 entries: 2 errors, no warnings"
