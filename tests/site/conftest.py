"""Small catalogs for the site's tests, compiled as the program does it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from catalog.compile import compile_catalog
from catalog.findings import Severity
from catalog.site import build_site
from catalog.site.pictures import publish_pictures
from catalog.site.sources import sources_of

if TYPE_CHECKING:
    from catalog.model import Catalog
    from catalog.site.sources import Sources

ROOT = Path(__file__).resolve().parents[2]
DAY = date(2012, 5, 15)

Compiled = Callable[..., "Catalog"]
Sourced = Callable[..., "Sources"]
Built = Callable[..., Path]


@pytest.fixture
def compiled(catalog_folder: Callable[..., Path]) -> Compiled:
    """`compiled({"wiki": MINIMAL})`: the catalog of some entries, which must be without errors."""

    def compile_(entries: Mapping[str, str], files: Mapping[str, str | bytes] | None = None) -> Catalog:
        compilation = compile_catalog(catalog_folder(entries, files), DAY)
        assert not compilation.failed, [
            fault for fault in compilation.findings if fault.severity is Severity.ERROR
        ]
        return compilation.catalog

    return compile_


@pytest.fixture
def sourced(compiled: Compiled) -> Sourced:
    """The same with everything that views are made from; pictures are read and written nowhere."""

    def source(entries: Mapping[str, str], files: Mapping[str, str | bytes] | None = None) -> Sources:
        catalog = compiled(entries, files)
        return sources_of(
            catalog, publish_pictures(catalog.listed, catalog.folder, lambda _path, _content: None)
        )

    return source


@pytest.fixture
def built(compiled: Compiled, tmp_path: Path) -> Built:
    """`built({"wiki": MINIMAL})`: the folder of a finished site, drawn with the real theme and configuration."""

    def build(
        entries: Mapping[str, str], files: Mapping[str, str | bytes] | None = None, *, offline: bool = False
    ) -> Path:
        output = tmp_path / "dist" / "site"
        build_site(
            compiled(entries, files),
            config=ROOT / "mkdocs.yml",
            output=output,
            offline=offline,
            cache=ROOT / ".cache",
        )
        return output

    return build
