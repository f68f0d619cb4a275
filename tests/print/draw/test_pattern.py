from __future__ import annotations

from collections import Counter

from catalog.print.draw.pattern import TILES, tiles
from catalog.print.pdf.color import BLACK, CONNECTOR, DEDICATED, WEBSPACE


def test_the_same_edition_always_has_the_same_cover() -> None:
    assert tiles("2027-spring") == tiles("2027-spring")
    assert tiles("2027-spring") != tiles("2027-autumn")


def test_the_first_rows_are_those_of_the_hash() -> None:
    """Read off SHA-256 of `2027-spring/0` by hand: two bytes a tile, form then ink."""
    first = {tile.x: (tile.form, tile.ink) for tile in tiles("2027-spring") if tile.y == 0}
    assert [first[x] for x in range(5)] == [
        ("circle", DEDICATED),
        ("quarter-from-above-left", WEBSPACE),
        ("diamond", CONNECTOR),
        ("quarter-from-below-right", WEBSPACE),
        ("triangle", WEBSPACE),
    ]


def test_a_shorter_pattern_is_the_head_of_the_longer_one() -> None:
    assert tiles("2027-spring", 5) == tuple(tile for tile in tiles("2027-spring") if tile.y < 5)


def test_all_forms_and_inks_occur_and_some_tiles_stay_empty() -> None:
    made = tiles("2027-spring")
    assert len(Counter(tile.form for tile in made)) == 7
    assert {tile.ink for tile in made} == {WEBSPACE, DEDICATED, CONNECTOR, BLACK}
    assert 0.75 * TILES**2 < len(made) < 0.95 * TILES**2
