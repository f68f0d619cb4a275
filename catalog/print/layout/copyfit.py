"""Fitting an entry's words into its text column.

Owns the order in which room is found: the summary heads the text only where all else has room at full size; then the
text goes from 9 to 8.5 to 8 points, at each size first with and then without an empty line; then highlights go whole,
the last first. Beside an offer the highlights give way before the text gets smaller.
Refuses to cut a text, to set an ellipsis and to drop a pitch: what still does not fit is `Overset`, and the entry
asks for a larger place. Rows count from the first line of the text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from catalog.print.layout.block import Overset, Part
from catalog.print.typography import styles

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from catalog.print.typography.lines import Direction, Line, Style
    from catalog.print.typography.typeset import Typesetter

CLAIM_HEAD = "Listed from public facts."
CLAIM = "Is this your application? Claim the entry at the address behind the code, and say how you sell it and where."
CLAIM_INDENT = 7.0
MORE_HEAD = "What it does"


class Said(NamedTuple):
    """A paragraph and its language (BCP 47); `point` where it is a point of a list."""

    text: str
    lang: str
    point: bool = False


@dataclass(frozen=True, slots=True)
class Copy:
    """The words of an entry.

    `lead` heads the text if there is room; `must_lead` where it is all there is. `claim` invites the vendor to speak
    in place of highlights. `more` follows, in whole paragraphs, where room is left, under a head of its own with
    `more_head`. `beside_offer` where an offer takes the foot of the column. `mirrored` sets flush right.
    """

    lead: Said | None
    must_lead: bool
    pitch: Said | None
    highlights: tuple[Said, ...]
    claim: bool
    more: tuple[Said, ...] = ()
    more_head: bool = True
    beside_offer: bool = False
    mirrored: bool = False

    @property
    def base(self) -> Direction:
        """The base direction of every line."""
        return "rtl" if self.mirrored else "ltr"


class Row(NamedTuple):
    """A line of the column; `indent` from its leading edge, `bullet` before the first line of a point.

    The first line of a paragraph says which `part` it is, and in which language.
    """

    line: Line
    indent: float = 0.0
    bullet: bool = False
    beside_bar: bool = False
    part: Part | None = None
    lang: str = "en"


@dataclass(slots=True)
class Fitted:
    """The rows of a column, `None` for an empty one, the size they are set in, and how many highlights are left out.

    `over` is how many rows all highlights would have been too many, `closed` whether the empty row was given up.
    """

    size: float
    rows: list[Row | None] = field(default_factory=list)
    dropped: int = 0
    over: int = 0
    closed: bool = False


class _Step(NamedTuple):
    size: float
    blank: bool
    lead: bool
    kept: int


def fit(copy: Copy, rows: int, width: float, typesetter: Typesetter) -> Fitted | Overset:
    """Set the words in at most `rows` lines of `width`; `Overset` says how much of the pitch is over."""
    column = _Column(copy, width, typesetter)
    over = 0
    for step in _steps(copy):
        fitted = column.set(step)
        if len(fitted.rows) <= rows:
            fitted.over = over
            column.add_more(fitted, rows)
            return fitted
        if step.kept == len(copy.highlights):
            over = len(fitted.rows) - rows
    pitch = copy.pitch or copy.lead
    smallest = styles.TEXT.at(styles.TEXT_SIZES[-1])
    over = typesetter.overset(pitch.text, smallest, width, rows, pitch.lang) if pitch else 0
    return Overset("pitch" if copy.pitch else "summary", over)


def _steps(copy: Copy) -> Iterator[_Step]:
    """Every try in order; `kept` counts highlights."""
    every = len(copy.highlights)
    full = styles.TEXT.size
    apart = bool(every) or copy.claim
    if copy.lead:
        yield _Step(full, apart, lead=True, kept=every)
    for kept in range(every, -1, -1):
        blanks = (True, False) if kept or copy.claim else (False,)
        if kept and copy.beside_offer:
            yield _Step(full, blank=True, lead=copy.must_lead, kept=kept)
        else:
            for size in styles.TEXT_SIZES:
                yield from (_Step(size, blank, lead=copy.must_lead, kept=kept) for blank in blanks)


@dataclass(frozen=True, slots=True)
class _Column:
    """A text column of one entry, which can be set again and again until it fits."""

    copy: Copy
    width: float
    typesetter: Typesetter
    broken: dict[tuple[str, Style], tuple[Line, ...]] = field(default_factory=dict)
    """Paragraphs that an earlier try has broken into lines, by text and style."""

    def set(self, step: _Step) -> Fitted:
        """The rows of one try."""
        copy, kept = self.copy, step.kept
        apart = bool(kept or copy.claim)
        fitted = Fitted(step.size, dropped=len(copy.highlights) - kept, closed=apart and not step.blank)
        text = styles.TEXT.at(step.size)
        if step.lead and copy.lead:
            fitted.rows += self._paragraph(copy.lead, styles.STRONG.at(step.size), Part.SUMMARY)
        if copy.pitch:
            fitted.rows += self._paragraph(copy.pitch, text, Part.PITCH)
        if step.blank and fitted.rows and apart:
            fitted.rows.append(None)
        for highlight in copy.highlights[:kept]:
            fitted.rows += self._point(highlight, step.size, Part.HIGHLIGHT)
        if copy.claim:
            fitted.rows += self._claim()
        return fitted

    def add_more(self, fitted: Fitted, rows: int) -> None:
        """Put the description below, as many whole paragraphs as there is room for."""
        below: list[Row | None] = [None]
        if self.copy.more_head:
            head = Said(MORE_HEAD, "en")
            below += self._paragraph(head, styles.STRONG.at(fitted.size), Part.MORE_HEAD)
        last: Said | None = None
        for paragraph in self.copy.more:
            made = (
                self._point(paragraph, fitted.size, Part.MORE)
                if paragraph.point
                else self._paragraph(paragraph, styles.TEXT.at(fitted.size), Part.MORE)
            )
            apart: list[Row | None] = [None] if last and not (last.point and paragraph.point) else []
            if len(fitted.rows) + len(below) + len(apart) + len(made) > rows:
                break
            below += [*apart, *made]
            last = paragraph
        if last:
            fitted.rows += below

    def _paragraph(self, said: Said, style: Style, part: Part) -> list[Row]:
        lines = self._broken(said, style, self.width)
        return _begun(lines, Row(lines[0], part=part, lang=said.lang)) if lines else []

    def _point(self, said: Said, size: float, part: Part) -> list[Row]:
        style = styles.HIGHLIGHT.at(min(size, styles.HIGHLIGHT.size))
        width = self.width - styles.BULLET_INDENT
        lines = self._broken(said, style, width)
        if not lines:
            return []
        return _begun(lines, Row(lines[0], styles.BULLET_INDENT, bullet=True, part=part, lang=said.lang))

    def _broken(self, said: Said, style: Style, width: float) -> tuple[Line, ...]:
        lines = self.broken.get((said.text, style))
        if lines is None:
            lines = self.typesetter.wrap(said.text, style, width, said.lang, self.copy.base)
            self.broken[said.text, style] = lines
        return lines

    def _claim(self) -> list[Row]:
        width = self.width - CLAIM_INDENT
        rows = []
        for text, style in ((CLAIM_HEAD, styles.STRONG), (CLAIM, styles.TEXT)):
            lines = self.typesetter.wrap(text, style, width, "en", "ltr")
            rows += _begun(lines, Row(lines[0], CLAIM_INDENT, beside_bar=True, part=Part.CLAIM))
        return rows


def _begun(lines: Sequence[Line], first: Row) -> list[Row]:
    """The rows of a paragraph whose first row is given."""
    return [first, *(Row(line, first.indent, beside_bar=first.beside_bar) for line in lines[1:])]
