"""The narrow columns of an entry: logo, type and package on the left, facts, contact and code on the right.

Owns their places, which are the same for every entry whatever its script. Refuses the text column.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.print import facts, styles, words
from catalog.print.block import Overset, PlacedCode, PlacedPicture
from catalog.print.canvas_page import Box
from catalog.print.frames import (
    CLEAR,
    CODE_BOX,
    FACTS_WIDTH,
    FACTS_X,
    LEAST_LOGO,
    PACKAGE_WIDTH,
    PACKAGE_X,
    SALES_ABOVE_FOOT,
    TEXT_WIDTH,
    TEXT_X,
)
from catalog.print.grid import DESCENT, LINE, SMALL, baseline
from catalog.print.logos import Picture
from catalog.print.offers import place_bar, place_flag
from catalog.print.qr import QUIET_MODULES
from catalog.vocabulary import vocabularies

if TYPE_CHECKING:
    from catalog.print.forme import Forme
    from catalog.print.qr import Qr

BADGE = 13.0
_BADGE_LABEL = 19.0
_AIR = 15.0  # Least distance between baselines of two groups of small print.
_BELOW_RULE = CLEAR - DESCENT  # The rule stands 3 points above the slot.


def place_package(forme: Forme) -> Overset | None:
    """Put the logo, the type and the package facts into the left columns."""
    frame, entry = forme.frame, forme.entry
    _place_logo(forme)
    known = vocabularies().types[entry.type]
    label = known.name if frame.tier == "quarter" else f"{known.name} application"
    forme.stack(
        PACKAGE_X + _BADGE_LABEL,
        baseline(frame.badge_line),
        LINE,
        [forme.typesetter.line(label, styles.STRONG, "en", "ltr")],
    )
    first = baseline(frame.package_line)
    rows = int((frame.height - DESCENT - first) // SMALL) + 1
    made = facts.package_facts(entry, forme.desk.edition.published, rows, PACKAGE_WIDTH, forme.typesetter)
    if isinstance(made, Overset):
        return made
    forme.stack(PACKAGE_X, first, SMALL, made.lines)
    if made.dropped:
        forme.note("deployment", f"{words.counted(made.dropped, 'line')} about needs left out")
    return None


def _place_logo(forme: Forme) -> None:
    name = forme.entry.media.logo
    if name is None:
        return
    found = forme.desk.pictures.find(forme.entry.slug, name)
    if not isinstance(found, Picture):
        forme.note("media.logo", f"{name} is not printed: {found.reason}")
        return
    room = Box(PACKAGE_X, _BELOW_RULE, PACKAGE_WIDTH, LINE * forme.frame.logo_lines - _BELOW_RULE)
    scale = min(room.width / found.width, room.height / found.height)
    width, height = found.width * scale, found.height * scale
    if height < LEAST_LOGO:
        forme.note("media.logo", f"{name} is too wide: it would be under 5 mm high")
        return
    forme.pictures.append(
        PlacedPicture(Box(room.x, room.y + (room.height - height) / 2, width, height), found)
    )


def place_facts(forme: Forme) -> Overset | None:
    """Put the facts, the offer and the sales contact into the right columns."""
    frame = forme.frame
    best, second = facts.contact_lines(forme.entry, FACTS_WIDTH, forme.typesetter)
    last = frame.height - SALES_ABOVE_FOOT
    label = last - SMALL * len(best)
    top, below = baseline(frame.facts_line), label
    if promotion := words.offer(forme.entry, forme.desk.edition.published):
        if frame.offer_line is None:
            place_bar(forme, promotion)
        else:
            below = LINE * frame.offer_line + _AIR - LINE
            place_flag(forme, promotion, LINE * frame.offer_line)
    rows = int((below - _AIR - top) // SMALL) + 1
    made = facts.sell_facts(forme.entry, rows, FACTS_WIDTH, forme.typesetter)
    if isinstance(made, Overset):
        return made
    forme.stack(FACTS_X, top, SMALL, made.lines)
    end = top + SMALL * (len(made.lines) - 1)
    if second and (below < label or end + _AIR + SMALL * len(second) <= label):
        best = (*best, *second)
        label -= SMALL * len(second)
    forme.stack(FACTS_X, label, SMALL, [forme.typesetter.line("Sales", styles.LABEL, "en", "ltr"), *best])
    _link_sales(forme, Box(FACTS_X, label + DESCENT, FACTS_WIDTH, last - label))
    return None


def _link_sales(forme: Forme, box: Box) -> None:
    contact = forme.entry.contacts.sales
    if contact and contact.email:
        forme.link(box, f"mailto:{contact.email}")
    elif contact and contact.url:
        forme.link(box, contact.url)


def place_code(forme: Forme, code: Qr) -> PlacedCode:
    """Put the code into the lower right corner. Its quiet zone hangs out, so that its black meets the edges."""
    quiet = QUIET_MODULES * code.module(CODE_BOX)
    box = Box(
        FACTS_X + FACTS_WIDTH + quiet - CODE_BOX, forme.frame.height + quiet - CODE_BOX, CODE_BOX, CODE_BOX
    )
    forme.link(box, code.text)
    return PlacedCode(box, code)


def place_screenshot(forme: Forme) -> None:
    """Put the first screenshot below the text, in whole lines and never cropped."""
    line = forme.frame.picture_line
    if line is None or not forme.entry.media.screenshots:
        return
    name = forme.entry.media.screenshots[0].file
    found = forme.desk.pictures.find(forme.entry.slug, name)
    if not isinstance(found, Picture):
        forme.note("media.screenshots", f"{name} is not printed: {found.reason}")
        return
    most = forme.frame.lines - line
    lines = min(most, int(TEXT_WIDTH * found.height / found.width // LINE))
    height = LINE * max(lines, 1)
    width = height * found.width / found.height
    box = Box(forme.leading(min(width, TEXT_WIDTH)), LINE * line, width, height)
    forme.pictures.append(PlacedPicture(box, found, framed=True))


def badge_corner(forme: Forme) -> tuple[float, float]:
    """Upper left corner of the type mark: it is centred in its line."""
    return PACKAGE_X, LINE * forme.frame.badge_line + (LINE - BADGE) / 2


__all__ = [
    "BADGE",
    "TEXT_X",
    "badge_corner",
    "place_code",
    "place_facts",
    "place_package",
    "place_screenshot",
]
