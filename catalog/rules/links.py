"""Rules on web addresses: where a link may lead, and what may stand in it.

What is no address at all is refused while decoding (APS213). Nothing is looked up here: whether a link is alive is
asked by `catalog.links`, for `check --links` alone.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from catalog.rules.hosts import host_of, private_reason
from catalog.rules.lookalikes import mixed_word
from catalog.rules.registry import ERROR, NOTE, WARNING, Spot, entry_rule, told_elsewhere
from catalog.source import name_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.model import Entry
    from catalog.rules.addresses import Address
    from catalog.rules.context import Context

_STRAY = re.compile(r"[\x00-\x20\x7f-\xa0\\\"<>`{}|^]|%(?:[01][0-9a-fA-F]|7[fF])")
_USER = re.compile(r"[a-z][a-z0-9+.-]*://[^/?#]*@", re.IGNORECASE)


def _web(context: Context) -> list[Address]:
    return [address for address in context.suspects if address.url[:4].lower() == "http"]


@entry_rule("APS420", ERROR, "link-with-user", about="suspects")
def link_with_user(_entry: Entry, context: Context) -> Iterator[Spot]:
    """A web address names a user, or a user and a password.

    What stands before an @ is read as who asks, not where: https://harbor.example@other.example/ leads to
    other.example. And a password in a catalog is public.

    Refused:

        links: {support: "https://admin:secret@support.harbor.example/"}
                         ^

    Accepted:

        links: {support: "https://support.harbor.example/"}
    """
    for address in _web(context):
        if _USER.match(address.url):
            remedy = "remove what stands between :// and @"
            yield _spot(address, "the address names a user before the @", remedy)


@entry_rule("APS421", ERROR, "link-with-stray-signs", about="suspects")
def link_with_stray_signs(_entry: Entry, context: Context) -> Iterator[Spot]:
    """A web address holds signs that do not belong there.

    Quotation marks, angle brackets, backslashes, blanks and control signs, typed or as %0D, are read differently by
    different programs; an address with them may lead elsewhere than it looks. So may one with signs that nobody sees.

    Refused:

        links: {support: 'https://support.harbor.example/<help>'}
                                                         ^

    Accepted:

        links: {support: "https://support.harbor.example/help"}
    """
    for address in context.suspects:
        if found := _stray(address.url):
            at, sign = found
            message = f"{sign} stands in the address"
            remedy = "copy the address again from the browser"
            yield Spot(address.path, message, remedy, offset=max(address.offset, 0) + at)


def _stray(url: str) -> tuple[int, str] | None:
    """The place and the name of the first sign that no address may hold."""
    match = _STRAY.search(url)
    if match:
        return match.start(), f"`{match[0]}`" if match[0].isprintable() else name_of(match[0])
    for at, sign in enumerate("" if url.isascii() else url):
        if unicodedata.category(sign)[0] in "CZ":
            return at, name_of(sign)
    return None


@entry_rule("APS422", ERROR, "link-to-private-address", about="suspects")
def link_to_private_address(_entry: Entry, context: Context) -> Iterator[Spot]:
    """A web address leads to the reader's own computer or network.

    Names such as localhost or wiki.local, names without a point and private IP addresses mean another machine for each
    reader, and a link to one can be made to act on that machine.

    Refused:

        links: {documentation: "https://192.168.10.4/docs"}
                               ^

    Accepted:

        links: {documentation: "https://docs.harbor.example/"}
    """
    for address in _web(context):
        host = host_of(address.url)
        if reason := private_reason(host):
            message = f'"{host}" is {reason}, which is not on the public internet'
            yield _spot(address, message, "write an address that every reader can reach")


@entry_rule("APS423", WARNING, "link-without-encryption", about="suspects")
def link_without_encryption(_entry: Entry, context: Context) -> Iterator[Spot]:
    """A web address begins with http: and not with https:.

    Anybody on the way can read and change such a page, and browsers warn their users of it.

    Refused:

        links: {documentation: "http://docs.harbor.example/"}
                               ^

    Accepted:

        links: {documentation: "https://docs.harbor.example/"}
    """
    for address in context.suspects:
        if address.url[:7].lower() == "http://":
            yield _spot(
                address, "the address begins with http:", "write https://, if the site has it", len("http:")
            )


@entry_rule("APS425", WARNING, "link-host-mixes-scripts", about="suspects")
def link_host_mixes_scripts(_entry: Entry, context: Context) -> Iterator[Spot]:
    """The host of a web address mixes letters of two alphabets in one word.

    With one Cyrillic letter, a host looks like a well-known one and is another.

    Refused:

        links: {documentation: "https://hаrbor.example/"}
                               ^

    Accepted:

        links: {documentation: "https://harbor.example/"}
    """
    for address in _web(context):
        if not address.url.isascii() and (found := mixed_word(host_of(address.url))):
            message = f'"{found[1]}" in the host mixes letters of two alphabets'
            yield _spot(address, message, "copy the address again from the browser")


@entry_rule("APS426", ERROR, "link-with-odd-port", about="suspects")
def link_with_odd_port(_entry: Entry, context: Context) -> Iterator[Spot]:
    """The port of a web address is no number from 1 to 65535.

    No browser opens such an address.

    Refused:

        links: {documentation: "https://docs.harbor.example:99999/"}
                               ^

    Accepted:

        links: {documentation: "https://docs.harbor.example:8443/"}
    """
    for address in _web(context):
        try:
            odd = urlsplit(address.url).port == 0
        except ValueError:
            odd = True
        if odd:
            yield _spot(address, "the port of the address does not exist", "remove the colon and the port")


@told_elsewhere("APS428", "link-dead", WARNING, sometimes=True)
def link_dead() -> None:
    """The page that a link leads to is gone.

    `check --links` asks each address. Dead is a page whose server says 404 or 410, whose host no longer exists, whose
    certificate has expired, or that redirects in circles or into a private network. A server that refuses programs,
    asks to wait or has trouble of its own counts as unknown, and nothing is said.

    Refused:

        links: {support: "https://support.harbor.example/gone"}
                         ^

    Accepted:

        links: {support: "https://support.harbor.example/help"}
    """


@told_elsewhere("APS429", "link-moved", NOTE, sometimes=True)
def link_moved() -> None:
    """The page that a link leads to has moved for good.

    `check --links` found a permanent redirect (301 or 308) to a page that is there. Readers of the site are led on;
    the address printed in the book, and the one in its QR code, last as long as the redirect.

    Refused:

        links: {support: "https://support.harbor.example/moved"}
                         ^

    Accepted:

        links: {support: "https://support.harbor.example/help"}
    """


def _spot(address: Address, message: str, remedy: str, length: int = 1) -> Spot:
    offset = address.offset
    return Spot(address.path, message, remedy, offset=offset, length=length)
