"""Drawings made to read files, to grow, or to keep a parser busy."""

from __future__ import annotations

import time

import pytest

from catalog.pictures import examine
from catalog.pictures.expansion import expand
from catalog.pictures.svg import read_svg
from tests.pictures.made import SQUARE, drawing

_PATIENCE = 2.0
LAUGHS = (
    b'<!DOCTYPE svg [<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY a%d "%s">' % (level, b"&a%d;" % (level - 1) * 10) for level in range(1, 12))
    + b"]>"
)


def codes(content: bytes) -> list[str]:
    """The codes of all flaws, found in little time."""
    start = time.process_time()
    found = [flaw.code for flaw in examine(content).flaws]
    assert time.process_time() - start < _PATIENCE
    return found


@pytest.mark.parametrize(
    "doctype",
    [
        b'<!DOCTYPE svg [<!ENTITY leak SYSTEM "file:///etc/passwd">]>',
        b'<!DOCTYPE svg [<!ENTITY % ext SYSTEM "https://tracker.example/a.dtd"> %ext;]>',
        b'<!DOCTYPE svg [<!ENTITY a "x">]>',
        b'<!DOCTYPE svg [<!ATTLIST svg onload CDATA "alert(1)">]>',
        b"<!DOCTYPE svg []>",
        b'<!DOCTYPE svg SYSTEM "a.dtd" [<!ENTITY a "x">]>',
        LAUGHS,
    ],
)
def test_a_document_type_with_declarations_ends_the_reading(doctype: bytes) -> None:
    flaws = examine(b"\n" + doctype + drawing("<title>&leak;</title><script/>")).flaws
    assert [(flaw.code, flaw.span.line, flaw.span.column) for flaw in flaws] == [("APS522", 2, 1)]
    assert "entities" in flaws[0].message


def test_a_plain_document_type_is_refused_and_the_rest_is_read() -> None:
    plain = b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n'
    assert codes(plain + drawing("<script/>")) == ["APS522", "APS523"]
    assert codes(plain + drawing("<title>&unknown;</title>")) == ["APS522", "APS522"]


def test_an_entity_without_document_type_is_refused() -> None:
    assert codes(drawing("<title>&leak;</title>")) == ["APS520"]
    assert codes(drawing('<path class="&leak;"/>')) == ["APS520"]


@pytest.mark.parametrize(
    ("content", "code", "line", "column"),
    [
        (
            b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">\n  <path d="M0 0"\n</svg>',
            "APS520",
            3,
            1,
        ),
        (b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">\n', "APS520", 2, 1),
        (b"<svg", "APS520", 1, 1),
        (drawing("<g>\n</a>"), "APS520", 2, 3),
        (drawing() + b"<svg/>", "APS520", 1, 107),
        (drawing('<path d="" d=""/>'), "APS520", 1, 72),
        (drawing(b"<title>caf\xe9</title>"), "APS521", 1, 71),
        (b'<?xml version="1.0" encoding="UTF-7"?>' + drawing(), "APS521", 1, 1),
        (b'<?xml version="1.0" encoding="utf-16"?>' + drawing(), "APS521", 1, 1),
        (
            b'<?xml version="1.0" encoding="latin1"?>' + drawing("<title>café</title>".encode("latin-1")),
            "APS521",
            1,
            1,
        ),
        (b'<?xml version="1.0" encoding="no-such"?>' + drawing(), "APS521", 1, 1),
    ],
)
def test_what_cannot_be_read_is_told_at_its_place(content: bytes, code: str, line: int, column: int) -> None:
    flaw = examine(content).flaws[0]
    assert (flaw.code, flaw.span.line, flaw.span.column) == (code, line, column)


def test_columns_count_signs_and_not_bytes() -> None:
    (flaw,) = examine(drawing("<title>日本語のロゴ</title><text/>")).flaws
    assert flaw.span.column == 61 + len("<title>日本語のロゴ</title>")


def test_a_markup_hidden_in_utf_7_stays_text() -> None:
    assert codes(drawing("<title>+ADw-script+AD4-alert(1)+ADw-/script+AD4-</title>")) == []


def test_a_markup_in_cdata_stays_text() -> None:
    assert codes(drawing("<title><![CDATA[<script>alert(1)</script>]]></title>")) == []


def uses(levels: int, times: int) -> str:
    parts = "".join(
        f'<g id="u{level}">' + f'<use href="#u{level - 1}"/>' * times + "</g>" for level in range(1, levels)
    )
    return f'<defs><g id="u0"><path d="M0 0h1"/></g>{parts}</defs><use href="#u{levels - 1}"/>'


@pytest.mark.parametrize(
    ("inside", "says"),
    [
        (uses(7, 10), "6,802,462 elements by <use>"),
        (uses(40, 60), "over a billion elements"),
        (uses(60, 1), "deep by <use>"),
        ('<g id="a"><use href="#a"/></g>', "from inside that part"),
        ('<use id="a" href="#a"/>', "from inside that part"),
        ('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>', "from inside that part"),
        ("".join(f'<use id="u{n}" href="#u{n + 1}"/>' for n in range(3000)), "chains over 64 references"),
        ("<g>" * 64 + "</g>" * 64, "deeper than 64"),
        ("<g>" * 6000 + "</g>" * 6000, "deeper than 64"),
        ("<g/>" * 5000, "over 5,000 elements"),
        (
            "<style>.m{mask:url(#m)}</style>"
             '<mask id="m">' + "<path/>" * 900 + "</mask>" + '<path class="m"/>' * 900,
            "patterns, masks, clips or markers",
        ),
        (
            '<marker id="m">' + "<path/>" * 900 + '</marker><path marker-mid="url(#m)" d="' + "h1" * 9000 + '"/>',
            "patterns, masks, clips or markers",
        ),
    ],
)  # fmt: skip
def test_what_grows_or_nests_too_far_is_refused(inside: str, says: str) -> None:
    assert codes(drawing(inside)) == ["APS532"]
    assert says in examine(drawing(inside)).flaws[0].message


def test_a_tangle_is_told_at_the_reference_that_closes_it() -> None:
    (flaw,) = examine(drawing('<g id="a">\n  <use href="#a"/></g>')).flaws
    assert (flaw.span.line, flaw.span.column) == (2, 3)


def test_elements_count_after_use_and_no_more() -> None:
    markup = drawing('<g id="a"><path/><path/></g><use href="#a"/><use href="#a"/><use href="#none"/>')
    size, flaw = expand(read_svg(markup).drawing, markup)
    assert (size.elements, size.levels, flaw) == (7 + 6, 3, None)
    assert codes(drawing("<g/>" * 4999)) == []
    assert codes(drawing("<g>" * 63 + "</g>" * 63)) == []


@pytest.mark.parametrize(
    "inside",
    [
        "<style>" + "a" * 190_000 + "</style>",
        "<style>" + "url(" * 40_000 + "</style>",
        "<style>" + "url( " + " " * 190_000 + "</style>",
        "<style>" + "/*" * 90_000 + "</style>",
        "<style>" + "a{" * 90_000 + "</style>",
        "<style>" + "-" * 190_000 + "</style>",
        "<style>" + "\\" * 190_000 + "</style>",
        "<style>" + "-a-animation" * 15_000 + "</style>",
        "<path style='" + ";" * 190_000 + "'/>",
        "<path style='" + "(" * 190_000 + "'/>",
        "<path fill='" + "url(#" * 30_000 + "'/>",
        "<path " + " ".join(f'a{number}=""' for number in range(12_000)) + "/>",
        "<path " + " ".join(f'onx{number}=""' for number in range(12_000)) + "/>",
        "".join(f"<x{number}/>" for number in range(4_900)),
        "<style>"
        + ",".join(f".a{number}" for number in range(9_000))
        + "{fill:red}</style>"
        + "<path/>" * 4_900,
        "<style>" + ".a{fill:#fff}" * 9_000 + "</style>" + '<path class="a"/>' * 3_000,
        "<style>"
        + "".join(f".a{number}{{fill:#fff;mask:url(#b)}}" for number in range(2_000))
        + "</style>"
        + f'<g class="{" ".join(f"a{number}" for number in range(2_000))}"/>' * 8,
        '<linearGradient id="a" href="#b"/><linearGradient id="b" href="#a"/><path fill="url(#a)"/>',
    ],
)
def test_nothing_of_200_kilobytes_keeps_the_check_busy(inside: str) -> None:
    codes(drawing(inside))


def test_a_huge_path_is_too_large_and_is_not_read() -> None:
    (flaw,) = examine(drawing("<path d='M0 0" + "h1" * 110_000 + "'/><script/>")).flaws
    assert flaw.code == "APS504"
    assert "220.1 kB, more than 200 kB" in flaw.message


def test_the_largest_drawing_that_is_taken_has_200_000_bytes() -> None:
    filler = 200_000 - len(drawing("<!---->" + SQUARE.decode()))
    content = drawing("<!--" + "x" * filler + "-->" + SQUARE.decode())
    assert len(content) == 200_000
    assert codes(content) == []
    assert codes(content + b"\n") == ["APS504"]
