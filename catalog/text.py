"""What the catalog knows about plain text: sort keys, slugs, direction, language.

Owns the order of names (case and accents never tear the alphabet apart), the vendor slug, and the writing
direction and language of a text for `dir` and `lang`. Refuses markup and refuses to translate.
"""

from __future__ import annotations

import functools
import hashlib
import re
import unicodedata
from typing import TYPE_CHECKING

from anyascii import anyascii

if TYPE_CHECKING:
    from collections.abc import Iterable

# Letters that Unicode does not take apart, although readers look them up under the plain letter.
_UNFOLDED = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
)
_SCRIPTS = (
    ("HIRAGANA", "ja"), ("KATAKANA", "ja"), ("HANGUL", "ko"), ("CJK", "zh"), ("ARABIC", "ar"), ("HEBREW", "he"),
    ("DEVANAGARI", "hi"), ("THAI", "th"), ("CYRILLIC", "ru"), ("GREEK", "el"), ("ARMENIAN", "hy"), ("GEORGIAN", "ka"),
    ("BENGALI", "bn"), ("TAMIL", "ta"), ("TELUGU", "te"),
)  # fmt: skip
_SAME_SCRIPT = {
    "ar": ("fa", "ur", "ps"),
    "ru": ("uk", "bg", "sr", "be", "mk", "kk"),
    "hi": ("mr", "ne", "sa"),
    "he": ("yi",),
}


@functools.lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """The text without case and accents: `Łódź` → `lodz`, `Straße` → `strasse`, `Ёлка` → `елка`."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign)).translate(_UNFOLDED)


def collation_key(name: str) -> tuple[str, str]:
    """Sort key of a name: digits, Latin, then other scripts; accents and case only break ties."""
    return fold(name).lstrip("\"'«„“‘([<#@*-. "), name


def slug_of(name: str) -> str:
    """The name in the slug alphabet, transliterated: `Đại Nam` → `dai-nam`. May be empty."""
    return re.sub(r"[^a-z0-9]+", "-", anyascii(name).lower()).strip("-")[:60].rstrip("-")


def vendor_slugs(names: Iterable[str]) -> dict[str, str]:
    """A slug for each vendor name. Names that meet on one slug, or have none, get a short suffix from the name."""
    wanted: dict[str, list[str]] = {}
    for name in sorted(set(names)):
        wanted.setdefault(slug_of(name), []).append(name)
    slugs = {}
    for slug, meeting in wanted.items():
        for name in meeting:
            suffix = hashlib.sha256(name.encode()).hexdigest()[:6]
            slugs[name] = slug if slug and len(meeting) == 1 else f"{slug or 'vendor'}-{suffix}"
    return slugs


@functools.lru_cache(maxsize=65536)
def direction(text: str) -> str:
    """`rtl` where the first strong sign is Arabic or Hebrew, else `ltr` (Unicode UAX 9, rules P2 and P3)."""
    if text.isascii():
        return "ltr"
    for sign in text:
        kind = unicodedata.bidirectional(sign)
        if kind in {"R", "AL"}:
            return "rtl"
        if kind == "L":
            return "ltr"
    return "ltr"


def language_of(text: str, languages: tuple[str, ...] = ()) -> str:
    """The BCP 47 language to mark a text with: by its script, narrowed by the entry's own languages."""
    if text.isascii():
        return "en"
    found = _script_language(text)
    if found == "en":
        return "en"
    for language in languages:
        base = language.split("-")[0]
        if base == found or base in _SAME_SCRIPT.get(found, ()):
            return language
    return found


class _Languages(dict[str, str]):
    """The language that a sign speaks for, of signs met before; empty for what is no letter."""

    def __missing__(self, sign: str) -> str:
        name = unicodedata.name(sign, "") if sign.isalpha() else ""
        found = next((code for script, code in _SCRIPTS if name.startswith(script)), "en") if name else ""
        self[sign] = found
        return found


_LANGUAGES = _Languages()


@functools.lru_cache(maxsize=65536)
def _script_language(text: str) -> str:
    """By majority of letters; any kana makes a text Japanese."""
    counts: dict[str, int] = {}
    for sign in dict.fromkeys(text):
        if language := _LANGUAGES[sign]:
            counts[language] = counts.get(language, 0) + text.count(sign)
    return "ja" if "ja" in counts else max(counts, key=counts.__getitem__, default="en")
