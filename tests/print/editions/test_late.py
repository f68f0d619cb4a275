"""What came too late for a frozen edition."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from catalog.compile import compile_catalog
from catalog.editions import Edition
from catalog.print.editions.late import changed_since
from tests.conftest import COMPLETE, write_catalog

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2012, 5, 15)
OTHER = COMPLETE.replace("Example Wiki\n", "Other\n", 1)


def test_late_entries_are_told_at_what_changed(tmp_path: Path) -> None:
    changed = COMPLETE.replace("version: 1.10", "version: 1.11")
    old = compile_catalog(write_catalog(tmp_path / "old", {"wiki": COMPLETE}), DAY)
    new = compile_catalog(write_catalog(tmp_path / "new", {"wiki": changed, "other": OTHER}), DAY)
    assert [*old.findings, *new.findings] == []
    edition = Edition("2012-autumn", "Autumn 2012", date(2012, 9, 1), date(2012, 8, 15))
    problems = dict(changed_since(old.catalog, new.catalog, edition))
    assert {slug: (problem.code, problem.path) for slug, problem in problems.items()} == {
        "other": ("APS673", ("name",)),
        "wiki": ("APS673", ("version",)),
    }
    assert "Autumn 2012" in problems["wiki"].message
