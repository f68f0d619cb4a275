"""Pages of ours, one after the other: a body from a template, put into the frame of its folder and written.

Owns titles, descriptions, frames, and which bodies are English whatever language the site speaks. Refuses to choose
what is drawn: `assembly.py` does.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from catalog.model import StorefrontListing
from catalog.site import words
from catalog.site.list_views import RedirectPage
from catalog.site.messages import ENGLISH, Messages
from catalog.site.shell import Page, Shell
from catalog.site.templates import ROOT, Templates, at_depth, links_in
from catalog.site.terms import ENTRIES, entry_path

if TYPE_CHECKING:
    from collections.abc import Mapping

    from catalog.model import Entry
    from catalog.site.output import Output
    from catalog.site.views import Site

ENGLISH_ONLY = {"programme", "statistics", "team", "rules", "rule"}
"""What speaks of the programme and of the check is English on every site."""


class Setting(msgspec.Struct, frozen=True, kw_only=True):
    """What a site is built with, besides the catalog. `base` is its absolute address, or empty where it is unknown.

    `storefront`: whose site it is, if it is not the programme's; the catalog is then its subset. `messages`: the words.
    """

    name: str
    base: str
    theme: Path
    offline: bool
    edit_base: str | None
    cache: Path | None
    storefront: StorefrontListing | None = None
    messages: Messages = ENGLISH


class PageWriter:
    """Writes the pages of one build."""

    def __init__(self, setting: Setting, site: Site, shells: Mapping[str, Shell], output: Output) -> None:
        """`shells`: frames by the folder that they were rendered for (`""`, `apps/` and so on)."""
        self.setting, self.output = setting, output
        self.render = Templates(setting.theme, site, setting.messages).render
        self._shells = shells
        for shell in shells.values():
            output.links |= shell.links

    def page(
        self, template: str, path: str, title: str, description: str, view: object, *, head: str = ""
    ) -> None:
        """Render a body and put it into the frame of its first folder, else into that of the entries."""
        shell = self._shells.get(path[: path.find("/") + 1]) or self._shells[ENTRIES]
        html = self.render(template, page=view)
        body = (self.setting.messages.english(html) if template in ENGLISH_ONLY else html).encode()
        self.output.links |= links_in(body)
        canonical = (self.setting.base or ROOT) + path
        page = Page(title=title, description=description, canonical=canonical, body=body, head=head)
        self.output.page(path, shell.page(page, path.count("/")))

    def redirects(self, entry: Entry) -> None:
        """A former address leads on. The page needs no frame: nobody stays on it."""
        path = entry_path(entry.slug)
        canonical = (self.setting.base or ROOT) + path
        for former in entry.formerly:
            view = RedirectPage(name=words.text_of(entry.name, entry), path=path, canonical=canonical)
            whole = self.render("redirect", page=view).encode()
            self.output.links |= links_in(whole)
            self.output.page(entry_path(former), at_depth(whole, entry_path(former).count("/")))

    def say(self, text: str, **values: object) -> str:
        """One of our own words in the language of the site."""
        return self.setting.messages.text(text, **values)

    def numbered(self, title: str, number: int) -> str:
        """The title of a further page."""
        return title if number == 1 else self.say("{title}, page {n}", title=title, n=number)

    def about(self, name: str, count: int, lead: str) -> str:
        """The description of a list."""
        said = self.setting.messages.counted(count, "{n} application", "{n} applications")
        return f"{said}: {name}. {self.say(lead)}".rstrip()
