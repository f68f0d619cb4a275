"""A page for each business model: on every route that goes with it, who signs with whom and who pays whom.

Owns that page. All facts are the vocabulary's; the same drawings stand on the site.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.handbook.moneyflow import diagram_of
from catalog.print.draw.entry import draw_rule
from catalog.print.draw.flow import draw_flow
from catalog.print.draw.furniture import draw_head
from catalog.print.draw.pen import Pen, on, top_of
from catalog.print.grid import DESCENT, LINE, SMALL, column, span
from catalog.print.pages.contents import MODELS
from catalog.print.typography import styles
from catalog.vocabulary import vocabularies

if TYPE_CHECKING:
    from catalog.print.desk import Desk
    from catalog.print.pages.plan import ModelPage
    from catalog.print.pdf.canvas import PageCanvas
    from catalog.vocabulary import MoneyFlow

_TITLE_LINES = 8
_WORDS, _DRAWING = 3, 9
"""Columns of the words on the left and of the drawing."""


def draw_model(canvas: PageCanvas, page: ModelPage, folio: int, desk: Desk) -> None:
    """What the model is, then its flows one below the other in equal parts of the page."""
    pen = Pen(canvas, desk.typesetter, desk.grid.left(folio))
    term = vocabularies().models[page.model]
    draw_head(canvas, folio, desk, MODELS, "Solid arrow: money. Dashed line: a contract.")
    canvas.destination(f"model-{page.model}")
    pen.put(0, on(2), term.name, styles.PAGE_TITLE)
    pen.paragraph(0, on(4), f"{term.summary} {term.contract}", styles.INTRO, span(12), 1.5 * LINE)
    flows = [flow for flow in vocabularies().money_flows if flow.model == page.model]
    lines = (desk.grid.lines - _TITLE_LINES - 1) // len(flows)
    for number, flow in enumerate(flows):
        _put_flow(pen, flow, _TITLE_LINES + number * lines, desk)


def _put_flow(pen: Pen, flow: MoneyFlow, line: int, desk: Desk) -> None:
    """Words on the left, the drawing beside them."""
    draw_rule(pen.canvas, pen.left, top_of(line), desk.grid.area, 0.5)
    route = vocabularies().routes[flow.route]
    rows = pen.paragraph(0, on(line + 1) - DESCENT, route.name, styles.SECTION, span(_WORDS), 1.25 * LINE)
    at = on(line + 1) + 1.25 * LINE * rows
    pen.put(0, at, "Parallels earns", styles.LABEL)
    at += SMALL * (1 + pen.paragraph(0, at + SMALL, flow.earns, styles.FACT, span(_WORDS), SMALL))
    if flow.note:
        at += SMALL * (1 + pen.paragraph(0, at + SMALL, flow.note, styles.FACT, span(_WORDS), SMALL))
    told = f"Handbook, {'; '.join(flow.source)}"
    pen.paragraph(0, at + SMALL, told, styles.FOOT, span(_WORDS), SMALL)
    draw_flow(pen, diagram_of(flow), column(_WORDS), top_of(line) + DESCENT, span(_DRAWING))
