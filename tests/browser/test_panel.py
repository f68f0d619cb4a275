"""The filter panel: boxes instead of links, a search inside long facets, a dialog on a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.test_browse import listed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Page, Route

pytestmark = pytest.mark.browser


def test_links_become_boxes_that_the_space_bar_ticks(page: Page, apps: str) -> None:  # noqa: ARG001
    box = page.get_by_role("checkbox", name="Connector")
    assert box.get_attribute("aria-checked") == "false"
    box.focus()
    page.keyboard.press("Space")
    assert sorted(listed(page, 2)) == ["harbor-sync", "umi"]
    assert box.get_attribute("aria-checked") == "true"
    assert page.evaluate("document.activeElement.dataset.filter") == "type=connector"


def test_the_script_moves_nothing(page: Page, site: Path, serve_folder: Callable[[Path], str]) -> None:
    page.add_init_script(
        "new PerformanceObserver(list => list.getEntries().forEach(shift => {"
        " window.shifted = (window.shifted ?? 0) + shift.value;"
        "})).observe({type: 'layout-shift', buffered: true})"
    )
    page.goto(f"{serve_folder(site)}apps/", wait_until="networkidle")
    page.locator(".card .marks").first.wait_for()
    assert page.evaluate("window.shifted ?? 0") < 0.01


def test_a_country_is_found_by_its_name_and_stays_on_view(page: Page, apps: str) -> None:  # noqa: ARG001
    facet = page.locator("[data-facet=region]")
    facet.get_by_role("searchbox").fill("pola")
    facet.get_by_role("checkbox", name="Poland").click()
    assert sorted(listed(page, 3)) == ["lodz", "muller", "quay-mail"]
    facet.get_by_role("searchbox").fill("")
    box = facet.get_by_role("checkbox", name="Poland")
    assert box.get_attribute("aria-checked") == "true"
    assert box.locator(".n").inner_text() == "3"
    box.click()
    assert len(listed(page, 7)) == 7


def test_a_name_that_no_value_has_is_told(page: Page, apps: str) -> None:  # noqa: ARG001
    facet = page.locator("[data-facet=category]")
    facet.get_by_role("searchbox").fill("zzz")
    facet.get_by_text("No value is called so").wait_for()


def test_the_heading_of_a_facet_says_how_many_are_on(page: Page, apps: str) -> None:
    page.goto(f"{apps}?type=connector&type=webspace")
    page.locator("[data-facet=type] summary .on", has_text="2").wait_for()


def test_on_a_phone_filters_open_as_a_dialog_that_says_what_they_leave(page: Page, apps: str) -> None:  # noqa: ARG001
    page.set_viewport_size({"width": 360, "height": 740})
    page.get_by_role("button", name="Filters").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("checkbox", name="Connector").click()
    dialog.get_by_role("button", name="Show 2 results").click()
    assert not dialog.is_visible()
    assert page.get_by_role("button", name="Filters (1)").is_visible()
    assert page.evaluate("document.activeElement.className").startswith("btn filters-open")
    page.get_by_role("button", name="Filters (1)").click()
    page.keyboard.press("Escape")
    assert not dialog.is_visible()
    assert sorted(listed(page, 2)) == ["harbor-sync", "umi"]


def test_nothing_found_leads_everywhere_and_to_the_nearest_category(page: Page, apps: str) -> None:
    page.goto(f"{apps}?q=wiki&type=connector")
    ways = page.locator(".ways li")
    ways.filter(has_text="Search everything for “wiki”").locator("a").wait_for()
    near = ways.filter(has_text="Category “Wiki”")
    assert "1 found" in near.inner_text()
    near.locator("a").click()
    assert listed(page, 1) == ["pebble-wiki"]
    assert page.url.endswith("?category=web/wiki")


def test_a_misspelt_word_is_taken_for_the_nearest_and_told(page: Page, apps: str) -> None:
    page.goto(f"{apps}?q=pebbel")
    page.locator(".count", has_text="for “pebble”").wait_for()
    assert listed(page, 1) == ["pebble-wiki"]


def test_cards_become_rows_and_stay_so(page: Page, apps: str) -> None:
    page.get_by_role("button", name="As rows").click()
    assert page.locator(".results .cards.rows").count() == 1
    page.goto(f"{apps}?type=connector")
    assert len(listed(page, 2)) == 2
    assert page.locator(".results .cards.rows").count() == 1


def test_the_list_is_saved_as_a_table(page: Page, apps: str, tmp_path: Path) -> None:
    page.goto(f"{apps}?q=markup")
    page.goto(f"{apps}?type=webspace&sort=name")
    assert len(listed(page, 4)) == 4
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save this list as CSV").click()
    file = tmp_path / "list.csv"
    saved.value.save_as(file)
    text = file.read_bytes()
    assert text.startswith(b"\xef\xbb\xbfName,Vendor,")
    assert text.count(b"\r\n") == 5
    assert b'"<b>Bold</b> & ""Co"""' in text


def test_a_file_that_fails_leaves_the_static_list_and_says_so(
    chromium: Browser, site: Path, serve_folder: Callable[[Path], str]
) -> None:
    page = chromium.new_page()
    page.route("**/apps/index.*/terms/*", lambda route: route.abort())
    page.goto(f"{serve_folder(site)}apps/?q=wiki")
    page.get_by_text("The search index could not be loaded; the whole list is shown.").wait_for()
    assert len(listed(page)) == 7
    page.close()


def test_a_slow_file_shows_that_the_list_is_on_its_way(
    chromium: Browser, site: Path, serve_folder: Callable[[Path], str]
) -> None:
    page = chromium.new_page()
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/apps/index.*/terms/*", hold)
    page.goto(f"{serve_folder(site)}apps/?q=wiki", wait_until="commit")
    page.locator(".results.waiting").wait_for()
    held[0].continue_()
    assert listed(page, 1) == ["pebble-wiki"]
    assert page.locator(".results.waiting").count() == 0
    page.close()
