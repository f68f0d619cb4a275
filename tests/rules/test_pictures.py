"""Pictures in small catalogs, from the bytes on the disk to the finding at its place."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from catalog.compile import compile_catalog
from catalog.findings import Severity
from tests.conftest import COMPLETE, LOGO, MINIMAL, CatalogFolder
from tests.pictures.made import drawing, jpeg, png

if TYPE_CHECKING:
    from collections.abc import Mapping

    from catalog.findings import Finding

DAY = date(2012, 5, 15)
WHITE = drawing('<path fill="#fff" d="M8 8h80v80H8z"/>')
BLACK = drawing('<path d="M8 8h80v80H8z"/>')
WIDE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} 100"><path fill="#1a4fd0" d="M0 0h9v9z"/></svg>'
)


def found(
    folder: CatalogFolder, media: str, files: Mapping[str, bytes | str], entry: str = COMPLETE
) -> list[Finding]:
    """The findings of family 5 for a complete entry whose media block is `media`."""
    text = entry.replace("media: {logo: logo.svg}\n", "") + f"media: {media}\n"
    entries = folder({"wiki": text}, {f"entries/wiki/{name}": content for name, content in files.items()})
    return [finding for finding in compile_catalog(entries, DAY).findings if finding.code[3] == "5"]


def told(findings: list[Finding]) -> list[tuple[str, str, str]]:
    return [(finding.code, finding.severity.value, finding.path.rpartition("/")[2]) for finding in findings]


def test_a_complete_entry_has_nothing_to_mend(catalog_folder: CatalogFolder) -> None:
    files: dict[str, bytes | str] = {
        "logo.svg": LOGO,
        "dark.svg": WHITE,
        "one.png": png(640, 400),
        "two.jpeg": jpeg(1280, 800),
    }
    media = "{logo: logo.svg, logo_dark: dark.svg, screenshots: [{file: one.png}, {file: two.jpeg}]}"
    assert found(catalog_folder, media, files) == []


def test_a_missing_picture_is_told_where_the_entry_names_it(catalog_folder: CatalogFolder) -> None:
    (finding,) = found(
        catalog_folder, "{logo: logo.svg, screenshots: [{file: main.png}]}", {"Main.png": png(640, 9)}
    )
    assert (finding.code, finding.path) == ("APS501", "entries/wiki/entry.yaml")
    assert finding.span.column == len("media: {logo: logo.svg, screenshots: [{file: ") + 1
    assert finding.help == 'did you mean "Main.png"?'


def test_a_fault_in_a_drawing_is_told_in_the_drawing(catalog_folder: CatalogFolder) -> None:
    (finding,) = found(catalog_folder, "{logo: logo.svg}", {"logo.svg": drawing("\n  <text>Wiki</text>")})
    assert (finding.code, finding.path) == ("APS525", "entries/wiki/logo.svg")
    assert (finding.span.line, finding.span.column, finding.span.end_column) == (2, 3, 8)


def test_a_picture_that_no_entry_names_is_nobodys_fault(catalog_folder: CatalogFolder) -> None:
    assert (
        found(catalog_folder, "{logo: logo.svg}", {"draft.svg": "<svg><script/></svg>", "old.gif": "GIF89a"})
        == []
    )


def test_a_picture_in_two_places_is_told_once(catalog_folder: CatalogFolder) -> None:
    findings = found(
        catalog_folder, "{logo: logo.svg, logo_dark: logo.svg}", {"logo.svg": drawing("<script/>")}
    )
    assert told(findings) == [("APS523", "error", "logo.svg")]


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("logo.png", LOGO, ["APS503"]),
        ("logo.jpg", png(512, 512), ["APS503"]),
        ("logo.jpeg", jpeg(512, 512), []),
        ("logo", LOGO, ["APS503"]),
        ("logo.gif", "GIF89a\1\0\1\0", ["APS502"]),
        ("logo.png", "<html>", ["APS502"]),
        ("logo.svg", "", ["APS502"]),
        ("logo.png", png(512, 512) + bytes(200_000), ["APS504"]),
        ("logo.png", png(512, 512)[:-9], ["APS505"]),
        ("logo.png", png(30_000, 30_000, rows=1), ["APS506"]),
        ("logo.png", png(255, 255), ["APS508"]),
        ("logo.png", png(256, 100), ["APS509"]),
        ("logo.png", png(511, 511), ["APS509"]),
        ("logo.png", png(512, 100), ["APS511"]),
        ("logo.png", png(600, 60), ["APS514"]),
        ("logo.svg", WIDE.format(801), ["APS514"]),
        ("logo.svg", WIDE.format(800), ["APS511"]),
        ("logo.svg", WIDE.format(501), ["APS511"]),
        ("logo.svg", WIDE.format(500), []),
        ("logo.svg", WIDE.format(50), []),
        ("logo.svg", WIDE.format(49), ["APS511"]),
        ("logo.svg", WIDE.format(25), ["APS511"]),
        ("logo.svg", WIDE.format(24), ["APS514"]),
        ("logo.svg", WHITE, ["APS512"]),
        ("logo.svg", BLACK, ["APS513"]),
        ("logo.svg", drawing("<g/>"), ["APS512"]),
        ("logo.png", png(512, 512, (255, 255, 255)), ["APS512"]),
        ("logo.png", png(512, 512, (0, 0, 0, 255)), ["APS513"]),
        ("logo.png", png(512, 512, (0, 0, 0, 0)), ["APS512"]),
    ],
)
def test_a_logo_is_judged_by_its_content(
    catalog_folder: CatalogFolder, name: str, content: bytes | str, expected: list[str]
) -> None:
    findings = found(catalog_folder, f"{{logo: {name}}}", {name: content})
    assert [finding.code for finding in findings] == expected
    assert {finding.path for finding in findings} <= {f"entries/wiki/{name}"}


def test_a_small_logo_is_told_in_millimetres(catalog_folder: CatalogFolder) -> None:
    (finding,) = found(catalog_folder, "{logo: logo.png}", {"logo.png": png(300, 150)})
    assert "300 × 150 pixels" in finding.message
    assert "at 300 dpi it prints 25.4 × 12.7 mm" in finding.message


def test_a_small_logo_is_fine_where_the_entry_stays_out_of_the_book(catalog_folder: CatalogFolder) -> None:
    entry = COMPLETE + "print: {include: false}\n"
    assert found(catalog_folder, "{logo: logo.png}", {"logo.png": png(300, 150)}, entry) == []


def test_a_logo_for_dark_grounds_answers_for_the_dark(catalog_folder: CatalogFolder) -> None:
    both = "{logo: logo.svg, logo_dark: dark.svg}"
    assert found(catalog_folder, both, {"logo.svg": BLACK, "dark.svg": WHITE}) == []
    swapped = found(catalog_folder, both, {"logo.svg": WHITE, "dark.svg": BLACK})
    assert told(swapped) == [("APS513", "warning", "dark.svg"), ("APS512", "warning", "logo.svg")]


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("shot.png", png(640, 20), []),
        ("shot.png", png(639, 900), ["APS508"]),
        ("shot.png", png(900, 700, (255, 255, 255)), []),
        ("shot.png", png(1200, 800) + bytes(400_000), []),
        ("shot.png", png(1200, 800) + bytes(5_000_000), ["APS504"]),
        ("shot.jpg", jpeg(1200, 800)[:-9], ["APS505"]),
        ("shot.svg", LOGO, []),
    ],
)
def test_a_screenshot_is_judged_as_a_screenshot(
    catalog_folder: CatalogFolder, name: str, content: bytes | str, expected: list[str]
) -> None:
    findings = found(catalog_folder, f"{{logo: logo.svg, screenshots: [{{file: {name}}}]}}", {name: content})
    assert [finding.code for finding in findings] == expected


def test_editors_marks_are_a_note_and_stop_nothing(catalog_folder: CatalogFolder) -> None:
    marked = drawing('<metadata/><path fill="#1a4fd0" d="M0 0h9v9z"/>')
    (finding,) = found(catalog_folder, "{logo: logo.svg}", {"logo.svg": marked})
    assert (finding.code, finding.severity) == ("APS533", Severity.NOTE)


def test_a_picture_is_never_read_through_a_link(catalog_folder: CatalogFolder) -> None:
    entries = catalog_folder(
        {"wiki": MINIMAL + "media: {logo: mark.svg}\n"}, {"secret.svg": "<svg><script/></svg>"}
    )
    (entries / "wiki" / "mark.svg").symlink_to("../../secret.svg")
    findings = compile_catalog(entries, DAY).findings
    assert {finding.code for finding in findings if finding.severity is Severity.ERROR} == {
        "APS006",
        "APS501",
    }
