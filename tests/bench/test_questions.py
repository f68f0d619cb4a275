from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from bench.browse.questions import (
    PER_KIND,
    Question,
    Score,
    questions_on,
    read_questions,
    recall,
    reciprocal,
    scores,
)
from bench.browse.run import HARD_NAMES
from catalog.text import slug_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

NAMES = [
    "GitHub",
    "GitHub Actions",
    "GitHub Pages",
    "GitHub Sponsors",
    "Nextcloud",
    "Owncast",
    "Open Access",
    "X",
]


@pytest.mark.parametrize(
    ("expected", "found", "share"),
    [
        (["a"], ["a"], 1),
        (["a"], ["b", "c", "d", "e", "a"], 1),
        (["a"], ["b", "c", "d", "e", "f", "a"], 0),
        (["a", "b"], ["a"], 0.5),
        (list("abcdefg"), list("abcde"), 1),
        (["a"], [], 0),
    ],
)
def test_recall_looks_at_the_first_five(expected: Sequence[str], found: Sequence[str], share: float) -> None:
    assert recall(expected, found) == share


def test_the_reciprocal_rank_is_of_the_first_right_answer() -> None:
    assert reciprocal(["a", "b"], ["c", "b", "a"]) == 0.5
    assert reciprocal(["a"], [*"bcdefghijk", "a"]) == 0


def test_scores_are_by_kind_and_topics_stay_out_of_the_whole() -> None:
    questions = [
        Question("a", "hard-sign", ("a",)),
        Question("b", "seeded-name", ("b",)),
        Question("c", "topic", ("c", "d")),
    ]
    found = scores(questions, [["a"], ["x", "b"], ["c"]])
    assert found == {
        "hard": Score(1, 1.0, 1.0),
        "seeded-name": Score(1, 1.0, 0.5),
        "topic": Score(1, 0.1, None),
        "all": Score(2, 1.0, 0.75),
    }


def test_questions_are_made_from_names_and_always_the_same() -> None:
    names = {slug_of(name): name for name in NAMES}
    made = questions_on(names)
    assert made == questions_on(names)
    by_kind = {question.kind: question for question in made}
    assert by_kind["seeded-split"] == Question("git hub", "seeded-split", ("github",))
    assert {question.query for question in made if question.kind == "seeded-squash"} >= {"openaccess"}
    assert all(set(question.expected) <= set(names) for question in made)
    assert not [question for question in made if question.expected == ("x",)]


def test_a_beginning_that_many_share_is_passed_over() -> None:
    names = {
        slug_of(name): name for name in ["Google Ads", "Google Air", "Google All", "Google Ask", "Gitea"]
    }
    queries = [question.query for question in questions_on(names) if question.kind == "seeded-prefix"]
    assert queries == ["gite"]


def test_a_kind_has_no_more_than_its_share() -> None:
    names = {f"name{number}": f"Name{number:04}" for number in range(200)}
    kinds = [question.kind for question in questions_on(names)]
    assert kinds.count("seeded-name") == PER_KIND["name"]


def test_questions_are_read_a_line_each(tmp_path: Path) -> None:
    path = tmp_path / "questions.jsonl"
    path.write_text('{"query": "c++", "kind": "hard", "expected": ["cpp"], "source": "own"}\n\n', "utf-8")
    assert read_questions(path) == [Question("c++", "hard", ("cpp",))]


def test_hard_questions_expect_names_that_are_there() -> None:
    """Two of them are real names that the package brings."""
    hard = json.loads(HARD_NAMES.read_text("utf-8"))
    expected = {name for question in hard["questions"] for name in question["expected"]}
    assert expected - set(hard["names"]) == {"WordPress", "Nextcloud"}
    assert len(set(map(slug_of, hard["names"]))) == len(hard["names"])
