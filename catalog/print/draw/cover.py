"""The two covers.

Owns what stands on them: the pattern of the edition, its title and days, and on the back where the catalog lives on
the web. Refuses logos that nobody supplied.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from catalog.english import counted, day
from catalog.print.assets.qr import QUIET_MODULES, modules
from catalog.print.draw.pattern import TILES, draw_pattern, rows_above
from catalog.print.draw.pen import Pen, on, top_of
from catalog.print.grid import LINE, SMALL, TOP, column, span
from catalog.print.pages.room import fitting, lines_of
from catalog.print.pdf.canvas import Box
from catalog.print.typography import styles
from catalog.print.typography.fonts import CAP_HEIGHT
from catalog.print.units import MM
from catalog.vocabulary import vocabularies

if TYPE_CHECKING:
    from catalog.print.desk import Desk
    from catalog.print.pages.plan import BackCover, Cover
    from catalog.print.pdf.canvas import PageCanvas

TITLE = "APS Catalog"
SUBTITLE = "Applications to sell to your customers"
_BACK_HEAD = "Printed twice a year, open every day."
_BACK_INTRO = (
    "On the web the catalog can be searched and filtered by type, region, route and business model. "
    "This code opens it."
)
_BACK_ROWS = 5
_BACK_SHARE = 0.33  # Of the lines of a page, at most.
_BACK_CODE = 33 * MM
_CODE_ROOM = 3  # Columns of the code beside the words.
_FOOT_LINES = 4
_BELOW_PATTERN = 24.0  # From the pattern to the capitals of the title.
_TITLES = tuple(styles.COVER_TITLE.at(size) for size in (64, 56, 50, 44, 40))
_SUBTITLES = tuple(styles.COVER_SUBTITLE.at(size) for size in (20, 18, 16, 14))
_TALL = 60
_TITLE_ABOVE = {True: 14, False: 12}  # From the foot of the type area, by whether the page is tall.


def draw_cover(canvas: PageCanvas, page: Cover, folio: int, desk: Desk) -> None:
    """The pattern down to the title, then title, edition, and how much is inside."""
    grid = desk.grid
    pen = Pen(canvas, desk.typesetter, grid.left(folio))
    told = f"A selection: {page.narrowed}" if page.narrowed else ""
    more = lines_of(told, styles.TEXT, grid.area, desk.typesetter)
    up = max(0, more - 1)
    title = grid.lines - _TITLE_ABOVE[grid.lines > _TALL] - up
    style = fitting(TITLE, _TITLES, grid.area, desk.typesetter)
    above = on(title) - CAP_HEIGHT * style.size - _BELOW_PATTERN
    draw_pattern(canvas, desk.edition.id, grid.width, rows_above(above, grid.width))
    with canvas.tag("H1"):
        pen.put(0, on(title), TITLE, style)
    with canvas.tag("P"):
        subtitle = fitting(SUBTITLE, _SUBTITLES, grid.area, desk.typesetter)
        pen.put(0, on(title + 3), SUBTITLE, subtitle)
    foot = grid.lines - up
    with canvas.tag("P"):
        pen.put(0, on(foot - 5), desk.edition.title, styles.COVER_EDITION)
    with canvas.tag("P"):
        cut_off = f"Print edition {desk.edition.id}, cut-off {day(desk.edition.cutoff)}"
        pen.put(0, on(foot - 3), cut_off, styles.TEXT)
        pen.put(0, on(foot - 2), _inside(page.counts), styles.TEXT)
        pen.paragraph(0, on(foot - 1), told, styles.TEXT, grid.area)
    canvas.destination("cover")


def _inside(counts: dict[str, int]) -> str:
    """`144 webspace, dedicated and connector applications`."""
    names = [vocabularies().types[type_id].name.lower() for type_id in counts]
    listed = ", ".join(names[:-1]) + " and " + names[-1] if len(names) > 1 else names[0]
    return counted(sum(counts.values()), f"{listed} application")


def draw_back(canvas: PageCanvas, page: BackCover, folio: int, desk: Desk) -> None:
    """A band of the pattern, the address of the site with its code, the next edition."""
    grid = desk.grid
    pen = Pen(canvas, desk.typesetter, grid.left(folio))
    most = int(_BACK_SHARE * LINE * grid.lines * TILES / grid.width)
    band = draw_pattern(canvas, desk.edition.id, grid.width, min(_BACK_ROWS, most))
    air = 3 if most < _BACK_ROWS else 10 if grid.lines > _TALL else 8 if grid.wide else 5
    head = math.ceil((band - TOP) / LINE) + air
    style, leading = (styles.PAGE_TITLE, 3.0) if grid.wide else (styles.PAGE_TITLE.at(21), 2.0)
    width = grid.area * (5 / 6 if grid.wide else 1)
    with canvas.tag("H1"):
        rows = pen.paragraph(0, on(head), _BACK_HEAD, style, width, leading * LINE)
    intro = head + math.ceil(leading * rows)
    with canvas.tag("P"):
        width = grid.area / (2 if grid.wide else 1)
        rows = pen.paragraph(0, on(intro), _BACK_INTRO, styles.INTRO, width, 1.5 * LINE)
    below = intro + math.ceil(1.5 * rows) + 2
    _put_address(pen, page, below, desk)
    said = (
        f"{TITLE}, edition {desk.edition.id}.",
        "Parallels is a registered trademark of Parallels Software International.",
        "Other names belong to their owners.",
    )
    foot = grid.lines - _FOOT_LINES
    pen.rule(foot, 0, grid.area)
    with canvas.tag("Note"):
        for row, text in enumerate(said):
            pen.put(0, on(foot) + SMALL * row, text, styles.FOOT)


def _put_address(pen: Pen, page: BackCover, line: int, desk: Desk) -> None:
    code = modules(desk.home, _BACK_CODE / MM)
    quiet = QUIET_MODULES * code.module(_BACK_CODE)
    here = Box(pen.left - quiet, top_of(line) - quiet, _BACK_CODE, _BACK_CODE)
    with pen.canvas.tag("Figure", alt=f"Code that opens {desk.home}", box=here):
        pen.canvas.qr(here.x, here.y, here.width, code)
    x = column(_CODE_ROOM)
    width = desk.grid.area - x
    parts = urlsplit(desk.site_url)
    shown = f"{parts.hostname or ''}{parts.path}".rstrip("/")
    with pen.canvas.tag("P"):
        rows = pen.paragraph(x, on(line), shown, styles.SECTION, width, 1.5 * LINE)
        pen.canvas.link(Box(pen.left, top_of(line), _BACK_CODE, _BACK_CODE), desk.home)
    line += math.ceil(1.5 * rows) + 1
    if page.upcoming:
        told = f"Next book: {page.upcoming.title}. Entries are taken up to {day(page.upcoming.cutoff)}."
        with pen.canvas.tag("P"):
            line += pen.paragraph(x, on(line), told, styles.TEXT, width) + (1 if desk.grid.wide else 0)
    vendors = "Vendors: an entry is a small text file. The site says how to send yours in."
    with pen.canvas.tag("P"):
        pen.paragraph(x, on(line), vendors, styles.TEXT, min(width, span(6)))
