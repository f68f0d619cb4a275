"""The rule on signs that nobody can set: the book has a font for nearly every script, and no more than fonts."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from catalog.font_packs import missing
from catalog.rules.registry import ERROR, Spot, entry_rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.model import Entry
    from catalog.rules.context import Context
    from catalog.source import Path


@entry_rule("APS427", ERROR, "sign-without-glyph")
def sign_without_glyph(entry: Entry, context: Context) -> Iterator[Spot]:
    """A text holds a sign that no font of the catalog has.

    The book and the site set every text in fonts of their own, which cover the scripts of the world but not every sign
    of Unicode: private signs, of which a logo font is made, scripts of antiquity, signs of the last years. Such a sign
    would print as an empty box, so the book is not printed with it.

    Refused:

        summary: Files of an office in one place, 𒈙 on any web space
                                                  ^

    Accepted:

        summary: Files of an office in one place, on any web space
    """
    for path, text in _texts(entry, context):
        points = missing(text)
        at = min((text.index(chr(point)) for point in points), default=-1)
        if at >= 0:
            sign = text[at]
            name = unicodedata.name(sign, "a private sign")
            message = f"no font of the catalog has U+{ord(sign):04X} ({name})"
            more = f"; nor {len(points) - 1} other signs of this text" if len(points) > 1 else ""
            yield Spot(path, message + more, "leave it out, or write in words what it stands for", offset=at)


def _texts(entry: Entry, context: Context) -> Iterator[tuple[Path, str]]:
    """Every text that is shown and holds more than ASCII."""
    if not context.words.isascii():
        for passage in context.passages:
            if not passage.text.isascii():
                yield passage.path, passage.text
    if needs := entry.deployment:
        for field, listed in (("databases", needs.databases), ("os", needs.os)):
            yield from (
                (("deployment", field, n), text) for n, text in enumerate(listed) if not text.isascii()
            )
    if entry.certification and not entry.certification.version.isascii():
        yield ("certification", "version"), entry.certification.version
