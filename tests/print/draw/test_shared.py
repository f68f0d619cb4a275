"""A long book is drawn in two parts, and nobody can tell."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pypdfium2  # type: ignore[import-untyped]
import pytest
from pypdf import PdfReader

from catalog.print.book import build_book
from catalog.print.production import Production
from tests.print.small import CACHE, EDITION, catalog_of
from tests.print.test_book import entries

if TYPE_CHECKING:
    from pathlib import Path

    from catalog.print.pdf.canvas import Intent

PART = "catalog.print.draw.shared._WORTH_A_PROCESS"
MEASURED = "catalog.print.layout.measure._WORTH_A_PROCESS"


def book(folder: Path, intent: Intent) -> Path:
    """A book in scripts of three directions, looked through by preflight."""
    report = build_book(
        catalog_of(entries(), folder / "entries"),
        EDITION,
        output=folder,
        site_url="https://catalog.example",
        cache=CACHE,
        production=Production((intent,)),
    )
    assert not [finding for finding in report.findings if finding.severity == "error"]
    assert report.path
    return report.path


def texts(path: Path) -> list[str]:
    return [page.extract_text() for page in PdfReader(path).pages]


def pixels(path: Path) -> list[bytes]:
    with pypdfium2.PdfDocument(path) as pdf:
        return [page.render(scale=0.5).to_pil().tobytes() for page in pdf]


@pytest.mark.parametrize("intent", ["screen", "press"])
def test_two_parts_read_and_look_like_one(
    intent: Intent, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = book(tmp_path / "whole", intent)
    monkeypatch.setattr(PART, 2)
    parted = book(tmp_path / "parted", intent)
    assert whole.read_bytes() != parted.read_bytes()
    assert texts(whole) == texts(parted)
    assert pixels(whole) == pixels(parted)


@pytest.mark.parametrize("intent", ["screen", "press"])
def test_the_bytes_do_not_tell_how_many_processes_there_were(
    intent: Intent, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PART, 2)
    monkeypatch.setattr(MEASURED, 2)
    by_two = book(tmp_path / "two", intent).read_bytes()
    monkeypatch.delattr(os, "fork")
    assert book(tmp_path / "one", intent).read_bytes() == by_two
