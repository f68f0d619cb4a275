"""The lines over a page of a proof: bleed, trim, what is safe from the knife, and what had to give way.

Owns the overlay. Its colour is one that the book itself never uses alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.print.grid import SMALL, line_top
from catalog.print.pdf.canvas import Box, Stroke
from catalog.print.pdf.color import WHITE, Ink
from catalog.print.typography import styles
from catalog.print.units import MM

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from catalog.print.desk import Desk
    from catalog.print.note import Note
    from catalog.print.pages.plan import EntryPage
    from catalog.print.pdf.canvas import PageCanvas

SAFE_MM = 5.0
_MAGENTA = Ink(0, 100, 0, 0)
_BLEED = Stroke(0.5, _MAGENTA)
_TRIM = Stroke(0.5, _MAGENTA, (6.0, 3.0))
_SAFE = Stroke(0.5, _MAGENTA, (1.0, 2.0))
_ENTRY = Stroke(1.0, _MAGENTA)
_PAD = 3.0


def draw_boxes(canvas: PageCanvas) -> None:
    """Bleed, trim and what is safe from the knife."""
    width, height, bleed = canvas.sheet.width, canvas.sheet.height, canvas.sheet.bleed
    for out, stroke in ((bleed, _BLEED), (0.0, _TRIM), (-SAFE_MM * MM, _SAFE)):
        canvas.rect(Box(-out, -out, width + 2 * out, height + 2 * out), None, stroke)


def draw_notes(
    canvas: PageCanvas, page: EntryPage, left: float, desk: Desk, notes: Mapping[str, Sequence[Note]]
) -> None:
    """Around each entry that had to give way a frame, and in words what gave way; `notes` are by slug."""
    for first, block in page.placed:
        told = [f"{note.field}: {note.message}" for note in notes.get(block.slug, ())]
        if not told:
            continue
        top = line_top(first) - block.rule_above
        box = Box(left, top, desk.grid.area, line_top(first + block.depth - 1) - top)
        canvas.rect(box, None, _ENTRY)
        width = block.code.box.x if block.code else desk.grid.area  # The code stays in sight.
        lines = desk.typesetter.wrap("; ".join(told), styles.FOOT, width - 2 * _PAD, "en", "ltr")
        depth = SMALL * len(lines) + 2 * _PAD
        canvas.rect(Box(left, box.bottom - depth, width, depth), WHITE, _ENTRY)
        for row, line in enumerate(lines):
            canvas.text(left + _PAD, box.bottom - depth + _PAD + SMALL * (row + 1) - 2, line, _MAGENTA)
