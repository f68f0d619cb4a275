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
from catalog.print.layout.block import Overset
from catalog.print.layout.copyfit import Copy, Fitted, Said, fit
from catalog.print.layout.frames import TEXT_WIDTH, TEXT_X
from catalog.print.layout.offers import offer_lines
from catalog.print.pdf.canvas_page import Box
from catalog.print.typography import styles

if TYPE_CHECKING:
    from catalog.print.layout.forme import Forme
    from catalog.print.typography.lines import Line

_VENDOR_SIZES = (9.0, 8.5, 8.0)
_SUMMARY_SIZES = (11.0, 10.5, 10.0)
_SUMMARY_NARROW = (10.0, 9.0, 8.0)
_BAR = 1.5


def place_heading(forme: Forme) -> Overset | None:
    """Put name and vendor at the head of the column."""
    over = _place_name(forme)
    return over or _place_vendor(forme)


def _place_name(forme: Forme) -> Overset | None:
    frame, name = forme.frame, forme.entry.name
    style = frame.name
    width = TEXT_WIDTH if forme.mirrored else frame.name_width
    lang = forme.language(name)
    for size in frame.name_sizes:
        line = forme.typesetter.line(name, style.at(size), lang, forme.base)
        if line.width <= width:
            forme.in_column(line, frame.name_baseline)
            return None
    for size in frame.name_pair:
        lines = forme.typesetter.wrap(name, style.at(size), width, lang, forme.base)
        if len(lines) <= 2:
            for line, at in zip(lines, frame.pair_baselines, strict=False):
                forme.in_column(line, at)
            return None
    return Overset("name", forme.typesetter.overset(name, style.at(frame.name_pair[-1]), width, 2, lang))


def _place_vendor(forme: Forme) -> Overset | None:
    entry, frame = forme.entry, forme.frame
    text = words.vendor_line(entry, with_host=frame.tier != "quarter")
    lines: tuple[Line, ...] = ()
    for size, most in (*((size, 1) for size in _VENDOR_SIZES), (_VENDOR_SIZES[-1], 2)):
        lines = forme.typesetter.wrap(
            text, styles.TEXT.at(size), TEXT_WIDTH, forme.language(text), forme.base
        )
        if len(lines) <= most:
            break
    else:
        text = entry.vendor.name
        lines = forme.typesetter.wrap(
            text, styles.TEXT.at(_VENDOR_SIZES[-1]), TEXT_WIDTH, forme.language(text), forme.base
        )
        if len(lines) > 2:
            return Overset("vendor.name", sum(len(line.text) for line in lines[2:]))
    for row, line in enumerate(lines):
        forme.in_column(line, baseline(frame.vendor_line + row))
    box = Box(TEXT_X, LINE * frame.vendor_line, TEXT_WIDTH, LINE * len(lines))
    forme.link(box, entry.vendor.homepage)
    return None


def place_words(forme: Forme) -> Fitted | Overset:
    """Put summary, pitch and highlights into the column; the result says in which size."""
    frame, entry = forme.frame, forme.entry
    first = frame.text_line
    if frame.summary_line is not None:
        first = max(first, _place_summary(forme, frame.summary_line))
    framed = frame.picture_line is not None and bool(entry.media.screenshots)
    last = frame.lines if frame.picture_line is None or not framed else frame.text_line + frame.text_lines
    rows = last - first - _offer_room(forme)
    fitted = fit(_copy(forme), rows, TEXT_WIDTH, forme.typesetter)
    if isinstance(fitted, Overset) or entry.pitch:
        if not isinstance(fitted, Overset):
            _place_rows(forme, fitted, first)
        return fitted
    return _place_without_pitch(forme, fitted, rows, first)


def _place_without_pitch(forme: Forme, plain: Fitted, rows: int, first: int) -> Fitted:
    """The description's first paragraph stands in for a pitch where it fits whole, at full size and with air."""
    paragraph = next(iter(description(forme)), None)
    fitted = plain
    if paragraph and not paragraph.point:
        fuller = fit(_copy(forme, instead=paragraph), rows, TEXT_WIDTH, forme.typesetter)
        if not isinstance(fuller, Overset) and fuller.size == plain.size and None in fuller.rows[:-1]:
            fitted = fuller
    _place_rows(forme, fitted, first)
    return fitted


def _place_summary(forme: Forme, line: int) -> int:
    """Put the summary in its own place; the result is the first line that is free for the text."""
    text, lang, _ = summary(forme)
    lines: tuple[Line, ...] = ()
    for size, most in (*((size, 2) for size in _SUMMARY_SIZES), *((size, 3) for size in _SUMMARY_NARROW)):
        lines = forme.typesetter.wrap(text, styles.HALF_SUMMARY.at(size), TEXT_WIDTH, lang, forme.base)
        if len(lines) <= most:
            break
    for row, made in enumerate(lines):
        forme.in_column(made, baseline(line + row))
    return line + len(lines)


def _offer_room(forme: Forme) -> int:
    """Lines at the foot of the column that belong to the offer, with the empty one above it."""
    promotion = words.offer(forme.entry, forme.desk.edition.published)
    return offer_lines(forme, promotion) + 1 if promotion and forme.frame.offer_line is None else 0


def _copy(forme: Forme, instead: Said | None = None) -> Copy:
    entry = forme.entry
    lead = summary(forme) if forme.frame.summary_line is None else None
    pitch = Said(entry.pitch, forme.language(entry.pitch)) if entry.pitch else instead
    roomy = forme.frame.summary_line is not None and not entry.media.screenshots
    return Copy(
        lead=lead,
        must_lead=lead is not None and pitch is None,
        pitch=pitch,
        highlights=tuple(Said(text, forme.language(text), point=True) for text in entry.highlights),
        claim=entry.listing.source in {"package", "public"},
        more=description(forme)[1 if instead else 0 :] if roomy else (),
        more_head=bool(entry.pitch),
        beside_offer=_offer_room(forme) > 0,
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
        forme.in_column(row.line, at, row.indent)
        if row.bullet:
            forme.bullets.append((forme.leading(styles.BULLET), at - styles.BULLET - 0.6))
        if row.beside_bar:
            bar_rows.append(first + index)
    if bar_rows:
        top = LINE * bar_rows[0] + DESCENT
        height = LINE * (bar_rows[-1] + 1) - top
        forme.bar = Box(forme.leading(_BAR), top, _BAR, height)
    if fitted.dropped and not _offer_room(forme):
        forme.note(
            "highlights",
            f"{counted(fitted.dropped, 'highlight')} of {len(forme.entry.highlights)} left out",
        )
