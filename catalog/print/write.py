"""From drawn pages to a PDF by ReportLab's document model.

Owns PDF objects of pages, fonts and links. Refuses to draw, and refuses what ReportLab cannot write (`finish`).
Equal documents give equal bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from catalog.print.write_document import Document


def write_pdf(document: Document) -> bytes:
    """The PDF without pictures' content, outline and metadata; `finish` adds them.

    Raises:
        ValueError: a link leads to a destination that no page names.
    """
    raise NotImplementedError
