"""Postings to files of about sixteen kilobytes, of which a search needs one or two.

Owns how terms are divided and how numbers are packed: a posting is the step from the document before, times 64, plus
the impact.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from catalog.search.postings import STEP

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterator

    from catalog.search.postings import Postings

SIZE = 16_000


class Shard(NamedTuple):
    """Neighbouring terms and the packed postings of each."""

    terms: list[str]
    postings: list[list[int]]


def shards_of(postings: Postings) -> Iterator[Shard]:
    """Divide the postings; a term stands in one shard, however long its postings are."""
    shard, size = Shard([], []), 0
    for term, row in zip(*postings, strict=True):
        packed = _packed(row)
        length = len(term.encode()) + 3 + sum(len(str(number)) + 1 for number in packed)
        if shard.terms and size + length > SIZE:
            yield shard
            shard, size = Shard([], []), 0
        shard.terms.append(term)
        shard.postings.append(packed)
        size += length
    if shard.terms:
        yield shard


def _packed(row: array[int]) -> list[int]:
    packed, before = [], 0
    for posting in row:
        packed.append(posting - before)
        before = posting - posting % STEP
    return packed
