"""Decoding an entry: every field to its value, every fault at its path, all of them at once."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from catalog.decode import decode_entry
from catalog.model import Entry, Regions
from catalog.source import read
from tests.conftest import COMPLETE, MINIMAL

if TYPE_CHECKING:
    from catalog.findings import Problem


def decode(text: str) -> tuple[Entry | None, list[Problem]]:
    return decode_entry(read(text.encode()), "example-wiki")


def entry_of(more: str) -> Entry:
    entry, problems = decode(MINIMAL + more)
    assert entry is not None, problems
    return entry


def test_the_nine_required_fields_make_an_entry() -> None:
    entry = entry_of("")
    assert entry.name == "Example Wiki"
    assert entry.version == "1.10"
    assert entry.description.endswith("history and search.")
    assert entry.business_models == ("direct",)
    assert entry.regions == Regions(stated=True, include=("worldwide",))


def test_contacts_by_country_have_their_place_like_the_others() -> None:
    contacts = entry_of(
        "contacts:\n  sales: {email: sales@wiki.example.org}\n  local: {NO: {phone: +47 22 00 00 00}}\n"
    ).contacts
    assert [path for path, _ in contacts.named()] == [("contacts", "sales"), ("contacts", "local", "NO")]
    assert contacts.local[0].phone == "+47 22 00 00 00"
    _, problems = decode(MINIMAL + "contacts: {local: {no: {}}}\n")
    assert [(problem.code, problem.path) for problem in problems] == [("APS224", ("contacts", "local", "no"))]


def test_every_required_field_is_missed_by_name() -> None:
    entry, problems = decode("links: {support: https://wiki.example.org/}\n")
    assert entry is None
    missed = [problem.message for problem in problems]
    assert len(missed) == 9
    assert all("is missing" in message for message in missed)


def test_dates_amounts_and_counts_become_values() -> None:
    entry = entry_of(
        "certification: {level: gold, version: 1.10, date: 2026-02-28}\n"
        "pricing: {model: usage, from: {amount: 3.90, currency: EUR, per: user/month}, trial_days: 30}\n"
        "deployment: {servers: 1, background_services: false}\n"
    )
    assert entry.certification is not None
    assert entry.certification.date == date(2026, 2, 28)
    assert entry.pricing is not None
    assert entry.pricing.price_from is not None
    assert entry.pricing.price_from.amount == Decimal("3.90")
    assert str(entry.pricing.price_from.amount) == "3.90"
    assert entry.deployment is not None
    assert entry.deployment.servers == 1
    assert entry.deployment.background_services is False


def test_maps_keep_their_order_and_their_keys() -> None:
    entry = entry_of(
        "collateral:\n"
        "  battle-card: {url: https://wiki.example.org/b, access: public}\n"
        "  reference-architecture: {url: https://wiki.example.org/a, access: partners, updated: 2026-01-02}\n"
        "translations:\n  de: {summary: Notizen im Team schreiben und teilen}\n"
    )
    assert [shown.material for shown in entry.collateral] == ["battle-card", "reference-architecture"]
    assert entry.translations[0].language == "de"
    assert entry.translations[0].pitch is None


def test_not_stated_is_no_model_and_no_region() -> None:
    text = MINIMAL.replace("[direct]", "not-stated").replace("worldwide", "not-stated")
    entry, problems = decode(text)
    assert problems == []
    assert entry is not None
    assert not entry.models_stated
    assert not entry.regions.stated
    assert not entry.in_print


def test_a_folded_pitch_is_one_line_and_a_literal_description_keeps_its_lines() -> None:
    entry = entry_of("pitch: |\n  One\n  two\n")
    assert entry.pitch == "One two"
    assert "\n" in entry.description


def test_an_empty_optional_block_or_list_is_as_if_absent() -> None:
    entry = entry_of("keywords: []\nlinks: {}\nwebinar: {}\n")
    assert entry.keywords == ()
    assert entry.webinar is None


def test_a_repeated_value_is_a_warning_and_counted_once() -> None:
    entry, problems = decode(MINIMAL + "routes: [plesk, automation, plesk]\n")
    assert entry is not None
    assert entry.routes == ("plesk", "automation")
    assert [(problem.code, problem.severity, problem.path) for problem in problems] == [
        ("APS208", "warning", ("routes", 2))
    ]


def test_a_text_cut_by_a_comment_is_a_warning_at_the_comment() -> None:
    entry, problems = decode(MINIMAL.replace("summary: Write", "summary: Track the C # or write"))
    assert entry is not None
    assert entry.summary == "Track the C"
    assert [(problem.code, problem.severity) for problem in problems] == [("APS116", "warning")]
    assert problems[0].span is not None
    assert problems[0].span[:2] == (3, 22)


def test_a_comment_after_a_term_is_no_fault() -> None:
    assert decode(MINIMAL.replace("type: webspace", "type: webspace # a web space is enough"))[1] == []


def test_all_faults_are_told_at_once() -> None:
    text = (
        MINIMAL.replace("webspace", "web").replace("worldwide", "[Mars]").replace("[web/wiki]", "[x]")
        + "licence: x\n"
    )
    assert sorted(problem.code for problem in decode(text)[1]) == ["APS201", "APS209", "APS209", "APS225"]


@pytest.mark.parametrize("text", ["- a\n- b\n", "just a sentence\n", "42\n"])
def test_a_file_that_is_no_block_of_fields_is_told_so(text: str) -> None:
    entry, problems = decode(text)
    assert entry is None
    assert [(problem.code, problem.path) for problem in problems] == [("APS203", ())]


def test_the_complete_example_has_no_problem() -> None:
    assert decode(COMPLETE)[1] == []
