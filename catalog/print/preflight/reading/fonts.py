"""Fonts as pages use them: how wide codes are, and what can be said of the font and of each code.

Owns reading of font dictionaries, of maps to Unicode, and of which glyph a code shows. Refuses to draw.
"""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pikepdf import Array, Dictionary, Name, Stream

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pikepdf import Object

_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
_SUBSET = re.compile(r"/[A-Z]{6}\+")
_SYMBOLIC = 4
_BLOCK = re.compile(rb"begin(bfchar|bfrange)(.*?)endbf(?:char|range)", re.DOTALL)
_PAIR = re.compile(rb"<([0-9A-Fa-f\s]*)>\s*<([0-9A-Fa-f\s]*)>")
_RANGE = re.compile(rb"<([0-9A-Fa-f\s]*)>\s*<([0-9A-Fa-f\s]*)>\s*(\[[^\]]*\]|<[0-9A-Fa-f\s]*>)")
_MOST_CODES = 0x10000


class Widths(dict[int, float]):
    """Widths of codes in thousandths of the type size; others have the default."""

    default = 0.0

    def __missing__(self, code: int) -> float:
        return self.default


@dataclass(slots=True, eq=False)
class Font:
    """A font of the file.

    `wide` is whether codes have two bytes. `spelled` are the codes with a text, `None` where every code has one by a
    standard encoding. `missing` are codes that show the glyph for missing signs; where `glyphs` is given, so is every
    code that it sends to glyph 0.
    """

    name: str
    kind: str
    embedded: bool
    subset: bool
    wide: bool
    widths: Widths
    unit: float = 0.001
    spelled: frozenset[int] | None = None
    missing: frozenset[int] = frozenset()
    glyphs: bytes | None = None
    readable: bool = True
    shown: dict[int, int] = field(default_factory=dict)

    def codes(self, text: bytes) -> tuple[int, ...]:
        """The codes of a string."""
        if not self.wide:
            return tuple(text)
        return struct.unpack(f">{len(text) // 2}H", text[: len(text) // 2 * 2])

    def shows_nothing(self, code: int) -> bool:
        """Whether a code shows the glyph for missing signs."""
        if self.glyphs is not None:
            return not any(self.glyphs[2 * code : 2 * code + 2])
        return code in self.missing

    def unspelled(self, code: int) -> bool:
        """Whether no text is known for a code."""
        return self.spelled is not None and code not in self.spelled


NO_FONT = Font("no font", "none", embedded=False, subset=False, wide=False, widths=Widths(), readable=False)


def font_of(font: Object) -> Font:
    """The facts of a font dictionary."""
    kind = str(font.get("/Subtype", "/unknown"))[1:]
    base = str(font.get("/BaseFont", font.get("/Name", "/unnamed")))
    wide = kind == "Type0"
    held = _descendant(font) if wide else font
    descriptor = held.get("/FontDescriptor")
    embedded = isinstance(descriptor, Dictionary) and any(key in descriptor for key in _FILES)
    made = Font(
        base[1:],
        kind,
        embedded or kind == "Type3",
        bool(_SUBSET.match(base)) or kind == "Type3",
        wide,
        _wide_widths(held) if wide else _plain_widths(font, descriptor),
    )
    made.spelled = _spelled(font, descriptor)
    if kind == "Type3":
        matrix = font.get("/FontMatrix")
        made.unit = abs(float(matrix[0])) if matrix is not None else 0.001
    elif wide:
        _set_glyphs(made, font, held)
    else:
        made.missing = frozenset(code for code, name in _differences(font) if name == "/.notdef")
    return made


def _descendant(font: Object) -> Object:
    held = font.get("/DescendantFonts")
    return held[0] if isinstance(held, Array) and len(held) else font


def _set_glyphs(made: Font, font: Object, held: Object) -> None:
    """Which glyphs codes show; a font with a character map of its own or a predefined one is not looked into."""
    encoding = font.get("/Encoding")
    made.readable = isinstance(encoding, Name) and str(encoding) in {"/Identity-H", "/Identity-V"}
    glyphs = held.get("/CIDToGIDMap")
    if not made.readable:
        made.spelled = None
    elif isinstance(glyphs, Stream):
        made.glyphs = glyphs.read_bytes()
    else:
        made.missing = frozenset({0})


def _plain_widths(font: Object, descriptor: Object | None) -> Widths:
    widths = Widths()
    if isinstance(descriptor, Dictionary):
        widths.default = float(descriptor.get("/MissingWidth", 0))
    listed = font.get("/Widths")
    if isinstance(listed, Array):
        first = int(font.get("/FirstChar", 0))
        widths.update((first + at, float(width)) for at, width in enumerate(listed.as_list()))
    else:
        widths.default = 500.0  # One of the fonts that viewers bring; half the size is the usual width.
    return widths


def _wide_widths(held: Object) -> Widths:
    widths = Widths()
    widths.default = float(held.get("/DW", 1000))
    listed = held.get("/W")
    parts = list(listed.as_list()) if isinstance(listed, Array) else []
    at = 0
    while at + 1 < len(parts):
        first = int(parts[at])
        if isinstance(parts[at + 1], Array):
            widths.update(
                (first + index, float(width)) for index, width in enumerate(parts[at + 1].as_list())
            )
            at += 2
        elif at + 2 < len(parts):
            last = min(int(parts[at + 1]), first + _MOST_CODES)
            widths.update(dict.fromkeys(range(first, last + 1), float(parts[at + 2])))
            at += 3
        else:
            break
    return widths


def _spelled(font: Object, descriptor: Object | None) -> frozenset[int] | None:
    """The codes that have a text; `None` for all of them."""
    to_unicode = font.get("/ToUnicode")
    if isinstance(to_unicode, Stream):
        return frozenset(spelled_codes(to_unicode.read_bytes()))
    flags = int(descriptor.get("/Flags", 0)) if isinstance(descriptor, Dictionary) else 0
    encoding = font.get("/Encoding")
    standard = isinstance(encoding, Name) or (encoding is None and not flags & _SYMBOLIC)
    if str(font.get("/Subtype")) in {"/Type0", "/Type3"}:
        return frozenset()
    return None if standard or isinstance(encoding, Dictionary) else frozenset()


def spelled_codes(content: bytes) -> Iterator[int]:
    """The codes to which a map to Unicode gives a text; the sign for unknown characters and nought are none."""
    for block in _BLOCK.finditer(content):
        if block[1] == b"bfchar":
            for code, text in _PAIR.findall(block[2]):
                if _said(text):
                    yield _number(code)
            continue
        for first, last, text in _RANGE.findall(block[2]):
            start, end = _number(first), min(_number(last), _number(first) + _MOST_CODES)
            if text.startswith(b"["):
                signs = re.findall(rb"<([0-9A-Fa-f\s]*)>", text)
                yield from (start + at for at, sign in enumerate(signs) if _said(sign))
            elif _said(text[1:-1]):
                yield from range(start, end + 1)


def _number(digits: bytes) -> int:
    return int(b"".join(digits.split()) or b"0", 16)


def _said(digits: bytes) -> bool:
    text = b"".join(digits.split()).upper()
    return bool(text.strip(b"0")) and text != b"FFFD"


def _differences(font: Object) -> Iterator[tuple[int, str]]:
    encoding = font.get("/Encoding")
    listed = encoding.get("/Differences") if isinstance(encoding, Dictionary) else None
    code = 0
    for part in listed.as_list() if isinstance(listed, Array) else ():
        if isinstance(part, Name):
            yield code, str(part)
            code += 1
        else:
            code = int(part)
