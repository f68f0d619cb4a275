"""The environment that our own templates are rendered in.

Owns escaping (always), the words a template may use, and the address of everything: a page does not know
how deep it lies, so `url` writes a sign that stands for the way to the root and `at_depth` puts the way in. Refuses
MkDocs's environment, which does not escape, and unknown names, which fail the build.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Any

from jinja2 import FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from catalog.english import counted
from catalog.site.flow_drawings import flow_view
from catalog.site.folding import FoldingEnvironment
from catalog.site.messages import SOURCE, Messages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from jinja2 import Template

    from catalog.site.views import Site, Text

# A control character: the reader refuses it in entries, so it can't come from anywhere else.
ROOT = "\x01"
_ROOT = ROOT.encode()
_LINK = re.compile(_ROOT + rb"([^\"#?]*)")
_PAGE = "index.html"
_TEXTS = 2048
"""Texts and lists of names whose HTML is held."""


class Templates:
    """The templates below `theme/catalog/`, compiled once."""

    def __init__(self, theme: Path, site: Site, messages: Messages | None = None) -> None:
        self._environment = FoldingEnvironment(
            loader=FileSystemLoader(theme),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        said = self._messages = messages or Messages()
        self._environment.globals |= {
            "_": said.text,
            "_html": functools.partial(_filled, said),
            "_bold": Markup("<b>{}</b>").format,
            "_number": Markup('<b class="num">{}</b>').format,
            "counted": said.counted,
            "counted_html": functools.partial(_counted, said),
            "own_lang": Markup() if said.is_source else Markup(' lang="{}"').format(said.language),
            "site": site,
            "url": url_of(offline=site.offline),
            "flow": functools.cache(self._flow),
            "root": ROOT,
        }
        self._environment.filters |= {
            **said.filters,
            "iso": lambda value: value.isoformat(),
            "counted": counted,
            # Names of countries and languages come in few combinations, so each is put together once.
            "t": functools.lru_cache(_TEXTS, typed=True)(said.marked),
            "joined": functools.lru_cache(_TEXTS)(functools.partial(_joined, said.marked)),
            "joined_in_order": functools.lru_cache(_TEXTS)(
                lambda names: _joined(said.marked, sorted(names, key=said.order))
            ),
            "attrs": functools.partial(attrs, language=said.language),
            "bdi": functools.partial(bdi, language=said.language),
        }
        self._compiled: dict[str, Template] = {}

    def render(self, name: str, **values: Any) -> Markup:  # noqa: ANN401 -- views of many kinds
        """Render `theme/catalog/<name>.html`. A template that is missing or uses an unknown name raises."""
        template = self._compiled.get(name)
        if template is None:
            template = self._compiled[name] = self._environment.get_template(f"catalog/{name}.html")
        return Markup(template.render(values))  # noqa: S704 -- made by an escaping environment

    def _flow(self, model: str, route: str) -> Markup:
        """The drawing of a money flow: the same wherever it stands, and English."""
        return self._messages.english(self.render("flow", view=flow_view(model, route)))


def _joined(marked: Callable[[str], Markup], names: Iterable[str]) -> Markup:
    """Names as one text, commas between them."""
    return Markup(", ").join(map(marked, names))


def url_of(*, offline: bool) -> Callable[[str], str]:
    """The function `url`: a path from the site's root to an address that `at_depth` completes.

    From disk nothing serves a folder's index, so an offline address names it.
    """

    def online(path: str) -> str:
        return ROOT + path

    def from_disk(path: str) -> str:
        path, mark, rest = _parted(path)
        return ROOT + (path + _PAGE if not path or path.endswith("/") else path) + mark + rest

    return from_disk if offline else online


def at_depth(page: bytes, depth: int) -> bytes:
    """The page with the way to the root put in, for a page that lies `depth` folders deep."""
    return page.replace(_ROOT, b"../" * depth or b"./")


def links_in(page: bytes) -> list[bytes]:
    """The paths of the site that a page names, as long as the way to the root is not put in."""
    return _LINK.findall(page)


def bdi(text: Text, language: str = SOURCE) -> Markup:
    """The text, kept apart from the direction of what stands around it."""
    return Markup(f"<bdi{attrs(text, language)}>{escape(text.text)}</bdi>")  # noqa: S704 -- both parts are escaped


def attrs(text: Text, language: str = SOURCE) -> Markup:
    """` lang="…" dir="…"` with a leading space, as far as the text differs from a page in `language`."""
    own = text.lang or SOURCE
    if own == language:
        return Markup()
    said = f' lang="{escape(own)}"'
    return Markup(f'{said} dir="{text.dir}"' if text.dir else said)  # noqa: S704 -- both parts are escaped terms


def _filled(messages: Messages, text: str, **values: object) -> Markup:
    """A text with markup in the places of its values."""
    return Markup(escape(messages.text(text))).format(**messages.written(values))  # noqa: S704 -- escaped


def _counted(messages: Messages, count: int, one: str, many: str, **values: object) -> Markup:
    """The same by a count, which is set in bold."""
    bold = Markup("<b>{}</b>").format(messages.number(count))
    return _filled(messages, one if count == 1 else many, n=bold, **values)


def _parted(path: str) -> tuple[str, str, str]:
    """A path, the first of `?` and `#`, and what follows."""
    for at, sign in enumerate(path):
        if sign in "?#":
            return path[:at], sign, path[at + 1 :]
    return path, "", ""
