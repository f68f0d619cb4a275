"""Pictures of entries, as they are published.

Owns reading each picture once, its size in pixels, and what goes out: vector files as they are, bitmaps without what
a camera adds (place, owner, device) and turned the way it was held. Refuses to judge pictures; the check does.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from PIL import Image, ImageOps

from catalog.site.views import Picture

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from catalog.model import Entry
    from catalog.site.sources import Pictures

_VIEW_BOX = re.compile(rb"<svg\b[^>]*?\sviewBox\s*=\s*[\"']\s*([^\"']*)[\"']", re.DOTALL)
_HEAD = 4096
# What a bitmap may carry beside its pixels; anything else is taken out.
_HARMLESS = {
    "aspect", "background", "chromaticity", "dpi", "gamma", "icc_profile", "interlace", "jfif", "jfif_density",
    "jfif_unit", "jfif_version", "progression", "progressive", "srgb", "transparency",
}  # fmt: skip
# What the pixels need to be shown right.
_SHOWN = {"icc_profile", "transparency"}


def publish_pictures(entries: Iterable[Entry], folder: str, write: Callable[[str, bytes], None]) -> Pictures:
    """Read, clean and write the pictures that entries name, to `apps/<slug>/<file>`. A missing file is `OSError`."""
    found: Pictures = {}
    for entry in entries:
        for file in files_of(entry):
            with open(f"{folder}/{entry.slug}/{file}", "rb", buffering=0) as stream:  # noqa: PTH123 -- hot path
                content = stream.read()
            src = f"apps/{entry.slug}/{file}"
            content, width, height = cleaned(content)
            write(src, content)
            found[entry.slug, file] = Picture(src=src, width=width, height=height)
    return found


def files_of(entry: Entry) -> Iterator[str]:
    """The names of an entry's picture files, each once."""
    media = entry.media
    names = (media.logo, media.logo_dark, *(shot.file for shot in media.screenshots))
    return iter(dict.fromkeys(name for name in names if name))


def cleaned(content: bytes) -> tuple[bytes, int, int]:
    """The bytes to publish, and width and height in pixels."""
    if b"<svg" in content[:_HEAD]:
        return content, *_vector_size(content)
    with Image.open(io.BytesIO(content)) as picture:
        if not picture.getexif() and set(picture.info) <= _HARMLESS:
            return content, *picture.size
        upright = ImageOps.exif_transpose(picture)
        upright.info = {key: value for key, value in upright.info.items() if key in _SHOWN}
        out = io.BytesIO()
        upright.save(out, format=picture.format, quality=92)
        return out.getvalue(), *upright.size


def _vector_size(content: bytes) -> tuple[int, int]:
    """Width and height of the view box, in its own units; zeros where there is none."""
    box = _VIEW_BOX.search(content, 0, _HEAD)
    parts = re.split(rb"[\s,]+", box[1].strip()) if box else []
    try:
        _, _, width, height = (float(part) for part in parts)
    except ValueError:
        return 0, 0
    return max(1, round(width)), max(1, round(height))
