"""Money flows: one for each model on each of its routes, told alike by diagram and sentences."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from catalog.handbook.moneyflow import diagram_of, flow_of, sentences
from catalog.vocabulary import vocabularies
from tests.conftest import ROOT

if TYPE_CHECKING:
    from catalog.vocabulary import MoneyFlow

FLOWS = vocabularies().money_flows
each = pytest.mark.parametrize("flow", FLOWS, ids=lambda flow: f"{flow.model} {flow.route}")


def test_every_model_has_a_flow_on_each_of_its_routes_and_no_other() -> None:
    pairs = [(model, route.id) for route in vocabularies().routes.values() for model in route.models]
    assert sorted((flow.model, flow.route) for flow in FLOWS) == sorted(pairs)


@each
def test_the_vendor_is_paid_and_the_customer_pays(flow: MoneyFlow) -> None:
    assert "customer" in {payment.payer for payment in flow.payments}
    assert "vendor" in {payment.payee for payment in flow.payments}


@each
def test_money_that_comes_in_can_go_on(flow: MoneyFlow) -> None:
    """Whoever pays, customers apart, is paid by somebody."""
    paid = {payment.payee for payment in flow.payments}
    assert {payment.payer for payment in flow.payments} - paid == {"customer"}


@each
def test_parallels_earns_nothing_only_where_the_handbook_says_so(flow: MoneyFlow) -> None:
    earns_nothing = flow.earns.startswith("Nothing on the sale")
    assert earns_nothing == ("parallels" not in {payment.payee for payment in flow.payments})
    assert earns_nothing == ((flow.model, flow.route) == ("direct", "plesk"))


@each
def test_no_flow_names_an_amount(flow: MoneyFlow) -> None:
    assert not re.search(r"\d", " ".join((*sentences(flow), flow.earns, flow.note)))


@each
def test_the_diagram_has_the_parties_and_a_row_for_each_sentence(flow: MoneyFlow) -> None:
    diagram = diagram_of(flow)
    assert len(diagram.rows) == len(sentences(flow))
    for row, sentence in zip(diagram.rows, sentences(flow), strict=True):
        one, other = diagram.parties[row.start].spoken, diagram.parties[row.end].spoken
        joined = f"{one} pays {other} " if row.paid else f"between {one} and {other}: "
        assert sentence.lower() == f"{joined}{row.label}.".lower()


def test_the_sections_named_stand_in_the_handbook_contents() -> None:
    known = {section.strip() for section in (ROOT / "tests/handbook/sections.txt").read_text().splitlines()}
    assert {section for flow in FLOWS for section in flow.source} <= known


def test_a_pair_that_does_not_go_together_has_no_flow() -> None:
    with pytest.raises(KeyError):
        flow_of("direct", "key-administrator")
