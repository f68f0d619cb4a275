"""The webinars of the next twelve months as a calendar file that programs subscribe to.

Owns which days stand in it and the text of each. Refuses to be loaded for anything else, since its library takes ten
megabytes. The hour is the programme's, in its own time zone, written out as a
VTIMEZONE by the library, so that it stays right over both changes of the clock. Without an hour the days are whole.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import icalendar

from catalog.english import counted
from catalog.handbook.webinars import MONTHS, SLOTS, speakers, webinar_days

if TYPE_CHECKING:
    from catalog.model import Catalog, Entry

_HOUR = timedelta(hours=1)


def webinar_calendar(catalog: Catalog, *, name: str, base: str) -> bytes:
    """The calendar. `base` is the site's absolute address, or empty where it is not known."""
    calendar = icalendar.Calendar()
    calendar.add("prodid", f"-//{name}//webinars//EN")
    calendar.add("version", "2.0")
    calendar.add("name", f"{name}: partner webinars")
    calendar.add("x-wr-calname", f"{name}: partner webinars")
    by_day = speakers(catalog)
    for day in webinar_days(catalog.as_of, MONTHS, catalog.programme.moved_webinars):
        calendar.add_component(_event(day, by_day[day], catalog, base))
    calendar.add_missing_timezones(first_date=catalog.as_of, last_date=catalog.as_of + timedelta(days=800))
    return bytes(calendar.to_ical())


def _event(day: date, speaking: list[Entry], catalog: Catalog, base: str) -> icalendar.Event:
    event = icalendar.Event()
    event.add("uid", f"webinar-{day.isoformat()}@{base.partition('://')[2].rstrip('/') or 'catalog.invalid'}")
    # When it was written: the day of the build, so that the same entries make the same bytes.
    event.add("dtstamp", datetime.combine(catalog.as_of, time(), ZoneInfo("UTC")))
    starts, zone = catalog.programme.webinar_starts, catalog.programme.webinar_zone
    if starts and zone:
        begin = datetime.combine(day, time.fromisoformat(starts), ZoneInfo(zone))
        event.add("dtstart", begin)
        event.add("dtend", begin + _HOUR)
    else:
        event.add("dtstart", day)
        event.add("dtend", day + timedelta(days=1))
    event.add("summary", "Partner webinar")
    names = [f"{entry.name} ({entry.vendor.name})" for entry in speaking]
    left = SLOTS - len(speaking)
    free = f"{counted(left, 'slot')} of ten minutes free" if left > 0 else "All slots are taken"
    event.add("description", "\n".join([*names, free]))
    if base:
        event.add("url", f"{base}programme/webinars/")
    return event
