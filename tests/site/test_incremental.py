"""A build that finds what an earlier one drew makes the same bytes, and draws what changed."""

from __future__ import annotations

import shutil
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from catalog.compile import compile_catalog
from catalog.site import build_site
from catalog.site.publish import replacing
from catalog.site.unchanged import read_by
from tests.conftest import COMPLETE, LOGO, MINIMAL, write_catalog

if TYPE_CHECKING:
    from catalog.site import SiteReport

ROOT = Path(__file__).resolve().parents[2]
DAY = date(2012, 5, 15)
MAIL = MINIMAL.replace("Example Wiki", "Sample Mail").replace("web/wiki", "web/blog")


def _build(folder: Path, output: Path, cache: Path | None, config: Path = ROOT / "mkdocs.yml") -> SiteReport:
    catalog = compile_catalog(folder / "entries", DAY).catalog
    return build_site(catalog, config=config, output=output, cache=cache)


def _bytes_of(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def catalog(tmp_path: Path) -> Path:
    """Two entries of one vendor, one of another, the fonts that are cut already, and a theme of its own."""
    fonts = ROOT / ".cache" / "fonts"
    if fonts.is_dir():
        shutil.copytree(fonts, tmp_path / "cache" / "fonts")
    for part in ("theme", "docs"):
        shutil.copytree(ROOT / part, tmp_path / part)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    other = MINIMAL.replace("Example Wiki Project", "Other Vendor").replace("Example Wiki", "Other Wiki")
    entries = {"wiki": COMPLETE, "mail": MAIL.replace("Sample Mail Project", "Example Wiki Project")}
    write_catalog(tmp_path, entries | {"other": other}, {"entries/wiki/logo.svg": LOGO})
    return tmp_path


def test_what_was_drawn_before_is_not_drawn_again_and_comes_out_the_same(catalog: Path) -> None:
    config, cache = catalog / "mkdocs.yml", catalog / "cache"
    first = _build(catalog, catalog / "one", cache, config)
    again = _build(catalog, catalog / "two", cache, config)
    bare = _build(catalog, catalog / "three", None, config)
    assert first.drawn > 400
    assert (again.drawn, again.ignored) == (0, 0)
    assert bare.drawn == first.drawn
    assert _bytes_of(catalog / "one") == _bytes_of(catalog / "two") == _bytes_of(catalog / "three")


def test_a_changed_entry_is_drawn_on_every_page_that_shows_it(catalog: Path) -> None:
    config, cache = catalog / "mkdocs.yml", catalog / "cache"
    first = _build(catalog, catalog / "one", cache, config)
    file = catalog / "entries" / "mail" / "entry.yaml"
    file.write_text(file.read_text().replace("Sample Mail\n", "Renamed Mail\n"))
    changed = _build(catalog, catalog / "one", cache, config)
    _build(catalog, catalog / "two", None, config)
    assert 0 < changed.drawn < first.drawn
    assert _bytes_of(catalog / "one") == _bytes_of(catalog / "two")
    assert "Renamed Mail" in (catalog / "one" / "apps" / "wiki" / "index.html").read_text()
    again = _build(catalog, catalog / "three", cache, config)
    assert again.drawn == 0


def test_pages_that_a_change_leaves_alone_are_the_same_files(catalog: Path) -> None:
    config, cache, output = catalog / "mkdocs.yml", catalog / "cache", catalog / "one"
    _build(catalog, output, cache, config)
    numbers = {path: (output / path).stat().st_ino for path in _bytes_of(output)}
    entry = catalog / "entries" / "mail" / "entry.yaml"
    entry.write_text(entry.read_text().replace("Sample Mail\n", "Renamed Mail\n"))
    _build(catalog, output, cache, config)
    after = _bytes_of(output)
    kept = {path for path in after if numbers.get(path) == (output / path).stat().st_ino}
    assert "apps/other/index.html" in kept
    assert "apps/wiki/index.html" not in kept
    _build(catalog, catalog / "two", None, config)
    assert after == _bytes_of(catalog / "two")


def test_pages_are_not_taken_from_a_site_that_was_published_while_a_build_waited(catalog: Path) -> None:
    config, cache, output = catalog / "mkdocs.yml", catalog / "cache", catalog / "one"
    _build(catalog, output, cache, config)
    shutil.copytree(output, catalog / "another")
    for page in ("wiki", "other"):
        (catalog / "another" / "apps" / page / "index.html").write_text("of another build")
    entry = catalog / "entries" / "mail" / "entry.yaml"
    entry.write_text(entry.read_text().replace("Sample Mail\n", "Renamed Mail\n"))
    with ThreadPoolExecutor(1) as beside:
        with replacing(output) as folder:
            waiting = beside.submit(_build, catalog, output, cache, config)
            _until_somebody_waits_for(output.parent / f".{output.name}.lock")
            shutil.copytree(catalog / "another", folder, dirs_exist_ok=True)
        waiting.result()
    assert _bytes_of(output) == _bytes_of_fresh(catalog, config)


def _until_somebody_waits_for(lock: Path) -> None:
    number = f":{lock.stat().st_ino} "
    for _ in range(600):
        held = Path("/proc/locks").read_text().splitlines()
        if any("->" in line and number in line for line in held):
            return
        time.sleep(0.1)
    pytest.fail("no build waits for the lock")


def _bytes_of_fresh(catalog: Path, config: Path) -> dict[str, bytes]:
    _build(catalog, catalog / "fresh", None, config)
    return _bytes_of(catalog / "fresh")


def test_a_changed_template_or_vocabulary_of_words_draws_everything_anew(catalog: Path) -> None:
    config, cache = catalog / "mkdocs.yml", catalog / "cache"
    first = _build(catalog, catalog / "one", cache, config)
    template = catalog / "theme" / "catalog" / "_parts.html"
    template.write_text(template.read_text().replace('class="crumbs"', 'class="crumbs way"'))
    changed = _build(catalog, catalog / "one", cache, config)
    assert changed.drawn > first.drawn * 0.9
    assert 'class="crumbs way"' in (catalog / "one" / "apps" / "wiki" / "index.html").read_text()


def test_a_changed_frame_goes_round_pages_that_were_drawn_before(catalog: Path) -> None:
    config, cache = catalog / "mkdocs.yml", catalog / "cache"
    _build(catalog, catalog / "one", cache, config)
    footer = catalog / "theme" / "partials" / "footer.html"
    footer.write_text(footer.read_text() + "<p>another frame</p>")
    changed = _build(catalog, catalog / "one", cache, config)
    assert changed.drawn == 0
    assert "another frame" in (catalog / "one" / "apps" / "wiki" / "index.html").read_text()


def test_a_site_in_which_nothing_changed_is_left_as_it_is(catalog: Path) -> None:
    config, cache, output = catalog / "mkdocs.yml", catalog / "cache", catalog / "one"
    first = _build(catalog, output, cache, config)
    page = output / "apps" / "wiki" / "index.html"
    number = output.stat().st_ino
    again = _build(catalog, output, cache, config)
    assert again.unchanged
    assert (again.pages, again.bytes) == (first.pages, first.bytes)
    assert output.stat().st_ino == number
    whole = _bytes_of(output)
    page.write_text("spoiled by hand")
    assert not _build(catalog, output, cache, config).unchanged
    assert _bytes_of(output) == whole
    (output / "extra").write_text("not of the build")
    assert not _build(catalog, output, cache, config).unchanged
    assert _bytes_of(output) == whole


@pytest.mark.parametrize(
    "changed", ["entries/wiki/logo.svg", "docs/imprint.md", "theme/assets/tokens.css", "mkdocs.yml"]
)
def test_any_file_that_a_build_reads_makes_it_build(catalog: Path, changed: str) -> None:
    compiled = compile_catalog(catalog / "entries", DAY).catalog
    before = read_by(compiled, catalog / "mkdocs.yml", ())
    assert before == read_by(compiled, catalog / "mkdocs.yml", ()) is not None
    file = catalog / changed
    file.write_text(file.read_text() + "\n")
    assert read_by(compiled, catalog / "mkdocs.yml", ()) != before


def test_a_configuration_that_reads_more_is_built_each_time(catalog: Path) -> None:
    config = catalog / "mkdocs.yml"
    config.write_text(config.read_text().replace("  - catalog #", "  - search\n  - catalog #"))
    assert read_by(compile_catalog(catalog / "entries", DAY).catalog, config, ()) is None


def test_a_damaged_body_is_told_and_drawn_anew(catalog: Path) -> None:
    config, cache = catalog / "mkdocs.yml", catalog / "cache"
    _build(catalog, catalog / "one", cache, config)
    kept = cache / "site" / "drawn"
    content = bytearray(kept.read_bytes())
    content[-100] ^= 1
    kept.write_bytes(content)
    again = _build(catalog, catalog / "two", cache, config)
    assert (again.ignored, again.drawn) == (1, 1)
    assert _bytes_of(catalog / "one") == _bytes_of(catalog / "two")
