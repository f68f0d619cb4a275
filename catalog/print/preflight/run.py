"""A file through all checks.

Owns the opening of the file, the telling of its kind, what of a long one another process looks at, and what becomes of
a file that is broken: findings, never an exception.
"""

from __future__ import annotations

import contextlib
from dataclasses import replace
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2  # type: ignore[import-untyped]
from pikepdf import Array, Dictionary

from catalog.print.preflight.checks import CHECKS
from catalog.print.preflight.finding import Finding, error
from catalog.print.preflight.reading.walk import FAULTS
from catalog.print.preflight.subject import Subject, sheets_of
from catalog.processes import meanwhile

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from catalog.print.manifest import BookManifest
    from catalog.print.preflight.checks import Check
    from catalog.print.preflight.finding import Kind, Limits
    from catalog.print.preflight.subject import Sheet

# Below this many pages a second process costs as much as it saves.
_WORTH_A_PROCESS = 200
# Of what is looked at page by page, this part is ours: all other checks are as well.
_FIRST = 0.25
_BROKEN = (*FAULTS, RecursionError, pypdfium2.PdfiumError, MemoryError)
_XMP = (
    "dc:title", "dc:creator", "dc:description", "pdf:Keywords", "xmp:CreatorTool", "pdf:Producer",
    "xmp:CreateDate", "xmp:ModifyDate", "pdf:Trapped", "pdfxid:GTS_PDFXVersion", "pdfx:GTS_PDFXVersion",
)  # fmt: skip


def check_file(
    path: Path, wanted: Kind | None, limits: Limits, manifest: BookManifest | None
) -> tuple[Finding, ...]:
    """What is wrong with a PDF.

    Args:
        path: the file, from whatever program.
        wanted: whether it is for the press or for readers; else what the file says: PDF/X is for the press.
        limits: what is allowed.
        manifest: what ought to stand on its pages; without it codes and page numbers are not compared.

    Raises:
        OSError: there is no such file, or it cannot be read.
    """
    with path.open("rb"):
        pass  # Whether the file is there at all is not for a PDF library to say.
    with contextlib.ExitStack() as stack:
        try:
            pdf = stack.enter_context(pikepdf.open(path))
        except pikepdf.PasswordError:
            told = "the file is encrypted and opens only with a password"
            return (error("encryption", told, "save it without a password"),)
        except _BROKEN as fault:
            told = f"the file cannot be opened as a PDF: {str(fault).removeprefix(str(path) + ': ')}"
            return (error("file", told, "write it anew"),)
        try:
            subject = _subject(pdf, wanted, limits, manifest)
        except _BROKEN as fault:
            return (error("file", f"the file cannot be read: {fault}", "write it anew"),)
        return tuple(_all(subject, path))


def _all(subject: Subject, path: Path) -> Iterator[Finding]:
    """What all checks find, in their order."""
    checks = [check for check in CHECKS if subject.kind in check.kinds]
    sheets, long = subject.sheets, len(subject.sheets) >= _WORTH_A_PROCESS
    middle = round(len(sheets) * _FIRST) if long else len(sheets)
    ours = {check: sheets[:middle] if check.by_page else sheets for check in checks}
    theirs = {check: sheets[middle:] for check in checks if check.by_page and long}
    with meanwhile(lambda: _found(theirs, subject, path), worthwhile=long) as rest:
        found = _found(ours, subject, path)
        others = rest()
    for check in checks:
        yield from found[check]
        yield from others.get(check, ())


def _found(
    wanted: Mapping[Check, Sequence[Sheet]], subject: Subject, path: Path
) -> dict[Check, list[Finding]]:
    """What checks find on some sheets each. Each process opens the file for itself: two would share a place in it."""
    if not wanted:
        return {}
    with contextlib.ExitStack() as stack:
        viewer = None
        with contextlib.suppress(pypdfium2.PdfiumError):
            viewer = stack.enter_context(contextlib.closing(pypdfium2.PdfDocument(path)))
        return {
            check: list(_of(check, replace(subject, sheets=tuple(sheets), viewer=viewer)))
            for check, sheets in wanted.items()
        }


def _of(check: Check, subject: Subject) -> Iterator[Finding]:
    try:
        yield from check.find(subject)
    except _BROKEN as fault:
        told = f"the file is broken where {check.find.__name__.replace('_', ' ')} is looked at: {fault}"
        yield error("file", told, "write it anew")


def _subject(pdf: pikepdf.Pdf, wanted: Kind | None, limits: Limits, manifest: BookManifest | None) -> Subject:
    information = _information(pdf)
    try:
        xmp = _xmp(pdf)
    except (*FAULTS, SyntaxError):  # The last is what the XML parser raises.
        xmp = None
    sheets, unreadable = sheets_of(pdf)
    kind = wanted or _kind(pdf, information, xmp)
    return Subject(pdf, None, kind, limits, manifest, information, xmp, sheets, unreadable)


def _kind(pdf: pikepdf.Pdf, information: dict[str, str], xmp: dict[str, str] | None) -> Kind:
    intents = pdf.Root.get("/OutputIntents")
    told = isinstance(intents, Array) and any(
        isinstance(intent, Dictionary) and str(intent.get("/S", "")) == "/GTS_PDFX"
        for intent in intents.as_list()
    )
    named = any("GTS_PDFX" in key for key in (*information, *(xmp or {})))
    return "press" if told or named else "screen"


def _information(pdf: pikepdf.Pdf) -> dict[str, str]:
    held = pdf.trailer.get("/Info")
    if not isinstance(held, Dictionary):
        return {}
    return {key[1:]: str(value) for key, value in held.items()}


def _xmp(pdf: pikepdf.Pdf) -> dict[str, str] | None:
    """The values that have a twin in the document information; several of one are parted by commas."""
    if "/Metadata" not in pdf.Root:
        return None
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as held:
        found = {}
        for key in _XMP:
            value = held.get(key)
            if value is not None:
                found[key] = value if isinstance(value, str) else ", ".join(str(part or "") for part in value)
        return found
