"""The narrow columns of an entry: logo, type and package, facts, contact and code.

Owns their places, which are the same for every entry whatever its script. Refuses the text column.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.english import counted
from catalog.print.assets.logos import Picture
from catalog.print.assets.qr import QUIET_MODULES
from catalog.print.grid import DESCENT, LINE, SMALL, baseline
from catalog.print.layout import facts, words
from catalog.print.layout.block import Overset, Part, PlacedCode, PlacedPicture
from catalog.print.layout.frames import CLEAR, CODE_BOX, LEAST_LOGO, SALES_ABOVE_FOOT
from catalog.print.layout.offers import offer_room, place_bar, place_flag
from catalog.print.pdf.canvas_page import Box
from catalog.print.typography import styles
from catalog.vocabulary import vocabularies

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalog.print.assets.qr import Qr
    from catalog.print.layout.facts import SmallPrint
    from catalog.print.layout.forme import Forme
    from catalog.print.typography.lines import Line

BADGE = 13.0
_BADGE_LABEL = 19.0
AIR = 15.0  # Least distance between baselines of two groups of small print.
_APART = 2 * SMALL  # The same where one group follows the other.
_LEAST_PACKAGE_ROWS = 4  # Kept below the facts where the package follows them.
_BELOW_RULE = CLEAR - DESCENT  # The rule stands 3 points above the slot.


def place_sides(forme: Forme) -> Overset | None:
    """Put all but text and code into their columns."""
    place_logo(forme)
    place_type(forme)
    frame = forme.frame
    if frame.package_line is None:
        return _place_left(forme) or _place_foot(forme)
    made = place_needs(forme, baseline(frame.package_line), frame.last)
    return made if isinstance(made, Overset) else _place_facts(forme)


def _place_left(forme: Forme) -> Overset | None:
    """Facts, and the package below them, in one column."""
    frame = forme.frame
    end = place_sell(forme, baseline(frame.facts_line), frame.last - _APART - _LEAST_PACKAGE_ROWS * SMALL)
    made = end if isinstance(end, Overset) else place_needs(forme, end + _APART, frame.last)
    return made if isinstance(made, Overset) else None


def _place_foot(forme: Forme) -> Overset | None:
    """The contact beside the code, and the offer above both."""
    frame = forme.frame
    if promotion := words.offer(forme.entry, forme.desk.edition.published):
        place_bar(forme, promotion, frame.text, LINE * frame.foot)
    best, second = facts.contact_lines(forme.entry, frame.sales.width, forme.typesetter)
    lines = (*best, *second) if 1 + len(best) + len(second) <= frame.sales_lines else best
    if 1 + len(lines) > frame.sales_lines:
        return Overset("contacts.sales", sum(len(line.text) for line in lines[frame.sales_lines - 1 :]))
    place_sales(forme, frame.last - SMALL * max(len(lines), 2), lines)
    return None


def place_type(forme: Forme) -> None:
    """Put the name of the type beside its mark."""
    known = vocabularies().types[forme.entry.type]
    label = f"{known.name} application" if forme.frame.full_type else known.name
    line = forme.typesetter.line(label, styles.STRONG, "en", "ltr")
    forme.begin(Part.TYPE)
    forme.put(forme.frame.badge_x + _BADGE_LABEL, baseline(forme.badge_line), line)


def place_needs(forme: Forme, first: float, limit: float) -> float | Overset:
    """Put version, certificate, needs and languages from a first baseline to a limit; the result is the last one."""
    published = forme.desk.edition.published
    rows = int((limit - first) // SMALL) + 1
    made = facts.package_facts(forme.entry, published, rows, forme.frame.package.width, forme.typesetter)
    if isinstance(made, Overset):
        return made
    _stack_facts(forme, forme.frame.package.x, first, made, Part.PACKAGE)
    if made.dropped:
        told = f"{counted(made.dropped, 'line')} about needs left out"
        forme.note("deployment", told, by_design=True)
    _note_steps(forme, made)
    return first + SMALL * (made.rows - 1)


def place_logo(forme: Forme) -> None:
    """Put the logo into its box, to the left and in the middle of its height; never cropped, never under 5 mm."""
    name = forme.entry.media.logo
    if name is None:
        return
    found = forme.desk.pictures.find(forme.entry.slug, name)
    if not isinstance(found, Picture):
        forme.note("media.logo", f"{name} is not printed: {found.reason}")
        return
    package = forme.frame.package
    room = Box(package.x, _BELOW_RULE, package.width, LINE * forme.frame.logo_lines - _BELOW_RULE)
    scale = min(room.width / found.width, room.height / found.height)
    width, height = found.width * scale, found.height * scale
    if height < LEAST_LOGO:
        forme.note("media.logo", f"{name} is too wide: it would be under 5 mm high")
        return
    box = Box(room.x, room.y + (room.height - height) / 2, width, height)
    forme.pictures.append(PlacedPicture(box, found, alt=f"Logo of {forme.entry.name}"))


def _place_facts(forme: Forme) -> Overset | None:
    """Put the facts, the offer and the sales contact into the right columns."""
    frame = forme.frame
    best, second = facts.contact_lines(forme.entry, frame.sales.width, forme.typesetter)
    last = frame.height - SALES_ABOVE_FOOT
    label = last - SMALL * len(best)
    limit, end = label - AIR, 0.0
    if promotion := words.offer(forme.entry, forme.desk.edition.published):
        if frame.offer_line is None:
            place_bar(forme, promotion, frame.text, LINE * frame.foot)
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
    made = facts.sell_facts(forme.entry, rows, forme.frame.facts.width, forme.typesetter)
    if isinstance(made, Overset):
        return made
    _stack_facts(forme, forme.frame.facts.x, first, made, Part.FACTS)
    _note_steps(forme, made)
    return first + SMALL * (made.rows - 1)


def _stack_facts(forme: Forme, x: float, first: float, made: SmallPrint, part: Part) -> None:
    at = first
    for fact in made.facts:
        forme.begin(part)
        forme.stack(x, at, SMALL, fact)
        at += SMALL * len(fact)


def _note_steps(forme: Forme, made: SmallPrint) -> None:
    for field, message in made.steps:
        forme.note(field, message, by_design=True)


def place_sales(forme: Forme, label: float, lines: Iterable[Line]) -> None:
    """Put the sales contact below its label, and let it be clicked."""
    sales, told = forme.frame.sales, tuple(lines)
    forme.begin(Part.SALES)
    forme.stack(sales.x, label, SMALL, [forme.typesetter.line("Sales", styles.LABEL, "en", "ltr"), *told])
    link_sales(forme, Box(sales.x, label + DESCENT, sales.width, SMALL * len(told)))


def link_sales(forme: Forme, box: Box) -> None:
    """Let a box lead to the sales desk, the way that it is told first."""
    contact = forme.entry.contacts.sales
    if contact and contact.email:
        forme.link(box, f"mailto:{contact.email}")
    elif contact and contact.url:
        forme.link(box, contact.url)


def place_code(forme: Forme, code: Qr) -> PlacedCode:
    """Put the code into the lower right corner. Its quiet zone hangs out, so that its black meets the edges."""
    quiet = QUIET_MODULES * code.module(CODE_BOX)
    frame = forme.frame
    box = Box(frame.code_right + quiet - CODE_BOX, frame.height + quiet - CODE_BOX, CODE_BOX, CODE_BOX)
    forme.link(box, code.text)
    return PlacedCode(box, code)


def place_screenshot(forme: Forme) -> None:
    """Put the first screenshot below the text, in whole lines and never cropped."""
    frame = forme.frame
    if frame.picture_line is None or frame.picture_above or not forme.entry.media.screenshots:
        return
    shot = forme.entry.media.screenshots[0]
    found = forme.desk.pictures.find(forme.entry.slug, shot.file)
    if not isinstance(found, Picture):
        forme.note("media.screenshots", f"{shot.file} is not printed: {found.reason}")
        return
    strip = frame.picture
    most = frame.picture_lines - offer_room(forme)
    lines = min(most, int(strip.width * found.height / found.width // LINE))
    height = min(LINE * max(lines, 1), strip.width * found.height / found.width)
    width = height * found.width / found.height
    box = Box(forme.leading(width), LINE * frame.picture_line, width, height)
    forme.pictures.append(PlacedPicture(box, found, framed=True, alt=screenshot_alt(forme)))


def screenshot_alt(forme: Forme) -> str:
    """What a screen reader says in place of the first screenshot."""
    return forme.entry.media.screenshots[0].caption or f"Screenshot of {forme.entry.name}"


def badge_box(forme: Forme) -> Box:
    """The box of the type mark: it is centred in its line."""
    return Box(forme.frame.badge_x, LINE * forme.badge_line + (LINE - BADGE) / 2, BADGE, BADGE)
