"""What the drawing of a money flow is made of; see views.py.

Owns positions in units of the drawing and the words beneath it. Refuses the same things as views.py.
"""

from __future__ import annotations

from catalog.site.views import View


class FlowHead(View, frozen=True, kw_only=True):
    """A party at the top of its column: the column's middle, its box, its name in one line or two."""

    id: str
    x: float
    left: float
    width: float
    lines: tuple[str, ...]


class FlowRow(View, frozen=True, kw_only=True):
    """A contract or a payment: a line from `x` to `to` at `y`, an arrow's `tip`, and its label."""

    x: float
    to: float
    tip: float
    y: int
    text_x: float
    text_y: int
    label: str
    paid: bool


class FlowView(View, frozen=True, kw_only=True):
    """A drawing and the same in sentences. `captions` are heights and words of the drawing's two parts."""

    model: str
    route: str
    width: int
    height: int
    head: int
    captions: tuple[tuple[int, str], ...]
    heads: tuple[FlowHead, ...]
    rows: tuple[FlowRow, ...]
    contracts: tuple[str, ...]
    payments: tuple[str, ...]
    earns: str
    note: str
    source: str
