"""Words for readers: names of languages and countries, prices, texts with their language.

Owns the English of the site as far as Python writes it. Refuses locale and clock: the same value gives the same words
everywhere.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError

from catalog.regions import geography, words
from catalog.site.entry_views import PriceView
from catalog.site.messages import ENGLISH, Messages
from catalog.site.views import Reference, Text
from catalog.text import direction, language_of

if TYPE_CHECKING:
    from catalog.model import Entry, Pricing, Regions

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


def text_of(value: str, entry: Entry) -> Text:
    """A text of the entry with its language and direction, as far as they differ from the page's."""
    return text_in(value, entry.languages)


def said(entry: Entry, field: str, language: str) -> Text:
    """A text of the entry (`summary`, `description`, `pitch`) in a language if it has it there, else its own."""
    for translation in entry.translations:
        if translation.language == language and (text := getattr(translation, field)):
            return translated(text, language)
    return text_of(getattr(entry, field) or "", entry)


def regions_said(regions: Regions, messages: Messages) -> str:
    """Where an entry is sold, in the vendor's order: `European Union, Norway except Hungary`."""
    if messages.is_source or not regions.stated:
        return messages.text(words(regions) if regions.stated else "Regions not stated")
    named, left_out = (
        ", ".join(messages.text(geography().name(token)) for token in tokens)
        for tokens in (regions.include, regions.excluded)
    )
    return messages.text("{regions} except {others}", regions=named, others=left_out) if left_out else named


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


def price(pricing: Pricing | None, messages: Messages = ENGLISH) -> PriceView | None:
    """`from EUR 3.90 per user/month`, or the pricing model in words."""
    if pricing is None:
        return None
    say, start = messages.text, pricing.price_from
    model = say(_PRICING[pricing.model])
    trial = (
        messages.counted(pricing.trial_days, "{n} day trial", "{n} days trial") if pricing.trial_days else ""
    )
    if start is None:
        return PriceView(text=model, remark=trial)
    amount = f"{start.currency} {start.amount:,f}"
    text = (
        say("from {price} per {unit}", price=amount, unit=start.per)
        if start.per
        else say("from {price}", price=amount)
    )
    remarks = [
        model.lower() if messages.is_source else model,
        say("end-user list price"),
        *([trial] if trial else []),
    ]
    return PriceView(text=text, remark=", ".join(remarks))
