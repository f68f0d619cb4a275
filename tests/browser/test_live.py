"""The live preview in a browser: an open page follows its entry and says what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.conftest import COMPLETE
from tests.site.test_live import copy, serving

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page


def test_an_open_page_reloads_and_shows_findings_on_top(page: Page, tmp_path: Path) -> None:
    copy(tmp_path)
    file = tmp_path / "entries" / "wiki" / "entry.yaml"
    with serving(tmp_path) as (address, _):
        page.goto(f"{address}apps/wiki/")
        panel = page.locator("#aps-live")
        file.write_text(COMPLETE.replace("Write and share", "Type and share"))
        expect(page.locator(".e-hero .sum")).to_have_text("Type and share team notes on a shared web host")
        file.write_text(COMPLETE.replace("type: webspace", "type: <b>bold</b>"))
        expect(panel).to_contain_text("APS209")
        expect(panel).to_contain_text("<b>bold</b>")
        expect(panel).to_be_in_viewport()
        expect(page.locator(".e-hero .sum")).to_have_text("Type and share team notes on a shared web host")
        file.write_text(COMPLETE)
        expect(page.locator(".e-hero .sum")).to_have_text("Write and share team notes on a shared web host")
        expect(page.locator("#aps-live", has_text="APS209")).to_have_count(0)
        page.goto("about:blank")
