"""Taking an entry from plain content: what is taken is just what decoding gives, and problems are left to that."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.decode import decode_entry, take_entry
from catalog.model import Entry
from catalog.source import read, read_plain
from tests.conftest import COMPLETE, MINIMAL, ROOT

if TYPE_CHECKING:
    from pathlib import Path

ENTRIES = sorted((ROOT / "entries").glob("*/entry.yaml"))
CONTENTS = [*(path.read_bytes() for path in ENTRIES), COMPLETE.encode()]


def taken(content: bytes) -> Entry | None:
    plain = read_plain(content)
    return take_entry(plain[1], "slug") if plain else None


def taken_as_decoded(content: bytes) -> bool:
    """Whether nothing is taken, or just what is decoded, and that without a problem."""
    entry = taken(content)
    if entry is None:
        return True
    document = read(content)
    decoded, problems = decode_entry(document, "slug")
    return not document.faults and not problems and msgspec.json.encode(entry) == msgspec.json.encode(decoded)


@pytest.mark.parametrize("path", ENTRIES, ids=lambda path: path.parent.name)
def test_an_entry_is_taken_as_it_is_decoded(path: Path) -> None:
    assert taken_as_decoded(path.read_bytes())


def test_nearly_all_entries_are_taken() -> None:
    assert sum(taken(content) is not None for content in CONTENTS) > 0.85 * len(CONTENTS)


def test_an_entry_with_every_field_is_taken() -> None:
    entry = taken(COMPLETE.encode())
    assert entry == decode_entry(read(COMPLETE.encode()), "slug")[0]
    assert isinstance(entry, Entry)


ODD = {
    "an unknown field": "favourite_colour: blue\n",
    "a word that is no term": "routes: [teleport]\n",
    "a term twice": "routes: [plesk, plesk]\n",
    "too many values": "highlights: [a, b, c, d]\n",
    "a text that is too long": f"pitch: {'a' * 451}\n",
    "a text that is nothing": "license: ''\n",
    "a text of several lines where one belongs": "license: |\n  a\n  b\n",
    "a list where a text belongs": "license: [a]\n",
    "a text where a list belongs": "keywords: a\n",
    "a text where a block belongs": "links: a\n",
    "a list where a block belongs": "links: [a]\n",
    "a list where a term belongs": "pricing: {model: free}\nplesk:\n  package: [same]\n",
    "a list where a date belongs": "referral:\n  agreed: [2012-01-02]\n",
    "a list where a number belongs": "pricing:\n  model: free\n  trial_days: [1]\n",
    "a list where an amount belongs": "pricing:\n  model: free\n  from:\n    amount: [1]\n    currency: EUR\n",
    "a list where a flag belongs": "print:\n  include: [true]\n",
    "a day that is none": "referral: {agreed: 2012-02-30}\n",
    "a date of another form": "referral: {agreed: 2.1.2012}\n",
    "a flag of another word": "print: {include: yes}\n",
    "a number out of bounds": "pricing: {model: free, trial_days: 3651}\n",
    "a number with a sign": "pricing: {model: free, trial_days: +1}\n",
    "an amount with a comma": "pricing: {model: free, from: {amount: '3,90', currency: EUR}}\n",
    "a block without a field that it needs": "pricing: {trial_days: 1}\n",
    "an address that is none": "links: {support: wiki.example.org}\n",
    "a material that is none": "collateral: {song: {url: https://wiki.example.org/, access: public}}\n",
    "a text where a block for each key belongs": "collateral: song\n",
    "a deployment key of another type": "deployment: {service: {name: A}}\n",
    "a confidential term": "margin: 50\n",
}


@pytest.mark.parametrize("more", ODD.values(), ids=ODD)
def test_what_decoding_has_to_tell_is_not_taken(more: str) -> None:
    assert taken((MINIMAL + more).encode()) is None
    assert decode_entry(read((MINIMAL + more).encode()), "slug")[1]


@pytest.mark.parametrize(
    "regions",
    [
        "[DE, Mars]",
        "Mars",
        "DE",
        "{include: [emea], except: [US]}",
        "{include: [DE], except: [DE]}",
        "[DE, DE]",
    ],
)
def test_regions_that_decoding_has_to_tell_about_are_not_taken(regions: str) -> None:
    assert taken(MINIMAL.replace("regions: worldwide", f"regions: {regions}").encode()) is None


def test_texts_lose_the_same_blanks_either_way() -> None:
    folded = 'pitch: >\n  one\n  two\nhighlights: ["  a  b ", c]\nlicense: " MIT "\n'
    entry = taken((MINIMAL + folded).encode())
    assert entry is not None
    assert (entry.pitch, entry.highlights, entry.license) == ("one two", ("a  b", "c"), "MIT")
    assert taken_as_decoded((MINIMAL + folded).encode())


WORDS = [
    "true", "yes", "1", "3.90", "2012-02-30", "DE", "worldwide", "not-stated", "web/wiki", "plesk", "''", "[]",
    "[DE, DE]", "{}", "{a: b}", "{include: [emea], except: [FR]}", "https://a.example/", "\u3000a",
    "|\n  a", ">\n  a\n  b",
]  # fmt: skip


@given(
    st.sampled_from(CONTENTS),
    st.lists(st.tuples(st.floats(0, 1), st.sampled_from(WORDS), st.booleans()), min_size=1, max_size=3),
)
@settings(max_examples=400)
def test_entries_with_other_values_are_taken_as_they_are_decoded(
    content: bytes, changes: list[tuple[float, str, bool]]
) -> None:
    lines = content.decode().splitlines()
    for where, word, within in changes:
        at = int(where * (len(lines) - 1))
        name, colon, value = lines[at].partition(": ")
        if colon:
            lines[at] = f"{name}: " + (value.replace(value.split(", ")[-1], f"{word}]") if within else word)
    assert taken_as_decoded("\n".join([*lines, ""]).encode())
