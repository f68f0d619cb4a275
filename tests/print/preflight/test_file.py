"""The file as a whole: fonts, glyphs, bookmarks, metadata, what does not belong into it, tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, OutlineItem, Stream, String

from tests.print.preflight.press import checked, font, press_file, told

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SHOW = b"/Over gs 0 0 0 1 k BT /Other 10 Tf 100 320 Td <0001> Tj ET"


def with_font(made: Callable[[pikepdf.Pdf], Dictionary], content: bytes = SHOW) -> pikepdf.Pdf:
    """A file whose first page shows a code in another font."""
    pdf = press_file(content)
    pdf.pages[0].obj.Resources.Font.Other = pdf.make_indirect(made(pdf))
    return pdf


def words_of(pdf: pikepdf.Pdf, folder: Path, check: str) -> list[str]:
    return [finding.message for finding in checked(pdf, folder) if finding.check == check]


def test_a_font_that_viewers_bring_is_an_error(tmp_path: Path) -> None:
    pdf = with_font(
        lambda _pdf: Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica),
        SHOW.replace(b"<0001>", b"(A)"),
    )
    assert told(checked(pdf, tmp_path)) == [("font", "error", 1)]


def test_a_font_that_is_not_shown_may_lack(tmp_path: Path) -> None:
    pdf = with_font(lambda _pdf: Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica), b"")
    assert checked(pdf, tmp_path) == ()


def test_a_whole_font_is_an_error(tmp_path: Path) -> None:
    pdf = with_font(lambda pdf: font(pdf, "/Square"))
    assert words_of(pdf, tmp_path, "font") == ["the font Square is embedded whole"]


@pytest.mark.parametrize("glyphs", [Name.Identity, b"\0\0\0\0"])
def test_the_box_for_missing_signs_is_an_error(tmp_path: Path, glyphs: Name | bytes) -> None:
    """Code 0 by identity, or code 1 that a map sends to glyph 0."""

    def boxed(pdf: pikepdf.Pdf) -> Dictionary:
        made = font(pdf)
        made.DescendantFonts[0].CIDToGIDMap = Stream(pdf, glyphs) if isinstance(glyphs, bytes) else glyphs
        return made

    pdf = with_font(boxed, SHOW.replace(b"<0001>", b"<0001>" if isinstance(glyphs, bytes) else b"<0000>"))
    assert "shows the box for missing signs" in words_of(pdf, tmp_path, "glyph")[0]


def test_a_named_missing_glyph_of_a_simple_font_is_an_error(tmp_path: Path) -> None:
    def boxed(pdf: pikepdf.Pdf) -> Dictionary:
        held = font(pdf).DescendantFonts[0]
        return Dictionary(
            Type=Name.Font, Subtype=Name.TrueType, BaseFont=held.BaseFont, FontDescriptor=held.FontDescriptor,
            FirstChar=65, Widths=Array([600]),
            Encoding=Dictionary(Differences=Array([65, Name("/.notdef")])),
        )  # fmt: skip

    pdf = with_font(boxed, SHOW.replace(b"<0001>", b"(A)"))
    assert told(checked(pdf, tmp_path)) == [("glyph", "error", 1)]


def test_a_code_without_text_is_an_error(tmp_path: Path) -> None:
    pdf = press_file(b"/Over gs 0 0 0 1 k BT /F 10 Tf 100 320 Td <00010002> Tj ET")
    assert words_of(pdf, tmp_path, "glyph") == ["code 0002 of ABCDEF+Square has no text"]


def test_a_code_inside_a_span_with_its_text_needs_none(tmp_path: Path) -> None:
    show = b"/Over gs 0 0 0 1 k /Span <</ActualText (B)>> BDC BT /F 10 Tf 100 320 Td <%s> Tj ET EMC"
    assert checked(press_file(show % b"0002"), tmp_path) == ()
    assert told(checked(press_file(show % b"0000"), tmp_path)) == [("glyph", "error", 1)]


def test_a_font_without_texts_is_an_error(tmp_path: Path) -> None:
    def mute(pdf: pikepdf.Pdf) -> Dictionary:
        made = font(pdf)
        del made.ToUnicode
        return made

    assert told(checked(with_font(mute), tmp_path)) == [("glyph", "error", 1)]


def test_bookmarks_and_names_that_lead_nowhere_are_errors(tmp_path: Path) -> None:
    pdf = press_file()
    with pdf.open_outline() as outline:
        outline.root += [OutlineItem("Here", 1), OutlineItem("Gone", String("gone"))]
    names = Array(
        [String("a"), Array([pdf.pages[0].obj, Name.Fit]), String("b"), Array([Dictionary(), Name.Fit])]
    )
    pdf.Root.Names = Dictionary(Dests=Dictionary(Names=names))
    found = words_of(pdf, tmp_path, "destination")
    assert found == [
        "the bookmark 'Gone' leads to the place 'gone', which nothing names",
        "the name 'b' is of no page in the file",
    ]


def test_a_page_that_was_removed_leaves_a_dangling_bookmark(tmp_path: Path) -> None:
    pdf = press_file(pages=5)
    with pdf.open_outline() as outline:
        outline.root.append(OutlineItem("Last", 4))
    del pdf.pages[4]
    assert words_of(pdf, tmp_path, "destination") == [
        "the bookmark 'Last' leads to a page that is not in the file"
    ]


@pytest.mark.parametrize(
    ("key", "value"),
    [("Title", "Another"), ("Author", "Somebody"), ("CreationDate", "D:20270301120000+00'00'")],
)
def test_information_that_xmp_does_not_say_is_an_error(tmp_path: Path, key: str, value: str) -> None:
    pdf = press_file()
    pdf.trailer.Info[f"/{key}"] = String(value)
    assert told(checked(pdf, tmp_path)) == [("metadata", "error", None)]


def test_a_file_without_output_intent_is_an_error(tmp_path: Path) -> None:
    pdf = press_file()
    del pdf.Root.OutputIntents
    assert words_of(pdf, tmp_path, "output-intent") == ["no output intent for PDF/X"]


def test_an_intent_needs_a_profile_of_cmyk(tmp_path: Path) -> None:
    pdf = press_file()
    pdf.Root.OutputIntents[0].DestOutputProfile = Stream(pdf, b"RGB" * 50, N=3)
    assert words_of(pdf, tmp_path, "output-intent") == ["the profile is none of CMYK"]
    pdf = press_file()
    del pdf.Root.OutputIntents[0].DestOutputProfile
    assert words_of(pdf, tmp_path, "output-intent") == ["no profile is embedded"]


def test_versions_of_pdf_x_must_agree(tmp_path: Path) -> None:
    pdf = press_file()
    pdf.trailer.Info.GTS_PDFXVersion = String("PDF/X-1a:2003")
    assert words_of(pdf, tmp_path, "output-intent") == [
        "PDF/X-1a:2003 in the document information, PDF/X-4 in XMP"
    ]


def add_link(pdf: pikepdf.Pdf) -> None:
    action = Dictionary(S=Name.URI, URI=String("https://catalog.example/"))
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([90, 310, 120, 340]), A=action)
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(link)])


def add_script(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def add_file(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["notes.txt"] = pikepdf.AttachedFileSpec(pdf, b"notes", filename="notes.txt")


def add_form(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AcroForm = Dictionary(Fields=Array([]))


@pytest.mark.parametrize("add", [add_link, add_script, add_file, add_form])
def test_what_cannot_be_printed_is_an_error_for_the_press(
    tmp_path: Path, add: Callable[[pikepdf.Pdf], None]
) -> None:
    pdf = press_file()
    add(pdf)
    assert {check for check, _, _ in told(checked(pdf, tmp_path))} == {"additions"}
    assert "additions" not in {check for check, _, _ in told(checked(pdf, tmp_path, kind="screen"))}


def test_an_encrypted_file_is_an_error(tmp_path: Path) -> None:
    owner = pikepdf.Encryption(owner="owner", user="")
    assert told(checked(press_file(), tmp_path, encryption=owner)) == [("encryption", "error", None)]


def test_a_file_with_a_password_is_one_finding(tmp_path: Path) -> None:
    locked = pikepdf.Encryption(owner="owner", user="user")
    (found,) = checked(press_file(), tmp_path, encryption=locked)
    assert found.message == "the file is encrypted and opens only with a password"


def test_a_file_for_readers_needs_tags_language_and_title(tmp_path: Path) -> None:
    pdf = press_file()
    assert told(checked(pdf, tmp_path, kind="screen")) == [
        ("tags", "error", None), ("tags", "error", None), ("language", "error", None), ("title", "error", None),
    ]  # fmt: skip
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    pdf.Root.StructTreeRoot = Dictionary(Type=Name.StructTreeRoot)
    pdf.Root.Lang = String("en")
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    for number, page in enumerate(pdf.pages):
        if number != 2:
            page.obj.StructParents = number
    assert told(checked(pdf, tmp_path, kind="screen")) == [("tags", "error", 3)]


def test_a_file_tells_what_it_is_for(tmp_path: Path) -> None:
    pdf = press_file()
    for key in ("GTS_PDFXVersion", "Title"):
        del pdf.trailer.Info[f"/{key}"]
    del pdf.Root.OutputIntents, pdf.Root.Metadata
    assert {"tags", "language"} <= {check for check, _, _ in told(checked(pdf, tmp_path))}


def test_operators_that_make_no_sense_are_an_error(tmp_path: Path) -> None:
    assert told(checked(press_file(b"(A) w 1 2 Td /F Tf"), tmp_path)) == [("content", "error", 1)]
