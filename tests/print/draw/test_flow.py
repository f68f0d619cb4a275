"""Money flows in the book: lines and words of every pair, black alone, inside their place."""

from __future__ import annotations

import re

import pytest

from catalog.handbook.moneyflow import diagram_of
from catalog.print.draw.flow import draw_flow
from catalog.print.draw.pen import Pen
from catalog.print.grid import GRIDS, span
from catalog.print.pages.models import height_of
from catalog.print.pdf.canvas import PageCanvas, Resources, Sheet
from catalog.vocabulary import MoneyFlow, vocabularies
from tests.print.paper import inked, poppler_text, print_of, raster, setter

FLOWS = vocabularies().money_flows
WIDTH = span(9)


def _named(flow: MoneyFlow) -> str:
    return f"{flow.model}-{flow.route}"


@pytest.mark.parametrize("flow", FLOWS, ids=_named)
def test_every_party_contract_and_payment_is_named(flow: MoneyFlow) -> None:
    diagram = diagram_of(flow)
    pdf = print_of(
        lambda canvas: draw_flow(Pen(canvas, setter()), diagram, 0, 0, WIDTH), sheet=Sheet(WIDTH, 200.0)
    )
    text = re.sub(r"\s+", " ", poppler_text(pdf))
    for words in ("Who signs with whom", "Who pays whom", *(row.label for row in diagram.rows)):
        assert words in text
    assert all(word in text for party in diagram.parties for word in party.name.split())


@pytest.mark.parametrize("flow", FLOWS, ids=_named)
def test_a_flow_stays_in_its_place(flow: MoneyFlow) -> None:
    diagram = diagram_of(flow)
    sheet = Sheet(WIDTH + 40, 220.0)
    pdf = print_of(lambda canvas: draw_flow(Pen(canvas, setter()), diagram, 20, 20, WIDTH), sheet=sheet)
    box = inked(raster(pdf))
    assert box is not None
    left, top, right, bottom = box
    assert left >= 19
    assert top >= 19
    assert right <= WIDTH + 21
    assert bottom <= 21 + height_of(diagram)


@pytest.mark.parametrize("grid", ["A4", "Letter"])
def test_the_flows_of_a_model_fit_its_page(grid: str) -> None:
    lines = (GRIDS[grid].lines - 9) // 3
    assert all(height_of(diagram_of(flow)) < 12 * lines for flow in FLOWS)


def test_a_flow_is_drawn_with_black_alone() -> None:
    canvas = PageCanvas(Sheet(WIDTH, 200.0), Resources(setter().fonts), "press")
    draw_flow(Pen(canvas, setter()), diagram_of(FLOWS[0]), 0, 0, WIDTH)
    inks = set(re.findall(rb"([\d.]+ [\d.]+ [\d.]+) [\d.]+ [kK]\b", canvas.page().content))
    assert inks == {b"0.0000 0.0000 0.0000"}


def test_a_payment_points_at_who_is_paid() -> None:
    """The end-user price goes from the customer, on the right, to the left: its head lies at the payee's line."""
    flow = next(one for one in FLOWS if (one.model, one.route) == ("direct", "plesk"))
    diagram = diagram_of(flow)
    picture = raster(
        print_of(
            lambda canvas: draw_flow(Pen(canvas, setter()), diagram, 0, 0, WIDTH), sheet=Sheet(WIDTH, 200.0)
        ),
        dpi=288,
    )
    row = next(at for at, one in enumerate(diagram.rows) if one.label == "the end-user price")
    y = round(4 * (24 + 2 * 13 + 15 * (row + 1) - 3))
    dark = [picture.getpixel((x, y - 8))[0] < 90 for x in range(picture.width)]  # type: ignore[index]
    payee = round(4 * WIDTH / 4 * 2.5)
    assert any(dark[payee : payee + 28])
    payer = round(4 * WIDTH / 4 * 3.5)
    assert not any(dark[payer - 24 : payer - 10])
