"""An entry on a whole page: screenshot, what you gain, what it does, three reasons.

Owns that anatomy and its ladder: the screenshot gives way to the pitch and the first paragraph of the description,
line by line; then the pitch gets smaller, then the paragraph stays away. More paragraphs come where room is left.
Without a screenshot, which only a sell sheet has, the words begin where it would.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from catalog.handbook.readiness import readiness
from catalog.print.grid import DESCENT, LINE, SMALL, baseline, column, span
from catalog.print.layout import facts, words
from catalog.print.layout.block import Block, Overset, PlacedPicture
from catalog.print.layout.compose_side import (
    AIR,
    badge_corner,
    place_code,
    place_logo,
    place_needs,
    place_sales,
    place_sell,
    place_type,
)
from catalog.print.layout.compose_text import description, place_heading, summary
from catalog.print.layout.copyfit import MORE_HEAD, Said
from catalog.print.layout.forme import Forme
from catalog.print.layout.frames import (
    FACTS_WIDTH,
    FEATURE_FOOT_LINES,
    PACKAGE_WIDTH,
    PACKAGE_X,
    TEXT_WIDTH,
    feature_frame,
)
from catalog.print.layout.offers import place_bar
from catalog.print.pdf.canvas_page import Box
from catalog.print.typography import styles
from catalog.print.units import MM
from catalog.vocabulary import vocabularies

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.model import Entry
    from catalog.print.assets.logos import Picture
    from catalog.print.assets.qr import Qr
    from catalog.print.desk import Desk
    from catalog.print.typography.lines import Line, Style

_GAIN_HEAD = "What you gain"
_MOST_ABOVE_FOOT = 41  # Lines from the foot of the page to the lowest screenshot: 22 of them on A4.
_LEAST_LINES = 8  # That the screenshot can give way by.
_PITCH_SIZES = (10.0, 9.5, 9.0)
_SUMMARY_STEPS = ((13.0, 1), (12.0, 1), (11.0, 1), (11.0, 2), (10.0, 2))
_HIGHLIGHT_STEPS = ((11.0, 3), (10.0, 3), (9.0, 3), (9.0, 5))
_HIGHLIGHT_WIDTH = 39 * MM
_MARK = 16.0
_PICTURE_TOP = 9.75 * LINE


class _Row(NamedTuple):
    line: Line
    bullet: bool = False
    indent: float = 0.0


class _Step(NamedTuple):
    """A try: lines of the screenshot, size of the pitch, paragraphs of the description."""

    picture: int
    size: float
    paragraphs: int


def compose_feature(entry: Entry, desk: Desk, code: Qr, picture: Picture | None) -> Block | Overset:
    """The entry on a whole page, or which field of it has no room there."""
    told = description(Forme(entry, feature_frame(desk.grid, 1), desk))
    for step in _steps(desk, picture, len(told)):
        forme = Forme(entry, feature_frame(desk.grid, step.picture), desk)
        rows = _middle(forme, step, told)
        if len(rows) <= forme.frame.text_lines:
            for more in range(step.paragraphs + 1, len(told) + 1):
                longer = _middle(forme, step._replace(paragraphs=more), told)
                if len(longer) > forme.frame.text_lines:
                    break
                rows = longer
            return _put_together(forme, rows, step, code, picture)
    return Overset("pitch", sum(len(row.line.text) for row in rows[forme.frame.text_lines :] if row))


def _steps(desk: Desk, picture: Picture | None, paragraphs: int) -> Iterator[_Step]:
    """The first paragraph of the description has a claim to room, the others take what is left."""
    most = least = 0
    if picture:
        most = min(desk.grid.lines - _MOST_ABOVE_FOOT, int(span(12) * picture.height / picture.width // LINE))
        least = max(min(most, desk.grid.lines - _MOST_ABOVE_FOOT - _LEAST_LINES), 1)
        most = max(most, 1)
    claim = min(paragraphs, 1)
    for lines in range(most, least - 1, -1):
        yield _Step(lines, _PITCH_SIZES[0], claim)
    for kept in range(claim, -1, -1):
        for size in _PITCH_SIZES:
            yield _Step(least, size, kept)


def _middle(forme: Forme, step: _Step, told: tuple[Said, ...]) -> list[_Row | None]:
    """The rows of the middle column, `None` for an empty one."""
    rows: list[_Row | None] = []
    entry = forme.entry
    if entry.pitch:
        rows += [*_head(forme, _GAIN_HEAD), None]
        rows += _paragraph(
            forme, Said(entry.pitch, forme.language(entry.pitch)), styles.FEATURE_PITCH.at(step.size)
        )
    last: Said | None = None
    for said in told[: step.paragraphs]:
        if last is None:
            rows += [*([None] if rows else []), *_head(forme, MORE_HEAD), None]
        elif not (last.point and said.point):
            rows.append(None)
        rows += _paragraph(forme, said, styles.TEXT)
        last = said
    return rows


def _head(forme: Forme, text: str) -> list[_Row | None]:
    return [_Row(forme.typesetter.line(text, styles.SECTION, "en", "ltr"))]


def _paragraph(forme: Forme, said: Said, style: Style) -> list[_Row | None]:
    indent = styles.BULLET_INDENT if said.point else 0.0
    style = styles.HIGHLIGHT if said.point else style
    lines = forme.typesetter.wrap(said.text, style, TEXT_WIDTH - indent, said.lang, forme.base)
    return [_Row(line, bullet=said.point and index == 0, indent=indent) for index, line in enumerate(lines)]


def _put_together(
    forme: Forme, rows: list[_Row | None], step: _Step, code: Qr, picture: Picture | None
) -> Block | Overset:
    frame, entry = forme.frame, forme.entry
    rule_line = frame.lines - FEATURE_FOOT_LINES
    forme.rules.append(LINE * rule_line - DESCENT)
    over = (
        place_heading(forme) or _place_summary(forme) or _place_sides(forme, LINE * rule_line - DESCENT - AIR)
    )
    if over:
        return over
    if picture:
        _place_picture(forme, step.picture, picture)
    for index, row in enumerate(rows):
        if row:
            at = baseline(frame.text_line + index)
            forme.in_column(row.line, at, row.indent)
            if row.bullet:
                forme.bullets.append((forme.leading(styles.BULLET), at - styles.BULLET - 0.6))
    _place_reasons(forme, rule_line)
    if promotion := words.offer(entry, forme.desk.edition.published):
        place_bar(forme, promotion, PACKAGE_X, span(9))
    placed = place_code(forme, code)
    return Block(
        slug=entry.slug, type=entry.type, tier=frame.tier, slots=frame.slots, rule=frame.rule, size=step.size,
        lines=tuple(forme.lines), bullets=tuple(forme.bullets), badge=badge_corner(forme), code=placed,
        pictures=tuple(forme.pictures), offer=forme.offer, rules=tuple(forme.rules), marks=tuple(forme.marks),
        links=tuple(forme.links), notes=tuple(forme.notes),
    )  # fmt: skip


def _place_summary(forme: Forme) -> Overset | None:
    said = summary(forme)
    for size, most in _SUMMARY_STEPS:
        style = styles.FEATURE_SUMMARY.at(size)
        lines = forme.typesetter.wrap(said.text, style, span(9), said.lang, forme.base)
        if len(lines) <= most:
            for row, line in enumerate(lines):
                forme.in_column(line, baseline(7 + row))
            return None
    return Overset("summary", sum(len(line.text) for line in lines[2:]))


def _place_sides(forme: Forme, limit: float) -> Overset | None:
    """Logo, type, package and materials on the left; facts on the right; both end above the rule."""
    place_logo(forme)
    place_type(forme)
    first = baseline(forme.frame.package_line)
    end = place_needs(forme, first, int((limit - first) // SMALL) + 1)
    if isinstance(end, Overset):
        return end
    _place_materials(forme, end + 2 * SMALL, limit)
    made = place_sell(forme, baseline(forme.frame.facts_line), limit)
    return made if isinstance(made, Overset) else None


def _place_materials(forme: Forme, first: float, limit: float) -> None:
    """The materials that the entry shows, if there is room for all of them."""
    shown = readiness(forme.entry).states
    terms = [
        term for term in vocabularies().materials.values() if term.proof != "listing" and term.id != "other"
    ]
    names = [term.name for term in terms if shown[term.id] != "missing"]
    lines = list(forme.typesetter.wrap("Go-to-market material", styles.LABEL, PACKAGE_WIDTH, "en", "ltr"))
    lines += forme.typesetter.wrap(", ".join(names), styles.FACT, PACKAGE_WIDTH, "en", "ltr")
    if names and first + SMALL * (len(lines) - 1) <= limit:
        forme.stack(PACKAGE_X, first, SMALL, lines)


def _place_picture(forme: Forme, lines: int, picture: Picture) -> None:
    height = LINE * lines
    width = height * picture.width / picture.height
    left = span(12) - width if forme.mirrored else 0.0
    forme.pictures.append(PlacedPicture(Box(left, _PICTURE_TOP, width, height), picture, framed=True))
    caption = forme.entry.media.screenshots[0].caption
    if caption:
        line = forme.typesetter.line(caption, styles.FOOT, forme.language(caption))
        if line.width <= span(12):
            at = baseline(forme.frame.text_line - 2)
            forme.stack(span(12) - line.width if forme.mirrored else 0.0, at, SMALL, [line])


def _place_reasons(forme: Forme, rule_line: int) -> None:
    """Below the rule: the highlights side by side, and the sales contact."""
    for index, text in enumerate(forme.entry.highlights):
        x = column(3 * index)
        for size, most in _HIGHLIGHT_STEPS:
            style = styles.FEATURE_HIGHLIGHT.at(size)
            lines = forme.typesetter.wrap(text, style, _HIGHLIGHT_WIDTH, forme.language(text), forme.base)
            if len(lines) <= most:
                forme.marks.append(Box(x, LINE * rule_line + 5, _MARK, _MARK))
                forme.stack(x, baseline(rule_line + 2), LINE, lines)
                break
        else:
            forme.note(
                "highlights", f"highlight {index + 1} is too long for a third of the page and left out"
            )
    best, second = facts.contact_lines(forme.entry, FACTS_WIDTH, forme.typesetter)
    place_sales(forme, baseline(rule_line), (*best, *second))
