"""The site's own fonts: what each script needs, cut from the font packs, and the stylesheet that names them.

Owns the list of faces and the choice of signs. Alphabets are cut whole, so their files stay the same from build to
build; of the Han and Hangul fonts, which have tens of thousands of signs, only the used ones go in. A face that no
text needs is left out, and a browser fetches only the faces of the signs that a page shows. Refuses fonts from
elsewhere and instructions to the rasteriser. Same signs, same bytes.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import msgspec

from catalog.site.messages import ENGLISH
from catalog.site.webfonts_cut import Cut, cut
from catalog.text import language_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from catalog.model import Entry, Programme
    from catalog.site.messages import Messages

_WESTERN, _RTL = "justmytype_western_core", "justmytype_intl_rtl"
_SOUTH, _EAST, _SEA = "justmytype_intl_south_asia", "justmytype_intl_cjk", "justmytype_intl_sea"
_ASCII = "0-7F"
_LATIN = (
    "0-FF 131 152-153 2BB-2BC 2C6 2DA 2DC 2002-200D 2010-2015 2018-201E 2020-2022 2026 2030 2032-2033 2039-203A 2044 "
    "20AC 2122 2190-2193 2212 2260 2264-2265"
)
_LATIN_EUROPE = "100-130 132-151 154-17F 18F 192 218-21B 259 1E80-1E85 1E9E 2113 2116"
_LATIN_MORE = (
    "180-18E 190-191 193-19F 1A2-1AE 1B1-217 21C-24F 300-308 30A-322 324-36F 1E00-1E7F 1E86-1E9D 1E9F 1EFA-1EFF "
    "2070-209C 20A0-20AA 20AD-20C0"
)
_VIETNAMESE = "1A0-1A1 1AF-1B0 309 323 1EA0-1EF9 20AB"
_HAN = "2E80-2FDF 3000-303F 31C0-31EF 3200-33FF 3400-4DBF 4E00-9FFF F900-FAFF FE30-FE4F FF00-FFEF 20000-2FA1F"
# Which Han font a language is set in. Signs of other languages go to the first.
_HAN_FONTS = {"ja": "JP", "zh-TW": "TC", "zh-HK": "TC", "zh-Hant": "TC", "zh": "SC", "ko": "KR"}


class WebFace(msgspec.Struct, frozen=True, kw_only=True):
    """A face in the stylesheet. `signs` are code points in hexadecimal; `always` also where no text has them.

    `wanted` cuts only the signs that texts use, and `han` says of which languages: a value of `_HAN_FONTS`.
    """

    name: str
    family: str
    pack: str
    path: str
    signs: str
    italic: bool = False
    always: bool = False
    wanted: bool = False
    han: str = ""


def _noto(name: str, pack: str, signs: str, axes: str = "wdth,wght") -> WebFace:
    family = f"Noto Sans {name}"
    folder = "notosans" + name.lower()
    return WebFace(
        name=name.lower(), family=family, pack=pack, path=f"{folder}/NotoSans{name}[{axes}].ttf", signs=signs,
        wanted=axes == "wght", han=name if axes == "wght" else "",
    )  # fmt: skip


_INTER, _SLANTED = "inter/Inter[opsz,wght].ttf", "inter/Inter-Italic[opsz,wght].ttf"
_MONO = "jetbrainsmono/JetBrainsMono[wght].ttf"
FACES = (
    WebFace(name="inter", family="Inter", pack=_WESTERN, path=_INTER, signs=_LATIN, always=True),
    WebFace(name="inter-europe", family="Inter", pack=_WESTERN, path=_INTER, signs=_LATIN_EUROPE),
    WebFace(name="inter-more", family="Inter", pack=_WESTERN, path=_INTER, signs=_LATIN_MORE),
    WebFace(name="inter-vietnamese", family="Inter", pack=_WESTERN, path=_INTER, signs=_VIETNAMESE),
    WebFace(name="inter-greek", family="Inter", pack=_WESTERN, path=_INTER, signs="370-3FF 1F00-1FFF"),
    WebFace(name="inter-cyrillic", family="Inter", pack=_WESTERN, path=_INTER, signs="400-52F"),
    WebFace(
        name="inter-italic", family="Inter", pack=_WESTERN, path=_SLANTED, signs=_LATIN, italic=True, always=True
    ),
    WebFace(name="mono", family="JetBrains Mono", pack=_WESTERN, path=_MONO, signs=_ASCII, always=True),
    _noto("Arabic", _RTL, "600-6FF 750-77F"),
    _noto("Hebrew", _RTL, "590-5FF FB1D-FB4F"),
    _noto("Devanagari", _SOUTH, "900-97F 1CD0-1CFF A8E0-A8FF"),
    _noto("Bengali", _SOUTH, "980-9FF"),
    _noto("Tamil", _SOUTH, "B80-BFF"),
    _noto("Telugu", _SOUTH, "C00-C7F"),
    _noto("Thai", _SEA, "E00-E7F"),
    _noto("Lao", _SEA, "E80-EFF"),
    _noto("Khmer", _SEA, "1780-17FF 19E0-19FF"),
    _noto("Myanmar", _SEA, "1000-109F A9E0-A9FF AA60-AA7F"),
    _noto("JP", _EAST, f"3040-30FF 31F0-31FF {_HAN}", "wght"),
    _noto("KR", _EAST, f"1100-11FF 3130-318F A960-A97F AC00-D7FF {_HAN}", "wght"),
    _noto("SC", _EAST, _HAN, "wght"),
    _noto("TC", _EAST, f"3100-312F 31A0-31BF {_HAN}", "wght"),
)  # fmt: skip

# Stands in until the first face has come, with the widths and heights of Inter, so that nothing jumps.
_STAND_IN = (
    '@font-face{font-family:"Inter stand-in";src:local("Arial"),local("Liberation Sans");size-adjust:107.12%;'
    "ascent-override:90.44%;descent-override:22.52%;line-gap-override:0%}\n"
)


class Webfonts(msgspec.Struct, frozen=True, kw_only=True):
    """A stylesheet and the files it names, each by its name within one folder. Names change with the bytes."""

    css: str
    files: dict[str, bytes]


def signs_of(
    entries: Iterable[Entry], programme: Programme, messages: Messages = ENGLISH
) -> dict[str, frozenset[int]]:
    """The code points beyond ASCII in use, by the language that their texts are in (`""`: any)."""
    found: dict[str, set[int]] = {}
    if not messages.is_source:
        own = messages.language if messages.language in _HAN_FONTS else ""
        found[own] = set(map(ord, _beyond_ascii("".join(messages.texts.values()))))
    parts = [(entry, entry.languages) for entry in entries]
    named = (*programme.storefronts, *programme.white_label_partners, *programme.events)
    for part, languages in [*parts, *((part, ()) for part in named)]:
        blob = msgspec.json.encode(part)
        if blob.isascii():
            continue
        beyond = _beyond_ascii(blob.decode())
        # Only the foreign signs say which font is meant: a Chinese name with an English description is Chinese.
        spoken = language_of("".join(sorted(beyond)), languages)
        if spoken not in _HAN_FONTS:
            spoken = spoken.split("-")[0]
        found.setdefault(spoken if spoken in _HAN_FONTS else "", set()).update(map(ord, beyond))
    return {language: frozenset(signs) for language, signs in sorted(found.items())}


def _beyond_ascii(text: str) -> set[str]:
    return {sign for sign in set(text) if not sign.isascii()}


def webfonts(signs: Mapping[str, frozenset[int]], cache: Path | None = None) -> Webfonts:
    """Cut the faces that the signs need. `cache` keeps cuts between builds; what it holds is verified before use."""
    used = frozenset().union(*signs.values())
    rules = [_STAND_IN]
    files: dict[str, bytes] = {}
    families: set[tuple[str, str]] = set()
    for face in FACES:
        wanted = _wanted(face, signs, used)
        if not wanted:
            continue
        made = cut(Cut(pack=face.pack, path=face.path, signs=wanted), cache / "fonts" if cache else None)
        if not made.signs:
            continue
        name = f"{face.name}.{hashlib.sha256(made.woff2).hexdigest()[:8]}.woff2"
        files[name] = made.woff2
        rules.append(_rule(face, name, made.signs))
        families.add((made.family, made.licence))
    files["LICENSES.txt"] = _licences(families)
    return Webfonts(css="".join(rules), files=files)


def _wanted(face: WebFace, signs: Mapping[str, frozenset[int]], used: frozenset[int]) -> frozenset[int]:
    """The code points to cut a face with; none where the face is not needed."""
    whole = _ranges(face.signs)
    if not face.wanted:
        return whole if face.always or whole & used else frozenset()
    # A sign of no such language is set in the first font, as the stylesheet orders them.
    languages = [language for language in signs if _HAN_FONTS.get(language, "JP") == face.han]
    own = whole & frozenset().union(*(signs[language] for language in languages))
    shared = _ranges(_HAN)
    # Kana, Hangul and Bopomofo belong to one font whoever writes them.
    return own | ((whole - shared) & used)


def _ranges(words: str) -> frozenset[int]:
    points: set[int] = set()
    for word in words.split():
        first, _, last = word.partition("-")
        points.update(range(int(first, 16), int(last or first, 16) + 1))
    return frozenset(points)


def _rule(face: WebFace, name: str, signs: frozenset[int]) -> str:
    style = "italic" if face.italic else "normal"
    return (
        f'@font-face{{font-family:"{face.family}";font-style:{style};font-weight:400 700;font-display:swap;'
        f'src:url("fonts/{name}") format("woff2");unicode-range:{unicode_range(signs)}}}\n'
    )


def unicode_range(signs: Iterable[int]) -> str:
    """Code points as CSS writes them, runs joined: `U+30-39,U+41`."""
    runs: list[list[int]] = []
    for sign in sorted(signs):
        if runs and sign == runs[-1][1] + 1:
            runs[-1][1] = sign
        else:
            runs.append([sign, sign])
    return ",".join(f"U+{first:X}" if first == last else f"U+{first:X}-{last:X}" for first, last in runs)


def _licences(families: set[tuple[str, str]]) -> bytes:
    """The licence of each family, one after the other, as the SIL Open Font License asks."""
    texts = [f"{family}\n\n{licence.strip()}\n" for family, licence in sorted(families)]
    return "\n\n".join(texts).encode()
