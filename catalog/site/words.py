"""Words for readers: numbers, names of languages and countries, prices, texts with their language.

Owns the English of the site as far as Python writes it. Refuses locale and clock: the same value gives the same words
everywhere.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError

from catalog.english import counted
from catalog.regions import geography
from catalog.site.entry_views import PriceView
from catalog.site.views import Reference, Text
from catalog.text import direction, language_of

if TYPE_CHECKING:
    from catalog.model import Entry, Pricing

_PRICING = {
    "free": "Free", "freemium": "Free, with paid options", "subscription": "Subscription",
    "perpetual": "One-off licence", "usage": "By usage", "quote": "On request",
}  # fmt: skip
_LICENCES = {"LicenseRef-commercial": "Commercial"}
SOURCES = {
    "vendor": "facts from the vendor",
    "package": "facts from a public package",
    "public": "facts from public pages",
    "demo": "invented for demonstration",
}


def number(value: int) -> str:
    """`1,374`."""
    return f"{value:,}"


def text_of(value: str, entry: Entry) -> Text:
    """A text of the entry with its language and direction, as far as they differ from the page's."""
    return text_in(value, entry.languages)


def text_in(value: str, languages: tuple[str, ...] = ()) -> Text:
    """A text with its language, told by its script among some languages, and its direction."""
    if value.isascii():
        return Text(value)
    language = language_of(value, languages)
    return Text(value, None if language == "en" else language, "rtl" if direction(value) == "rtl" else None)


def translated(value: str, language: str) -> Text:
    """A text in a language that is known."""
    return Text(value, language, "rtl" if direction(value) == "rtl" else None)


@functools.lru_cache(maxsize=4096)
def language_name(tag: str) -> str:
    """`de` → German, `pt-BR` → Portuguese (Brazil); a tag that nobody has named stays a tag."""
    try:
        return str(Locale.parse(tag, sep="-").get_display_name("en") or tag)
    except (UnknownLocaleError, ValueError):
        return str(Locale("en").languages.get(tag.partition("-")[0], tag))


def country_name(code: str | None) -> str | None:
    """The English name of a country."""
    return geography().name(code) if code else None


def licence_name(spdx: str | None) -> str | None:
    """An SPDX expression as it stands; our own references get a word."""
    return _LICENCES.get(spdx, spdx) if spdx else None


def reference(name: str, href: str) -> Reference:
    """A link elsewhere, with its host for readers."""
    return Reference(name=name, href=href, host=host_of(href))


def host_of(href: str) -> str:
    """`https://www.wiki.example/x` → `wiki.example`; an address without a host stays whole."""
    _, scheme, rest = href.partition("://")
    if not scheme:
        return href
    host = rest.partition("/")[0].partition("?")[0].partition("#")[0].partition(":")[0]
    return host.removeprefix("www.")


def price(pricing: Pricing | None) -> PriceView | None:
    """`from EUR 3.90 per user/month`, or the pricing model in words."""
    if pricing is None:
        return None
    trial = f"{counted(pricing.trial_days, 'day')} trial" if pricing.trial_days else ""
    start = pricing.price_from
    if start is None:
        return PriceView(text=_PRICING[pricing.model], remark=trial)
    text = f"from {start.currency} {start.amount:,f}" + (f" per {start.per}" if start.per else "")
    remarks = [_PRICING[pricing.model].lower(), "end-user list price", *([trial] if trial else [])]
    return PriceView(text=text, remark=", ".join(remarks))
