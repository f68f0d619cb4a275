"""Fitting an entry's facts into its narrow columns.

Owns the order in which small print finds room: routes take their short names, the size goes from 7.5 to 7 points,
regions go from the vendor's words to a count; languages after the fourth become a number, needs after the fifth go.
Models, routes, regions, verdict and contact are never dropped: what does not fit is `Overset`.
"""

from __future__ import annotations

import functools
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
_REMEMBERED = 8192  # Facts that are kept, of which the most are a few lines.


class SmallPrint(NamedTuple):
    """Small print, the lines of each fact together, and how many lines about needs are left out.

    `steps` are fields and what was done to them to find room.
    """

    facts: tuple[tuple[Line, ...], ...]
    dropped: int = 0
    steps: tuple[tuple[str, str], ...] = ()

    @property
    def rows(self) -> int:
        """How many lines it is."""
        return sum(map(len, self.facts))


def sell_facts(entry: Entry, rows: int, width: float, typesetter: Typesetter) -> SmallPrint | Overset:
    """How and where the application is sold, and the verdict, in at most `rows` lines."""
    over = 0
    for size, short, regions in _sell_steps(entry):
        made = SmallPrint(
            (
                _labelled("Business models", words.models(entry), size, width, typesetter),
                _labelled("Routes", words.routes(entry, short=short), size, width, typesetter),
                _labelled("Regions", regions, size, width, typesetter),
                _verdict(words.verdict(entry), size, width, typesetter),
            )
        )
        if made.rows <= rows:
            return made._replace(steps=tuple(_sell_notes(entry, size, regions, short=short)))
        over = sum(len(line.text) for fact in made.facts for line in fact) * (made.rows - rows) // made.rows
    return Overset("regions", over)


# The same models, routes, certificates and needs come with thousands of entries.
@functools.lru_cache(maxsize=_REMEMBERED)
def _labelled(name: str, text: str, size: float, width: float, typesetter: Typesetter) -> tuple[Line, ...]:
    return (
        *typesetter.wrap(name, styles.LABEL.at(size), width, "en"),
        *typesetter.wrap(text, styles.FACT.at(size), width, "en"),
    )


@functools.lru_cache(maxsize=_REMEMBERED)
def _verdict(text: str, size: float, width: float, typesetter: Typesetter) -> tuple[Line, ...]:
    label, value = styles.LABEL.at(size), styles.FACT.at(size)
    spans = [Span("Plesk criteria: ", value, "en"), Span(text, label, "en")]
    return typesetter.wrap(spans, value, width, "en")


@functools.lru_cache(maxsize=_REMEMBERED)
def _plain(text: str, size: float, width: float, typesetter: Typesetter) -> tuple[Line, ...]:
    return typesetter.wrap(text, styles.FACT.at(size), width)


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


def _sell_notes(entry: Entry, size: float, regions: str, *, short: bool) -> Iterator[tuple[str, str]]:
    """What a step did, for the people who make the book."""
    if short and words.routes(entry) != words.routes(entry, short=True):
        yield "routes", "set by their short names"
    if size < styles.FACT.size:
        yield "business_models", f"facts set in {size:g} points"
    if regions != next(words.region_wordings(entry.regions)):
        yield "regions", f'said as "{regions}"'


def package_facts(
    entry: Entry, published: date, rows: int, width: float, typesetter: Typesetter
) -> SmallPrint | Overset:
    """What the application is and needs, in at most `rows` lines. Needs go whole, the last first."""
    needs = words.deployment_lines(entry)
    fixed = [f"Version {entry.version}", words.certificate(entry, published)]
    for size, whole, kept in _package_steps(len(needs)):
        told = (*fixed, *needs[:kept], words.languages(entry, all_of_them=whole))
        made = SmallPrint(
            tuple([_plain(text, size, width, typesetter) for text in told if text]), len(needs) - kept
        )
        if made.rows <= rows:
            return made._replace(steps=tuple(_package_notes(entry, size, whole=whole)))
    return Overset("languages", sum(len(line.text) for line in made.facts[-1]))


def _package_notes(entry: Entry, size: float, *, whole: bool) -> Iterator[tuple[str, str]]:
    if not whole and (told := words.languages(entry, all_of_them=False)) != words.languages(
        entry, all_of_them=True
    ):
        yield "languages", f"said as {told!r}"
    if size < styles.FACT.size:
        yield "deployment", f"set in {size:g} points"


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
