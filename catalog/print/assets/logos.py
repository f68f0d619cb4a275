"""Logos and screenshots as parts of a PDF.

Owns turning SVG, PNG and JPEG bytes into forms that a page can place, and their cache. Refuses to judge a picture
(`rules` do) and to change its proportions or colours beyond what print needs.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalog.print.assets import logo_raster, logo_vector
from catalog.print.assets.logo_cache import keep, kept
from catalog.print.assets.logo_form import Form, Part

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from catalog.print.press.profile import PressProfile

__all__ = ["Part", "Picture", "PictureFailure", "PictureFile", "Pictures", "prepare"]

_VERSION = f"{logo_vector.VERSION} {logo_raster.VERSION}"
_RASTERS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture of an entry: the entry's slug, the file's bare name, and its bytes."""

    slug: str
    file: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that pages can place.

    `key` is the hash of the bytes: equal files are one object in the PDF. `width` and `height` are its natural
    size in points for a vector, in pixels for a raster (`raster` tells). Only their ratio matters for placing;
    pixels tell the resolution.
    """

    key: str
    width: float
    height: float
    raster: bool


@dataclass(frozen=True, slots=True)
class PictureFailure:
    """A picture that cannot be printed, and why, in words for its entry's author."""

    slug: str
    file: str
    reason: str


class Pictures:
    """Prepared pictures, found by entry and file name."""

    def __init__(
        self, forms: Mapping[str, Form], found: Mapping[tuple[str, str], Picture | PictureFailure]
    ) -> None:
        self._forms = forms
        self._found = found

    def find(self, slug: str, file: str) -> Picture | PictureFailure:
        """The picture or why there is none. Raises `KeyError` for a file that was not prepared."""
        return self._found[slug, file]

    @property
    def failures(self) -> tuple[PictureFailure, ...]:
        """Every failure, by slug and file."""
        failed = (found for _, found in sorted(self._found.items()))
        return tuple(found for found in failed if isinstance(found, PictureFailure))

    def parts(self, key: str) -> tuple[Part, ...]:
        """The PDF objects of a picture; the first is the one that pages place in the unit square."""
        return self._forms[key].parts


def prepare(files: Iterable[PictureFile], cache: Path, profile: PressProfile | None = None) -> Pictures:
    """Prepare pictures for placing; each distinct content once.

    Args:
        files: any number, in any order.
        cache: folder such as `.cache/logos`; safe to delete at any time.
        profile: the printing condition whose inks the pictures come in; without one they are sRGB. What is measured
            with one sort can be drawn with the other: keys and sizes are the same.
    """
    listed = sorted(files, key=lambda file: (file.slug, file.file))
    keys = {(file.slug, file.file): _key(file.content) for file in listed}
    contents = {keys[file.slug, file.file]: file.content for file in listed}
    inks = profile.identity if profile else ""
    stored = {_stored(key, inks): key for key in contents}
    forms = {stored[name]: form for name, form in kept(cache, stored.keys()).items()}
    fresh: dict[str, Form] = {}
    failed: dict[str, str] = {}
    wanted = {key: content for key, content in sorted(contents.items()) if key not in forms}
    for key, made in _prepared(wanted, profile):
        if isinstance(made, Form):
            fresh[key] = made
        else:
            failed[key] = made
    keep(cache, {_stored(key, inks): form for key, form in fresh.items()})
    forms.update(fresh)
    found: dict[tuple[str, str], Picture | PictureFailure] = {}
    for place, key in keys.items():
        form = forms.get(key)
        found[place] = PictureFailure(*place, failed[key]) if form is None else _picture(key, form)
    return Pictures(forms, found)


def _stored(key: str, inks: str) -> str:
    """The name of a form in the cache; `inks` tells the printing condition, and is empty for the screen."""
    return hashlib.sha256(f"{key} {inks}".encode()).hexdigest() if inks else key


def _prepared(
    contents: Mapping[str, bytes], profile: PressProfile | None
) -> Iterable[tuple[str, Form | str]]:
    """The content decides what a picture is, not its name."""
    vectors = {}
    for key, content in contents.items():
        if content.startswith(_RASTERS):
            yield key, logo_raster.raster_form(content, profile)
        elif b"<svg" in content:
            vectors[key] = content
        else:
            yield key, "it is neither SVG nor PNG nor JPEG"
    yield from logo_vector.vector_forms(vectors, profile)


def _picture(key: str, form: Form) -> Picture:
    return Picture(key, form.width, form.height, form.raster)


def _key(content: bytes) -> str:
    return hashlib.sha256(_VERSION.encode() + b"\n" + content).hexdigest()
