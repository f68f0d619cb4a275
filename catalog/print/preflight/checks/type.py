"""Checks of type: fonts in the file, and a glyph and a text for every code.

Owns what must hold so that words look the same everywhere, and can be searched, copied and read out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.print.preflight.finding import error

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.print.preflight.finding import Finding
    from catalog.print.preflight.reading.fonts import Font
    from catalog.print.preflight.subject import Subject


def fonts_embedded(subject: Subject) -> Iterator[Finding]:
    """Every font that is used is in the file, cut down to the glyphs in use.

    A font that is not there is replaced by another with other widths, or by nothing. A whole font makes the file
    large, and its licence may forbid to pass it on. Embed a subset.
    """
    seen: set[Font] = set()
    for sheet in subject.sheets:
        for font in (*sheet.drawing.codes, *sheet.drawing.carried):
            if font in seen:
                continue
            seen.add(font)
            if not font.embedded:
                yield error(
                    "font", f"the font {font.name} is not embedded", "embed a subset of it", page=sheet.number
                )
            elif not font.subset:
                yield error(
                    "font",
                    f"the font {font.name} is embedded whole",
                    "embed a subset, named by six letters and a plus",
                    page=sheet.number,
                )


def glyph_coverage(subject: Subject) -> Iterator[Finding]:
    """No code shows the box for missing signs, and every code has a text (ToUnicode, or /ActualText around it).

    A missing glyph prints a box, or a gap. A code without text can be seen but not searched, copied or read out.
    Choose a font that has the sign; write a ToUnicode map for all codes.
    """
    for sheet in subject.sheets:
        drawing = sheet.drawing
        for font in dict.fromkeys((*drawing.codes, *drawing.carried)):
            bare = drawing.codes.get(font, set())
            shown = bare | drawing.carried.get(font, set())
            for codes, told, mend in (
                (
                    filter(font.shows_nothing, shown),
                    "shows the box for missing signs",
                    "set it in a font with the sign",
                ),
                (
                    filter(font.unspelled, bare),
                    "has no text",
                    "give every code its text in the font's ToUnicode map",
                ),
            ):
                faulty = sorted(codes)
                if faulty:
                    yield error("glyph", f"{_codes(faulty)} of {font.name} {told}", mend, page=sheet.number)


def _codes(codes: list[int]) -> str:
    told = ", ".join(f"{code:04X}" for code in codes[:3])
    more = f" and {len(codes) - 3} more" if len(codes) > 3 else ""
    return f"code {told}{more}"
