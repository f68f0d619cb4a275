"""The table of browsing and search, and the goals that our numbers are held against.

Owns the goals and how values, ratios (ours is 1) and verdicts are written. Refuses to measure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bench.goals import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bench.browse.questions import Score

OURS = "ours"
NOT_FINISHED = "not finished"
Numbers = dict[str, float | None]
"""By the name of a measure; `None` is not finished, a name that is missing was not asked for."""


class Measure(NamedTuple):
    """What is measured: its heading, the unit's digits, and the most it may be by number of entries."""

    name: str
    heading: str
    unit: str
    digits: int
    goals: Mapping[int, float]

    def written(self, value: float) -> str:
        """The number with its unit's digits, thousands apart."""
        return f"{value:,.{self.digits}f}"


MEASURES = (
    Measure("bytes", "bytes to the first result", "KB", 1, {1_000: 35, 10_000: 45, 100_000: 60}),
    Measure("counted", "bytes with all counts", "KB", 1, {}),
    Measure("slow", "first result, slow line", "s", 2, {1_000: 1.5, 10_000: 1.8, 100_000: 2.0}),
    Measure("key", "key p95, warm", "ms", 1, {1_000: 10, 10_000: 20, 100_000: 80}),
    Measure("facet", "facet p95, all counts", "ms", 1, {1_000: 5, 10_000: 15, 100_000: 30}),
    Measure("heap", "heap", "MB", 1, {1_000: 5, 10_000: 10, 100_000: 30}),
    Measure("build", "index build", "s", 2, {1_000: 0.5, 10_000: 4, 100_000: 45}),
)
RECALL, RANK = 0.97, 0.95


def ratio(value: float | None, ours: float | None) -> str:
    """How many times ours a value is; nothing where there is no telling."""
    if value is None or not ours:
        return ""
    times = value / ours
    return f"{times:,.0f} ×" if times >= 100 else f"{times:.1f} ×"


def rows(count: int, found: Mapping[str, Numbers]) -> Iterator[str]:
    """A line for each engine: values, and after a peer's value how many times ours it is."""
    for engine, numbers in found.items():
        cells = []
        for measure in MEASURES:
            if measure.name not in numbers:
                cells.append("–")
                continue
            value = numbers[measure.name]
            said = NOT_FINISHED if value is None else measure.written(value)
            times = "" if engine == OURS else ratio(value, found[OURS].get(measure.name))
            cells.append(f"{said} ({times})" if times else said)
        name = f"**{engine}**" if engine == OURS else engine
        yield f"| {count:,} | {name} | {' | '.join(cells)} |"


def head() -> list[str]:
    """The two lines above the rows."""
    named = " | ".join(f"{measure.heading}, {measure.unit}" for measure in MEASURES)
    return [f"| entries | engine | {named} |", "|---:|---|" + "---:|" * len(MEASURES)]


def verdicts(count: int, ours: Numbers) -> Iterator[Verdict]:
    """Our numbers against the goals for that many entries; sizes without goals have none."""
    for measure in MEASURES:
        limit = measure.goals.get(count)
        if limit is None or measure.name not in ours:
            continue
        value = ours[measure.name]
        said = NOT_FINISHED if value is None else f"{measure.written(value)} {measure.unit}"
        met = value is not None and value <= limit
        yield Verdict(f"{measure.heading}, {count:,}", f"≤ {limit:g} {measure.unit}", said, met)


def quality_verdicts(title: str, ours: Mapping[str, Score]) -> Iterator[Verdict]:
    """Quality against its goals: all questions together, and each hard one among the first five."""
    whole = ours["all"]
    yield Verdict(f"recall@5, {title}", f"≥ {RECALL}", f"{whole.recall:.3f}", whole.recall >= RECALL)
    rank = whole.rank or 0.0
    yield Verdict(f"MRR, {title}", f"≥ {RANK}", f"{rank:.3f}", rank >= RANK)
    if "hard" in ours:
        hard = ours["hard"]
        said = f"{round(hard.recall * hard.asked)} of {hard.asked}"
        yield Verdict(f"hard questions in the first five, {title}", "all", said, hard.recall >= 1)


def quality_rows(title: str, found: Mapping[str, Mapping[str, Score]]) -> Iterator[str]:
    """A line for each group of questions: recall@5 and mean reciprocal rank of every engine."""
    for group, ours in found[OURS].items():
        cells = [_score(scored[group]) for scored in found.values()]
        yield f"| {title} | {group} | {ours.asked} | {' | '.join(cells)} |"


def quality_head(engines: Sequence[str]) -> list[str]:
    """The two lines above the rows."""
    return [f"| set | questions | | {' | '.join(engines)} |", "|---|---|---:|" + "---:|" * len(engines)]


def _score(score: Score) -> str:
    if score.rank is None:
        return f"precision@10 {score.recall:.2f}"
    return f"{score.recall:.3f} / {score.rank:.3f}"
