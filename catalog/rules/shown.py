"""Pictures as an entry shows them: their places in the entry, and spots inside of them.

Owns what the rules on pictures share.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from catalog.pictures.flaws import FIRST
from catalog.rules.registry import Spot

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from catalog.model import Entry
    from catalog.pictures import Picture
    from catalog.rules.context import Context
    from catalog.source import Path, Span


class Shown(NamedTuple):
    """A picture that an entry names: the path of its name, the name, and what its bytes tell.

    `picture` is None where no file of that name lies beside the entry, or where it cannot be read.
    """

    path: Path
    name: str
    picture: Picture | None


def shown(entry: Entry, context: Context) -> Iterator[Shown]:
    """All pictures that an entry names, logos first. A picture that is named twice comes twice."""
    media = entry.media
    if media.logo:
        yield Shown(("media", "logo"), media.logo, context.pictures.get(media.logo))
    if media.logo_dark:
        yield Shown(("media", "logo_dark"), media.logo_dark, context.pictures.get(media.logo_dark))
    for number, screenshot in enumerate(media.screenshots):
        path = ("media", "screenshots", number, "file")
        yield Shown(path, screenshot.file, context.pictures.get(screenshot.file))


def logos(entry: Entry, context: Context) -> Iterator[tuple[str, Picture]]:
    """Name and picture of the logos that could be read, each file once."""
    for name in dict.fromkeys((entry.media.logo, entry.media.logo_dark)):
        if name and (picture := context.pictures.get(name)):
            yield name, picture


def in_picture(name: str, message: str, remedy: str, span: Span = FIRST) -> Spot:
    """A spot inside of a picture."""
    return Spot((), message, remedy, at="file", file=name, span=span)


def inside(context: Context, code: str) -> Iterable[Spot]:
    """The spots of one code that examining the pictures found."""
    if not context.doubtful:
        return ()
    return [
        in_picture(name, flaw.message, flaw.help, flaw.span)
        for name, picture in context.pictures.items()
        for flaw in picture.flaws
        if flaw.code == code
    ]
