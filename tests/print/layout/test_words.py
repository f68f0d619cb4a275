from __future__ import annotations

from datetime import date

import pytest

from catalog.model import (
    Api,
    Certification,
    Contact,
    Contacts,
    Deployment,
    Promotion,
    Regions,
    Service,
    Translation,
    Vendor,
)
from catalog.print.layout import words
from catalog.regions import geography
from tests.print.small import entry_of

PUBLISHED = date(2027, 3, 1)


def test_the_vendors_own_words_come_first_and_a_count_last() -> None:
    nordic = Regions(stated=True, include=("DK", "FI", "IS", "NO", "SE"))
    assert list(words.region_wordings(nordic)) == [
        "Denmark, Finland, Iceland, Norway, Sweden",
        "5 countries, see the page",
    ]


def test_a_list_of_nearly_all_countries_becomes_worldwide_except() -> None:
    codes = tuple(code for code in geography().countries if code not in {"CN", "KP"})
    wordings = list(words.region_wordings(Regions(stated=True, include=codes)))
    assert wordings[1:] == ["Worldwide except China, North Korea", "247 countries, see the page"]


def test_a_list_of_all_countries_becomes_worldwide() -> None:
    every = Regions(stated=True, include=geography().countries)
    assert list(words.region_wordings(every))[1] == "Worldwide"


def test_what_is_not_stated_is_said_so() -> None:
    entry = entry_of(business_models=(), routes=(), regions=Regions(stated=False), contacts=Contacts())
    assert words.models(entry) == words.routes(entry) == "not stated"
    assert list(words.region_wordings(entry.regions)) == ["not stated"]
    assert words.sales(entry) == ("not stated",)


def test_routes_have_a_long_and_a_short_name() -> None:
    entry = entry_of(routes=("automation", "key-administrator"))
    assert words.routes(entry) == "Parallels Automation, Key Administrator"
    assert words.routes(entry, short=True) == "PA, Key Adm."


@pytest.mark.parametrize(
    ("held", "said"),
    [
        (Certification(level="gold", version="2.4.1", date=date(2026, 5, 12)), "Certified Gold, 12 May 2026"),
        (
            Certification(level="silver", version="2.4", date=date(2026, 11, 3)),
            "Certified Silver (2.4), 3 Nov 2026",
        ),
        (
            Certification(level="gold", version="2.4.1", date=date(2024, 5, 12), expires=date(2027, 2, 28)),
            None,
        ),
        (None, None),
    ],
)
def test_a_certificate_names_another_version_and_ends(held: Certification | None, said: str | None) -> None:
    assert words.certificate(entry_of(certification=held), PUBLISHED) == said


def test_needs_stand_on_a_line_each() -> None:
    webspace = Deployment(
        stack=("https", "php"),
        databases=("MySQL 8",),
        installer=("file-copy",),
        servers=1,
        background_services=False,
    )
    assert words.deployment_lines(entry_of(deployment=webspace)) == (
        "HTTPS, PHP",
        "MySQL 8",
        "File copy and configuration",
        "1 server, no background service",
    )
    connector = Deployment(service=Service(name="Harbor Cloud"), api=Api(style="rest"), multitenant=True)
    assert words.deployment_lines(entry_of(deployment=connector)) == (
        "Reaches: Harbor Cloud (REST)",
        "Multitenant",
    )
    assert words.deployment_lines(entry_of(deployment=None)) == ()


def test_languages_after_the_fourth_become_a_number() -> None:
    entry = entry_of(languages=("en", "de", "pt-BR", "zh-TW", "nb", "sv"))
    assert words.languages(entry, all_of_them=False) == (
        "Languages: English, German, Brazilian Portuguese, Chinese (Taiwan) and 2 more"
    )
    assert words.languages(entry_of(languages=("en", "de", "fr", "it", "es")), all_of_them=False) == (
        "Languages: English, German, French, Italian, Spanish"
    )
    assert words.languages(entry_of(), all_of_them=True) is None


def test_an_offer_stays_until_its_last_day() -> None:
    ended = Promotion(title="Old", text="", starts=date(2026, 1, 1), ends=date(2027, 2, 28))
    last_day = Promotion(title="New", text="", starts=date(2027, 1, 1), ends=PUBLISHED)
    assert words.offer(entry_of(promotions=(ended, last_day)), PUBLISHED) is last_day
    assert words.offer(entry_of(promotions=(ended,)), PUBLISHED) is None


def test_the_vendor_line_has_latin_forms_behind_names_in_another_script() -> None:
    sagar = Vendor(name="सागर लेखा", homepage="https://sagar.example/")
    entry = entry_of("bahi-khata", name="बही खाता", vendor=sagar)
    assert words.vendor_line(entry) == "सागर लेखा (Bahi Khata, sagar.example)"
    assert words.vendor_line(entry_of()) == "Harbor Example Ltd"
    assert words.vendor_line(entry_of(), with_host=True) == "Harbor Example Ltd, harbor.example"


def test_sales_desks_are_reached_by_the_best_way_first() -> None:
    desk = Contact(email="sales@harbor.example", phone="+49 30 5550142", url="https://harbor.example/sales")
    assert words.sales(entry_of(contacts=Contacts(sales=desk)))[:2] == (
        "sales@harbor.example",
        "+49 30 5550142",
    )


def test_the_summary_is_english_where_the_vendor_says_it_in_english() -> None:
    french = Translation(language="fr", summary="Range les fichiers")
    english = Translation(language="en", summary="Keeps files in order")
    entry = entry_of(summary="Ordnet Akten")
    assert words.summary(entry) == "Ordnet Akten"
    assert words.summary(entry_of(summary="Ordnet Akten", translations=(french,))) == "Ordnet Akten"
    assert words.summary(entry_of(translations=(french, english))) == "Keeps files in order"
    assert words.summary(entry_of(summary="Ordnet", translations=(Translation(language="en"),))) == "Ordnet"
