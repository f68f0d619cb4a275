"""Checks of what does not belong into a file for the press, or into any: links, scripts, files, locks.

Owns the list of places where a PDF can hold such things.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pikepdf import Array, Dictionary

from catalog.print.preflight.finding import error
from catalog.print.preflight.reading.library import dictionary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.print.preflight.finding import Finding
    from catalog.print.preflight.subject import Subject

_PRINTED = frozenset({"/PrinterMark", "/TrapNet"})
_OF_ROOT = (
    ("/AcroForm", "a form"),
    ("/AA", "scripts"),
    ("/AF", "attached files"),
    ("/Collection", "a collection of files"),
)
_OF_NAMES = (("/JavaScript", "scripts"), ("/EmbeddedFiles", "embedded files"))
_SCRIPTED = frozenset({"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/ResetForm", "/Rendition"})


def nothing_but_pages(subject: Subject) -> Iterator[Finding]:
    """A file for the press holds no links, forms, scripts, or other files.

    None of them can be printed, and PDF/X forbids those that act. Build with `--press`, which writes none.
    """
    root = subject.pdf.Root
    for key, what in _OF_ROOT:
        if key in root:
            yield error("additions", f"the file holds {what}", "remove them: they cannot be printed")
    names = dictionary(root.get("/Names"))
    for key, what in _OF_NAMES:
        if key in names:
            yield error("additions", f"the file holds {what}", "remove them: they cannot be printed")
    opening = root.get("/OpenAction")
    if isinstance(opening, Dictionary) and str(opening.get("/S", "")) in _SCRIPTED:
        yield error("additions", "the file runs a script when it is opened", "remove the action")
    for sheet in subject.sheets:
        if "/AA" in sheet.page:
            yield error("additions", "the page runs a script", "remove the action", page=sheet.number)
        annotations = sheet.page.get("/Annots")
        kinds = {
            str(held.get("/Subtype", "/unknown"))
            for held in (annotations.as_list() if isinstance(annotations, Array) else ())
            if isinstance(held, Dictionary)
        }
        for kind in sorted(kinds - _PRINTED):
            yield error(
                "additions",
                f"the page holds annotations of the kind {kind[1:]}",
                "remove them: they cannot be printed",
                page=sheet.number,
            )


def unlocked(subject: Subject) -> Iterator[Finding]:
    """The file is not encrypted.

    A printer cannot place pages of a locked file, and many readers' programs refuse it. Save it without a password.
    """
    if subject.pdf.is_encrypted:
        yield error("encryption", "the file is encrypted", "save it without a password")


def opened_by_viewers(subject: Subject) -> Iterator[Finding]:
    """Viewers can open the file.

    What they cannot open, a printer's programs most likely cannot either. Write the file anew.
    """
    if subject.viewer is None:
        yield error("file", "viewers cannot open the file", "write it anew")


def readable(subject: Subject) -> Iterator[Finding]:
    """Every page can be read, every operator on it understood.

    Viewers pass over what they do not understand, each in its own way. Write the file anew.
    """
    for number, reason in subject.unreadable:
        yield error("content", f"the page cannot be read: {reason}", "write the file anew", page=number)
    for sheet in subject.sheets:
        if sheet.drawing.faults:
            yield error(
                "content",
                f"{sheet.drawing.faults} operators cannot be understood",
                "write the page anew",
                page=sheet.number,
            )
