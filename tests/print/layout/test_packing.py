"""Blocks that went through another process are what they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.print.layout.block import Block
from catalog.print.layout.frames import frames
from catalog.print.layout.measure import measure_entry
from catalog.print.layout.packing import packed, unpacked
from catalog.print.note import Note
from tests.print.test_book import entries

if TYPE_CHECKING:
    from tests.print.conftest import MakeDesk


def test_blocks_and_notes_come_back_as_they_were(make_desk: MakeDesk) -> None:
    desk = make_desk()
    made = [measure_entry(entry, desk, frames(desk.grid)) for entry in entries()]
    shaped = [line for one in made if isinstance(one, Block) for _, _, line, _ in one.lines if line.shaped]
    assert shaped  # So that glyphs are among them.
    made.insert(1, Note("farm", "pitch", "9 characters more than fit"))
    assert unpacked(packed(made)) == made


def test_nothing_comes_back_of_nothing() -> None:
    assert unpacked(packed([])) == []
