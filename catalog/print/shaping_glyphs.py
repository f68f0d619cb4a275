"""From a stretch of one face and one direction to glyphs, with HarfBuzz.

Owns the call to the shaper and which part of the text each glyph stands for. Refuses to split text (`shaping`).
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import uharfbuzz as hb

from catalog.print.fonts import MissingGlyphError
from catalog.print.fonts_packs import ignorable
from catalog.print.typeset_line import Glyph

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from catalog.print.fonts import Face

# Kerning stays off, so that the widths of a line's words add up to its own.
_FEATURES = {"kern": False}


def shape(face: Face, text: str, lang: str | None, *, rtl: bool) -> tuple[Glyph, ...]:
    """The glyphs of the text in visual order, from left to right.

    Raises:
        MissingGlyphError: the face lacks a sign that has ink.
    """
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if rtl else "ltr"
    if lang:
        buffer.language = lang
    hb.shape(face.font, buffer, _FEATURES)
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    if any(info.codepoint == 0 for info in infos):
        absent = {ord(sign) for sign in text if ord(sign) not in face.cmap and not ignorable(sign)}
        raise MissingGlyphError(tuple(sorted(absent)), text)
    scale = face.scale
    return tuple(
        Glyph(info.codepoint, part, place.x_advance * scale, place.x_offset * scale, place.y_offset * scale)
        for info, place, part in zip(infos, positions, _parts(infos, text, rtl=rtl), strict=True)
    )


def _parts(infos: Sequence[hb.GlyphInfo], text: str, *, rtl: bool) -> list[str]:
    """For each glyph the text that it stands for; read in logical order they give the text again."""
    groups = [len(list(group)) for _, group in itertools.groupby(infos, key=lambda info: info.cluster)]
    starts = [cluster for cluster, _ in itertools.groupby(info.cluster for info in infos)]
    ordered = list(zip(starts, groups, strict=True))
    ends = [len(text), *starts[:-1]] if rtl else [*starts[1:], len(text)]
    parts: list[str] = []
    for (start, count), end in zip(ordered, ends, strict=True):
        spelled = list(_dealt(text[start:end], count))
        parts.extend(reversed(spelled) if rtl else spelled)
    return parts


def _dealt(text: str, count: int) -> Iterator[str]:
    """The signs of a cluster dealt to its glyphs: one each, all that remain to the last."""
    for index in range(count - 1):
        yield text[index : index + 1]
    yield text[count - 1 :]
