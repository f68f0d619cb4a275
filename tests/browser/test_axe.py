"""No page breaks a rule of accessibility that a machine can find: axe-core, WCAG 2.0 to 2.2 A and AA, good practice."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Page

PAGES = [
    "",
    "apps/",
    "rules/",
    "rules/APS235/",
    "apps/?q=sync",
    "apps/?q=nothing-is-called-so",
    "apps/?type=webspace&region=DE",
    "apps/harbor-sync/",
    "apps/pebble-wiki/",
    "shortlist/",
    "shortlist/?list=umi,lodz,markup",
    "compare/?list=umi,lodz,quay-mail,markup",
    "embed/?of=quay-mail",
    "types/webspace/",
    "regions/emea/",
    "vendors/bread-wires/",
    "regions/",
    "programme/",
    "programme/statistics/",
    "promotions/",
    "guide/",
    "contribute/",
]


AXE = (resources.files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
_LEAST_RULES = 15


def _drawer(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 900})
    page.locator(".filters-open").click()
    page.locator("dialog.drawer[open]").wait_for()


def _tray(page: Page) -> None:
    for at in range(2):
        page.locator(".card .marks [data-list=compare]").nth(at).click()
    page.locator(".card .marks [data-list=shortlist]").first.click()
    page.locator(".tray .primary").wait_for()


def _answers(page: Page) -> None:
    page.locator(".hero input").fill("sync")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")


def _found_values(page: Page) -> None:
    page.locator("[data-facet=region]").get_by_role("searchbox").fill("pola")
    page.locator(".found .opt").first.wait_for()


def _rows(page: Page) -> None:
    page.get_by_role("button", name="As rows").click()


STATES: dict[str, tuple[str, Callable[[Page], None]]] = {
    "the drawer of filters": ("apps/?type=webspace", _drawer),
    "the tray of what is compared": ("apps/", _tray),
    "answers under a field": ("", _answers),
    "values found in a facet": ("apps/?type=webspace", _found_values),
    "rows instead of cards": ("apps/", _rows),
}


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_what_readers_open(
    chromium: Browser, serve_folder: Callable[[Path], str], site: Path, scheme: str, state: str
) -> None:
    path, do = STATES[state]
    context = chromium.new_context(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(serve_folder(site) + path, wait_until="networkidle")
    if state != "the drawer of filters":
        page.set_viewport_size({"width": 1280, "height": 900})
    do(page)
    page.evaluate(AXE)
    answer = page.evaluate("axe.run()")
    context.close()
    assert len(answer["passes"]) > _LEAST_RULES
    assert [(found["id"], found["nodes"][0]["html"][:200]) for found in answer["violations"]] == []


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(
    chromium: Browser, serve_folder: Callable[[Path], str], site: Path, scheme: str, width: int
) -> None:
    address = serve_folder(site)
    viewport = {"width": width, "height": 900}
    context = chromium.new_context(color_scheme=scheme, viewport=viewport, reduced_motion="reduce")  # type: ignore[arg-type]
    found = []
    for path in PAGES:
        page = context.new_page()
        page.goto(address + path, wait_until="networkidle")
        page.evaluate(AXE)
        answer = page.evaluate("axe.run()")
        assert len(answer["passes"]) > _LEAST_RULES, f"axe looked at next to nothing on {path}"
        for violation in answer["violations"]:
            nodes = [node["html"][:160] for node in violation["nodes"][:3]]
            found.append(f"{path or '/'}: {violation['id']}: {violation['help']}: {nodes}")
        page.close()
    context.close()
    assert found == []
