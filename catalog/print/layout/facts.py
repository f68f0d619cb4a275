"""Fitting an entry's facts into its narrow columns.

Owns the order in which small print finds room: routes take their short names, the size goes from 7.5 to 7 points,
regions go from the vendor's words to a count; languages after the fourth become a number, needs after the fifth go.
Models, routes, regions, verdict and contact are never dropped: what does not fit is `Overset`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from catalog.print.layout import words
from catalog.print.layout.block import Overset
from catalog.print.typography import styles
from catalog.print.typography.lines import Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from catalog.model import Entry
    from catalog.print.typography.lines import Line
    from catalog.print.typography.typeset import Typesetter

_NEEDS_KEPT = 5


class SmallPrint(NamedTuple):
    """Lines of small print, and how many lines about needs are left out."""

    lines: tuple[Line, ...]
    dropped: int = 0


def sell_facts(entry: Entry, rows: int, width: float, typesetter: Typesetter) -> SmallPrint | Overset:
    """How and where the application is sold, and the verdict, in at most `rows` lines."""
    over = 0
    for size, short, regions in _sell_steps(entry):
        label, value = styles.LABEL.at(size), styles.FACT.at(size)
        lines: list[Line] = []
        for name, text in (
            ("Business models", words.models(entry)),
            ("Routes", words.routes(entry, short=short)),
            ("Regions", regions),
        ):
            lines += typesetter.wrap(name, label, width, "en")
            lines += typesetter.wrap(text, value, width, "en")
        lines += typesetter.wrap(
            [Span("Plesk criteria: ", value, "en"), Span(words.verdict(entry), label, "en")],
            value,
            width,
            "en",
        )
        if len(lines) <= rows:
            return SmallPrint(tuple(lines))
        over = sum(len(line.text) for line in lines[rows:])
    return Overset("regions", over)


def _sell_steps(entry: Entry) -> Iterator[tuple[float, bool, str]]:
    large, small = styles.SMALL_SIZES
    wordings = iter(words.region_wordings(entry.regions))
    own = next(wordings)
    yield large, False, own
    yield large, True, own
    yield small, True, own
    for shorter in wordings:
        yield large, True, shorter
        yield small, True, shorter


def package_facts(
    entry: Entry, published: date, rows: int, width: float, typesetter: Typesetter
) -> SmallPrint | Overset:
    """What the application is and needs, in at most `rows` lines. Needs go whole, the last first."""
    needs = words.deployment_lines(entry)
    fixed = [f"Version {entry.version}", words.certificate(entry, published)]
    for size, whole, kept in _package_steps(len(needs)):
        told = (*fixed, *needs[:kept], words.languages(entry, all_of_them=whole))
        style = styles.FACT.at(size)
        lines = tuple(line for text in told if text for line in typesetter.wrap(text, style, width))
        if len(lines) <= rows:
            return SmallPrint(lines, len(needs) - kept)
    return Overset("languages", sum(len(line.text) for line in lines[rows:]))


def _package_steps(needs: int) -> Iterator[tuple[float, bool, int]]:
    large, small = styles.SMALL_SIZES
    yield large, True, needs
    yield large, False, needs
    if needs > _NEEDS_KEPT:
        yield large, False, _NEEDS_KEPT
    for kept in range(min(needs, _NEEDS_KEPT), -1, -1):
        yield small, False, kept


def contact_lines(
    entry: Entry, width: float, typesetter: Typesetter
) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The lines of the best way to reach the sales desk, and of the second best; each may need more than one."""
    ways = words.sales(entry)
    best, second = ways[0], ways[1] if len(ways) > 1 else ""
    return _way(best, width, typesetter), _way(second, width, typesetter)


def _way(text: str, width: float, typesetter: Typesetter) -> tuple[Line, ...]:
    lines: tuple[Line, ...] = ()
    for size in styles.SMALL_SIZES:
        lines = typesetter.wrap(text, styles.FACT.at(size), width, "en")
        if len(lines) <= 1:
            break
    return lines
