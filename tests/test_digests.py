"""Hashes of content."""

from __future__ import annotations

from catalog.digests import SIZE, digest, digest_of_all


def test_a_digest_is_the_start_of_the_sha_256_that_everybody_knows() -> None:
    assert digest(b"abc").hex() == "ba7816bf8f01cfea414140de5dae2223"
    assert len(digest(b"")) == SIZE


def test_parts_are_hashed_as_if_they_were_one() -> None:
    assert digest_of_all(iter([b"a", b"", b"bc"])) == digest(b"abc")
