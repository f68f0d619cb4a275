"""MkDocs as a part of our own commands: one build into a folder.

Owns the configuration that a storefront or a language changes, and what MkDocs warns of, which it would tell nobody
here. What happens inside a build is the plugin's (`plugin.py`).
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import escape
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from catalog.site.brand import STYLE
from catalog.site.plugin import SENTINELS, CatalogPlugin

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from catalog.model import StorefrontListing
    from catalog.site.assembly import Assembly
    from catalog.site.plugin import Supply


_READS_MORE = ("INHERIT", "hooks:", "!ENV", "base_path", "snippets")
"""Words of a configuration that brings in other files or the environment."""


class SiteError(Exception):
    """The site can't be built because of its configuration, its hand-written pages or its theme."""


class _Warnings(logging.Handler):
    """Keeps what MkDocs warns of, which it would tell nobody when it runs inside another program."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one warning."""
        self.said.append(record.getMessage())


def run_mkdocs(config: Path, folder: Path, supply: Supply) -> Assembly:
    """Build the whole site into `folder`, which is emptied first. What MkDocs stops at or warns of is `SiteError`."""
    warnings, log = _Warnings(), logging.getLogger("mkdocs")
    log.addHandler(warnings)
    try:
        loaded = _configuration(config, folder, supply.storefront)
        loaded.theme["language"] = supply.language
        plugin = _plugin_of(loaded)
        plugin.supplied = supply
        build(loaded)
    except MkDocsException as error:
        raise SiteError("\n".join([str(error) or "MkDocs stopped", *warnings.said])) from error
    finally:
        log.removeHandler(warnings)
    return plugin.drawn


def _configuration(config: Path, folder: Path, shop: StorefrontListing | None) -> MkDocsConfig:
    """mkdocs.yml; for a storefront under its own name, without the hand-written pages but the imprint."""
    if shop is None:
        return load_config(config_file=str(config), site_dir=str(folder))
    loaded = load_config(
        config_file=str(config),
        site_dir=str(folder),
        site_name=str(escape(shop.name)),  # MkDocs's templates take it for markup.
        not_in_nav="imprint.md\nprogramme/index.md\nrules/index.md",
        exclude_docs="guide/\ncontribute.md",
    )
    drawn = SENTINELS.keys() - {"programme/index.md"}
    loaded.nav = [part for part in loaded.nav or [] if drawn.issuperset(map(str, part.values()))]
    loaded.site_url = (shop.brand and shop.brand.url) or ""
    loaded.repo_url = None
    loaded.extra_css.append(STYLE)
    if shop.brand and shop.brand.logo:
        loaded.theme["favicon"] = f"assets/brand{Path(shop.brand.logo).suffix}"
    return loaded


def own_folders(config: Path) -> list[Path] | None:
    """The folders that a build reads besides its catalog; none where the configuration may make it read others."""
    loaded = load_config(config_file=str(config))
    text = config.read_text(encoding="utf-8")
    if set(loaded.plugins) != {"catalog"} or any(word in text for word in _READS_MORE):
        return None
    return [Path(folder) for folder in (loaded.docs_dir, loaded.theme.custom_dir) if folder]


def site_url(config: Path) -> str:
    """The site's absolute address as the configuration has it, `/` at its end; empty where it has none."""
    return load_config(config_file=str(config)).site_url or ""


def _plugin_of(config: MkDocsConfig) -> CatalogPlugin:
    plugin = config.plugins.get("catalog")
    if not isinstance(plugin, CatalogPlugin):
        raise SiteError(f"{config.config_file_path} does not list the plugin `catalog`")
    return plugin
