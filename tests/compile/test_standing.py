"""A catalog that follows its folder entry by entry: what is wrong is told, what was right stays."""

from __future__ import annotations

import shutil
from datetime import date
from typing import TYPE_CHECKING

from catalog.compile.standing import standing
from tests.conftest import MINIMAL

if TYPE_CHECKING:
    from pathlib import Path

    from catalog.compile.standing import Standing
    from tests.conftest import CatalogFolder

DAY = date(2012, 5, 15)


def _names(kept: Standing) -> list[str]:
    return [entry.name for entry in kept.catalog.entries]


def _codes(kept: Standing, slug: str) -> set[str]:
    errors = (finding for finding in kept.findings if finding.severity == "error")
    return {finding.code for finding in errors if finding.path.startswith(f"entries/{slug}/")}


def _write(folder: Path, slug: str, text: str) -> None:
    (folder / slug).mkdir(exist_ok=True)
    (folder / slug / "entry.yaml").write_text(text, encoding="utf-8")


def test_a_changed_entry_takes_its_place(catalog_folder: CatalogFolder) -> None:
    folder = catalog_folder({"wiki": MINIMAL, "news": MINIMAL.replace("Example Wiki", "News")})
    kept = standing(folder, DAY)
    assert _names(kept) == ["Example Wiki", "News"]
    _write(folder, "wiki", MINIMAL.replace("name: Example Wiki", "name: Zebra Wiki"))
    assert kept.again("wiki")
    assert _names(kept) == ["News", "Zebra Wiki"]
    listed = {entry.name for vendor in kept.catalog.vendors.values() for entry in vendor.entries}
    assert listed == {"News", "Zebra Wiki"}


def test_an_entry_with_an_error_stays_as_it_was_and_is_told(catalog_folder: CatalogFolder) -> None:
    folder = catalog_folder({"wiki": MINIMAL})
    kept = standing(folder, DAY)
    _write(folder, "wiki", MINIMAL.replace("type: webspace", "type: webspce").replace("Wiki\n", "Broken\n"))
    assert not kept.again("wiki")
    assert _names(kept) == ["Example Wiki"]
    assert _codes(kept, "wiki") == {"APS209"}
    _write(folder, "wiki", MINIMAL)
    assert kept.again("wiki")
    assert _codes(kept, "wiki") == set()


def test_folders_come_and_go(catalog_folder: CatalogFolder) -> None:
    folder = catalog_folder({"wiki": MINIMAL})
    kept = standing(folder, DAY)
    _write(folder, "news", MINIMAL.replace("Example Wiki", "News"))
    assert kept.again("news")
    assert _names(kept) == ["Example Wiki", "News"]
    shutil.rmtree(folder / "wiki")
    assert kept.again("wiki")
    assert _names(kept) == ["News"]
    assert not kept.again("wiki")


def test_an_entry_with_an_error_from_the_start_is_left_out(catalog_folder: CatalogFolder) -> None:
    folder = catalog_folder({"wiki": MINIMAL, "news": MINIMAL.replace("type: webspace", "type: x")})
    kept = standing(folder, DAY)
    assert _names(kept) == ["Example Wiki"]
    assert _codes(kept, "news") == {"APS209"}


def test_what_entries_are_together_is_judged_on_demand(catalog_folder: CatalogFolder) -> None:
    folder = catalog_folder({"wiki": MINIMAL, "news": MINIMAL.replace("Example Wiki", "News")})
    kept = standing(folder, DAY)
    assert not kept.together()
    _write(folder, "news", MINIMAL.replace("name: Example Wiki", "name: News") + "formerly: [wiki]\n")
    kept.again("news")
    assert kept.together()
    assert len(_codes(kept, "news")) == 1
    _write(folder, "news", MINIMAL.replace("name: Example Wiki", "name: News"))
    kept.again("news")
    assert kept.together()
    assert _codes(kept, "news") == set()
