"""Pages for each business model: on every route that goes with it, who signs with whom and who pays whom.

Owns their look: on a wide page the words stand beside the drawing, on a narrow one above it. All facts are the
vocabulary's; the same drawings stand on the site.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.handbook.moneyflow import diagram_of, sentences
from catalog.print.draw.flow import draw_flow
from catalog.print.draw.furniture import draw_head
from catalog.print.draw.pen import Pen, on, top_of
from catalog.print.grid import DESCENT, LINE, SMALL, column, span
from catalog.print.pages.contents import MODELS
from catalog.print.pages.models import WORDS_HEAD, intro, source_of, words_lines
from catalog.print.pages.room import equal
from catalog.print.typography import styles
from catalog.vocabulary import vocabularies

if TYPE_CHECKING:
    from catalog.print.desk import Desk
    from catalog.print.pages.plan import ModelPage
    from catalog.print.pdf.canvas import PageCanvas
    from catalog.vocabulary import MoneyFlow

_KEY = "Solid arrow: money. Dashed line: a contract."
_EARNS = "Parallels earns"
_WORDS = 3
"""Columns of the words on the left of a wide page; the drawing has the others."""


def draw_model(canvas: PageCanvas, page: ModelPage, folio: int, desk: Desk) -> None:
    """What the model is, then its flows one below the other."""
    pen = Pen(canvas, desk.typesetter, desk.grid.left(folio))
    term = vocabularies().models[page.model]
    draw_head(canvas, folio, desk, MODELS if desk.grid.wide else term.name, _KEY)
    if page.first:
        if page.model == next(iter(vocabularies().models)):
            canvas.destination("models")
        canvas.destination(f"model-{page.model}")
        pen.title(term.name, desk.grid)
        pen.intro(intro(page.model), desk.grid)
    for line, flow in page.flows:
        pen.rule(line, 0, desk.grid.area)
        if desk.grid.wide:
            _put_beside(pen, flow, line, desk)
        else:
            _put_above(pen, flow, line, desk)


def _put_beside(pen: Pen, flow: MoneyFlow, line: int, desk: Desk) -> None:
    """Words on the left, the drawing beside them."""
    route = vocabularies().routes[flow.route]
    with pen.canvas.tag("H2"):
        first = on(line + 1) - DESCENT
        rows = pen.paragraph(0, first, route.name, styles.SECTION, span(_WORDS), 1.25 * LINE)
    at = _put_earns(pen, flow, on(line + 1) + 1.25 * LINE * rows, span(_WORDS))
    _put_note(pen, flow, at, span(_WORDS))
    x = column(_WORDS)
    _draw(pen, flow, x, top_of(line) + DESCENT, desk.grid.area - x)


def _put_above(pen: Pen, flow: MoneyFlow, line: int, desk: Desk) -> None:
    """Words in two columns, the drawing below them."""
    columns = equal(desk.grid, 2)
    with pen.canvas.tag("H2"):
        pen.put(0, on(line + 1) - DESCENT, vocabularies().routes[flow.route].name, styles.SECTION)
    top = on(line + WORDS_HEAD) - DESCENT
    _put_earns(pen, flow, top, columns.width)
    note = Pen(pen.canvas, pen.typesetter, pen.left + columns.left(1))
    _put_note(note, flow, top - SMALL, columns.width)
    below = line + WORDS_HEAD + words_lines(flow, desk)
    _draw(pen, flow, 0, top_of(below) - DESCENT, desk.grid.area)


def _put_earns(pen: Pen, flow: MoneyFlow, at: float, width: float) -> float:
    """How Parallels earns, from a baseline on; the result is the baseline of an empty row below."""
    with pen.canvas.tag("P"):
        pen.put(0, at, _EARNS, styles.LABEL)
        return at + SMALL * (1 + pen.paragraph(0, at + SMALL, flow.earns, styles.FACT, width, SMALL))


def _put_note(pen: Pen, flow: MoneyFlow, at: float, width: float) -> None:
    """What the handbook leaves open, and where it says the rest, below an empty row."""
    if flow.note:
        with pen.canvas.tag("P"):
            at += SMALL * (1 + pen.paragraph(0, at + SMALL, flow.note, styles.FACT, width, SMALL))
    with pen.canvas.tag("Note"):
        pen.paragraph(0, at + SMALL, source_of(flow), styles.FOOT, width, SMALL)


def _draw(pen: Pen, flow: MoneyFlow, x: float, y: float, width: float) -> None:
    with pen.canvas.tag("Figure", alt=" ".join(sentences(flow))):
        draw_flow(pen, diagram_of(flow), x, y, width)
