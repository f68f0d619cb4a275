from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bench.entries import entry, write
from catalog.compile import compile_catalog

if TYPE_CHECKING:
    from pathlib import Path


def test_the_corpus_is_without_findings(tmp_path: Path) -> None:
    """Ninety entries see every type, gate, region and script of the generator."""
    write(90, tmp_path / "entries")
    compilation = compile_catalog(tmp_path / "entries", date(2026, 9, 1))
    assert compilation.findings == []
    assert len(compilation.catalog.entries) == 90
    assert {found.type for found in compilation.catalog.entries} == {"webspace", "dedicated", "connector"}


def test_an_entry_is_the_same_in_every_corpus(tmp_path: Path) -> None:
    write(3, tmp_path / "small")
    write(5, tmp_path / "large")
    for number in (1, 2, 3):
        slug, text, logo = entry(number)
        for corpus in ("small", "large"):
            assert (tmp_path / corpus / slug / "entry.yaml").read_text("utf-8") == text
            assert (tmp_path / corpus / slug / "logo.svg").read_text("utf-8") == logo
