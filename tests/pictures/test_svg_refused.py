"""Everything that a drawing may not hold, each in one file: its code and its place."""

from __future__ import annotations

import pytest

from catalog.findings import Severity
from catalog.pictures import examine
from tests.pictures.made import SQUARE, drawing

XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
EVIL = "https://tracker.example/a"
# A bar stands where the finding belongs; it is no part of the markup.
ATTACKS = {
    "a script": ("APS523", "\n |<script>alert(1)</script>"),
    "a script of HTML": ("APS523", '|<script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>'),
    "a script in capitals": ("APS523", "|<SCRIPT/>"),
    "a script under a prefix": ("APS523", '|<s:script xmlns:s="http://www.w3.org/2000/svg"/>'),
    "a script among metadata": ("APS523", "<metadata>|<script/></metadata>"),
    "an event handler": ("APS523", '<path d=""\n  |onclick="x()"/>'),
    "an event handler in mixed case": ("APS523", '<path |oNlOaD="x()"/>'),
    "an event handler after a > in a value": ("APS523", '<path class="a>b" |onload="x()"/>'),
    "a javascript link": ("APS523", f'<use {XLINK} |xlink:href=" java&#9;script:alert(1)"/>'),
    "an outer reference": ("APS524", f'<use |href="{EVIL}#x"/>'),
    "an outer reference under a prefix": (
        "APS524",
        f'<use {XLINK.replace("xlink=", "q=")} |q:href="{EVIL}"/>',
    ),
    "a relative reference": ("APS524", '<use |href="other.svg#a"/>'),
    "a reference to the file itself": ("APS524", '<use |href=""/>'),
    "a data reference": ("APS524", '<use |href="data:image/svg+xml,%3Csvg/%3E#a"/>'),
    "another base": ("APS524", '<g |xml:base="https://tracker.example/"/>'),
    "an outer paint": ("APS524", f'<path |fill="url({EVIL}#p)"/>'),
    "an outer paint with escapes": ("APS524", r'<path |fill="\75 rl(https://tracker.example/a)"/>'),
    "an outer paint in capitals": ("APS524", f'<path |fill="URL( {EVIL} )"/>'),
    "an outer paint by character references": ("APS524", f'<path |fill="&#117;rl&#40;{EVIL}&#41;"/>'),
    "an outer paint in a style": ("APS524", f"<path |style=\"fill:url('{EVIL}')\"/>"),
    "an image by image-set": ("APS524", f'<path |style="mask:image-set(&quot;{EVIL}&quot; 1x)"/>'),
    "an imported sheet": ("APS524", f'<style>\n|@import "{EVIL}.css";</style>'),
    "an imported sheet in CDATA": ("APS524", f"<style><![CDATA[\n  |@IMPORT '{EVIL}';]]></style>"),
    "an imported sheet with escapes": ("APS524", r"|<style>@\69mport 'https://tracker.example/a'</style>"),
    "an imported sheet by character references": ("APS524", f"|<style>&#64;import '{EVIL}'</style>"),
    "a sheet split by a comment": ("APS524", f"|<style>@im<!-- -->port '{EVIL}';</style>"),
    "a sheet split by CDATA": ("APS524", f"|<style>@im<![CDATA[port '{EVIL}';]]></style>"),
    "a url hidden behind a string": ("APS524", f'<style>a{{x:"/*";fill:|url({EVIL});y:"*/"}}</style>'),
    "a url among comments": ("APS524", f"<style>a{{fill:|url(/**/{EVIL})}}</style>"),
    "a binding": ("APS524", "<path |style='-moz-binding:none'/>"),
    "a sheet by instruction": ("APS524", '|<?xml-stylesheet href="a.css"?>'),
    "text": ("APS525", '|<text x="4" y="44">Name</text>'),
    "text on a path": ("APS525", '|<textPath href="#a">Name</textPath>'),
    "a font": ("APS525", "|<font><glyph/></font>"),
    "a bitmap": ("APS526", '|<image href="data:image/png;base64,iVBORw0KGgo="/>'),
    "a bitmap in a filter": ("APS526", '<filter>|<feImage href="#a"/></filter>'),
    "a bitmap in a style": ("APS526", "<path |style='mask:url(data:image/png;base64,iVBO)'/>"),
    "an animation": ("APS527", '<circle r="4">|<animate attributeName="r" to="9" dur="1s"/></circle>'),
    "a set": ("APS527", '<path d="">|<set attributeName="href" to="javascript:x"/></path>'),
    "a motion by CSS": ("APS527", "<style>path{|animation: spin 1s}</style>"),
    "frames by CSS": ("APS527", "<style>|@-webkit-keyframes spin{to{r:9}}</style>"),
    "foreign content": (
        "APS528",
        "|<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>",
    ),
    "an HTML frame": ("APS528", '|<iframe xmlns="http://www.w3.org/1999/xhtml" src="x"/>'),
    "a link": ("APS529", "|<a><path/></a>"),
    "an unknown element": ("APS529", "|<blob/>"),
    "an element of no namespace": ("APS529", '|<path xmlns=""/>'),
    "an element of an unknown namespace": ("APS529", '|<x:y xmlns:x="urn:none"/>'),
    "an element of a namespace with blanks": (
        "APS520",
        '|<x:y xmlns:x="urn:none http://www.w3.org/2000/svg"/>',
    ),
    "MathML": ("APS529", '|<math xmlns="http://www.w3.org/1998/Math/MathML"/>'),
    "XInclude": ("APS529", '|<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="#a"/>'),
    "an unknown attribute": ("APS529", '<path |fil="red"/>'),
    "an attribute of an unknown namespace": ("APS529", '<path xmlns:x="urn:none" |x:y=""/>'),
    "heavy noise": ("APS529", '<filter>|<feTurbulence numOctaves="99999999"/></filter>'),
    "a media rule": ("APS530", "<style>|@media print{path{fill:red}}</style>"),
    "an unknown function": ("APS530", '<path |style="width:expression(alert(1))"/>'),
}


@pytest.mark.parametrize("name", ATTACKS)
def test_what_a_drawing_may_not_hold_is_refused_at_its_place(name: str) -> None:
    code, markup = ATTACKS[name]
    before = drawing(markup).partition(b"|")[0]
    flaws = [
        flaw for flaw in examine(drawing(markup.replace("|", ""))).flaws if flaw.severity is Severity.ERROR
    ]
    assert {flaw.code for flaw in flaws} == {code}, flaws
    place = (before.count(b"\n") + 1, len(before) - before.rfind(b"\n"))
    assert (flaws[0].span.line, flaws[0].span.column) == place, flaws[0]


@pytest.mark.parametrize(
    "inside", ["<font-face><font-face-src/></font-face>", f"<style>@font-face{{src:url({EVIL})}}</style>"]
)
def test_a_font_is_refused(inside: str) -> None:
    assert not {"APS525", "APS524"}.isdisjoint({flaw.code for flaw in examine(drawing(inside)).flaws})


def test_all_faults_of_a_drawing_are_told_in_one_run() -> None:
    inside = "<text/><script/><use href='a.svg#x'/><animate/>"
    assert [flaw.code for flaw in examine(drawing(inside)).flaws] == ["APS525", "APS523", "APS524", "APS527"]


def test_the_same_fault_again_is_counted_and_told_once() -> None:
    flaws = examine(drawing("<text/>" * 400 + "<tspan/>")).flaws
    assert [flaw.message for flaw in flaws] == [
        "the drawing holds text, in <text> (400 times)",
        "the drawing holds text, in <tspan>",
    ]


def test_what_is_inside_of_text_needs_no_word_of_its_own() -> None:
    flaws = examine(drawing("<text><tspan>a</tspan><animate/></text><script/>")).flaws
    assert [flaw.code for flaw in flaws] == ["APS525", "APS523"]


def test_a_misspelt_attribute_is_told_with_the_right_one() -> None:
    (flaw,) = examine(b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" viewbox="0 0 9 9"/>').flaws
    assert (flaw.code, flaw.help) == ("APS529", 'did you mean "viewBox"?')


@pytest.mark.parametrize(
    ("attributes", "code", "says"),
    [
        ("", "APS531", "states no viewBox"),
        ('viewBox=""', "APS531", "four finite numbers"),
        ('viewBox="0 0 NaN 96"', "APS531", "NaN"),
        ('viewBox="0 0 1e999 96"', "APS531", "1e999"),
        ('viewBox="0 0 0 96"', "APS531", "above 0"),
        ('viewBox="0 0 96 -96"', "APS531", "above 0"),
        ('viewBox="0 0 96"', "APS531", "four"),
        ('viewBox="0 0 96 96 96"', "APS531", "four"),
        ('viewBox="0 0 9_6 96"', "APS531", "four"),
    ],
)
def test_a_view_box_is_four_finite_numbers(attributes: str, code: str, says: str) -> None:
    markup = f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>'.encode() + SQUARE + b"</svg>"
    (flaw,) = examine(markup).flaws
    assert flaw.code == code
    assert says in flaw.message


def test_a_missing_view_box_is_proposed_from_width_and_height() -> None:
    (flaw,) = examine(b'<svg xmlns="http://www.w3.org/2000/svg" width="300px" height="100"/>').flaws
    assert 'viewBox="0 0 300 100"' in flaw.help


def test_a_drawing_without_namespace_is_refused_and_read_on() -> None:
    flaws = examine(b'<svg viewBox="0 0 9 9"><script/><path d=""/></svg>').flaws
    assert [flaw.code for flaw in flaws] == ["APS520", "APS523"]


def test_a_root_of_another_namespace_is_refused() -> None:
    (flaw,) = examine(b'<svg xmlns="http://www.w3.org/1999/xhtml"><script/></svg>').flaws
    assert flaw.code == "APS520"
    assert "1999/xhtml" in flaw.message


@pytest.mark.parametrize(
    ("part", "code"),
    [
        ('<image href="https://a.example/b.png"/>', "APS524"),
        ('<image href="data:image/png;base64,AAAA"/>', "APS526"),
        ('<image href="#a"/>', "APS526"),
        ("<image/>", "APS526"),
        ('<image href="javascript:alert(1)"/>', "APS523"),
        ('<filter id="f"><feImage href="b.png"/></filter>', "APS524"),
        ('<script href="a.js"/>', "APS523"),
    ],
)
def test_what_an_element_loads_is_told_once(part: str, code: str) -> None:
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{part}</svg>'
    assert [flaw.code for flaw in examine(drawing.encode()).flaws] == [code]
