"""The table of the books, and the goals that ours is held against.

Owns the goals and how costs, ratios and verdicts are written. Refuses to measure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bench.goals import Goal, Verdict
from bench.goals import verdicts as judged

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bench.measure import Cost

ALONE, COMMAND, EMPTY = "book alone", "print", "print, empty cache"
CHANGED, PREFLIGHT = "print, one entry changed", "preflight"
TYPST, WEASYPRINT = "Typst", "WeasyPrint"


class Made(NamedTuple):
    """What a book cost, its bytes and pages (0 where a command writes no book), and whether it is for press."""

    cost: Cost
    size: int = 0
    pages: int = 0
    press: bool = False


GOALS = (
    Goal("press book, time to Typst's", "wall", ALONE, TYPST, {1_000: 1.0, 10_000: 0.5}),
    Goal("press book, time to WeasyPrint's", "wall", ALONE, WEASYPRINT, {1_000: 1 / 25}),
    Goal("press book, peak memory to Typst's", "mib", ALONE, TYPST, {1_000: 0.5, 10_000: 0.5}),
    Goal("preflight, time to the book's", "wall", PREFLIGHT, ALONE, {1_000: 6, 10_000: 6}),
    Goal("one entry changed, time to none changed", "wall", CHANGED, COMMAND, {10_000: 1.1}),
)
"""The last says that assets and measures of all other entries come from the cache."""


def head() -> list[str]:
    """The two lines above the rows."""
    named = "entries | command | CPU s | wall s | peak MiB | file MB | pages | pages a second | wall to ours"
    return [f"| {named} |", "|---:|---|" + "---:|" * 7]


def rows(count: int, found: Mapping[str, Made | str]) -> Iterator[str]:
    """A line a command. Ratios are to the book alone, which does what the peers do."""
    ours = found.get(ALONE)
    for name, made in found.items():
        title = name if name in {TYPST, WEASYPRINT} else f"**{name}**"
        if isinstance(made, str):
            yield f"| {count:,} | {title} | {made} | | | | | | |"
            continue
        cost = made.cost
        written = (f"{made.size / 1e6:.2f}", f"{made.pages:,}", f"{made.pages / cost.wall:,.0f}")
        ratio = f"{cost.wall / ours.cost.wall:.1f} ×" if isinstance(ours, Made) and name != ALONE else ""
        cells = (
            f"{cost.cpu:.2f}",
            f"{cost.wall:.2f}",
            f"{cost.mib:.0f}",
            *(written if made.pages else ("",) * 3),
        )
        yield f"| {count:,} | {title} | {' | '.join(cells)} | {ratio} |"


def verdicts(count: int, found: Mapping[str, Made | str]) -> Iterator[Verdict]:
    """Our numbers against the goals for so many entries; what did not run is not met.

    A book for the screen, which has no inks to part, meets no goal of a press book.
    """
    costs = {name: made.cost if isinstance(made, Made) else made for name, made in found.items()}
    for goal in GOALS:
        ours = found.get(goal.command)
        for one in judged((goal,), count, costs):
            if goal.command == ALONE and isinstance(ours, Made) and not ours.press:
                yield one._replace(measured=f"{one.measured}, screen book", met=False)
            else:
                yield one
