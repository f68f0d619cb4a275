"""What is seen of drawings on white and on dark."""

from __future__ import annotations

import pytest

from catalog.pictures import Seen, examine
from catalog.pictures.colors import DARK, WHITE, is_seen, read_color
from tests.pictures.made import drawing

BOTH = Seen(on_white=True, on_dark=True)
ON_WHITE = Seen(on_white=True, on_dark=False)
ON_DARK = Seen(on_white=False, on_dark=True)
NOTHING = Seen(on_white=False, on_dark=False, painted=False)
DRAWINGS = {
    "blue": (BOTH, '<path fill="#1a4fd0"/>'),
    "white": (ON_DARK, '<path fill="white"/>'),
    "white by three digits": (ON_DARK, '<path fill="#FFF"/>'),
    "white by numbers": (ON_DARK, '<path fill="rgb(100%, 100%, 100%)"/>'),
    "nearly white": (ON_DARK, '<path fill="#fdfdfd"/>'),
    "pale grey": (BOTH, '<path fill="#ddd"/>'),
    "yellow": (BOTH, '<path fill="#ffff00"/>'),
    "black, as nothing is said": (ON_WHITE, "<path/>"),
    "black by a variable": (ON_WHITE, '<path fill="currentColor"/>'),
    "black beside blue": (BOTH, '<path/><path fill="#1a4fd0"/>'),
    "black beside white": (BOTH, '<path/><path fill="#fff"/>'),
    "nearly transparent black": (NOTHING, '<path fill-opacity="0.01"/>'),
    "faint black": (ON_WHITE, '<path opacity="40%"/>'),
    "faint black that nobody sees": (Seen(on_white=False, on_dark=False), '<path opacity=".03"/>'),
    "white, inherited": (ON_DARK, '<g fill="#fff"><g fill="inherit"><rect/></g></g>'),
    "white by a class": (ON_DARK, '<style>.a{fill:#fff}</style><path class="b a"/>'),
    "white by an id above a class": (
        ON_DARK,
        '<style>#i{fill:#fff} .a{fill:red} path{fill:red}</style><path id="i" class="a"/>',
    ),
    "white by a later rule": (ON_DARK, '<style>.a{fill:red} .a{fill:#fff}</style><path class="a"/>'),
    "white by an attribute above a sheet": (
        ON_DARK,
        "<style>path{fill:red}</style><path style='fill:#fff'/>",
    ),
    "a white stroke": (ON_DARK, '<path fill="none" stroke="#fff"/>'),
    "a blue stroke round white": (BOTH, '<path fill="#fff" stroke="#1a4fd0"/>'),
    "hidden blue": (NOTHING, '<path fill="#1a4fd0" visibility="hidden"/>'),
    "blue that is not drawn": (ON_DARK, '<g display="none"><path fill="#1a4fd0"/></g><path fill="#fff"/>'),
    "blue in definitions": (ON_DARK, '<defs><path fill="#1a4fd0"/></defs><path fill="#fff"/>'),
    "blue in a clip": (ON_DARK, '<clipPath id="c"><path fill="#1a4fd0"/></clipPath><path fill="#fff"/>'),
    "a symbol, white where it is used": (
        ON_DARK,
        '<symbol id="s"><path/></symbol><use href="#s" fill="#fff"/>',
    ),
    "a symbol that is not used": (NOTHING, '<symbol id="s"><path/></symbol>'),
    "a white gradient": (
        ON_DARK,
        '<linearGradient id="g"><stop stop-color="#fff"/></linearGradient><path fill="url(#g)"/>',
    ),
    "a gradient from white to black": (
        BOTH,
        '<linearGradient id="g"><stop stop-color="#fff"/><stop offset="1"/></linearGradient><path fill="url(#g)"/>',
    ),
    "a gradient with the stops of another": (
        ON_WHITE,
        '<linearGradient id="g"><stop/></linearGradient><radialGradient id="h" href="#g"/><path style="fill:url(#h)"/>',
    ),
    "a pattern counts as seen": (BOTH, '<pattern id="p"><path/></pattern><path fill="url(#p)"/>'),
    "a filter counts as seen": (BOTH, '<filter id="f"/><g filter="url(#f)"><path fill="#fff"/></g>'),
    "an unknown colour counts as seen": (BOTH, '<path fill="oklch(1 0 0)"/>'),
    "a drawing of nothing": (NOTHING, "<g/>"),
}


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_drawing_is_seen_where_some_paint_of_it_is(name: str) -> None:
    seen, inside = DRAWINGS[name]
    picture = examine(drawing(inside))
    assert picture.flaws == ()
    assert picture.seen == seen


def test_nobody_looks_at_what_is_refused() -> None:
    assert examine(drawing("<text/>")).seen is None


@pytest.mark.parametrize(
    ("text", "color"),
    [
        ("#fff", ((255, 255, 255), 1.0)),
        ("#FFF8", ((255, 255, 255), 0x88 / 255)),
        ("#1a4fd080", ((26, 79, 208), 128 / 255)),
        ("rgb(1,2,3)", ((1, 2, 3), 1.0)),
        ("RGBA(255 0 0 / 50%)", ((255, 0, 0), 0.5)),
        ("rgb(300, -5, 0)", ((255, 0, 0), 1.0)),
        ("Black", ((0, 0, 0), 1.0)),
        ("#ff", None),
        ("#fffff", None),
        ("rgb(1, 2)", None),
        ("rgb(a, b, c)", None),
        ("rgb(1, 2, 3, x)", None),
        ("tomato", None),
        ("", None),
    ],
)
def test_colours_are_read_as_css_writes_them(text: str, color: object) -> None:
    assert read_color(text) == color


def test_most_colours_are_seen_on_both_grounds_and_their_own_ground_on_neither() -> None:
    assert not is_seen(WHITE, 1, WHITE)
    assert not is_seen(DARK, 1, DARK)
    assert not is_seen((0, 0, 0), 1, DARK)
    assert is_seen((0, 0, 200), 1, DARK)
    grid = [
        (red, green, blue)
        for red in range(0, 256, 51)
        for green in range(0, 256, 51)
        for blue in range(0, 256, 51)
    ]
    assert sum(not is_seen(color, 1, WHITE) for color in grid) == 1
    assert sum(not is_seen(color, 1, DARK) for color in grid) <= 4
