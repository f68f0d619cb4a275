"""The site in German and Japanese: every word there, entries' own translations first, the rest marked as English."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from catalog.cli.options import LANGUAGES
from catalog.site import Variant, build_site
from catalog.site.messages import Messages, messages_of
from catalog.site.wording import wording
from tests.conftest import COMPLETE, MINIMAL, ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from catalog.model import Catalog

    Compiled = Callable[..., Catalog]

THEME = ROOT / "theme"
TEXTS = wording(THEME, ROOT / "catalog" / "site")
OTHERS = LANGUAGES[1:]


def test_there_are_messages_beside_the_english_ones() -> None:
    assert LANGUAGES[0] == "en"
    assert {"de", "ja"} <= set(OTHERS)


@pytest.mark.parametrize("language", OTHERS)
def test_every_text_of_the_site_is_translated_and_nothing_else(language: str) -> None:
    file = (THEME / "messages" / f"{language}.po").read_text(encoding="utf-8")
    assert "#~" not in file, "run: make messages"
    texts = messages_of(THEME, language).texts
    missing = [text for text in TEXTS if not texts.get(text)]
    assert missing == [], "run: make messages, and translate"


@pytest.mark.parametrize("language", OTHERS)
def test_translations_fill_in_the_same_values(language: str) -> None:
    texts = messages_of(THEME, language).texts
    names = re.compile(r"\{\w+\}")
    odd = {text for text in TEXTS if sorted(names.findall(text)) != sorted(names.findall(texts[text]))}
    assert odd == set()


def test_the_collection_finds_templates_scripts_python_and_vocabularies() -> None:
    for text, place in (
        ("Show all {n}", "theme/catalog/_parts.html"),
        ("{some} ready, baseline complete", "theme/catalog/entry.html"),
        ("Show {n} results", "theme/assets/panel.js"),
        ("{name} by {vendor}", "catalog/site/assembly.py"),
        ("Content management", "catalog/vocabularies/"),
    ):
        assert place in TEXTS[text]


def test_english_gives_back_what_it_gets() -> None:
    said = Messages()
    assert said.text("Show all {n}", n=1374) == "Show all 1,374"
    assert said.counted(1, "{n} day", "{n} days") == "1 day"
    assert said.marked("A & B") == "A &amp; B"
    assert said.month(date(2027, 9, 8)) == "September 2027"


def test_german_writes_numbers_dates_and_names_as_german_does() -> None:
    said = messages_of(THEME, "de")
    assert said.text("Show all {n}", n=1374) == "Alle 1.374 zeigen"
    assert said.date(date(2027, 9, 8)) == "8. September 2027"
    assert said.month(date(2027, 9, 8)) == "September 2027"
    assert said.text("Germany") == "Deutschland"
    assert said.text("Portuguese (Brazil)") == "Portugiesisch (Brasilien)"
    assert sorted(["Zambia", "Austria", "Egypt"], key=said.order) == ["Egypt", "Austria", "Zambia"]


def test_what_is_not_translated_is_marked_as_english() -> None:
    said = messages_of(THEME, "ja")
    assert said.marked("Contacts") == "連絡先"
    assert said.marked("<unknown>") == '<span lang="en">&lt;unknown&gt;</span>'
    assert said.marked("1.2") == "1.2"


def _built(compiled: Compiled, folder: Path, entries: dict[str, str], language: str) -> Path:
    build_site(
        compiled(entries),
        config=ROOT / "mkdocs.yml",
        output=folder / "site",
        cache=ROOT / ".cache",
        variant=Variant(language=language),
    )
    return folder / "site"


def test_an_entry_says_in_german_what_it_has_in_german_and_the_rest_in_its_own(
    compiled: Compiled, tmp_path: Path
) -> None:
    told = COMPLETE + "translations: {de: {summary: Teilt Notizen auf einem gemeinsamen Server}}\n"
    other = MINIMAL.replace("Example Wiki\n", "Other\n", 1)
    site = _built(compiled, tmp_path, {"wiki": told, "other": other}, "de")
    page = (site / "apps" / "wiki" / "index.html").read_text(encoding="utf-8")
    assert '<html lang="de"' in page
    assert "<bdi>Teilt Notizen auf einem gemeinsamen Server</bdi>" in page
    assert '<h2 id="h-what">Was sie ist</h2><div class="prose" lang="en">' in page
    assert '<details class="langs"><summary>Auf Englisch' in page
    listed = (site / "apps" / "index.html").read_text(encoding="utf-8")
    assert '<p class="sum">Teilt Notizen auf einem gemeinsamen Server</p>' in listed
    assert listed.count('<p class="sum" lang="en">') == 1
    assert "Direkt</span>" in listed


def test_pages_of_the_programme_and_in_markdown_stay_english_and_say_so(
    compiled: Compiled, tmp_path: Path
) -> None:
    site = _built(compiled, tmp_path, {"wiki": COMPLETE}, "ja")
    for path in ("programme/webinars", "rules", "guide/types", "contribute"):
        page = (site / path / "index.html").read_text(encoding="utf-8")
        assert '<html lang="ja"' in page
        assert '<div lang="en">' in page
    script = (site / "assets" / "messages.js").read_text(encoding="utf-8")
    assert script.startswith("window.apsMessages = {")
    assert '"Clear filters":"絞り込みを解除"' in script
    assert "messages.js" in (site / "index.html").read_text(encoding="utf-8")


def test_an_english_site_has_no_messages_and_no_english_marks(compiled: Compiled, tmp_path: Path) -> None:
    site = _built(compiled, tmp_path, {"wiki": COMPLETE}, "en")
    assert not (site / "assets" / "messages.js").exists()
    assert not list(site.rglob("*.po"))
    assert '<div lang="en">' not in (site / "guide" / "types" / "index.html").read_text(encoding="utf-8")
