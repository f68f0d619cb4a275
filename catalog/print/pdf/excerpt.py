"""Some pages of a finished book as a file of their own.

Owns the copying of pages with what they draw. Links inside the book lead nowhere in an excerpt and are dropped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def write_excerpt(book: Path, folios: Iterable[int], target: Path) -> None:
    """Write the pages of `book` with these folios (counted from 1), in this order, to `target`."""
    with pikepdf.open(book) as whole, pikepdf.new() as part:
        for folio in folios:
            part.pages.append(whole.pages[folio - 1])
        for page in part.pages:
            if "/Annots" in page.obj:
                del page.obj["/Annots"]
        part.save(target, deterministic_id=True)
