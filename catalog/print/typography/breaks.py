"""Where a line may end, by script.

Owns break opportunities: spaces, hyphens and slashes inside words, the kinsoku rules of Chinese and Japanese,
clusters in the scripts of South-East Asia, and the places to cut a word that no line holds. Refuses to measure.
"""

from __future__ import annotations

import re
import unicodedata

# Breaks after a hyphen, dash or slash between two letters on each side: `open-source`, `and/or`, not `24/7`, `e-mail`.
JOINT = re.compile(r"(?<=[^\W\d_]{2}[-‐–/])(?=[^\W\d_]{2})|(?<=\w—)(?=\w)")
# An over-long word, mostly an address, is rather cut behind one of these.
CUT_AFTER = frozenset("/-_.?&=#:,;+~")

# What never begins a line, by the classes of JIS X 4051, and what Chinese adds to them.
_NOT_FIRST = frozenset(
    "’”）〕］｝〉》」』】〙〗〛〟〞｠｣⦆»›!),.:;?]}"  # closing brackets and quotes
    "‐゠–〜～"  # hyphens
    "！？‼⁇⁈⁉"  # dividing punctuation
    "・：；･‧·／"  # middle dots
    "。．｡、，､"  # full stops and commas
    "ヽヾゝゞ々〻〱〲"  # iteration marks
    "ーｰ゛゜ﾞﾟ"  # long vowels and marks of voice
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿｧｨｩｪｫｬｭｮｯ"  # small kana
    "%％‰°′″℃℉￠¢㏋"  # signs behind a number
    "…‥"
)
# What never ends one: opening brackets and quotes, signs before a number.
_NOT_LAST = frozenset("‘“（〔［｛〈《「『【〖〘〚〝｟｢⦅«‹([{＄￥￡＃$¥£€#№")
_PAIRED = frozenset("〳〴〵")
_WIDE_WORD = re.compile(r"[０-９Ａ-Ｚａ-ｚ]")
_WIDE_DIGIT = re.compile(r"[０-９]")
_UNIT = re.compile(r"[\u3300-\u3357\u3371-\u337a\u3380-\u33df\u2103]")
# Radicals to CJK punctuation, kana, bopomofo, Han, compatibility Han, full-width forms, half-width kana; Hangul breaks
# at spaces.
CJK = re.compile(
    r"[\u2e80-\u303f\u3041-\u30ff\u3105-\u312f\u31a0-\u31bf\u31f0-\u31ff\u3200-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    r"\ufe30-\ufe4f\uff01-\uff9f\uffe0-\uffe6\U0001b000-\U0001b2ff\U00020000-\U0003ffff]"
)
# Thai, Lao, Myanmar, Khmer.
_CLUSTERED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
# Thai and Lao vowels that are written before the consonant they belong to, and signs that never open a line.
_LEADING = frozenset("เแโใไເແໂໃໄ")
_TRAILING = frozenset("ะาำๅๆฯະາຳຽໆ")
_STACKERS = frozenset("္្")


def words_only(text: str) -> bool:
    """Whether the text breaks at spaces and joints alone."""
    return text.isascii() or not (CJK.search(text) or _CLUSTERED.search(text))


def opportunities(text: str) -> list[int]:
    """Every index at which a new line may start, growing; neither 0 nor the end. Spaces before it are dropped."""
    found = {match.end() for match in re.finditer(r"[ \t\u3000\u200b]+", text)}
    found.update(match.start() for match in JOINT.finditer(text))
    if not words_only(text):
        found.update(index for index in range(1, len(text)) if _between(text, index))
    return sorted(index for index in found if 0 < index < len(text))


def cuts(word: str) -> list[int]:
    """Every index at which a word may be cut where it must be: between clusters, never before a mark or joiner."""
    return [index for index in range(1, len(word)) if not _joined(word[index]) and word[index - 1] != "‍"]


def _between(text: str, index: int) -> bool:
    before, after = text[index - 1], text[index]
    if after in _NOT_FIRST or before in _NOT_LAST or after.isspace() or before.isspace() or _joined(after):
        return False
    if CJK.match(before) or CJK.match(after):
        return not _one_number(text, index)
    return _cluster_starts(text, index) if _CLUSTERED.match(before) and _CLUSTERED.match(after) else False


def _one_number(text: str, index: int) -> bool:
    """Whether a number, with its unit, or a word in full-width letters, or a doubled mark goes on at this place."""
    before, after = text[index - 1], text[index]
    if before in _PAIRED and after in _PAIRED:
        return True
    if _WIDE_WORD.match(before):
        return bool(_WIDE_WORD.match(after) or _UNIT.match(after))
    if before in "．，":
        return index > 1 and bool(_WIDE_DIGIT.match(text[index - 2]) and _WIDE_DIGIT.match(after))
    return before.isdigit() and bool(_UNIT.match(after))


def _cluster_starts(text: str, index: int) -> bool:
    before, after = text[index - 1], text[index]
    if after in _TRAILING or before in _LEADING or before in _STACKERS or after in _STACKERS:
        return False
    # A consonant under a killer mark closes the syllable before it.
    return index + 1 >= len(text) or text[index + 1] not in "်์"


def _joined(sign: str) -> bool:
    return unicodedata.category(sign) in {"Mn", "Mc", "Me"} or sign in "‍‌"
