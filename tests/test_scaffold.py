"""A new entry is right but for its TODOs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from catalog.decode import decode_entry
from catalog.scaffold import ScaffoldError, scaffold, start_entry
from catalog.source import read
from catalog.vocabulary import vocabularies

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("kind", vocabularies().types)
def test_a_scaffold_with_its_todos_filled_in_is_an_entry(kind: str) -> None:
    text = (
        scaffold("harbor-sync", kind)
        .replace("TODO@", "sales@")
        .replace("//TODO.", "//harbor.")
        .replace("TODO ", "")
    )
    entry, problems = decode_entry(read(text.encode()), "harbor-sync")
    assert problems == []
    assert entry is not None
    assert (entry.name, entry.type) == ("Harbor Sync", kind)
    assert "TODO" not in text


def test_the_name_may_be_given() -> None:
    assert "name: Harbor Sync for Plesk\n" in scaffold(
        "harbor-sync-plesk", "webspace", "Harbor Sync for Plesk"
    )


@pytest.mark.parametrize("slug", ["Harbor", "../x", "con", ""])
def test_a_slug_that_cannot_be_a_folder_is_refused(slug: str, tmp_path: Path) -> None:
    with pytest.raises(ScaffoldError):
        start_entry(tmp_path, slug, "webspace")
    assert list(tmp_path.iterdir()) == []


def test_an_entry_that_is_there_is_never_overwritten(tmp_path: Path) -> None:
    path = start_entry(tmp_path, "harbor-sync", "webspace")
    path.write_text("mine\n", encoding="utf-8")
    with pytest.raises(ScaffoldError, match="already"):
        start_entry(tmp_path, "harbor-sync", "connector")
    assert path.read_text(encoding="utf-8") == "mine\n"
