"""Pages in which every part occurs fit the smallest screens, and former addresses lead on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.site.golden import build

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser
WIDE = """() => [...document.querySelectorAll('body *')]
  .filter(part => part.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
  .filter(part => document.documentElement.scrollWidth > document.documentElement.clientWidth)
  .slice(0, 3).map(part => part.outerHTML.slice(0, 120))"""


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("full"))


@pytest.mark.parametrize("width", [320, 360])
def test_no_part_of_a_page_is_wider_than_a_phone(
    chromium: Browser, serve_folder: Callable[[Path], str], full: Path, width: int
) -> None:
    page = chromium.new_page(viewport={"width": width, "height": 800})
    address = serve_folder(full)
    pages = [path.parent.relative_to(full).as_posix() for path in sorted(full.rglob("index.html"))]
    too_wide = {}
    for path in pages:
        if path != "apps/harbor-files" and not path.startswith("regions/"):
            page.goto(f"{address}{path}/", wait_until="load")
            if found := page.evaluate(WIDE):
                too_wide[path] = found
    page.close()
    assert too_wide == {}


def test_a_former_address_leads_on_without_a_script(
    chromium: Browser, serve_folder: Callable[[Path], str], full: Path
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    address = serve_folder(full)
    page.goto(f"{address}apps/harbor-files/")
    page.wait_for_url(f"{address}apps/harbor-sync/")
    assert page.locator("h1").inner_text() == "Harbor Sync"
    context.close()
