"""The programme's pages and its calendar."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import icalendar
import pytest
from markupsafe import Markup

from catalog.site.calendar_feed import webinar_calendar
from catalog.site.programme_pages import programme_pages
from tests.conftest import COMPLETE

if TYPE_CHECKING:
    from collections.abc import Callable

    from catalog.model import Catalog
    from catalog.site.programme_views import ProgrammePage, ProgrammeSection

    Compiled = Callable[..., Catalog]

SOLD = COMPLETE.replace("business_models: [direct]", "business_models: [reseller]").replace(
    "routes: [automation, plesk]",
    "routes: [partner-storefront]\n"
    "storefront:\n"
    "  track_record: https://wiki.example.org/customers\n"
    "  agreed: 2012-01-01\n"
    "  wholesale_agreed: true\n"
    "  margin_50: true",
)
SPOKEN = COMPLETE + "webinar: {date: 2012-06-12}\n"
HELD = COMPLETE + "webinar: {date: 2012-05-08, recording: https://wiki.example.org/seen}\n"
SHOP = "name: Harbour Hosting\nenabled: true\napplications: [wiki]\n"
CLOSED = "name: Quiet Web\nenabled: false\n"
BASE = "https://catalog.example/"


def pages_of(catalog: Catalog) -> dict[str, ProgrammePage]:
    cards = {entry.slug: Markup("<li>") + entry.slug for entry in catalog.listed}
    return {page.path: page for page in programme_pages(catalog, cards)}


def section(page: ProgrammePage, part: str) -> ProgrammeSection:
    return next(one for one in page.sections if one.id == part)


def test_webinars_tell_who_speaks_and_what_is_free(compiled: Compiled) -> None:
    page = pages_of(compiled({"wiki": SPOKEN}))["programme/webinars/"]
    rows = section(page, "webinars").rows
    assert [row.day.isoformat() for row in rows if row.day][:2] == ["2012-06-12", "2012-07-10"]
    assert (rows[0].lines, [link.path for link in rows[0].links]) == (("5 slots of 6 free",), ["apps/wiki/"])
    assert rows[1].lines == ("6 slots of 6 free",)


def test_a_webinar_that_was_held_leads_to_its_recordings(compiled: Compiled) -> None:
    told = {"program/webinars.yaml": "recordings: {2012-05-08: https://hour.example.org/}\n"}
    page = pages_of(compiled({"wiki": HELD}, told))["programme/webinars/"]
    (row,) = section(page, "held").rows
    assert [action.href for action in row.actions] == [
        "https://hour.example.org/",
        "https://wiki.example.org/seen",
    ]


def test_a_storefront_shows_what_both_sides_agreed_to(compiled: Compiled) -> None:
    pages = pages_of(compiled({"wiki": SOLD}, {"program/storefronts/harbour.yaml": SHOP}))
    assert pages["programme/storefronts/harbour/"].cards == (Markup("<li>wiki"),)


def test_a_storefront_shows_what_the_check_lets_it_name(compiled: Compiled) -> None:
    sold = SOLD.replace("[partner-storefront]", "[cloud-marketplace]")
    pages = pages_of(compiled({"wiki": sold}, {"program/storefronts/harbour.yaml": SHOP}))
    assert pages["programme/storefronts/harbour/"].cards == (Markup("<li>wiki"),)


def test_a_storefront_that_has_not_opted_in_has_no_page(compiled: Compiled) -> None:
    pages = pages_of(compiled({"wiki": COMPLETE}, {"program/storefronts/quiet.yaml": CLOSED}))
    (row,) = section(pages["programme/storefronts/"], "storefronts").rows
    assert (row.path, row.mark) == (None, "Not enabled")
    assert "programme/storefronts/quiet/" not in pages


def test_events_that_are_over_are_left_out(compiled: Compiled) -> None:
    events = (
        "- {id: old, title: Past fair, starts: 2012-05-01, ends: 2012-05-14}\n"
        "- {id: now, title: Fair that runs, starts: 2012-05-14, ends: 2012-05-15, place: Rust}\n"
    )
    page = pages_of(compiled({"wiki": COMPLETE}, {"program/events.yaml": events}))["programme/events/"]
    assert [(row.title.text, row.lines) for row in section(page, "events").rows] == [
        ("Fair that runs", ("Rust", "2 days"))
    ]


def test_an_empty_programme_has_pages_that_say_so(compiled: Compiled) -> None:
    pages = pages_of(compiled({"wiki": COMPLETE}))
    assert section(pages["programme/storefronts/"], "storefronts").empty == "None has opted in yet."
    assert section(pages["programme/"], "contact").rows == ()


@pytest.mark.parametrize(
    ("day", "utc"),
    [pytest.param("2012-06-12", 14, id="in summer"), pytest.param("2012-12-11", 15, id="in winter")],
)
def test_the_calendar_keeps_the_hour_over_changes_of_the_clock(
    day: str, utc: int, compiled: Compiled
) -> None:
    told = {"program/webinars.yaml": 'starts: "16:00"\nzone: Europe/Berlin\n'}
    calendar = icalendar.Calendar.from_ical(
        webinar_calendar(compiled({"wiki": SPOKEN}, told), name="C", base=BASE)
    )
    (event,) = [one for one in calendar.walk("VEVENT") if day in str(one["uid"])]
    assert event.decoded("dtstart").astimezone(UTC) == datetime.fromisoformat(f"{day}T{utc}:00:00+00:00")
    assert [str(zone["tzid"]) for zone in calendar.walk("VTIMEZONE")] == ["Europe/Berlin"]


def test_without_an_hour_the_calendar_has_whole_days(compiled: Compiled) -> None:
    calendar = icalendar.Calendar.from_ical(webinar_calendar(compiled({"wiki": SPOKEN}), name="C", base=""))
    event = calendar.walk("VEVENT")[0]
    assert event.decoded("dtstart").isoformat() == "2012-06-12"
    assert "Example Wiki (Example Wiki Project)" in str(event["description"])


def test_a_calendar_has_the_same_bytes_each_time(compiled: Compiled) -> None:
    catalog = compiled({"wiki": SPOKEN}, {"program/webinars.yaml": 'starts: "16:00"\nzone: Asia/Tokyo\n'})
    assert webinar_calendar(catalog, name="C", base=BASE) == webinar_calendar(catalog, name="C", base=BASE)
