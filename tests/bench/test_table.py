from __future__ import annotations

import pytest

from bench.browse.chromium import percentile
from bench.browse.questions import Score
from bench.browse.run import median
from bench.browse.table import (
    OURS,
    Numbers,
    head,
    quality_rows,
    quality_verdicts,
    ratio,
    rows,
    verdicts,
)
from bench.goals import goal_lines


@pytest.mark.parametrize(
    ("value", "ours", "said"),
    [
        (30.0, 10.0, "3.0 ×"),
        (5.0, 10.0, "0.5 ×"),
        (2656, 6.9, "385 ×"),
        (None, 1.0, ""),
        (1.0, None, ""),
        (1.0, 0, ""),
    ],
)
def test_a_ratio_is_to_ours(value: float | None, ours: float | None, said: str) -> None:
    assert ratio(value, ours) == said


def test_a_row_has_values_and_ratios() -> None:
    found: dict[str, Numbers] = {
        OURS: {"bytes": 20.0, "key": 8.0, "facet": 1.0},
        "Peer": {"bytes": 100.0, "key": None, "facet": 0.5},
    }
    ours, peer = rows(10_000, found)
    assert ours == "| 10,000 | **ours** | 20.0 | – | – | 8.0 | 1.0 | – | – |"
    assert peer == "| 10,000 | Peer | 100.0 (5.0 ×) | – | – | not finished | 0.5 (0.5 ×) | – | – |"
    assert {line.count("|") for line in [*head(), ours, peer]} == {ours.count("|")}


def test_a_goal_is_met_up_to_its_limit() -> None:
    found = {one.goal: one for one in verdicts(1_000, {"bytes": 35.0, "key": 10.1, "slow": None})}
    assert found["bytes to the first result, 1,000"].met
    assert not found["key p95, warm, 1,000"].met
    assert not found["first result, slow line, 1,000"].met
    assert found["first result, slow line, 1,000"].measured == "not finished"
    assert list(verdicts(777, {"bytes": 1.0})) == []


def test_goals_of_quality_need_every_hard_question() -> None:
    good = {"hard": Score(10, 1.0, 0.9), "all": Score(100, 0.98, 0.96)}
    assert [one.met for one in quality_verdicts("names", good)] == [True, True, True]
    bad = {"hard": Score(10, 0.9, 0.9), "all": Score(100, 0.969, 0.96)}
    assert [(one.measured, one.met) for one in quality_verdicts("names", bad)] == [
        ("0.969", False),
        ("0.960", True),
        ("9 of 10", False),
    ]
    lines = goal_lines([*quality_verdicts("names", bad)])
    assert lines[2] == "| recall@5, names | ≥ 0.97 | 0.969 | **not met** |"
    assert lines[3].endswith("| met |")


def test_quality_is_a_row_a_group() -> None:
    found = {
        OURS: {"topic": Score(3, 0.75, None), "all": Score(9, 1.0, 0.5)},
        "Peer": {"topic": Score(3, 0.5, None), "all": Score(9, 0.25, 0.125)},
    }
    assert list(quality_rows("names", found)) == [
        "| names | topic | 3 | precision@10 0.75 | precision@10 0.50 |",
        "| names | all | 9 | 1.000 / 0.500 | 0.250 / 0.125 |",
    ]


def test_a_median_with_a_gap_is_a_gap() -> None:
    assert median([3.0, 1.0, 2.0]) == 2
    assert median([3.0, None, 2.0]) is None
    assert median([]) is None


def test_a_percentile_is_a_number_of_the_list() -> None:
    assert percentile(range(1, 101), 95) == 95
    assert percentile([7.0], 95) == 7
    assert percentile([1.0, 2.0, 3.0], 95) == 3
