"""Rules on what any text of an entry may say: nothing left to fill in, no empty praise, no confidential terms."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from catalog.rules.registry import ERROR, WARNING, Spot, entry_rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.model import Entry
    from catalog.rules.context import Context
    from catalog.rules.passages import Kind

_SIGNS = r"%(?![0-9A-Fa-f]{2}%)[A-Za-z]\w*%|__[A-Z][A-Z0-9_]*__"
_WORDS = r"\b(?:TODO|TBD)\b|\b[Ll][Oo][Rr][Ee][Mm]\s+[Ii][Pp][Ss][Uu][Mm]\b"
# A product may be called TODO; a name that goes on in lower case was never filled in.
_PLACEHOLDERS: dict[Kind, re.Pattern[str]] = {
    "name": re.compile(rf"{_SIGNS}|__\w+__|^(?:TODO|TBD)(?:$|:| [a-z])", re.ASCII),
    "label": re.compile(rf"{_SIGNS}|__\w+__|{_WORDS}", re.ASCII),
    "prose": re.compile(rf"{_SIGNS}|{_WORDS}", re.ASCII),
    # `__bold__` is strong text.
    "markdown": re.compile(rf"{_SIGNS}|{_WORDS}", re.ASCII),
}
_HINTS = ("%", "__", "todo", "tbd", "lorem")
_TODO_HOST = re.compile(r"://TODO\b|^TODO@|@TODO\b")
# Words that praise and say nothing that could be checked.
_PRAISE = (
    "world-class", "world class", "world-leading", "world's best", "world's leading", "best-in-class", "best in class",
    "best-of-breed", "best of breed", "cutting-edge", "cutting edge", "bleeding-edge", "bleeding edge", "revolutionary",
    "revolutionize", "revolutionise", "game-changing", "game changing", "game-changer", "game changer",
    "groundbreaking",
    "ground-breaking", "unparalleled", "unrivalled", "unrivaled", "unbeatable", "unmatched", "second to none",
    "market-leading", "number one choice", "military-grade", "100% secure", "mind-blowing",
    "next-level", "paradigm shift",
)  # fmt: skip
# A piece of each of them, which is enough to leave most texts alone.
_PRAISE_HINTS = (
    "world-", "world c", "world's", "in-class", "in class", "of-breed", "of breed", "ing-edge", "ing edge",
    "revolution", "game-c", "game c", "groundb", "ground-b", "unparal", "unriv", "unbeat", "unmatch", "second to",
    "market-l", "number one", "military-", "100% s", "mind-b", "next-l", "paradigm",
)  # fmt: skip
_PRAISED = re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, _PRAISE)) + r")(?![\w-])", re.IGNORECASE)
_TERMS = re.compile(
    r"\b(?:wholesale|margin|commission|revenue[ -]share|share of (?:the )?(?:wholesale )?revenue|transaction fee)s?\b"
    r"[^.;!?\n]{0,40}?(?:\d[\d.,]{0,12}\s?(?:%|percent\b)|[$€£]\s?\d|\d\s?(?:[$€£]|USD\b|EUR\b|GBP\b))"
    r"|(?:\d[\d.,]{0,12}\s?(?:%|percent\b)|[$€£]\s?\d[\d.,]{0,12})[^.;!?\n]{0,30}?"
    r"\b(?:wholesale|margin|commission|revenue[ -]share|transaction fee)\b"
    r"|\b(?:under|covered by) (?:an? )?(?:NDA|non-disclosure)\b|\b(?:for )?internal use only\b"
    r"|\bnot for (?:publication|distribution)\b|\bstrictly confidential\b|\bconfidential terms\b",
    re.IGNORECASE,
)
_TERM_HINTS = (
    "wholesale", "margin", "commission", "revenue", "transaction fee", " nda", "non-disclosure", "internal use",
    "not for ", "confidential",
)  # fmt: skip


@entry_rule("APS401", ERROR, "placeholder-text")
def placeholder_text(entry: Entry, context: Context) -> Iterator[Spot]:
    """A text was never filled in.

    `%PRODUCT_NAME%`, `__NAME__`, TODO, TBD and lorem ipsum stand for something that is still to come. Published, they
    make the vendor look careless, and in the book they stay for half a year. A product whose name is TODO may say so in
    `name`; its texts say Todo.

    Refused:

        description: |
          %PRODUCT_NAME% keeps the files of small offices in step. It copies only the blocks that changed.
          ^

    Accepted:

        description: |
          Harbor Sync keeps the files of small offices in step. It copies only the blocks that changed.
    """
    if any(map(context.words.__contains__, _HINTS)):
        for path, text, kind in context.passages:
            if match := _PLACEHOLDERS[kind].search(text):
                message = f'"{" ".join(match[0].split())}" is a placeholder'
                yield Spot(
                    path, message, "write what it stands for", offset=match.start(), length=len(match[0])
                )
    for path, text in _places(entry, context):
        if "TODO" in text and _TODO_HOST.search(text):
            yield Spot(path, f'"{text}" still holds a TODO', "write the real address")


def _places(entry: Entry, context: Context) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Addresses on the web and mailboxes."""
    yield from ((address.path, address.url) for address in context.suspects)
    for path, contact in entry.contacts.named():
        if contact.email:
            yield (*path, "email"), contact.email


@entry_rule("APS417", WARNING, "empty-praise")
def empty_praise(_entry: Entry, context: Context) -> Iterator[Spot]:
    """A text praises without saying anything that could be checked.

    Partners compare applications side by side, and every vendor is world-class. A number, a feature or a customer's
    name says more.

    Refused:

        summary: Revolutionary file storage for small offices
                 ^

    Accepted:

        summary: File storage for small offices that copies only what changed
    """
    if not any(map(context.words.__contains__, _PRAISE_HINTS)):
        return
    for path, text, kind in context.passages:
        if kind != "label" and (match := _PRAISED.search(text)):
            message = f'"{match[0]}" is praise that nobody can check'
            yield Spot(
                path,
                message,
                "say what is behind it, or leave it out",
                offset=match.start(),
                length=len(match[0]),
            )


@entry_rule("APS641", WARNING, "confidential-sentence")
def confidential_sentence(_entry: Entry, context: Context) -> Iterator[Spot]:
    """A sentence sounds as if it told confidential terms.

    Wholesale prices, margins, commissions and revenue shares are agreed between two parties (handbook, "Business Model
    Considerations"). The catalog is public: everybody would read them, the other partners included. An end user's list
    price has a field, `pricing`.

    Refused:

        pitch: >-
          Offices ask their provider for one place for all files. Harbor Sync is that place, and providers keep a
          margin of 45% on every seat that they sell.
          ^

    Accepted:

        pitch: >-
          Offices ask their provider for one place for all files. Harbor Sync is that place, and every seat adds a
          monthly fee to the provider's invoice.
    """
    if not any(map(context.words.__contains__, _TERM_HINTS)):
        return
    for path, text, _kind in context.passages:
        if match := _TERMS.search(text):
            message = f'"{" ".join(match[0].split())}" sounds like terms between you and a partner'
            yield Spot(
                path,
                message,
                "leave figures of agreements out; say what a provider gains",
                offset=match.start(),
                length=len(match[0]),
            )
