from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.print.draw.furniture import guide_line
from catalog.print.pages.plan import GuideWords

if TYPE_CHECKING:
    from catalog.print.typography.typeset import Typesetter

LONG = "Compagnie internationale de services informatiques et de messagerie"


def test_guide_words_stand_with_a_dash_between_them(typesetter: Typesetter) -> None:
    assert guide_line(GuideWords("Birch", "Cedar"), 300, typesetter).text == "Birch – Cedar"


def test_one_entry_has_one_guide_word(typesetter: Typesetter) -> None:
    assert guide_line(GuideWords("Birch", "Birch"), 300, typesetter).text == "Birch"


def test_long_guide_words_are_condensed_before_they_lose_a_word(typesetter: Typesetter) -> None:
    wide = guide_line(GuideWords(LONG, "Cedar"), 1000, typesetter)
    narrow = guide_line(GuideWords(LONG, "Cedar"), wide.width - 1, typesetter)
    assert narrow.text == wide.text == f"{LONG} – Cedar"
    assert narrow.width < wide.width


def test_words_too_long_even_so_end_with_a_whole_word_and_no_ellipsis(typesetter: Typesetter) -> None:
    for room in range(120, 300, 20):
        line = guide_line(GuideWords(LONG, LONG.upper()), room, typesetter)
        assert line.width <= room
        for part in line.text.split(" – "):
            assert (LONG + " ").startswith(part + " ") or (LONG.upper() + " ").startswith(part + " ")
