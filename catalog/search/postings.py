"""Terms to postings: in which documents a term stands, and how much that says about each.

Owns the ranking within an entry, after BM25F: fields weigh differently, long fields count less, and ever more of a term
says ever less more. It is kept as a number from 1 to 63. How rare a word is, the browser works out from the length of
its postings: for a beginning that is the rarity of all words that begin so, or `mail` would find `mailchimp` first.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, NamedTuple

from catalog.search.tokens import LONGEST, fold, terms_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

HIGHEST = 63
STEP = 64
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
    """For each term, in the order of code points, its postings: number of the document times `STEP`, plus impact.

    They are numbers of four bytes, since a hundred thousand documents have seven million of them.
    """

    terms: tuple[str, ...]
    rows: tuple[array[int], ...]


class _Counted(NamedTuple):
    """The terms of a document by field, and those that its name begins with."""

    fields: tuple[list[str], ...]
    begins: frozenset[str]


def postings_of(documents: Iterable[Document]) -> Postings:
    """Index the documents; they are numbered as they come."""
    counted = [_counted(document) for document in documents]
    total = max(1, len(counted))
    means = [max(1.0, sum(len(one.fields[at]) for one in counted) / total) for at in range(len(_WEIGHTS))]
    rows: dict[str, array[int]] = {}
    for at, one in enumerate(counted):
        for term, weight in _weights(one, means).items():
            # Ever more of a term says ever less more.
            impact = max(1, round(HIGHEST * weight / (weight + _K1)))
            row = rows.get(term)
            if row is None:
                row = rows[term] = array("I")
            row.append(at * STEP + impact)
    terms = sorted(rows)
    return Postings(tuple(terms), tuple(rows[term] for term in terms))


def _weights(one: _Counted, means: Sequence[float]) -> dict[str, float]:
    """By term, the sum over fields of weight and count, evened out by the field's length."""
    found = dict.fromkeys(one.begins, _BEGINNING)
    for terms, weight, length, mean in zip(one.fields, _WEIGHTS, _LENGTHS, means, strict=True):
        share = weight / (1 - length + length * len(terms) / mean)
        for term in terms:
            found[term] = found.get(term, 0.0) + share
    return found


def _counted(document: Document) -> _Counted:
    """A name of several words is also found as one."""
    name = terms_of(document.name)
    joined = "".join(sign for sign in fold(document.name) if sign.isalnum())
    if joined and joined not in name and len(joined) <= LONGEST and len(document.name.split()) > 1:
        name.append(joined)
    begins = frozenset(term for term in name if joined.startswith(term))
    return _Counted((name, *map(terms_of, document[1:])), begins)
