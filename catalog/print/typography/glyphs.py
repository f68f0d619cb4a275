"""From a stretch of one face and one direction to glyphs, with HarfBuzz.

Owns the call to the shaper and which part of the text each glyph stands for. Refuses to split text (`shaping`).
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import uharfbuzz as hb

from catalog.font_packs import ignorable
from catalog.print.typography.brackets import MIRRORED
from catalog.print.typography.fonts import MissingGlyphError
from catalog.print.typography.lines import Glyph

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from catalog.print.typography.fonts import Face


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
    hb.shape(face.font, buffer, _unkerned_spaces(text))
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    if any(info.codepoint == 0 for info in infos):
        absent = {ord(sign) for sign in text if ord(sign) not in face.cmap and not ignorable(sign)}
        raise MissingGlyphError(tuple(sorted(absent)), text)
    scale = face.scale
    clusters = [info.cluster for info in infos]
    parts = list(_spoken(clusters, text) if rtl else _spelled(clusters, text))
    return tuple(
        Glyph(info.codepoint, part, place.x_advance * scale, place.x_offset * scale, place.y_offset * scale)
        for info, place, part in zip(infos, positions, parts, strict=True)
    )


def _unkerned_spaces(text: str) -> dict[str, list[tuple[int, int, bool]]]:
    """Nothing kerns with a space, so that the widths of a line's words add up to its own."""
    return (
        {"kern": [(at, at + 1, False) for at, sign in enumerate(text) if sign == " "]} if " " in text else {}
    )


def _spelled(clusters: Sequence[int], text: str) -> Iterator[str]:
    """For each glyph the text that it stands for, left to right: a sign each, all that remain to the last."""
    for signs, count in _groups(clusters, text):
        yield from (signs[index : index + 1] for index in range(count - 1))
        yield signs[count - 1 :]


def _spoken(clusters: Sequence[int], text: str) -> Iterator[str]:
    """The same right to left: a letter speaks for the marks on it, which stand before it; brackets as they look.

    Readers of PDF put right-to-left text in order by themselves, from letters in the order of the page.
    """
    for signs, count in reversed([*_groups(clusters[::-1], text)]):
        yield from [""] * (count - 1)
        yield MIRRORED.get(signs, signs)


def _groups(clusters: Sequence[int], text: str) -> Iterator[tuple[str, int]]:
    """The signs of each cluster, in logical order, and how many glyphs it has."""
    groups = [(start, len(list(group))) for start, group in itertools.groupby(clusters)]
    ends = [*(start for start, _ in groups[1:]), len(text)]
    for (start, count), end in zip(groups, ends, strict=True):
        yield text[start:end], count
