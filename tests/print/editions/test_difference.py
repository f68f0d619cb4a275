"""What is new, changed and withdrawn between two editions."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from catalog.compile import compile_catalog
from catalog.print.editions.difference import difference
from tests.conftest import COMPLETE, LOGO, write_catalog

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from catalog.model import Catalog
    from catalog.print.editions.difference import Difference

    Compared = Callable[..., Difference]

DAY = date(2012, 5, 15)
OTHER = COMPLETE.replace("Example Wiki\n", "Other\n", 1)


@pytest.fixture
def catalogs(tmp_path: Path) -> Callable[..., tuple[Catalog, Catalog]]:
    """Two catalogs: before and after."""

    def make(
        before: dict[str, str], after: dict[str, str], files: dict[str, str] | None = None
    ) -> tuple[Catalog, Catalog]:
        old = compile_catalog(write_catalog(tmp_path / "old", before), DAY)
        new = compile_catalog(write_catalog(tmp_path / "new", after, files), DAY)
        assert not old.failed, old.findings
        assert not new.failed, new.findings
        return old.catalog, new.catalog

    return make


def test_an_entry_that_was_not_there_is_new(catalogs: Callable[..., tuple[Catalog, Catalog]]) -> None:
    found = difference(*catalogs({"wiki": COMPLETE}, {"wiki": COMPLETE, "other": OTHER}))
    assert [entry.slug for entry in found.new] == ["other"]
    assert (found.changed, found.withdrawn) == ((), ())


def test_a_change_names_its_fields(catalogs: Callable[..., tuple[Catalog, Catalog]]) -> None:
    changed = COMPLETE.replace("version: 1.10", "version: 1.11").replace("worldwide", "[DE]")
    found = difference(*catalogs({"wiki": COMPLETE}, {"wiki": changed}))
    assert [(one.entry.version, one.fields) for one in found.changed] == [("1.11", ("version", "regions"))]


def test_a_picture_with_other_content_is_a_change(catalogs: Callable[..., tuple[Catalog, Catalog]]) -> None:
    logo = {"entries/wiki/logo.svg": LOGO.replace("#1a4fd0", "#1a4fd1")}
    found = difference(*catalogs({"wiki": COMPLETE}, {"wiki": COMPLETE}, logo))
    assert [one.fields for one in found.changed] == [("logo.svg",)]


def test_what_only_the_check_reads_is_no_change(catalogs: Callable[..., tuple[Catalog, Catalog]]) -> None:
    found = difference(*catalogs({"wiki": COMPLETE}, {"wiki": COMPLETE + "print: {featured: true}\n"}))
    assert found.changed == ()


def test_an_entry_under_a_new_slug_is_the_same(catalogs: Callable[..., tuple[Catalog, Catalog]]) -> None:
    found = difference(*catalogs({"wiki": COMPLETE}, {"team-wiki": COMPLETE + "formerly: [wiki]\n"}))
    assert (found.new, found.withdrawn) == ((), ())
    assert [one.fields for one in found.changed] == [("slug", "formerly")]


def test_a_withdrawn_entry_names_its_successor(catalogs: Callable[..., tuple[Catalog, Catalog]]) -> None:
    gone = COMPLETE.replace("status: listed}", "status: withdrawn, replaced_by: other}")
    found = difference(*catalogs({"wiki": COMPLETE, "other": OTHER}, {"wiki": gone, "other": OTHER}))
    assert [(one.entry.slug, one.successor) for one in found.withdrawn] == [("wiki", "other")]


def test_an_entry_that_is_gone_has_no_successor(catalogs: Callable[..., tuple[Catalog, Catalog]]) -> None:
    found = difference(*catalogs({"wiki": COMPLETE, "other": OTHER}, {"other": OTHER}))
    assert [(one.entry.slug, one.successor) for one in found.withdrawn] == [("wiki", None)]
