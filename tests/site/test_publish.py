"""A published folder is the old one or the new one, and never somebody else's."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from typing import TYPE_CHECKING

import pytest

from catalog.site.publish import MARKER, READABLE, OutputRefusedError, replacing, swap

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess
    from pathlib import Path


def _tree(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _build(output: Path, text: str) -> None:
    with replacing(output) as folder:
        (folder / "index.html").write_text(text)


def test_a_build_takes_the_place_of_the_last_one(tmp_path: Path) -> None:
    output = tmp_path / "dist" / "site"
    _build(output, "one")
    (output / "extra").write_text("left by a build of old")
    _build(output, "two")
    assert _tree(output).keys() == {"index.html", MARKER}
    assert (output / "index.html").read_text() == "two"
    assert [path.name for path in (tmp_path / "dist").iterdir() if path.is_dir()] == ["site"]


def _build_and_fail(output: Path, error: type[BaseException]) -> None:
    with replacing(output) as folder:
        (folder / "index.html").write_text("two")
        raise error


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt])
def test_a_build_that_fails_leaves_the_published_bytes(tmp_path: Path, error: type[BaseException]) -> None:
    output = tmp_path / "site"
    _build(output, "one")
    before = _tree(tmp_path)
    with pytest.raises(error):
        _build_and_fail(output, error)
    assert _tree(tmp_path) == before
    assert {path.name for path in tmp_path.iterdir()} == {"site", ".site.lock"}


def test_files_of_somebody_else_are_refused_and_left_alone(tmp_path: Path) -> None:
    output = tmp_path / "site"
    output.mkdir()
    (output / "thesis.txt").write_text("not ours")
    with pytest.raises(OutputRefusedError, match="left alone"):
        _build(output, "one")
    assert _tree(tmp_path) == {"site/thesis.txt": b"not ours"}


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    _build(tmp_path / "site", "one")
    assert (tmp_path / "site" / "index.html").read_text() == "one"


def test_a_file_or_a_link_in_the_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "link").symlink_to(tmp_path)
    for name in ("file", "link"):
        with pytest.raises(OutputRefusedError):
            _build(tmp_path / name, "one")


@pytest.mark.parametrize("can_exchange", [True, False])
def test_folders_change_places_with_an_exchange_or_with_renames(
    tmp_path: Path, *, can_exchange: bool
) -> None:
    new, old = tmp_path / "new", tmp_path / "old"
    for folder in (new, old):
        folder.mkdir()
        (folder / "name").write_text(folder.name)
    if can_exchange:
        swap(new, old)
    else:
        swap(new, old, exchange=lambda _one, _other: False)
    assert _tree(tmp_path) == {"new/name": b"old", "old/name": b"new"}


@pytest.mark.parametrize(("umask", "modes"), [(READABLE, (0o755, 0o644)), (None, (0o700, 0o600))])
def test_the_public_may_read_what_is_published_unless_it_is_confidential(
    tmp_path: Path, umask: int | None, modes: tuple[int, int]
) -> None:
    output = tmp_path / "dist" / "site"
    before = os.umask(0o077)
    try:
        with replacing(output, umask=umask) as folder:
            (folder / "apps").mkdir()
            (folder / "index.html").write_text("one")
        kept = os.umask(before)
    finally:
        os.umask(before)
    folders = {(output / name).stat().st_mode & 0o777 for name in (".", "apps")}
    files = {(output / name).stat().st_mode & 0o777 for name in ("index.html", MARKER)}
    assert (folders, files, kept) == ({modes[0]}, {modes[1]}, 0o077)


def test_what_was_published_comes_back_when_a_build_was_killed_between_two_renames(tmp_path: Path) -> None:
    output = tmp_path / "site"
    _build(output, "one")
    before = _tree(output)
    with pytest.raises(FileNotFoundError):  # What was built is gone, so only the first rename is done.
        swap(tmp_path / ".site-1", output, exchange=lambda _new, _output: False)
    assert not output.exists()
    with pytest.raises(RuntimeError):
        _build_and_fail(output, RuntimeError)
    assert _tree(output) == before


def _build_slowly(output: Path, ready: Path, seconds: float) -> None:
    with replacing(output) as folder:
        (folder / "index.html").write_text("slow")
        ready.write_text("")
        time.sleep(seconds)


def _started(output: Path, tmp_path: Path, seconds: float) -> SpawnProcess:
    ready = tmp_path / "ready"
    process = multiprocessing.get_context("spawn").Process(
        target=_build_slowly, args=(output, ready, seconds)
    )
    process.start()
    for _ in range(600):
        if ready.exists():
            return process
        time.sleep(0.05)
    pytest.fail("the other build did not start")


def test_leftovers_of_a_killed_build_go_with_the_next(tmp_path: Path) -> None:
    output = tmp_path / "dist" / "site"
    _build(output, "one")
    process = _started(output, tmp_path, 60)
    assert process.pid is not None
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    assert (output / "index.html").read_text() == "one"
    assert len([path for path in output.parent.iterdir() if path.is_dir()]) == 2
    _build(output, "two")
    assert [path.name for path in output.parent.iterdir() if path.is_dir()] == ["site"]


def test_of_two_builds_one_finishes_after_the_other(tmp_path: Path) -> None:
    output = tmp_path / "dist" / "site"
    process = _started(output, tmp_path, 1)
    _build(output, "second")
    process.join()
    assert process.exitcode == 0
    assert (output / "index.html").read_text() == "second"
