"""Every page of the real catalog suits any static host: small, under a policy, nothing inline or from elsewhere."""

from __future__ import annotations

import gzip
import re
from datetime import date
from html import unescape
from html.parser import HTMLParser
from typing import TYPE_CHECKING, NamedTuple

import pytest

from catalog.compile import compile_catalog
from catalog.site import build_site
from catalog.site.hosting import headers_of, policy_of
from tests.conftest import ROOT
from tests.site.golden import build

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow
LIMIT = 40_000
LOADED = {"link": "href", "script": "src", "img": "src", "source": "src", "iframe": "src", "embed": "src"}
"""Elements that have the browser load something, and the attribute that names it."""
NOT_LOADED = {"canonical", "alternate", "alternate feed", "alternate api", "prev", "next"}

Attributes = dict[str, str | None]


class Tag(NamedTuple):
    name: str
    attributes: Attributes
    within: str


class Tags(HTMLParser):
    """Tags in their order; `within` are the classes of what is open around them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[Tag] = []
        self._open: list[tuple[str, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        self.found.append(Tag(tag, attributes, " ".join(classes for _, classes in self._open)))
        if tag in {"div", "span", "a", "li"}:
            self._open.append((tag, attributes.get("class") or ""))

    def handle_endtag(self, tag: str) -> None:
        if any(name == tag for name, _ in self._open):
            while self._open.pop()[0] != tag:
                pass


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The pages of the repository's own catalog by their paths."""
    compilation = compile_catalog(
        ROOT / "entries", date(2035, 1, 1)
    )  # After whatever entries say of themselves.
    assert not compilation.failed
    site = tmp_path_factory.mktemp("real") / "site"
    build_site(compilation.catalog, config=ROOT / "mkdocs.yml", output=site, cache=ROOT / ".cache")
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*.html"))}


@pytest.fixture(scope="module")
def tags(pages: dict[str, bytes]) -> dict[str, list[Tag]]:
    return {path: Tags(content.decode()).found for path, content in pages.items()}


def test_a_page_is_small_on_the_line(pages: dict[str, bytes]) -> None:
    sizes = {path: len(gzip.compress(content, 6)) for path, content in pages.items()}
    assert len(sizes) > 500
    assert {path: size for path, size in sizes.items() if size > LIMIT} == {}


def test_every_page_states_the_policy(pages: dict[str, bytes]) -> None:
    stated = {
        path: re.findall(rb'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', content)
        for path, content in pages.items()
    }
    assert {
        path for path, found in stated.items() if [unescape(one.decode()) for one in found] != [POLICY]
    } == set()


POLICY = policy_of(offline=False)


def test_the_policy_allows_nothing_inline_and_nobody_else() -> None:
    for policy in (POLICY, policy_of(offline=True)):
        assert "default-src 'none'" in policy
        assert not re.search(r"unsafe|\*|https?:|nonce|sha256", policy)


def test_no_page_has_a_script_a_style_or_a_handler_inside(tags: dict[str, list[Tag]]) -> None:
    inside = {
        (path, tag.name, *tag.attributes)
        for path, found in tags.items()
        for tag in found
        if tag.name == "style"
        or any(name == "style" or name.startswith("on") for name in tag.attributes)
        or (
            tag.name == "script"
            and "src" not in tag.attributes
            and tag.attributes.get("type") != "application/json"
        )
    }
    assert inside == set()


def test_a_page_loads_nothing_from_elsewhere(tags: dict[str, list[Tag]]) -> None:
    elsewhere = {
        tag.attributes.get(LOADED[tag.name])
        for found in tags.values()
        for tag in found
        if tag.name in LOADED and tag.attributes.get("rel") not in NOT_LOADED
        if re.match(r"[\w+.-]+:|//", tag.attributes.get(LOADED[tag.name]) or "")
    }
    assert elsewhere == set()


def test_pictures_say_their_size_and_wait_below_the_fold(tags: dict[str, list[Tag]]) -> None:
    pictures = [(path, tag) for path, found in tags.items() for tag in found if tag.name == "img"]
    assert len(pictures) > 500
    wrong = [
        (path, tag.attributes.get("src"))
        for path, tag in pictures
        if not (tag.attributes.get("width") and tag.attributes.get("height"))
        or (tag.attributes.get("loading") != "lazy" and "e-hero" not in tag.within)
    ]
    assert wrong == []


def test_a_logo_that_heads_a_page_is_not_waited_with(tags: dict[str, list[Tag]]) -> None:
    logos = [
        tag for tag in tags["apps/rockpool-files/index.html"] if tag.name == "img" and "e-hero" in tag.within
    ]
    assert ["loading" in logo.attributes for logo in logos] == [False]


@pytest.mark.parametrize(
    ("base", "pattern"),
    [("", "/*"), ("https://catalog.example/", "/*"), ("https://a.example/shop/apps/", "/shop/apps/*")],
)
def test_a_host_that_reads_headers_sends_the_same_words(base: str, pattern: str) -> None:
    assert headers_of(base).decode().splitlines() == [
        pattern,
        f"  Content-Security-Policy: {POLICY}",
        "  X-Content-Type-Options: nosniff",
    ]


def test_a_site_for_the_disk_names_files_and_has_no_headers(tmp_path: Path) -> None:
    site = build(tmp_path, offline=True)
    assert policy_of(offline=True) in (site / "index.html").read_text(encoding="utf-8")
    assert not (site / "_headers").exists()
