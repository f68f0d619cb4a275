"""Terms to postings: in which documents a term stands, and how much that says about each.

Owns the ranking, BM25F: fields weigh differently, long fields and frequent terms count less. All of it is worked out
here and kept as a number from 1 to 63, so that the browser adds numbers and needs to know nothing else.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from catalog.search.tokens import LONGEST, fold, terms_of

if TYPE_CHECKING:
    from collections.abc import Sequence

HIGHEST = 63
_K1 = 2.0
_WEIGHTS = (6.0, 2.5, 2.0, 1.0)
_LENGTHS = (0.6, 0.5, 0.5, 0.5)
"""For name, vendor, tags and text: how much a term there weighs, and how much the field's length tells against it."""


class Document(NamedTuple):
    """What is found, in four fields. `tags` are categories, keywords and other names."""

    name: str
    vendor: str
    tags: str
    text: str


class Postings(NamedTuple):
    """For each term, in the order of code points, pairs of document number and impact, by number."""

    terms: tuple[str, ...]
    rows: tuple[tuple[tuple[int, int], ...], ...]


def postings_of(documents: Sequence[Document]) -> Postings:
    """Index the documents; they are numbered as they come."""
    weights = _weighed(documents)
    scores: dict[str, dict[int, float]] = {}
    highest = 0.0
    for term, found in weights.items():
        rarity = math.log(1 + (len(documents) - len(found) + 0.5) / (len(found) + 0.5))
        scores[term] = {at: rarity * weight * (_K1 + 1) / (weight + _K1) for at, weight in found.items()}
        highest = max(highest, *scores[term].values())
    terms = tuple(sorted(scores))
    return Postings(
        terms,
        tuple(
            tuple(
                (at, max(1, round(score / highest * HIGHEST))) for at, score in sorted(scores[term].items())
            )
            for term in terms
        ),
    )


def _weighed(documents: Sequence[Document]) -> dict[str, dict[int, float]]:
    """By term and document, the sum over fields of weight and count, evened out by the field's length."""
    columns = [
        [_terms_of_field(field, place) for field in column]
        for place, column in enumerate(zip(*documents, strict=True))
    ]
    found: dict[str, dict[int, float]] = defaultdict(dict)
    for column, weight, length in zip(columns, _WEIGHTS, _LENGTHS, strict=False):
        mean = max(1.0, sum(map(len, column)) / len(column))
        for at, terms in enumerate(column):
            share = weight / (1 - length + length * len(terms) / mean)
            for term, count in Counter(terms).items():
                held = found[term]
                held[at] = held.get(at, 0.0) + share * count
    return found


def _terms_of_field(field: str, place: int) -> list[str]:
    """A name of several words is also found as one."""
    terms = terms_of(field)
    if place == 0 and len(field.split()) > 1:
        joined = "".join(sign for sign in fold(field) if sign.isalnum())
        if joined and joined not in terms and len(joined) <= LONGEST:
            terms.append(joined)
    return terms
