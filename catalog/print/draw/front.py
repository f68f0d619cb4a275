"""The pages before the first chapter: imprint and contents.

Owns their words and places. The words are the catalog's own; facts about the programme are the handbook's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.english import day
from catalog.print.draw.entry import draw_rule
from catalog.print.draw.furniture import draw_head
from catalog.print.draw.marks import draw_badge
from catalog.print.draw.pen import Pen, on, top_of
from catalog.print.grid import DESCENT, LINE, SMALL, column, span
from catalog.print.pages.contents import COVERAGE, HOW_TO_READ, MODELS
from catalog.print.pdf.canvas import Box, Stroke
from catalog.print.typography import styles
from catalog.print.units import MM
from catalog.vocabulary import vocabularies

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.print.desk import Desk
    from catalog.print.pages.plan import Contents, ContentsRow, Imprint
    from catalog.print.pdf.canvas import PageCanvas

_INTRO = (
    "Everything in this book comes from the entries that vendors keep in the catalog. "
    "Twice a year the entries go to print; on the web they change every day."
)
_RULE = Stroke(0.5)
_BADGE = 15.0
_LARGE_BADGE = 26.0
_TEXT_COLUMN = 1
_TARGETS = {
    HOW_TO_READ: "how-to-read",
    MODELS: f"model-{next(iter(vocabularies().models))}",
    COVERAGE: "coverage",
}


def draw_imprint(canvas: PageCanvas, page: Imprint, folio: int, desk: Desk) -> None:
    """Who made this book, from what, and what it does not claim."""
    pen = Pen(canvas, desk.typesetter, desk.grid.left(folio))
    draw_head(canvas, folio, desk, "Imprint")
    canvas.destination("imprint")
    pen.put(0, on(2), "About this book", styles.PAGE_TITLE)
    rows = pen.paragraph(0, on(6), desk.edition.foreword or _INTRO, styles.INTRO, span(8), 1.5 * LINE)
    start = 6 + -(-3 * rows // 2) + 2
    _put_sections(pen, 0, start, span(5), _left_sections(page, desk))
    _put_sections(pen, column(6), start, span(6), _right_sections(page))
    _put_colophon(pen, desk)


def _put_sections(pen: Pen, x: float, line: int, width: float, sections: Sequence[tuple[str, str]]) -> None:
    for head, text in sections:
        pen.put(x, on(line) + DESCENT, head, styles.SECTION)
        rows = pen.paragraph(x, on(line + 2) - DESCENT, text, styles.TEXT, width)
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
    grid = desk.grid
    line = grid.lines - 4
    pen.canvas.rule((pen.left, top_of(line) - DESCENT), (pen.left + grid.area, top_of(line) - DESCENT), _RULE)
    size = f"{grid.trim}, {grid.width / MM:.4g} × {grid.height / MM:.4g} mm"
    told = (
        (
            "Type",
            "Noto Sans and its companions for other scripts, SIL Open Font License 1.1. Condensed for small print.",
        ),
        ("Format", f"{size}. Twelve columns, lines of 12 points."),
        (
            "Made",
            "By the catalog’s own program from the entries’ files: the same entries give the same book to the byte.",
        ),
    )
    for number, (head, text) in enumerate(told):
        pen.put(column(4 * number), on(line), head, styles.LABEL)
        pen.paragraph(column(4 * number), on(line) + SMALL, text, styles.FOOT, span(4), SMALL)


def draw_contents(canvas: PageCanvas, page: Contents, folio: int, desk: Desk) -> None:
    """A line for each part, a mark for each chapter, and how to find something."""
    pen = Pen(canvas, desk.typesetter, desk.grid.left(folio))
    draw_head(canvas, folio, desk, "Contents")
    canvas.destination("contents")
    pen.put(0, on(2), "Contents", styles.PAGE_TITLE)
    line = 6
    for row in page.rows:
        line += _put_row(pen, row, line, desk)
    draw_rule(pen.canvas, pen.left, top_of(line), desk.grid.area, 0.5)
    _put_hint(pen, page.rows, line + 2, desk)


def _put_row(pen: Pen, row: ContentsRow, line: int, desk: Desk) -> int:
    """One part; the result is how many lines it takes."""
    draw_rule(pen.canvas, pen.left, top_of(line), desk.grid.area, 0.5)
    x = column(_TEXT_COLUMN)
    pen.put(x, on(line + 1), row.title, styles.CONTENTS_LINE)
    pen.put_right(desk.grid.area, on(line + 1), str(row.folio), styles.CONTENTS_FOLIO)
    depth = 3
    if row.note:
        depth += pen.paragraph(x, on(line + 2) + DESCENT, row.note, styles.TEXT, span(9)) + 1
    if row.type:
        middle = on(line + 1) - 5
        draw_badge(pen.canvas, pen.left, middle - _BADGE / 2, _BADGE, row.type, pen.typesetter)
    box = Box(pen.left, top_of(line), desk.grid.area, LINE * depth - DESCENT)
    pen.canvas.link_to(box, f"chapter-{row.type}" if row.type else _target(row))
    return depth


def _target(row: ContentsRow) -> str:
    return _TARGETS.get(row.title, f"page-{row.folio}")


def _put_hint(pen: Pen, rows: Sequence[ContentsRow], line: int, desk: Desk) -> None:
    text = (
        "You know the product? The index has its page. You want to look around? Each type has a colour, a shape and "
        "a letter, and a tab at the edge of its pages."
    )
    pen.paragraph(column(_TEXT_COLUMN), on(line), text, styles.TEXT, span(7))
    types = [type_id for type_id in vocabularies().types if any(row.type == type_id for row in rows)]
    for number, type_id in enumerate(reversed(types)):
        x = pen.left + desk.grid.area - _LARGE_BADGE - number * column(1)
        draw_badge(pen.canvas, x, on(line + 1) - 3 - _LARGE_BADGE / 2, _LARGE_BADGE, type_id, pen.typesetter)
