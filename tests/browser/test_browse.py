"""Search and filters of `/apps/` in a browser, by server and from disk, with a script and without."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
ALL = ["harbor-sync", "lodz", "markup", "muller", "pebble-wiki", "quay-mail", "umi"]


def listed(page: Page, count: int | None = None) -> list[str]:
    """Slugs of the cards in order, once there are `count` of them."""
    if count is not None:
        page.wait_for_function("n => document.querySelectorAll('.results h3 a').length === n", arg=count)
    links = page.locator(".results h3 a").evaluate_all("links => links.map(link => link.href)")
    return [link.removesuffix("index.html").rstrip("/").rpartition("/")[2] for link in links]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=mail", ["quay-mail"]),
        ("q=QUAY+server", ["quay-mail"]),
        ("q=lodz", ["lodz"]),
        ("q=mueller", ["muller"]),
        ("q=muller", ["muller"]),
        ("q=mullerdesk", ["muller"]),
        ("q=同期", ["umi"]),
        ("q=ebbl", ["pebble-wiki"]),
        ("q=imap", ["quay-mail"]),
        ("q=help desk", ["muller"]),
        ("q=bread", ["harbor-sync", "lodz"]),
        ("q=%3Cb%3Ebold", ["markup"]),
        ("type=connector", ["harbor-sync", "umi"]),
        ("type=connector&type=dedicated", ["harbor-sync", "quay-mail", "umi"]),
        ("type=connector&region=JP", ["umi"]),
        ("model=not-stated", ["pebble-wiki"]),
        ("region=not-stated", ["pebble-wiki"]),
        ("region=DE", ["harbor-sync", "quay-mail"]),
        ("region=eu", ["harbor-sync", "lodz", "muller", "quay-mail"]),
        ("region=155", ["harbor-sync", "muller", "quay-mail"]),
        ("region=NA", ["markup", "quay-mail"]),
        ("region=north-america", ["quay-mail"]),
        ("region=worldwide", ["quay-mail"]),
        ("category=collaboration/file-sharing", ["harbor-sync", "umi"]),
        ("vendor=bread-wires", ["harbor-sync", "lodz"]),
        ("sort=newest", ["harbor-sync", "lodz", "markup", "muller", "quay-mail", "umi", "pebble-wiki"]),
        ("sort=name&n=100", ["markup", "harbor-sync", "lodz", "muller", "pebble-wiki", "quay-mail", "umi"]),
        ("region=atlantis", ["markup", "harbor-sync", "lodz", "muller", "pebble-wiki", "quay-mail", "umi"]),
    ],
)
def test_an_address_holds_the_whole_question(page: Page, apps: str, query: str, found: list[str]) -> None:
    page.goto(f"{apps}?{query}")
    page.locator(".count", has_text=f"{len(found)} of {len(ALL)}").wait_for()
    ordered = "sort=" in query
    got = listed(page, len(found))
    assert (got if ordered else sorted(got)) == (found if ordered else sorted(found))


def test_a_value_that_nobody_knows_is_left_out_and_named(page: Page, apps: str) -> None:
    page.goto(f"{apps}?region=atlantis&type=dedicated")
    page.get_by_text("Not known and left out: atlantis").wait_for()
    assert listed(page, 1) == ["quay-mail"]


def test_typing_filters_at_once_and_escape_brings_the_list_back(page: Page, apps: str) -> None:  # noqa: ARG001
    page.keyboard.press("/")
    page.keyboard.type("wiki")
    assert listed(page, 1) == ["pebble-wiki"]
    assert page.url.endswith("?q=wiki")
    page.keyboard.press("Escape")
    assert sorted(listed(page, len(ALL))) == ALL
    assert page.url.endswith("/apps/")


def test_filters_are_followed_in_place_and_back_undoes_them(page: Page, apps: str) -> None:  # noqa: ARG001
    page.locator("a[data-filter='type=webspace']").click()
    assert sorted(listed(page, 4)) == ["lodz", "markup", "muller", "pebble-wiki"]
    page.locator("a[data-filter='model=not-stated']").click()
    assert listed(page, 1) == ["pebble-wiki"]
    assert page.url.endswith("?model=not-stated&type=webspace")
    page.go_back()
    assert len(listed(page, 4)) == 4
    page.reload()
    assert len(listed(page, 4)) == 4


def test_counts_ignore_the_selection_of_their_own_facet(page: Page, apps: str) -> None:
    page.goto(f"{apps}?type=connector&region=JP")
    listed(page, 1)
    numbers = {
        value: page.locator(f"[data-filter='{value}'] .n").first.inner_text()
        for value in (
            "type=webspace",
            "type=dedicated",
            "type=connector",
            "model=direct",
            "region=not-stated",
        )
    }
    assert numbers == {
        "type=webspace": "0",
        "type=dedicated": "1",
        "type=connector": "1",
        "model=direct": "1",
        "region=not-stated": "0",
    }


def test_a_chip_takes_its_filter_away(page: Page, apps: str) -> None:
    page.goto(f"{apps}?type=connector&region=JP")
    page.locator(".chip", has_text="Japan").click()
    assert sorted(listed(page, 2)) == ["harbor-sync", "umi"]
    assert page.locator(".chip").count() == 1


def test_clearing_filters_keeps_the_words(page: Page, apps: str) -> None:
    page.goto(f"{apps}?q=sync&type=connector&region=DE")
    page.get_by_text("Clear filters").click()
    assert page.url.endswith("?q=sync")
    assert listed(page, 1) == ["harbor-sync"]


def test_without_a_result_each_way_back_says_what_it_brings(page: Page, apps: str) -> None:
    page.goto(f"{apps}?q=wiki&type=connector")
    page.get_by_text("Nothing found for “wiki”").wait_for()
    way = page.locator(".ways li", has_text="Without Connector")
    assert "1 found" in way.inner_text()
    way.locator("a").click()
    assert listed(page, 1) == ["pebble-wiki"]


def test_what_an_entry_says_is_shown_as_typed(page: Page, apps: str) -> None:
    page.goto(f"{apps}?q=typed")
    assert listed(page, 1) == ["markup"]
    text = page.locator(".results").inner_text()
    assert '<b>Bold</b> & "Co"' in text
    assert "<img src=x onerror=alert(1)>" in text


@pytest.mark.parametrize(
    ("query", "found"), [("", ALL), ("?q=quay", ["quay-mail"]), ("?region=DE", ["harbor-sync", "quay-mail"])]
)
def test_it_works_from_disk(page: Page, site_from_disk: Path, query: str, found: list[str]) -> None:
    page.goto(f"{(site_from_disk / 'apps' / 'index.html').as_uri()}{query}")
    assert sorted(listed(page, len(found))) == found
    page.locator(".results h3 a").first.click()
    page.locator("h1").wait_for()
    assert page.url.endswith("/index.html")


def test_without_a_script_every_entry_and_filter_is_a_link(
    chromium: Browser, site: Path, serve_folder: Callable[[Path], str]
) -> None:
    plain = chromium.new_page(java_script_enabled=False)
    plain.goto(f"{serve_folder(site)}apps/")
    assert sorted(listed(plain)) == ALL
    plain.locator(".facet a", has_text="Connector").click()
    assert plain.locator("h1").inner_text() == "Connector"
    assert sorted(
        link.rstrip("/").rpartition("/")[2]
        for link in plain.locator(".cards h3 a").evaluate_all("links => links.map(link => link.href)")
    ) == ["harbor-sync", "umi"]
    plain.close()


def test_what_the_catalog_works_out_can_be_filtered_by(page: Page, apps: str) -> None:
    page.goto(f"{apps}?plesk=not-enough-stated&type=dedicated")
    assert listed(page, 1) == ["quay-mail"]
    assert (
        page.locator(".chips .chip")
        .all_inner_texts()[-1]
        .endswith("Not enough stated for a Plesk Panel verdict")
    )
    page.goto(f"{apps}?readiness=not-stated")
    assert listed(page, 1) == ["pebble-wiki"]
    assert page.locator("[data-filter='readiness=baseline'] .n").text_content() == "0"
