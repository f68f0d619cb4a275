"""Rules on the pictures that an entry names: whether they are there, of what kind they are, and whether they are sound.

A picture that is not there is told at the entry's line; what is wrong inside of one is told in the picture itself.
What drawings may hold is for `catalog.rules.drawings`, how large pictures are and what is seen of them for
`catalog.rules.logos`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.findings import near_misses
from catalog.pictures import LARGEST_LOGO, LARGEST_PICTURE, too_large
from catalog.rules.registry import ERROR, Spot, entry_rule
from catalog.rules.shown import in_picture, inside, logos, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from catalog.model import Entry
    from catalog.rules.context import Context


@entry_rule("APS501", ERROR, "picture-missing", about="doubtful")
def picture_missing(entry: Entry, context: Context) -> Iterator[Spot]:
    """The entry names a picture that does not lie beside it.

    Pictures lie in the entry's own folder, beside `entry.yaml`, and the entry names them as they are named there,
    capital letters included.

    Refused:

        media: {logo: logo.svg, logo_dark: logo-dark.svg}
                                           ^

    Accepted:

        media: {logo: logo.svg}
    """
    for path, name, picture in shown(entry, context):
        if picture is not None:
            continue
        if name in context.files:
            yield Spot(path, f"{name} cannot be read", "check its permissions")
            continue
        close = near_misses(name, context.files)
        remedy = (
            f'did you mean "{close[0]}"?' if close else f"put {name} into the folder, or take the line out"
        )
        yield Spot(path, f"{name} does not lie beside the entry", remedy)


@entry_rule("APS502", ERROR, "picture-of-another-kind", about="doubtful")
def picture_of_another_kind(_entry: Entry, context: Context) -> Iterable[Spot]:
    """The file is no SVG, PNG or JPEG, whatever its name says.

    What a file holds decides, not its name. Other formats are not shown by every browser, or cannot be printed, or are
    no pictures at all: often a page that says "not found" was saved as the picture.

    Refused:

        # entries/harbor-sync/logo.svg
        <html><body>404 not found</body></html>
        ^

    Accepted:

        # entries/harbor-sync/logo.svg
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">
          <path fill="#1a4fd0" d="M8 8h80v80H8z"/>
        </svg>
    """
    return inside(context, "APS502")


@entry_rule("APS503", ERROR, "picture-ending-differs", about="doubtful")
def picture_ending_differs(entry: Entry, context: Context) -> Iterator[Spot]:
    """The file's name ends otherwise than its kind.

    Web servers and programs go by the ending: an SVG called logo.png is shown nowhere. SVG ends in `.svg`, PNG in
    `.png`, JPEG in `.jpg` or `.jpeg`.

    Refused:

        # entries/harbor-sync/logo.svg (a PNG of 512 × 512 pixels)
        ^

    Accepted:

        # entries/harbor-sync/logo.png (a PNG of 512 × 512 pixels)
        # entries/harbor-sync/entry.yaml
        media: {logo: logo.png}
    """
    for _, name, picture in shown(entry, context):
        if picture and (right := picture.renamed(name)):
            message = f"{name} holds {picture.kind.label}"
            yield in_picture(name, message, f"rename it to {right}, here and in the entry")


@entry_rule("APS504", ERROR, "picture-too-many-bytes", about="doubtful")
def picture_too_many_bytes(entry: Entry, context: Context) -> Iterator[Spot]:
    """The file is too large: a logo has 200 kB at most, a screenshot 5 MB.

    Lists show dozens of logos at once, and people read them on phones. Most logos need less than 20 kB; larger ones
    hold more digits or pixels than anybody sees.

    Refused:

        # entries/harbor-sync/logo.svg (with 200,000 blanks at its end)
        ^
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">
          <path fill="#1a4fd0" d="M8 8h80v80H8z"/>
        </svg>

    Accepted:

        # entries/harbor-sync/logo.svg (with 100,000 blanks at its end)
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">
          <path fill="#1a4fd0" d="M8 8h80v80H8z"/>
        </svg>
    """
    yield from inside(context, "APS504")
    for name, picture in logos(entry, context):
        if picture.raster and LARGEST_LOGO < picture.length <= LARGEST_PICTURE:
            flaw = too_large(picture.length, LARGEST_LOGO)
            yield in_picture(name, flaw.message, flaw.help)


@entry_rule("APS505", ERROR, "picture-damaged", about="doubtful")
def picture_damaged(_entry: Entry, context: Context) -> Iterable[Spot]:
    """The bitmap is cut short or broken.

    An upload or a download that stopped early leaves such files. Browsers show a part of them, or a grey area.

    Refused:

        # entries/harbor-sync/logo.png (a PNG of 512 × 512 pixels, cut short)
        ^
        # entries/harbor-sync/entry.yaml
        media: {logo: logo.png}

    Accepted:

        # entries/harbor-sync/logo.png (a PNG of 512 × 512 pixels)
        # entries/harbor-sync/entry.yaml
        media: {logo: logo.png}
    """
    return inside(context, "APS505")


@entry_rule("APS506", ERROR, "picture-too-many-pixels", about="doubtful")
def picture_too_many_pixels(_entry: Entry, context: Context) -> Iterable[Spot]:
    """The bitmap has more than 4 megapixels.

    A few kilobytes can claim a picture that fills the memory of whoever opens it, so the claim is judged before any
    pixel is read. 4,000,000 pixels are 2,000 × 2,000, or a large screen.

    Refused:

        # entries/harbor-sync/logo.png (a PNG of 2048 × 2048 pixels)
        ^
        # entries/harbor-sync/entry.yaml
        media: {logo: logo.png}

    Accepted:

        # entries/harbor-sync/logo.png (a PNG of 1024 × 1024 pixels)
        # entries/harbor-sync/entry.yaml
        media: {logo: logo.png}
    """
    return inside(context, "APS506")


@entry_rule("APS507", ERROR, "picture-animated", about="doubtful")
def picture_animated(_entry: Entry, context: Context) -> Iterable[Spot]:
    """The PNG is animated.

    Paper does not move, and a list of moving pictures cannot be read.

    Refused:

        # entries/harbor-sync/logo.png (a PNG of 512 × 512 pixels, animated)
        ^
        # entries/harbor-sync/entry.yaml
        media: {logo: logo.png}

    Accepted:

        # entries/harbor-sync/logo.png (a PNG of 512 × 512 pixels)
        # entries/harbor-sync/entry.yaml
        media: {logo: logo.png}
    """
    return inside(context, "APS507")
