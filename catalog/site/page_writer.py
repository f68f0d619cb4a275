"""Pages of ours, one after the other: a body from a template, put into the frame of its folder and written.

Owns titles, descriptions, frames, and which bodies are English whatever language the site speaks. Refuses to choose
what is drawn: `assembly.py` does.
"""

from __future__ import annotations

import copy
import functools
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from catalog.site import words
from catalog.site.list_views import RedirectPage
from catalog.site.page_keys import PageKeys
from catalog.site.shell import Page, Shell
from catalog.site.templates import ROOT, Templates, at_depth, links_in
from catalog.site.terms import ENTRIES, entry_path

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from catalog.model import Entry
    from catalog.site.drawn import Drawn
    from catalog.site.output import Output
    from catalog.site.setting import Setting
    from catalog.site.views import Site

ENGLISH_ONLY = {"programme", "statistics", "team", "rules", "rule"}
"""What speaks of the programme and of the check is English on every site."""


class Drawing(NamedTuple):
    """What a page is but for its body. Texts are plain; `head` is HTML."""

    template: str
    path: str
    title: str
    description: str
    head: str = ""


class PageWriter:
    """Writes the pages of one build."""

    def __init__(
        self,
        setting: Setting,
        site: Site,
        shells: Mapping[str, Shell],
        output: Output,
        drawn: Drawn,
    ) -> None:
        """`shells`: frames by the folder that they were rendered for (`""`, `apps/` and so on)."""
        self.wanted: str | None = None
        self.site = site
        self.setting, self.output, self.drawn = setting, output, drawn
        self.render = Templates(setting.theme, site, setting.messages).render
        self.keys = PageKeys(setting, site)
        self._shells = shells
        for shell in shells.values():
            output.links |= shell.links

    def asked(self, path: str, output: Output) -> PageWriter:
        """One like this that draws a single page, for another output."""
        writer = copy.copy(self)
        writer.wanted, writer.output = path, output
        return writer

    def wants(self, path: str, *, whole: bool = False) -> bool:
        """Whether a page at an address or below is wanted; with `whole`, that address alone."""
        return self.wanted is None or (self.wanted == path if whole else self.wanted.startswith(path))

    def page(
        self, template: str, path: str, title: str, description: str, view: object, *, head: str = ""
    ) -> None:
        """Render a body and put it into the frame of its first folder, else into that of the entries."""
        if self.wanted not in {None, path}:
            return
        self._put(Drawing(template, path, title, description, head), self.keys.of_view(view), lambda: view)

    def entry(self, key: bytes, drawing: Drawing, view: Callable[[], object]) -> None:
        """The page of an entry. `view` is made only where nothing is kept under the `key` of what it is made from."""
        of_view, made = self.drawn.get(key), functools.cache(view)
        if of_view is None:
            of_view = self.keys.of_view(made())
            self.drawn.put(key, of_view)
        self._put(drawing, of_view, made)

    def part(self, template: str, **values: object) -> Markup:
        """A part of pages, such as a card, rendered or as it was kept."""
        key = self.keys.of_body(template, self.keys.of_view(values))
        kept = self.drawn.get(key)
        if kept is not None:
            return Markup(kept.decode())  # noqa: S704 -- our own, by its hash
        made = self.render(template, **values)
        self.drawn.put(key, made.encode())
        return made

    def _put(self, drawing: Drawing, of_view: bytes, view: Callable[[], object]) -> None:
        """Make a page, unless the published one was made from the same."""
        template, path, title, description, head = drawing
        shell = self._shells.get(path[: path.find("/") + 1]) or self._shells[ENTRIES]
        canonical = (self.setting.base or ROOT) + path
        of_body = self.keys.of_body(template, of_view)
        key = self.keys.of_page(of_body, shell.key, (title, description, canonical, head))
        if self.output.keeps(path, key):
            self.drawn.use(of_body)
            return
        body = self._body(template, of_body, view)
        self.output.links.update(links_in(body))
        whole = shell.page(Page(title, description, canonical, body, head), path.count("/"))
        self.output.page(path, whole, key)

    def _body(self, template: str, key: bytes, view: Callable[[], object]) -> bytes:
        body = self.drawn.get(key)
        if body is None:
            html = self.render(template, page=view())
            body = (self.setting.messages.english(html) if template in ENGLISH_ONLY else html).encode()
            self.drawn.put(key, body)
        return body

    def redirects(self, entry: Entry) -> None:
        """A former address leads on. The page needs no frame: nobody stays on it."""
        path = entry_path(entry.slug)
        canonical = (self.setting.base or ROOT) + path
        for former in entry.formerly:
            view = RedirectPage(name=words.text_of(entry.name, entry), path=path, canonical=canonical)
            whole = self.render("redirect", page=view).encode()
            self.output.links.update(links_in(whole))
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
