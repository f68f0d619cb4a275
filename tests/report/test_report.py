"""Findings as text and as JSON."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.findings import Finding, Severity
from catalog.report import FORMATS, report, summary
from catalog.report.github import as_github
from catalog.report.json_format import as_json
from catalog.report.junit import as_junit
from catalog.report.sarif import as_sarif
from catalog.report.text import as_text
from catalog.rules import manual, manuals
from catalog.source import Span

SARIF = json.loads((Path(__file__).parent / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))

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
    told = json.loads(as_json([FINDING, warning], 65))
    assert (told["entries"], told["errors"], told["warnings"]) == (65, 1, 1)
    assert told["findings"][0] == {
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


def nothing(_path: str) -> list[str]:
    return []


MANY = [FINDING._replace(span=Span.at(line, 1)) for line in range(1, 31)]
NOTE = FINDING._replace(severity=Severity.NOTE, message="only told")


def test_github_gets_ten_annotations_worst_first_and_the_number_of_the_others() -> None:
    lines = as_github([NOTE, *MANY], nothing).splitlines()
    annotations = [line for line in lines if line.startswith("::")]
    assert len(annotations) == 10
    assert all(line.startswith("::error file=entries/harbor-sync/entry.yaml,line=") for line in annotations)
    assert "21 more findings; the log below has all 31." in lines
    assert sum("error[APS201]" in line for line in lines) == 30
    assert sum("note[APS201]" in line for line in lines) == 1


@pytest.mark.parametrize(
    "hostile",
    [
        "x\n::error::boo",
        "x\r\n::set-env name=A::b",
        "::add-mask::x",
        "##[command]rm",
        "  ::warning::x",
        "%0A::error::x",
    ],
)
def test_nothing_that_an_entry_says_becomes_a_workflow_command(hostile: str) -> None:
    finding = FINDING._replace(message=f'unknown field "{hostile}"', path=f"entries/{hostile}/entry.yaml")
    shown = as_github([finding], lambda _path: [hostile] * 10)
    commands = [line for line in shown.splitlines() if line.strip().startswith("::")]
    assert len(commands) == 1
    assert commands[0].startswith("::error file=entries/")
    assert "##[" not in shown.split("\n", 1)[1]


def test_sarif_names_code_place_and_level() -> None:
    log = json.loads(as_sarif([FINDING, NOTE], 2))
    (run,) = log["runs"]
    (rule,) = run["tool"]["driver"]["rules"]
    assert (rule["id"], rule["name"]) == ("APS201", "FieldUnknown")
    assert rule["shortDescription"]["text"] == manual("APS201").summary
    first, second = run["results"]
    assert (first["level"], second["level"]) == ("error", "note")
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "entries/harbor-sync/entry.yaml"
    assert place["region"] == {"startLine": 8, "startColumn": 1, "endLine": 8, "endColumn": 15}


def test_junit_fails_on_errors_and_tells_the_rest() -> None:
    root = ET.fromstring(as_junit([FINDING, NOTE._replace(message="a\x08b")], 2))  # noqa: S314 - our own output
    suite = root.find("testsuite")
    assert suite is not None
    assert (suite.get("tests"), suite.get("failures")) == ("2", "1")
    assert "busines_models" in (suite.findtext("testcase/failure") or "")
    assert "a\\u0008b" in (suite.findtext("testcase/system-out") or "")
    assert "65 entries" in as_junit([], 65)


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_carries_every_finding(form: str) -> None:
    shown = report(form, MANY, 3, nothing)
    assert shown.count("APS201") >= len(MANY)
    assert shown.endswith("\n")


TEXTS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=30)
PLACES = st.tuples(st.integers(1, 9999), st.integers(1, 300))
ANY = st.builds(
    lambda path, at, code, severity, message, remedy: Finding(
        f"entries/{path}", Span.at(*at), code, severity, message, remedy
    ),
    TEXTS, PLACES, st.sampled_from(sorted(manuals())), st.sampled_from(Severity), TEXTS, TEXTS,
)  # fmt: skip


@given(st.lists(ANY, max_size=6))
def test_sarif_is_what_its_schema_says(findings: list[Finding]) -> None:
    jsonschema.Draft7Validator(SARIF).validate(json.loads(as_sarif(findings, 1)))


@given(st.lists(ANY, max_size=6))
def test_the_formats_tell_the_same_codes_and_places(findings: list[Finding]) -> None:
    wanted = sorted((found.code, found.span.line, found.span.column) for found in findings)
    told = json.loads(as_json(findings, 1))["findings"]
    assert sorted((row["code"], row["line"], row["column"]) for row in told) == wanted
    results = json.loads(as_sarif(findings, 1))["runs"][0]["results"]
    regions = [result["locations"][0]["physicalLocation"]["region"] for result in results]
    rows = zip(results, regions, strict=True)
    assert sorted((row["ruleId"], at["startLine"], at["startColumn"]) for row, at in rows) == wanted
    text = as_text(findings, nothing, colour=False)
    heads = re.findall(r":(\d+):(\d+): (?:error|warning|note)\[(APS\d{3})\]", text)
    assert sorted((code, int(line), int(column)) for line, column, code in heads) == wanted
    junit = ET.fromstring(as_junit(findings, 1))  # noqa: S314 - our own output
    assert len(junit.findall(".//testcase")) >= bool(findings)
