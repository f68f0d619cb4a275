"""The three application types side by side: Table 1 of the handbook, in its terms.

Owns that page. All texts are the vocabulary's, which cites the handbook; the rows stand on the same lines in every
column. The type of letters is smaller where the columns are narrower.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from catalog.print.draw.foreword import put_source
from catalog.print.draw.furniture import draw_head
from catalog.print.draw.marks import TYPE_INKS, draw_field_mark
from catalog.print.draw.pen import Pen, on, top_of
from catalog.print.grid import DESCENT, LINE, SMALL, SOURCE_LINES
from catalog.print.pages.contents import TYPES
from catalog.print.pages.room import below_intro, equal, fitting, lines_of
from catalog.print.pdf.canvas import Box
from catalog.print.typography import styles
from catalog.vocabulary import vocabularies

if TYPE_CHECKING:
    from collections.abc import Callable

    from catalog.print.desk import Desk
    from catalog.print.pages.plan import Types
    from catalog.print.pages.room import Columns
    from catalog.print.pdf.canvas import PageCanvas
    from catalog.print.typography.lines import Style
    from catalog.vocabulary import ApplicationType

_INTRO = (
    "Where an application runs decides who can sell it. The handbook’s Table\u00a01, with the terms it uses."
)
_SOURCE = (
    "Source: APS Partner Go-to-Market Handbook, Table 1 and “Meeting Parallels Plesk Panel APS Criteria”."
)
_NAMES = tuple(styles.TABLE_HEAD.at(size) for size in (20, 17, 15))
_MOST_AIR = 2


class _Row(NamedTuple):
    """A row of the table: its label, and the paragraphs of a type."""

    label: str
    paragraphs: Callable[[ApplicationType], tuple[str, ...]]


_ROWS = (
    _Row("Description", lambda term: tuple(f"{text}." for text in term.attributes.description)),
    _Row("Needs", lambda term: (term.attributes.needs,)),
    _Row("Example environments", lambda term: (", ".join(term.attributes.environments),)),
    _Row("Installer type", lambda term: (term.attributes.installer,)),
    _Row("Examples in the handbook", lambda term: (", ".join(term.attributes.examples),)),
    _Row("On Plesk Panel", lambda term: (term.plesk_clause,)),
)


class _Look(NamedTuple):
    """How the table is set: its columns, its type, and lines of the fields of colour."""

    columns: Columns
    label: Style
    text: Style
    leading: float
    field: int

    def lines(self, paragraphs: tuple[str, ...], desk: Desk) -> int:
        """Lines of the grid that a cell takes, with its label and an empty line below."""
        rows = sum(lines_of(text, self.text, self.columns.width, desk.typesetter) for text in paragraphs)
        return math.ceil((1 + rows) * self.leading / LINE) + 1


def draw_types(canvas: PageCanvas, _page: Types, folio: int, desk: Desk) -> None:
    """A field of colour with the mark, name and summary of each type, then the rows of the table."""
    pen = Pen(canvas, desk.typesetter, desk.grid.left(folio))
    draw_head(canvas, folio, desk, TYPES)
    canvas.destination("types")
    pen.title(TYPES, desk.grid)
    pen.intro(_INTRO, desk.grid)
    columns = equal(desk.grid, len(vocabularies().types))
    look = (
        _Look(columns, styles.STRONG, styles.TEXT, LINE, 9)
        if desk.grid.wide
        else _Look(columns, styles.LABEL, styles.FACT, SMALL, 3)
    )
    line = below_intro(_INTRO, desk.grid, desk.typesetter) - (0 if desk.grid.wide else 1)
    with canvas.tag("Table"):
        line = _put_names(pen, look, line, desk)
        _put_rows(pen, look, line, desk)
    put_source(pen, _SOURCE, desk)


def _put_names(pen: Pen, look: _Look, line: int, desk: Desk) -> int:
    """The heads of the columns; the result is the line of the first row."""
    terms = vocabularies().types
    below = line + look.field + (1 if desk.grid.wide else 0)
    with pen.canvas.tag("TR"):
        for number, (type_id, term) in enumerate(terms.items()):
            x = look.columns.left(number)
            _draw_field(pen, type_id, Box(pen.left + x, top_of(line), look.columns.width, LINE * look.field))
            with pen.canvas.tag("TH"):
                pen.put(
                    x,
                    on(below + 1),
                    term.name,
                    fitting(term.name, _NAMES, look.columns.width, pen.typesetter),
                )
                pen.paragraph(x, on(below + 2), term.summary, look.label, look.columns.width, look.leading)
    rows = max(
        lines_of(term.summary, look.label, look.columns.width, desk.typesetter) for term in terms.values()
    )
    return below + 2 + math.ceil(rows * look.leading / LINE) + 1


def _draw_field(pen: Pen, type_id: str, box: Box) -> None:
    """A field of a type's colour with its shape, in the ink that is read on it."""
    ink = TYPE_INKS[type_id]
    pen.canvas.rect(box, ink.fill)
    size = box.height * 0.68
    inset = (box.height - size) / 2
    middle = (box.x + inset + size / 2, box.y + box.height / 2)
    draw_field_mark(pen.canvas, middle, size, type_id, pen.typesetter)


def _put_rows(pen: Pen, look: _Look, line: int, desk: Desk) -> None:
    terms = list(vocabularies().types.values())
    depths = [max(look.lines(row.paragraphs(term), desk) for term in terms) for row in _ROWS]
    spare = desk.grid.lines - SOURCE_LINES - line - sum(depths)
    air = max(0, min(_MOST_AIR, spare // len(_ROWS)))
    for row, depth in zip(_ROWS, depths, strict=True):
        with pen.canvas.tag("TR"):
            for number, term in enumerate(terms):
                _put_cell(pen, look, row, term, line, number)
        line += depth + air


def _put_cell(pen: Pen, look: _Look, row: _Row, term: ApplicationType, line: int, number: int) -> None:
    """A label, said once where it is read out, and the paragraphs below it."""
    x = look.columns.left(number)
    pen.rule(line, x, look.columns.width)
    if number == 0:
        with pen.canvas.tag("TH"):
            pen.put(x, on(line), row.label, look.label)
    else:
        pen.put(x, on(line), row.label, look.label)
    with pen.canvas.tag("TD"):
        at = on(line) + LINE - (DESCENT if look.leading == SMALL else 0)
        for text in row.paragraphs(term):
            at += look.leading * pen.paragraph(x, at, text, look.text, look.columns.width, look.leading)
