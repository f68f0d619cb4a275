"""Files are looked through before they count: what fails leaves the old ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pikepdf
import pytest
from msgspec.structs import replace

from catalog.print.manifest import read
from catalog.print.production import Production
from catalog.print.saving import Made, save
from tests.print.small import entry_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.print.conftest import PrintBook


def foreign(folder: Path) -> bytes:
    """A page for no press: no boxes, no output intent."""
    path = folder / "foreign.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(path)
    return path.read_bytes()


def test_a_book_that_fails_preflight_is_not_saved_and_the_old_one_stays(tmp_path: Path) -> None:
    output = tmp_path / "print"
    output.mkdir()
    (output / "book-press.pdf").write_bytes(b"the old one")
    saved = save([Made("press", "book-press.pdf", foreign(tmp_path))], output, Production())
    assert saved.files == ()
    assert any(finding.severity == "error" for finding in saved.findings)
    assert [path.name for path in output.iterdir()] == ["book-press.pdf"]
    assert (output / "book-press.pdf").read_bytes() == b"the old one"


def test_two_processes_find_in_two_files_of_a_large_book_what_one_finds_in_each(
    print_book: PrintBook, tmp_path: Path
) -> None:
    report = print_book([entry_of("harbor")], production=Production(("screen",)))
    small = read(report.files[0].path.with_suffix(".json"))
    large = replace(small, pages=small.pages * 20)
    assert len(large.pages) > 100
    made = [Made(intent, f"book-{intent}.pdf", foreign(tmp_path)) for intent in ("press", "screen")]
    alone = [save([one], tmp_path / "alone", Production(), large).findings for one in made]
    together = save(made, tmp_path / "together", Production(), large)
    assert together.findings == alone[0] + alone[1]
    assert alone[0] != alone[1]
    assert list((tmp_path / "together").iterdir()) == []


def test_without_preflight_the_file_is_taken_as_it_is(tmp_path: Path) -> None:
    made = Made("press", "book-press.pdf", foreign(tmp_path))
    (file,) = save([made], tmp_path / "print", Production(preflight=False)).files
    assert file.path.read_bytes() == made.content


def test_every_file_of_a_book_passes_preflight_and_says_what_stands_in_it(print_book: PrintBook) -> None:
    report = print_book([entry_of("harbor")], production=Production(("press", "screen")))
    assert report.findings == ()
    for file in report.files:
        manifest = read(file.path.with_suffix(".json"))
        assert len(manifest.pages) == report.pages
        assert [entry.slug for page in manifest.pages for entry in page.entries] == ["harbor"]


@pytest.mark.parametrize("trim", ["A4", "Letter", "A5", "170x240mm", "148x205mm", "240x240mm", "250x350mm"])
def test_a_book_of_every_trim_passes_preflight(print_book: PrintBook, trim: str) -> None:
    report = print_book([entry_of("harbor")], trim=trim, production=Production(("press", "screen")))
    assert report.findings == ()
    assert len(report.files) == 2


def test_a_book_for_staples_says_when_it_is_too_thick(print_book: PrintBook) -> None:
    many = [entry_of(f"app-{number:03}") for number in range(200)]
    notes = print_book(many, production=Production(("screen",), binding="saddle", preflight=False)).notes
    assert any("too many for staples" in note.message for note in notes)


def test_pages_come_in_the_multiple_that_is_wanted(print_book: PrintBook) -> None:
    report = print_book([entry_of("harbor")], production=Production(("press",), multiple=16))
    assert report.files
    assert report.pages % 16 == 0
