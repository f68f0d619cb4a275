"""Terms to postings: in which documents a term stands, and how much that says about each.

Owns the ranking within an entry, after BM25F: fields weigh differently, long fields count less, and ever more of a term
says ever less more. It is kept as a number from 1 to 63. How rare a word is, the browser works out from the length of
its postings: for a beginning that is the rarity of all words that begin so, or `mail` would find `mailchimp` first.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from catalog.search.tokens import LONGEST, fold, terms_of

if TYPE_CHECKING:
    from collections.abc import Sequence

HIGHEST = 63
_K1 = 2.0
_BEGINNING = 4.0
"""What a name says more about the terms that it begins with: who types `vault` means Vaultwarden before AliasVault."""

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
    terms = tuple(sorted(weights))
    # Ever more of a term says ever less more.
    impacts = (
        tuple(
            [
                (at, max(1, round(HIGHEST * weight / (weight + _K1))))
                for at, weight in sorted(weights[term].items())
            ]
        )
        for term in terms
    )
    return Postings(terms, tuple(impacts))


def _weighed(documents: Sequence[Document]) -> dict[str, dict[int, float]]:
    """By term and document, the sum over fields of weight and count, evened out by the field's length."""
    columns = [[terms_of(text) for text in column] for column in zip(*documents, strict=True)]
    found: dict[str, dict[int, float]] = defaultdict(dict)
    for at, document in enumerate(documents):
        for term in _add_joined(document.name, columns[0][at]):
            found[term][at] = _BEGINNING
    for column, weight, length in zip(columns, _WEIGHTS, _LENGTHS, strict=False):
        mean = max(1.0, sum(map(len, column)) / len(column))
        for at, terms in enumerate(column):
            share = weight / (1 - length + length * len(terms) / mean)
            for term in terms:
                held = found[term]
                held[at] = held.get(at, 0.0) + share
    return found


def _add_joined(name: str, terms: list[str]) -> set[str]:
    """A name of several words is also found as one. The result are the terms that it begins with."""
    joined = "".join(sign for sign in fold(name) if sign.isalnum())
    if joined and joined not in terms and len(joined) <= LONGEST and len(name.split()) > 1:
        terms.append(joined)
    return {term for term in terms if joined.startswith(term)}
