"""Putting a finished site in the place of the published one, in one step.

Owns the folder beside the output that a build writes into, the lock that lets one build at a time publish there, and
the marker that tells our output from somebody else's files. Whatever happens to a build, the published output is the
old one byte for byte, or the new one. Also owns who may read it: everybody, whatever the umask of whoever builds, so
that a web server can and two machines publish the same. Refuses to touch a folder that holds files and no marker.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import re
import shutil
from typing import TYPE_CHECKING

from catalog.errors import UsageError

try:
    import fcntl
except (
    ImportError
):  # pragma: no cover -- Windows, where a second build fails at the rename instead of waiting
    fcntl = None  # type: ignore[assignment]

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

MARKER = ".aps-catalog"
READABLE = 0o022
"""The umask of what is published: all may read, the owner writes."""
_MARK = b"Written by the APS catalog; the next build replaces this folder.\n"
_AT_FDCWD, _RENAME_EXCHANGE = -100, 2
_NO_EXCHANGE = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM}


class OutputRefusedError(UsageError):
    """The output folder is not ours to replace."""


@contextlib.contextmanager
def replacing(output: Path, *, umask: int | None = READABLE) -> Iterator[Path]:
    """Give an empty folder to build into; it takes the place of `output` when the block ends without an exception.

    A second build into the same output waits for the first. Raises `OutputRefusedError` and leaves everything alone
    where `output` is somebody else's. `umask` is that of the block; None leaves the caller's, for what is confidential.
    """
    _refuse_foreign(output)
    output.parent.mkdir(parents=True, exist_ok=True)
    with _lock(output.parent / f".{output.name}.lock"), _umask(umask):
        _put_back(output)
        _refuse_foreign(output)
        _remove_leftovers(output)
        beside = output.parent / f".{output.name}-{os.getpid()}"
        beside.mkdir()
        try:
            yield beside
            (beside / MARKER).write_bytes(_MARK)
            swap(beside, output)
        finally:
            _put_back(output)
            shutil.rmtree(beside, ignore_errors=True)


def published_by(output: Path) -> tuple[int, int] | None:
    """Which build published what is at `output`, as what tells its marker from that of any other; None for nothing."""
    try:
        marker = (output / MARKER).stat()
    except OSError:
        return None
    return marker.st_ino, marker.st_mtime_ns


@contextlib.contextmanager
def _umask(umask: int | None) -> Iterator[None]:
    if umask is None:
        yield
        return
    before = os.umask(umask)
    try:
        yield
    finally:
        os.umask(before)


def _refuse_foreign(output: Path) -> None:
    if output.is_symlink():
        raise OutputRefusedError(f"{output} is a symbolic link; name a folder instead")
    if not output.exists():
        return
    if not output.is_dir():
        raise OutputRefusedError(f"{output} is a file; name a folder instead")
    if any(output.iterdir()) and not (output / MARKER).is_file():
        raise OutputRefusedError(
            f"{output} holds files that are not the catalog's, so it was left alone; empty it or name another folder"
        )


@contextlib.contextmanager
def _lock(path: Path) -> Iterator[None]:
    """Held until the block ends or the process dies; the file stays, since removing it would let two builds in."""
    with path.open("ab") as file:
        if fcntl is not None:
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _aside(output: Path) -> Path:
    """Where `swap` keeps what was published between two renames. No build has the process number 0."""
    return output.parent / f".{output.name}-0"


def _put_back(output: Path) -> None:
    """What was published, if a build was stopped between the two renames of `swap`."""
    if not output.exists() and _aside(output).is_dir():
        _aside(output).rename(output)


def _remove_leftovers(output: Path) -> None:
    """Folders of builds that were killed. Under the lock no other build into this output is alive."""
    ours = re.compile(re.escape(f".{output.name}-") + r"\d+")
    for left in output.parent.iterdir():
        if ours.fullmatch(left.name) and left.is_dir() and not left.is_symlink():
            shutil.rmtree(left, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step (Linux `renameat2`); false where the system or the file system can't."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    failed = renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    if failed and ctypes.get_errno() not in _NO_EXCHANGE:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(other))
    return not failed


def swap(new: Path, output: Path, exchange: Callable[[Path, Path], bool] = _exchange) -> None:
    """Put `new` in the place of `output`, and what was there in the place of `new`.

    Where the system can't exchange folders, two renames do it, with a moment between them; who is stopped in it finds
    the old one `_aside`.
    """
    if not output.exists():
        new.rename(output)
        return
    if exchange(new, output):
        return
    old = _aside(output)
    output.rename(old)
    new.rename(output)
    old.rename(new)
