"""A whole site from a small catalog, drawn with the real theme and configuration."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import TYPE_CHECKING

import pytest

from tests.conftest import MINIMAL, write_catalog
from tests.site.golden import GOLDEN, build, texts

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("full"))


@pytest.fixture(scope="module")
def from_disk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("disk"), offline=True)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("empty")
    return build(folder, write_catalog(folder, {}))


@pytest.mark.parametrize("name", sorted(path.name for path in GOLDEN.glob("*.*")))
def test_a_file_is_the_golden_one(site: Path, name: str) -> None:
    wanted = (GOLDEN / name).read_text(encoding="utf-8")
    assert texts(site)[name] == wanted, "if the change is meant: python -m tests.site.golden"


def test_the_frame_has_the_pages_own_words(site: Path) -> None:
    page = (site / "apps" / "harbor-sync" / "index.html").read_text(encoding="utf-8")
    assert "<title>Harbor Sync by Bread &amp; Wires GmbH - APS Catalog</title>" in page
    assert '<meta name="description" content="Keeps office files in step between sites">' in page
    assert '<link rel="canonical" href="https://catalog.aps.example/apps/harbor-sync/">' in page


def test_a_former_address_leads_on_at_once(site: Path) -> None:
    page = (site / "apps" / "harbor-files" / "index.html").read_text(encoding="utf-8")
    assert 'http-equiv="refresh" content="0; url=../../apps/harbor-sync/"' in page
    assert '<link rel="canonical" href="https://catalog.aps.example/apps/harbor-sync/">' in page
    assert "<script" not in page


def test_every_page_names_its_icon_so_that_no_browser_asks_the_host_for_one(site: Path) -> None:
    for page in site.rglob("*.html"):
        named = re.findall(r'<link rel="icon" href="([^"]*)">', page.read_text(encoding="utf-8"))
        assert len(named) == 1, page
        found = site / named[0].removeprefix("/") if page.name == "404.html" else page.parent / named[0]
        assert found.is_file(), page


def test_a_withdrawn_entry_keeps_its_address_and_nothing_else(site: Path) -> None:
    assert (site / "apps" / "harbor-classic" / "index.html").is_file()
    assert (
        json.loads((site / "api/v1/entries/harbor-classic.json").read_text())["listing"]["status"]
        == "withdrawn"
    )
    listing = json.loads((site / "api/v1/entries.json").read_text())
    assert {entry["slug"] for entry in listing["entries"]} == {"harbor-sync", "waha", "example-wiki"}
    assert "harbor-classic" not in (site / "sitemap.xml").read_text()
    assert "Harbor Classic" not in (site / "apps" / "index.html").read_text()


def test_texts_of_other_scripts_say_their_language_and_direction(site: Path) -> None:
    page = (site / "apps" / "waha" / "index.html").read_text(encoding="utf-8")
    assert '<h1><bdi lang="ar" dir="rtl">بريد الواحة</bdi></h1>' in page
    assert re.search(r'class="prose" lang="ar" dir="rtl"', page)


def test_demonstrations_are_marked_on_card_page_and_api(site: Path) -> None:
    for path in ("apps/index.html", "apps/waha/index.html"):
        assert "tag demo" in (site / path).read_text(encoding="utf-8")
    assert json.loads((site / "api/v1/entries/waha.json").read_text())["demo"] is True


def test_no_address_depends_on_where_the_site_is_served(site: Path) -> None:
    for page in site.rglob("*.html"):
        if page.name != "404.html":
            text = page.read_text(encoding="utf-8")
            assert "\x01" not in text
            assert "\x02" not in text
            assert not re.search(r'(?:href|src|action)="/', text), page


def test_every_static_page_of_the_contract_is_there(site: Path) -> None:
    for path in (
        "index.html",
        "404.html",
        "apps/index.html",
        "types/webspace/index.html",
        "types/dedicated/index.html",
        "models/not-stated/index.html",
        "routes/key-administrator/index.html",
        "regions/emea/index.html",
        "regions/154/index.html",
        "regions/NO/index.html",
        "regions/not-stated/index.html",
        "categories/web/wiki/index.html",
        "categories/index.html",
        "vendors/bread-wires-gmbh/index.html",
        "promotions/index.html",
        "guide/types/index.html",
        "api/v1/schema.json",
        "api/v1/entries.csv",
    ):
        assert (site / path).is_file(), path
    assert not (site / "regions" / "MT").exists()


def test_a_facet_page_has_the_true_count_and_its_cards(site: Path) -> None:
    page = (site / "types" / "connector" / "index.html").read_text(encoding="utf-8")
    assert re.search(r"<b>1</b> application\b", page)
    assert "Harbor Sync" in page
    assert "بريد الواحة" not in page


def test_from_disk_every_link_names_a_file(from_disk: Path) -> None:
    for page in from_disk.rglob("*.html"):
        if page.name == "404.html":
            continue
        for link in re.findall(
            r'\b(?:href|src|action)="([^"#?:]*)(?=["#?])', page.read_text(encoding="utf-8")
        ):
            if link:
                target = (page.parent / unescape(link)).resolve()
                assert target.is_file(), f"{page}: {link}"


def test_an_empty_catalog_says_so(empty: Path) -> None:
    assert "No application is listed yet" in (empty / "apps" / "index.html").read_text(encoding="utf-8")
    assert json.loads((empty / "api/v1/entries.json").read_text())["entries"] == []
    assert not list(empty.glob("apps/*/index.html"))


def test_the_same_catalog_gives_the_same_bytes(site: Path, tmp_path: Path) -> None:
    again = build(tmp_path)
    files = sorted(path.relative_to(site) for path in site.rglob("*") if path.is_file())
    assert files == sorted(path.relative_to(again) for path in again.rglob("*") if path.is_file())
    assert [path for path in files if (site / path).read_bytes() != (again / path).read_bytes()] == []


def test_lists_are_paged_so_that_everything_is_reachable(tmp_path: Path) -> None:
    entries = {f"wiki-{n}": MINIMAL.replace("Example Wiki", f"Wiki {n:02}", 1) for n in range(30)}
    site = build(tmp_path, write_catalog(tmp_path, entries))
    for place in ("apps", "types/webspace", "categories/web/wiki", "vendors/example-wiki-project"):
        pages = [site / place / "index.html", site / place / "page" / "2" / "index.html"]
        found = [
            set(re.findall(r'href="[./]*apps/(wiki-\d+)/"', page.read_text(encoding="utf-8")))
            for page in pages
        ]
        assert [len(names) for names in found] == [24, 6], place
        assert found[0] | found[1] == set(entries), place
    assert not (site / "regions" / "worldwide" / "page").exists()
