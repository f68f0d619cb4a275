"""What the page of an entry says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from markupsafe import Markup

from catalog.site.cards import card_of
from catalog.site.entry_page import entry_page, tombstone_page
from tests.conftest import COMPLETE, MINIMAL

if TYPE_CHECKING:
    from collections.abc import Callable

    from catalog.site.entry_views import EntryPage
    from catalog.site.sources import Sources
    from catalog.site.views import Card

    Sourced = Callable[..., Sources]

PUBLIC = MINIMAL.replace("[direct]", "not-stated").replace("worldwide", "not-stated") + (
    "listing: {source: public, checked: 2012-04-01, evidence: [https://facts.example.org/wiki]}\n"
)


def _card(sources: Sources, slug: str = "wiki") -> Card:
    return card_of(sources.by_slug[slug], sources)


def _page(sources: Sources, slug: str = "wiki") -> EntryPage:
    cards = dict.fromkeys(sources.by_slug, Markup("<li>"))
    return entry_page(sources.by_slug[slug], _card(sources, slug), sources, cards)


def test_a_card_says_what_can_be_filtered(sourced: Sourced) -> None:
    card = _card(sourced({"wiki": COMPLETE}))
    assert (card.path, card.vendor_path) == ("apps/wiki/", "vendors/example-wiki-project/")
    assert (card.type.letter, card.models, card.where.text) == ("W", ("Direct",), "Worldwide")
    assert (card.readiness, card.materials, card.demo, card.unclaimed) == (2, 14, True, False)
    assert card.logo.picture is not None
    assert (card.logo.picture.src, card.logo.picture.width) == ("apps/wiki/logo.svg", 64)


def test_what_nobody_stated_stays_open(sourced: Sourced) -> None:
    card = _card(sourced({"wiki": PUBLIC}))
    assert (card.models, card.readiness, card.stated, card.unclaimed) == ((), None, False, True)
    assert card.where.text == "Regions not stated"
    assert (card.logo.picture, card.logo.letter) == (None, "E")


@pytest.mark.parametrize(("name", "letter"), [("'@Desk'", "D"), ("'+1'", "1"), ("日報", "日"), ("'!!'", "!")])
def test_without_a_logo_the_first_letter_stands_in(sourced: Sourced, name: str, letter: str) -> None:
    assert _card(sourced({"wiki": MINIMAL.replace("Example Wiki\n", f"{name}\n", 1)})).logo.letter == letter


@pytest.mark.parametrize(
    ("expires", "version", "current", "other"),
    [
        ("2012-05-15", "1.10", True, False),
        ("2012-05-14", "1.10", False, False),
        ("2013-01-01", "1.9", True, True),
    ],
)
def test_a_certificate_is_read_at_the_builds_day(
    sourced: Sourced, expires: str, version: str, *, current: bool, other: bool
) -> None:
    text = (
        MINIMAL
        + f"certification: {{level: gold, version: {version}, date: 2011-05-01, expires: {expires}}}\n"
    )
    shown = _page(sourced({"wiki": text})).certification
    assert shown is not None
    assert (shown.name, shown.current, shown.other_version) == ("Gold", current, other)


def test_offers_that_have_ended_are_gone_and_those_to_come_are_not(sourced: Sourced) -> None:
    text = MINIMAL + (
        "promotions:\n"
        "  - {title: Later, text: To come., starts: 2012-06-01, ends: 2012-07-01}\n"
        "  - {title: Now, text: Runs., starts: 2012-05-01, ends: 2012-05-15}\n"
        "  - {title: Past, text: Over., starts: 2012-04-01, ends: 2012-05-14}\n"
    )
    shown = _page(sourced({"wiki": text})).promotions
    assert [(offer.title.text, offer.active) for offer in shown] == [("Now", True), ("Later", False)]


def test_a_model_has_the_routes_that_go_with_it(sourced: Sourced) -> None:
    shown = _page(sourced({"wiki": COMPLETE})).models
    assert [(model.name, [route.name for route in model.routes]) for model in shown] == [
        ("Direct", ["Parallels Automation", "Plesk Panel"])
    ]


def test_countries_are_named_in_order(sourced: Sourced) -> None:
    shown = _page(sourced({"wiki": MINIMAL.replace("worldwide", "[NA, DK, SE]")})).coverage
    assert (shown.count, shown.countries) == (3, ("Denmark", "Namibia", "Sweden"))
    assert [link.path for link in shown.links] == ["regions/NA/", "regions/DK/", "regions/SE/"]


def test_requirements_follow_the_type_and_keep_rows_that_nobody_stated(sourced: Sourced) -> None:
    rows = {row.term: row.values for row in _page(sourced({"wiki": COMPLETE})).requirements}
    assert rows["Web stack"] == ("PHP",)
    assert rows["Web servers"] == ()
    assert rows["Servers"] == ("One",)
    assert "Cloud service" not in rows


def test_a_packager_is_named_only_where_it_is_not_the_vendor(sourced: Sourced) -> None:
    same = MINIMAL + "packager: {name: Example Wiki Project}\n"
    other = MINIMAL.replace("Example Wiki\n", "Other\n", 1) + "packager: {name: Packwork}\n"
    sources = sourced({"wiki": same, "other": other})
    assert _page(sources).packager is None
    packager = _page(sources, "other").packager
    assert packager is not None
    assert (packager.name, packager.href) == ("Packwork", "")


def test_texts_of_translations_carry_their_language(sourced: Sourced) -> None:
    text = MINIMAL + "translations: {ar: {summary: ملاحظات الفريق على خادم مشترك}}\n"
    (shown,) = _page(sourced({"wiki": text})).translations
    assert (shown.language, shown.sample.lang, shown.sample.dir, shown.description) == (
        "Arabic",
        "ar",
        "rtl",
        None,
    )


def test_siblings_are_listed_entries_of_the_same_vendor(sourced: Sourced) -> None:
    entries = {slug: MINIMAL.replace("Example Wiki\n", f"{slug}\n", 1) for slug in ("wiki", "blog", "gone")}
    entries["gone"] += "listing: {status: withdrawn}\n"
    sources = sourced(entries)
    shown = _page(sources)
    assert (shown.siblings, shown.sibling_count) == (("<li>",), 1)


def test_a_tombstone_names_the_successor(sourced: Sourced) -> None:
    old = (
        MINIMAL.replace("Example Wiki\n", "Old Wiki\n", 1)
        + "listing: {status: withdrawn, replaced_by: wiki}\n"
    )
    sources = sourced({"wiki": MINIMAL, "old": old})
    shown = tombstone_page(sources.by_slug["old"], sources, {})
    assert shown.successor_name is not None
    assert (shown.successor_name.text, shown.successor_path) == ("Example Wiki", "apps/wiki/")
    assert shown.vendor_path == "vendors/example-wiki-project/"


def test_the_vendor_of_nothing_but_withdrawn_entries_has_no_page(sourced: Sourced) -> None:
    sources = sourced({"old": MINIMAL + "listing: {status: withdrawn}\n"})
    shown = tombstone_page(sources.by_slug["old"], sources, {})
    assert (shown.vendor_path, shown.successor_path) == (None, None)


def test_sales_desks_of_countries_follow_the_roles_by_name(sourced: Sourced) -> None:
    desks = (
        "contacts:\n"
        "  local: {NO: {email: oslo@wiki.example.org}, DE: {email: berlin@wiki.example.org}}\n"
        "  sales: {email: sales@wiki.example.org}\n"
    )
    page = _page(sourced({"wiki": MINIMAL + desks}))
    assert [contact.role for contact in page.contacts] == ["Sales", "Germany", "Norway"]
