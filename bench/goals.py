"""Goals that our numbers are held against, and how they are told.

Owns the shape of a goal of costs, the verdict, and the table of verdicts. Refuses to know which goals there are: each
benchmark states its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bench.measure import Cost

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence


class Verdict(NamedTuple):
    """A goal, the number that it allows, the number that was measured, and whether that is enough."""

    goal: str
    limit: str
    measured: str
    met: bool


class Goal(NamedTuple):
    """One number may be at most so much, by number of entries: `cpu`, `wall` (seconds) or `mib` of a command.

    Where another command is named, at most so many times that one's.
    """

    said: str
    number: str
    command: str
    other: str | None
    limits: Mapping[int, float]


_UNITS = {"cpu": "s", "wall": "s", "mib": "MiB"}


def verdicts(goals: Iterable[Goal], count: int, found: Mapping[str, Cost | str]) -> Iterator[Verdict]:
    """What was measured of so many entries against the goals for them; what did not run is not met."""
    for goal in goals:
        limit = goal.limits.get(count)
        if limit is None or goal.command not in found or (goal.other and goal.other not in found):
            continue
        ours, other = found[goal.command], found[goal.other] if goal.other else None
        unit = "×" if goal.other else _UNITS[goal.number]
        digits = 0 if goal.number == "mib" and not goal.other else 2
        said, met = "not measured", False
        if isinstance(ours, Cost) and not isinstance(other, str):
            value = getattr(ours, goal.number) / (getattr(other, goal.number) if other else 1)
            said, met = f"{value:.{digits}f} {unit}", value <= limit
        yield Verdict(f"{goal.said}, {count:,}", f"≤ {limit:.{digits}f} {unit}", said, met)


def goal_lines(found: Sequence[Verdict]) -> list[str]:
    """The goals as a table."""
    lines = ["| goal | allowed | measured | |", "|---|---:|---:|---|"]
    return lines + [
        f"| {one.goal} | {one.limit} | {one.measured} | {'met' if one.met else '**not met**'} |"
        for one in found
    ]
