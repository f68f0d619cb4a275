"""A storefront's own site: what it sells, under its brand, with nothing of the programme."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from catalog.errors import UsageError
from catalog.model import Brand, StorefrontListing
from catalog.site import storefront_of, subset
from catalog.site.brand import style_of
from tests.conftest import AS_OF, COMPLETE, LOGO, MINIMAL, ROOT, write_catalog

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from subprocess import CompletedProcess

    from catalog.model import Catalog

    Compiled = Callable[..., Catalog]
    RunBuild = Callable[..., CompletedProcess[str]]

SOLD = COMPLETE.replace("[direct]", "[reseller]").replace(
    "routes: [automation, plesk]",
    "routes: [partner-storefront]\n"
    "storefront: {track_record: 'https://wiki.example.org/c', agreed: 2012-01-01, wholesale_agreed: true,\n"
    "  margin_50: true}\n"
    "white_label_partners: [luxcloud]",
)
OTHER = MINIMAL.replace("name: Example Wiki\n", "name: Other Product\n").replace(
    "name: Example Wiki Project", "name: Other Vendor"
)
SHOP = """\
name: Harbour <b>R&D</b> Hosting
enabled: true
applications: [wiki]
brand: {logo: harbour.svg, colour: "#0b6e4f", url: "https://apps.harbour.example/"}
"""
FILES = {
    "program/storefronts/harbour.yaml": SHOP,
    "program/storefronts/harbour.svg": LOGO,
    "program/storefronts/closed.yaml": "name: Closed\nenabled: false\n",
    "program/white-label-partners.yaml": "- {id: luxcloud, name: Luxcloud}\n",
    "program/events.yaml": "- {id: summit, title: Summit, starts: 2012-09-01}\n",
}
ENTRIES = {"wiki": SOLD, "other": OTHER}


def test_a_storefront_sells_what_it_names_and_nothing_else(compiled: Compiled) -> None:
    catalog = compiled(ENTRIES, FILES)
    own = subset(catalog, storefront_of(catalog, "harbour"))
    assert [entry.slug for entry in own.entries] == ["wiki"]
    assert [vendor.name for vendor in own.vendors.values()] == ["Example Wiki Project"]
    assert [partner.name for partner in own.programme.white_label_partners] == ["Luxcloud"]
    assert not own.programme.storefronts
    assert not own.programme.events


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("harbor", 'did you mean "harbour"?'),
        ("zzz", "the names of files in program/storefronts/"),
        ("closed", "is not enabled"),
    ],
)
def test_a_storefront_that_has_no_site_is_told(compiled: Compiled, name: str, words: str) -> None:
    with pytest.raises(UsageError) as raised:
        storefront_of(compiled(ENTRIES, FILES), name)
    assert words in str(raised.value)


def test_a_colour_is_kept_on_white_and_lightened_on_dark() -> None:
    style = style_of(
        StorefrontListing(id="a", name="A", enabled=True, brand=Brand(colour="#0B6E4F"))
    ).decode()
    light, dark = style.split('[data-md-color-scheme="slate"]')
    assert "--md-accent-fg-color: #0b6e4f;" in light
    assert "#0b6e4f" not in dark
    assert "--md-accent-fg-color: #" in dark


@pytest.mark.parametrize("brand", [None, Brand(), Brand(logo="a.svg")])
def test_without_a_colour_the_site_keeps_its_own(brand: Brand | None) -> None:
    assert style_of(StorefrontListing(id="a", name="A", enabled=True, brand=brand)) == b""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of one storefront."""
    folder = tmp_path_factory.mktemp("shop")
    entries = write_catalog(folder, ENTRIES, FILES)
    done = subprocess.run(
        [
            sys.executable, str(ROOT / "build.py"), "site", "--storefront", "harbour", "--entries", str(entries),
            "--output", str(folder / "out"), "--as-of", AS_OF,
        ],
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return folder / "out" / "storefronts" / "harbour"


def test_every_page_bears_the_storefronts_name_logo_and_style(site: Path) -> None:
    pages = list(site.rglob("*.html"))
    assert pages
    for page in pages:
        text = page.read_text(encoding="utf-8")
        if 'http-equiv="refresh"' in text:
            continue
        assert "Harbour &lt;b&gt;R&amp;D&lt;/b&gt; Hosting" in text
        assert "<b>R&" not in text
        assert "APS Catalog" not in text
        assert "assets/brand.css" in text
        assert 'assets/brand.svg" width="64" height="64"' in text
    assert (site / "assets/brand.svg").read_text() == LOGO
    assert "#0b6e4f" in (site / "assets/brand.css").read_text()


def test_what_is_not_sold_is_nowhere(site: Path) -> None:
    for file in site.rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            assert b"Other Product" not in content, file
            assert b"Other Vendor" not in content, file
    assert not (site / "apps/other").exists()
    assert [entry["slug"] for entry in json.loads((site / "api/v1/entries.json").read_text())["entries"]] == [
        "wiki"
    ]


def test_nothing_of_the_programme_is_there(site: Path) -> None:
    assert not [name for name in ("programme", "guide", "contribute", "rules") if (site / name).exists()]
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert not any(f"{part}/" in text for part in ("programme", "contribute", "guide")), page


def test_programs_read_the_name_as_it_is(site: Path) -> None:
    feed = ET.parse(site / "feeds/all.atom").getroot()  # noqa: S314 -- our own
    assert feed.findtext("{http://www.w3.org/2005/Atom}title") == "Harbour <b>R&D</b> Hosting"


def test_addresses_are_the_storefronts_own(site: Path) -> None:
    assert "https://apps.harbour.example/apps/wiki/" in (site / "sitemap.xml").read_text()
    assert "catalog.aps.example" not in (site / "index.html").read_text(encoding="utf-8")


def test_a_storefronts_site_is_not_for_the_team(run_build: RunBuild) -> None:
    done = run_build("site", "--internal", "--storefront", "harbour")
    assert done.returncode == 2
    assert "do not go together" in done.stderr
