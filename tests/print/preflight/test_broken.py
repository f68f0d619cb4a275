"""Broken files: findings, never an exception."""

from __future__ import annotations

import io
from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalog.print.preflight.run import check_file
from tests.print.preflight.press import LIMITS, code, press_file

if TYPE_CHECKING:
    from pathlib import Path


@cache
def whole() -> bytes:
    """A right file, its streams as they are, so that a changed byte changes content."""
    file = io.BytesIO()
    press_file(code()).save(file, compress_streams=False, static_id=True)
    return file.getvalue()


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"no PDF at all", b"\x00" * 1000])
def test_what_is_no_pdf_is_one_finding(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "file.pdf"
    path.write_bytes(content)
    (found,) = check_file(path, None, LIMITS, None)
    assert (found.check, found.severity) == ("file", "error")


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    length=st.integers(0, 60_000),
    changes=st.lists(st.tuples(st.integers(0, 60_000), st.binary(min_size=1, max_size=12)), max_size=6),
)
def test_spoiled_bytes_never_raise(tmp_path: Path, length: int, changes: list[tuple[int, bytes]]) -> None:
    """Cut off somewhere (or not), and some bytes exchanged."""
    content = bytearray(whole()[: length or None])
    for at, new in changes:
        content[at % (len(content) or 1) : at % (len(content) or 1) + len(new)] = new
    path = tmp_path / "file.pdf"
    path.write_bytes(content)
    for finding in check_file(path, "press", LIMITS, None):
        assert finding.message


def test_a_form_that_holds_itself_ends(tmp_path: Path) -> None:
    pdf = press_file(b"/Drawing Do")
    form = pdf.pages[0].obj.Resources.XObject.Drawing
    form.write(b"/Drawing Do")
    form.Resources = pdf.make_indirect(pdf.pages[0].obj.Resources)
    pdf.save(tmp_path / "file.pdf")
    assert check_file(tmp_path / "file.pdf", None, LIMITS, None) == ()


def test_bookmarks_in_a_circle_end(tmp_path: Path) -> None:
    pdf = press_file()
    with pdf.open_outline() as outline:
        outline.add("One", 0)
    first = pdf.Root.Outlines.First
    first.Next = first
    pdf.save(tmp_path / "file.pdf")
    assert check_file(tmp_path / "file.pdf", None, LIMITS, None) == ()
