"""Applications of the catalog on a page of somebody else's, and the page that gives the piece of HTML for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
HEAD = "<!doctype html><title>Shop</title><link rel=icon href=data:,>"


def _snippet(page: Page, address: str, of: str, holds: str) -> str:
    page.goto(f"{address}embed/")
    page.get_by_label("Address of an application").fill(of)
    page.locator(".embed-code", has_text=holds).wait_for()
    page.locator(".embed-preview .card").first.wait_for()
    return page.locator(".embed-code").inner_text()


@pytest.mark.parametrize(
    ("of", "holds", "names"),
    [
        ("apps/quay-mail/", 'entry="quay-mail"', ["Quay Mail"]),
        ("apps/?type=connector&region=DE", 'filter="type=connector&amp;region=DE"', ["Harbor Sync"]),
        ("apps/?q=%22%3Cwiki", 'filter="q=%22%3Cwiki"', ["Pebble Wiki"]),
    ],
)
def test_what_the_page_gives_shows_the_applications_elsewhere(
    page: Page,
    site: Path,
    serve_folder: Callable[[Path], str],
    tmp_path: Path,
    of: str,
    holds: str,
    names: list[str],
) -> None:
    address = serve_folder(site)
    snippet = _snippet(page, address, address + of, holds)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "index.html").write_text(f"{HEAD}<h1>Our shop</h1>{snippet}", encoding="utf-8")
    shop = serve_folder(elsewhere)
    assert shop != address
    page.goto(shop)
    page.locator("aps-catalog .card").first.wait_for()
    assert page.locator("aps-catalog h3").all_inner_texts() == names
    assert page.locator("aps-catalog h3 a").first.get_attribute("href").startswith(f"{address}apps/")  # type: ignore[union-attr]
    assert page.context.cookies() == []


def test_without_a_script_or_an_answer_the_link_stands(
    chromium: Browser, page: Page, site: Path, serve_folder: Callable[[Path], str], tmp_path: Path
) -> None:
    address = serve_folder(site)
    snippet = _snippet(page, address, "quay-mail", 'entry="quay-mail"')
    (tmp_path / "index.html").write_text(
        f"{HEAD}{snippet}".replace("assets/embed.js", "assets/gone.js"),
        encoding="utf-8",
    )
    plain = chromium.new_page(java_script_enabled=False)
    for shop in (plain, chromium.new_page()):
        shop.goto(serve_folder(tmp_path))
        link = shop.get_by_role("link", name="Quay Mail in the APS Catalog")
        assert link.get_attribute("href") == f"{address}apps/quay-mail/"
        shop.close()


def test_an_address_of_nothing_is_told(page: Page, site: Path, serve_folder: Callable[[Path], str]) -> None:
    page.goto(f"{serve_folder(site)}embed/?of=no-such-entry")
    page.get_by_text("No application has this address.").wait_for()


def test_the_list_leads_to_its_own_piece_of_html(page: Page, apps: str) -> None:
    page.goto(f"{apps}?type=connector")
    page.get_by_role("button", name="Show this list on your own site").click()
    page.locator(".embed-code", has_text='filter="type=connector"').wait_for()
