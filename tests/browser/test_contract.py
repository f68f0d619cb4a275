"""What a long list promises: more on request with the focus on it, a calm count line, targets that a thumb can hit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import build
from tests.browser.test_browse import listed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
MANY = "---\n".join(
    f"slug: tool-{at:02} | name: Tool {at:02} | summary: Tool number {at} | vendor: Maker {at} | type: webspace\n"
    f"regions: worldwide | category: web/wiki | checked: 2012-05-{at % 28 + 1:02}\n"
    for at in range(30)
)
SMALL = """
[...document.querySelectorAll("button, select, input, .opt, .chip, .btn, summary, .aps-tabs a")]
  .filter((one) => one.offsetParent)
  .map((one) => [one, one.getBoundingClientRect()])
  .filter(([one, box]) => box.width && (box.width < 24 || box.height < 24) && !["checkbox", "radio"].includes(one.type))
  .map(([one, box]) => `${one.outerHTML.slice(0, 80)} ${box.width} × ${box.height}`)
"""


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("many"), rows=MANY)


def test_more_comes_on_request_and_takes_the_focus(
    page: Page, many: Path, serve_folder: Callable[[Path], str]
) -> None:
    page.goto(f"{serve_folder(many)}apps/?type=webspace")
    assert len(listed(page, 24)) == 24
    page.get_by_text("24 of 30 shown").wait_for()
    page.get_by_role("button", name="Show 6 more").click()
    assert len(listed(page, 30)) == 30
    assert page.url.endswith("?n=48&type=webspace")
    assert page.evaluate("document.activeElement.textContent") == "Tool 24"
    page.reload()
    assert len(listed(page, 30)) == 30
    page.go_back()
    assert len(listed(page, 24)) == 24


def test_a_further_page_of_the_plain_list_is_left_for_a_question(
    page: Page, many: Path, serve_folder: Callable[[Path], str]
) -> None:
    address = serve_folder(many)
    page.goto(f"{address}apps/page/2/")
    assert len(listed(page, 6)) == 6
    page.locator("#q").fill("Tool 07")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}apps/?q=Tool+07")


def test_the_count_line_waits_for_a_pause_in_typing_and_is_the_only_live_part(page: Page, apps: str) -> None:  # noqa: ARG001
    before = page.locator(".count").inner_text()
    page.locator("#q").press_sequentially("wiki")
    assert listed(page, 1) == ["pebble-wiki"]
    assert page.locator(".count").inner_text() == before
    page.locator(".count", has_text="1 of 7 applications").wait_for()
    assert page.locator("[aria-live], [role=status], [role=alert], [role=log]").count() == 1


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_to_press_is_smaller_than_a_fingertip(page: Page, apps: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{apps}?type=webspace&model=direct")
    page.locator(".chip").first.wait_for()
    page.locator(".card .marks button").first.click()
    if width == 360:
        page.locator(".filters-open").click()
    assert page.evaluate(SMALL) == []


def test_every_stop_of_the_keyboard_is_seen(page: Page, apps: str) -> None:
    page.goto(f"{apps}?type=webspace")
    page.locator(".chip").first.wait_for()
    unseen = []
    for _ in range(40):
        page.keyboard.press("Tab")
        shown = page.evaluate(
            "(() => { const one = document.activeElement; const ring = getComputedStyle(one);"
            " const card = one.closest('.card') && getComputedStyle(one.closest('.card'));"
            " return [one.outerHTML.slice(0, 80),"
            "  [ring, card].some(style => style && style.outlineStyle !== 'none'"
            "    && parseFloat(style.outlineWidth) >= 1)]; })()"
        )
        if not shown[1]:
            unseen.append(shown[0])
    assert unseen == []
