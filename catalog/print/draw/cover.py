"""The two covers.

Owns what stands on them: the pattern of the edition, its title and days, and on the back where the catalog lives on
the web. Refuses logos that nobody supplied.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from catalog.english import counted, day
from catalog.print.assets.qr import QUIET_MODULES, modules
from catalog.print.draw.pattern import draw_pattern
from catalog.print.draw.pen import Pen, on, top_of
from catalog.print.grid import DESCENT, LINE, SMALL, column, span
from catalog.print.pdf.canvas import Box, Stroke
from catalog.print.typography import styles
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
_BACK_CODE = 33 * MM
_FOOT_LINES = 4


def draw_cover(canvas: PageCanvas, page: Cover, folio: int, desk: Desk) -> None:
    """The pattern down to the title, then title, edition, and how much is inside."""
    grid = desk.grid
    pen = Pen(canvas, desk.typesetter, grid.left(folio))
    draw_pattern(canvas, desk.edition.id, grid.width, 14 if grid.lines > 60 else 13)
    title = grid.lines - (14 if grid.lines > 60 else 12)  # Clear of the pattern on both trims.
    pen.put(0, on(title), TITLE, styles.COVER_TITLE)
    pen.put(0, on(title + 3), SUBTITLE, styles.COVER_SUBTITLE)
    pen.put(0, on(grid.lines - 5), desk.edition.title, styles.COVER_EDITION)
    pen.put(
        0,
        on(grid.lines - 3),
        f"Print edition {desk.edition.id}, cut-off {day(desk.edition.cutoff)}",
        styles.TEXT,
    )
    pen.put(0, on(grid.lines - 2), _inside(page.counts), styles.TEXT)
    if page.narrowed:
        pen.paragraph(0, on(grid.lines - 1), f"A selection: {page.narrowed}", styles.TEXT, grid.area)
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
    draw_pattern(canvas, desk.edition.id, grid.width, _BACK_ROWS)
    head = 22 if grid.lines > 60 else 20
    rows = pen.paragraph(0, on(head), _BACK_HEAD, styles.PAGE_TITLE, span(10), 3 * LINE)
    intro = head + 3 * rows
    rows = pen.paragraph(0, on(intro), _BACK_INTRO, styles.INTRO, span(6), 1.5 * LINE)
    below = intro + -(-3 * rows // 2) + 2
    _put_address(pen, page, below, desk)
    foot = grid.lines - _FOOT_LINES
    canvas.rule(
        (pen.left, top_of(foot) - DESCENT), (pen.left + grid.area, top_of(foot) - DESCENT), Stroke(0.5)
    )
    said = (
        f"{TITLE}, edition {desk.edition.id}.",
        "Parallels is a registered trademark of Parallels Software International.",
        "Other names belong to their owners.",
    )
    for row, text in enumerate(said):
        pen.put(0, on(foot) + SMALL * row, text, styles.FOOT)


def _put_address(pen: Pen, page: BackCover, line: int, desk: Desk) -> None:
    code = modules(desk.home, _BACK_CODE / MM)
    quiet = QUIET_MODULES * code.module(_BACK_CODE)
    pen.canvas.qr(pen.left - quiet, top_of(line) - quiet, _BACK_CODE, code)
    pen.canvas.link(Box(pen.left, top_of(line), _BACK_CODE, _BACK_CODE), desk.home)
    x = column(3)
    parts = urlsplit(desk.site_url)
    pen.put(x, on(line), f"{parts.hostname or ''}{parts.path}".rstrip("/"), styles.SECTION)
    if page.upcoming:
        told = f"Next book: {page.upcoming.title}. Entries are taken up to {day(page.upcoming.cutoff)}."
        pen.paragraph(x, on(line + 2), told, styles.TEXT, span(9))
    vendors = "Vendors: an entry is a small text file. The site says how to send yours in."
    pen.paragraph(x, on(line + (4 if page.upcoming else 2)), vendors, styles.TEXT, span(6))
