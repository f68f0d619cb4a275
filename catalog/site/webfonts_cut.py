"""Cutting one font file down to some signs and to the weights that the site uses.

Owns the recipe and the cache of cuts. Refuses to choose signs. Same font, same signs, same recipe: same bytes.
"""

from __future__ import annotations

import functools
import hashlib
import importlib
import io
import os
from importlib import metadata, resources
from typing import TYPE_CHECKING, Any

import msgspec
import uharfbuzz as hb

if TYPE_CHECKING:
    from pathlib import Path

# Part of every cache key: a new number makes every cut anew.
RECIPE = 1
# Weights of the look, lightest, heaviest, and the one without a wish; the optical size stays whole, the width normal.
_WEIGHTS = (400, 700, 400)
_WIDTH = 100
# Beside the features that shaping always needs: figures of one width, and signs raised to capitals.
_FEATURES = ("tnum", "case")
_MAGIC = b"wOF2"


class Cut(msgspec.Struct, frozen=True, kw_only=True):
    """What to cut: a font file of a pack and code points, those it has none of included."""

    pack: str
    path: str
    signs: frozenset[int]


class Made(msgspec.Struct, frozen=True, kw_only=True):
    """A cut: the file, the code points it really holds, its family's name and licence."""

    woff2: bytes
    signs: frozenset[int]
    family: str
    licence: str


def cut(wish: Cut, cache: Path | None) -> Made:
    """Make a cut or take it from the cache. A cached file that is damaged is made anew."""
    folder = resources.files(wish.pack) / "fonts" / "ofl"
    licence = (folder / wish.path.split("/")[0] / "OFL.txt").read_text(encoding="utf-8")
    stored = cache / f"{_key(wish)}.cut" if cache else None
    found = _stored(stored)
    if found is None:
        found = _make(str(folder / wish.path), wish.signs)
        if stored is not None:
            _store(stored, found)
    woff2, signs = found
    return Made(woff2=woff2, signs=signs, family=wish.path.split("/")[-1].split("[")[0], licence=licence)


def _make(path: str, signs: frozenset[int]) -> tuple[bytes, frozenset[int]]:
    # HarfBuzz cuts a font in some milliseconds, fontTools in seconds; fontTools knows WOFF2, HarfBuzz does not.
    face = hb.Face(hb.Blob.from_file_path(path))
    held = signs & frozenset(face.unicodes)
    if not held:
        return b"", frozenset()
    wish = hb.SubsetInput()
    wish.unicode_set.update(held)
    wish.layout_feature_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in _FEATURES)
    wish.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
    axes = {axis.tag for axis in face.axis_infos}
    if "wght" in axes:
        wish.set_axis_range(face, "wght", *_WEIGHTS)
    if "wdth" in axes:
        wish.pin_axis_location(face, "wdth", _WIDTH)
    # Loaded where a font has to be cut, which is seldom: most builds find all of them in the cache.
    font_of: Any = importlib.import_module("fontTools.ttLib").TTFont
    font = font_of(io.BytesIO(wish.subset(face).blob.data), lazy=True, recalcTimestamp=False)
    font.flavor = "woff2"
    out = io.BytesIO()
    font.save(out)
    return out.getvalue(), held


@functools.cache
def _version(package: str) -> str:
    return metadata.version(package)


def _key(wish: Cut) -> str:
    versions = map(_version, ("fonttools", "brotli", wish.pack.replace("_", "-")))
    text = "|".join((str(RECIPE), *versions, wish.path, ",".join(map(str, sorted(wish.signs)))))
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _stored(path: Path | None) -> tuple[bytes, frozenset[int]] | None:
    """A cut from the cache: a digest of the rest, the number of signs, the signs, the font."""
    if path is None or not path.is_file():
        return None
    digest, rest = (raw := path.read_bytes())[:32], raw[32:]
    if hashlib.sha256(rest).digest() != digest:
        return None
    count = int.from_bytes(rest[:4], "big")
    signs = frozenset(int.from_bytes(rest[at : at + 4], "big") for at in range(4, 4 + 4 * count, 4))
    woff2 = rest[4 + 4 * count :]
    return (woff2, signs) if woff2.startswith(_MAGIC) or not signs else None


def _store(path: Path, made: tuple[bytes, frozenset[int]]) -> None:
    woff2, signs = made
    numbers = (len(signs), *sorted(signs))
    rest = b"".join(number.to_bytes(4, "big") for number in numbers) + woff2
    path.parent.mkdir(parents=True, exist_ok=True)
    # Written beside and moved into place, so that a stopped build leaves no half a file under the name.
    beside = path.with_suffix(f".{os.getpid()}")
    beside.write_bytes(hashlib.sha256(rest).digest() + rest)
    beside.replace(path)
