"""The monthly webinar: which days it is held on, and how many fit.

Source: handbook, "Going To Market", Monthly webinars: an hour on every second Tuesday of a month, ten minutes for each
new partner. That six fit is our division of sixty minutes by ten; the handbook names no number.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalog.model import Catalog, Entry

SLOTS = 60 // 10
MONTHS = 12
"""How many months ahead webinars are announced."""

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


def webinar_days(first: date, months: int, moved: Iterable[date] = ()) -> tuple[date, ...]:
    """The webinar days of so many months from `first` on, those that were moved among them, in order.

    A month that has a moved webinar has it instead of its second Tuesday.
    """
    last = webinar_day(*_month(first, months))
    others = sorted(day for day in moved if first <= day < last)
    taken = {(day.year, day.month) for day in others}
    usual = [webinar_day(*_month(first, step)) for step in range(months + 1)]
    days = [day for day in usual if first <= day < last and (day.year, day.month) not in taken]
    return tuple(sorted({*days, *others}))


def _month(day: date, step: int) -> tuple[int, int]:
    months = day.year * 12 + day.month - 1 + step
    return months // 12, months % 12 + 1


def speakers(catalog: Catalog) -> defaultdict[date, list[Entry]]:
    """The listed entries that have a slot, by its day, in the catalog's order; none on other days."""
    by_day: defaultdict[date, list[Entry]] = defaultdict(list)
    for entry in catalog.listed:
        if entry.webinar:
            by_day[entry.webinar.date].append(entry)
    return by_day
