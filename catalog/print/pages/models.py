"""The pages of the business models: which money flows stand on which page.

Owns the heights of the flows: on a wide page the words stand beside a drawing, on a narrow one above it. Refuses to
draw.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from catalog.handbook.moneyflow import diagram_of
from catalog.print.grid import LINE
from catalog.print.pages.plan import ModelPage
from catalog.print.pages.room import below_intro, equal, lines_of, paged, small
from catalog.print.typography import styles
from catalog.vocabulary import vocabularies

if TYPE_CHECKING:
    from catalog.handbook.moneyflow import Diagram
    from catalog.print.desk import Desk
    from catalog.vocabulary import MoneyFlow

HEAD = 24.0
ROW = 15.0
CAPTION = 13.0
GAP = 5.0
"""Heights inside a drawing in points: the parties, a contract or payment, a caption, the air below."""
WORDS_HEAD = 2  # Lines of a route's name above its words on a narrow page.


def model_pages(desk: Desk) -> tuple[ModelPage, ...]:
    """The pages of all models, each on pages of its own."""
    pages: list[ModelPage] = []
    for model in vocabularies().models:
        flows = [flow for flow in vocabularies().money_flows if flow.model == model]
        first = below_intro(intro(model), desk.grid, desk.typesetter)
        step = (desk.grid.lines - first) // len(flows)  # Equal parts of the page, if each is high enough.
        heights = {flow.route: lines_of_flow(flow, desk) for flow in flows}
        least = step if max(heights.values()) <= step else 0

        def height(flow: MoneyFlow, heights: dict[str, int] = heights, least: int = least) -> int:
            return max(heights[flow.route], least)

        placed = paged(flows, height, first=first, further=0, end=desk.grid.lines + 1)
        pages += [ModelPage(model, page, first=number == 0) for number, page in enumerate(placed)]
    return tuple(pages)


def intro(model: str) -> str:
    """What a model is, and who signs what."""
    term = vocabularies().models[model]
    return f"{term.summary} {term.contract}"


def lines_of_flow(flow: MoneyFlow, desk: Desk) -> int:
    """Lines of a flow with an empty one below."""
    drawing = math.ceil(height_of(diagram_of(flow)) / LINE)
    if desk.grid.wide:
        return drawing + 1
    return WORDS_HEAD + words_lines(flow, desk) + drawing + 1


def words_lines(flow: MoneyFlow, desk: Desk) -> int:
    """Lines of the words of a flow in two columns: how Parallels earns; what is left open, and where it is said."""
    width, setter = equal(desk.grid, 2).width, desk.typesetter
    earns = 1 + lines_of(flow.earns, styles.FACT, width, setter)
    source = lines_of(source_of(flow), styles.FOOT, width, setter)
    note = lines_of(flow.note, styles.FACT, width, setter)
    return small(max(earns, note + source + (1 if note else 0))) + 1


def height_of(diagram: Diagram) -> float:
    """Height of a drawing in points."""
    return HEAD + 2 * CAPTION + ROW * len(diagram.rows) + GAP


def source_of(flow: MoneyFlow) -> str:
    """The sections of the handbook that say so."""
    return f"Handbook, {'; '.join(flow.source)}"
