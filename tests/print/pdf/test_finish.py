from __future__ import annotations

import io
import subprocess
from typing import TYPE_CHECKING, Any

import pikepdf
import pypdf
import pytest

from catalog.print.pdf.write_document import Bookmark
from tests.print.paper import METADATA, print_of

if TYPE_CHECKING:
    from pathlib import Path

    from catalog.print.pdf.canvas import PageCanvas


def chapter(name: str) -> object:
    def draw(canvas: PageCanvas) -> None:
        canvas.destination(name, 10)

    return draw


def book(*, outline: tuple[Bookmark, ...] = (), labels: tuple[str, ...] = ()) -> bytes:
    pages = [chapter(name) for name in ("cover", "one", "two", "three")]
    assert all(callable(page) for page in pages)
    return print_of(*[page for page in pages if callable(page)], outline=outline, labels=labels)


def test_the_outline_leads_to_named_places() -> None:
    outline = (
        Bookmark("Webspace", "one", (Bookmark("日本 Sync", "two"),), opened=True),
        Bookmark("Index", "three", (Bookmark("A", "three"),)),
    )
    reader = pypdf.PdfReader(io.BytesIO(book(outline=outline)))
    outlined: Any = reader.outline
    first, below, second, _ = outlined
    assert [first.title, below[0].title, second.title] == ["Webspace", "日本 Sync", "Index"]
    assert [reader.get_destination_page_number(line) for line in (first, below[0], second)] == [1, 2, 3]
    root: Any = reader.root_object
    assert root["/PageMode"] == "/UseOutlines"
    assert root["/Outlines"]["/First"]["/Count"] == 1
    assert root["/Outlines"]["/Last"]["/Count"] == -1


def test_a_bookmark_to_nowhere_is_refused() -> None:
    with pytest.raises(KeyError, match="nowhere"):
        book(outline=(Bookmark("Lost", "nowhere"),))


@pytest.mark.parametrize(
    "labels",
    [
        ("", "1", "2", "3"),
        ("Cover", "1", "2", "Back"),
        ("1", "2", "4", "5"),
        ("i", "ii", "7", "8"),
    ],
)
def test_viewers_show_the_folios_of_the_pages(labels: tuple[str, ...]) -> None:
    assert pypdf.PdfReader(io.BytesIO(book(labels=labels))).page_labels == list(labels)


def test_information_and_xmp_say_the_same() -> None:
    reader = pypdf.PdfReader(io.BytesIO(book()))
    said, xmp = reader.metadata, reader.xmp_metadata
    assert said is not None
    assert xmp is not None
    assert said.title == METADATA.title == (xmp.dc_title or {})["x-default"]
    assert [said.author] == [METADATA.author] == xmp.dc_creator
    assert said.subject == METADATA.subject == (xmp.dc_description or {})["x-default"]
    assert said.keywords == "apps, hosting" == xmp.pdf_keywords
    assert said.creation_date is not None
    assert said.creation_date.date() == METADATA.as_of
    assert xmp.xmp_create_date is not None
    assert xmp.xmp_create_date.date() == METADATA.as_of


def test_the_file_names_its_language_and_shows_its_title() -> None:
    root: Any = pypdf.PdfReader(io.BytesIO(book())).root_object
    assert root["/Lang"] == "en"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712 - PDF has its own truth value.


def test_the_id_follows_from_the_content() -> None:
    first, same, other = (
        pypdf.PdfReader(io.BytesIO(file)).trailer["/ID"] for file in (book(), book(), book(labels=("1",) * 4))
    )
    assert first == same != other


def test_nothing_of_the_writer_is_left_behind() -> None:
    with pikepdf.open(io.BytesIO(book())) as pdf:
        kinds = {str(held.get("/BaseFont")) for held in pdf.objects if isinstance(held, pikepdf.Dictionary)}
        assert "/Helvetica" not in kinds
        assert "ReportLab" not in str(pdf.docinfo)


def test_an_independent_checker_finds_no_fault(tmp_path: Path) -> None:
    file = tmp_path / "book.pdf"
    file.write_bytes(book(outline=(Bookmark("One", "one"),), labels=("", "1", "2", "3")))
    with pikepdf.open(file) as pdf:
        assert pdf.check_pdf_syntax() == []
    run = subprocess.run(["pdfinfo", str(file)], capture_output=True, text=True, check=True)
    assert "Pages:           4" in run.stdout
    assert run.stderr == ""
