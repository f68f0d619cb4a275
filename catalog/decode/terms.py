"""Shapes of single values: terms of a vocabulary, dates, numbers, addresses, languages, money, colours, pictures.

Owns what makes one value right by itself. Codes: APS209 unknown term, 211 date, 212 whole number, 213 address (URL),
214 e-mail, 215 telephone, 216 language, 217 amount, 218 currency, 219 colour, 220 picture name, 221 slug, 222 URI,
223 SHA-256, 224 country, 225 region, 226 idle exception.
"""

from __future__ import annotations

import functools
import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import langcodes
from babel.numbers import list_currencies

from catalog.decode.shapes import MISSING, Missing, Sink, Text, any_of, named, said, shorten
from catalog.findings import near_misses
from catalog.regions import geography
from catalog.source import Node, Path, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_EMAIL = re.compile(r"[^\s@<>()\[\],;:\"\\]+@(?:[^\s@.]+\.)+[^\s@.]{2,}")
_PHONE = re.compile(r"\+?[\d\s().\-/]{5,30}(?:\s*(?:x|ext\.?)\s*\d+)?")
_PICTURE = re.compile(r"[a-z0-9][a-z0-9._-]*")
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+")
_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
# Mistakes that the field has seen, and what was meant.
LANGUAGE_HINTS = {"cn": "zh-CN", "jp": "ja", "kr": "ko", "cz": "cs", "gr": "el", "dk": "da", "ua": "uk", "vn": "vi", "us": "en-US", "gb": "en-GB", "at": "de-AT"}
LIKELY_MISTAKEN = {"br": ("Breton", "pt-BR"), "tw": ("Twi", "zh-TW")}


class Term:
    """One id of a closed list. `hints` maps what is often typed to what is meant."""

    def __init__(self, what: str, known: Mapping[str, object] | tuple[str, ...], *, code: str = "APS209", hints: dict[str, str] | None = None) -> None:
        self.what = what
        self.known = tuple(known)
        self._known = frozenset(known)
        self.code = code
        self.hints = hints or {}

    def read(self, node: Node, path: Path, sink: Sink) -> str | Missing:
        """The id as typed."""
        if node.__class__ is Scalar and node.text in self._known:
            return node.text
        if not isinstance(node, Scalar):
            return sink.error("APS203", path, f"one {self.what} belongs here, not {said(node)}", f"write {_allowed(self.known)}")
        if not node.text.strip():
            return sink.error("APS204", path, f"{named(path)} has no value", f"write {_allowed(self.known)}")
        return sink.error(self.code, path, f'"{shorten(node.text)}" is not a known {self.what}', self._remedy(node.text))

    def _remedy(self, typed: str) -> str:
        if typed in self.hints:
            return self.hints[typed]
        near = near_misses(typed, self.known)
        meant = f'did you mean "{near[0]}"? ' if near else ""
        return f"{meant}allowed are {_allowed(self.known)}" if len(self.known) <= 12 or not near else meant.strip()

    def schema(self) -> dict[str, Any]:
        """Enumeration."""
        return {"type": "string", "enum": list(self.known)}


def _allowed(known: Iterable[str], most: int = 60) -> str:
    listed = list(known)
    return any_of(listed) if len(listed) <= most else ", ".join(listed[:most]) + " …"


class Date:
    """A day as YYYY-MM-DD."""

    def read(self, node: Node, path: Path, sink: Sink) -> date | Missing:
        """The day."""
        text = node.text if isinstance(node, Scalar) else ""
        if _DATE.fullmatch(text):
            try:
                return date.fromisoformat(text)
            except ValueError:
                return sink.error("APS211", path, f"{text} is not a day of the calendar", "check the day and the month; the order is year, month, day")
        return sink.error("APS211", path, f"a date belongs here, not {said(node)}", "write the day as YYYY-MM-DD, such as 2026-09-01")

    def schema(self) -> dict[str, Any]:
        """Date as text."""
        return {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}


class Count:
    """A whole number from 1 (or 0) to `most`."""

    def __init__(self, most: int, *, least: int = 1) -> None:
        self.least = least
        self.most = most

    def read(self, node: Node, path: Path, sink: Sink) -> int | Missing:
        """The number."""
        text = node.text if isinstance(node, Scalar) else ""
        if text.isascii() and text.isdecimal() and len(text) < 8 and self.least <= int(text) <= self.most:
            return int(text)
        return sink.error("APS212", path, f"a whole number belongs here, not {said(node)}", f"write a number from {self.least} to {self.most:,}")

    def schema(self) -> dict[str, Any]:
        """Integer."""
        return {"type": "integer", "minimum": self.least, "maximum": self.most}


class Amount:
    """A price such as 3.90."""

    def read(self, node: Node, path: Path, sink: Sink) -> Decimal | Missing:
        """The amount, exactly as typed."""
        text = node.text if isinstance(node, Scalar) else ""
        if re.fullmatch(r"\d{1,12}(\.\d{1,4})?", text, re.ASCII):
            return Decimal(text)
        hint = f"write {text.replace(',', '.')}" if re.fullmatch(r"\d+,\d{1,2}", text) else "write digits with a point, such as 3.90"
        return sink.error("APS217", path, f"an amount belongs here, not {said(node)}", hint)

    def schema(self) -> dict[str, Any]:
        """Decimal as text or number."""
        return {"type": ["string", "number"], "pattern": r"^\d{1,12}(\.\d{1,4})?$", "minimum": 0}


def web_address(text: str) -> tuple[str, str, str] | None:
    """Refuse what is no http or https address. Policy beyond the scheme belongs to the link rules."""
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        return "APS213", f'"{shorten(text)}" is not a web address', "write the whole address, such as https://www.product.example/"
    if parts.scheme.lower() not in {"http", "https"}:
        hint = f"write https://{text}" if re.fullmatch(r"[\w-]+(\.[\w-]+)+(/\S*)?", text) else "write an address that starts with https://"
        return "APS213", f'"{shorten(text)}" does not start with https:// or http://', hint
    if not host or re.search(r"\s", text):
        return "APS213", f'"{shorten(text)}" is not a web address', "write the whole address without blanks, such as https://www.product.example/"
    return None


def _email(text: str) -> tuple[str, str, str] | None:
    return None if _EMAIL.fullmatch(text) else ("APS214", f'"{shorten(text)}" is not an e-mail address', "write a role address such as sales@product.example")


def _phone(text: str) -> tuple[str, str, str] | None:
    return None if _PHONE.fullmatch(text) else ("APS215", f'"{shorten(text)}" is not a telephone number', "write it with the country code, such as +44 1632 960000")


def language_fault(text: str) -> tuple[str, str, str] | None:
    """Refuse what is no BCP 47 tag of a real language."""
    if _known_language(text):
        return None
    hint = LANGUAGE_HINTS.get(text.lower())
    return "APS216", f'"{shorten(text)}" is not a language tag', f'did you mean "{hint}"?' if hint else "write a BCP 47 tag such as en, de or pt-BR"


@functools.cache
def _known_language(text: str) -> bool:
    return re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", text) is not None and langcodes.tag_is_valid(text)


@functools.cache
def _currencies() -> frozenset[str]:
    return frozenset(list_currencies())


def _currency(text: str) -> tuple[str, str, str] | None:
    if text in _currencies():
        return None
    meant = {"EURO": "EUR", "EUROS": "EUR", "€": "EUR", "$": "USD", "DOLLAR": "USD", "£": "GBP"}.get(text.upper(), text.upper())
    return "APS218", f'"{shorten(text)}" is not a currency code', f'did you mean "{meant}"?' if meant in _currencies() else "write the ISO 4217 code, such as EUR or USD"


def _colour(text: str) -> tuple[str, str, str] | None:
    return None if re.fullmatch(r"#[0-9a-fA-F]{6}", text) else ("APS219", f'"{shorten(text)}" is not a colour', 'write six hexadecimal digits in quotes, such as "#1a4fd0"')


def _picture(text: str) -> tuple[str, str, str] | None:
    if _PICTURE.fullmatch(text) and ".." not in text:
        return None
    return "APS220", f'"{shorten(text)}" is not the name of a picture beside the entry', "write a bare file name of lower-case letters, digits, points, - and _, such as logo.svg"


def slug_fault(text: str) -> tuple[str, str, str] | None:
    """Refuse what cannot be an entry's folder name on every system and in every address."""
    if not _SLUG.fullmatch(text):
        return "APS221", f'"{shorten(text)}" is not a slug', "use lower-case letters, digits and single hyphens, such as harbor-sync"
    if len(text) > 60:
        return "APS221", f'"{shorten(text)}" has {len(text)} characters, more than the 60 of a slug', "shorten it"
    if text in _RESERVED:
        return "APS221", f'"{text}" is a name that Windows reserves', f"choose another, such as {text}-app"
    return None


def _uri(text: str) -> tuple[str, str, str] | None:
    return None if _URI.fullmatch(text) else ("APS222", f'"{shorten(text)}" is not a URI', "write the package id as in APP-META.xml, such as https://product.example/aps/id or uuid:…")


def _sha256(text: str) -> tuple[str, str, str] | None:
    return None if re.fullmatch(r"[0-9a-fA-F]{64}", text) else ("APS223", "a SHA-256 has 64 hexadecimal digits", "run sha256sum on the package and copy what it prints")


def _country(text: str) -> tuple[str, str, str] | None:
    if text in geography().countries:
        return None
    meant = "GB" if text == "UK" else text.upper()
    return "APS224", f'"{shorten(text)}" is not a country code', f'did you mean "{meant}"?' if meant in geography().countries else "write the ISO 3166-1 code in capitals, such as DE"


URL = Text(check=web_address, schema={"format": "uri", "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://"})
EMAIL = Text(check=_email, schema={"format": "email"})
PHONE = Text(check=_phone)
LANGUAGE = Text(check=language_fault)
CURRENCY = Text(check=_currency)
COLOUR = Text(check=_colour, schema={"pattern": "^#[0-9a-fA-F]{6}$"})
PICTURE = Text(check=_picture, schema={"pattern": "^[a-z0-9][a-z0-9._-]*$"})
SLUG = Text(check=slug_fault, schema={"pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 60})
URI = Text(check=_uri)
SHA256 = Text(check=_sha256, schema={"pattern": "^[0-9a-fA-F]{64}$"})
COUNTRY = Text(check=_country)

__all__ = ["COLOUR", "COUNTRY", "CURRENCY", "EMAIL", "LANGUAGE", "MISSING", "PHONE", "PICTURE", "SHA256", "SLUG", "URI", "URL", "Amount", "Count", "Date", "Term"]
