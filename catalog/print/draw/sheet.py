"""The page of a sell sheet: a featured entry's block below the name of the catalog, without folio and guide words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.print.draw.cover import TITLE
from catalog.print.draw.entry import destination, draw_block, draw_rule
from catalog.print.draw.furniture import HEAD, draw_demo_note
from catalog.print.draw.pen import Pen
from catalog.print.grid import TOP
from catalog.print.typography import styles

if TYPE_CHECKING:
    from catalog.print.desk import Desk
    from catalog.print.layout.block import Block
    from catalog.print.pdf.canvas import PageCanvas

_RECTO = 1


def draw_sheet(canvas: PageCanvas, block: Block, desk: Desk, *, invented: bool) -> None:
    """The whole page; `invented` marks a demonstration."""
    left = desk.grid.left(_RECTO)
    pen = Pen(canvas, desk.typesetter, left)
    with canvas.tag("H1"):
        pen.put(0, HEAD, TITLE, styles.GUIDE)
    pen.put_right(desk.grid.area, HEAD, desk.edition.title, styles.CHAPTER_NAME)
    canvas.destination(destination(block.slug))
    draw_rule(canvas, left, TOP, desk.grid.area, block.rule, block.rule_above)
    draw_block(canvas, block, left, TOP, desk.typesetter)
    draw_demo_note(canvas, _RECTO, desk, (block.slug,) if invented else (), 1)
