"""The last pass over a written PDF, with pikepdf.

Owns pictures, named destinations, outline, page labels, language and XMP. Refuses to draw. Equal input gives
equal bytes, the file id included.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from catalog.print.write_document import Document


def finish(written: bytes, document: Document) -> bytes:
    """The finished PDF of what `write.write_pdf` wrote for the same document."""
    raise NotImplementedError
