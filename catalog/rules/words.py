"""Comparing and measuring texts, for the rules on them."""

from __future__ import annotations

import functools
import re
import unicodedata

from catalog.text import fold

# C++ and C# are two languages, so these two signs stay.
_APART = re.compile(r"(?:[^\w+#]|_)+")


@functools.lru_cache(maxsize=2048)
def bare(text: str) -> str:
    """The text without case, accents and marks: `R&D-Box!` → `r d box`, `C++ Box` → `c++ box`."""
    return _APART.sub(" ", fold(text)).strip()


def weight(text: str) -> int:
    """How much a text says, in Latin letters: a Han, kana or Hangul sign says as much as two."""
    if text.isascii():
        return len(text)
    return sum(1 + (unicodedata.east_asian_width(sign) in "WF") for sign in text)


def listed(words: list[str], most: int = 3) -> str:
    """`a, b and c`; of more than `most` words, `a, b, c and 4 more`."""
    if len(words) > most:
        return ", ".join(words[:most]) + f" and {len(words) - most} more"
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " and " + words[-1]
