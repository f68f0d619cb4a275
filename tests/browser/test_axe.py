"""No page breaks a rule of accessibility that a machine can find: axe-core, WCAG 2.0 to 2.2 A and AA, good practice."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser

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
