"""The table of the commands, and the goals that ours are held against.

Owns the goals, the names of rows and how costs and ratios are written. Refuses to measure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench.goals import Goal
from bench.measure import Cost

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

CHECK, CHECK_COLD = "check", "check, empty cache"
COLD, UNCHANGED, CHANGED = "site, empty cache", "site, nothing changed", "site, one entry changed"
THEME, FRESH, COPY = "site, theme changed", "site, cache alone", "cp -r of the site"
PAGES = "pages alone, nothing kept"
HUGO, MKDOCS = "Hugo", "MkDocs, a page an entry"

GOALS = (
    Goal("check from nothing", "wall", CHECK_COLD, None, {10_000: 3.0}),
    Goal("check from nothing, memory", "mib", CHECK_COLD, None, {10_000: 300}),
    Goal("pages from nothing, processor time to Hugo's", "cpu", PAGES, HUGO, {10_000: 0.5}),
    Goal("whole site from nothing, processor time to Hugo's", "cpu", COLD, HUGO, {10_000: 1.5}),
    Goal("whole site, memory to Hugo's", "mib", COLD, HUGO, {10_000: 0.3}),
    Goal("whole site, memory", "mib", COLD, None, {100_000: 2048}),
    Goal("nothing changed, time to that from nothing", "wall", UNCHANGED, COLD, {10_000: 0.15}),
    Goal("one entry changed, time to that from nothing", "wall", CHANGED, COLD, {10_000: 0.2}),
)


def head() -> list[str]:
    """The two lines above the rows."""
    named = "entries | command | CPU s | wall s | peak MiB | CPU to Hugo's | CPU to the site from nothing"
    return [f"| {named} |", "|---:|---|" + "---:|" * 5]


def rows(count: int, found: Mapping[str, Cost | str]) -> Iterator[str]:
    """A line a command."""
    hugo, cold = found.get(HUGO), found.get(COLD)
    for name, cost in found.items():
        title = name if name in {HUGO, MKDOCS, COPY} else f"**{name}**"
        if isinstance(cost, str):
            yield f"| {count:,} | {title} | {cost} | | | | |"
            continue
        cells = [f"{cost.cpu:.2f}", f"{cost.wall:.2f}", f"{cost.mib:.0f}"]
        for own, other in ((HUGO, hugo), (COLD, cold)):
            cells.append(f"{cost.cpu / other.cpu:.2f} ×" if isinstance(other, Cost) and name != own else "")
        yield f"| {count:,} | {title} | {' | '.join(cells)} |"
