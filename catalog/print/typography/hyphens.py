"""Where a word may be parted by a hyphen, by language.

Owns the rule which words are hyphenated at all, and Liang's method on the patterns that pyphen brings. Pyphen itself
takes apart all patterns of a language before the first word, which is a second for German; here a pattern is read when
a word meets it. Refuses to know lines (`fast_words`) and to tell languages (`spoken`).
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

import pyphen  # type: ignore[import-untyped]  # The package has no types.

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

# Letters alone, save signs around them and an article before them: no address, number or word with a hyphen.
_WORD = re.compile(r"[^\w\s]*(?:[^\W\d_]{1,4}['’])?([^\W\d_]{7,})[^\w\s]*")
_LEAST = 3
"""Letters before the hyphen, and behind it."""
# Where nouns have a capital letter; elsewhere it marks a name, and names stay whole.
_CAPITAL_NOUNS = frozenset({"de", "lb", "gsw", "nds"})
_ALIASES = {"no": "nb"}
_DIGITS = b"0123456789"


@functools.lru_cache(maxsize=65536)
def hyphen_places(word: str, language: str) -> tuple[int, ...]:
    """Every index of the word, signs around it included, behind which a hyphen may part it, growing.

    `language` is BCP 47; there are none in a language without patterns, in a word of fewer than seven letters, a name,
    an acronym, or in anything that is not letters alone.
    """
    found = _WORD.fullmatch(word)
    base, _, _ = language.partition("-")
    if not found or not found[1][1:].islower():
        return ()
    if found[1][0].isupper() and base not in _CAPITAL_NOUNS:
        return ()
    patterns = _patterns(_ALIASES.get(base, language))
    if patterns is None:
        return ()
    letters, start = found[1], found.start(1)
    return tuple(
        start + place
        for place in patterns.places(letters.lower())
        if _LEAST <= place <= len(letters) - _LEAST
    )


class _Patterns:
    """Patterns of one language: letters with numbers between them, odd ones where a word may be parted."""

    def __init__(self, written: Mapping[str, str]) -> None:
        self._written = written
        self._longest = max((len(letters) for letters in written if " " not in letters), default=0)
        self._read: dict[str, tuple[int, ...]] = {}

    def places(self, word: str) -> list[int]:
        """Every index of a word at which the highest number of all patterns in it is odd."""
        framed = f".{word}."
        highest = [0] * (len(framed) + 1)
        for start in range(len(framed)):
            for end in range(start + 1, min(start + self._longest, len(framed)) + 1):
                letters = framed[start:end]
                if letters in self._written:
                    for offset, number in enumerate(self._numbers(letters), start):
                        highest[offset] = max(highest[offset], number)
        return [index - 1 for index, number in enumerate(highest) if number % 2]

    def _numbers(self, letters: str) -> tuple[int, ...]:
        found = self._read.get(letters)
        if found is None:
            found = self._read[letters] = _numbers(self._written[letters])
        return found


def _numbers(pattern: str) -> tuple[int, ...]:
    """The numbers before each letter of a pattern and behind the last; one that changes letters forbids instead."""
    pattern, _, change = pattern.partition("/")
    numbers = [0]
    for sign in pattern:
        if sign.isdigit():
            numbers[-1] = int(sign)
        else:
            numbers.append(0)
    return tuple(number + 9 if change and number % 2 else number for number in numbers)


@functools.cache
def _patterns(language: str) -> _Patterns | None:
    name = pyphen.language_fallback(language)
    return _opened(pyphen.LANGUAGES[name]) if name else None


@functools.cache
def _opened(path: Path) -> _Patterns:
    first, _, content = path.read_bytes().partition(b"\n")
    encoding = first.decode().strip().lower().replace("microsoft-cp", "cp")
    lines = content.decode(encoding).splitlines()
    # Every encoding in use has digits where ASCII has them.
    bare = content.translate(None, _DIGITS).decode(encoding).splitlines()
    return _Patterns({key.partition("/")[0]: line for key, line in zip(bare, lines, strict=True)})
