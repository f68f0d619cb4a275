"""Bytes to text: size, encoding, line ends, characters that must not stand in an entry.

Owns families APS0xx (file) and APS108 (characters). Refuses to repair: a wrong byte is named with its place.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from catalog.source.tree import Fault, Span, place_of

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_BYTES = 256 * 1024
_BOMS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_BEGINS = {mark[:1] for mark, _ in _BOMS}
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # controls
    "\u2028\u2029"  # line and paragraph separators, which YAML takes for line ends
    "\u202a-\u202e\u2066-\u2069"  # direction embeddings, overrides and isolates
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb"
    "\U000e0000-\U000e007f"  # invisible
    "\ufffe\uffff]"  # no characters at all; YAML refuses them
)
# All of ASCII that `_FORBIDDEN` lets pass.
_HARMLESS = bytes(code for code in range(128) if not _FORBIDDEN.match(chr(code)))
_JOINERS = "\u200c\u200d"
_EMOJI_TAGS = ("\U000e0020", "\U000e007f")


def to_text(data: bytes) -> tuple[str, list[Fault]]:
    """The text of a file with line feeds as line ends and without a byte-order mark, and its faults.

    With a fault of family 0 the text is empty: there is nothing to go on with.
    """
    if len(data) > MAX_BYTES:
        return "", [
            Fault(
                "APS003",
                Span.at(1, 1),
                f"the file has {len(data):,} bytes, more than the {MAX_BYTES:,} that an entry may have",
                "shorten the texts; pictures stand in files of their own beside entry.yaml",
            )
        ]
    named = (
        next((name for mark, name in _BOMS if data.startswith(mark)), None) if data[:1] in _BEGINS else None
    )
    if named is None and b"\x00" in data[:64]:
        named = "UTF-16"
    if named:
        return "", [
            Fault(
                "APS002",
                Span.at(1, 1),
                f"the file is saved as {named}, not as UTF-8",
                "save it again with the encoding UTF-8",
            )
        ]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return "", [_bad_byte(data, error.start)]
    return with_line_feeds(text), []


def with_line_feeds(text: str) -> str:
    """The text with line feeds as line ends, as lines are counted everywhere."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _bad_byte(data: bytes, at: int) -> Fault:
    before = data[:at].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    line_start = before.rfind(b"\n") + 1
    column = len(before[line_start:].decode("utf-8-sig", "replace")) + 1
    return Fault(
        "APS001",
        Span.at(before.count(b"\n") + 1, column),
        f"the byte 0x{data[at]:02X} is not UTF-8",
        "save the file with the encoding UTF-8; it was probably saved as Windows-1252 or Latin-1",
    )


def forbidden_characters(text: str) -> Iterator[tuple[int, str]]:
    """Offset and sign of each control, direction or invisible character, joiners that a script needs aside."""
    if text.isascii() and not text.encode().translate(None, _HARMLESS):
        return  # Nearly every entry, in a tenth of the time.
    for match in _FORBIDDEN.finditer(text):
        if not _joins(text, match.start()):
            yield match.start(), match[0]


def _joins(text: str, at: int) -> bool:
    """Whether an invisible sign does its proper work: inside an emoji, or between letters of a joining script."""
    sign, before = text[at], text[at - 1 : at]
    if sign in _JOINERS:
        after = text[at + 1 : at + 2]
        if not before or not after:
            return False
        if sign == "\u200d" and _pictographic(before) and _pictographic(after):
            return True
        # Arabic, Syriac, the Indic scripts, Sinhala, Khmer and Mongolian shape by joiners.
        return all(
            "\u0600" <= near <= "\u18af" and unicodedata.category(near)[0] in "LM" for near in (before, after)
        )
    if _EMOJI_TAGS[0] <= sign <= _EMOJI_TAGS[1]:
        return _EMOJI_TAGS[0] <= before <= _EMOJI_TAGS[1] or before == "\U0001f3f4"
    return False


def _pictographic(sign: str) -> bool:
    return sign >= "\u2190" and unicodedata.category(sign) in {"So", "Sk", "Mn"}


def name_of(sign: str) -> str:
    """`U+200B ZERO WIDTH SPACE`, for messages."""
    return f"U+{ord(sign):04X} {unicodedata.name(sign, 'control character')}"


def character_fault(text: str, at: int, sign: str) -> Fault:
    """The fault of one forbidden character at an offset of the file."""
    return Fault(
        "APS108",
        Span.at(*place_of(text, at)),
        f"{name_of(sign)} stands here, a character that cannot be seen or that changes how text is read",
        "delete it and type the text around it again",
    )
