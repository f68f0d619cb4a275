"""How much room the words of an entry may need in print, judged by counting: quick, and never too low.

Owns the weights of signs and the limit below which every entry fits its place in the book whatever its words are; the
book's own measure decides above it. Refuses to know fonts: a test compares the weights with them, pairs of signs that
kern apart among them. No hyphen and no mended last line takes more lines than counting allows for.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from catalog.model import Entry

ROOMY = 520
"""Weight of pitch and highlights up to which they fit a quarter page with all highlights, in any mixture of signs."""
_POINT = 22
"""Weight of what a highlight may leave empty at the end of its last line."""
_LONGEST_WORD = 24
# A name of 60 wide signs fits, an offer's title of 80 and all countries as well; a vendor's name of 64 does not.
_VENDOR = 100
_LANGUAGES = 40
_WIDE = re.compile(r"[A-Z@%&mw—…‰™]")
# Signs that a line may break between: those of Chinese, Japanese and Korean.
_UNBROKEN = re.compile(rf"[^\s\u2e80-\ud7ff\uf900-\ufaff\uff00-\uffef]{{{_LONGEST_WORD + 1}}}")
_LATIN = re.compile(r"[\u00a1-\u024f]")


def weight(text: str) -> int:
    """Half-ems that a text takes at most, about: 1 for a narrow sign of Latin, 2 for a wide one and for all others."""
    if text.isascii():
        return len(text) + len(_WIDE.findall(text))
    return (
        2 * len(text)
        - sum(sign.isascii() and not _WIDE.match(sign) for sign in text)
        - len(_LATIN.findall(text))
    )


def may_be_tight(entry: Entry) -> bool:
    """Whether the book has to measure the entry to know that it fits the place that it is given."""
    if entry.print.featured or len(entry.languages) > _LANGUAGES:
        return True
    name = entry.vendor.name
    # No sign weighs more than 2, so a short name needs no weighing.
    if 2 * len(name) > _VENDOR and weight(name) > _VENDOR:
        return True
    pitch = entry.pitch or entry.summary
    words = weight(pitch) + sum(weight(text) + _POINT for text in entry.highlights)
    return words > ROOMY or _has_long_word(pitch)


def _has_long_word(text: str) -> bool:
    """Whether some word is too long for a line of its own."""
    if text.isascii():
        return max(map(len, text.split()), default=0) > _LONGEST_WORD
    return _UNBROKEN.search(text) is not None
