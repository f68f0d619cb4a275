"""QR codes and page numbers: read again, and held against the manifest."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import msgspec
import pytest
import zxingcpp
from pikepdf import Name

from catalog.print.manifest import BookManifest, BookPage, ExpectedCode, NumberedRow, PlacedEntry
from catalog.print.preflight import run
from catalog.print.units import MM
from tests.print.preflight.press import (
    ADDRESS,
    CODE_LEFT,
    CODE_SIDE,
    CODE_TOP,
    TRIM,
    checked,
    code,
    picture,
    press_file,
)

if TYPE_CHECKING:
    from pathlib import Path

    import pikepdf

AREA = ((CODE_LEFT - TRIM[0]) / MM, (TRIM[3] - CODE_TOP) / MM, CODE_SIDE / MM, CODE_SIDE / MM)


def manifest(address: str = ADDRESS, *rows: NumberedRow) -> BookManifest:
    entry = PlacedEntry("harbor-sync", "Harbor Sync", (0.0, 0.0, 105.0, 60.0))
    first = BookPage(1, "EntryPage", (entry,), (ExpectedCode(address, "harbor-sync", AREA),))
    others = tuple(BookPage(folio, "Blank") for folio in (2, 3, 4))
    return BookManifest("2027-spring", 105.0, 148.0, (first, *others), (), rows)


def words(pdf: pikepdf.Pdf, folder: Path, known: BookManifest | None = None) -> list[tuple[str, str | None]]:
    return [(finding.message, finding.entry) for finding in checked(pdf, folder, manifest=known)]


def test_a_code_that_leads_to_its_entry_is_right(tmp_path: Path) -> None:
    assert words(press_file(code()), tmp_path, manifest()) == []


def test_a_code_with_another_address_names_the_entry(tmp_path: Path) -> None:
    pdf = press_file(code("https://catalog.example/apps/other/?e=27s"))
    assert words(pdf, tmp_path, manifest()) == [
        (f"the code leads to https://catalog.example/apps/other/?e=27s, not to {ADDRESS}", "harbor-sync")
    ]


def test_a_code_that_is_missing_names_the_entry(tmp_path: Path) -> None:
    assert words(press_file(), tmp_path, manifest()) == [(f"no code that leads to {ADDRESS}", "harbor-sync")]


def test_a_code_that_does_not_read_is_found_without_a_manifest(tmp_path: Path) -> None:
    blot = b" q 0 0 0 0 k %.2f %.2f 30 30 re f Q" % (CODE_LEFT + 16, CODE_TOP - 46)
    ((message, _),) = words(press_file(code() + blot), tmp_path)
    assert message == "the code at (71, 24) mm does not read"


def test_a_code_without_quiet_zone_is_found(tmp_path: Path) -> None:
    """A bar stands two modules beside the code: it still reads here, and may not on paper."""
    bar = b" q 0 0 0 1 k %.2f %.2f 2 62 re f Q" % (CODE_LEFT + 1.5, CODE_TOP - CODE_SIDE)
    ((message, _),) = words(press_file(code() + bar), tmp_path)
    assert "has no quiet zone of 4 modules" in message


def test_a_long_file_is_looked_at_by_two_processes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What each of them finds is told in the order of the pages, and the file as a whole is judged once."""
    blot = b" q 0 0 0 0 k %.2f %.2f 30 30 re f Q" % (CODE_LEFT + 16, CODE_TOP - 46)
    pdf = press_file(code() + blot, pages=5)
    for page in list(pdf.pages)[1:]:
        page.Contents, page.Resources = pdf.pages[0].Contents, pdf.pages[0].Resources
    whole = checked(pdf, tmp_path, manifest=manifest())
    assert [finding.page for finding in whole if "does not read" in finding.message] == [1, 2, 3, 4, 5]
    assert [finding.check for finding in whole if finding.page is None] == ["page-count", "contents"]
    monkeypatch.setattr(run, "_WORTH_A_PROCESS", 2)
    assert checked(pdf, tmp_path, manifest=manifest()) == whole


def test_a_small_code_is_found(tmp_path: Path) -> None:
    ((message, _),) = words(press_file(code(side=14 * MM)), tmp_path)
    assert "has modules of 0.3" in message


def test_a_code_as_a_picture_is_read_too(tmp_path: Path) -> None:
    made = zxingcpp.write_barcode_to_image(
        zxingcpp.create_barcode(ADDRESS, zxingcpp.BarcodeFormat.QRCode), scale=20
    )
    side = made.shape[0]
    pdf = press_file(
        b"q %.2f 0 0 %.2f %.2f %.2f cm /Code Do Q" % (CODE_SIDE, CODE_SIDE, CODE_LEFT, CODE_TOP - CODE_SIDE)
    )
    image = picture(pdf, side, Name.DeviceGray, b"")
    image.write(bytes(cast("bytes", made)))
    pdf.pages[0].obj.Resources.XObject.Code = image
    assert words(pdf, tmp_path, manifest()) == []
    assert words(pdf, tmp_path, manifest("https://catalog.example/apps/other/")) != []


@pytest.mark.parametrize(
    ("row", "message"),
    [
        pytest.param(NumberedRow(2, "AA", "1", (1,), "AA", "harbor-sync"), "no row 'AA' with 1", id="row"),
        pytest.param(NumberedRow(1, "AA", "", (3,), "BB", "harbor-sync"), "'AA' is not on page 3", id="page"),
    ],
)
def test_a_number_that_sends_readers_astray_is_found(tmp_path: Path, row: NumberedRow, message: str) -> None:
    """Every page of the file says AA and no number."""
    ((found, entry),) = words(press_file(code()), tmp_path, manifest(ADDRESS, row))
    assert found.startswith(message)
    assert entry == "harbor-sync"


def test_the_manifest_of_another_file_is_told(tmp_path: Path) -> None:
    other = msgspec.structs.replace(manifest(), width=210.0, pages=manifest().pages[:3])
    assert words(press_file(code()), tmp_path, other) == [
        ("trim of 105.0 × 148.0 mm, not of 210 × 148 mm", None),
        ("4 pages, 3 in the manifest", None),
    ]


def test_findings_name_the_entry_in_whose_place_they_are(tmp_path: Path) -> None:
    pdf = press_file(code() + b" 1 1 1 1 k 100 400 20 20 re f 1 1 1 1 k 100 140 20 20 re f")
    found = words(pdf, tmp_path, manifest())
    assert [entry for _, entry in found] == ["harbor-sync", None]
