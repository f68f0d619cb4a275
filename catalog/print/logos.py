"""Logos and screenshots as parts of a PDF.

Owns turning SVG, PNG and JPEG bytes into forms that a page can place, and their cache. Refuses to judge a picture
(`rules` do) and to change its proportions or colours beyond what print needs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


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

    def find(self, slug: str, file: str) -> Picture | PictureFailure:
        """The picture or why there is none. Raises `KeyError` for a file that was not prepared."""
        raise NotImplementedError

    @property
    def failures(self) -> tuple[PictureFailure, ...]:
        """Every failure, by slug and file."""
        raise NotImplementedError


def prepare(files: Iterable[PictureFile], cache: Path) -> Pictures:
    """Prepare pictures for placing; each distinct content once.

    Args:
        files: any number, in any order.
        cache: folder such as `.cache/logos`; safe to delete at any time.
    """
    raise NotImplementedError
