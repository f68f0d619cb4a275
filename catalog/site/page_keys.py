"""What decides the bytes of a body, as a key: equal keys, equal bodies.

Owns the key of a body (the values that its template is given, all templates, what this one asks of the site, the
language, this program) and the shorter one of an entry, from what its view is made of, for which no view has to be
made. Refuses to leave out what it cannot tell: a template that uses `site` as a whole gets all of it into its keys.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Any

import msgspec
from markupsafe import Markup

from catalog.compile.keeping import program_digest
from catalog.digests import digest
from catalog.site.entry_page import SIBLINGS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from catalog.model import Entry
    from catalog.site.setting import Setting
    from catalog.site.sources import Sources
    from catalog.site.views import Card, Site


_CODE = re.compile(r"\{[{%](.*?)[%}]\}", re.DOTALL)
_ASKED = re.compile(r"\bsite\b(?:\.(\w+))?")
_SHARED = ("_", "flow.")
"""How the names of templates begin that others draw parts with."""


class PageKeys:
    """The keys of one build."""

    def __init__(self, setting: Setting, site: Site) -> None:
        """Read the templates; `site` is what they may ask."""
        self._site = site
        self._markups: dict[str, bytes] = {}
        self._encode = msgspec.msgpack.Encoder(enc_hook=self._of_markup).encode
        self._texts = {
            file.name: file.read_text(encoding="utf-8")
            for file in sorted(setting.theme.glob("catalog/*.html"))
        }
        words = setting.messages
        told = (setting.name, setting.base, setting.offline, setting.edit_base, setting.storefront)
        said = (words.language, sorted(words.texts.items()))
        self._stamp = digest(program_digest() + self._encode((told, said, self._texts)))
        self._of_template = functools.cache(self._stamped)
        self._of_programme: bytes | None = None

    def of_view(self, view: object) -> bytes:
        """A hash of the values that a body shows."""
        return digest(self._encode(view))

    def of_body(self, template: str, of_view: bytes) -> bytes:
        """The key of a body, by `of_view` of its values."""
        return digest(self._of_template(template) + of_view)

    def of_page(self, of_body: bytes, of_frame: bytes, texts: tuple[str, ...]) -> bytes:
        """What a page is made from: its body, its frame and the texts that go into that."""
        return digest(of_body + of_frame + self._encode(texts))

    def of_entry(
        self, entry: Entry, card: Card | None, sources: Sources, cards: Mapping[str, Markup]
    ) -> bytes:
        """The key of all that the view of an entry is made from; `card` is `None` for one that is withdrawn.

        What follows from the entry alone, such as its verdict, is not told again.
        """
        media, successor = entry.media, entry.listing.replaced_by
        files = (media.logo, media.logo_dark, *(shot.file for shot in media.screenshots))
        vendor = sources.catalog.vendors[sources.vendor_slugs[entry.vendor.name]]
        beside = [other.slug for other in vendor.entries if not other.withdrawn]
        around = (
            sources.catalog.as_of,
            vendor.slug,
            len(beside),
            [(slug, cards.get(slug)) for slug in beside[: SIBLINGS + 1]],
            [sources.pictures.get((entry.slug, file)) for file in files if file],
            (sources.name_and_path(successor), cards.get(successor)) if successor else None,
        )
        if self._of_programme is None:
            self._of_programme = digest(self._encode(sources.catalog.programme))
        return digest(self._stamp + self._of_programme + self._encode((entry, card, around)))

    def _of_markup(self, value: Any) -> bytes:  # noqa: ANN401 -- whatever msgspec does not know
        """Finished markup by its hash, since a card stands in many lists."""
        if not isinstance(value, Markup):
            raise NotImplementedError(type(value).__name__)
        found = self._markups.get(value)
        if found is None:
            found = self._markups[value] = digest(value.encode())
        return found

    def _stamped(self, template: str) -> bytes:
        asked = set(self._asked(template))
        told = self._site if "" in asked else [(name, getattr(self._site, name)) for name in sorted(asked)]
        return digest(self._stamp + self._encode((template, told)))

    def _asked(self, template: str) -> Iterator[str]:
        """What the template, and those that draw parts for it, may ask of the site; empty for the whole of it."""
        for name, text in self._texts.items():
            if name == f"{template}.html" or name.startswith(_SHARED):
                for code in _CODE.findall(text):
                    yield from _ASKED.findall(code)
