"""The second Tuesday of a month, in any month."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.handbook.webinars import SLOTS, is_webinar_day, nearest_webinar_day, webinar_day, webinar_days


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [
        pytest.param(2012, 5, 8, id="begins on a Tuesday"),
        pytest.param(2013, 5, 14, id="begins on a Wednesday"),
        pytest.param(2026, 9, 8, id="any other"),
        pytest.param(2024, 2, 13, id="leap year"),
    ],
)
def test_the_second_tuesday(year: int, month: int, day: int) -> None:
    assert webinar_day(year, month) == date(year, month, day)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(9999, 11, 30)))
def test_every_month_has_one_webinar_day(day: date) -> None:
    days = [date(day.year, day.month, n + 1) for n in range(calendar.monthrange(day.year, day.month)[1])]
    assert [found for found in days if is_webinar_day(found)] == [webinar_day(day.year, day.month)]
    tuesdays = [found for found in days if found.weekday() == 1]
    assert tuesdays[1] == webinar_day(day.year, day.month)


@given(st.dates(min_value=date(1900, 2, 1), max_value=date(9999, 10, 30)))
def test_the_nearest_webinar_day_is_near(day: date) -> None:
    nearest = nearest_webinar_day(day)
    assert is_webinar_day(nearest)
    away = abs(nearest - day)
    assert away <= timedelta(days=18)
    nearer = (day + timedelta(days=n) for n in range(-away.days + 1, away.days))
    assert not any(is_webinar_day(other) for other in nearer)


@pytest.mark.parametrize("day", [date.min, date.max, date(1, 1, 31), date(9999, 12, 1)])
def test_the_ends_of_the_calendar_have_a_nearest_day_too(day: date) -> None:
    assert is_webinar_day(nearest_webinar_day(day))


def test_six_slots_fit() -> None:
    assert SLOTS == 6


def test_a_year_of_webinars_begins_with_the_next_one() -> None:
    days = webinar_days(date(2012, 5, 9), 12)
    assert (days[0], days[-1], len(days)) == (date(2012, 6, 12), date(2013, 4, 9), 11)
    assert webinar_days(date(2012, 5, 8), 12)[0] == date(2012, 5, 8)


def test_a_moved_webinar_takes_the_place_of_its_month() -> None:
    days = webinar_days(date(2012, 5, 1), 3, [date(2012, 6, 19), date(2011, 1, 4)])
    assert days == (date(2012, 5, 8), date(2012, 6, 19), date(2012, 7, 10))


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2999, 12, 31)))
def test_no_webinar_of_a_year_is_missed(day: date) -> None:
    days = webinar_days(day, 12)
    assert 11 <= len(days) <= 13
    assert list(days) == sorted(set(days))
    assert days[0] >= day
    assert all(map(is_webinar_day, days))
