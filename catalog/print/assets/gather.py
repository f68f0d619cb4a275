"""The assets of a book: the code points that its fonts need, and the pictures of its entries.

Owns which texts and which files of an entry are printed, and the only reading of picture files for print. A sign
that no font holds is a note that names the entry, the field and the sign; a file that is missing counts as empty,
so that preparing it says why it is not printed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.print.assets.logos import PictureFile
from catalog.print.note import Note
from catalog.print.typography.fonts import missing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from catalog.editions import Edition
    from catalog.model import Entry


def printed_texts(entry: Entry) -> Iterator[tuple[str, str]]:
    """Every text of an entry that the book may set, with the field that it comes from."""
    needs, sales = entry.deployment, entry.contacts.sales
    yield "name", entry.name
    yield "vendor.name", entry.vendor.name
    yield "vendor.homepage", entry.vendor.homepage
    yield "version", entry.version
    yield "summary", entry.summary
    yield (
        "translations.en.summary",
        "\n".join(said.summary or "" for said in entry.translations if said.language == "en"),
    )
    yield "pitch", entry.pitch or ""
    yield "highlights", "\n".join(entry.highlights)
    yield "description", entry.description
    if needs:
        yield "deployment.databases", "\n".join(needs.databases)
        yield "deployment.os", "\n".join(needs.os)
        yield "deployment.service.name", needs.service.name if needs.service else ""
    if entry.certification:
        yield "certification.version", entry.certification.version
    for promotion in entry.promotions:
        yield "promotions.title", promotion.title
    if sales:
        yield "contacts.sales", "\n".join(way for way in (sales.email, sales.phone, sales.url) if way)


def texts_of(entries: Iterable[Entry], edition: Edition) -> Iterator[str]:
    """Every text of a book that is not its own."""
    yield edition.title
    yield edition.foreword or ""
    for entry in entries:
        for _, text in printed_texts(entry):
            yield text


def unprintable(entries: Iterable[Entry]) -> tuple[Note, ...]:
    """A note for each field that holds signs which no font has."""
    found = []
    for entry in entries:
        for field, text in printed_texts(entry):
            if not text.isascii() and (points := missing(text)):
                named = ", ".join(f"U+{point:04X}" for point in points)
                found.append(
                    Note(
                        entry.slug,
                        field,
                        f"no font of the book has {named}; leave it out or write it in words",
                    )
                )
    return tuple(found)


def picture_files(entries: Iterable[Entry], folder: Path) -> Iterator[PictureFile]:
    """The logo of every entry, and its first screenshot: more than that the book never shows."""
    for entry in entries:
        files = [entry.media.logo] if entry.media.logo else []
        if entry.media.screenshots:
            files.append(entry.media.screenshots[0].file)
        for file in files:
            path = folder / entry.slug / file
            yield PictureFile(entry.slug, file, path.read_bytes() if path.is_file() else b"")
