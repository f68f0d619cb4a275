"""SVG files as forms, by typst's converter.

Owns the conversion of many files at a time and taking each page of the result apart. Refuses text in a logo, which
would be set in a font that its owner did not choose. Colours stay sRGB, or become inks where a printing condition is
given; what cannot be rewritten becomes a picture in pixels then, which looks the same.
"""

from __future__ import annotations

import importlib
import io
import re
import zlib
from decimal import Decimal
from importlib import metadata
from typing import TYPE_CHECKING, Any, cast

import msgspec
import pikepdf

from catalog.print.assets.logo_form import Form, Part, mark
from catalog.print.assets.logo_raster import picture_form
from catalog.print.press.gradient import InseparableError
from catalog.print.press.separation import separate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from catalog.print.press.profile import PressProfile

# Counts up with every change of this module that changes a form.
VERSION = f"vector 2 {metadata.version('typst')}"
# A page each, as large as its picture.
_SOURCE = """#set page(width: auto, height: auto, margin: 0pt, fill: none)
#for index in range({count}) {{ page(image("/" + str(index) + ".svg")) }}
"""
# The largest place of a logo is 56 mm wide: over 600 pixels an inch.
_PIXELS = 1400
# More files at a time cost memory and save nothing.
_BATCH_FILES, _BATCH_BYTES = 500, 4_000_000
_PAINTS = re.compile(rb"(?:^|\s)(?:f\*?|F|S|s|B\*?|b\*?|sh|Do)(?:\s|$)")
_DEVICES = {1: b"/DeviceGray", 3: b"/DeviceRGB", 4: b"/DeviceCMYK"}
_DROPPED = frozenset(
    {"/Length", "/Metadata", "/StructParent", "/StructParents", "/PieceInfo", "/LastModified", "/ProcSet"}
)


def vector_forms(
    contents: Mapping[str, bytes], profile: PressProfile | None = None
) -> Iterator[tuple[str, Form | str]]:
    """For each key the form of its SVG, or in words why there is none; in inks where a profile is given."""
    batch: dict[str, bytes] = {}
    filled = 0
    for key, content in contents.items():
        if batch and (len(batch) == _BATCH_FILES or filled + len(content) > _BATCH_BYTES):
            yield from _converted(batch, profile)
            batch, filled = {}, 0
        batch[key] = content
        filled += len(content)
    if batch:
        yield from _converted(batch, profile)


def _converted(batch: Mapping[str, bytes], profile: PressProfile | None) -> Iterator[tuple[str, Form | str]]:
    """Convert together; where one file fails all, halve until it stands alone."""
    typst: Any = importlib.import_module(
        "typst"
    )  # A tenth of a second that a book with kept logos does without.
    files = {f"{index}.svg": content for index, content in enumerate(batch.values())}
    source = {"main.typ": _SOURCE.format(count=len(batch)).encode(), **files}
    try:
        # Files by name are a documented input that the types leave out.
        written = typst.compile(cast("bytes", source), ignore_system_fonts=True, pdf_tags=False)
    except typst.TypstError as error:
        keys = list(batch)
        if len(keys) == 1:
            yield keys[0], f"it cannot be converted: {error.message}"
            return
        middle = len(keys) // 2
        for half in (keys[:middle], keys[middle:]):
            yield from _converted({key: batch[key] for key in half}, profile)
        return
    with pikepdf.open(io.BytesIO(written)) as pdf:
        for number, (key, page) in enumerate(zip(batch, pdf.pages, strict=True)):
            try:
                if profile:
                    separate(pdf, page, profile)
                yield key, _form(page)
            except InseparableError:
                refused = _form(page)  # Text is refused, whatever its colours.
                yield key, refused if isinstance(refused, str) else _in_pixels(written, number, profile)


def _in_pixels(written: bytes, number: int, profile: PressProfile | None) -> Form:
    """A page as pixels on transparent ground, of the size that it has as a vector."""
    document = importlib.import_module("pypdfium2").PdfDocument(written)  # Few books need it.
    try:
        page = document[number]
        scale = _PIXELS / max(page.get_size())
        width, height = page.get_size()
        drawn = page.render(scale=scale, fill_color=(255, 255, 255, 0), maybe_alpha=True).to_pil()
        form = picture_form(drawn.convert("RGBA"), profile)
        return msgspec.structs.replace(form, width=width, height=height, raster=False)
    finally:
        document.close()


def _form(page: pikepdf.Page) -> Form | str:
    _, _, width, height = (float(edge) for edge in page.mediabox)
    content = page.Contents.read_bytes()
    parts = _Parts()
    try:
        resources = parts.syntax(page.Resources)
    except _HoldsTextError:
        return "it holds text; turn the text into outlines"
    if not _PAINTS.search(content):
        return "it draws nothing"
    entries = (
        b"/Type /XObject /Subtype /Form /BBox [0 0 %s %s] /Matrix [%.9f 0 0 %.9f 0 0] /Resources %s "
        b"/Filter /FlateDecode" % (_number(width), _number(height), 1 / width, 1 / height, resources)
    )
    parts.found[0] = Part(entries, zlib.compress(content, 9))
    return Form(width, height, raster=False, parts=tuple(parts.found))


class _HoldsTextError(Exception):
    """The picture uses a font."""


class _Parts:
    """Takes a tree of objects apart; shared and stream objects become parts of their own."""

    def __init__(self) -> None:
        self.found: list[Part] = [Part(b"null")]
        self._indexes: dict[tuple[int, int], int] = {}

    def syntax(self, value: object) -> bytes:
        """The PDF syntax of an object, with marks for streams."""
        if isinstance(value, pikepdf.Stream):
            return mark(self._index(value))
        if isinstance(value, pikepdf.Array):
            return self._array(value)
        if isinstance(value, pikepdf.Dictionary):
            return b"<< %s >>" % self._entries(value)
        if isinstance(value, pikepdf.Object):
            return value.unparse()
        return _number(value)

    def _array(self, value: pikepdf.Array) -> bytes:
        members: Sequence[object] = list(value)
        if members and members[0] == "/ICCBased" and isinstance(members[1], pikepdf.Stream):
            return _DEVICES[int(members[1].N)]
        return b"[%s]" % b" ".join(self.syntax(member) for member in members)

    def _entries(self, value: pikepdf.Object) -> bytes:
        if "/Font" in value and len(value.Font):
            raise _HoldsTextError
        names = set(value.keys())
        kept = sorted(names - _DROPPED)
        return b" ".join(b"%s %s" % (name.encode(), self.syntax(value[name])) for name in kept)

    def _index(self, value: pikepdf.Stream) -> int:
        known = self._indexes.get(value.objgen)
        if known is None:
            known = self._indexes[value.objgen] = len(self.found)
            self.found.append(Part(b"null"))
            self.found[known] = Part(self._entries(value), value.read_raw_bytes())
        return known


def _number(value: object) -> bytes:
    """A number, truth value or null; PDF knows no exponents."""
    if isinstance(value, bool):
        return b"true" if value else b"false"
    if isinstance(value, (Decimal, float)):
        return (f"{value:.9f}".rstrip("0").rstrip(".") or "0").encode()
    return b"null" if value is None else str(value).encode()
