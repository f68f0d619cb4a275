"""Questions with the entries that they should find, and how well they were found.

Owns the making of questions from names (the name, its beginning, a slip, blanks left out or put in), always the same
ones, and the score: recall@5 and the mean of 1 / rank in the first ten. Refuses questions that could mean many: a
beginning that more than three names share is passed over. A question with many right answers (`topic`) is scored by
the share of right ones in the first ten.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from catalog.search import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

TOPIC, HARD = "topic", "hard"
PER_KIND = {"name": 60, "prefix": 60, "typo": 60, "squash": 15, "split": 15}
"""Fewer of those that few type, and that most engines cannot answer."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_HUMP = re.compile(r"(?<=[a-z]{2})(?=[A-Z][a-z]{2})")


class Question(msgspec.Struct, frozen=True):
    """What is typed, which kind of question that is, and the slugs that are right."""

    query: str
    kind: str
    expected: tuple[str, ...]


class Score(NamedTuple):
    """Questions asked, and for all of them recall@5 and the mean reciprocal rank (for topics precision@10 alone)."""

    asked: int
    recall: float
    rank: float | None


def read_questions(path: Path) -> list[Question]:
    """A question a line of JSON; other fields are passed over."""
    lines = path.read_text("utf-8").splitlines()
    return [msgspec.json.decode(line, type=Question) for line in lines if line.strip()]


def questions_on(names: Mapping[str, str]) -> list[Question]:
    """Questions of every kind on entries by slug and name."""
    chance = random.Random(2)
    plain = {slug: " ".join(re.findall(r"\w+", fold(name))) for slug, name in names.items()}
    ascii_only = [slug for slug, name in names.items() if name.isascii() and len(plain[slug]) >= 5]
    chance.shuffle(ascii_only)
    by_kind: dict[str, list[Question]] = defaultdict(list)
    for slug in ascii_only:
        for kind, query in _asked(names[slug], plain[slug], chance):
            right = _right(kind, query, slug, plain)
            if len(by_kind[kind]) < PER_KIND[kind] and len(right) <= 3:
                by_kind[kind].append(Question(query, f"seeded-{kind}", right))
    return [question for kind in sorted(by_kind) for question in by_kind[kind]]


def _asked(name: str, plain: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    """The questions that a name lends itself to."""
    yield "name", name
    yield "prefix", plain[: max(4, round(len(plain) * 0.6))].rstrip()
    if len(plain) >= 6 and plain.isalpha():
        yield "typo", _slip(plain, chance)
    if " " in plain:
        yield "squash", plain.replace(" ", "")
    elif plain.isalpha() and _HUMP.search(name):
        yield "split", fold(_HUMP.sub(" ", name))


def _slip(word: str, chance: random.Random) -> str:
    """One letter left out, put in, changed, or swapped with the next; never the first."""
    at = chance.randrange(1, len(word) - 1)
    return chance.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + chance.choice(_LETTERS) + word[at:],
            word[:at] + chance.choice(_LETTERS) + word[at + 1 :],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        )
    )


def _right(kind: str, query: str, slug: str, plain: Mapping[str, str]) -> tuple[str, ...]:
    """The entry itself, and those that the question names just as well."""
    if kind == "prefix":
        return tuple(other for other, name in plain.items() if name.startswith(query))
    bare = plain[slug].replace(" ", "")
    return tuple(other for other, name in plain.items() if name.replace(" ", "") == bare)


def recall(expected: Sequence[str], found: Sequence[str], first: int = 5) -> float:
    """The share of the expected among the first found; more than `first` can't be expected."""
    return len(set(expected) & set(found[:first])) / min(first, len(expected))


def reciprocal(expected: Sequence[str], found: Sequence[str]) -> float:
    """1 / the place of the first right answer among ten, 0 where there is none."""
    return next((1 / place for place, slug in enumerate(found[:10], 1) if slug in expected), 0.0)


def scores(questions: Iterable[Question], answers: Iterable[Sequence[str]]) -> dict[str, Score]:
    """By kind, the hard ones together, then `all` without the topics."""
    groups: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for question, found in zip(questions, answers, strict=True):
        group = HARD if question.kind.startswith(HARD) else question.kind
        if group == TOPIC:
            groups[group].append((len(set(question.expected) & set(found[:10])) / 10, 0.0))
            continue
        pair = recall(question.expected, found), reciprocal(question.expected, found)
        groups[group].append(pair)
        groups["all"].append(pair)
    groups["all"] = groups.pop("all", [])
    return {group: _mean(pairs, ranked=group != TOPIC) for group, pairs in groups.items() if pairs}


def _mean(pairs: Sequence[tuple[float, float]], *, ranked: bool) -> Score:
    one, other = (sum(column) / len(pairs) for column in zip(*pairs, strict=True))
    return Score(len(pairs), one, other if ranked else None)
