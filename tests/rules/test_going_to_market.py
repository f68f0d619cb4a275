"""Press, materials, webinars and promotions."""

from __future__ import annotations

from datetime import date

import pytest

from catalog.model import (
    CaseStudy,
    Collateral,
    Launch,
    PressRelease,
    Programme,
    Promotion,
    Regions,
    Vendor,
    Webinar,
)
from tests.rules.judging import BASE, codes, entry, found

RELEASE = PressRelease(url="https://harbor.example/news", approved=date(2026, 2, 17))


def promotion(**changes: object) -> Promotion:
    whole: dict[str, object] = {
        "title": "Three months free",
        "text": "For everybody who signs now",
        "starts": date(2026, 8, 1),
        "ends": date(2026, 12, 31),
    }
    return Promotion(**{**whole, **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param({"launch": Launch(event="Plesk days")}, ["APS651"], id="event"),
        pytest.param({"launch": Launch(event="Plesk days", press_release=RELEASE)}, [], id="approved"),
        pytest.param({"promotions": (promotion(text="For PARALLELS partners"),)}, ["APS651"], id="promotion"),
        pytest.param(
            {"case_studies": (CaseStudy(title="Plesk at work", customer="X", url="https://a.example/"),)},
            ["APS651"],
            id="case study",
        ),
        pytest.param(
            {"promotions": (promotion(text="Runs in parallel on pleskless hosts"),)}, [], id="other words"
        ),
        pytest.param({"name": "Harbor Sync for Plesk", "pitch": BASE.pitch}, [], id="names need no approval"),
        pytest.param(
            {
                "vendor": Vendor(name="Plesk", homepage="https://plesk.example/"),
                "promotions": (promotion(title="Plesk for less"),),
            },
            [],
            id="Plesk's own product",
        ),
        pytest.param(
            {"launch": Launch(press_release=PressRelease(url="https://a.example/"))},
            ["APS650"],
            id="not approved",
        ),
        pytest.param({"collateral": ()}, ["APS661"], id="no materials"),
        pytest.param(
            {"collateral": (Collateral(material="battle-card", url="https://a.example/", access="public"),)},
            ["APS660"],
            id="other materials",
        ),
        pytest.param({"collateral": (), "business_models": ()}, [], id="nothing stated, nothing asked"),
        pytest.param({"webinar": Webinar(date=date(2026, 10, 13))}, [], id="second Tuesday"),
        pytest.param({"webinar": Webinar(date=date(2026, 10, 6))}, ["APS670"], id="first Tuesday"),
        pytest.param({"webinar": Webinar(date=date(2026, 8, 11))}, ["APS672"], id="over, not recorded"),
        pytest.param({"promotions": (promotion(starts=date(2026, 12, 31)),)}, [], id="one day"),
        pytest.param(
            {"promotions": (promotion(ends=date(2026, 7, 31)),)}, ["APS680"], id="ends before it starts"
        ),
        pytest.param({"promotions": (promotion(ends=date(2026, 9, 1)),)}, [], id="the last day counts"),
        pytest.param({"promotions": (promotion(ends=date(2026, 8, 31)),)}, ["APS681"], id="over"),
        pytest.param(
            {"promotions": (promotion(regions=Regions(stated=True, include=("worldwide",))),)},
            ["APS228"],
            id="wider than the entry",
        ),
        pytest.param(
            {
                "regions": Regions(stated=False),
                "promotions": (promotion(regions=Regions(stated=True, include=("JP",))),),
            },
            [],
            id="entry's regions not stated",
        ),
        pytest.param(
            {
                "regions": Regions(stated=True, include=("eu",)),
                "promotions": (
                    promotion(regions=Regions(stated=True, include=("155",), excluded=("CH", "LI", "MC"))),
                ),
            },
            [],
            id="a narrowed region inside",
        ),
    ],
)
def test_going_to_market(changes: dict[str, object], expected: list[str]) -> None:
    assert codes(entry(**changes)) == expected


def test_a_moved_webinar_is_held_on_its_day() -> None:
    programme = Programme(moved_webinars=(date(2026, 12, 15),))
    assert codes(entry(webinar=Webinar(date=date(2026, 12, 15))), programme=programme) == []


def test_a_recording_of_the_whole_webinar_is_enough() -> None:
    programme = Programme(recordings={"2026-08-11": "https://webinars.example/"})
    assert codes(entry(webinar=Webinar(date=date(2026, 8, 11))), programme=programme) == []


def test_the_nearest_webinar_is_named() -> None:
    problem = found(entry(webinar=Webinar(date=date(2012, 5, 15))), as_of=date(2012, 5, 1))[-1]
    assert "2012-05-08" in problem.help
    assert "a Tuesday" in problem.message
