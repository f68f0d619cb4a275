"""MkDocs by itself: the plugin compiles the catalog and gives the same site as the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from catalog.site import SiteError, build_site, site_url
from tests.conftest import MINIMAL, ROOT, write_catalog
from tests.site.golden import DAY, FULL, build

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from catalog.model import Catalog

CONFIG = ROOT / "mkdocs.yml"


def _with_mkdocs(folder: Path, site: Path, **options: object) -> None:
    own = {"entries": str(folder), "as_of": DAY.isoformat(), "cache": str(ROOT / ".cache"), **options}
    mkdocs_build(load_config(config_file=str(CONFIG), site_dir=str(site), plugins=[{"catalog": own}]))


def _files(folder: Path) -> dict[str, bytes]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


@pytest.mark.parametrize("offline", [False, True])
def test_mkdocs_build_gives_the_same_site(tmp_path: Path, *, offline: bool) -> None:
    ours = _files(build(tmp_path / "ours", offline=offline))
    _with_mkdocs(FULL, tmp_path / "theirs", offline=offline)
    theirs = _files(tmp_path / "theirs")
    assert set(ours) - set(theirs) == {".aps-catalog"}
    assert [name for name, content in theirs.items() if ours[name] != content] == []


def test_an_error_of_an_entry_stops_mkdocs_with_the_findings(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    entries = write_catalog(tmp_path, {"wiki": MINIMAL.replace("type: webspace", "type: websapce")})
    with pytest.raises(MkDocsException):
        _with_mkdocs(entries, tmp_path / "site")
    assert 'entries/wiki/entry.yaml:10:7: error[APS209] "websapce"' in caplog.text
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize(("option", "value"), [("as_of", "soon"), ("entries", "/nowhere/at/all")])
def test_a_wrong_option_is_explained(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, option: str, value: str
) -> None:
    with pytest.raises(MkDocsException):
        _with_mkdocs(FULL, tmp_path / "site", **{option: value})
    assert value in caplog.text


def _config(folder: Path, **changes: str) -> Path:
    """The real configuration with some lines changed, beside links to what it names."""
    text = CONFIG.read_text(encoding="utf-8")
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    for name in ("docs", "theme"):
        (folder / name).symlink_to(ROOT / name)
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    return folder / "mkdocs.yml"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"  - catalog": "  []"}, "does not list the plugin"),
        ({"imprint.md": "lost.md", "  - Contribute": "  - Lost: lost.md\n  - Contribute"}, "lost.md"),
        ({"  custom_dir: theme\n": ""}, "custom_dir"),
    ],
    ids=["no-plugin", "lost-page", "no-theme"],
)
def test_a_configuration_that_does_not_fit_is_explained_and_publishes_nothing(
    tmp_path: Path, compiled: Callable[..., Catalog], changes: dict[str, str], said: str
) -> None:
    catalog = compiled({"wiki": MINIMAL})
    (tmp_path / "config").mkdir()
    config = _config(tmp_path / "config", **changes)
    with pytest.raises(SiteError, match=said):
        build_site(catalog, config=config, output=tmp_path / "dist" / "site")
    assert not (tmp_path / "dist" / "site").exists()
    assert {path.name for path in (tmp_path / "dist").iterdir()} == {".site.lock"}


def test_a_hand_written_page_in_the_place_of_ours_is_refused(
    tmp_path: Path, compiled: Callable[..., Catalog]
) -> None:
    catalog = compiled({"wiki": MINIMAL})
    (tmp_path / "config").mkdir()
    config = _config(tmp_path / "config", **{"use_directory_urls: true": "docs_dir: other"})
    (tmp_path / "config" / "other" / "apps").mkdir(parents=True)
    (tmp_path / "config" / "other" / "apps" / "index.md").write_text("# Mine\n")
    with pytest.raises(SiteError, match=r"docs/apps/index\.md stands where"):
        build_site(catalog, config=config, output=tmp_path / "dist" / "site")


def test_a_site_without_an_address_has_neither_feed_nor_sitemap(
    tmp_path: Path, compiled: Callable[..., Catalog]
) -> None:
    (tmp_path / "config").mkdir()
    config = _config(tmp_path / "config", **{"site_url: https://catalog.aps.example/": "site_url: ''"})
    site = tmp_path / "dist" / "site"
    build_site(compiled({"wiki": MINIMAL}), config=config, output=site, cache=ROOT / ".cache")
    assert not (site / "sitemap.xml").exists()
    assert not (site / "feeds").exists()
    assert b'"url":"apps/wiki/"' in (site / "api" / "v1" / "entries" / "wiki.json").read_bytes()


def test_the_sites_address_is_read_from_the_configuration() -> None:
    assert site_url(CONFIG) == "https://catalog.aps.example/"
