"""Money flow: who signs with whom, who pays whom and how the platform owner earns, as diagram and as sentences.

Source: handbook, "Business Model Considerations", which asks that motivations be very clear. Owns the layout that site
and book draw alike: a column for each party, a row for each contract and payment, in order. The facts stand in
`catalog/vocabularies/money-flows.yaml`. Refuses amounts: they are between the parties.
"""

from __future__ import annotations

import functools

import msgspec

from catalog.vocabulary import Contract, MoneyFlow, Party, Payment, vocabularies


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A line of a diagram from one column to another, counted from 0; `paid` parts payments from contracts."""

    start: int
    end: int
    label: str
    paid: bool


class Diagram(msgspec.Struct, frozen=True, kw_only=True):
    """The parties of a flow from left to right, and its rows from top to bottom: contracts, then payments."""

    parties: tuple[Party, ...]
    rows: tuple[Row, ...]


@functools.cache
def flow_of(model: str, route: str) -> MoneyFlow:
    """The flow of a business model on a route; a pair that does not go together is a `KeyError`."""
    for flow in vocabularies().money_flows:
        if (flow.model, flow.route) == (model, route):
            return flow
    raise KeyError((model, route))


def diagram_of(flow: MoneyFlow) -> Diagram:
    """The layout of a flow. Only the parties that take part have a column."""
    taking_part = {contract.one for contract in flow.contracts}
    taking_part |= {contract.other for contract in flow.contracts}
    taking_part |= {payment.payer for payment in flow.payments} | {payment.payee for payment in flow.payments}
    parties = tuple(party for party in vocabularies().parties.values() if party.id in taking_part)
    column = {party.id: number for number, party in enumerate(parties)}
    signed = [
        Row(start=column[contract.one], end=column[contract.other], label=contract.about, paid=False)
        for contract in flow.contracts
    ]
    paid = [
        Row(start=column[payment.payer], end=column[payment.payee], label=payment.what, paid=True)
        for payment in flow.payments
    ]
    return Diagram(parties=parties, rows=(*signed, *paid))


def sentences(flow: MoneyFlow) -> tuple[str, ...]:
    """The same in words, one sentence a row."""
    return (*map(_signed, flow.contracts), *map(_paid, flow.payments))


def _signed(contract: Contract) -> str:
    return f"Between {_spoken(contract.one)} and {_spoken(contract.other)}: {contract.about}."


def _paid(payment: Payment) -> str:
    payer = _spoken(payment.payer)
    return f"{payer[0].upper()}{payer[1:]} pays {_spoken(payment.payee)} {payment.what}."


def _spoken(party: str) -> str:
    return vocabularies().parties[party].spoken
