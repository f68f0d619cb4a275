"""Static cuts of variable fonts, with the code points in use alone, and cuts of those with the glyphs that were drawn.

Owns what of a font goes into a cut. Refuses to choose fonts (`font_packs`) and to keep any: HarfBuzz cuts one in some
milliseconds. The same file, code points and weight give the same bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import uharfbuzz as hb

from catalog.print.typography.fonts import Fonts, features_of, points_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalog.print.typography.fonts import Wish

_CONDENSED, _NORMAL = 75, 100
# What a PDF needs of a font whose glyphs it names by number.
_OUTLINES = {"glyf", "loca", "head", "hhea", "hmtx", "maxp"}
_FLAGS = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE


def open_fonts(texts: Iterable[str]) -> Fonts:
    """Fonts for the code points of these texts. The whole Latin face is always there.

    `texts` is every text that will be set; order and repetition do not matter.
    """
    return Fonts(points_in(texts), cut)


def cut(wish: Wish) -> bytes:
    """A static font. Of axes that nobody asked for, and of those that the font lacks, nothing is left."""
    face = hb.Face(hb.Blob.from_file_path(wish.family.path))
    asked = hb.SubsetInput()
    asked.unicode_set.update(wish.points)
    features = features_of(wish.family)
    tags = asked.layout_feature_tag_set
    tags.clear()
    if features == ("*",):
        tags.invert()
    else:
        tags.update(map(_number, features))
    asked.flags = _FLAGS
    axes = {axis.tag for axis in face.axis_infos}
    if axes:
        asked.pin_all_axes_to_default(face)
    if "wght" in axes:
        asked.pin_axis_location(face, "wght", wish.weight)
    if "wdth" in axes:
        asked.pin_axis_location(face, "wdth", _CONDENSED if wish.condensed else _NORMAL)
    return bytes(asked.subset(face).blob.data)


def outlines(content: bytes, glyphs: Iterable[int]) -> bytes:
    """The glyphs of a font, by their old numbers, without anything that chooses among them."""
    face = hb.Face(content)
    asked = hb.SubsetInput()
    asked.glyph_set.update(glyphs)
    asked.drop_table_tag_set.update(_number(tag) for tag in face.table_tags if tag not in _OUTLINES)
    asked.flags = _FLAGS | hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    return bytes(asked.subset(face).blob.data)


def _number(tag: str) -> int:
    return int.from_bytes(tag.encode(), "big")
