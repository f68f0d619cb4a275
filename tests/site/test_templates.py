"""Addresses that work from any depth, and an environment that escapes and refuses what it does not know."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from jinja2 import UndefinedError

from catalog.site.templates import Templates, at_depth, attrs, bdi, links_in, url_of
from catalog.site.views import Site, Text

if TYPE_CHECKING:
    from pathlib import Path

SITE = Site(
    name="Catalog",
    total=1,
    as_of=date(2012, 5, 15),
    offline=False,
    index_src="apps/index.js",
    demo=0,
    icon="assets/favicon.svg",
    internal=False,
)


def _templates(folder: Path, text: str) -> Templates:
    (folder / "catalog").mkdir()
    (folder / "catalog" / "page.html").write_text(text, encoding="utf-8")
    return Templates(folder, SITE)


@pytest.mark.parametrize(
    ("path", "depth", "online", "offline"),
    [
        ("", 0, "./", "./index.html"),
        ("", 2, "../../", "../../index.html"),
        ("apps/", 1, "../apps/", "../apps/index.html"),
        ("apps/?q=a/&n=2", 0, "./apps/?q=a/&n=2", "./apps/index.html?q=a/&n=2"),
        ("apps/x/#why", 0, "./apps/x/#why", "./apps/x/index.html#why"),
        ("assets/x.svg", 3, "../../../assets/x.svg", "../../../assets/x.svg"),
    ],
)
def test_addresses_lead_to_the_root_and_name_the_index_from_disk(
    path: str, depth: int, online: str, offline: str
) -> None:
    assert at_depth(url_of(offline=False)(path).encode(), depth).decode() == online
    assert at_depth(url_of(offline=True)(path).encode(), depth).decode() == offline


def test_links_are_read_off_before_the_way_is_put_in() -> None:
    url = url_of(offline=False)
    page = f'<a href="{url("apps/x/#why")}"><img src="{url("a.svg")}"><a href="https://x.example/">'
    assert set(links_in(page.encode())) == {b"apps/x/", b"a.svg"}


def test_everything_is_escaped(tmp_path: Path) -> None:
    shown = _templates(tmp_path, "<h1>{{ said }}</h1>").render("page", said='<b> & "x"')
    assert shown == "<h1>&lt;b&gt; &amp; &#34;x&#34;</h1>"


def test_an_unknown_name_fails_the_build(tmp_path: Path) -> None:
    with pytest.raises(UndefinedError, match="nothing"):
        _templates(tmp_path, "{{ nothing }}").render("page")


def test_a_text_in_another_language_says_so() -> None:
    assert bdi(Text("R&D")) == "<bdi>R&amp;D</bdi>"
    assert bdi(Text("واحة", "ar", "rtl")) == '<bdi lang="ar" dir="rtl">واحة</bdi>'
    assert attrs(Text("日報", "ja")) == ' lang="ja"'
    assert attrs(Text("R&D"), "de") == ' lang="en"'
    assert attrs(Text("日報", "ja"), "ja") == ""
