"""Signs that no font has are found in every text, at their place; and what passes can be printed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from catalog.compile import compile_catalog
from catalog.print.assets.gather import printed_texts, unprintable
from tests.conftest import COMPLETE, CatalogFolder

if TYPE_CHECKING:
    from pathlib import Path

SIGN = "\U00012219"


def places(folder: Path) -> list[tuple[int, int]]:
    found = compile_catalog(folder, date(2012, 5, 15)).findings
    return [finding.span[:2] for finding in found if finding.code == "APS427"]


@pytest.mark.parametrize(
    ("typed", "spoiled"),
    [
        ("name: Example Wiki", f"name: Example {SIGN}Wiki"),
        ("version: 1.10", f"version: 1.10{SIGN}"),
        ("small teams. It", f"small {SIGN}. It"),
        ("  name: Example Wiki Project", f"  name: Example {SIGN} Project"),
        ("on the first day", f"on {SIGN} day"),
        ("[MySQL 5]", f"[MySQL, {SIGN}]"),
    ],
)
def test_the_sign_is_found_where_it_stands(catalog_folder: CatalogFolder, typed: str, spoiled: str) -> None:
    text = COMPLETE.replace(typed, spoiled, 1)
    at = text.index(SIGN)
    line = text.count("\n", 0, at) + 1
    assert places(catalog_folder({"wiki": text})) == [(line, at - text.rfind("\n", 0, at))]


def test_a_private_sign_has_no_name(catalog_folder: CatalogFolder) -> None:
    folder = catalog_folder({"wiki": COMPLETE.replace("name: Example Wiki", 'name: "Wiki \\uE000"', 1)})
    found = compile_catalog(folder, date(2012, 5, 15)).findings
    assert "no font of the catalog has U+E000 (a private sign)" in [finding.message for finding in found]


@pytest.mark.parametrize(
    "name", ["Übermaß", "日報くん", "Ξένια", "ويكي", "ויקי", "विकि", "วิกิ", "Wiki 👩\u200d💻", "Wiki™ →"]
)
def test_scripts_of_the_world_pass(catalog_folder: CatalogFolder, name: str) -> None:
    assert places(catalog_folder({"wiki": COMPLETE.replace("name: Example Wiki", f"name: {name}", 1)})) == []


def test_what_the_rule_finds_is_what_would_stop_the_book(catalog_folder: CatalogFolder) -> None:
    spoiled = COMPLETE.replace("on the first day", f"on {SIGN} day").replace("[MySQL 5]", f"[{SIGN}]")
    compilation = compile_catalog(catalog_folder({"wiki": spoiled}), date(2012, 5, 15))
    stopped = {note.field for note in unprintable(compilation.catalog.entries)}
    assert stopped == {"pitch", "deployment.databases"}
    assert stopped <= {field for field, _ in printed_texts(compilation.catalog.entries[0])}
    assert sum(finding.code == "APS427" for finding in compilation.findings) == 2
