"""Mending changes form, keeps comments and meaning, and does its work once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.decode import decode_entry
from catalog.fix import difference, mended
from catalog.source import read
from tests.conftest import COMPLETE, MINIMAL


def fixed(text: str) -> str:
    return mended(text.encode()).decode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("version: 1.10\n", "version: '1.10'\n", id="a version that looks like a number"),
        pytest.param("name: No\n", "name: 'No'\n", id="a name that looks like a boolean"),
        pytest.param("regions: [NO, DE, 019]\n", "regions: ['NO', DE, '019']\n", id="regions"),
        pytest.param(
            "regions: {include: [eu], except: [NO]}\n",
            "regions: {include: [eu], except: ['NO']}\n",
            id="except",
        ),
        pytest.param("package: {release: 7}\n", "package: {release: '7'}\n", id="block"),
        pytest.param(
            "translations: {de: {summary: Ja}}\n", "translations: {de: {summary: Ja}}\n", id="nothing to do"
        ),
        pytest.param(
            "translations: {'no': {summary: No}}\n",
            "translations: {'no': {summary: 'No'}}\n",
            id="in a map",
        ),
        pytest.param("deployment: {servers: 1}\n", "deployment: {servers: 1}\n", id="a number that is meant"),
        pytest.param(
            "listing: {checked: 2026-01-02}\n", "listing: {checked: 2026-01-02}\n", id="a date that is meant"
        ),
        pytest.param("plesk: {min_version: 12}\r\n", "plesk: {min_version: '12'}\n", id="Windows line ends"),
        pytest.param("name: a   \n\n\n", "name: a\n", id="blanks at line ends"),
        pytest.param("name: Cafe\u0301\n", "name: Café\n", id="normal form"),
        pytest.param("type: webspace\nname: a\n", "name: a\ntype: webspace\n", id="order"),
        pytest.param("# T\ntype: x\n# N\nname: a\n", "# N\nname: a\n# T\ntype: x\n", id="comments"),
        pytest.param(
            "mystery: 1\nname: a\n", "name: a\nmystery: 1\n", id="an unknown field stays, at the end"
        ),
    ],
)
def test_form_is_mended(before: str, after: str) -> None:
    assert fixed(before) == after


def test_the_schema_line_stays_on_top() -> None:
    line = "# yaml-language-server: $schema=../../schema/entry.schema.json\n"
    assert fixed(line + "type: x\nname: a\n") == line + "name: a\ntype: x\n"


def test_blocks_and_texts_move_whole() -> None:
    before = "vendor:\n  name: v\n\n  homepage: h\ndescription: |\n  # no comment\n  text\n\nname: a\n"
    assert (
        fixed(before)
        == "name: a\ndescription: |\n  # no comment\n  text\n\nvendor:\n  name: v\n\n  homepage: h\n"
    )


@pytest.mark.parametrize("text", ["name: @x\n", "name: a\nname: b\n", "- a\n", "", "name: a\u200bb\n"])
def test_a_text_that_cannot_be_read_is_left_alone(text: str) -> None:
    assert fixed(text) == text


def test_bytes_that_are_no_text_are_left_alone() -> None:
    assert mended(b"name: \xff\n") == b"name: \xff\n"


def test_the_difference_reads_as_a_diff() -> None:
    shown = difference(b"a: 1\n", b"a: 2\n", "entries/a/entry.yaml")
    assert shown == "--- a/entries/a/entry.yaml\n+++ b/entries/a/entry.yaml\n@@ -1 +1 @@\n-a: 1\n+a: 2\n"
    assert difference(b"a: 1\n", b"a: 1\n", "x") == ""


@given(st.permutations(COMPLETE.split("\n")[:1] + MINIMAL.splitlines()[1:3]), st.booleans())
def test_mending_twice_changes_nothing_more(lines: list[str], windows: bool) -> None:  # noqa: FBT001 - drawn by hypothesis
    text = ("\r\n" if windows else "\n").join(lines)
    assert fixed(fixed(text)) == fixed(text)


@pytest.mark.parametrize("text", [MINIMAL, COMPLETE])
def test_the_entry_is_the_same_after_mending(text: str) -> None:
    before, after = (decode_entry(read(some.encode()), "a")[0] for some in (text, fixed(text)))
    assert before == after


def test_a_licence_is_written_in_todays_ids_and_its_comment_stays() -> None:
    before = fixed(MINIMAL) + "license: 'gpl-2.0+' # as the vendor says\n"
    assert fixed(before) == fixed(MINIMAL) + "license: GPL-2.0-or-later # as the vendor says\n"


def test_a_licence_that_only_the_vendor_knows_stays() -> None:
    before = fixed(MINIMAL) + "license: GPL\n"
    assert fixed(before) == before


def test_blank_lines_before_a_field_that_moves_up_do_not_stay_at_the_end() -> None:
    moved = MINIMAL.replace("business_models: [direct]\n", "") + "\nbusiness_models: [direct]\n"
    assert fixed(moved) == fixed(MINIMAL)


def test_a_licence_of_blanks_stays() -> None:
    blank = fixed(MINIMAL) + 'license: " "\n'
    assert fixed(blank) == blank
