"""Across entries: likeness, former slugs, the programme; and all of it in linear time."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest

from catalog.compile import catalog_of, compile_catalog
from catalog.model import Catalog, Entry, Links, Package, Programme, Vendor
from catalog.rules import judge_together
from tests.rules.examples import DAY, FAULTLESS
from tests.rules.judging import entry

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import CatalogFolder

LEMON = "https://lemon.example/"


def named(name: str, vendor: str = "Lemon Press", homepage: str = LEMON, **changes: object) -> Entry:
    return entry(name=name, vendor=Vendor(name=vendor, homepage=homepage), **changes)


def gathered(entries: tuple[Entry, ...]) -> Catalog:
    """A catalog of entries whose slugs are e0, e1, …"""
    slugged = [msgspec.structs.replace(each, slug=f"e{number}") for number, each in enumerate(entries)]
    return catalog_of(slugged, Programme(), DAY, Path("entries"))


def told(*entries: Entry) -> dict[str, list[str]]:
    """The slugs that each code is told at."""
    catalog = gathered(entries)
    found: dict[str, list[str]] = {}
    for owner, problem in judge_together(catalog, frozenset(each.slug for each in catalog.entries)):
        found.setdefault(problem.code, []).append(owner)
    return {code: sorted(owners) for code, owners in found.items()}


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        pytest.param((named("Quay"), named("QUAY")), {"APS301": ["e0", "e1"]}, id="name in capitals"),
        pytest.param(
            (named("Quay  Mail"), named("Quay Mail")), {"APS301": ["e0", "e1"]}, id="name with blanks"
        ),
        pytest.param(
            (named("Quay"), named("Quay", "Other", "https://o.example/")), {}, id="one name, two vendors"
        ),
        pytest.param((named("Quay"), named("Quay 2")), {}, id="two names"),
        pytest.param(
            (named("Quay Mail"), named("Quay-Mail")), {"APS306": ["e0", "e1"]}, id="name with a hyphen"
        ),
        pytest.param(
            (named("Paypal"), named("Pаypal", "Other", "https://o.example/")),
            {"APS306": ["e0", "e1"]},
            id="look-alike",
        ),
        pytest.param(
            (named("Café"), named("Cafe", "Other", "https://o.example/")),
            {},
            id="an accent tells vendors apart",
        ),
        pytest.param(
            (named("C++ Box"), named("C# Box", "Other", "https://o.example/")), {}, id="two languages"
        ),
        pytest.param(
            (named("A", "Lemon Press Inc."), named("B", "LEMON PRESS")),
            {"APS302": ["e0", "e1"]},
            id="company's kind",
        ),
        pytest.param(
            (named("A", "Lemon Inc."), named("B", "Lemon GmbH", "https://lemon-de.example/")),
            {},
            id="two companies",
        ),
        pytest.param(
            (named("A", "R.E.M. Soft"), named("B", "REM Soft", "https://rem.example/")),
            {"APS302": ["e0", "e1"]},
            id="points in a name",
        ),
        pytest.param((named("A", "!!!"), named("B", "???")), {"APS305": ["e0", "e1"]}, id="names of signs"),
        pytest.param(
            (named("A", "Lemon"), named("B", "Melon")),
            {"APS305": ["e0", "e1"]},
            id="two vendors, one homepage",
        ),
        pytest.param(
            (
                named("A", links=Links(source="https://code.example/x/")),
                named("B", links=Links(source="http://www.code.example/X")),
            ),
            {"APS305": ["e0", "e1"]},
            id="one source",
        ),
        pytest.param(
            (named("A", package=Package(id="urn:a:b")), named("B", package=Package(id="urn:a:b"))),
            {"APS305": ["e0", "e1"]},
            id="one package",
        ),
        pytest.param((named("A", formerly=("e0",)),), {"APS303": ["e0"]}, id="own slug"),
        pytest.param((named("A", formerly=("e1",)), named("B")), {"APS303": ["e0"]}, id="slug of another"),
        pytest.param(
            (named("A", formerly=("old",)), named("B", formerly=("old",))),
            {"APS304": ["e0", "e1"]},
            id="claimed twice",
        ),
    ],
)
def test_entries_beside_each_other(entries: tuple[Entry, ...], expected: dict[str, list[str]]) -> None:
    assert told(*entries) == expected


@pytest.mark.parametrize("same", ["name", "skeleton", "homepage", "formerly"])
def test_thousands_of_twins_cost_no_more_a_piece(same: str) -> None:
    one: Callable[[int], Entry] = {
        "name": lambda _: named("Quay"),
        "skeleton": lambda n: named("Quay" + "-" * (n % 50)),
        "homepage": lambda n: named(f"Quay {n}", f"Vendor {n}"),
        "formerly": lambda n: named(f"Quay {n}", formerly=("old",)),
    }[same]
    catalog = gathered(tuple(one(n) for n in range(4000)))
    started = time.process_time()
    assert sum(1 for _ in judge_together(catalog, frozenset())) >= 4000
    assert time.process_time() - started < 5


def test_a_broken_entry_keeps_its_slug(catalog_folder: CatalogFolder) -> None:
    folder = catalog_folder(
        {"quay-mail": FAULTLESS + "formerly: [broken]\n", "broken": "name: 1\n"},
        {"program/storefronts/x.yaml": "name: X\nenabled: true\napplications: [broken, gone]\n"},
    )
    findings = compile_catalog(folder, DAY).findings
    assert {(finding.code, finding.path) for finding in findings if finding.code != "APS202"} == {
        ("APS303", "entries/quay-mail/entry.yaml"),
        ("APS308", "program/storefronts/x.yaml"),
    }


def test_one_entry_is_checked_with_all_others_in_mind(catalog_folder: CatalogFolder) -> None:
    folder = catalog_folder({"a": FAULTLESS, "b": FAULTLESS, "c": FAULTLESS + "nonsense: 1\n"})
    compilation = compile_catalog(folder, DAY, only=frozenset({"b"}))
    assert [(finding.code, finding.path) for finding in compilation.findings] == [
        ("APS301", "entries/b/entry.yaml")
    ]
    assert compilation.total == 1
