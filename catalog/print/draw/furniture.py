"""What every inside page carries: folio, guide words, chapter name, thumb tab, the note on demonstration entries.

Owns the fixed places of these parts, mirrored for left and right pages. Refuses what stands between them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.print.draw.marks import TYPE_INKS
from catalog.print.grid import LINE, SMALL
from catalog.print.pdf.canvas import Box
from catalog.print.pdf.color import BLACK, WHITE
from catalog.print.typography import styles
from catalog.print.typography.fonts import CAP_HEIGHT
from catalog.print.units import MM
from catalog.vocabulary import vocabularies

if TYPE_CHECKING:
    from catalog.print.desk import Desk
    from catalog.print.grid import Grid
    from catalog.print.pages.plan import GuideWords
    from catalog.print.pdf.canvas import PageCanvas
    from catalog.print.pdf.color import Ink
    from catalog.print.typography.lines import Line
    from catalog.print.typography.typeset import Typesetter

HEAD = 33.0
_INDENT = 12 * MM
_AIR = 6 * MM
_TAB = 10 * MM
_LETTER_BOX = 4 * MM
_LETTER_EDGE = 5.2 * MM
_LETTER_BELOW = 5.0
_LABEL_BELOW = 24.0
INDEX_TAB = 3


def chapter_name(type_id: str, grid: Grid) -> str:
    """What a running head calls the chapter of a type; a narrow page has room for one word."""
    known = vocabularies().types[type_id]
    return known.plural if grid.wide else known.name


def draw_head(
    canvas: PageCanvas, folio: int, desk: Desk, words: GuideWords | str, chapter: str = "", ink: Ink = BLACK
) -> None:
    """Folio at the outer edge, guide words beside it, the chapter at the inner edge."""
    left, width = desk.grid.left(folio), desk.grid.area
    number = desk.typesetter.line(str(folio), styles.FOLIO, "en", "ltr")
    name = desk.typesetter.line(chapter, styles.CHAPTER_NAME, "en", "ltr")
    room = width - _INDENT - name.width - (_AIR if chapter else 0.0)
    said = guide_line(words, room, desk.typesetter)
    if folio % 2:
        canvas.text_right(left + width, HEAD, number, ink)
        canvas.text_right(left + width - _INDENT, HEAD, said, ink)
        canvas.text(left, HEAD, name, ink)
    else:
        canvas.text(left, HEAD, number, ink)
        canvas.text(left + _INDENT, HEAD, said, ink)
        canvas.text_right(left + width, HEAD, name, ink)


def guide_line(words: GuideWords | str, room: float, typesetter: Typesetter) -> Line:
    """First and last of a page in one line: condensed where it is long, then each to its last whole word that fits."""
    first, last = (words, words) if isinstance(words, str) else words
    joint = " – "
    whole = first if first == last else f"{first}{joint}{last}"
    line = typesetter.line(whole, styles.GUIDE, "en", "ltr")
    if line.width <= room:
        return line
    narrow = styles.GUIDE_NARROW
    line = typesetter.line(whole, narrow, "en", "ltr")
    if line.width <= room:
        return line
    half = room if first == last else (room - typesetter.width(joint, narrow)) / 2
    parts = [typesetter.words_that_fit(part, narrow, half, "en") for part in dict.fromkeys((first, last))]
    return typesetter.line(joint.join(part for part in parts if part), narrow, "en", "ltr")


def draw_tab(canvas: PageCanvas, folio: int, desk: Desk, type_id: str | None, *, filled: bool = True) -> None:
    """The thumb tab of a type, or of the indexes where there is none; it runs past the trim."""
    known = vocabularies().types
    tab = list(known).index(type_id) if type_id else INDEX_TAB
    fill, on = TYPE_INKS[type_id] if type_id else (BLACK, WHITE)
    top, recto = desk.grid.tab_top(tab), bool(folio % 2)
    width, height = desk.grid.width, LINE * desk.grid.tab_lines
    if filled:
        x = width - _TAB if recto else -canvas.bleed
        canvas.rect(Box(x, top, _TAB + canvas.bleed, height), fill)
    reach = _LETTER_EDGE + _LETTER_BOX / 2
    centre = width - reach if recto else reach
    if type_id:
        letter = desk.typesetter.line(known[type_id].letter, styles.TAB_LETTER, "en", "ltr")
        middle = top + _LETTER_BELOW + _LETTER_BOX / 2
        canvas.text_centred(centre, middle + CAP_HEIGHT * styles.TAB_LETTER.size / 2, letter, on)
    label = desk.typesetter.line(known[type_id].plural if type_id else "Index", styles.TAB_LABEL, "en", "ltr")
    if type_id and not (desk.grid.wide and _LABEL_BELOW + label.width <= height):
        return  # The letter says it alone.
    half = CAP_HEIGHT * styles.TAB_LABEL.size / 2
    start = top + _LABEL_BELOW
    turned = (centre - half, start, 90.0) if recto else (centre + half, start + label.width, -90.0)
    with canvas.rotated(*turned):
        canvas.text(0, 0, label, on)


def draw_demo_note(canvas: PageCanvas, folio: int, desk: Desk, names: tuple[str, ...], shown: int) -> None:
    """Say at the foot which entries of the page are invented."""
    if not names:
        return
    sentences = [
        f"Invented for demonstration: {', '.join(names)}.",
        f"{len(names)} of these {shown} entries are invented for demonstration.",
    ]
    if len(names) == shown:
        sentences.insert(0, "Demonstration: vendors, applications and addresses on this page are invented.")
    lines = (desk.typesetter.line(sentence, styles.FOOT, "en") for sentence in sentences)
    line = next(line for line in lines if line.width <= desk.grid.area)
    with canvas.tag("Note"):
        canvas.text(desk.grid.left(folio), desk.grid.bottom + SMALL + SMALL - 3, line)
