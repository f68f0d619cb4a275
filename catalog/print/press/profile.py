"""The printing condition: an ICC profile for four inks, its name, and the limit of total ink.

Owns the way from sRGB to inks, for single colours, for gradients and for pixels. Neutral colours become tints of
black alone, so that grey text needs no register; no colour needs more ink than the limit. Refuses profiles that are
not for a CMYK printer. The default is Graeme Gill's "Chemical proof", a profile in the public domain, less the
measurements that it was made from: it is good for a proof, and the printer's own replaces it (`--icc`).
"""

from __future__ import annotations

import functools
import hashlib
import io
import itertools
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageChops, ImageCms, ImageFilter

from catalog.errors import UsageError

Rgb = tuple[float, float, float]
Cmyk = tuple[float, float, float, float]
"""Shares of 1."""

DEFAULT_PROFILE = Path(__file__).with_name("cmyk.icc")
DEFAULT_CONDITION = "Proof condition"
DEFAULT_LIMIT = 300
_LEAST_LIMIT = 200  # Less would not print the book's own colours.
_NODES = 33


class ProfileError(UsageError):
    """The file is no profile of a CMYK printer, or the limit is none that can be kept."""


@dataclass(frozen=True, slots=True)
class PressProfile:
    """A profile's bytes, the name of its printing condition, and the most ink in percent of all four."""

    content: bytes
    condition: str = DEFAULT_CONDITION
    limit: int = DEFAULT_LIMIT

    @property
    def identity(self) -> str:
        """The same text for the same inks: for caches."""
        return f"{hashlib.sha256(self.content).hexdigest()} {self.limit}"

    @property
    def name(self) -> str:
        """What the profile calls itself."""
        return ImageCms.getProfileDescription(_opened(self.content)).strip()

    def ink(self, color: Rgb, *, pure: bool = True) -> Cmyk:
        """The inks of an sRGB colour; parts are 0 to 1. `pure` makes greys black alone."""
        red, green, blue = (min(max(round(part * 255), 0), 255) for part in color)
        if pure and red == green == blue:
            return (0.0, 0.0, 0.0, round(1 - red / 255, 4))
        return _converted(self, (red, green, blue))

    def separated(self, picture: Image.Image) -> Image.Image:
        """An sRGB picture as a CMYK one; neutral pixels are black alone."""
        inks = picture.filter(_table(self))
        red, green, blue = picture.split()
        apart = ImageChops.lighter(ImageChops.difference(red, green), ImageChops.difference(green, blue))
        neutral = apart.point([255] + [0] * 255)
        none = Image.new("L", picture.size, 0)
        black = Image.merge("CMYK", (none, none, none, ImageChops.invert(red)))
        return Image.composite(black, inks, neutral)


def open_profile(path: Path | None, condition: str | None = None, limit: int | None = None) -> PressProfile:
    """The profile in a file, or the default one.

    Args:
        path: an ICC file.
        condition: the name of the printing condition, such as `FOGRA39`; else what the profile calls itself.
        limit: total ink in percent.

    Raises:
        ProfileError: the file is no profile of a CMYK printer, or the limit is out of reach.
    """
    limit = DEFAULT_LIMIT if limit is None else limit
    if not _LEAST_LIMIT <= limit <= 400:
        raise ProfileError(
            f"a limit of {limit} % of ink cannot be kept; it lies between {_LEAST_LIMIT} and 400"
        )
    if path is None:
        return PressProfile(DEFAULT_PROFILE.read_bytes(), condition or DEFAULT_CONDITION, limit)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ProfileError(f"the profile {path} cannot be read: {error.strerror}") from error
    try:
        profile = _opened(content).profile
        fitting = profile.xcolor_space.strip() == "CMYK" and profile.device_class.strip() == "prtr"
    except (OSError, ImageCms.PyCMSError):
        fitting = False
    if not fitting:
        raise ProfileError(f"{path} is no ICC profile of a CMYK printer; ask the printer for theirs")
    named = PressProfile(content, "", limit)
    return PressProfile(content, condition or named.name, limit)


def _opened(content: bytes) -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(io.BytesIO(content))


@functools.lru_cache(maxsize=1 << 16)
def _converted(profile: PressProfile, color: tuple[int, int, int]) -> Cmyk:
    """The same as Pillow makes of a pixel, for one colour: the eight points around it, each by how near it is."""
    table = _inks_of_lattice(profile)
    places = [level * (_NODES - 1) / 255 for level in color]
    lows = [min(int(place), _NODES - 2) for place in places]
    mixed = [0.0, 0.0, 0.0, 0.0]
    for corner in itertools.product((0, 1), repeat=3):
        share = 1.0
        for place, low, side in zip(places, lows, corner, strict=True):
            share *= place - low if side else 1 - (place - low)
        red, green, blue = (low + side for low, side in zip(lows, corner, strict=True))
        at = 4 * (red + _NODES * (green + _NODES * blue))
        for number in range(4):
            mixed[number] += share * table[at + number]
    return _down(mixed[0]), _down(mixed[1]), _down(mixed[2]), _down(mixed[3])


def _limited(levels: bytes, limit: int) -> Cmyk:
    """The inks within the limit: black stays, since it carries the shape, and the colours give way alike."""
    cyan, magenta, yellow, black = (level / 255 for level in levels)
    colors = cyan + magenta + yellow
    share = min(1.0, (limit / 100 - black) / colors) if colors else 1.0
    return cyan * share, magenta * share, yellow * share, black


def _down(part: float) -> float:
    """Four places, never more than it was."""
    return int(part * 10_000) / 10_000


@functools.lru_cache(maxsize=2)
def _inks_of_lattice(profile: PressProfile) -> list[float]:
    """The inks of evenly spaced colours, red fastest. Between them inks are interpolated, so the limit holds there too.

    Against the profile itself a colour differs by one level of 255 in the mean, and by four at most.
    """
    steps = [round(at * 255 / (_NODES - 1)) for at in range(_NODES)]
    lattice = bytes(part for blue in steps for green in steps for red in steps for part in (red, green, blue))
    points = Image.frombytes("RGB", (_NODES * _NODES, _NODES), lattice)
    transform = ImageCms.buildTransform(
        ImageCms.createProfile("sRGB"),
        _opened(profile.content),
        "RGB",
        "CMYK",
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    made = ImageCms.applyTransform(points, transform)
    inks = (
        made.tobytes() if made else b""
    )  # There is always one: only a picture changed in place comes back as none.
    table = [part for at in range(0, len(inks), 4) for part in _limited(inks[at : at + 4], profile.limit)]
    table[-4:] = (0.0, 0.0, 0.0, 0.0)  # Paper stays paper.
    return table


@functools.lru_cache(maxsize=2)
def _table(profile: PressProfile) -> ImageFilter.Color3DLUT:
    return ImageFilter.Color3DLUT(_NODES, _inks_of_lattice(profile), channels=4, target_mode="CMYK")
