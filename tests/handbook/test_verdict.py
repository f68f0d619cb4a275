"""The Plesk verdict rests on the clause of each type."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from catalog.decode import decode_entry
from catalog.handbook.readiness import readiness
from catalog.handbook.verdict import plesk_verdict
from catalog.source import read
from tests.conftest import COMPLETE, MINIMAL

if TYPE_CHECKING:
    from catalog.model import Entry


def entry_of(kind: str, more: str) -> Entry:
    entry, problems = decode_entry(read((MINIMAL.replace("webspace", kind) + more).encode()), "a")
    assert entry is not None, problems
    return entry


@pytest.mark.parametrize(
    ("kind", "deployment", "answer", "reason"),
    [
        ("webspace", "deployment: {servers: 1}\n", "meets", "one server"),
        ("webspace", "deployment: {servers: 2}\n", "does-not-meet", "2 servers"),
        ("webspace", "", "not-enough-stated", "how many servers"),
        ("dedicated", "deployment: {servers: 1}\n", "meets", "one server"),
        ("dedicated", "deployment: {servers: 3}\n", "does-not-meet", "offer it as a connector"),
        ("dedicated", "deployment: {os: [Debian]}\n", "not-enough-stated", "how many servers"),
        ("connector", "deployment: {service: {name: Harbor Cloud}}\n", "meets", "Harbor Cloud"),
        ("connector", "deployment: {multitenant: true}\n", "not-enough-stated", "no cloud service"),
    ],
)
def test_each_type_is_judged_by_its_own_clause(kind: str, deployment: str, answer: str, reason: str) -> None:
    verdict = plesk_verdict(entry_of(kind, deployment))
    assert verdict.answer == answer
    assert reason in verdict.reason
    assert kind.removesuffix("space") in verdict.clause


def test_readiness_counts_what_an_entry_shows() -> None:
    entry, _ = decode_entry(read(COMPLETE.encode()), "a")
    assert entry is not None
    shown = readiness(entry)
    assert (shown.met, shown.total, shown.baseline) == (2, 14, True)
    assert shown.states["reference-architecture"] == "public"
    assert shown.states["battle-card"] == "missing"


def test_a_material_for_partners_counts_and_is_told_apart() -> None:
    entry = entry_of("webspace", "collateral: {sales-faq: {url: https://a.example/, access: partners}}\n")
    shown = readiness(entry)
    assert shown.states["sales-faq"] == "partners"
    assert not shown.baseline
