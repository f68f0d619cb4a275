"""Pictures as bytes: what kind they are, how large, what is wrong in them, what is seen of them.

Owns everything that the bytes alone decide. Refuses to open files, to know entries, and to change a picture: what an
entry's logo or screenshot must be is for the rules, and publishing is for site and book. Linear in the bytes and
bounded: nothing hostile costs more than a moment, and nothing raises.
"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final, NamedTuple

from catalog.findings import Severity
from catalog.pictures import kind as kinds
from catalog.pictures import raster, svg_look
from catalog.pictures.expansion import expand
from catalog.pictures.flaws import FIRST, Flaw, span_at
from catalog.pictures.jpeg import read_jpeg
from catalog.pictures.kind import Kind, kind_of
from catalog.pictures.png import lacks_pixels, read_png
from catalog.pictures.svg import LARGEST, read_svg
from catalog.pictures.svg_look import Seen

if TYPE_CHECKING:
    from catalog.pictures.png import Raster
    from catalog.source import Span

LARGEST_LOGO: Final = LARGEST
"""Bytes of a logo, and of any drawing, at most."""
LARGEST_PICTURE: Final = 5_000_000
"""Bytes of any picture at most; nobody needs to read more of a file than one byte beyond."""

__all__ = [
    "LARGEST_LOGO",
    "LARGEST_PICTURE",
    "Flaw",
    "Kind",
    "Picture",
    "Seen",
    "examine",
    "kinds",
    "odd_ratio",
    "too_large",
]


_SEEN: Final = Seen(on_white=True, on_dark=True)


class Picture(NamedTuple):
    """What the bytes of a picture tell.

    `length` counts its bytes. `size` is width and height as shown, in pixels for a raster and in the drawing's own
    units for a vector, or None when that cannot be told; `size_span` is where it stands if its ratio is odd. `seen`
    is None when the picture is not sound enough to look at.
    """

    kind: Kind
    length: int
    size: tuple[float, float] | None = None
    flaws: tuple[Flaw, ...] = ()
    seen: Seen | None = None
    size_span: Span = FIRST

    @property
    def raster(self) -> bool:
        """Whether it has pixels."""
        return self.kind in {kinds.PNG, kinds.JPEG}

    def plainly_right(self, name: str) -> bool:
        """Whether it is a drawing as most are: sound, of ordinary proportions, seen on both grounds, named rightly."""
        return (
            self.kind is kinds.SVG
            and not self.flaws
            and self.seen == _SEEN
            and self.size is not None
            and not odd_ratio(self.size)
            and name.endswith(self.kind.endings)
        )

    def renamed(self, name: str) -> str | None:
        """The name that says what the file holds, where `name` ends otherwise."""
        if not self.kind.taken or name.endswith(self.kind.endings):
            return None
        return str(PurePosixPath(name).with_suffix(self.kind.endings[0]))


def examine(content: bytes, *, look: bool = True) -> Picture:
    """Examine a picture; without `look`, `seen` stays None and a PNG costs a third. Never raises, whatever the bytes.

    Of a file over `LARGEST_PICTURE` only that is said, and of a drawing over `LARGEST_LOGO` likewise.
    """
    kind = kind_of(content)
    if not kind.taken:
        remedy = "save the drawing as UTF-8" if kind is kinds.UTF16 else "hand in SVG, PNG or JPEG"
        return Picture(kind, len(content), flaws=(Flaw("APS502", f"the file holds {kind.label}", remedy),))
    most = LARGEST_LOGO if kind is kinds.SVG else LARGEST_PICTURE
    if len(content) > most:
        return Picture(kind, len(content), flaws=(too_large(len(content), most),))
    return _examine_svg(content) if kind is kinds.SVG else _examine_raster(content, kind, look=look)


def odd_ratio(size: tuple[float, float]) -> bool:
    """Whether width to height lies outside 1:2 to 5:1, so that the picture prints small."""
    return not 1 / 2 <= size[0] / size[1] <= 5


def too_large(length: int, most: int) -> Flaw:
    """The flaw of a file with too many bytes."""
    has = "" if length > LARGEST_PICTURE else f"{_kilobytes(length)}, "
    remedy = "simplify the paths of a drawing; save a bitmap with fewer pixels or colours"
    return Flaw("APS504", f"the file has {has}more than {_kilobytes(most)}", remedy)


def _kilobytes(length: int) -> str:
    return f"{length / 1000:,.1f} kB".replace(".0 kB", " kB")


def _examine_svg(content: bytes) -> Picture:
    drawing, size, flaws, complete = read_svg(content)
    tangle = expand(drawing, content)[1] if complete else None
    if tangle:
        flaws.append(tangle)
    sound = complete and all(flaw.severity is not Severity.ERROR for flaw in flaws)
    seen = svg_look.look(drawing) if sound else None
    at = content.find(b"viewBox") if size and odd_ratio(size) else -1
    span = span_at(content, at, len("viewBox")) if at >= 0 else FIRST
    return Picture(kinds.SVG, len(content), size, tuple(flaws), seen, span)


def _examine_raster(content: bytes, kind: Kind, *, look: bool) -> Picture:
    header = read_png(content) if kind is kinds.PNG else read_jpeg(content)
    size = (float(header.width), float(header.height)) if header.width and header.height else None
    flaws, seen = [], None
    if header.animated:
        flaws.append(Flaw("APS507", "the picture is animated (APNG)", "save one frame of it as a plain PNG"))
    if header.width * header.height > raster.MOST_PIXELS:
        pixels = f"{header.width:,} × {header.height:,} pixels"
        message = f"the picture claims {pixels}, more than {raster.MOST_PIXELS // 1_000_000} megapixels"
        flaws.append(Flaw("APS506", message, "scale it down, to 2,000 × 2,000 pixels at most"))
    else:
        looked = header.damage or _decode(header, kind, look=look)
        if isinstance(looked, str):
            flaws.append(Flaw("APS505", f"the picture is damaged: {looked}", "export it again"))
        else:
            seen = looked
    return Picture(kind, len(content), size, tuple(flaws), seen if look else None)


def _decode(header: Raster, kind: Kind, *, look: bool) -> Seen | str | None:
    """What is seen, or in words what is wrong with the pixels. A PNG that nobody looks at is inflated and no more."""
    if kind is kinds.JPEG:
        return raster.look(header.pixels, kind)
    if lacks_pixels(header):
        return "some of its pixels are missing"
    return raster.look(header.pixels, kind) if look else None
