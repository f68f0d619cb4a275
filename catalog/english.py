"""English words for days and numbers, the same on the site and in the book.

Owns the wording that both readers share. Refuses locale and clock: the same value gives the same words everywhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def day(value: date) -> str:
    """A day in running text: `8 September 2027`."""
    return f"{value.day} {month(value)}"


def short_day(value: date) -> str:
    """A day in small print: `8 Sep 2027`."""
    return f"{value.day} {short_month(value)} {value.year}"


def weekday(value: date) -> str:
    """A day with its name: `Wednesday 8 September 2027`."""
    return f"{_WEEKDAYS[value.weekday()]} {day(value)}"


def month(value: date) -> str:
    """`September 2027`."""
    return f"{_MONTHS[value.month - 1]} {value.year}"


def short_month(value: date) -> str:
    """`Sep`."""
    return _MONTHS[value.month - 1][:3]


def counted(number: int, noun: str, plural: str = "") -> str:
    """`1 application`, `1,374 applications`; `plural` where an s does not make it."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
