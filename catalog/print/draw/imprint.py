"""The imprint: who made the book from what, and what it does not claim.

Owns that page and its words. Facts about the programme are the handbook's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.english import day
from catalog.print.draw.furniture import draw_head
from catalog.print.draw.pen import Pen, on
from catalog.print.grid import DESCENT, SMALL
from catalog.print.pages.room import below_intro, equal, lines_of, small
from catalog.print.typography import styles
from catalog.print.units import MM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.print.desk import Desk
    from catalog.print.pages.plan import Imprint
    from catalog.print.pages.room import Columns
    from catalog.print.pdf.canvas import PageCanvas

TITLE = "About this book"
_INTRO = (
    "Everything in this book comes from the entries that vendors keep in the catalog. "
    "Twice a year the entries go to print; on the web they change every day."
)
_AIR = 4.0  # Between ragged columns.
_NUMBERS = {8: "Eight", 9: "Nine", 10: "Ten", 11: "Eleven", 12: "Twelve"}


def draw_imprint(canvas: PageCanvas, page: Imprint, folio: int, desk: Desk) -> None:
    """Two columns of short texts, and at the foot how the book was made."""
    pen = Pen(canvas, desk.typesetter, desk.grid.left(folio))
    draw_head(canvas, folio, desk, "Imprint")
    canvas.destination("imprint")
    pen.title(TITLE, desk.grid)
    pen.intro(_INTRO, desk.grid)
    start = below_intro(_INTRO, desk.grid, desk.typesetter) + (1 if desk.grid.wide else 0)
    columns = equal(desk.grid, 2)
    for number, sections in enumerate((_left_sections(page, desk), _right_sections(page))):
        _put_sections(pen, columns, number, start, sections)
    _put_colophon(pen, desk)


def _put_sections(
    pen: Pen, columns: Columns, number: int, line: int, sections: Sequence[tuple[str, str]]
) -> None:
    x = columns.left(number)
    for head, text in sections:
        with pen.canvas.tag("H2"):
            pen.put(x, on(line) + DESCENT, head, styles.SECTION)
        with pen.canvas.tag("P"):
            rows = pen.paragraph(x, on(line + 2) - DESCENT, text, styles.TEXT, columns.width - _AIR)
        line += rows + 3


def _left_sections(page: Imprint, desk: Desk) -> list[tuple[str, str]]:
    edition = desk.edition
    said = (
        "Vendors write their own names, pitches, models and regions. The catalog checks them and does not rewrite "
        "them. The Plesk verdict is worked out from what an entry says it needs."
    )
    if page.has_public:
        said += " “Listed from public facts” marks an entry whose vendor has not spoken yet."
    return [
        (
            "Edition",
            (
                f"{edition.title}, edition {edition.id}. Cut-off {day(edition.cutoff)}, "
                f"published {day(edition.published)}. "
                "What has changed since is on the web: every code in this book opens the page of its entry."
            ),
        ),
        ("Who says what", said),
        (
            "Regions",
            (
                "Regions stand in the vendor’s own words. Countries are those of ISO 3166-1, grouped as in UN M49 and "
                "Unicode CLDR; the grouping into business regions is the catalog’s own."
            ),
        ),
    ]


def _right_sections(page: Imprint) -> list[tuple[str, str]]:
    sections = [
        (
            "Sources",
            (
                "Application types, business models, routes and the Plesk criteria follow the APS Partner Go-to-Market "
                "Handbook. All else is what the entries say."
            ),
        ),
        (
            "Trademarks",
            (
                "Parallels is a registered trademark of Parallels Software International in the USA and other "
                "countries. Other names belong to their owners. A product that is named here is not "
                "thereby recommended by its maker or anybody else."
            ),
        ),
    ]
    if page.has_demo:
        sections.append(
            (
                "Demonstration",
                (
                    "Some entries are invented to show what the catalog can hold. The foot of their page names them, "
                    "and their addresses end in .example, where nobody can be reached."
                ),
            )
        )
    return sections


def _put_colophon(pen: Pen, desk: Desk) -> None:
    """At the foot of the type area: type, format, and how the book is made."""
    grid = desk.grid
    size = f"{grid.width / MM:.4g} × {grid.height / MM:.4g} mm"
    named = size if "mm" in grid.trim else f"{grid.trim}, {size}"
    told = (
        (
            "Type",
            "Noto Sans and its companions for other scripts, SIL Open Font License 1.1. Condensed for small print.",
        ),
        ("Format", f"{named}. {_NUMBERS[grid.columns]} columns, lines of 12 points."),
        (
            "Made",
            "By the catalog’s own program from the entries’ files: the same entries give the same book to the byte.",
        ),
    )
    columns = equal(grid, 3)
    rows = max(lines_of(text, styles.FOOT, columns.width, desk.typesetter) for _, text in told)
    line = grid.lines - small(rows + 1)
    pen.rule(line, 0, grid.area)
    for number, (head, text) in enumerate(told):
        with pen.canvas.tag("P"):
            pen.put(columns.left(number), on(line) - DESCENT, head, styles.LABEL)
            first = on(line) - DESCENT + SMALL
            pen.paragraph(columns.left(number), first, text, styles.FOOT, columns.width, SMALL)
