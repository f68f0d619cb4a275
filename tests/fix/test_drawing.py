"""Editors' marks go, everything else stays byte for byte."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.fix import cleaned
from catalog.pictures import examine

DRAWN = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<?xpacket begin="" id="W5M0"?>
<!-- a drawing > of mine -->
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
     xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" inkscape:version="1.3"
     xmlns:sodipodi='http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd' viewBox="0 0 64 64">
  <sodipodi:namedview pagecolor="#fff">
    <inkscape:grid type="xygrid"/>
  </sodipodi:namedview>
  <metadata>
    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:li>me</rdf:li></rdf:RDF>
  </metadata>
  <g  inkscape:label="a > b" fill = "#1a4fd0" ><path d="M8 8h48v48H8z"
      sodipodi:nodetypes="ccccc"/></g>
</svg>
"""
CLEAN = """\
<?xml version="1.0" encoding="UTF-8"?>
<!-- a drawing > of mine -->
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 64 64">
  <g fill = "#1a4fd0" ><path d="M8 8h48v48H8z"/></g>
</svg>
"""


def test_only_the_marks_of_editors_go() -> None:
    assert cleaned(DRAWN.encode()).decode() == CLEAN


def test_what_is_cleaned_has_no_finding_left() -> None:
    assert {flaw.code for flaw in examine(DRAWN.encode()).flaws} == {"APS522", "APS533"}
    assert examine(CLEAN.encode()).flaws == ()


def test_a_byte_order_mark_stays() -> None:
    assert cleaned(b"\xef\xbb\xbf" + DRAWN.encode()) == b"\xef\xbb\xbf" + CLEAN.encode()


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(CLEAN.encode(), id="clean already"),
        pytest.param(b"", id="nothing"),
        pytest.param(DRAWN.encode()[:-9], id="cut short"),
        pytest.param(DRAWN.replace('svg11.dtd">', "svg11.dtd\" [<!ENTITY a 'b'>]>").encode(), id="entities"),
        pytest.param(DRAWN.encode("utf-16"), id="another encoding"),
        pytest.param(DRAWN.replace("<g ", "<g>" * 70 + "<g ").encode(), id="too deep"),
        pytest.param(DRAWN.encode() + b" " * 200_000, id="too large"),
        pytest.param(b"\x89PNG\r\n\x1a\n", id="no drawing"),
    ],
)
def test_what_is_clean_or_cannot_be_read_stays(content: bytes) -> None:
    assert cleaned(content) == content


def test_a_style_sheet_instruction_stays_and_stays_refused() -> None:
    content = b'<?xml-stylesheet href="a.css"?>\n' + CLEAN.partition("\n")[2].encode()
    assert cleaned(content) == content
    assert [flaw.code for flaw in examine(content).flaws] == ["APS524"]


PIECES = [
    '<g inkscape:label="x">', "</g>", '<path d="M0 0h9v9z" sodipodi:x="1"/>', "<inkscape:a/>", "<inkscape:b>",
    "</inkscape:b>", "<metadata>", "</metadata>", "<?php x ?>", "<!-- <metadata> -->", "\n  ",
    "<![CDATA[<metadata>]]>", "&amp;", "text",
    '<svg:rect xmlns:svg="http://www.w3.org/2000/svg" width="1" height="1"/>',
    '<g xmlns:inkscape="urn:other" inkscape:c="1"/>',
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_cleaning_twice_is_cleaning_once_and_adds_no_fault(pieces: list[str]) -> None:
    head, _, tail = DRAWN.partition('viewBox="0 0 64 64">')
    content = f'{head}viewBox="0 0 64 64">{"".join(pieces)}{tail}'.encode()
    once = cleaned(content)
    assert cleaned(once) == once
    codes = [{flaw.code for flaw in examine(data).flaws} for data in (content, once)]
    assert codes[1] <= codes[0]
