"""Shapes of codes that others publish: languages, currencies, countries, colours, checksums.

Codes: APS216 language, 218 currency, 219 colour, 223 SHA-256, 224 country.
"""

from __future__ import annotations

import functools
import re

from babel import Locale
from babel.numbers import list_currencies

from catalog.decode.shapes import Refusal, Text, shorten
from catalog.regions import geography

_TAG = re.compile(
    r"(?P<language>[A-Za-z]{2,3})(-(?P<script>[A-Za-z]{4}))?(-(?P<region>[A-Za-z]{2}|\d{3}))?(-[A-Za-z0-9]{5,8})*"
)
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_SHA256 = re.compile(r"[0-9a-fA-F]{64}")
# Codes that people take from a country's name, and the language that they mean.
_MEANT = {
    "cn": "zh-CN", "jp": "ja", "kr": "ko", "cz": "cs", "gr": "el", "dk": "da", "vn": "vi", "us": "en-US", "gb": "en-GB",
    "at": "de-AT", "eng": "en", "ger": "de", "fre": "fr", "iw": "he",
}  # fmt: skip
_MONEY = {
    "EURO": "EUR",
    "EUROS": "EUR",
    "€": "EUR",
    "$": "USD",
    "DOLLAR": "USD",
    "£": "GBP",
    "POUND": "GBP",
    "YEN": "JPY",
}


@functools.cache
def is_language(tag: str) -> bool:
    """Whether a BCP 47 tag is well formed and names a language, script and region that exist (Unicode CLDR)."""
    match = _TAG.fullmatch(tag)
    if not match:
        return False
    english = Locale("en")
    return (
        match["language"].lower() in english.languages
        and (match["script"] is None or match["script"].title() in english.scripts)
        and (match["region"] is None or match["region"].upper() in english.territories)
    )


def _language(text: str) -> Refusal | None:
    if is_language(text):
        return None
    meant = _MEANT.get(text.lower())
    remedy = f'did you mean "{meant}"?' if meant else "write a BCP 47 tag such as en, de or pt-BR"
    return Refusal("APS216", f'"{shorten(text)}" is not a language tag', remedy)


@functools.cache
def _currencies() -> frozenset[str]:
    return frozenset(list_currencies())


def _currency(text: str) -> Refusal | None:
    if text in _currencies():
        return None
    meant = _MONEY.get(text.upper(), text.upper())
    remedy = (
        f'did you mean "{meant}"?'
        if meant in _currencies()
        else "write the ISO 4217 code, such as EUR or USD"
    )
    return Refusal("APS218", f'"{shorten(text)}" is not a currency code', remedy)


def _colour(text: str) -> Refusal | None:
    if _COLOUR.fullmatch(text):
        return None
    remedy = 'write six hexadecimal digits in quotes, such as "#1a4fd0"'
    return Refusal("APS219", f'"{shorten(text)}" is not a colour', remedy)


def _sha256(text: str) -> Refusal | None:
    if _SHA256.fullmatch(text):
        return None
    return Refusal(
        "APS223",
        "a SHA-256 has 64 hexadecimal digits",
        "run sha256sum on the package and copy what it prints",
    )


@functools.lru_cache(maxsize=1024)
def _is_country(text: str) -> bool:
    return text in geography().countries


def _country(text: str) -> Refusal | None:
    if _is_country(text):
        return None
    countries = geography().countries
    meant = "GB" if text.upper() == "UK" else text.upper()
    remedy = (
        f'did you mean "{meant}"?'
        if meant in countries
        else "write the ISO 3166-1 code in capitals, such as DE"
    )
    return Refusal("APS224", f'"{shorten(text)}" is not a country code', remedy)


LANGUAGE = Text(check=_language, schema={"pattern": "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"})
CURRENCY = Text(check=_currency, schema={"pattern": "^[A-Z]{3}$"})
COLOUR = Text(check=_colour, schema={"pattern": "^#[0-9a-fA-F]{6}$"})
SHA256 = Text(check=_sha256, schema={"pattern": "^[0-9a-fA-F]{64}$"})
COUNTRY = Text(check=_country, schema={"pattern": "^[A-Z]{2}$"})
