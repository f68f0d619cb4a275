"""An entry on a whole narrow page: the screenshot across it, then facts on the left and the words beside them.

Owns that page's ladder: the screenshot gives way line by line until the words stand below it at full size with all
highlights; then they take the steps of every text. Without a screenshot the words begin where it would.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.print.grid import LINE
from catalog.print.layout.block import Block, Overset
from catalog.print.layout.compose import compose
from catalog.print.layout.compose_feature import compose_feature, place_picture
from catalog.print.layout.frames import feature_frame
from catalog.print.typography import styles

if TYPE_CHECKING:
    from catalog.model import Entry
    from catalog.print.assets.logos import Picture
    from catalog.print.assets.qr import Qr
    from catalog.print.desk import Desk
    from catalog.print.layout.forme import Forme

_MOST_ABOVE_FOOT = 28  # Lines from the foot of the page to the lowest screenshot: 15 of them on A5.
_LEAST_LINES = 8  # That the screenshot can give way by.


def compose_page(entry: Entry, desk: Desk, code: Qr, picture: Picture | None) -> Block | Overset:
    """The entry on a whole page of its trim, or which field of it has no room there."""
    if desk.grid.wide:
        return compose_feature(entry, desk, code, picture)

    def put_picture(forme: Forme) -> None:
        if picture:
            place_picture(forme, picture)

    made: Block | Overset = Overset("pitch", 0)
    for lines in _heights(desk, picture):
        made = compose(entry, feature_frame(desk.grid, lines), desk, code, put_picture)
        if isinstance(made, Block) and made.size == styles.TEXT.size and not _left_out(made):
            break
    return made


def _heights(desk: Desk, picture: Picture | None) -> range | tuple[int]:
    """Lines of the screenshot, from the most to the least."""
    if picture is None:
        return (0,)
    most = max(desk.grid.lines - _MOST_ABOVE_FOOT, 1)
    natural = max(int(desk.grid.area * picture.height / picture.width // LINE), 1)
    least = max(min(most - _LEAST_LINES, natural), 1)
    return range(min(most, natural), least - 1, -1)


def _left_out(block: Block) -> bool:
    return any(note.field == "highlights" for note in block.notes)
