"""The English that site and book share."""

from __future__ import annotations

from datetime import date

import pytest

from catalog.english import counted, day, month, short_day, short_month, weekday


def test_days_are_written_out_without_a_locale() -> None:
    value = date(2027, 9, 8)
    assert (day(value), month(value), short_month(value), weekday(value)) == (
        "8 September 2027",
        "September 2027",
        "Sep",
        "Wednesday 8 September 2027",
    )
    assert day(date(2027, 3, 1)) == "1 March 2027"
    assert short_day(date(2027, 9, 30)) == "30 Sep 2027"


@pytest.mark.parametrize(
    ("count", "said"), [(0, "0 countries"), (1, "1 country"), (2, "2 countries"), (1374, "1,374 countries")]
)
def test_counts_agree_with_their_noun(count: int, said: str) -> None:
    assert counted(count, "country", "countries") == said


def test_large_counts_are_grouped() -> None:
    assert counted(1374, "entry", "entries") == "1,374 entries"
    assert counted(1, "entry", "entries") == "1 entry"
