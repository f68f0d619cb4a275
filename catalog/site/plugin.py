"""The MkDocs plugin `catalog`: the catalog's pages inside a MkDocs build.

Owns every contact with MkDocs. `mkdocs build` and `mkdocs serve` compile the catalog here and get its pages into the
site that MkDocs makes; `build.py site` supplies a catalog that it has compiled and publishes the result by itself.
MkDocs renders the hand-written pages and one sentinel page per frame; entries never become MkDocs pages.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mkdocs.config import base
from mkdocs.config import config_options as c
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File
from mkdocs.structure.toc import AnchorLink, TableOfContents

from catalog import surroundings
from catalog.compile import compile_catalog
from catalog.processes import meanwhile
from catalog.report import report
from catalog.site import shell
from catalog.site.assembly import Assembly, Known
from catalog.site.messages import SOURCE, messages_of
from catalog.site.output import Output
from catalog.site.scripts import shipped
from catalog.site.setting import Setting
from catalog.site.shell import Shell, ShellError

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

    from catalog.model import Catalog, StorefrontListing
    from catalog.site.assembly import Progress
    from catalog.site.made import Made

# The sentinel pages: where MkDocs finds them, and the folder of the site that each is rendered for.
# Their titles stand in `nav`, and pages below a folder share its frame, so that the right tab is current.
SENTINELS = {
    "index.md": "",
    **{
        f"{part}/index.md": f"{part}/"
        for part in (
            "apps",
            "shortlist",
            "vendors",
            "regions",
            "categories",
            "promotions",
            "programme",
            "rules",
        )
    },
}
_FRONT_MATTER = (
    f"---\ntemplate: wide.html\ntitle: {shell.TITLE}\ndescription: {shell.DESCRIPTION}\n---\n{shell.BODY}\n"
)
_SKIP_TARGET = "content"
_WORTH_A_PROCESS = 300
"""Applications up to which a second process would cost more time than it saves."""


class CatalogOptions(base.Config):  # type: ignore[no-untyped-call]
    """The plugin's options in mkdocs.yml."""

    entries = c.Type(str, default="entries")
    """The folder of the entries, from the folder of mkdocs.yml. `program/` is looked for beside it."""

    as_of = c.Optional(c.Type(str))
    """The day to build for (YYYY-MM-DD); else the last commit of the entries, SOURCE_DATE_EPOCH, today."""

    offline = c.Type(bool, default=False)
    """Whether links name `index.html`, so that the site opens from disk."""

    cache = c.Type(str, default=".cache")
    """Where fonts are kept between builds, from the folder of mkdocs.yml."""


class Supply(NamedTuple):
    """What a build brings along instead of compiling it; see `CatalogOptions`. `published` is the site to replace.

    Where the views' sources are `known`, only frames and what MkDocs writes are wanted: pages are drawn one by one.
    `made` is what the published pages were made from.
    """

    catalog: Catalog
    offline: bool
    cache: Path | None
    progress: Progress | None = None
    published: Path | None = None
    storefront: StorefrontListing | None = None
    language: str = SOURCE
    known: Known | None = None
    made: Made | None = None


class CatalogPlugin(BasePlugin[CatalogOptions]):  # type: ignore[no-untyped-call]
    """Draws the catalog into the site. One instance serves one build."""

    def __init__(self) -> None:
        self.supplied: Supply | None = None
        self._assembly: Assembly | None = None
        self._shells: dict[str, Shell] = {}
        self._others: list[str] = []

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Compile the catalog, unless it was supplied. An error of an entry stops MkDocs with the findings."""
        logging.getLogger("mkdocs.commands.build").addFilter(_not_about_sentinels)
        root, own = Path(config.config_file_path).parent, self.config
        if self.supplied is None:
            catalog = _compiled(root / own.entries, own.as_of)
            self.supplied = Supply(catalog, own.offline, root / own.cache)
        return config

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Add the sentinel pages, and start writing: the folder has been emptied by now."""
        # MkDocs would publish the messages with the theme's other files.
        for file in [file for file in files if file.src_uri.endswith(".po")]:
            files.remove(file)
        for path in SENTINELS:
            if files.get_file_from_path(path):
                raise PluginError(f"docs/{path} stands where the catalog's own page goes; remove it")
            files.append(File.generated(config, path, content=_FRONT_MATTER))
        if self.supplied is None or config.theme.custom_dir is None:
            raise PluginError("the catalog needs the theme's custom_dir, which holds its templates")
        folder = Path(config.site_dir)
        folder.mkdir(parents=True, exist_ok=True)
        setting = Setting(
            name=self.supplied.storefront.name if self.supplied.storefront else config.site_name,
            base=config.site_url or "",
            icon=config.theme["favicon"],
            theme=Path(config.theme.custom_dir),
            offline=self.supplied.offline,
            edit_base=f"{config.repo_url.rstrip('/')}/edit/main/" if config.repo_url else None,
            cache=self.supplied.cache,
            storefront=self.supplied.storefront,
            messages=messages_of(Path(config.theme.custom_dir), self.supplied.language),
        )
        self._assembly = Assembly(
            self.supplied.catalog,
            setting,
            Output(folder, self.supplied.published, self.supplied.made),
            self.supplied.known,
        )
        return files

    def on_nav(self, nav: Navigation, /, *, files: Files, **_: object) -> Navigation:
        """Remember which pages MkDocs writes by itself, for the sitemap."""
        urls = [file.url for file in files.documentation_pages() if file.src_uri not in SENTINELS]
        self._others = ["" if url == "./" else url for url in urls]
        return nav

    def on_page_content(self, html: str, /, *, page: Page, **_: object) -> str:
        """A sentinel page's content is nothing but the mark for the body."""
        if page.file.src_uri not in SENTINELS:
            return html
        page.canonical_url, page.edit_url = shell.CANONICAL, None
        page.toc = TableOfContents([AnchorLink("", _SKIP_TARGET, 1)])
        return shell.BODY

    def on_page_context(self, context: TemplateContext, /, *, page: Page, **_: object) -> TemplateContext:
        """Tell templates about the build; a sentinel page has no neighbours."""
        if page.file.src_uri in SENTINELS:
            page.previous_page = page.next_page = None
        return self._told(context)

    def on_template_context(self, context: TemplateContext, /, **_: object) -> TemplateContext:
        """The same for pages without Markdown, such as 404.html."""
        return self._told(context)

    def _told(self, context: TemplateContext) -> TemplateContext:
        context["catalog_site"] = self.drawn.site  # type: ignore[typeddict-unknown-key]
        context["_"] = self.drawn.setting.messages.text  # type: ignore[typeddict-unknown-key]
        day = self.drawn.setting.messages.date(self.drawn.site.as_of)
        context["catalog_day"] = day  # type: ignore[typeddict-unknown-key]
        return context

    def on_post_template(self, output_content: str, /, *, template_name: str, **_: object) -> str:
        """The sitemap is ours, since it has both kinds of pages."""
        return "" if template_name == "sitemap.xml" else output_content

    def on_post_page(self, output: str, /, *, page: Page, **_: object) -> str:
        """Keep sentinel pages as frames; MkDocs skips what is empty."""
        html = shell.named_indexes(output) if self.drawn.setting.offline else output
        path = SENTINELS.get(page.file.src_uri)
        if path is None:
            return html
        try:
            self._shells[path] = Shell(html, path=path)
        except ShellError as error:
            raise PluginError(str(error)) from error
        return ""

    def on_post_build(self, **_: object) -> None:
        """Write everything that is drawn from entries."""
        for name, script in shipped(self.drawn.setting.theme / "assets").items():
            (self.drawn.output.folder / "assets" / name).write_bytes(script)
        self.drawn.write_messages()
        self.drawn.shells = self._shells
        if self.supplied and self.supplied.known:
            self.drawn.write_fonts()
            return
        with meanwhile(
            self.drawn.write_what_no_page_needs, worthwhile=len(self.drawn.listed) > _WORTH_A_PROCESS
        ):
            self.drawn.write_pages(self._shells, self.supplied.progress if self.supplied else None)
        self.drawn.write_sitemap(self._others)

    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, **_: object) -> LiveReloadServer:
        """Rebuild when an entry, a programme file or the theme changes."""
        root = Path(config.config_file_path).parent
        entries = root / self.config.entries
        for folder in (entries, entries.parent / "program", config.theme.custom_dir):
            if folder and Path(folder).is_dir():
                server.watch(str(folder))
        return server

    @property
    def drawn(self) -> Assembly:
        """What is being written; there from the moment that MkDocs has gathered its files."""
        if self._assembly is None:
            raise PluginError("MkDocs asked for a page before it gathered its files")
        return self._assembly


def _not_about_sentinels(record: logging.LogRecord) -> bool:
    """MkDocs would tell of each sentinel page that it is empty, as if something were missing."""
    return not any(f"'{path}'. Generated empty output" in record.getMessage() for path in SENTINELS)


def _compiled(entries: Path, as_of: str | None) -> Catalog:
    if not entries.is_dir():
        raise PluginError(
            f"there is no folder {entries}; the option `entries` names the folder that holds the entries"
        )
    try:
        compilation = compile_catalog(entries, surroundings.day_of(as_of, entries))
    except surroundings.SurroundingsError as error:
        raise PluginError(str(error)) from error
    if compilation.failed:
        lines = surroundings.lines_reader(entries.parent)
        raise PluginError("\n" + report("text", compilation.findings, compilation.total, lines))
    return compilation.catalog
