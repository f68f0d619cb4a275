"""The font files of the packs: which there are, what each holds, and in which order they are asked.

Owns the families and the choice of one for a code point. Refuses system fonts, and refuses to cut
(`catalog.print.typography.font_cuts`). The packs come as Python packages, so every machine has the same files.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from dataclasses import dataclass
from importlib import metadata, resources

import uharfbuzz as hb


@dataclass(frozen=True, slots=True)
class Family:
    """A font file of a pack.

    `blocks` are the ranges of the script that the file is there for: inside them it is asked first, and a cut
    takes them whole once one code point is in use, so that the next entry needs no new cut. A family without
    blocks is cut to the very code points in use. `shaped` scripts need more than one glyph for one code point.
    """

    name: str
    package: str
    file: str
    blocks: tuple[tuple[int, int], ...] = ()
    shaped: bool = False
    weights: tuple[int, ...] = (400, 600)

    @property
    def path(self) -> str:
        """Where the file lies on this machine."""
        return str(resources.files(self.package) / self.file)

    @property
    def identity(self) -> str:
        """The same text for the same bytes of the file, whatever folder they lie in."""
        return f"{self.package} {metadata.version(self.package.replace('_', '-'))} {self.file}"


def _pack(name: str, package: str, file: str, *ranges: tuple[int, int]) -> Family:
    """A family of one script in a pack that sorts its files by folder."""
    return Family(name, package, f"fonts/ofl/{file.lower()}/{file}[wdth,wght].ttf", ranges, shaped=True)


def _more(name: str, file: str, *ranges: tuple[int, int]) -> Family:
    """A family of one script that the sorted packs lack; it has no condensed width."""
    return Family(name, _MORE, f"{file}[wght].ttf", ranges, shaped=True)


_WEST, _RTL = "justmytype_western_core", "justmytype_intl_rtl"
_SOUTH, _SEA, _CJK = "justmytype_intl_south_asia", "justmytype_intl_sea", "justmytype_intl_cjk"
_MORE = "manimgx_fonts"

# Ranges that are always in the cut of the Latin face: what a catalog in Latin letters may hold tomorrow.
LATIN = (
    *(
        (0x20, 0x7E),
        (0xA0, 0x17F),
        (0x192, 0x192),
        (0x1CD, 0x1DC),
        (0x1E6, 0x1E9),
        (0x218, 0x21B),
        (0x2C6, 0x2DD),
    ),
    *((0x300, 0x304), (0x306, 0x30C), (0x323, 0x323), (0x327, 0x328), (0x1E80, 0x1E85), (0x1E9E, 0x1E9E)),
    *(
        (0x1EA0, 0x1EF9),
        (0x2010, 0x2027),
        (0x202F, 0x205E),
        (0x20A0, 0x20C0),
        (0x2116, 0x2122),
        (0x2190, 0x2193),
    ),
    *((0x2212, 0x2212), (0x2248, 0x2248), (0x2260, 0x2265)),
)
# Whole alphabets of the Latin face that join it once one of their letters is in use.
ALPHABETS = ((0x370, 0x3FF), (0x400, 0x52F), (0x1F00, 0x1FFF))

# Signs of no script, held by every cut that can: between two letters of one face they come from that face.
COMMON = ((0x20, 0x40), (0x5B, 0x60), (0x7B, 0x7E), (0xA0, 0xBF), (0x2010, 0x2027), (0x2030, 0x205E))
# Joiners, variation selectors and the circle that carries a lone mark: shaping asks every face for them.
JOINERS = ((0x200C, 0x200D), (0x25CC, 0x25CC), (0xFE0E, 0xFE0F))

# Han signs are cut one by one; what stands around them comes whole, so that a new word seldom needs a new cut.
_AROUND_HAN = ((0x3000, 0x303F), (0x3040, 0x30FF), (0xFF01, 0xFF60))

SANS = Family("sans", _WEST, "fonts/ofl/notosans/NotoSans[wdth,wght].ttf", weights=(400, 600, 800))
JAPANESE = Family("jp", _CJK, "fonts/ofl/notosansjp/NotoSansJP[wght].ttf", _AROUND_HAN)
SIMPLIFIED = Family("sc", _CJK, "fonts/ofl/notosanssc/NotoSansSC[wght].ttf", _AROUND_HAN)
TRADITIONAL = Family("tc", _CJK, "fonts/ofl/notosanstc/NotoSansTC[wght].ttf", _AROUND_HAN)
KOREAN = Family("kr", _CJK, "fonts/ofl/notosanskr/NotoSansKR[wght].ttf", _AROUND_HAN)
_ARABIC = ((0x600, 0x6FF), (0x750, 0x77F), (0xFB50, 0xFDFF), (0xFE70, 0xFEFC))
_SCRIPTS = (
    _pack("arabic", _RTL, "NotoSansArabic", *_ARABIC),
    _pack("hebrew", _RTL, "NotoSansHebrew", (0x590, 0x5FF), (0xFB1D, 0xFB4F)),
    _pack("devanagari", _SOUTH, "NotoSansDevanagari", (0x900, 0x97F), (0xA8E0, 0xA8FF)),
    _pack("bengali", _SOUTH, "NotoSansBengali", (0x980, 0x9FF)),
    _pack("tamil", _SOUTH, "NotoSansTamil", (0xB80, 0xBFF)),
    _pack("telugu", _SOUTH, "NotoSansTelugu", (0xC00, 0xC7F)),
    _pack("thai", _SEA, "NotoSansThai", (0xE00, 0xE7F)),
    _pack("lao", _SEA, "NotoSansLao", (0xE80, 0xEFF)),
    _pack("khmer", _SEA, "NotoSansKhmer", (0x1780, 0x17FF), (0x19E0, 0x19FF)),
    _pack("myanmar", _SEA, "NotoSansMyanmar", (0x1000, 0x109F), (0xA9E0, 0xA9FF), (0xAA60, 0xAA7F)),
    _more("armenian", "NotoSansArmenian", (0x530, 0x58F), (0xFB13, 0xFB17)),
    _more("georgian", "NotoSansGeorgian", (0x10A0, 0x10FF), (0x1C90, 0x1CBF), (0x2D00, 0x2D2F)),
    _more("gurmukhi", "NotoSansGurmukhi", (0xA00, 0xA7F)),
    _more("gujarati", "NotoSansGujarati", (0xA80, 0xAFF)),
    _more("oriya", "NotoSansOriya", (0xB00, 0xB7F)),
    _more("kannada", "NotoSansKannada", (0xC80, 0xCFF)),
    _more("malayalam", "NotoSansMalayalam", (0xD00, 0xD7F)),
    _more("sinhala", "NotoSansSinhala", (0xD80, 0xDFF)),
    _more("ethiopic", "NotoSansEthiopic", (0x1200, 0x139F), (0x2D80, 0x2DDF)),
)
_SIGNS = (
    Family("symbols", _MORE, "NotoSansSymbols[wght].ttf"),
    Family("symbols2", _WEST, "fonts/ofl/notosanssymbols2/NotoSansSymbols2-Regular.ttf"),
    Family("mono", _WEST, "fonts/ofl/notosansmono/NotoSansMono[wdth,wght].ttf"),
    Family("math", _WEST, "fonts/ofl/stixtwomath/STIXTwoMath-Regular.ttf"),
    # Black outlines; joined pictures and flags are ligatures, so it is shaped.
    Family("emoji", _MORE, "NotoEmoji[wght].ttf", shaped=True),
)
_HAN = {
    "ja": (JAPANESE, SIMPLIFIED, TRADITIONAL, KOREAN),
    "ko": (KOREAN, JAPANESE, TRADITIONAL, SIMPLIFIED),
    "zh-Hans": (SIMPLIFIED, TRADITIONAL, JAPANESE, KOREAN),
    "zh-Hant": (TRADITIONAL, SIMPLIFIED, JAPANESE, KOREAN),
}
SIGN_NAMES = frozenset(family.name for family in _SIGNS)
FAMILIES = {family.name: family for family in (SANS, *_SCRIPTS, *_HAN["ja"], *_SIGNS)}


@functools.cache
def coverage(name: str) -> frozenset[int]:
    """Every code point that the family's file holds."""
    return frozenset(hb.Face(hb.Blob.from_file_path(FAMILIES[name].path)).unicodes)


def writing(lang: str | None) -> str:
    """Whose Han shapes a language takes: `ja`, `ko`, `zh-Hans` or `zh-Hant`; empty where it writes none."""
    parts = (lang or "").replace("_", "-").split("-")
    if parts[0] in {"ko", "ja"}:
        return parts[0]
    if parts[0] not in {"zh", "yue", "cmn"}:
        return ""
    traditional = parts[0] == "yue" or bool({"Hant", "TW", "HK", "MO"} & set(parts[1:]))
    return "zh-Hant" if traditional and "Hans" not in parts else "zh-Hans"


@functools.cache
def ignorable(sign: str) -> bool:
    """Whether a sign has no ink of its own: controls, joiners, variation selectors, soft hyphen."""
    return unicodedata.category(sign) in {"Cf", "Cc"} or "︀" <= sign <= "️"


@functools.cache
def family_of(sign: str, han: str = "") -> str | None:
    """Name of the family that sets a sign in a text of that writing (see `writing`); `None` where no font can.

    Signs such as arrows are as wide as a Han sign in Chinese, Japanese and Korean, and narrow in all other texts.
    """
    if unicodedata.category(sign) == "Co":
        return None  # Private signs mean something else in every font that has them.
    point = ord(sign)
    own = (family for family in _SCRIPTS if any(first <= point <= last for first, last in family.blocks))
    hangul = (
        (KOREAN,)
        if 0x1100 <= point <= 0x11FF or 0x3130 <= point <= 0x318F or 0xAC00 <= point <= 0xD7FF
        else ()
    )
    rest = (*_HAN[han], *_SIGNS) if han else (*_SIGNS, *_HAN["ja"])
    order: tuple[Family, ...] = (*hangul, *own, SANS, *_SCRIPTS, *rest)
    return next((family.name for family in order if point in coverage(family.name)), None)


_BEYOND_ASCII = re.compile("[^\x00-\x7f]+")


def missing(text: str) -> tuple[int, ...]:
    """The code points of the text that no family holds, sorted."""
    if text.isascii():
        return ()
    return tuple(sorted(ord(sign) for sign in set("".join(_BEYOND_ASCII.findall(text))) if _absent(sign)))


@functools.cache
def _absent(sign: str) -> bool:
    return not ignorable(sign) and family_of(sign) is None
