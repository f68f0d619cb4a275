"""The text column of an entry: name, vendor, summary, pitch, highlights.

Owns their ladders: a name gets smaller step by step and then takes two lines; it is never cut. Refuses the narrow
columns on either side (`compose_side`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.english import counted
from catalog.markdown import lines as paragraphs
from catalog.markdown import parse
from catalog.print.grid import DESCENT, LINE, baseline
from catalog.print.layout import words
from catalog.print.layout.block import Overset, Part
from catalog.print.layout.copyfit import Copy, Fitted, Said, fit
from catalog.print.layout.offers import offer_room
from catalog.print.pdf.canvas_page import Box
from catalog.print.typography import styles

if TYPE_CHECKING:
    from catalog.print.layout.forme import Forme
    from catalog.print.typography.lines import Line

_VENDOR_SIZES = (9.0, 8.5, 8.0)
_VENDOR_STEPS = (*((size, 1) for size in _VENDOR_SIZES), (_VENDOR_SIZES[-1], 2))
_SUMMARY_STEPS = ((11.0, 2), (10.5, 2), (10.0, 2), (10.0, 3), (9.0, 3), (8.0, 3))
BAR = 1.5


def place_heading(forme: Forme) -> Overset | None:
    """Put name and vendor at the head of the column."""
    over = _place_name(forme)
    return over or _place_vendor(forme)


def _place_name(forme: Forme) -> Overset | None:
    frame, name = forme.frame, forme.entry.name
    style = frame.name
    width = frame.text.width if forme.mirrored else frame.name_width
    lang = forme.language(name)
    forme.begin(Part.NAME, lang)
    for size in frame.name_sizes:
        line = forme.typesetter.line(name, style.at(size), lang, forme.base)
        if line.width <= width:
            forme.in_column(line, frame.name_baseline)
            if size < frame.name_sizes[0]:
                forme.note("name", f"set in {size:g} points", by_design=True)
            return None
    for size, baselines in frame.name_folds:
        lines = forme.typesetter.wrap(name, style.at(size), width, lang, forme.base)
        if len(lines) <= len(baselines):
            for line, at in zip(lines, baselines, strict=False):
                forme.in_column(line, at)
            forme.note("name", f"set on {len(lines)} lines in {size:g} points", by_design=True)
            return None
    return Overset("name", sum(len(line.text) for line in lines[len(baselines) :]))


def _place_vendor(forme: Forme) -> Overset | None:
    entry, frame = forme.entry, forme.frame
    text = words.vendor_line(entry, with_host=frame.vendor_host)
    for size, most in _VENDOR_STEPS:
        lines = _vendor_lines(forme, text, size)
        if len(lines) <= most:
            break
    else:
        text, size = entry.vendor.name, _VENDOR_SIZES[-1]
        lines = _vendor_lines(forme, text, size)
        if len(lines) > 2:
            return Overset("vendor.name", sum(len(line.text) for line in lines[2:]))
    if size < _VENDOR_SIZES[0]:
        told = f"set on two lines in {size:g} points" if len(lines) > 1 else f"set in {size:g} points"
        forme.note("vendor.name", told, by_design=True)
    forme.begin(Part.VENDOR, forme.language(text))
    for row, line in enumerate(lines):
        forme.in_column(line, baseline(frame.vendor_line + row))
    if frame.badge_x == frame.text.x:  # The type follows in the same column.
        forme.badge_line = frame.badge_line + len(lines) - 1
    forme.link(
        Box(frame.text.x, LINE * frame.vendor_line, frame.text.width, LINE * len(lines)),
        entry.vendor.homepage,
    )
    return None


def _vendor_lines(forme: Forme, text: str, size: float) -> tuple[Line, ...]:
    style = styles.VENDOR.at(size)
    return forme.typesetter.wrap(text, style, forme.frame.text.width, forme.language(text), forme.base)


def place_words(forme: Forme) -> Fitted | Overset:
    """Put summary, pitch and highlights into the column; the result says in which size."""
    frame, entry = forme.frame, forme.entry
    first = frame.text_line
    if frame.summary_line is not None:
        first = max(first, place_summary(forme, frame.summary_line))
    below = frame.picture_line is not None and not frame.picture_above and bool(entry.media.screenshots)
    room = offer_room(forme)
    rows = frame.text_line + frame.text_lines - first if below else frame.foot - first - room
    fitted = fit(_copy(forme, beside_offer=room > 0), rows, frame.text.width, forme.typesetter)
    if isinstance(fitted, Overset):
        return fitted
    if not entry.pitch:
        fitted = _without_pitch(forme, fitted, rows, beside_offer=room > 0)
    _place_rows(forme, fitted, first)
    _note_steps(forme, fitted, beside_offer=room > 0)
    return fitted


def _without_pitch(forme: Forme, plain: Fitted, rows: int, *, beside_offer: bool) -> Fitted:
    """The description's first paragraph stands in for a pitch where it fits whole, at full size and with air."""
    paragraph = next(iter(description(forme)), None)
    if paragraph and not paragraph.point:
        copy = _copy(forme, instead=paragraph, beside_offer=beside_offer)
        fuller = fit(copy, rows, forme.frame.text.width, forme.typesetter)
        if not isinstance(fuller, Overset) and fuller.size == plain.size and None in fuller.rows[:-1]:
            return fuller
    return plain


def place_summary(forme: Forme, line: int) -> int:
    """Put the summary in its own place; the result is the first line that is free for the text."""
    text, lang, _ = summary(forme)
    lines: tuple[Line, ...] = ()
    for size, most in _SUMMARY_STEPS:
        style = styles.HALF_SUMMARY.at(size)
        lines = forme.typesetter.wrap(text, style, forme.frame.text.width, lang, forme.base)
        if len(lines) <= most:
            break
    forme.begin(Part.SUMMARY, lang)
    for row, made in enumerate(lines):
        forme.in_column(made, baseline(line + row))
    return line + len(lines)


def _copy(forme: Forme, instead: Said | None = None, *, beside_offer: bool) -> Copy:
    entry = forme.entry
    lead = summary(forme) if forme.frame.summary_line is None else None
    pitch = Said(entry.pitch, forme.language(entry.pitch)) if entry.pitch else instead
    roomy = forme.frame.summary_line is not None and (
        forme.frame.picture_above or not entry.media.screenshots
    )
    return Copy(
        lead=lead,
        must_lead=lead is not None and pitch is None,
        pitch=pitch,
        highlights=tuple(Said(text, forme.language(text), point=True) for text in entry.highlights),
        claim=entry.is_unclaimed,
        more=description(forme)[1 if instead else 0 :] if roomy else (),
        more_head=bool(entry.pitch),
        beside_offer=beside_offer,
        mirrored=forme.mirrored,
    )


def summary(forme: Forme) -> Said:
    """The summary in the language of the book where the vendor gives it, so that every reader knows what it is."""
    entry, text = forme.entry, words.summary(forme.entry)
    return Said(text, forme.language(text) if text == entry.summary else words.BOOK_LANGUAGE)


def description(forme: Forme) -> tuple[Said, ...]:
    """The paragraphs and points of the description, without styles."""
    found = []
    for line in paragraphs(parse(forme.entry.description)):
        text = "".join(run.text for run in line.runs)
        found.append(Said(text, forme.language(text), point=bool(line.marker)))
    return tuple(found)


def _place_rows(forme: Forme, fitted: Fitted, first: int) -> None:
    bar_rows = []
    for index, row in enumerate(fitted.rows):
        if row is None:
            continue
        at = baseline(first + index)
        if row.part is not None:
            forme.begin(row.part, row.lang)
        forme.in_column(row.line, at, row.indent)
        if row.bullet:
            forme.bullets.append((forme.leading(styles.BULLET), at - styles.BULLET - 0.6))
        if row.beside_bar:
            bar_rows.append(first + index)
    if bar_rows:
        top = LINE * bar_rows[0] + DESCENT
        height = LINE * (bar_rows[-1] + 1) - top
        forme.bar = Box(forme.leading(BAR), top, BAR, height)


def _note_steps(forme: Forme, fitted: Fitted, *, beside_offer: bool) -> None:
    """What was done to find room; beside an offer highlights give way by design."""
    if fitted.size < styles.TEXT.size:
        forme.note("pitch", f"set in {fitted.size:g} points", by_design=True)
    if fitted.closed:
        forme.note("pitch", "set without the empty line", by_design=True)
    if fitted.dropped:
        told = f"{counted(fitted.dropped, 'highlight')} of {len(forme.entry.highlights)} left out"
        over = f"; all of them are {counted(fitted.over, 'line')} too long"
        forme.note("highlights", told + over, by_design=beside_offer)
