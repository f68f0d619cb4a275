"""Checks of what a file says of itself: metadata, output intent, tags.

Owns the two places of metadata and what PDF/X and accessibility ask of the root.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

from pikepdf import Array, Dictionary, Stream

from catalog.print.preflight.finding import error
from catalog.print.preflight.reading.library import dictionary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.print.preflight.finding import Finding
    from catalog.print.preflight.subject import Subject

_TWINS = {
    "Title": "dc:title",
    "Author": "dc:creator",
    "Subject": "dc:description",
    "Keywords": "pdf:Keywords",
    "Creator": "xmp:CreatorTool",
    "Producer": "pdf:Producer",
    "CreationDate": "xmp:CreateDate",
    "ModDate": "xmp:ModifyDate",
    "Trapped": "pdf:Trapped",
}
_DATE = re.compile(
    r"(?:D:)?(\d{4})-?(\d\d)?-?(\d\d)?T?(\d\d)?:?(\d\d)?:?(\d\d)?(?:\.\d+)?([-+Z])?(\d\d)?[':]?(\d\d)?"
)
_LEAST = (1, 1, 1, 0, 0, 0)
_HEADER = 128


def metadata_agree(subject: Subject) -> Iterator[Finding]:
    """XMP says what the document information says.

    Some programs read one, some the other; where they differ nobody knows which is meant, and PDF/X refuses it. Write
    both from the same values.
    """
    if subject.xmp is None:
        yield error(
            "metadata",
            "the file has no XMP",
            "write XMP with the values of the document information",
        )
        return
    for key, twin in _TWINS.items():
        said = subject.information.get(key)
        if said is None:
            continue
        other = subject.xmp.get(twin)
        if other is None:
            yield error(
                "metadata", f"XMP has no {twin} for {key} {said!r}", "write both from the same values"
            )
        elif _plain(key, said) != _plain(key, other):
            yield error("metadata", f"{key} is {said!r}, in XMP {other!r}", "write both from the same values")


def _plain(key: str, value: str) -> object:
    """A value as both places can be compared by: dates as moments, whatever zone they are told in."""
    found = _DATE.match(value.strip()) if key.endswith("Date") else None
    if found is None:
        return value.strip().removeprefix("/")
    year, month, day, hour, minute, second = (
        int(part or least) for part, least in zip(found.groups(), _LEAST, strict=False)
    )
    sign, hours, minutes = found.group(7, 8, 9)
    away = timedelta(hours=int(hours or 0), minutes=int(minutes or 0))
    zone = timezone(-away if sign == "-" else away)
    try:
        return datetime(year, month, day, hour, minute, second, tzinfo=zone)
    except ValueError:
        return value


def output_intent(subject: Subject) -> Iterator[Finding]:
    """The file says which press it is for: PDF/X, an output intent, and that press's CMYK profile inside the file.

    CMYK numbers mean a colour on one press only. Build with the printer's profile (`--icc`), and name the version of
    PDF/X in XMP and in the document information.
    """
    intents = subject.pdf.Root.get("/OutputIntents")
    found = [
        intent
        for intent in (intents.as_list() if isinstance(intents, Array) else [])
        if isinstance(intent, Dictionary) and str(intent.get("/S", "")) == "/GTS_PDFX"
    ]
    if not found:
        yield error("output-intent", "no output intent for PDF/X", "add one with the printer's profile")
    for intent in found:
        profile = intent.get("/DestOutputProfile")
        if not isinstance(profile, Stream):
            yield error("output-intent", "no profile is embedded", "embed the printer's CMYK profile")
            continue
        header = profile.read_bytes()[:_HEADER]
        if header[16:20] != b"CMYK" or header[36:40] != b"acsp" or int(profile.get("/N", 0)) != 4:
            yield error("output-intent", "the profile is none of CMYK", "embed the printer's CMYK profile")
    yield from _version(subject)


def _version(subject: Subject) -> Iterator[Finding]:
    xmp = subject.xmp or {}
    in_xmp = xmp.get("pdfxid:GTS_PDFXVersion") or xmp.get("pdfx:GTS_PDFXVersion")
    in_information = subject.information.get("GTS_PDFXVersion")
    for where, said in (("XMP", in_xmp), ("the document information", in_information)):
        if not said:
            yield error(
                "output-intent",
                f"{where} names no version of PDF/X",
                "write GTS_PDFXVersion, such as PDF/X-4",
            )
    if in_xmp and in_information and in_xmp != in_information:
        yield error(
            "output-intent",
            f"{in_information} in the document information, {in_xmp} in XMP",
            "write one version",
        )
    if subject.information.get("Trapped", "").removeprefix("/") not in {"True", "False"}:
        yield error("output-intent", "the file does not say whether it is trapped", "write /Trapped /False")


def tagged(subject: Subject) -> Iterator[Finding]:
    """A file for readers is tagged, says its language, and shows its title.

    A screen reader finds headings, lists and the order of reading by tags; without language it speaks English words
    as if they were its user's. Tag every page, set /Lang, and have the viewer show the title.
    """
    root = subject.pdf.Root
    if not bool(dictionary(root.get("/MarkInfo")).get("/Marked", False)):
        yield error("tags", "the file is not marked as tagged", "write its structure and /MarkInfo")
    if not isinstance(root.get("/StructTreeRoot"), Dictionary):
        yield error(
            "tags", "the file has no structure", "write a tree of headings, paragraphs, lists and tables"
        )
    else:
        for sheet in subject.sheets:
            if sheet.drawing.marks and "/StructParents" not in sheet.page:
                yield error("tags", "the page has no tags", "tag what is on it", page=sheet.number)
    if not str(root.get("/Lang", "")):
        yield error("language", "the file does not say its language", "write /Lang, such as en")
    title = subject.information.get("Title") or (subject.xmp or {}).get("dc:title")
    if not title:
        yield error("title", "the file has no title", "write one")
    if not bool(dictionary(root.get("/ViewerPreferences")).get("/DisplayDocTitle", False)):
        yield error("title", "viewers show the file's name, not its title", "set /DisplayDocTitle")
