"""Shapes of addresses and names: web, e-mail, telephone, URI, slug, picture file.

Codes: APS213 web address, 214 e-mail, 215 telephone, 221 slug, 222 URI, 510 picture name. Policy beyond the form, such
as private hosts, belongs to the link rules.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from catalog.decode.shapes import Refusal, Text, shorten

LONGEST_SLUG = 60
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_EMAIL = re.compile(r"[^\s@<>()\[\],;:\"\\]+@(?:[^\s@.]+\.)+[^\s@.]{2,}")
_PHONE = re.compile(r"\+?[\d\s().\-/]{5,30}(?:\s*(?:x|ext\.?)\s*\d+)?")
_PICTURE = re.compile(r"[a-z0-9][a-z0-9._-]*")
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+")
# What nearly every address looks like; only the others need taking apart.
_PLAIN_URL = re.compile(r"https?://[A-Za-z0-9.-]*[A-Za-z0-9](?:/[!-Z^-~]*)?")
_HOST_ONLY = re.compile(r"[\w-]+(\.[\w-]+)+(/\S*)?")
_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}


def web_address(text: str) -> Refusal | None:
    """Refuse what is no http or https address."""
    if _PLAIN_URL.fullmatch(text):
        return None
    example = "write the whole address without blanks, such as https://www.product.example/"
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        return Refusal("APS213", f'"{shorten(text)}" is not a web address', example)
    if parts.scheme.lower() not in {"http", "https"}:
        remedy = (
            f"write https://{text}"
            if _HOST_ONLY.fullmatch(text)
            else "write an address that starts with https://"
        )
        return Refusal("APS213", f'"{shorten(text)}" does not start with https:// or http://', remedy)
    if not host or re.search(r"\s", text):
        return Refusal("APS213", f'"{shorten(text)}" is not a web address', example)
    return None


def slug_fault(text: str) -> Refusal | None:
    """Refuse what cannot be an entry's folder name on every system and in every address."""
    if not _SLUG.fullmatch(text):
        remedy = "use lower-case letters, digits and single hyphens, such as harbor-sync"
        return Refusal("APS221", f'"{shorten(text)}" is not a slug', remedy)
    if len(text) > LONGEST_SLUG:
        message = f'"{shorten(text)}" has {len(text)} characters, more than the {LONGEST_SLUG} of a slug'
        return Refusal("APS221", message, f"shorten it by {len(text) - LONGEST_SLUG}")
    if text in _RESERVED:
        return Refusal(
            "APS221", f'"{text}" is a name that Windows reserves', f"choose another, such as {text}-app"
        )
    return None


def _email(text: str) -> Refusal | None:
    if _EMAIL.fullmatch(text):
        return None
    return Refusal(
        "APS214", f'"{shorten(text)}" is not an e-mail address', "write one such as sales@product.example"
    )


def _phone(text: str) -> Refusal | None:
    if _PHONE.fullmatch(text):
        return None
    remedy = "write it with the country code, such as +44 1632 960000"
    return Refusal("APS215", f'"{shorten(text)}" is not a telephone number', remedy)


def _picture(text: str) -> Refusal | None:
    if _PICTURE.fullmatch(text) and ".." not in text:
        return None
    remedy = "write a bare file name of lower-case letters, digits, points, - and _, such as logo.svg"
    return Refusal("APS510", f'"{shorten(text)}" is not the name of a picture beside the entry', remedy)


def _uri(text: str) -> Refusal | None:
    if _URI.fullmatch(text):
        return None
    remedy = "write the package id of APP-META.xml, such as https://product.example/aps/id or uuid:…"
    return Refusal("APS222", f'"{shorten(text)}" is not a URI', remedy)


URL = Text(check=web_address, schema={"format": "uri", "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://"})
EMAIL = Text(check=_email, schema={"format": "email"})
PHONE = Text(check=_phone)
PICTURE = Text(check=_picture, schema={"pattern": "^[a-z0-9][a-z0-9._-]*$"})
SLUG = Text(check=slug_fault, schema={"pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": LONGEST_SLUG})
URI = Text(check=_uri, schema={"pattern": r"^[A-Za-z][A-Za-z0-9+.-]*:\S+$"})
