"""The English that the site writes."""

from __future__ import annotations

from decimal import Decimal

import pytest

from catalog.model.parts import PriceFrom, Pricing
from catalog.site import words


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("de", "German"),
        ("pt-BR", "Portuguese (Brazil)"),
        ("zh-Hant", "Chinese (Traditional)"),
        ("xx-qq", "xx-qq"),
    ],
)
def test_languages_have_english_names_and_unknown_tags_stay(tag: str, name: str) -> None:
    assert words.language_name(tag) == name


@pytest.mark.parametrize(
    ("href", "host"),
    [
        ("https://www.wiki.example/a?b#c", "wiki.example"),
        ("https://wiki.example:8443", "wiki.example"),
        ("https://wiki.example?q=1", "wiki.example"),
        ("urn:thing", "urn:thing"),
    ],
)
def test_the_host_stands_for_a_long_address(href: str, host: str) -> None:
    assert words.host_of(href) == host


def test_prices_keep_the_amount_as_typed() -> None:
    start = PriceFrom(amount=Decimal("1203.90"), currency="EUR", per="user/month")
    shown = words.price(Pricing(model="subscription", price_from=start, trial_days=1))
    assert shown is not None
    assert shown.text == "from EUR 1,203.90 per user/month"
    assert shown.remark == "subscription, end-user list price, 1 day trial"


def test_a_price_without_an_amount_is_its_model() -> None:
    shown = words.price(Pricing(model="free"))
    assert shown is not None
    assert (shown.text, shown.remark) == ("Free", "")
