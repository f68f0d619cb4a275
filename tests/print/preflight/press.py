"""A small file for the press, right in everything, and ways to spoil it.

Owns no expectation. Pages are A6 with 15 mm around the trim; lengths are points from the lower left of the media box.
"""

from __future__ import annotations

import functools
import io
from typing import TYPE_CHECKING

import pikepdf
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from pikepdf import Array, Dictionary, Name, Stream, String

from catalog.print.assets.qr import modules
from catalog.print.preflight.finding import Limits
from catalog.print.preflight.run import check_file
from catalog.print.units import MM

if TYPE_CHECKING:
    from pathlib import Path

    from catalog.print.manifest import BookManifest
    from catalog.print.preflight.finding import Finding, Kind

MARGIN, BLEED = 15 * MM, 3 * MM
WIDTH, HEIGHT = 105 * MM, 148 * MM
MEDIA = (0.0, 0.0, WIDTH + 2 * MARGIN, HEIGHT + 2 * MARGIN)
TRIM = (MARGIN, MARGIN, MARGIN + WIDTH, MARGIN + HEIGHT)
OUTER = (MARGIN - BLEED, MARGIN - BLEED, MARGIN + WIDTH + BLEED, MARGIN + HEIGHT + BLEED)
LIMITS = Limits()
ADDRESS = "https://catalog.example/apps/harbor-sync/?e=27s"
CODE_LEFT, CODE_TOP, CODE_SIDE = MARGIN + 60 * MM, MARGIN + 135 * MM, 22 * MM

_BACKGROUND = b"0.1 0 0 0 k %.2f %.2f %.2f %.2f re f" % (
    OUTER[0], OUTER[1], OUTER[2] - OUTER[0], 60.0,
)  # fmt: skip
_CROP_MARK = b"q 0.25 w 1 1 1 1 K 5 %.2f m 25 %.2f l S Q" % (MARGIN, MARGIN)
_TEXT = b"q /Over gs 0 0 0 1 k BT /F 10 Tf 100 200 Td <00010001> Tj ET Q"
_RULE = b"q 0 0 0 1 K 0.5 w 100 190 m 200 190 l S Q"
_PICTURE = b"q 24 0 0 24 150 300 cm /Picture Do Q"
_FORM = b"q 1 0 0 1 220 300 cm /Drawing Do Q"
GOOD = b"\n".join((_BACKGROUND, _CROP_MARK, _TEXT, _RULE, _PICTURE, _FORM))


def code(text: str = ADDRESS, *, side: float = CODE_SIDE) -> bytes:
    """The operators of a code whose quiet zone ends at its box."""
    made = modules(text)
    module = made.module(side)
    runs = b" ".join(b"%d %d %d 1 re" % (x, y, length) for x, y, length in made.runs)
    place = (module, -module, CODE_LEFT + 4 * module, CODE_TOP - 4 * module)
    return b"q 0 0 0 1 k %.5f 0 0 %.5f %.3f %.3f cm %s f Q" % (*place, runs)


@functools.cache
def font_file() -> bytes:
    """A TrueType font of two glyphs: the box for missing signs, and a square for A."""
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "A"])
    builder.setupCharacterMap({65: "A"})
    pen = TTGlyphPen(None)
    pen.moveTo((100, 0))
    for point in ((100, 700), (500, 700), (500, 0)):
        pen.lineTo(point)
    pen.closePath()
    square = pen.glyph()
    builder.setupGlyf({".notdef": square, "A": square})
    builder.setupHorizontalMetrics({".notdef": (600, 100), "A": (600, 100)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Square", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    file = io.BytesIO()
    builder.save(file)
    return file.getvalue()


def font(pdf: pikepdf.Pdf, name: str = "/ABCDEF+Square") -> Dictionary:
    """The font with codes of two bytes, of which 1 is an A."""
    descriptor = Dictionary(
        Type=Name.FontDescriptor, FontName=Name(name), Flags=4, FontFile2=Stream(pdf, font_file())
    )
    descendant = Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name(name), FontDescriptor=descriptor, DW=600,
        CIDToGIDMap=Name.Identity,
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
    )  # fmt: skip
    text = b"1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfchar <0001> <0041> endbfchar"
    return Dictionary(
        Type=Name.Font, Subtype=Name.Type0, BaseFont=Name(name), Encoding=Name("/Identity-H"),
        DescendantFonts=Array([pdf.make_indirect(descendant)]), ToUnicode=Stream(pdf, text),
    )  # fmt: skip


def picture(
    pdf: pikepdf.Pdf, side: int = 100, space: Name = Name.DeviceCMYK, pixel: bytes = b"\x40\0\0\0"
) -> Stream:
    """A square picture of one colour."""
    return Stream(
        pdf, pixel * side * side, Type=Name.XObject, Subtype=Name.Image, Width=side, Height=side,
        BitsPerComponent=8, ColorSpace=space,
    )  # fmt: skip


def drawing(pdf: pikepdf.Pdf, content: bytes = b"0 1 0 0 k 0 0 20 20 re f") -> Stream:
    """A form of 20 points a side, with a group of its own."""
    return Stream(
        pdf, content, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 20, 20]),
        Group=Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK),
    )  # fmt: skip


def press_file(content: bytes = b"", *, pages: int = 4) -> pikepdf.Pdf:
    """A file that a printer can use; the first page holds more `content`."""
    pdf = pikepdf.new()
    resources = pdf.make_indirect(
        Dictionary(
            Font=Dictionary(F=pdf.make_indirect(font(pdf))),
            ExtGState=Dictionary(Over=Dictionary(op=True, OP=True, OPM=1)),
            XObject=Dictionary(Picture=picture(pdf), Drawing=drawing(pdf)),
        )
    )
    for number in range(pages):
        page = pdf.add_blank_page(page_size=(MEDIA[2], MEDIA[3])).obj
        page.TrimBox, page.BleedBox, page.Resources = Array(TRIM), Array(OUTER), resources
        page.Contents = Stream(pdf, GOOD + b"\n" + (content if number == 0 else b""))
    header = bytearray(128)
    header[12:20], header[36:40] = b"prtrCMYK", b"acsp"
    pdf.Root.OutputIntents = Array(
        [Dictionary(S=Name.GTS_PDFX, DestOutputProfile=Stream(pdf, bytes(header), N=4))]
    )
    pdf.trailer.Info = pdf.make_indirect(Dictionary(Title=String("Small"), GTS_PDFXVersion=String("PDF/X-4")))
    pdf.trailer.Info.Trapped = Name("/False")
    pdf.trailer.Info.CreationDate = String("D:20270301120000+01'00'")
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        xmp["dc:title"] = "Small"
        xmp["pdf:Trapped"] = "False"
        xmp["xmp:CreateDate"] = "2027-03-01T11:00:00Z"
        xmp["pdfxid:GTS_PDFXVersion"] = "PDF/X-4"
    return pdf


def checked(
    pdf: pikepdf.Pdf,
    folder: Path,
    *,
    kind: Kind | None = None,
    limits: Limits = LIMITS,
    manifest: BookManifest | None = None,
    encryption: pikepdf.Encryption | None = None,
) -> tuple[Finding, ...]:
    """What preflight finds in a file that is saved for it."""
    path = folder / "file.pdf"
    pdf.save(path, encryption=encryption or False)
    return check_file(path, kind, limits, manifest)


def told(findings: tuple[Finding, ...]) -> list[tuple[str, str, int | None]]:
    """The findings without their words."""
    return [(finding.check, finding.severity, finding.page) for finding in findings]
