"""Ranking at build time, and the packing of postings into shards."""

from __future__ import annotations

from array import array

from hypothesis import given
from hypothesis import strategies as st

from catalog.search.postings import HIGHEST, STEP, Document, Postings, postings_of
from catalog.search.shards import SIZE, Shard, shards_of

ROWS = st.lists(
    st.tuples(st.integers(0, 100_000), st.integers(1, HIGHEST)),
    min_size=1,
    max_size=60,
    unique_by=lambda pair: pair[0],
).map(lambda pairs: array("I", [at * STEP + impact for at, impact in sorted(pairs)]))
POSTINGS = st.dictionaries(st.text(min_size=1, max_size=12), ROWS, max_size=40).map(
    lambda found: Postings(tuple(sorted(found)), tuple(found[term] for term in sorted(found)))
)


def _impact(postings: Postings, term: str) -> dict[int, int]:
    return {number // STEP: number % STEP for number in postings.rows[postings.terms.index(term)]}


def test_a_name_says_more_than_a_vendor_a_tag_or_a_text() -> None:
    documents = [
        Document("wiki", "one", "two", "three"),
        Document("four", "wiki", "five", "six"),
        Document("seven", "eight", "wiki", "nine"),
        Document("ten", "eleven", "twelve", "wiki"),
        Document("other", "other", "other", "other"),
    ]
    impact = _impact(postings_of(documents), "wiki")
    assert impact[0] > impact[1] > impact[2] > impact[3]


def test_a_name_says_more_of_what_it_begins_with() -> None:
    found = postings_of([Document("wiki amber", "", "", ""), Document("amber wiki", "", "", "")])
    assert _impact(found, "wiki")[0] > _impact(found, "wiki")[1]
    assert _impact(found, "amber")[1] > _impact(found, "amber")[0]


def test_a_short_name_says_more_than_a_long_one() -> None:
    found = postings_of(
        [Document("wiki", "", "", ""), Document("wiki of the whole long way home", "", "", "")]
    )
    assert _impact(found, "wiki")[0] > _impact(found, "wiki")[1]


def test_a_name_of_several_words_is_found_as_one() -> None:
    assert "harborsync" in postings_of([Document("Harbor Sync", "", "", "")]).terms


@given(st.lists(st.builds(Document, *[st.text("ab cé日", max_size=12)] * 4), min_size=1, max_size=12))
def test_every_term_has_its_documents_in_order_with_an_impact_that_fits(documents: list[Document]) -> None:
    found = postings_of(documents)
    assert list(found.terms) == sorted(found.terms)
    for row in found.rows:
        places = [number // STEP for number in row]
        assert places == sorted(set(places))
        assert all(0 <= at < len(documents) for at in places)
        assert all(1 <= number % STEP <= HIGHEST for number in row)


def _unpacked(shards: list[Shard]) -> Postings:
    terms, rows = [], []
    for shard in shards:
        for term, packed in zip(shard.terms, shard.postings, strict=True):
            at, row = 0, array("I")
            for number in packed:
                at += number // STEP
                row.append(at * STEP + number % STEP)
            terms.append(term)
            rows.append(row)
    return Postings(tuple(terms), tuple(rows))


@given(POSTINGS)
def test_shards_hold_the_postings_again(postings: Postings) -> None:
    assert _unpacked(list(shards_of(postings))) == postings


def test_a_shard_is_full_before_the_next_begins() -> None:
    terms = tuple(f"term{number:06}" for number in range(20_000))
    shards = list(shards_of(Postings(terms, tuple(array("I", [STEP + 1]) for _ in terms))))
    sizes = [sum(len(term) + 6 for term in shard.terms) for shard in shards]
    assert len(shards) > 10
    assert all(SIZE * 0.9 < size <= SIZE for size in sizes[:-1])
