"""How much room the words of an entry may need in a quarter page, judged by counting: quick, and never too low.

Owns the widths of signs and the limits below which an entry fits its place whatever its words are; the book's own
measure decides above them. Refuses to load fonts: tests compare weights and widths with them, pairs of signs that kern
apart among them. No hyphen and no mended last line takes more lines than counting allows for.
"""

from __future__ import annotations

import bisect
import itertools
import re
from typing import TYPE_CHECKING, NamedTuple

from catalog.print.grid import grid_of
from catalog.print.layout.frames import frames
from catalog.print.typography.styles import BULLET_INDENT, TEXT_SIZES

if TYPE_CHECKING:
    from catalog.editions import Edition
    from catalog.model import Entry


class Place(NamedTuple):
    """The text column of a quarter page: its lines, and their width in points."""

    rows: int
    width: float


ROOMY = 520
"""Weight of pitch and highlights up to which they fit a quarter page with all highlights, in any mixture of signs."""
_ROOMY_PLACE = Place(11, 243.7)  # That of A4; Letter has a line less.
_POINT = 22
"""Weight of what a highlight may leave empty at the end of its last line."""
# As many of the widest signs stay within a line.
_LONGEST_WORD = 24
# A name of 60 wide signs fits, an offer's title of 80 and all countries as well; a vendor's name of 64 does not.
_VENDOR = 100
_LANGUAGES = 40
_WIDE = re.compile(r"[A-Z@%&mw—…‰™]")
# Signs that a line may break between: those of Chinese, Japanese and Korean.
_UNBROKEN = re.compile(rf"[^\s\u2e80-\ud7ff\uf900-\ufaff\uff00-\uffef]{{{_LONGEST_WORD + 1},}}")
_LATIN = re.compile(r"[\u00a1-\u024f]")
_SPACE = 260
_NO_LINE = 1e6
_WORDS = 65_536
"""Words whose widths are held."""
_SIGNS = {
    240: "¸",
    260: "ijlìíĭįıĵĺļł‘’‚",
    280: "!,.:;J·Ĵŀ",
    300: "')`´",
    320: "¡îïī‹›",
    340: "-I]ÌÍÎÏĨĪĬİſ",
    360: "ª²³¹ľ",
    380: "/\\}º•",
    400: "(tĩĮţŧ",
    420: "[f„",
    440: "?°“”",
    460: "rŕŗř",
    480: '"sz{çćĉċčśŝşšźżž',
    500: "c¯ť–",
    520: "§«»ĳ†",
    540: "FL_kx¿ķĸĹĻĽĿŁ",
    560: "*Svy|¦ýÿŚŜŞŠŷ",
    580: "$+0123456789<=>TZ^ae~¢£¤¥¨¬±×àáâãäåèéêë÷āăąēĕėęěŢŤŦŹŻŽ€",
    600: "XYÝŶŸ",
    620: "EKPVbdghnopquÈÉÊËÞðñòóôõöøùúûüþđĒĔĖĘĚĝğġģĥħĲĶńņňŋōŏőũūŭůűų",
    640: "CRµÇßĆĈĊČŔŖŘ",
    660: "#B¶",
    700: "AÀÁÂÃÄÅĀĂŉ",
    720: "ď",
    740: "&DGUÐÙÚÛÜĎĐĜĞĠĢŨŪŬŮŰŲ",
    760: "HN¼ÑĄĤĦŃŅŇŊ",
    780: "½™",
    800: "OQ¾ÒÓÔÕÖØŌŎŐ…",
    840: "%w©®ŵ",
    880: "æ",
    900: "@",
    920: "M",
    940: "m",
    960: "WÆœŴ",
    1000: "Œ—",
    1180: "‰",
}
WIDTHS = {sign: width for width, signs in _SIGNS.items() for sign in signs}
"""Widths of signs of the regular face in thousandths of the type size, rounded up, the widest kerning included."""


def place_of(edition: Edition) -> Place:
    """The text column that an edition gives an entry that is not named in it."""
    frame = frames(grid_of(edition.trim))["quarter"]
    return Place(frame.foot - frame.text_line, frame.text.width)


def weight(text: str) -> int:
    """Half-ems that a text takes at most, about: 1 for a narrow sign of Latin, 2 for a wide one and for all others."""
    if text.isascii():
        return len(text) + len(_WIDE.findall(text))
    return (
        2 * len(text)
        - sum(sign.isascii() and not _WIDE.match(sign) for sign in text)
        - len(_LATIN.findall(text))
    )


def has_to_be_measured(entry: Entry, place: Place) -> bool:
    """Whether an entry goes to print and may not fit its place."""
    return entry.in_print and may_be_tight(entry, place)


def may_be_tight(entry: Entry, place: Place) -> bool:
    """Whether the book has to measure the entry to know that it fits the place that it is given."""
    if entry.print.featured or len(entry.languages) > _LANGUAGES:
        return True
    name, most = entry.vendor.name, _VENDOR * min(1.0, place.width / _ROOMY_PLACE.width)
    # No sign weighs more than 2, so a short name needs no weighing.
    if 2 * len(name) > most and weight(name) > most:
        return True
    return not (_is_light(entry, place) or _has_few_lines(entry, place))


def _has_long_word(text: str) -> bool:
    """Whether some word is too long for a line of its own."""
    if text.isascii() and max(map(len, text.split()), default=0) <= _LONGEST_WORD:
        return False
    return any(_STEPS[word] > _LONGEST_WORD * 1000 for word in _UNBROKEN.findall(text))


def _is_light(entry: Entry, place: Place) -> bool:
    """Whether weighing is enough."""
    if place.rows < _ROOMY_PLACE.rows or place.width < _ROOMY_PLACE.width:
        return False
    texts = (entry.pitch or entry.summary, *entry.highlights)
    most = ROOMY - _POINT * len(entry.highlights)
    # No sign weighs less than 1, so a long text needs no weighing.
    if sum(map(len, texts)) > most or sum(map(weight, texts)) > most:
        return False
    return not _has_long_word(texts[0])


def _has_few_lines(entry: Entry, place: Place) -> bool:
    """Whether pitch and highlights fit in the smallest size; of texts in Latin, with nothing else in the column."""
    if not entry.pitch or entry.promotions or entry.is_unclaimed:
        return False
    width = place.width * 1000 / TEXT_SIZES[-1]
    inside = width - BULLET_INDENT * 1000 / TEXT_SIZES[-1]
    rows = _lines(entry.pitch, width)
    for text in entry.highlights:
        if rows > place.rows:
            return False
        rows += _lines(text, inside)
    return rows <= place.rows


def _lines(text: str, width: float) -> float:
    """How many lines a text takes at most, filled word by word; without end where some word is wider than a line."""
    ends = list(itertools.accumulate(map(_STEPS.__getitem__, text.split()), initial=0.0))
    rows, start, last = 0, 0, len(ends) - 1
    while start < last:
        # The space behind the last word of a line may stand out.
        end = bisect.bisect_right(ends, ends[start] + width + _SPACE, start) - 1
        if end == start:
            return float("inf")
        start = end
        rows += 1
    return rows


class _Steps(dict[str, float]):
    """What words and the spaces behind them take at most; a sign of no known width is wider than any line."""

    def __missing__(self, word: str) -> float:
        if len(self) == _WORDS:
            self.clear()
        step = self[word] = _SPACE + sum(WIDTHS.get(sign, _NO_LINE) for sign in word)
        return step


_STEPS = _Steps()
