"""Check of page numbers: contents and index send readers to the right pages.

Owns the comparison of what a manifest says, what a row prints, and what stands on the page that it names.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from catalog.print.preflight.finding import error

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.print.manifest import NumberedRow
    from catalog.print.preflight.finding import Finding
    from catalog.print.preflight.subject import Subject

_BETWEEN = 80
# Hebrew, Arabic, the scripts of India and South-East Asia and their neighbours.
_SHAPED = re.compile("[\u0590-\u10ff\u1200-\u1cff\ufb1d-\ufdff\ufe70-\ufefe]")


def numbers_hold(subject: Subject) -> Iterator[Finding]:
    """Every row of contents and index prints the page that its title, or its entry's name, stands on.

    Pages move while a book is made, and a number that was right yesterday sends readers astray. Build the book anew.
    The rows come from the manifest beside the file; the pages are read again.
    """
    if subject.manifest is None:
        return
    planned, count = len(subject.manifest.pages), len(subject.sheets)
    if planned != count:
        yield error(
            "contents",
            f"{count} pages, {planned} in the manifest",
            "build the book and its manifest in one go",
        )
    pages: dict[int, str] = {}
    for what, rows in (("contents", subject.manifest.contents), ("index", subject.manifest.index)):
        for row in rows:
            for number in (row.page, *row.folios):
                if number not in pages:
                    pages[number] = squeezed(subject.text(number))
            yield from _row(what, row, pages)


def _row(what: str, row: NumberedRow, pages: dict[int, str]) -> Iterator[Finding]:
    if not _plain(row.title + row.named):
        return
    title, printed = re.escape(squeezed(row.title)), re.escape(squeezed(row.printed))
    pattern = f"{title}.{{0,{_BETWEEN}}}?(?<!\\d){printed}(?!\\d)"
    if not re.search(pattern, pages[row.page]):
        yield error(
            what,
            f"no row {row.title!r} with {row.printed}",
            "build the book anew from its entries",
            page=row.page,
            entry=row.entry,
        )
    for folio in row.folios:
        if squeezed(row.named) not in pages[folio]:
            yield error(
                what,
                f"{row.title!r} is not on page {folio}, where the {what} sends its readers",
                "build the book anew from its entries",
                page=row.page,
                entry=row.entry,
            )


def squeezed(text: str) -> str:
    """A text without blanks, hyphens at the ends of lines and invisible signs, in one case; numbers stay apart."""
    apart = re.sub(r"(?<=\d)\s+(?=\d)", "\0", text)
    return re.sub(r"[\s\u00ad\u200b\ufffe\x02-]+", "", apart).casefold()


def _plain(text: str) -> bool:
    """Whether a text comes back from a page as it was set: neither shaped nor from right to left."""
    return not _SHAPED.search(text)
