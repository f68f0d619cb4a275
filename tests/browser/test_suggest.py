"""The search fields of the header and the front page answer while one types."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("start", ["", "apps/quay-mail/"])
def test_a_few_letters_and_two_keys_lead_to_the_entry(
    page: Page, site: Path, serve_folder: Callable[[Path], str], start: str
) -> None:
    page.goto(serve_folder(site) + start)
    page.keyboard.press("/")
    page.keyboard.type("wik")
    page.get_by_role("option", name="Pebble Wiki").wait_for()
    field = page.get_by_role("combobox")
    assert field.get_attribute("aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    chosen = page.locator(f"#{field.get_attribute('aria-activedescendant')}")
    assert "Pebble Wiki" in chosen.inner_text()
    page.keyboard.press("Enter")
    page.wait_for_url("**/apps/pebble-wiki/")


def test_enter_alone_asks_the_list_and_escape_closes_the_answers(
    page: Page, site: Path, serve_folder: Callable[[Path], str]
) -> None:
    page.goto(serve_folder(site))
    page.get_by_role("combobox").fill("sync")
    page.get_by_role("option", name="Harbor Sync").wait_for()
    page.keyboard.press("Escape")
    assert page.get_by_role("listbox").count() == 0
    page.keyboard.press("Enter")
    page.wait_for_url("**/apps/?q=sync")


def test_the_last_answer_leads_to_all(page: Page, site: Path, serve_folder: Callable[[Path], str]) -> None:
    page.goto(serve_folder(site))
    page.get_by_role("combobox").fill("for")
    page.get_by_role("option").last.click()
    page.wait_for_url("**/apps/?q=for")


def test_it_works_from_disk(page: Page, site_from_disk: Path) -> None:
    page.goto((site_from_disk / "index.html").as_uri())
    page.get_by_role("combobox").fill("quay")
    page.get_by_role("option", name="Quay Mail").click()
    page.wait_for_url("**/apps/quay-mail/index.html")
