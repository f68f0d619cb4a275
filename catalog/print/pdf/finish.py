"""The last pass over a written PDF, with pikepdf.

Owns page labels, language, document information, XMP, and what makes a file for the press PDF/X-4 (ISO
15930-7): its name, its output intent, what it says of trapping. Refuses to draw. Equal input gives equal bytes, the
file id included.
"""

from __future__ import annotations

import io
import uuid
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

import pikepdf
from pikepdf import Array, Dictionary, Name, String

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.print.pdf.write_document import Document, Metadata
    from catalog.print.press.profile import PressProfile

_VERSION, _PRESS_VERSION = "1.7", "1.6"
_PDFX = "PDF/X-4"
_PDFX_NAMES = "http://www.npes.org/pdfx/ns/id/"
# What the ids of files are made from: nothing of the machine, so that equal books have equal ids.
_IDS = uuid.uuid5(uuid.NAMESPACE_DNS, "aps-catalog.print")


def finish(written: bytes, document: Document) -> bytes:
    """The finished PDF of what `write.write_pdf` wrote for the same document."""
    with pikepdf.open(io.BytesIO(written)) as pdf:
        if document.labels:
            pdf.Root.PageLabels = Dictionary(Nums=_labels(document.labels))
        _describe(pdf, document.metadata)
        if document.profile:
            _for_the_press(pdf, document.profile, document.metadata)
        file = io.BytesIO()
        version = _PRESS_VERSION if document.profile else _VERSION
        pdf.save(
            file,
            min_version=version,
            force_version=version,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
            deterministic_id=True,
        )
        return file.getvalue()


def _labels(labels: Sequence[str]) -> Array:
    """The number tree of page labels: a decimal run where folios count on, else the label itself."""
    numbers: list[object] = []
    expected: int | None = None
    for index, label in enumerate(labels):
        folio = int(label) if label.isascii() and label.isdigit() and not label.startswith("0") else None
        if folio is None:
            numbers += [index, Dictionary(P=String(label)) if label else Dictionary()]
        elif folio != expected:
            numbers += [index, Dictionary(S=Name.D, St=folio)]
        expected = None if folio is None else folio + 1
    return Array(numbers)


def _describe(pdf: pikepdf.Pdf, metadata: Metadata) -> None:
    """Language, title and dates; XMP and document information say the same."""
    day = datetime.combine(metadata.as_of, time(), UTC)
    pdf.Root.Lang = String(metadata.language)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf_date = day.strftime("D:%Y%m%d%H%M%S+00'00'")
    information = {
        "Title": metadata.title,
        "Author": metadata.author,
        "Subject": metadata.subject,
        "Keywords": ", ".join(metadata.keywords),
        "Creator": "APS catalog",
        "Producer": "APS catalog",
        "CreationDate": pdf_date,
        "ModDate": pdf_date,
    }
    pdf.trailer.Info = pdf.make_indirect(
        Dictionary({f"/{name}": String(text) for name, text in information.items()})
    )
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        xmp["dc:title"] = metadata.title
        xmp["dc:creator"] = [metadata.author]
        xmp["dc:description"] = metadata.subject
        xmp["dc:language"] = {metadata.language}
        xmp["dc:format"] = "application/pdf"
        xmp["pdf:Keywords"] = information["Keywords"]
        xmp["pdf:Producer"] = information["Producer"]
        xmp["xmp:CreatorTool"] = information["Creator"]
        xmp["xmp:CreateDate"] = xmp["xmp:ModifyDate"] = xmp["xmp:MetadataDate"] = day.isoformat()


def _for_the_press(pdf: pikepdf.Pdf, profile: PressProfile, metadata: Metadata) -> None:
    """Say that the file is PDF/X-4, and for which printing condition its inks are."""
    stream = pdf.make_stream(profile.content)
    stream.N, stream.Alternate = 4, Name.DeviceCMYK
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFX,
        OutputConditionIdentifier=String(profile.condition),
        OutputCondition=String(profile.condition),
        Info=String(f"{profile.name}; total ink at most {profile.limit} %"),
        RegistryName=String("http://www.color.org"),
        DestOutputProfile=stream,
    )
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])
    pdf.docinfo["/Trapped"] = Name("/False")
    pdf.docinfo["/GTS_PDFXVersion"] = String(_PDFX)
    title = f"{metadata.title} {metadata.as_of}"
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        xmp.register_xml_namespace(_PDFX_NAMES, "pdfxid")
        xmp[f"{{{_PDFX_NAMES}}}GTS_PDFXVersion"] = _PDFX
        xmp["pdf:Trapped"] = "False"
        xmp["xmpMM:DocumentID"] = f"uuid:{uuid.uuid5(_IDS, title)}"
        xmp["xmpMM:VersionID"] = "1"
        xmp["xmpMM:RenditionClass"] = "default"
