"""The monthly webinar: which days it is held on, and how many fit.

Source: handbook, "Going To Market", Monthly webinars: an hour on every second Tuesday of a month, ten minutes for each
new partner. That six fit is our division of sixty minutes by ten; the handbook names no number.
"""

from __future__ import annotations

from datetime import date, timedelta

SLOTS = 60 // 10
_TUESDAY = 1


def webinar_day(year: int, month: int) -> date:
    """The second Tuesday of a month."""
    first = date(year, month, 1)
    return first + timedelta(days=(_TUESDAY - first.weekday()) % 7 + 7)


def is_webinar_day(day: date) -> bool:
    """Whether a day is the second Tuesday of its month."""
    return day == webinar_day(day.year, day.month)


def nearest_webinar_day(day: date) -> date:
    """The webinar day with the fewest days between; the earlier of two as near."""
    months = (_month(day, step) for step in (-1, 0, 1))
    days = [webinar_day(*month) for month in months if 1 <= month[0] <= date.max.year]
    return min(days, key=lambda other: (abs(other - day), other))


def _month(day: date, step: int) -> tuple[int, int]:
    months = day.year * 12 + day.month - 1 + step
    return months // 12, months % 12 + 1
