"""Rules on how pictures look: pixels, proportions, and what is seen of a logo on paper and on screens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.pictures import odd_ratio
from catalog.rules.registry import ERROR, WARNING, Spot, entry_rule
from catalog.rules.shown import in_picture, logos, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.model import Entry
    from catalog.rules.context import Context

_MM_PER_PIXEL = 25.4 / 300
_SMALLEST_LOGO = 256
_LOGO_IN_PRINT = 512
_LOGO_BOX_MM = 41
_SMALLEST_SCREENSHOT = 640
_Size = tuple[float, float]


def _pixels(size: _Size) -> str:
    return f"{size[0]:.0f} × {size[1]:.0f} pixels"


def _printed(size: _Size) -> str:
    width, height = (side * _MM_PER_PIXEL for side in size)
    return f"at 300 dpi it prints {width:.1f} × {height:.1f} mm, and the book has room for {_LOGO_BOX_MM} mm"


def _ratio(size: _Size) -> str:
    wide = size[0] / size[1]
    return f"{wide:.3g}:1" if wide >= 1 else f"1:{1 / wide:.3g}" if wide else "1:∞"


@entry_rule("APS508", ERROR, "picture-too-few-pixels", about="doubtful")
def picture_too_few_pixels(entry: Entry, context: Context) -> Iterator[Spot]:
    """The bitmap is too small: a logo needs 256 pixels on its longer side, a screenshot 640 in width.

    A smaller logo is blurred on the sharp screens of today and prints like a stamp; in a smaller screenshot nothing can
    be read. Drawings have no pixels and are always large enough.

    Refused:

        # entries/harbor-sync/logo.png (a PNG of 64 × 64 pixels)
        ^
        # entries/harbor-sync/entry.yaml
        media: {logo: logo.png}

    Accepted:

        # entries/harbor-sync/logo.png (a PNG of 512 × 512 pixels)
        # entries/harbor-sync/entry.yaml
        media: {logo: logo.png}
    """
    for name, picture in logos(entry, context):
        if picture.raster and picture.size and max(picture.size) < _SMALLEST_LOGO:
            message = f"the logo has {_pixels(picture.size)}, fewer than {_SMALLEST_LOGO} on its longer side"
            remedy = f"hand in SVG, or {_LOGO_IN_PRINT} pixels or more on the longer side"
            yield in_picture(name, f"{message}; {_printed(picture.size)}", remedy)
    for path, name, taken in shown(entry, context):
        if path[1] != "screenshots" or taken is None or not taken.raster or taken.size is None:
            continue
        if taken.size[0] < _SMALLEST_SCREENSHOT:
            message = f"the screenshot has {_pixels(taken.size)}, fewer than {_SMALLEST_SCREENSHOT} in width"
            yield in_picture(name, message, f"take it {_SMALLEST_SCREENSHOT} pixels wide or wider")


@entry_rule("APS509", WARNING, "logo-prints-small", about="doubtful")
def logo_prints_small(entry: Entry, context: Context) -> Iterator[Spot]:
    """The logo of an entry that goes to print has fewer than 512 pixels on its longer side.

    Print needs 300 pixels to the inch. 512 pixels fill the 41 mm that the book has for a logo; fewer stay smaller, or
    show their steps. A drawing prints sharp at any size.

    Refused:

        # entries/harbor-sync/logo.png (a PNG of 300 × 200 pixels)
        ^
        # entries/harbor-sync/entry.yaml
        media: {logo: logo.png}

    Accepted:

        # entries/harbor-sync/logo.png (a PNG of 600 × 400 pixels)
        # entries/harbor-sync/entry.yaml
        media: {logo: logo.png}
    """
    name = entry.media.logo
    picture = context.pictures.get(name) if name else None
    if not (name and picture and picture.raster and picture.size and entry.in_print):
        return
    if _SMALLEST_LOGO <= max(picture.size) < _LOGO_IN_PRINT:
        message = f"the logo has {_pixels(picture.size)}: {_printed(picture.size)}"
        remedy = f"hand in SVG, or {_LOGO_IN_PRINT} pixels or more on the longer side"
        yield in_picture(name, message, remedy)


@entry_rule("APS514", ERROR, "logo-out-of-proportion", about="doubtful")
def logo_out_of_proportion(entry: Entry, context: Context) -> Iterator[Spot]:
    """The logo is taller than 1:4 or wider than 8:1.

    Every logo gets the same room, so a ribbon or a mast shrinks to a line. Take a version of the logo that is closer to
    a square, perhaps the mark without the name.

    Refused:

        # entries/harbor-sync/logo.svg
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 96">
                                                ^
          <path fill="#1a4fd0" d="M0 0h8v96H0z"/>
        </svg>

    Accepted:

        # entries/harbor-sync/logo.svg
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 96">
          <path fill="#1a4fd0" d="M0 0h48v96H0z"/>
        </svg>
    """
    for name, picture in logos(entry, context):
        if picture.size and not 1 / 4 <= picture.size[0] / picture.size[1] <= 8:
            message = f"the logo is {_ratio(picture.size)}, outside of 1:4 to 8:1 (width to height)"
            remedy = "hand in a version nearer to a square, such as the mark without the name"
            yield in_picture(name, message, remedy, picture.size_span)


@entry_rule("APS511", WARNING, "logo-long-or-tall", about="doubtful")
def logo_long_or_tall(entry: Entry, context: Context) -> Iterator[Spot]:
    """The logo is taller than 1:2 or wider than 5:1.

    It is taken, and it prints small: every logo gets the same room.

    Refused:

        # entries/harbor-sync/logo.svg
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 192 32">
                                                ^
          <path fill="#1a4fd0" d="M0 0h192v32H0z"/>
        </svg>

    Accepted:

        # entries/harbor-sync/logo.svg
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 32">
          <path fill="#1a4fd0" d="M0 0h96v32H0z"/>
        </svg>
    """
    for name, picture in logos(entry, context):
        size = picture.size
        if size and odd_ratio(size) and 1 / 4 <= size[0] / size[1] <= 8:
            message = f"the logo is {_ratio(size)} (width to height), so it prints small"
            remedy = "hand in a version between 1:2 and 5:1, if there is one"
            yield in_picture(name, message, remedy, picture.size_span)


@entry_rule("APS512", WARNING, "logo-vanishes-on-white", about="doubtful")
def logo_vanishes_on_white(entry: Entry, context: Context) -> Iterator[Spot]:
    """Nothing of the logo is seen on white.

    The book is printed on white paper, and the light site shows logos on white tiles. Where a vendor has a version for
    light grounds and one for dark grounds, `logo` is the former and `logo_dark` the latter. For a drawing this is
    judged by its paints, for a bitmap by its pixels.

    Refused:

        # entries/harbor-sync/logo.svg
        ^
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">
          <path fill="#ffffff" d="M8 8h80v80H8z"/>
        </svg>

    Accepted:

        # entries/harbor-sync/logo.svg
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">
          <path fill="#1a4fd0" d="M8 8h80v80H8z"/>
        </svg>
    """
    name = entry.media.logo
    picture = context.pictures.get(name) if name else None
    if name and picture and picture.seen and not picture.seen.on_white:
        if not picture.seen.painted:
            yield in_picture(name, "the logo is blank: it paints nothing", "export it again")
            return
        message = "nothing of the logo is visible on white, the ground of the book and of the light site"
        remedy = "hand in a version in dark colours as media.logo, and this one as media.logo_dark"
        yield in_picture(name, message, remedy)


@entry_rule("APS513", WARNING, "logo-vanishes-on-dark", about="doubtful")
def logo_vanishes_on_dark(entry: Entry, context: Context) -> Iterator[Spot]:
    """Nothing of the logo is seen on a dark ground.

    `logo_dark` is shown where the site is dark, so that one has to be seen there. An entry without it needs a logo that
    can stand on both grounds; until then the dark site puts a light tile under it.

    Refused:

        # entries/harbor-sync/logo.svg
        ^
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">
          <path fill="#000000" d="M8 8h80v80H8z"/>
        </svg>

    Accepted:

        # entries/harbor-sync/logo.svg
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">
          <path fill="#1a4fd0" d="M8 8h80v80H8z"/>
        </svg>
    """
    name = entry.media.logo_dark or entry.media.logo
    picture = context.pictures.get(name) if name else None
    if name and picture and picture.seen and picture.seen.painted and not picture.seen.on_dark:
        message = "nothing of the logo is visible on a dark ground"
        remedy = "hand in a version in light colours as media.logo_dark"
        yield in_picture(name, message, remedy)
