"""Bodies that were drawn before are found again by their keys, and nothing that is damaged is ever used."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from catalog.digests import digest
from catalog.site.drawn import Drawn

if TYPE_CHECKING:
    from pathlib import Path

WIKI, MAIL, NEWS = (digest(name) for name in (b"wiki", b"mail", b"news"))


def _kept(file: Path, **bodies: bytes) -> None:
    drawn = Drawn(file)
    for name, body in bodies.items():
        drawn.put(digest(name.encode()), body)
    drawn.close()


def _found(file: Path) -> tuple[list[bytes | None], int]:
    drawn = Drawn(file)
    found = [drawn.get(key) for key in (WIKI, MAIL)]
    drawn.close()
    return found, drawn.ignored


def test_what_was_kept_is_found_by_the_next_build(tmp_path: Path) -> None:
    file = tmp_path / "cache" / "drawn"
    _kept(file, wiki=b"<h1>Wiki</h1>", mail=b"")
    assert _found(file) == ([b"<h1>Wiki</h1>", b""], 0)
    _kept(file, news=b"<h1>News</h1>")
    assert _found(file) == ([b"<h1>Wiki</h1>", b""], 0)


def test_a_copy_of_the_file_serves_as_well(tmp_path: Path) -> None:
    _kept(tmp_path / "one", wiki=b"Wiki")
    (tmp_path / "two").write_bytes((tmp_path / "one").read_bytes())
    assert _found(tmp_path / "two") == ([b"Wiki", None], 0)


@pytest.mark.parametrize("at", [-1, -5])
def test_a_spoiled_record_is_passed_over_and_written_anew(tmp_path: Path, at: int) -> None:
    file = tmp_path / "drawn"
    _kept(file, wiki=b"<h1>Wiki</h1>", mail=b"<h1>Mail</h1>")
    content = bytearray(file.read_bytes())
    content[at] ^= 1
    file.write_bytes(content)
    assert _found(file) == ([b"<h1>Wiki</h1>", None], 1)
    _kept(file, mail=b"<h1>Mail</h1>")
    assert _found(file) == ([b"<h1>Wiki</h1>", b"<h1>Mail</h1>"], 0)


@pytest.mark.parametrize("left", [1, 12, 30])
def test_a_record_that_was_cut_off_goes_and_the_next_takes_its_place(tmp_path: Path, left: int) -> None:
    file = tmp_path / "drawn"
    _kept(file, wiki=b"<h1>Wiki</h1>", mail=b"<h1>Mail</h1>")
    file.write_bytes(file.read_bytes()[:-left])
    assert _found(file) == ([b"<h1>Wiki</h1>", None], 1)
    _kept(file, mail=b"<h1>Mail</h1>")
    assert _found(file) == ([b"<h1>Wiki</h1>", b"<h1>Mail</h1>"], 0)


def test_a_file_that_is_not_ours_is_replaced(tmp_path: Path) -> None:
    file = tmp_path / "drawn"
    file.write_bytes(b"something else altogether")
    assert _found(file) == ([None, None], 1)
    _kept(file, wiki=b"Wiki")
    assert _found(file) == ([b"Wiki", None], 0)


def test_a_second_build_at_the_same_time_reads_and_does_not_write(tmp_path: Path) -> None:
    file = tmp_path / "drawn"
    _kept(file, wiki=b"Wiki")
    first, second = Drawn(file), Drawn(file)
    assert second.get(WIKI) == b"Wiki"
    second.put(MAIL, b"of the second")
    first.put(MAIL, b"of the first")
    first.close()
    second.close()
    assert _found(file) == ([b"Wiki", b"of the first"], 0)


def test_a_file_that_holds_far_more_than_is_used_is_cut_down(tmp_path: Path) -> None:
    file = tmp_path / "drawn"
    _kept(file, wiki=b"Wiki", mail=b"m" * 20_000_000, news=b"News", more=b"More")
    drawn = Drawn(file)
    assert drawn.get(WIKI) == b"Wiki"
    drawn.close()
    assert file.stat().st_size < 1000
    assert _found(file) == ([b"Wiki", None], 0)


def test_without_a_place_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    for file in (None, tmp_path / "file" / "drawn"):
        drawn = Drawn(file)
        drawn.put(WIKI, b"Wiki")
        assert drawn.get(WIKI) is None
        assert drawn.drawn == 1
        drawn.close()
