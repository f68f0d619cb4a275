"""The narrow columns of an entry: logo, type and package on the left, facts, contact and code on the right.

Owns their places, which are the same for every entry whatever its script. Refuses the text column.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.english import counted
from catalog.print.assets.logos import Picture
from catalog.print.assets.qr import QUIET_MODULES
from catalog.print.grid import DESCENT, LINE, SMALL, baseline
from catalog.print.layout import facts, words
from catalog.print.layout.block import Overset, PlacedCode, PlacedPicture
from catalog.print.layout.frames import (
    CLEAR,
    CODE_BOX,
    FACTS_WIDTH,
    FACTS_X,
    LEAST_LOGO,
    PACKAGE_WIDTH,
    PACKAGE_X,
    SALES_ABOVE_FOOT,
    TEXT_WIDTH,
)
from catalog.print.layout.offers import place_bar, place_flag
from catalog.print.pdf.canvas_page import Box
from catalog.print.typography import styles
from catalog.vocabulary import vocabularies

if TYPE_CHECKING:
    from catalog.print.assets.qr import Qr
    from catalog.print.layout.forme import Forme
    from catalog.print.typography.lines import Line

BADGE = 13.0
_BADGE_LABEL = 19.0
AIR = 15.0  # Least distance between baselines of two groups of small print.
_BELOW_RULE = CLEAR - DESCENT  # The rule stands 3 points above the slot.


def place_package(forme: Forme) -> Overset | None:
    """Put the logo, the type and the package facts into the left columns."""
    place_logo(forme)
    place_type(forme)
    first = baseline(forme.frame.package_line)
    rows = int((forme.frame.height - DESCENT - first) // SMALL) + 1
    made = place_needs(forme, first, rows)
    return made if isinstance(made, Overset) else None


def place_type(forme: Forme) -> None:
    """Put the name of the type beside its mark."""
    known = vocabularies().types[forme.entry.type]
    label = known.name if forme.frame.tier == "quarter" else f"{known.name} application"
    line = forme.typesetter.line(label, styles.STRONG, "en", "ltr")
    forme.stack(PACKAGE_X + _BADGE_LABEL, baseline(forme.frame.badge_line), LINE, [line])


def place_needs(forme: Forme, first: float, rows: int) -> float | Overset:
    """Put version, certificate, needs and languages below each other; the result is the last baseline."""
    published = forme.desk.edition.published
    made = facts.package_facts(forme.entry, published, rows, PACKAGE_WIDTH, forme.typesetter)
    if isinstance(made, Overset):
        return made
    forme.stack(PACKAGE_X, first, SMALL, made.lines)
    if made.dropped:
        forme.note("deployment", f"{counted(made.dropped, 'line')} about needs left out")
    return first + SMALL * (len(made.lines) - 1)


def place_logo(forme: Forme) -> None:
    """Put the logo into its box, to the left and in the middle of its height; never cropped, never under 5 mm."""
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
    limit, end = label - AIR, 0.0
    if promotion := words.offer(forme.entry, forme.desk.edition.published):
        if frame.offer_line is None:
            place_bar(forme, promotion)
        else:
            limit = LINE * (frame.offer_line - 1) + DESCENT
            end = place_flag(forme, promotion, LINE * frame.offer_line)
    made = place_sell(forme, baseline(frame.facts_line), limit)
    if isinstance(made, Overset):
        return made
    end = max(end, made)
    if end + AIR > label:
        return Overset("promotions.title", len(promotion.title) if promotion else 0)
    if second and end + AIR + SMALL * len(second) <= label:
        best = (*best, *second)
    place_sales(forme, last - SMALL * len(best), best)
    return None


def place_sell(forme: Forme, first: float, limit: float) -> float | Overset:
    """Put models, routes, regions and verdict from a first baseline to a limit; the result is the last baseline."""
    rows = int((limit - first) // SMALL) + 1
    made = facts.sell_facts(forme.entry, rows, FACTS_WIDTH, forme.typesetter)
    if isinstance(made, Overset):
        return made
    forme.stack(FACTS_X, first, SMALL, made.lines)
    return first + SMALL * (len(made.lines) - 1)


def place_sales(forme: Forme, label: float, lines: tuple[Line, ...]) -> None:
    """Put the sales contact below its label, and let it be clicked."""
    forme.stack(FACTS_X, label, SMALL, [forme.typesetter.line("Sales", styles.LABEL, "en", "ltr"), *lines])
    box = Box(FACTS_X, label + DESCENT, FACTS_WIDTH, SMALL * len(lines))
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
