"""The site in a folder of a plain host, under the policy that its pages and the host state: nothing breaks it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from catalog.compile import compile_catalog
from catalog.site import build_site
from tests.browser.hosts import hosted
from tests.conftest import ROOT
from tests.site.golden import DAY, FULL

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
FOLDER = "shop/applications"
WATCH = """
window.refused = [];
document.addEventListener("securitypolicyviolation", (event) => {
  window.refused.push(`${event.violatedDirective}: ${event.blockedURI}`);
});
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a host that has the site at `FOLDER`, and whose configuration says so."""
    folder = tmp_path_factory.mktemp("host")
    for name in ("docs", "theme"):
        (folder / name).symlink_to(ROOT / name)
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    config = folder / "mkdocs.yml"
    config.write_text(re.sub(r"(?m)^site_url:.*", f"site_url: https://host.example/{FOLDER}/", text))
    output, catalog = folder / "public" / FOLDER, compile_catalog(FULL, DAY).catalog
    build_site(catalog, config=config, output=output, cache=ROOT / ".cache")
    return folder / "public"


@pytest.fixture
def host(root: Path) -> Iterator[str]:
    with hosted(root, FOLDER) as address:
        yield address


@pytest.fixture
def watched(page: Page, host: str) -> Iterator[Page]:
    """A page that fails its test on what the policy refuses, on a console error, and on a request to elsewhere."""
    elsewhere: list[str] = []
    origin = host.removesuffix(f"{FOLDER}/")
    page.on(
        "request",
        lambda asked: (
            None if asked.url.startswith((origin, "data:", "blob:")) else elsewhere.append(asked.url)
        ),
    )
    page.add_init_script(WATCH)
    yield page
    assert page.evaluate("window.refused") == []
    assert elsewhere == []


KINDS = [
    "", "apps/", "apps/harbor-sync/", "apps/waha/", "apps/harbor-classic/", "apps/harbor-files/", "types/connector/",
    "models/reseller/", "routes/key-administrator/", "regions/", "regions/emea/", "regions/NO/", "categories/",
    "categories/web/wiki/", "vendors/", "vendors/bread-wires-gmbh/", "promotions/", "shortlist/",
    "shortlist/?list=harbor-sync,waha", "compare/", "compare/?list=harbor-sync,waha", "embed/?of=waha", "programme/",
    "programme/statistics/", "guide/", "guide/models/", "rules/", "rules/APS209/", "contribute/", "imprint/",
]  # fmt: skip
"""One page of each kind."""


@pytest.mark.parametrize("path", KINDS)
def test_a_page_needs_nothing_that_the_policy_refuses(watched: Page, host: str, path: str) -> None:
    watched.goto(host + path, wait_until="networkidle")
    assert watched.locator("h1").count() == 1


def test_search_filters_and_rows_go_on_under_the_policy(watched: Page, host: str) -> None:
    watched.goto(host)
    watched.locator(".hero input").fill("sync")
    watched.get_by_role("option").first.wait_for()
    watched.locator(".hero").get_by_role("button", name="Search").click()
    watched.locator(".results h3", has_text="Harbor Sync").wait_for()
    watched.locator("a[data-filter='type=connector']").first.click()
    watched.locator(".chip").first.wait_for()
    watched.get_by_role("button", name="As rows").click()
    assert watched.locator(".results h3 a").first.is_visible()


def test_shortlist_leaflet_and_comparison_go_on_under_the_policy(watched: Page, host: str) -> None:
    watched.goto(f"{host}apps/")
    for at in range(2):
        watched.locator(".card .marks [data-list=compare]").nth(at).click()
    watched.get_by_role("link", name="Compare 2").click()
    watched.get_by_role("table").wait_for()
    with watched.expect_download() as download:
        watched.get_by_role("button", name="CSV").click()
    assert download.value.suggested_filename.endswith(".csv")
    watched.goto(f"{host}shortlist/?list=harbor-sync,waha")
    watched.locator(".list-code svg").wait_for()


def test_the_dark_is_kept_from_page_to_page_under_the_policy(watched: Page, host: str) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    watched.goto(host)
    light = watched.evaluate(ground)
    for _ in range(2):  # from the system's choice over light to dark
        watched.locator("[data-md-component=palette] label:visible").click()
    dark = watched.evaluate(ground)
    watched.goto(f"{host}apps/harbor-sync/", wait_until="commit")
    watched.locator("h1").wait_for()
    assert watched.evaluate(ground) == dark != light


@pytest.mark.parametrize("lost", ["gone/", "apps/gone/deep/down.html"])
def test_the_page_for_lost_addresses_stands_on_its_feet_in_a_folder(
    chromium: Browser, host: str, lost: str
) -> None:
    """Its console tells of one error, the address that is lost, so it is watched by its answers."""
    page = chromium.new_page()
    answers: list[tuple[str, int]] = []
    page.on("response", lambda answer: answers.append((answer.url, answer.status)))
    page.add_init_script(WATCH)
    page.goto(host + lost, wait_until="networkidle")
    assert [answer for answer in answers if answer[1] != 200] == [(host + lost, 404)]
    assert page.evaluate("window.refused") == []
    assert page.evaluate("getComputedStyle(document.querySelector('.lost')).display") != "inline"
    page.get_by_role("link", name="All applications").click()
    page.wait_for_url(f"{host}apps/")
    page.close()


def test_what_stands_in_a_page_is_refused(chromium: Browser, host: str) -> None:
    """So the tests above would see it: a script and a style in the page, and a picture from elsewhere."""
    page = chromium.new_page()
    page.add_init_script(WATCH)
    page.goto(host)
    page.evaluate("""() => {
      const script = document.createElement("script");
      script.textContent = "window.ran = true";
      const style = document.createElement("style");
      style.textContent = "h1 { display: none }";
      const picture = document.createElement("img");
      picture.src = "https://elsewhere.example/x.png";
      document.body.append(script, style, picture);
    }""")
    page.wait_for_function("window.refused.length === 6")  # Each is refused by the page and by the host.
    assert page.evaluate("window.ran") is None
    assert {said.split(":")[0] for said in page.evaluate("window.refused")} == {
        "script-src-elem",
        "style-src-elem",
        "img-src",
    }
    page.close()


def test_pages_from_disk_load_what_they_need(page: Page, site_from_disk: Path) -> None:
    page.add_init_script(WATCH)
    page.goto((site_from_disk / "apps" / "index.html").as_uri(), wait_until="networkidle")
    page.get_by_role("searchbox").last.fill("wiki")
    page.locator(".results h3", has_text="Pebble Wiki").wait_for()
    assert page.evaluate("window.refused") == []
    assert page.evaluate("document.fonts.size") > 0


@pytest.mark.parametrize(
    ("day", "offers"),
    [
        ("2012-06-30T12:00:00", ["Three months free", "Autumn offer"]),
        ("2012-07-01T00:00:01", ["Autumn offer"]),
        ("2012-11-01T12:00:00", []),
        ("2027-01-01T12:00:00", ["Three months free", "Autumn offer"]),  # The page speaks of a day long past.
    ],
)
@pytest.mark.parametrize("path", ["promotions/", "apps/harbor-sync/"])
def test_an_offer_leaves_the_page_on_the_day_after_its_last_without_a_build(
    watched: Page, host: str, path: str, day: str, offers: list[str]
) -> None:
    watched.clock.set_fixed_time(day)
    watched.goto(host + path)
    shown = watched.locator(".offer :is(h3, b):visible")
    assert shown.all_inner_texts() == offers
    if path == "promotions/":
        assert watched.locator(".offer-head:visible").count() == bool(offers)
