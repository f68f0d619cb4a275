"""Work is shared by no more processes than it has parts, and than there are processors."""

from __future__ import annotations

import os

import pytest

from catalog.processes import processes_for


@pytest.mark.parametrize("parts", [0, 1])
def test_work_of_one_part_is_for_one_process(parts: int) -> None:
    assert processes_for(parts) == 1


def test_there_are_no_more_processes_than_processors() -> None:
    assert processes_for(10_000) == (os.cpu_count() or 1)


def test_where_nothing_can_be_forked_one_process_does_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "fork")
    assert processes_for(10_000) == 1
