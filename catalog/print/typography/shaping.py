"""From text in any script to runs, and from runs to drawable pieces in visual order.

Owns the choice of a face for every sign, the direction of every sign (Unicode UAX 9) and the order on the line.
Refuses to break lines (`paragraph_lines`).
"""

from __future__ import annotations

import functools
import itertools
import re
import unicodedata
from typing import TYPE_CHECKING

import msgspec
from bidi import algorithm as bidi  # type: ignore[import-untyped]  # The package has no types.

from catalog.font_packs import (
    COMMON,
    FAMILIES,
    SANS,
    SIGN_NAMES,
    coverage,
    family_of,
    ignorable,
    writing,
)
from catalog.print.typography.brackets import settle_brackets
from catalog.print.typography.fonts import MissingGlyphError
from catalog.print.typography.glyphs import shape
from catalog.print.typography.lines import Direction, Piece, Style
from catalog.text import language_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.print.typography.fonts import Fonts
    from catalog.print.typography.lines import Glyph, Span

# Hebrew, Arabic and their neighbours, presentation forms, and the right-to-left scripts of the higher planes.
RIGHT_TO_LEFT = re.compile(
    r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_INVISIBLE = dict.fromkeys(
    (
        *range(0x20),
        0xAD,
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2070),
        *range(0xFE00, 0xFE10),
    )
)
_UNLEVELLED = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "BN", "LRI", "RLI", "FSI", "PDI"})


class Run(msgspec.Struct, frozen=True, gc=False):
    """A stretch of one style, one face and one direction, `start` to `end` in the paragraph's text.

    `level` is the bidi level; odd runs right to left. `shaped` runs go through HarfBuzz.
    """

    start: int
    end: int
    style: Style
    face: str
    lang: str | None
    level: int
    shaped: bool


class Paragraph(msgspec.Struct, frozen=True, gc=False):
    """A text and its runs in logical order."""

    text: str
    runs: tuple[Run, ...]
    direction: Direction


class Shaper:
    """Turns spans into paragraphs and stretches of paragraphs into pieces; remembers what it shaped."""

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts
        self._glyphs: dict[tuple[str, str, str | None, bool], tuple[Glyph, ...]] = {}

    def paragraph(self, spans: Sequence[Span], direction: Direction) -> Paragraph:
        """The spans as one paragraph of that base direction."""
        text = "".join(span.text for span in spans)
        levels = _levels(text, direction)
        runs: list[Run] = []
        start = 0
        for span in spans:
            runs.extend(self._runs(span, start, levels))
            start += len(span.text)
        return Paragraph(text, tuple(runs), direction)

    def pieces(self, paragraph: Paragraph, start: int, end: int) -> tuple[Piece, ...]:
        """The stretch of the paragraph as one line, in visual order."""
        cut = [
            (run, max(run.start, start), min(run.end, end))
            for run in paragraph.runs
            if run.start < end and run.end > start
        ]
        drawn = (self._piece(run, paragraph.text[first:last]) for run, first, last in _visual(cut))
        return tuple(piece for piece in drawn if piece.text)

    def width(self, paragraph: Paragraph, start: int, end: int) -> float:
        """Width of the stretch on one line."""
        for run in paragraph.runs:
            if run.start <= start and end <= run.end and not run.shaped:
                text = paragraph.text[start:end].translate(_INVISIBLE)
                return self._fonts.face(run.face).widths[text] * run.style.size / 1000
        return sum(piece.width for piece in self.pieces(paragraph, start, end))

    def parted(self, paragraph: Paragraph, index: int) -> bool:
        """Whether the widths on both sides of a place add up: no shaping or kerning reaches over it."""
        for run in paragraph.runs:
            if run.start < index < run.end:
                return not run.shaped and self._fonts.face(run.face).kerns is None
        return True

    def _runs(self, span: Span, start: int, levels: list[int]) -> list[Run]:
        if span.text.isascii() and not any(levels[start : start + len(span.text)]):
            face = self._fonts.face_name(SANS.name, span.style.weight, condensed=span.style.condensed)
            return [Run(start, start + len(span.text), span.style, face, span.lang, 0, shaped=False)]
        lang = span.lang or language_of(span.text)
        families = _families(span.text, writing(lang))
        runs = []
        position = 0
        marks = [unicodedata.combining(sign) != 0 for sign in span.text]
        keys = zip(families, levels[start : start + len(span.text)], strict=True)
        for (family, level), group in itertools.groupby(keys):
            end = position + len(list(group))
            shaped = level % 2 == 1 or FAMILIES[family].shaped or any(marks[position:end])
            face = self._fonts.face_name(family, span.style.weight, condensed=span.style.condensed)
            runs.append(Run(start + position, start + end, span.style, face, lang, level, shaped))
            position = end
        return runs

    def _piece(self, run: Run, text: str) -> Piece:
        face = self._fonts.face(run.face)
        size = run.style.size
        if not run.shaped:
            text = text.translate(_INVISIBLE)
            return Piece(run.face, size, text, face.widths.once(text) * size / 1000)
        rtl = run.level % 2 == 1
        key = (run.face, text, run.lang, rtl)
        glyphs = self._glyphs.get(key)
        if glyphs is None:
            glyphs = self._glyphs[key] = shape(face, text, run.lang, rtl=rtl)
        return Piece(run.face, size, text, sum([glyph.advance for glyph in glyphs]) * size / 1000, glyphs)


def _levels(text: str, direction: Direction) -> list[int]:
    """The bidi level of every sign."""
    if direction == "ltr" and not RIGHT_TO_LEFT.search(text):
        return [0] * len(text)
    base = 1 if direction == "rtl" else 0
    kept = [index for index, sign in enumerate(text) if unicodedata.bidirectional(sign) not in _UNLEVELLED]
    storage = bidi.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, "LR"[base]
    bidi.get_embedding_levels("".join(text[index] for index in kept), storage)
    if kept:
        bidi.explicit_embed_and_overrides(storage)
        bidi.resolve_weak_types(storage)
        kinds = [sign["type"] for sign in storage["chars"]]
        settle_brackets([sign["ch"] for sign in storage["chars"]], kinds, base)
        for sign, kind in zip(storage["chars"], kinds, strict=True):
            sign["type"] = kind
        bidi.resolve_neutral_types(storage, debug=False)
        bidi.resolve_implicit_levels(storage, debug=False)
    known = {index: int(sign["level"]) for index, sign in zip(kept, storage["chars"], strict=True)}
    levels: list[int] = []
    for index in range(len(text)):
        levels.append(known.get(index, levels[-1] if levels else base))
    return levels


def _visual(cut: list[tuple[Run, int, int]]) -> list[tuple[Run, int, int]]:
    """Runs from left to right (UAX 9, rule L2)."""
    highest = max((run.level for run, _, _ in cut), default=0)
    for level in range(highest, 0, -1):
        ordered: list[tuple[Run, int, int]] = []
        turned: list[tuple[Run, int, int]] = []
        for part in cut:
            if part[0].level >= level:
                turned.insert(0, part)
                continue
            ordered += [*turned, part]
            turned = []
        cut = ordered + turned
    return cut


def _families(text: str, han: str) -> list[str]:
    """The family of every sign; marks and joiners stay with their letter, common signs with their neighbours."""
    found: list[str | None] = []
    absent = set()
    for sign in text:
        if found and (ignorable(sign) or (unicodedata.combining(sign) and _holds(found[-1], sign))):
            found.append(found[-1])
        elif _common(sign):
            found.append(None)
        else:
            family = SANS.name if ignorable(sign) else family_of(sign, han)
            if family is None:
                absent.add(ord(sign))
            found.append(family)
    if absent:
        raise MissingGlyphError(tuple(sorted(absent)), text)
    return _settled(text, found, han)


def _settled(text: str, found: list[str | None], han: str) -> list[str]:
    settled: list[str] = []
    position = 0
    for family, group in itertools.groupby(found):
        end = position + len(list(group))
        if family is not None:
            settled.extend([family] * (end - position))
        else:
            before = settled[-1] if settled else None
            after = found[end] if end < len(found) else None
            around = {name for name in (before, after) if name is not None}
            chosen = around.pop() if len(around) == 1 else SANS.name
            settled.extend(_common_family(sign, chosen, han) for sign in text[position:end])
        position = end
    return settled


@functools.cache
def _common(sign: str) -> bool:
    point = ord(sign)
    return not ("0" <= sign <= "9") and any(first <= point <= last for first, last in COMMON)


def _common_family(sign: str, chosen: str, han: str) -> str:
    """The neighbours' family where it is one of letters and holds the sign."""
    if chosen not in SIGN_NAMES and _holds(chosen, sign):
        return chosen
    return family_of(sign, han) or SANS.name


def _holds(family: str | None, sign: str) -> bool:
    return family is not None and ord(sign) in coverage(family)
