"""Letters of other scripts that look like Latin ones, and words that mix scripts.

Owns the short list of letters below, those of Unicode's table of confusable characters (UTS 39) that a Latin word can
be written with unnoticed. Refuses to judge scripts that nobody takes for Latin: Japanese and Chinese names hold Latin
words without a blank, and no reader is deceived.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from catalog.rules.registry import WARNING, Spot, entry_rule
from catalog.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.model import Entry
    from catalog.rules.context import Context

# Each letter below its look-alike. Small and capital letters stand apart: Greek η is no h, Η is H to every reader.
_PAIRS = (
    ("аеорсухіјѕԁһԛԝѵ", "aeopcyxijsdhqwv"),  # Cyrillic
    ("АВЕКМНОРСТУХІЈЅ", "abekmhopctyxijs"),
    ("αγικνορτυχϲ", "ayikvoptuxc"),  # Greek
    ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "abezhikmnoptyx"),
    ("աոսօհզ", "wnuohq"),  # Armenian
)
_LATIN = {sign: latin for signs, latins in _PAIRS for sign, latin in zip(signs, latins, strict=True)}
_TO_LATIN = str.maketrans(_LATIN)
_ALPHABETS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC")
_WORD = re.compile(r"[^\W\d_]+")


def skeleton(text: str) -> str:
    """The text as a reader sees it: without case, accents and blanks, look-alike letters as Latin ones."""
    folded = fold(text)
    if not text.isascii():
        # Before folding, since capitals have look-alikes of their own; after it, since accents are gone then.
        folded = fold(text.translate(_TO_LATIN)).translate(_TO_LATIN)
    return "".join(sign for sign in folded if sign.isalnum() or sign in "+#")


def mixed_word(text: str) -> tuple[int, str, str] | None:
    """The first word that mixes alphabets: where it starts, the word, and the letter that is out of place."""
    if text.isascii():
        return None
    for match in _WORD.finditer(text):
        word = match[0]
        if not word.isascii() and (stranger := _stranger(word)):
            return match.start(), word, stranger
    return None


def _stranger(word: str) -> str | None:
    """The first letter of the alphabet that has fewer letters in the word; None where the word has one alphabet."""
    letters: dict[str, list[str]] = {}
    for sign in word:
        alphabet = unicodedata.name(sign, "").partition(" ")[0]
        # A lone µ, π or Ω in a Latin word is an old habit of products; only look-alikes deceive.
        if alphabet in _ALPHABETS and (alphabet != "GREEK" or sign in _LATIN):
            letters.setdefault(alphabet, []).append(sign)
    if len(letters) < 2:
        return None
    return min(letters.items(), key=lambda found: (len(found[1]), found[0] == "LATIN"))[1][0]


@entry_rule("APS414", WARNING, "name-mixes-scripts")
def name_mixes_scripts(entry: Entry, _context: Context) -> Iterator[Spot]:
    """A word of a name mixes letters of two alphabets.

    A Cyrillic а looks like a Latin a, yet search does not find the name, and a reader may take one product for another.
    Most often the letter came in by a wrong keyboard. Words of Chinese, Japanese and Korean may hold Latin letters.

    Refused:

        name: Hаrbor Sync
              ^

    Accepted:

        name: Harbor Sync
    """
    for path, name in ((("name",), entry.name), (("vendor", "name"), entry.vendor.name)):
        if found := mixed_word(name):
            at, word, letter = found
            message = (
                f'the word "{word}" mixes alphabets: "{letter}" is {unicodedata.name(letter, "a letter")}'
            )
            yield Spot(
                path, message, "type the word again with one keyboard layout", offset=at, length=len(word)
            )
