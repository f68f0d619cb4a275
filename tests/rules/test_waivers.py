"""Waivers silence warnings of their entry, and nothing else."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from catalog.compile import compile_catalog
from catalog.findings import Severity
from catalog.rules import SEVERITIES
from tests.rules.examples import DAY, FAULTLESS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import CatalogFolder

SHORT = FAULTLESS.replace(
    "summary: Keeps the files of small offices in step between sites", "summary: File store"
)
WAIVED = "waive:\n  - {{rule: {rule}, reason: It says it all, until: {until}}}\n"


def codes(folder: Path, as_of: date = DAY) -> list[tuple[str, int]]:
    findings = compile_catalog(folder, as_of).findings
    return [(finding.code, finding.span.line) for finding in findings]


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        pytest.param(SHORT, [("APS410", 3)], id="not waived"),
        pytest.param(
            SHORT + WAIVED.format(rule="APS410", until="2026-09-01"), [], id="waived to this very day"
        ),
        pytest.param(
            SHORT + WAIVED.format(rule="APS410", until="2026-08-31"),
            [("APS410", 3), ("APS242", 23)],
            id="over",
        ),
        pytest.param(
            SHORT + WAIVED.format(rule="APS411", until="2027-01-01"),
            [("APS410", 3), ("APS240", 23)],
            id="unused",
        ),
        pytest.param(
            FAULTLESS + WAIVED.format(rule="APS201", until="2027-01-01"), [("APS241", 23)], id="an error"
        ),
        pytest.param(
            FAULTLESS + WAIVED.format(rule="APS999", until="2027-01-01"), [("APS241", 23)], id="no rule"
        ),
        pytest.param(
            FAULTLESS + WAIVED.format(rule="410", until="2027-01-01"), [("APS241", 23)], id="no code"
        ),
    ],
)
def test_a_waiver(catalog_folder: CatalogFolder, entry: str, expected: list[tuple[str, int]]) -> None:
    assert codes(catalog_folder({"harbor-sync": entry})) == expected


def test_a_warning_across_entries_can_be_waived_by_each_entry(catalog_folder: CatalogFolder) -> None:
    twin = FAULTLESS.replace("name: Harbor Sync", "name: Harbor-Sync")
    waiver = WAIVED.format(rule="APS306", until="2027-01-01")
    assert codes(catalog_folder({"a": FAULTLESS, "b": twin + waiver})) == [("APS306", 1)]


def test_the_day_of_the_check_decides(catalog_folder: CatalogFolder) -> None:
    folder = catalog_folder({"a": SHORT + WAIVED.format(rule="APS410", until="2026-12-31")})
    assert codes(folder, date(2026, 12, 31)) == []
    assert codes(folder, date(2027, 1, 1)) == [("APS410", 3), ("APS242", 23)]


def test_warnings_of_every_family_exist_to_be_waived() -> None:
    warnings = {code[3] for code, severity in SEVERITIES.items() if severity is Severity.WARNING}
    assert warnings >= {"1", "2", "3", "4", "5", "6"}
