"""Cuts of variable fonts to measure with, where nothing is printed.

HarfBuzz cuts a font in some milliseconds, fontTools, whose files the book holds, in a second; a check without a cache
would wait for that alone. Owns those cuts, which are as wide as the book's in every sign and shape (a test compares
them), and keeps none. Refuses to give them to a printer: their bytes are others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import uharfbuzz as hb

from catalog.print.typography.fonts import Fonts, features_of, points_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalog.print.typography.fonts import Wish

_CONDENSED, _NORMAL = 75, 100


def measuring_fonts(texts: Iterable[str]) -> Fonts:
    """Fonts for the code points of these texts, to measure with. The whole Latin face is always there."""
    return Fonts(points_in(texts), measuring_cut)


def measuring_cut(wish: Wish) -> bytes:
    """A static font of the widths of `font_cuts.cut`. An axis that the font lacks is left alone."""
    face = hb.Face(hb.Blob.from_file_path(wish.family.path))
    asked = hb.SubsetInput()
    asked.unicode_set.update(wish.points)
    features = features_of(wish.family)
    tags = asked.layout_feature_tag_set
    tags.clear()
    if features == ("*",):
        tags.invert()
    else:
        tags.update(int.from_bytes(tag.encode(), "big") for tag in features)
    asked.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
    axes = {axis.tag for axis in face.axis_infos}
    if "wght" in axes:
        asked.pin_axis_location(face, "wght", wish.weight)
    if "wdth" in axes:
        asked.pin_axis_location(face, "wdth", _CONDENSED if wish.condensed else _NORMAL)
    return bytes(asked.subset(face).blob.data)
