"""The benchmark of the commands: what is run in which state, its table and its goals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench.entries import write
from bench.goals import Goal, goal_lines, verdicts
from bench.measure import Cost
from bench.run import ours, series
from bench.table import CHANGED, COLD, FRESH, GOALS, HUGO, MKDOCS, THEME, UNCHANGED, head, rows

if TYPE_CHECKING:
    from pathlib import Path


def test_each_row_is_the_state_that_its_name_says(tmp_path: Path) -> None:
    write(3, tmp_path / "entries")
    jobs = ours(tmp_path)
    for job in jobs:
        cost = series([job], 1)[job.name]
        assert isinstance(cost, Cost), job.name
    page = tmp_path / "ours" / "copy" / "site" / "apps"
    assert sum("<!-- 0 -->" in file.read_text("utf-8") for file in page.glob("*/index.html")) == 3
    assert "Changed for run 0" in (page / "index.html").read_text("utf-8")
    assert [job.keeps for job in jobs if job.name in {COLD, UNCHANGED, CHANGED, THEME, FRESH}] == [
        False,
        True,
        True,
        True,
        False,
    ]
    assert [job.name for job in jobs if job.cache] == ["check, empty cache", COLD]


def test_a_row_has_costs_and_the_ratios_to_hugo_and_to_the_site_from_nothing() -> None:
    found: dict[str, Cost | str] = {
        COLD: Cost(20, 10, 300),
        UNCHANGED: Cost(2, 1.5, 100),
        HUGO: Cost(10, 8, 600),
        MKDOCS: "did not run here",
    }
    assert list(rows(1_000, found)) == [
        "| 1,000 | **site, empty cache** | 20.00 | 10.00 | 300 | 2.00 × |  |",
        "| 1,000 | **site, nothing changed** | 2.00 | 1.50 | 100 | 0.20 × | 0.10 × |",
        "| 1,000 | Hugo | 10.00 | 8.00 | 600 |  | 0.50 × |",
        "| 1,000 | MkDocs, a page an entry | did not run here | | | | |",
    ]
    assert {line.count("|") for line in [*head(), *rows(1_000, found)]} == {8}


def test_a_goal_is_a_number_of_a_command_or_its_ratio_to_another() -> None:
    found: dict[str, Cost | str] = {"a": Cost(3, 2, 250.4), "b": Cost(4, 4, 1000), "c": "did not run here"}
    goals = (
        Goal("seconds", "wall", "a", None, {10: 2.0, 20: 1.9}),
        Goal("memory", "mib", "a", None, {10: 250}),
        Goal("time to b's", "wall", "a", "b", {10: 0.5}),
        Goal("time to c's", "wall", "a", "c", {10: 9}),
        Goal("not asked for", "wall", "d", None, {10: 9}),
    )
    assert [(one.limit, one.measured, one.met) for one in verdicts(goals, 10, found)] == [
        ("≤ 2.00 s", "2.00 s", True),
        ("≤ 250 MiB", "250 MiB", False),
        ("≤ 0.50 ×", "0.50 ×", True),
        ("≤ 9.00 ×", "not measured", False),
    ]
    assert [one.met for one in verdicts(goals, 20, found)] == [False]
    assert (
        goal_lines(list(verdicts(goals, 20, found)))[-1]
        == "| seconds, 20 | ≤ 1.90 s | 2.00 s | **not met** |"
    )


def test_the_goals_name_rows_that_there_are(tmp_path: Path) -> None:
    write(1, tmp_path / "entries")
    names = {job.name for job in ours(tmp_path)} | {HUGO}
    assert {goal.command for goal in GOALS} | {goal.other for goal in GOALS if goal.other} <= names
