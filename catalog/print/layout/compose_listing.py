"""An entry in three lines: mark, name, vendor and contact; what it is and where to read on; how and where it is sold.

Owns that anatomy and its ladders: each column gets smaller on its own, and regions are said in fewer words. There is no
code: a smaller one than that of the other sizes is worse than an address that can be read. Nothing is left out but
what a listing never has; what does not fit is `Overset`, and the entry asks for a larger place.
"""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

from catalog.print.grid import DESCENT, SMALL
from catalog.print.layout import words
from catalog.print.layout.block import Block, Overset, Part
from catalog.print.layout.compose_side import link_sales
from catalog.print.layout.compose_text import BAR, summary
from catalog.print.layout.forme import Forme
from catalog.print.layout.frames import Frame, ListingFrame, Strip, frames, listing_frame
from catalog.print.pdf.canvas_page import Box
from catalog.print.typography import styles
from catalog.print.typography.latin import web_address
from catalog.text import direction

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from catalog.model import Entry
    from catalog.print.desk import Desk
    from catalog.print.grid import Grid
    from catalog.print.typography.lines import Line

BADGE = 12.0
_BADGE_TOP = 0.3
_NAME_SIZES = (9.0, 8.5, 8.0)
_BAR_INDENT = 5.0
_PUBLIC = ("Listed from public facts.", "From public facts.", "Public facts.")


def compose_listing(entry: Entry, desk: Desk) -> Block | Overset:
    """The entry in the three lines of a listing, or which field of it has no room there."""
    frame = listing_frame(desk.grid)
    forme = Forme(entry, _text_frame(desk.grid, frame), desk)
    forme.mirrored = direction(summary(forme).text) == "rtl"
    over = _place_heading(forme, frame) or _place_summary(forme, frame) or _place_trade(forme, frame)
    if over := over or _place_reach(forme, frame):
        return over
    if words.offer(entry, desk.edition.published):
        forme.note("promotions", "a listing has no room for the offer", by_design=True)
    return Block(
        slug=entry.slug, name=entry.name, type=entry.type, tier="listing", depth=frame.depth, step=1,
        rule=frame.rule, rule_above=frame.rule_above, size=styles.LISTING_NAME.size, lines=forme.read(), bullets=(),
        badge=Box(0.0, _BADGE_TOP, BADGE, BADGE), code=None, bar=forme.bar, links=tuple(forme.links),
        notes=tuple(forme.notes), languages=forme.languages or None,
    )  # fmt: skip


def _text_frame(grid: Grid, frame: ListingFrame) -> Frame:
    """A frame whose text column is the one of the summary, so that right-to-left texts are mirrored in it."""
    return replace(frames(grid)["quarter"], text=frame.summary)


def _place_heading(forme: Forme, frame: ListingFrame) -> Overset | None:
    entry, strip = forme.entry, frame.heading
    name, vendor, contact = frame.baselines
    told = (
        ("name", Part.NAME, (entry.name,), styles.LISTING_NAME, _NAME_SIZES, name),
        ("vendor.name", Part.VENDOR, words.vendor_wordings(entry), styles.FACT, styles.SMALL_SIZES, vendor),
        ("contacts.sales", Part.SALES, (_sales(entry),), styles.FACT, styles.SMALL_SIZES, contact),
    )
    for field, part, texts, style, sizes, at in told:
        for text, size in itertools.product(texts, sizes):
            lang = forme.language(text)
            line = forme.typesetter.line(text, style.at(size), lang)
            if line.width <= strip.width:
                break
        else:
            return Overset(field, forme.typesetter.overset(text, style.at(sizes[-1]), strip.width, 1, lang))
        _note_size(forme, field, size, sizes)
        forme.begin(part, lang)
        forme.put(strip.x, at, line)
    forme.link(Box(strip.x, vendor - SMALL + DESCENT, strip.width, SMALL), entry.vendor.homepage)
    link_sales(forme, Box(strip.x, contact - SMALL + DESCENT, strip.width, SMALL))
    return None


def _sales(entry: Entry) -> str:
    best = words.sales(entry)[0]
    return f"Sales {best}" if best == words.UNSTATED else best


def _place_summary(forme: Forme, frame: ListingFrame) -> Overset | None:
    """What it is on at most two lines, and where to read on."""
    said, width = summary(forme), frame.summary.width
    for size in frame.summary_sizes:
        style = styles.LISTING_SUMMARY.at(size)
        lines = forme.typesetter.wrap(said.text, style, width, said.lang, forme.base)
        if len(lines) < len(frame.baselines):
            break
    else:
        return Overset("summary", sum(len(line.text) for line in lines[2:]))
    address = _address(forme, width, len(frame.baselines) - len(lines))
    if address is None:
        return Overset("slug", len(forme.entry.slug))
    _note_size(forme, "summary", size, frame.summary_sizes)
    forme.begin(Part.SUMMARY, said.lang)
    for line, at in zip(lines, frame.baselines, strict=False):
        forme.in_column(line, at)
    forme.begin(Part.ADDRESS)
    below = frame.baselines[len(lines) :]
    for line, at in zip(address, below, strict=False):
        forme.in_column(line, at)
    box = Box(frame.summary.x, below[0] - SMALL + DESCENT, width, SMALL * len(address))
    forme.link(box, forme.desk.address(forme.entry.slug))
    return None


def _address(forme: Forme, width: float, rows: int) -> tuple[Line, ...] | None:
    """The address of the entry's page as people type it, whole on one line if that can be."""
    path = f"apps/{forme.entry.slug}"
    whole = web_address(f"{forme.desk.site_url}{path}")
    for most in range(1, rows + 1):
        for text in (whole, path):
            for size in styles.SMALL_SIZES:
                lines = forme.typesetter.wrap(text, styles.FACT.at(size), width, "en", "ltr")
                if len(lines) <= most:
                    return lines
    return None


def _place_trade(forme: Forme, frame: ListingFrame) -> Overset | None:
    """Models, and routes by their short names."""
    if frame.trade is None:
        return None
    routes = words.routes(forme.entry, short=True)
    routes = f"Routes {routes}" if routes == words.UNSTATED else f"via {routes}"
    texts = (("business_models", _models(forme.entry)), ("routes", routes))
    return _place_facts(forme, frame.trade, [texts], len(frame.baselines))


def _models(entry: Entry) -> str:
    told = words.models(entry)
    return f"Models {told}" if told == words.UNSTATED else told


def _place_reach(forme: Forme, frame: ListingFrame) -> Overset | None:
    """Regions, and the certificate; on a narrow page models instead of the latter."""
    entry = forme.entry
    claim = _claim(forme, frame.reach) if entry.is_unclaimed else ()
    level = words.certified(entry, forme.desk.edition.published) if frame.trade else None
    models = () if frame.trade else (("business_models", _models(entry)),)
    last = (("certification", level),) if level else ()
    ways = [
        (*models, ("regions", f"Regions {said}" if said == words.UNSTATED else said), *last)
        for said in words.region_wordings(entry.regions)
    ]
    rows = len(frame.baselines) - len(claim)
    placed = len(forme.lines)
    if over := _place_facts(forme, frame.reach, ways, rows):
        return over
    if claim:
        first = frame.baselines[len(forme.lines) - placed]
        forme.begin(Part.CLAIM)
        forme.stack(frame.reach.x + _BAR_INDENT, first, SMALL, claim)
        top = first - SMALL + DESCENT
        forme.bar = Box(frame.reach.x, top, BAR, SMALL * len(claim) - 1)
    return None


def _claim(forme: Forme, strip: Strip) -> tuple[Line, ...]:
    """That the entry is made from public facts, on one line."""
    lines = (forme.typesetter.line(text, styles.LABEL, "en", "ltr") for text in _PUBLIC)
    return (next(line for line in lines if line.width <= strip.width - _BAR_INDENT),)


def _place_facts(
    forme: Forme, strip: Strip, ways: Iterable[tuple[tuple[str, str], ...]], rows: int
) -> Overset | None:
    """Put facts below each other: the first way to say them that fits, at the larger size if it can be."""
    field, over, first = "regions", 0, True
    for texts, size in _tries(ways):
        made = [
            forme.typesetter.wrap(text, styles.FACT.at(size), strip.width, forme.language(text))
            for _, text in texts
        ]
        if sum(map(len, made)) <= rows:
            at = SMALL
            for lines in made:
                forme.begin(Part.FACTS)
                forme.stack(strip.x, at, SMALL, lines)
                at += SMALL * len(lines)
            if not first:
                told = "; ".join(text for _, text in texts)
                forme.note(texts[0][0], f'set as "{told}" in {size:g} points', by_design=True)
            return None
        first = False
        every = [line for part in made for line in part]
        field, over = texts[0][0], sum(len(line.text) for line in every[rows:])
    return Overset(field, over)


def _tries(
    ways: Iterable[tuple[tuple[str, str], ...]],
) -> Iterator[tuple[tuple[tuple[str, str], ...], float]]:
    for texts in ways:
        for size in styles.SMALL_SIZES:
            yield texts, size


def _note_size(forme: Forme, field: str, size: float, sizes: tuple[float, ...]) -> None:
    if size < sizes[0]:
        forme.note(field, f"set in {size:g} points", by_design=True)
