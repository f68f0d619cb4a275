"""An entry on a whole wide page: screenshot, what you gain, what it does, three reasons.

Owns that anatomy and its ladder: the screenshot gives way to the pitch and the first paragraph of the description,
line by line; then the pitch gets smaller, then the paragraph stays away. More paragraphs come where room is left.
Without a screenshot, which only a sell sheet has, the words begin where it would.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from catalog.handbook.readiness import readiness
from catalog.print.grid import DESCENT, LINE, SMALL, baseline, column, span
from catalog.print.layout import facts, words
from catalog.print.layout.block import Block, Overset, Part, PlacedPicture
from catalog.print.layout.compose import finished
from catalog.print.layout.compose_side import (
    AIR,
    place_code,
    place_logo,
    place_needs,
    place_sales,
    place_sell,
    place_type,
    screenshot_alt,
)
from catalog.print.layout.compose_text import BAR, description, place_heading, summary
from catalog.print.layout.copyfit import CLAIM, CLAIM_HEAD, CLAIM_INDENT, MORE_HEAD, Said
from catalog.print.layout.forme import Forme
from catalog.print.layout.frames import FEATURE_FOOT_LINES, Strip, feature_frame
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
    """A line of the middle column; the first of a paragraph says which part it is, and in which language."""

    line: Line
    bullet: bool = False
    indent: float = 0.0
    part: Part | None = None
    lang: str = "en"


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
        rows += [_head(forme, _GAIN_HEAD, Part.PITCH_HEAD), None]
        pitch = Said(entry.pitch, forme.language(entry.pitch))
        rows += _paragraph(forme, pitch, styles.FEATURE_PITCH.at(step.size), Part.PITCH)
    last: Said | None = None
    for said in told[: step.paragraphs]:
        if last is None:
            rows += [*([None] if rows else []), _head(forme, MORE_HEAD, Part.MORE_HEAD), None]
        elif not (last.point and said.point):
            rows.append(None)
        rows += _paragraph(forme, said, styles.TEXT, Part.MORE)
        last = said
    return rows


def _head(forme: Forme, text: str, part: Part) -> _Row:
    return _Row(forme.typesetter.line(text, styles.SECTION, "en", "ltr"), part=part)


def _paragraph(forme: Forme, said: Said, style: Style, part: Part) -> list[_Row]:
    indent = styles.BULLET_INDENT if said.point else 0.0
    style = styles.HIGHLIGHT if said.point else style
    width = forme.frame.text.width - indent
    lines = forme.typesetter.wrap(said.text, style, width, said.lang, forme.base)
    rows = [_Row(line, indent=indent) for line in lines]
    rows[:1] = [row._replace(bullet=said.point, part=part, lang=said.lang) for row in rows[:1]]
    return rows


def _put_together(
    forme: Forme, rows: list[_Row | None], step: _Step, code: Qr, picture: Picture | None
) -> Block | Overset:
    frame = forme.frame
    rule_line = frame.lines - FEATURE_FOOT_LINES
    forme.rules.append(LINE * rule_line - DESCENT)
    over = (
        place_heading(forme) or _place_summary(forme) or _place_sides(forme, LINE * rule_line - DESCENT - AIR)
    )
    if over:
        return over
    if picture:
        place_picture(forme, picture)
    for index, row in enumerate(rows):
        if row:
            at = baseline(frame.text_line + index)
            if row.part is not None:
                forme.begin(row.part, row.lang)
            forme.in_column(row.line, at, row.indent)
            if row.bullet:
                forme.bullets.append((forme.leading(styles.BULLET), at - styles.BULLET - 0.6))
    _place_reasons(forme, rule_line)
    if promotion := words.offer(forme.entry, forme.desk.edition.published):
        place_bar(forme, promotion, Strip(frame.package.x, span(9)), frame.height)
    if step.size < _PITCH_SIZES[0]:
        forme.note("pitch", f"set in {step.size:g} points", by_design=True)
    return finished(forme, step.size, place_code(forme, code))


def _place_summary(forme: Forme) -> Overset | None:
    said = summary(forme)
    for size, most in _SUMMARY_STEPS:
        style = styles.FEATURE_SUMMARY.at(size)
        lines = forme.typesetter.wrap(said.text, style, span(9), said.lang, forme.base)
        if len(lines) <= most:
            forme.begin(Part.SUMMARY, said.lang)
            for row, line in enumerate(lines):
                forme.in_column(line, baseline(7 + row))
            return None
    return Overset("summary", sum(len(line.text) for line in lines[2:]))


def _place_sides(forme: Forme, limit: float) -> Overset | None:
    """Logo, type, package and materials on the left; facts on the right; both end above the rule."""
    place_logo(forme)
    place_type(forme)
    end = place_needs(forme, baseline(forme.frame.badge_line + 2), limit)
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
    x, width = forme.frame.package
    lines = list(forme.typesetter.wrap("Go-to-market material", styles.LABEL, width, "en", "ltr"))
    lines += forme.typesetter.wrap(", ".join(names), styles.FACT, width, "en", "ltr")
    if names and first + SMALL * (len(lines) - 1) <= limit:
        forme.begin(Part.PACKAGE)
        forme.stack(x, first, SMALL, lines)


def place_picture(forme: Forme, picture: Picture) -> None:
    """Put the screenshot across the page in its lines, and its caption below."""
    frame, area = forme.frame, forme.frame.picture
    width = min(LINE * frame.picture_lines * picture.width / picture.height, area.width)
    left = area.right - width if forme.mirrored else area.x
    top = _PICTURE_TOP if forme.desk.grid.wide else LINE * (frame.picture_line or 0)
    box = Box(left, top, width, width * picture.height / picture.width)
    forme.pictures.append(PlacedPicture(box, picture, framed=True, alt=screenshot_alt(forme)))
    caption = forme.entry.media.screenshots[0].caption
    if caption:
        lang = forme.language(caption)
        line = forme.typesetter.line(caption, styles.FOOT, lang)
        if line.width <= area.width:
            forme.begin(Part.CAPTION, lang)
            left = area.right - line.width if forme.mirrored else area.x
            forme.put(left, baseline(frame.text_line - 2), line)


def _place_claim(forme: Forme, line: int) -> None:
    """Invite the vendor to speak, in the place of the highlights."""
    at = line
    for text, style in ((CLAIM_HEAD, styles.STRONG), (CLAIM, styles.TEXT)):
        lines = forme.typesetter.wrap(text, style, span(9) - CLAIM_INDENT, "en", "ltr")
        forme.begin(Part.CLAIM)
        forme.stack(CLAIM_INDENT, baseline(at), LINE, lines)
        at += len(lines)
    forme.bar = Box(0.0, LINE * line + DESCENT, BAR, LINE * (at - line) - DESCENT)


def _place_reasons(forme: Forme, rule_line: int) -> None:
    """Below the rule: the highlights side by side, and the sales contact."""
    claimed = not forme.entry.is_unclaimed
    if not claimed:
        _place_claim(forme, rule_line + 1)
    for index, text in enumerate(forme.entry.highlights if claimed else ()):
        x = column(3 * index)
        for size, most in _HIGHLIGHT_STEPS:
            style = styles.FEATURE_HIGHLIGHT.at(size)
            lines = forme.typesetter.wrap(text, style, _HIGHLIGHT_WIDTH, forme.language(text), forme.base)
            if len(lines) <= most:
                forme.marks.append(Box(x, LINE * rule_line + 5, _MARK, _MARK))
                forme.begin(Part.HIGHLIGHT, forme.language(text))
                forme.stack(x, baseline(rule_line + 2), LINE, lines)
                break
        else:
            forme.note(
                "highlights", f"highlight {index + 1} is too long for a third of the page and left out"
            )
    best, second = facts.contact_lines(forme.entry, forme.frame.sales.width, forme.typesetter)
    place_sales(forme, baseline(rule_line), (*best, *second))
