"""The marks of the application types: letter, shape and colour say the same thing.

Owns how a mark is drawn at every size. Shape and letter come from the vocabulary, inks from the palette.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from catalog.print.pdf.color import BLACK, CONNECTOR, DEDICATED, WEBSPACE, WHITE
from catalog.print.typography.fonts import CAP_HEIGHT
from catalog.print.typography.lines import Style
from catalog.vocabulary import vocabularies

if TYPE_CHECKING:
    from catalog.print.pdf.canvas import PageCanvas
    from catalog.print.pdf.color import Ink
    from catalog.print.typography.typeset import Typesetter

_LETTER = 0.62
_DIAMOND = 1.06
_FIELD_LETTER = {"circle": 0.58, "square": 0.58, "diamond": 0.44}  # Of the shape that stands on a field.


class TypeInk(NamedTuple):
    """The ink of a type, and the ink that is read on it."""

    fill: Ink
    on: Ink


TYPE_INKS = {
    "webspace": TypeInk(WEBSPACE, BLACK),
    "dedicated": TypeInk(DEDICATED, WHITE),
    "connector": TypeInk(CONNECTOR, WHITE),
}


def draw_badge(
    canvas: PageCanvas, x: float, y: float, box: float, type_id: str, typesetter: Typesetter
) -> None:
    """The mark of a type in a square box; a diamond's corners reach out of it."""
    ink = TYPE_INKS[type_id]
    draw_shape(canvas, (x + box / 2, y + box / 2), box, type_id, ink.fill)
    draw_letter(canvas, (x + box / 2, y + box / 2), box * _LETTER, type_id, typesetter, ink.on)


def draw_field_mark(
    canvas: PageCanvas, centre: tuple[float, float], size: float, type_id: str, typesetter: Typesetter
) -> None:
    """The mark on a field of its type's own colour: the inks change places."""
    ink, shape = TYPE_INKS[type_id], vocabularies().types[type_id].shape
    draw_shape(canvas, centre, size, type_id, ink.on, diamond=1.0)
    draw_letter(canvas, centre, size * _FIELD_LETTER[shape], type_id, typesetter, ink.fill)


def draw_shape(
    canvas: PageCanvas,
    centre: tuple[float, float],
    box: float,
    type_id: str,
    ink: Ink,
    diamond: float = _DIAMOND,
) -> None:
    """The shape alone, around a point; `diamond` is how far a diamond reaches, in boxes."""
    x, y = centre
    shape = vocabularies().types[type_id].shape
    if shape == "circle":
        canvas.circle(centre, box / 2, ink)
        return
    reach = box / 2 * (diamond if shape == "diamond" else 1.0)
    corners = (
        ((x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y))
        if shape == "diamond"
        else ((x - reach, y - reach), (x + reach, y - reach), (x + reach, y + reach), (x - reach, y + reach))
    )
    canvas.polygon(corners, ink)


def draw_letter(
    canvas: PageCanvas,
    centre: tuple[float, float],
    size: float,
    type_id: str,
    typesetter: Typesetter,
    ink: Ink,
) -> None:
    """The letter alone, centred on its cap height."""
    line = typesetter.line(vocabularies().types[type_id].letter, Style(size, 800), "en", "ltr")
    canvas.text_centred(centre[0], centre[1] + CAP_HEIGHT * size / 2, line, ink)
