"""Static cuts of variable fonts, subset to the code points in use.

Owns cutting and the cache of cuts. Refuses to choose fonts (`fonts_packs`). The same file, code points and axes
give the same bytes; the cache is named after all three, and losing it costs time alone.
"""

from __future__ import annotations

import hashlib
import importlib
import io
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import fontTools
from fontTools import subset
from fontTools.ttLib import TTFont

from catalog.print.typography.fonts import Fonts, features_of, points_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalog.font_packs import Family
    from catalog.print.typography.fonts import Wish

# Counts up with every change of this module that changes the bytes of a cut.
_VERSION = "2"
_CONDENSED = 75
_NORMAL = 100


def open_fonts(texts: Iterable[str], cache: Path) -> Fonts:
    """Fonts for the code points of these texts, to print with. The whole Latin face is always there.

    Args:
        texts: every text that will be set; order and repetition do not matter.
        cache: folder for the cuts (made when missing), such as `.cache/fonts`; safe to delete at any time.
    """
    return Fonts(points_in(texts), _Cuts(cache).content)


class _Cuts:
    """Cuts from the cache, and those that it lacks made and put there."""

    def __init__(self, cache: Path) -> None:
        self._cache = cache
        self._subsets: dict[str, bytes] = {}

    def content(self, wish: Wish) -> bytes:
        """The file of a cut."""
        family, points, weight, condensed = wish
        key = cut_name(family, points, weight, condensed=condensed)
        content = cached(self._cache, key)
        if content is None:
            if family.name not in self._subsets:
                self._subsets[family.name] = subset_font(family, points)
            content = cut(self._subsets[family.name], weight, condensed=condensed)
            keep(self._cache, key, content)
        return content


def cut_name(family: Family, points: frozenset[int], weight: int, *, condensed: bool) -> str:
    """The name of a cut in the cache: a hash over all that decides its bytes."""
    wanted = " ".join((_VERSION, fontTools.version, family.identity, str(weight), str(condensed)))
    listed = ",".join(map(str, sorted(points)))
    return hashlib.sha256(f"{wanted}\n{listed}".encode()).hexdigest()[:32]


def subset_font(family: Family, points: frozenset[int]) -> bytes:
    """The family's file with these code points alone, still variable. Subsetting first saves most of the time."""
    options = subset.Options()
    options.layout_features = list(features_of(family))
    options.hinting = False
    options.glyph_names = False
    options.notdef_outline = True
    options.name_IDs = []
    options.recalc_timestamp = False
    options.drop_tables += ["meta"]  # fontTools cannot subset it, and says so.
    with subset.load_font(family.path, options) as font:
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=points)
        cutter.subset(font)
        return _saved(font)


def cut(variable: bytes, weight: int, *, condensed: bool) -> bytes:
    """A static font at a weight and width. An axis that the font lacks is left alone."""
    font = TTFont(io.BytesIO(variable), recalcTimestamp=False)
    if "fvar" in font:
        wanted = {"wght": weight, "wdth": _CONDENSED if condensed else _NORMAL}
        axes = {axis.axisTag: wanted.get(axis.axisTag) for axis in font["fvar"].axes}
        # Slow to load, and needed for new cuts alone.
        instancer: Any = importlib.import_module("fontTools.varLib.instancer")
        font = instancer.instantiateVariableFont(font, axes, inplace=True)
    return _saved(font)


def cached(folder: Path, name: str) -> bytes | None:
    """A cut of the cache, or `None`."""
    try:
        return (folder / f"{name}.ttf").read_bytes()
    except FileNotFoundError:
        return None


def keep(folder: Path, name: str, content: bytes) -> None:
    """Put a cut into the cache, whole or not at all."""
    folder.mkdir(parents=True, exist_ok=True)
    handle, path = tempfile.mkstemp(dir=folder, suffix=".part")
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    Path(path).replace(folder / f"{name}.ttf")


def _saved(font: TTFont) -> bytes:
    file = io.BytesIO()
    font.save(file)
    return file.getvalue()
