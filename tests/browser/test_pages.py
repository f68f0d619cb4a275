"""Pages on screens of several widths, and what works without a script."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser

PAGES = [
    "", "apps/", "apps/harbor-sync/", "apps/pebble-wiki/", "types/webspace/", "regions/", "regions/155/", "vendors/",
    "shortlist/", "embed/?of=umi",
    "shortlist/?list=umi,lodz,muller", "compare/", "compare/?list=umi,lodz,muller,markup",
    "categories/", "promotions/",
    "programme/", "programme/webinars/", "programme/figures/", "programme/statistics/",
    "guide/", "guide/types/", "guide/models/",
    "guide/partners/", "guide/glossary/", "contribute/", "imprint/", "404.html",
]  # fmt: skip


@pytest.mark.parametrize("width", [320, 360, 768, 1024, 1280])
def test_no_page_scrolls_sideways(
    chromium: Browser, site: Path, serve_folder: Callable[[Path], str], width: int
) -> None:
    root = serve_folder(site)
    page = chromium.new_page(viewport={"width": width, "height": 800})
    wide = []
    for path in PAGES:
        page.goto(root + path)
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            wide.append(path)
    page.close()
    assert wide == []


@pytest.mark.parametrize("path", PAGES)
def test_every_page_has_one_heading_and_loads_nothing_that_fails(
    chromium: Browser, site: Path, serve_folder: Callable[[Path], str], path: str
) -> None:
    root = serve_folder(site)
    page = chromium.new_page()
    trouble: list[str] = []
    page.on("requestfailed", lambda request: trouble.append(request.url))
    page.on(
        "request",
        lambda request: None if request.url.startswith((root, "data:")) else trouble.append(request.url),
    )
    page.on("response", lambda response: trouble.append(response.url) if response.status >= 400 else None)
    page.on("console", lambda said: trouble.append(said.text) if said.type == "error" else None)
    page.goto(root + path, wait_until="networkidle")
    assert page.locator("main h1").count() == 1
    page.close()
    assert trouble == []


def test_menu_and_filters_open_and_close_without_a_script(
    chromium: Browser, site: Path, serve_folder: Callable[[Path], str]
) -> None:
    page = chromium.new_page(java_script_enabled=False, viewport={"width": 360, "height": 700})
    page.goto(f"{serve_folder(site)}apps/")
    for button, panel in ((".aps-menu", "#menu"), (".filters-open", "#filters")):
        assert not page.locator(panel).is_visible()
        page.locator(button).click()
        assert page.locator(panel).is_visible()
        page.keyboard.press("Escape")
        assert not page.locator(panel).is_visible()
    page.close()


def test_the_search_field_of_the_header_asks_the_list(
    chromium: Browser, site: Path, serve_folder: Callable[[Path], str]
) -> None:
    page = chromium.new_page(java_script_enabled=False)
    page.goto(f"{serve_folder(site)}apps/quay-mail/")
    page.get_by_role("searchbox").fill("forms & more")
    page.keyboard.press("Enter")
    page.wait_for_url("**/apps/?q=forms+%26+more")
    assert page.get_by_role("searchbox").count() == 1
    page.close()


def test_light_and_dark_are_switched_and_kept(
    chromium: Browser, site: Path, serve_folder: Callable[[Path], str]
) -> None:
    page = chromium.new_page(color_scheme="light")
    page.goto(serve_folder(site))
    ground = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(ground) == "rgb(255, 255, 255)"
    for _ in range(2):  # from the system's choice over light to dark
        page.locator("[data-md-component=palette] label:visible").click()
    assert page.evaluate(ground) == "rgb(16, 19, 23)"
    page.reload()
    assert page.evaluate(ground) == "rgb(16, 19, 23)"
    page.close()


FLOWS = [
    "models/direct/",
    "models/referral/",
    "models/reseller/",
    "routes/white-label/",
    "routes/key-administrator/",
]
OUTSIDE = """
(() => {
  const outside = [];
  for (const svg of document.querySelectorAll(".flow svg")) {
    const { width, height } = svg.viewBox.baseVal;
    for (const text of svg.querySelectorAll("text")) {
      const box = text.getBBox();
      if (box.x < 0 || box.x + box.width > width || box.y + box.height > height) outside.push(text.textContent);
    }
    for (const party of svg.querySelectorAll(".party")) {
      const box = party.querySelector("rect").getBBox();
      for (const text of party.querySelectorAll("text"))
        if (text.getBBox().width > box.width) outside.push(text.textContent);
    }
  }
  return outside;
})()
"""


@pytest.mark.parametrize("path", FLOWS)
def test_the_words_of_a_money_flow_stay_inside_it(
    chromium: Browser, site: Path, serve_folder: Callable[[Path], str], path: str
) -> None:
    page = chromium.new_page(viewport={"width": 360, "height": 800})
    page.goto(serve_folder(site) + path)
    page.evaluate("document.querySelectorAll('.flows details').forEach((one) => { one.open = true })")
    page.evaluate("document.fonts.ready")
    assert page.locator(".flow svg").count() >= 1
    outside = page.evaluate(OUTSIDE)
    page.close()
    assert outside == []


def test_the_words_beside_a_money_flow_say_the_same_as_its_drawing(
    chromium: Browser, site: Path, serve_folder: Callable[[Path], str]
) -> None:
    page = chromium.new_page()
    page.goto(f"{serve_folder(site)}models/direct/")
    flow = page.locator(".flow").first
    labels = flow.locator("g:is(.paid, .signed) text").all_text_contents()
    said = flow.locator("li").all_text_contents()
    page.close()
    assert len(labels) == len(said) == 5
    assert all(label in sentence for label, sentence in zip(labels, said, strict=True))
