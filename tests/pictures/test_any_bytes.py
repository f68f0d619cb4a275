"""Whatever the bytes: an answer, never an exception, and every flaw with a code, words and a place in the file."""

from __future__ import annotations

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from catalog.pictures import Picture, examine, kinds
from catalog.pictures.css import declarations, refusals, rules
from tests.pictures.made import SQUARE, drawing, jpeg, png

SEEDS = [
    drawing(),
    drawing('<defs><linearGradient id="g"><stop/></linearGradient></defs><use href="#g" fill="url(#g)"/>'),
    drawing("<style>.a{fill:red}</style><g class='a' style='opacity:.5'>" + SQUARE.decode() + "</g>"),
    b'<?xml version="1.0"?><!DOCTYPE svg PUBLIC "a" "b">' + drawing("<mask id='m'/><path mask='url(#m)'/>"),
    png(40, 30),
    png(40, 30, (1, 2, 3, 4)),
    jpeg(40, 30),
    jpeg(40, 30, (1, 2, 3, 4), progressive=True),
]
WORDS = st.sampled_from(
    "svg g use path style text script image a defs mask href id class fill style viewBox d onload xlink:href xmlns "
    "url(#a) #a javascript:x data:image/png 0 NaN 1e999 red none url( @import ; { } \\75 <![CDATA[ ]]> <!-- --> &lt; "
    "&a; <? ?> <!DOCTYPE [ > < / = ' \"".split()
)


def sound(picture: Picture, content: bytes) -> None:
    lines = content.count(b"\n") + 1
    assert picture.kind is not None
    for flaw in picture.flaws:
        assert re.fullmatch(r"APS5\d\d", flaw.code)
        assert flaw.message
        assert flaw.help
        assert 1 <= flaw.span.line <= lines
        assert flaw.span.column >= 1
    if picture.size:
        assert picture.size[0] > 0 < picture.size[1]


@given(st.binary(max_size=300))
@example(b"\x89PNG\r\n\x1a\n")
@example(b"\xff\xd8\xff")
@example(b"<svg\0")
def test_any_bytes_are_answered(content: bytes) -> None:
    sound(examine(content), content)


@settings(max_examples=400)
@given(st.sampled_from(SEEDS), st.data())
def test_a_picture_with_some_bytes_changed_is_answered(seed: bytes, data: st.DataObject) -> None:
    content = bytearray(seed)
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(content)))
        end = data.draw(st.integers(at, min(len(content), at + 20)))
        content[at:end] = data.draw(st.binary(max_size=8))
    sound(examine(bytes(content)), bytes(content))


@settings(max_examples=300)
@given(st.lists(WORDS, max_size=40))
def test_any_markup_is_answered(words: list[str]) -> None:
    content = drawing(" ".join(words))
    sound(examine(content), content)


@st.composite
def trees(draw: st.DrawFn, depth: int = 3) -> str:
    name = draw(st.sampled_from(["g", "use", "path", "symbol", "mask", "style", "clipPath", "text", "i:x"]))
    attributes = draw(
        st.dictionaries(
            st.sampled_from(["id", "href", "fill", "mask", "class", "style", "onload", "opacity"]),
            st.sampled_from(["a", "#a", "#b", "b", "url(#a)", "url(#b)", "fill:url(#a)", "white", ".5", ""]),
        )
    )
    inside = "".join(draw(st.lists(trees(depth - 1), max_size=3))) if depth else ""
    return (
        f"<{name} "
        + " ".join(f'{key}="{value}"' for key, value in attributes.items())
        + f">{inside}</{name}>"
    )


@settings(max_examples=100)
@given(trees())
def test_any_tree_of_references_is_answered(tree: str) -> None:
    content = b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:i="http://www.inkscape.org/" viewBox="0 0 9 9">'
    content += tree.encode() + b"</svg>"
    picture = examine(content)
    assert picture.kind is kinds.SVG
    sound(picture, content)


@given(st.text(max_size=200))
def test_any_style_is_answered(text: str) -> None:
    assert all(refused.message for refused in refusals(text))
    assert all(isinstance(value, str) for value in declarations(text).values())
    assert all(stated for _, stated in rules(text))


@given(st.text(alphabet="@import url(#a)\\75/*'\"; \n", max_size=60))
def test_a_style_that_refers_outside_never_passes(text: str) -> None:
    assert list(refusals(text + ";}a{fill:url(http://tracker.example/)}"))
