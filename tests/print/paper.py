"""Drawn paper for the tests of the print engine: a typesetter for many scripts, whole documents, pixels and text.

Owns no expectation. Rasters come from pdfium and poppler, text from poppler, pypdf and pdfium: never from ourselves.
"""

from __future__ import annotations

import functools
import io
import subprocess
from datetime import date
from typing import TYPE_CHECKING

import pypdfium2  # type: ignore[import-untyped]  # The package has no types.
from PIL import Image

from catalog.print.assets.logos import Picture, PictureFile, Pictures, prepare
from catalog.print.pdf.canvas import PageCanvas, Resources, Sheet
from catalog.print.pdf.finish import finish
from catalog.print.pdf.write import write_pdf
from catalog.print.pdf.write_document import Bookmark, Document, Metadata
from catalog.print.typography.font_cuts import open_fonts
from catalog.print.typography.typeset import Typesetter
from tests.print.small import CACHE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

TEXTS = {
    "en": 'R&D <Tools> AT&T, a&sect b, <font size="900">',
    "de": "Übergröße naïve Łódź",
    "ru": "Каталог для хостинга",
    "el": "Κατάλογος",
    "ja": "日本語カタログは「統合」された一覧です。",
    "zh": "云服务“目录”中文",
    "ko": "한국어 카탈로그",
    "hi": "हिन्दी क्षत्रिय नमस्ते दुनिया की",
    "ar": "كتالوج التطبيقات السلام",
    "he": "שלום עולם",
    "th": "ภาษาไทยที่น้ำ",
    "emoji": "🚀 👨‍👩‍👧",
}
METADATA = Metadata(
    "A book", "The authors", "Applications „and“ more", "en", date(2026, 9, 1), ("apps", "hosting")
)
SMALL = Sheet(200.0, 100.0)


@functools.cache
def setter() -> Typesetter:
    """One typesetter that has the signs of all `TEXTS`."""
    return Typesetter(open_fonts(TEXTS.values()))


def print_of(
    *draw: Callable[[PageCanvas], object],
    sheet: Sheet = SMALL,
    pictures: Pictures | None = None,
    outline: Sequence[Bookmark] = (),
    labels: Sequence[str] = (),
) -> bytes:
    """A finished PDF with a page for each function that draws one."""
    resources = Resources(setter().fonts)
    pages = []
    for one in draw:
        canvas = PageCanvas(sheet, resources)
        one(canvas)
        pages.append(canvas.page())
    held = pictures or prepare([], CACHE / "pictures")
    document = Document(tuple(pages), resources, held, METADATA, tuple(outline), tuple(labels))
    return finish(write_pdf(document), document)


def one_picture(content: bytes, cache: Path) -> tuple[Pictures, Picture]:
    """A picture that could be prepared, and the pictures that hold it."""
    pictures = prepare([PictureFile("harbor-sync", "logo", content)], cache)
    found = pictures.find("harbor-sync", "logo")
    assert isinstance(found, Picture), found
    return pictures, found


def raster(pdf: bytes, dpi: int = 72, page: int = 0) -> Image.Image:
    """A page as pixels, by pdfium."""
    document = pypdfium2.PdfDocument(pdf)
    picture: Image.Image = document[page].render(scale=dpi / 72).to_pil().convert("RGB")
    document.close()
    return picture


def poppler_raster(pdf: bytes, dpi: int = 72) -> Image.Image:
    """The first page as pixels, by poppler."""
    run = subprocess.run(
        ["pdftoppm", "-r", str(dpi), "-f", "1", "-l", "1", "-"], input=pdf, capture_output=True, check=True
    )
    return Image.open(io.BytesIO(run.stdout)).convert("RGB")


def poppler_text(pdf: bytes) -> str:
    """The text of all pages, as poppler reads it, without the marks that it puts around directions."""
    run = subprocess.run(["pdftotext", "-enc", "UTF-8", "-", "-"], input=pdf, capture_output=True, check=True)
    return run.stdout.decode().translate(dict.fromkeys(range(0x202A, 0x202F)))


def inked(picture: Image.Image) -> tuple[int, int, int, int] | None:
    """The box around everything that is not white."""
    return picture.point(lambda level: 255 - level).getbbox()
