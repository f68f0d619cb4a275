"""A vector page separated into four inks: its colours, gradients, pictures and groups, whatever they lie in.

Owns the rewriting of colour in place, over what typst writes for SVG. Soft masks become grey, as they carry no
colour. Refuses what it cannot rewrite without a change that shows (functions in PostScript, meshes): the caller then
takes a picture of the page instead.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from catalog.print.press.gradient import InseparableError, gray_of, separated_function

if TYPE_CHECKING:
    from catalog.print.press.profile import PressProfile

# Where none of these is, operators and their operands are words apart, as an outline's always are.
_NOT_PLAIN = (b"(", b"<", b"%")
_INLINE = re.compile(rb"(?<!\S)BI(?!\S)")
_COLOR = re.compile(
    rb"(?<![^\s\]])([qQ])(?![^\s/\[])|(/[^\s/\[\]]+)\s+(cs|CS)(?![^\s/\[])"
    rb"|(?<![^\s\]])((?:[-+.\d]+\s+){1,4})(scn?|SCN?|rg|RG|g|G|k|K)(?![^\s/\[])"
)
_SPACES = {"/DeviceGray": 1, "/DeviceRGB": 3, "/DeviceCMYK": 4, "/CalGray": 1, "/CalRGB": 3, "/Indexed": 3}


def separate(pdf: pikepdf.Pdf, page: pikepdf.Page, profile: PressProfile) -> None:
    """Rewrite a page and all that it draws, in place.

    Raises:
        InseparableError: something that is not rewritten; the page may be half done then.
    """
    work = _Separation(pdf, profile)
    resources = page.obj.get("/Resources", Dictionary())
    page.Contents = pdf.make_stream(work.content(page, resources, mask=False))
    work.walk(resources, mask=False)
    work.group(page.obj, mask=False)


class _Rewriting:
    """What replaces each operator of colour, in the order of a content stream; spaces are saved and restored."""

    def __init__(self, profile: PressProfile, resources: pikepdf.Object, *, mask: bool) -> None:
        self._profile, self._resources, self._mask = profile, resources, mask
        self._known: dict[bytes, int | None] = {}
        self._spaces: dict[bytes, int | None] = {b"cs": 1, b"CS": 1}
        self._outer: list[dict[bytes, int | None]] = []

    def __call__(self, found: re.Match[bytes]) -> bytes:
        state, space, chosen, parts, operator = found.groups()
        if state == b"q":
            self._outer.append(dict(self._spaces))
        elif state == b"Q" and self._outer:
            self._spaces = self._outer.pop()
        elif space:
            count = self._spaces[chosen] = self._count(space)
            return b"" if count is not None else found[0]
        elif operator:
            stroke = operator.isupper()
            if operator.lower() in {b"sc", b"scn"} and self._spaces[b"CS" if stroke else b"cs"] is None:
                return found[0]
            return self._painted([float(part) for part in parts.split()], stroke=stroke)
        return found[0]

    def _count(self, space: bytes) -> int | None:
        if space not in self._known:
            self._known[space] = _components(Name(space.decode()), self._resources)
        return self._known[space]

    def _painted(self, parts: list[float], *, stroke: bool) -> bytes:
        if self._mask:
            return b"%.4f %s" % (gray_of(parts), b"G" if stroke else b"g")
        inks = parts if len(parts) == 4 else self._profile.ink(_rgb(parts))
        return b"%.4f %.4f %.4f %.4f %s" % (*inks, b"K" if stroke else b"k")


class _Separation:
    """The work on one page; objects that several parts share are done once."""

    def __init__(self, pdf: pikepdf.Pdf, profile: PressProfile) -> None:
        self.pdf = pdf
        self.profile = profile
        self._done: dict[tuple[int, int], bool] = {}

    def content(
        self, stream: pikepdf.Page | pikepdf.Object, resources: pikepdf.Object, *, mask: bool
    ) -> bytes:
        """A content stream with every colour as inks, or as grey below a mask."""
        content = stream.Contents.read_bytes() if isinstance(stream, pikepdf.Page) else stream.read_bytes()
        if any(sign in content for sign in _NOT_PLAIN) or _INLINE.search(content):
            raise InseparableError("text, or a picture inside a content stream")
        return _COLOR.sub(_Rewriting(self.profile, resources, mask=mask), content)

    def walk(self, resources: pikepdf.Object, *, mask: bool) -> None:
        """Everything that resources name."""
        for drawn in _values(resources, "/XObject"):
            self._drawn(drawn, mask=mask)
        for pattern in _values(resources, "/Pattern"):
            self._pattern(pattern, mask=mask)
        for shading in _values(resources, "/Shading"):
            self._shading(shading, mask=mask)
        for state in _values(resources, "/ExtGState"):
            soft = state.get("/SMask")
            if isinstance(soft, Dictionary):
                self._drawn(soft.G, mask=Name.Luminosity == soft.S or mask)
                if "/BC" in soft:
                    soft.BC = Array([gray_of([float(part) for part in soft.BC])])
        if "/ColorSpace" in resources:
            del resources["/ColorSpace"]

    def _first(self, found: pikepdf.Object, *, mask: bool) -> bool:
        known = self._done.get(found.objgen) if found.is_indirect else None
        if known is None:
            self._done[found.objgen] = mask
            return True
        if known is not mask:
            raise InseparableError("a part that is both drawn and a mask")
        return False

    def _drawn(self, drawn: pikepdf.Object, *, mask: bool) -> None:
        if not self._first(drawn, mask=mask):
            return
        if drawn.Subtype == Name.Image:
            self._image(cast("Stream", drawn), mask=mask)
            return
        resources = drawn.get("/Resources", Dictionary())
        drawn.write(self.content(drawn, resources, mask=mask))
        self.group(drawn, mask=mask)
        self.walk(resources, mask=mask)

    def _pattern(self, pattern: pikepdf.Object, *, mask: bool) -> None:
        if int(pattern.PatternType) == 2:
            self._shading(pattern.Shading, mask=mask)
        elif self._first(pattern, mask=mask):
            resources = pattern.get("/Resources", Dictionary())
            pattern.write(self.content(pattern, resources, mask=mask))
            self.walk(resources, mask=mask)

    def _shading(self, shading: pikepdf.Object, *, mask: bool) -> None:
        if not self._first(shading, mask=mask):
            return
        count = _components(shading.ColorSpace, Dictionary())
        if int(shading.ShadingType) not in {2, 3} or count not in {1, 3}:
            raise InseparableError("a gradient of a kind that is not along a line or a circle")
        shading.Function = separated_function(self.pdf, shading.Function, None if mask else self.profile)
        shading.ColorSpace = Name.DeviceGray if mask else Name.DeviceCMYK
        if "/Background" in shading:
            parts = [float(part) for part in shading.Background]
            shading.Background = Array([gray_of(parts)] if mask else [*self.profile.ink(_rgb(parts))])

    def _image(self, image: Stream, *, mask: bool) -> None:
        """Pixels of colour become inks; grey ones and stencils stay."""
        if image.get("/ImageMask", False) or _components(image.ColorSpace, Dictionary()) == 1:
            return
        picture = pikepdf.PdfImage(image).as_pil_image().convert("RGB")
        made = picture.convert("L") if mask else self.profile.separated(picture)
        image.write(made.tobytes())
        image.ColorSpace = Name.DeviceGray if mask else Name.DeviceCMYK
        image.BitsPerComponent = 8
        for entry in ("/Decode", "/DecodeParms"):
            if entry in image:
                del image[entry]

    def group(self, drawn: pikepdf.Object, *, mask: bool) -> None:
        """The space that a transparency group mixes its colours in."""
        group = drawn.get("/Group")
        if group is not None and "/CS" in group:
            group.CS = Name.DeviceGray if mask else Name.DeviceCMYK


def _components(space: pikepdf.Object, resources: pikepdf.Object) -> int | None:
    """How many parts a colour has in a space, or `None` for patterns."""
    if isinstance(space, Name) and str(space) not in _SPACES and space != Name.Pattern:
        space = resources.ColorSpace[str(space)]
    kind = str(space if isinstance(space, Name) else space[0])
    if kind == "/Pattern":
        return None
    if kind == "/ICCBased":
        return int(space[1].N)
    if kind not in _SPACES:
        raise InseparableError(f"a colour space of the kind {kind[1:]}")
    return _SPACES[kind]


def _values(resources: pikepdf.Object, kind: str) -> list[pikepdf.Object]:
    return [value for _, value in sorted(resources.get(kind, Dictionary()).items())]


def _rgb(parts: list[float]) -> tuple[float, float, float]:
    return (parts[0], parts[0], parts[0]) if len(parts) == 1 else (parts[0], parts[1], parts[2])
