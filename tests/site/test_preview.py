"""What the preview draws when it is asked is what a build writes."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from catalog.compile.standing import standing
from catalog.site import build_site
from catalog.site.preview import Preview
from tests.conftest import COMPLETE, LOGO, MINIMAL, write_catalog

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
CONFIG, CACHE = ROOT / "mkdocs.yml", ROOT / ".cache"
DAY = date(2012, 5, 15)
GONE = MINIMAL.replace("Example Wiki", "Gone") + (
    "listing: {status: withdrawn, replaced_by: wiki, source: public, checked: 2012-05-01,"
    " evidence: [https://gone.example.org/]}\n"
)
ENTRIES = {
    "wiki": COMPLETE + "formerly: [old-wiki]\n",
    "mail": COMPLETE.replace("name: Example Wiki\n", "name: Sample Mail\n"),
    "gone": GONE,
}
FILES = {"entries/wiki/logo.svg": LOGO, "entries/mail/logo.svg": LOGO.replace("1a4fd0", "d04f1a")}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("catalog")
    write_catalog(made, ENTRIES, FILES)
    return made / "entries"


@pytest.fixture(scope="module")
def preview(folder: Path) -> Iterator[Preview]:
    shown = Preview(CONFIG, CACHE)
    shown.show(standing(folder, DAY).catalog)
    shown.frames()
    yield shown
    shown.close()


def test_every_file_is_the_one_that_a_build_writes(folder: Path, preview: Preview, tmp_path: Path) -> None:
    output = tmp_path / "site"
    build_site(standing(folder, DAY).catalog, config=CONFIG, output=output, cache=CACHE)
    for file in sorted(path for path in output.rglob("*") if path.is_file()):
        path = file.relative_to(output).as_posix()
        if path not in {".aps-catalog", "sitemap.xml"}:
            assert preview.find(path.removesuffix("index.html")) == file.read_bytes(), path


@pytest.mark.parametrize(
    "path", ["apps/nobody/", "nothing/", "assets/nothing.js", "../mkdocs.yml", "api/v1/x.json"]
)
def test_where_nothing_is_nothing_is_found(preview: Preview, path: str) -> None:
    assert preview.find(path) is None


def test_a_change_is_on_every_page_that_shows_it(tmp_path: Path) -> None:
    write_catalog(tmp_path, ENTRIES, FILES)
    kept = standing(tmp_path / "entries", DAY)
    shown = Preview(CONFIG, CACHE)
    shown.show(kept.catalog)
    shown.frames()
    file = tmp_path / "entries" / "mail" / "entry.yaml"
    file.write_text(file.read_text().replace("name: Sample Mail", "name: Renamed Mail"))
    kept.again("mail")
    shown.show(kept.catalog, "mail")
    for path in ("apps/mail/", "apps/wiki/", "apps/", "types/webspace/", "api/v1/entries.json"):
        assert b"Renamed Mail" in (shown.find(path) or b""), path
    shown.close()
