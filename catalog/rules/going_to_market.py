"""Rules on going to market: press, materials, webinars (handbook, "Going To Market")."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from catalog.handbook.readiness import state_of
from catalog.handbook.webinars import is_webinar_day, nearest_webinar_day
from catalog.rules.registry import ERROR, NOTE, WARNING, Spot, entry_rule
from catalog.vocabulary import vocabularies

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from catalog.model import Entry
    from catalog.rules.context import Context
    from catalog.vocabulary import Material

_OWNERS = ("parallels", "plesk")
_OWNER = re.compile(r"\b(?:Parallels|Plesk)\b", re.IGNORECASE)
_PRESS = ("launch", "promotions", "case_studies")


@entry_rule("APS650", ERROR, "press-release-without-approval", about="launch")
def press_release_without_approval(entry: Entry, _context: Context) -> Iterator[Spot]:
    """A press release has no date of its approval.

    Any mention of the Parallels name or logo in a press release must be approved by Parallels beforehand (handbook,
    "Going To Market", Press releases). The entry records the day.

    Refused:

        launch:
          date: 2026-03-03
          press_release: {url: "https://www.harbor.example/news", kind: update}
          ^

    Accepted:

        launch:
          date: 2026-03-03
          press_release: {url: "https://www.harbor.example/news", kind: update, approved: 2026-02-17}
    """
    release = entry.launch.press_release if entry.launch else None
    if release and release.approved is None:
        message = "the press release has no date of its approval"
        remedy = "add approved: with the day Parallels agreed to the text, or leave the press release out until then"
        yield Spot(("launch", "press_release"), message, remedy, at="key")


@entry_rule("APS651", ERROR, "press-text-without-approval")
def press_text_without_approval(entry: Entry, context: Context) -> Iterator[Spot]:
    """A launch, a promotion or a case study names Parallels or Plesk, and no approval is recorded.

    The name may stand in press, marketing and advertising only after Parallels approved the text (handbook, "Going To
    Market", Press releases). The day is recorded at `launch.press_release.approved`. Names, descriptions and pitches
    are read by the editors of this catalog and need none; neither do products of Parallels and Plesk themselves.

    Refused:

        promotions:
          - title: Three months free for Plesk partners
                                         ^
            text: Sign an agreement while the offer runs, and the first three months are free of charge.
            starts: 2026-08-01
            ends: 2026-12-31

    Accepted:

        promotions:
          - title: Three months free for hosting partners
            text: Sign an agreement while the offer runs, and the first three months are free of charge.
            starts: 2026-08-01
            ends: 2026-12-31
    """
    release = entry.launch.press_release if entry.launch else None
    if not any(map(context.words.__contains__, _OWNERS)):
        return
    if (release and release.approved) or _OWNER.search(entry.vendor.name):
        return
    for path, text, _kind in context.passages:
        if path[0] in _PRESS and (match := _OWNER.search(text)):
            message = f'the text names "{match[0]}", and no approval is recorded'
            remedy = "have the text approved and write launch.press_release.approved, or leave the name out"
            yield Spot(path, message, remedy, offset=match.start(), length=len(match[0]))


@functools.cache
def _baseline() -> tuple[Material, ...]:
    return tuple(material for material in vocabularies().materials.values() if material.baseline)


def _missing_baseline(entry: Entry) -> list[Material]:
    """The baseline items that an entry with stated models lacks."""
    if not entry.models_stated or entry.withdrawn:
        return []
    return [material for material in _baseline() if state_of(entry, material) == "missing"]


@entry_rule("APS660", WARNING, "baseline-material-missing", about="collateral")
def baseline_material_missing(entry: Entry, _context: Context) -> Iterator[Spot]:
    """The materials lack a baseline item of the bill of materials.

    The handbook asks for a minimum set and marks one item of the list: the reference architecture, which describes what
    it takes to launch the service ("Bill of Materials"). Entries whose business models are not stated are left alone.

    Refused:

        collateral:
        ^
          battle-card: {url: "https://harbor.example/battle-card.pdf", access: partners}

    Accepted:

        collateral:
          reference-architecture: {url: "https://harbor.example/architecture.pdf", access: public}
    """
    for material in _missing_baseline(entry) if entry.collateral else ():
        message = f"the baseline material {material.name.lower()} is missing"
        remedy = f"add {material.id}: {{url: …, access: public}}, or access: partners"
        yield Spot(("collateral",), message, remedy, at="key")


@entry_rule("APS661", NOTE, "no-materials-yet")
def no_materials_yet(entry: Entry, _context: Context) -> Iterator[Spot]:
    """The entry has no materials yet, not even the baseline.

    The sales teams introduce an application with its materials, and start with the reference architecture (handbook,
    "Bill of Materials"). It is said once as a note, since materials come after the listing.

    Refused:

        # no collateral
        business_models: [direct]
                          ^

    Accepted:

        business_models: [direct]
        collateral:
          reference-architecture: {url: "https://harbor.example/architecture.pdf", access: public}
    """
    for material in _missing_baseline(entry) if not entry.collateral else ():
        message = f"no materials are given, not even the baseline: {material.name.lower()}"
        remedy = f"add collateral: {{{material.id}: {{url: …, access: public}}}} once there is one"
        yield Spot(("business_models", 0), message, remedy)


@entry_rule("APS670", ERROR, "webinar-on-another-day", about="webinar")
def webinar_on_another_day(entry: Entry, context: Context) -> Iterator[Spot]:
    """The webinar is not on the second Tuesday of a month.

    The webinars for partners are held on every second Tuesday of a month (handbook, "Going To Market", Monthly
    webinars). Days that were moved stand in `program/webinars.yaml`.

    Refused:

        webinar: {date: 2026-10-12}
                        ^

    Accepted:

        webinar: {date: 2026-10-13}
    """
    day = entry.webinar.date if entry.webinar else None
    if day and not is_webinar_day(day) and day not in context.programme.moved_webinars:
        nearest = nearest_webinar_day(day)
        message = f"{day} is {_weekday(day)}, and not the second Tuesday of its month"
        yield Spot(("webinar", "date"), message, f"the nearest webinar is on {nearest}")


_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def _weekday(day: date) -> str:
    return f"a {_WEEKDAYS[day.weekday()]}"


@entry_rule("APS672", WARNING, "webinar-without-recording", about="webinar")
def webinar_without_recording(entry: Entry, context: Context) -> Iterator[Spot]:
    """A webinar is over, and there is no recording.

    Every webinar is recorded, and the recording works on for months (handbook, "Going To Market", Monthly webinars).
    Recordings of whole webinars stand in `program/webinars.yaml`.

    Refused:

        webinar: {date: 2026-06-09}
        ^

    Accepted:

        webinar: {date: 2026-06-09, recording: "https://harbor.example/webinar"}
    """
    webinar = entry.webinar
    if webinar and webinar.date < context.as_of and not webinar.recording:
        if str(webinar.date) in context.programme.recordings:
            return
        message = f"the webinar of {webinar.date} is over, and its recording is not named"
        yield Spot(("webinar",), message, "add recording: with its address", at="key")
