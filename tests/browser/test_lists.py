"""Shortlist and comparison: kept in the browser, shared by address, saved, printed, from a server and from disk."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import build

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


def _mark(page: Page, kind: str, *names: str) -> None:
    for name in names:
        page.get_by_role("button", name=f"{kind} {name}", exact=True).click()


def _names(page: Page) -> list[str]:
    return page.locator("main .cards h3").all_inner_texts()


def test_a_shortlist_is_kept_and_counted_in_the_menu(page: Page, apps: str) -> None:
    _mark(page, "Shortlist", "Quay Mail", "Harbor Sync")
    page.locator(".aps-tabs a", has_text="Shortlist (2)").click()
    page.locator(".count", has_text="2 applications").wait_for()
    assert _names(page) == ["Quay Mail", "Harbor Sync"]
    _mark(page, "Shortlist", "Quay Mail")
    page.locator(".count", has_text="1 application").wait_for()
    page.goto(apps)
    assert page.get_by_role("button", name="Shortlist Harbor Sync").get_attribute("aria-pressed") == "true"
    assert page.get_by_role("button", name="Shortlist Quay Mail").get_attribute("aria-pressed") == "false"


def test_an_entry_is_marked_on_its_own_page_too(page: Page, apps: str) -> None:
    page.goto(f"{apps}quay-mail/")
    page.locator(".e-acts").get_by_role("button", name="Shortlist Quay Mail").click()
    page.goto(f"{apps.removesuffix('apps/')}shortlist/")
    page.locator(".count", has_text="1 application").wait_for()
    assert _names(page) == ["Quay Mail"]


def test_a_shared_list_stays_as_it_came_until_it_is_kept(page: Page, apps: str) -> None:
    root = apps.removesuffix("apps/")
    page.goto(f"{root}shortlist/?list=umi,no-such-entry,lodz")
    page.locator(".count", has_text="not in the catalog any more: no-such-entry").wait_for()
    assert page.locator("h1").inner_text() == "A shared shortlist"
    assert _names(page) == ["海の同期", "Łódź Forms"]
    assert page.evaluate("localStorage.getItem('aps.shortlist')") is None
    page.get_by_role("button", name="Keep as my shortlist").click()
    page.locator("h1", has_text="Your shortlist").wait_for()
    page.locator(".count", has_text="2 applications").wait_for()
    assert _names(page) == ["海の同期", "Łódź Forms"]


def test_an_empty_shortlist_says_how_to_fill_it(page: Page, apps: str) -> None:
    page.goto(f"{apps.removesuffix('apps/')}shortlist/")
    page.get_by_text("Nothing is on the list yet").wait_for()


def test_the_code_on_the_leaflet_holds_the_address_of_the_list(page: Page, apps: str, tmp_path: Path) -> None:
    zxing = pytest.importorskip("zxingcpp")
    image = pytest.importorskip("PIL.Image")
    address = f"{apps.removesuffix('apps/')}shortlist/?list=umi,lodz"
    page.goto(address)
    code = page.locator(".list-code svg")
    code.wait_for()
    picture = image.open(io.BytesIO(code.screenshot(scale="device", path=tmp_path / "code.png")))
    (found,) = zxing.read_barcodes(picture)
    assert found.text == address


def test_the_leaflet_prints_contacts_and_no_buttons(page: Page, apps: str) -> None:
    page.goto(f"{apps.removesuffix('apps/')}shortlist/?list=umi,lodz")
    page.locator(".list-code svg").wait_for()
    assert not page.get_by_text("vendor.example").first.is_visible()
    page.emulate_media(media="print")
    assert page.get_by_text("vendor.example").first.is_visible()
    assert not page.locator(".marks, .list-acts, .tray").first.is_visible()
    assert page.locator(".list-code svg").is_visible()


def test_up_to_four_are_compared_with_what_differs_first(page: Page, apps: str) -> None:  # noqa: ARG001
    _mark(page, "Compare", "Quay Mail", "Harbor Sync", "Łódź Forms", "海の同期")
    full = page.get_by_role("button", name="Compare Pebble Wiki")
    assert full.get_attribute("aria-disabled") == "true"
    full.click(force=True)
    page.get_by_role("link", name="Compare 4").click()
    page.wait_for_url("**/compare/?list=quay-mail,harbor-sync,lodz,umi")
    table = page.get_by_role("table")
    heads = table.get_by_role("columnheader").locator("h2").all_inner_texts()
    assert heads == ["Quay Mail", "Harbor Sync", "Łódź Forms", "海の同期"]
    assert table.locator("tbody").first.locator("th").first.inner_text() == "Different"
    row = table.get_by_role("row").filter(has_text="Application type").locator("td").all_inner_texts()
    assert row == ["Dedicated", "Connector", "Webspace", "Connector"]
    same = table.locator("tbody.same").inner_text()
    assert "Business models" in same
    page.get_by_label("Differences only").check()
    assert not table.locator("tbody.same").first.is_visible()


def test_a_column_is_taken_out(page: Page, apps: str) -> None:
    page.goto(f"{apps.removesuffix('apps/')}compare/?list=umi,lodz,quay-mail")
    page.get_by_role("button", name="Take Łódź Forms out").click()
    page.wait_for_url("**/compare/?list=umi,quay-mail")
    page.locator("h1", has_text="Compare 2 applications").wait_for()


def test_a_former_slug_in_a_shared_list_leads_to_its_entry(
    page: Page, serve_folder: Callable[[Path], str], tmp_path: Path
) -> None:
    site = build(tmp_path, moved={"harbor-sync": "harbor-files"})
    page.goto(f"{serve_folder(site)}shortlist/?list=harbor-files")
    page.locator(".count", has_text="1 application").wait_for()
    assert _names(page) == ["Harbor Sync"]


def test_the_comparison_is_saved_as_a_table(page: Page, apps: str, tmp_path: Path) -> None:
    page.goto(f"{apps.removesuffix('apps/')}compare/?list=umi,lodz")
    with page.expect_download() as saved:
        page.get_by_role("button", name="CSV").click()
    file = tmp_path / "compare.csv"
    saved.value.save_as(file)
    lines = file.read_text(encoding="utf-8-sig").splitlines()
    assert lines[0].startswith("Name,Vendor,Summary,Application type,")
    assert lines[1].startswith("海の同期,海ソフト,")


def test_lists_work_from_disk(page: Page, site_from_disk: Path) -> None:
    page.goto((site_from_disk / "apps" / "index.html").as_uri())
    _mark(page, "Compare", "Quay Mail", "Harbor Sync")
    page.get_by_role("link", name="Compare 2").click()
    page.locator("h1", has_text="Compare 2 applications").wait_for()
    page.goto(f"{(site_from_disk / 'shortlist' / 'index.html').as_uri()}?list=umi,lodz")
    page.locator(".count", has_text="2 applications").wait_for()
    assert page.locator(".list-code svg").is_visible()


def test_where_nothing_can_be_kept_lists_last_as_long_as_the_page(
    chromium: Browser, site: Path, serve_folder: Callable[[Path], str]
) -> None:
    page = chromium.new_page()
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError') }})"
    )
    page.goto(f"{serve_folder(site)}apps/")
    _mark(page, "Compare", "Quay Mail", "Harbor Sync")
    assert page.get_by_text("Kept until this page is closed").is_visible()
    assert page.get_by_role("link", name="Compare 2").is_visible()
    page.close()
