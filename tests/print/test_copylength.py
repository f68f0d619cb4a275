"""Judging by counting how much room words need: never less than the book's own measure."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.font_packs import SANS
from catalog.print.copylength import WIDTHS, Place, may_be_tight
from catalog.print.copylength import _lines as counted_lines
from catalog.print.typography.font_cuts import open_fonts
from catalog.print.typography.styles import TEXT, TEXT_SIZES
from catalog.print.typography.typeset import Typesetter
from tests.print.small import entry_of

SIGNS = "".join(WIDTHS)
FONTS = open_fonts([SIGNS + " "])
SETTER = Typesetter(FONTS)
SMALLEST = TEXT.at(TEXT_SIZES[-1])
QUARTER = Place(11, 243.78)


def test_no_sign_is_wider_than_its_width_with_any_sign_after_it() -> None:
    face = FONTS.face(FONTS.face_name(SANS.name, TEXT.weight, condensed=TEXT.condensed))
    assert face.kerns is not None
    for sign in SIGNS:
        kern = max(face.kerns[sign + after] for after in SIGNS)
        assert face.widths[sign] + max(kern, 0.0) <= WIDTHS[sign] < face.widths[sign] + max(kern, 0.0) + 20
    assert face.widths[" "] == 260


@pytest.mark.parametrize("width", [201.3, 243.7])
@settings(max_examples=150, deadline=None)
@given(words=st.lists(st.text(SIGNS, min_size=1, max_size=24), min_size=1, max_size=60))
def test_counted_lines_are_never_fewer_than_set_lines(width: float, words: list[str]) -> None:
    text = " ".join(words)
    assert len(SETTER.wrap(text, SMALLEST, width, "en")) <= counted_lines(text, width * 1000 / SMALLEST.size)


def test_most_pitches_as_long_as_allowed_need_no_measuring() -> None:
    sentence = (
        "With Amber Desk small shops plan invoices and archive bookings in one place, from any browser. "
    )
    entry = entry_of(pitch=(sentence * 5)[:440], highlights=(sentence[:52], sentence[:52]))
    assert not may_be_tight(entry, QUARTER)


def test_a_narrower_place_is_judged_by_its_own_width() -> None:
    sentence = (
        "With Amber Desk small shops plan invoices and archive bookings in one place, from any browser. "
    )
    entry = entry_of(pitch=(sentence * 5)[:440], highlights=(sentence[:52],) * 2)
    verdicts = [
        may_be_tight(entry, Place(rows, width)) for rows, width in itertools.product((8, 11), (160.0, 243.78))
    ]
    assert verdicts == [True, True, True, False]


@pytest.mark.parametrize("pitch", ["Облако " * 60, "漢" * 300, "W" * 40])
def test_what_counting_does_not_know_is_measured(pitch: str) -> None:
    assert may_be_tight(entry_of(pitch=pitch[:440]), QUARTER)


def test_a_long_word_that_fits_a_line_needs_no_measuring() -> None:
    address = "https://www.product.example/start"
    assert not may_be_tight(entry_of(pitch=f"Read more at {address} today"), QUARTER)
    assert len(SETTER.wrap(address, TEXT.at(TEXT_SIZES[0]), QUARTER.width, "en")) == 1
    assert may_be_tight(entry_of(pitch=None, summary="W" * 25), QUARTER)
