"""A short round of spoiled entries; `make fuzz` runs the long one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT
from tests.fuzz.runs import Case, cases, faults, sources

if TYPE_CHECKING:
    from pathlib import Path

GOOD = sources(ROOT / "entries")


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_spoiled_entries_give_findings_and_nothing_worse(seed: int, tmp_path: Path) -> None:
    found = faults(list(cases(GOOD, 150, seed)), tmp_path / "fuzz")
    assert not found, found[0][1]


def test_the_same_seed_spoils_alike() -> None:
    assert list(cases(GOOD, 5, 7)) == list(cases(GOOD, 5, 7))


def test_a_fault_is_narrowed_to_its_entry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails_on_x(data: bytes) -> bytes:
        if data == b"x":
            raise RuntimeError("x")
        return data

    monkeypatch.setattr("tests.fuzz.runs.mended", fails_on_x)
    batch = [Case(sign.encode(), None) for sign in "abcxdef"]
    ((case, said),) = faults(batch, tmp_path / "fuzz")
    assert case.entry == b"x"
    assert said.splitlines()[-1] == "RuntimeError: x"
