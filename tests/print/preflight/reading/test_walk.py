"""Walking a content stream: what marks come out, and that shared parts are walked once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream

from catalog.print.preflight.reading.geometry import Box
from catalog.print.preflight.reading.library import Library
from catalog.print.preflight.reading.walk import drawing_of

if TYPE_CHECKING:
    from catalog.print.preflight.reading.marks import Drawing

SHEET = Box(0, 0, 200, 200)


def drawn(content: bytes, *, library: Library | None = None, form: bytes = b"") -> Drawing:
    """A page that may place `/Form` of 10 points a side."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(200, 200)).obj
    held = Stream(pdf, form, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 10, 10]))
    page.Resources = Dictionary(XObject=Dictionary(Form=pdf.make_indirect(held)))
    page.Contents = Stream(pdf, content)
    return drawing_of(page, library or Library(), SHEET, SHEET.inset(20))


@pytest.mark.parametrize(
    ("content", "box"),
    [
        (b"10 20 30 40 re f", Box(10, 20, 40, 60)),
        (b"q 2 0 0 2 5 5 cm 10 20 30 40 re f Q", Box(25, 45, 85, 125)),
        (b"q 0 1 -1 0 100 0 cm 10 20 30 40 re f Q", Box(40, 10, 80, 40)),
        (b"q 20 20 10 10 re W n 10 20 30 40 re f Q", Box(20, 20, 30, 30)),
        (b"10 20 m 40 20 l 40 60 l h f*", Box(10, 20, 40, 60)),
        (b"2 w 10 20 m 40 20 l S", Box(9, 19, 41, 21)),
    ],
)
def test_a_mark_is_where_it_shows(content: bytes, box: Box) -> None:
    (mark,) = drawn(content).marks
    assert mark.box == box


@pytest.mark.parametrize(
    "content", [b"300 20 30 40 re f", b"q 0 0 5 5 re W n 10 20 30 40 re f Q", b"0 0 9 9 re n"]
)
def test_what_does_not_show_is_no_mark(content: bytes) -> None:
    assert drawn(content).marks == []


def test_the_state_comes_back() -> None:
    marks = drawn(b"0 1 0 0 k q 0 0 1 0 k 0 0 5 5 re f Q 0 0 5 5 re f").marks
    assert [mark.paint.plates[1] for mark in marks] == [0, 1]


def test_a_form_on_many_pages_is_walked_once() -> None:
    library = Library()
    content = b" ".join(b"q 1 0 0 1 %d 50 cm /Form Do Q" % x for x in range(30, 90, 2))
    drawing = drawn(content, library=library, form=b"1 1 3 3 re f " * 50)
    assert len(library.forms) == 1
    assert len(drawing.marks) == 30  # One for each place, as its fifty fills are alike.


def test_a_form_that_takes_over_another_colour_is_another() -> None:
    drawing = drawn(b"0 1 0 0 k /Form Do 0 0 1 0 k /Form Do", form=b"1 1 3 3 re f")
    assert [mark.paint.plates[1:3] for mark in drawing.marks] == [(1, 0), (0, 1)]


def test_a_form_at_the_edge_keeps_its_marks_apart() -> None:
    drawing = drawn(b"q 1 0 0 1 5 5 cm /Form Do Q", form=b"1 1 3 3 re f 6 6 3 3 re f")
    assert [mark.box for mark in drawing.marks] == [Box(6, 6, 9, 9), Box(11, 11, 14, 14)]


def test_a_stroke_inside_a_stretched_form_has_its_width_on_the_page() -> None:
    (mark,) = drawn(b"q 4 0 0 4 50 50 cm /Form Do Q", form=b"0.5 w 1 5 m 9 5 l S").marks
    assert mark.size == pytest.approx(2)
