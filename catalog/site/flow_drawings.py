"""The money flow of a model on a route as a drawing, with the same in words beneath.

Owns the measures of the drawing, in units of its own that are pixels at its natural size. Its text is large enough for
a phone, where the drawing shrinks to nine tenths. Refuses facts: they come from `catalog.handbook.moneyflow`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.handbook.moneyflow import diagram_of, flow_of, sentences
from catalog.site.flow_views import FlowHead, FlowRow, FlowView
from catalog.vocabulary import vocabularies

if TYPE_CHECKING:
    from catalog.handbook.moneyflow import Diagram, Row

WIDTH = 360
_HEAD = 40
_ROW = 38
_CAPTION = 26
_SIGN = 6.7
"""The mean width of a letter of a label, a little on the safe side."""

_ARROW = 7
_LINE = 11
"""Letters of a party's name that go on one line of its column where five share the width."""


def flow_view(model: str, route: str) -> FlowView:
    """The drawing of a business model on a route; a pair that does not go together is a `KeyError`."""
    known, flow = vocabularies(), flow_of(model, route)
    diagram = diagram_of(flow)
    signed = [row for row in diagram.rows if not row.paid]
    paid = [row for row in diagram.rows if row.paid]
    first = _HEAD + _CAPTION
    second = first + len(signed) * _ROW + _CAPTION
    words = sentences(flow)
    return FlowView(
        model=known.models[model].name,
        route=known.routes[route].name,
        width=WIDTH,
        height=second + len(paid) * _ROW + 4,
        head=_HEAD,
        captions=((first - 9, "Who signs with whom"), (second - 9, "Who pays whom")),
        heads=_heads(diagram),
        rows=(
            *(_row(row, first + at * _ROW, diagram) for at, row in enumerate(signed)),
            *(_row(row, second + at * _ROW, diagram) for at, row in enumerate(paid)),
        ),
        contracts=words[: len(signed)],
        payments=words[len(signed) :],
        earns=flow.earns,
        note=flow.note,
        source="; ".join(flow.source),
    )


def _heads(diagram: Diagram) -> tuple[FlowHead, ...]:
    width = round(WIDTH / len(diagram.parties) - 2, 1)
    return tuple(
        FlowHead(
            id=party.id,
            x=_centre(at, diagram),
            left=round(_centre(at, diagram) - width / 2, 1),
            width=width,
            lines=_lines(party.name),
        )
        for at, party in enumerate(diagram.parties)
    )


def _lines(name: str) -> tuple[str, ...]:
    """A long name in two lines."""
    first, _, rest = name.partition(" ")
    return (first, rest) if rest and len(name) > _LINE else (name,)


def _row(row: Row, top: int, diagram: Diagram) -> FlowRow:
    start, end = _centre(row.start, diagram), _centre(row.end, diagram)
    half = len(row.label) * _SIGN / 2
    middle = min(max((start + end) / 2, half + 2), WIDTH - half - 2)
    # A payment's line ends where its arrow begins.
    tip = end - _ARROW if end > start else end + _ARROW
    return FlowRow(
        x=start,
        to=tip if row.paid else end,
        tip=end,
        y=top + 25,
        text_x=round(middle, 1),
        text_y=top + 16,
        label=row.label,
        paid=row.paid,
    )


def _centre(column: int, diagram: Diagram) -> float:
    return round(WIDTH / len(diagram.parties) * (column + 0.5), 1)
