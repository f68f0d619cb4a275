"""The manifest of a book says what stands on its pages, and preflight holds the file against it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from catalog.errors import UsageError
from catalog.model import Vendor
from catalog.print.manifest import BookManifest, encode, folios_in, manifest_of, read
from catalog.print.preflight.finding import Limits
from catalog.print.preflight.run import check_file
from tests.print.small import EDITION, entry_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.print.conftest import MakeDesk, PrintBook

HARBOR = entry_of("harbor-sync")
ASAGAO = entry_of(
    "asagao-kintai", name="朝顔勤怠", vendor=Vendor(name="朝顔", homepage="https://asagao.example/")
)
COMPARED = {"qr", "contents", "index"}


@pytest.fixture
def made(print_book: PrintBook, make_desk: MakeDesk) -> tuple[Path, BookManifest]:
    report = print_book([HARBOR, ASAGAO])
    assert report.path
    assert report.plan
    return report.path, manifest_of(report.plan, make_desk())


def compared(path: Path, manifest: BookManifest) -> list[tuple[str, str | None, str]]:
    return [
        (finding.check, finding.entry, finding.message)
        for finding in check_file(path, None, Limits(), manifest)
        if finding.check in COMPARED
    ]


def test_a_book_holds_what_its_manifest_says(made: tuple[Path, BookManifest]) -> None:
    path, manifest = made
    assert compared(path, manifest) == []


def test_entries_stand_where_the_manifest_says(made: tuple[Path, BookManifest]) -> None:
    _, manifest = made
    (page,) = [page for page in manifest.pages if page.entries]
    assert [(entry.slug, entry.name) for entry in page.entries] == [
        ("asagao-kintai", "朝顔勤怠"),
        ("harbor-sync", "Harbor Sync"),
    ]
    assert page.codes[1].address == f"https://catalog.example/apps/harbor-sync/?e={EDITION.code}"
    assert page.codes[1].area
    assert page.codes[1].area[2:] == (22.0, 22.0)
    rows = {row.title: (row.folios, row.named, row.entry) for row in manifest.index}
    assert rows["Asagao Kintai"] == ((page.folio,), "朝顔勤怠", "asagao-kintai")
    assert rows["asagao.example"] == ((page.folio,), "朝顔", None)
    assert rows["Harbor Example Ltd"] == ((page.folio,), "Harbor Example Ltd", None)


def test_the_sidecar_comes_back_as_it_was_written(made: tuple[Path, BookManifest], tmp_path: Path) -> None:
    _, manifest = made
    path = tmp_path / "book.json"
    path.write_bytes(encode(manifest))
    assert read(path) == manifest


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff", b'{"edition": 3}'])
def test_another_file_is_no_manifest(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "book.json"
    path.write_bytes(content)
    with pytest.raises(UsageError, match="no manifest of a book"):
        read(path)


def test_a_book_whose_entries_moved_is_found(made: tuple[Path, BookManifest]) -> None:
    """The row of an entry sends readers to the cover."""
    path, manifest = made
    rows = tuple(
        msgspec.structs.replace(row, folios=(1,)) if row.entry == "harbor-sync" else row
        for row in manifest.index
    )
    moved = msgspec.structs.replace(manifest, index=rows)
    assert [(check, entry) for check, entry, _ in compared(path, moved)] == [("index", "harbor-sync")]


@pytest.mark.parametrize(
    ("printed", "folios"), [("12", (12,)), ("12, 20–22", (12, 20, 21, 22)), ("", ()), ("9, 11", (9, 11))]
)
def test_folios_are_read_from_a_row(printed: str, folios: tuple[int, ...]) -> None:
    assert folios_in(printed) == folios
