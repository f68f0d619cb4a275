from __future__ import annotations

import pytest

from catalog.findings import Severity
from catalog.pictures import examine
from tests.pictures.made import SQUARE, drawing

XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
GRADIENT = '<linearGradient id="g"><stop offset="0" stop-color="#123"/></linearGradient>'
FAULTLESS = {
    "a square": SQUARE.decode(),
    "a gradient": f'<defs>{GRADIENT}</defs><path fill="url(#g)" d="M0 0h9v9z"/>',
    "a quoted gradient": f'{GRADIENT}<path style="fill: url(\'#g\') #fff; stroke:none" d="M0 0h9v9z"/>',
    "a use": f'<path id="a" d="M0 0h9v9z"/><use {XLINK} xlink:href="#a" x="9"/>',
    "a style sheet": "<style>.a,.b{fill:#1a4fd0;clip-path:url(#c)} #d > path{fill:rgb(1 2 3 / 50%)}</style>",
    "a style sheet in CDATA": '<style type="text/css"><![CDATA[.a{fill:#1a4fd0}]]></style>',
    "a style sheet with a comment": "<style>/* drawn by a.person@harbor.example */ .a{fill:red}</style>",
    "a mask, a clip and a pattern": (
        '<clipPath id="c"><rect width="9" height="9"/></clipPath><mask id="m"><rect/></mask>'
        '<pattern id="p"><rect/></pattern><g clip-path="url(#c)" mask="url(#m)"><rect fill="url(#p)"/></g>'
    ),
    "a filter": '<filter id="f"><feGaussianBlur stdDeviation="2"/></filter><g filter="url(#f)"/>',
    "names for screen readers": '<title>Harbor Sync</title><desc>An anchor</desc><g role="img" aria-label="x"/>',
    "marks of scripts elsewhere": '<g data-name="Layer 1" id="Layer_1"/>',
    "colours of wide screens": '<path style="fill:#f00;fill:color(display-p3 1 0 0)"/>',
    "a variable with a colour": '<path fill="var(--fill-0, #1a4fd0)"/>',
    "fonts that no text uses": r"<style>.a{font-family:'\5FAE\8F6F'}</style>",
    "lengths and transforms": '<rect transform="translate(1 2) rotate(45)" width="50%" height="3mm" x="-1e-3"/>',
}


@pytest.mark.parametrize("name", FAULTLESS)
def test_what_logos_are_made_of_is_taken(name: str) -> None:
    picture = examine(drawing(FAULTLESS[name]))
    assert picture.flaws == ()
    assert picture.size == (96, 96)


@pytest.mark.parametrize(
    "head",
    [
        b'<?xml version="1.0"?>\n',
        b'<?xml version="1.0" encoding="utf-8" standalone="no"?>\n',
        b"<?xml version='1.0' encoding='iso-8859-1'?>\n",
        b"\xef\xbb\xbf<?xml version='1.0' encoding='UTF-8'?>\r\n<!-- Generator: by hand -->\r\n",
    ],
)
def test_declarations_and_comments_are_taken(head: bytes) -> None:
    assert examine(head + drawing()).flaws == ()


def test_what_editors_leave_is_one_note_that_names_them() -> None:
    markup = drawing(
        '<metadata/><g xmlns:i="http://www.inkscape.org/namespaces/inkscape" i:label="a" i:groupmode="layer">'
        '<s:namedview xmlns:s="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" pagecolor="#fff"/></g>'
        '<?xpacket end="w"?>'
    )
    (flaw,) = examine(markup).flaws
    assert (flaw.code, flaw.severity) == ("APS533", Severity.NOTE)
    assert flaw.message.startswith("the file carries 5 marks")
    assert "<?xpacket?>, Inkscape, Sodipodi, metadata" in flaw.message


def test_editors_marks_do_not_cover_what_is_inside_of_them() -> None:
    inside = '<n:a xmlns:n="http://ns.adobe.com/x/"><script/></n:a>'
    assert [flaw.code for flaw in examine(drawing(inside)).flaws] == ["APS523", "APS533"]


def test_size_is_that_of_the_view_box_not_of_width_and_height() -> None:
    picture = examine(
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-5,-5 200,50" width="9" height="9"/>'
    )
    assert picture.size == (200, 50)


def test_the_place_of_an_odd_ratio_is_the_view_box() -> None:
    picture = examine(b'<svg xmlns="http://www.w3.org/2000/svg"\n  viewBox="0 0 8 96"/>')
    assert (picture.size_span.line, picture.size_span.column, picture.size_span.end_column) == (2, 3, 10)
