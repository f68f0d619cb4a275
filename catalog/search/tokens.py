"""A text to the terms that it is found by.

Owns folding (no case, no accents) and the forms of a word: `plug-in` is found as plugin, plug and in; `openXchange` as
openxchange, open and xchange; `Müller` as muller and mueller; C++, C# and .NET stay what they are; scripts without
blanks become pairs of signs. No stemming: the query looks for beginnings instead. `theme/assets/terms.js` does the
same to what people type; both are tested on the same texts, so that a term is spelled alike on both sides.
"""

from __future__ import annotations

import itertools
import re
import unicodedata

# Signs that no decomposition reaches. Greek has two small sigmas, and which one stands is a matter of place.
_FOLDED = str.maketrans(
    {
        "ł": "l", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ħ": "h",
        "ς": "σ", "ة": "ه", "ى": "ي", "ـ": "",
    }
)  # fmt: skip
_UMLAUTS = {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "Ä": "AE", "Ö": "OE", "Ü": "UE", "Å": "AA"}
_UMLAUT = re.compile("[äöüåÄÖÜÅ]")
_WRITTEN_OUT = str.maketrans(_UMLAUTS)
_VOICED = {"\u3099", "\u309a"}
"""Marks that make another kana of a kana; all other marks go."""

UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
)
"""Thai, Lao, Burmese, Khmer, kana, Han and Hangul: written without blanks, or with words glued together."""

_A = rf"[^\W_{UNSPACED}]"
_JOINTS = "&.'’@:/_-"
_WORD = re.compile(
    rf"{_A}+(?:\+\+|#(?!{_A}))|(?<!{_A})\.(?!\d){_A}{{2,}}|{_A}+(?:[{_JOINTS}]{_A}+)*|[{UNSPACED}]+"
)
_JOINT = re.compile(rf"[{_JOINTS}]")
_UNSPACED = re.compile(rf"[{UNSPACED}]")
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
LONGEST = 40
_HELD = 200_000
_ARTICLE = "ال"


class _WithoutMarks(dict[int, int | None]):
    """For `str.translate`: every sign as it is, but for marks. Filled as signs are met, since there are a million."""

    def __missing__(self, point: int) -> int | None:
        sign = chr(point)
        kept = sign in _VOICED or not unicodedata.category(sign).startswith("M")
        self[point] = point if kept else None
        return self[point]


_WITHOUT_MARKS = _WithoutMarks()


def fold(text: str) -> str:
    """The text in small letters without accents: `Łódź` becomes `lodz`."""
    return _bare(text).lower().translate(_FOLDED)


def terms_of(text: str) -> list[str]:
    """Every term of a text in order, with all its forms; a term stands there as often as it occurs."""
    found = _terms(text)
    if text.isascii():
        return found
    text = unicodedata.normalize("NFC", text)
    if _UMLAUT.search(text):
        known = set(found)
        found += [term for term in _terms(text.translate(_WRITTEN_OUT)) if term not in known]
    return found


def _bare(text: str) -> str:
    """Without marks and compatibility forms; letters keep their case."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKD", text).translate(_WITHOUT_MARKS))


def _terms(text: str) -> list[str]:
    """No word goes on behind a blank, so what stands between blanks is taken apart once."""
    return list(itertools.chain.from_iterable(map(_STRETCHES.__getitem__, text.split())))


class _Stretches(dict[str, tuple[str, ...]]):
    """The terms of what stands between two blanks; catalogs use the same few thousand again and again."""

    def __missing__(self, stretch: str) -> tuple[str, ...]:
        terms = tuple(term for word in _WORD.findall(_bare(stretch)) for term in _forms(word))
        if len(stretch) <= LONGEST:
            if len(self) == _HELD:
                self.clear()
            self[stretch] = terms
        return terms


_STRETCHES = _Stretches()


def _forms(word: str) -> tuple[str, ...]:
    """The terms of one word."""
    folded = word.lower().translate(_FOLDED)
    if _UNSPACED.match(word):
        found = _pairs(folded)
    elif folded.startswith("."):
        found = [folded, folded[1:]]
    elif folded.endswith(("+", "#")):
        found = [folded, folded.rstrip("+#")]
    else:
        found = _parts(word, folded)
    return tuple(term for term in found if term and len(term) <= LONGEST)


def _pairs(folded: str) -> list[str]:
    return [*(folded[at : at + 2] for at in range(len(folded) - 1)), *folded]


def _parts(word: str, folded: str) -> list[str]:
    """A word joined and in its parts; with humps likewise; with an Arabic article also without."""
    parts = [part for part in _JOINT.split(folded) if part]
    if len(parts) > 1:
        return ["".join(parts), *parts]
    humps = _HUMP.split(word)
    forms = [folded]
    if len(humps) > 1:
        forms += [hump.lower().translate(_FOLDED) for hump in humps if len(hump) > 1]
    if folded.startswith(_ARTICLE) and len(folded) > 4:
        forms.append(folded[2:])
    return forms
