"""Writing the files of a site into one folder.

Owns folders, and the choice between writing a file and taking it over: a file that the published site holds with the
same bytes becomes a second name of that one, since making and later deleting tens of thousands of files is what takes
time on a disk. Refuses to write a path twice: two pages that claim one address are a fault of ours.
"""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_BINARY = getattr(os, "O_BINARY", 0)
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY


class Output:
    """A folder that files are written to by their paths from its root, with `/` between the parts.

    `published` is the site that this one will replace, if there is one. `pages` are the addresses written, `links`
    every path within the site that they name, `taken` counts files that the published site had already.
    """

    def __init__(self, folder: Path, published: Path | None = None) -> None:
        self.folder = folder
        self.pages: list[str] = []
        self.links: set[bytes] = set()
        self.taken = 0
        self._root = str(folder)
        self._old = str(published) if published and published.is_dir() else None
        self._made = {""}

    def write(self, path: str, content: bytes | bytearray) -> None:
        """Write a file; the folders it needs are made. One that exists is `FileExistsError`."""
        self._make_folder(path.rpartition("/")[0])
        if self._old is not None and self._take(path, content):
            return
        handle = os.open(f"{self._root}/{path}", _NEW, 0o644)
        try:
            view = memoryview(content)
            while view:
                view = view[os.write(handle, view) :]
        finally:
            os.close(handle)

    def page(self, path: str, html: bytes) -> None:
        """Write the page at an address such as `apps/harbor-sync/`."""
        self.write(f"{path}index.html", html)
        self.pages.append(path)

    def _take(self, path: str, content: bytes | bytearray) -> bool:
        """Give the published file a second name here, if it holds these very bytes and the file system can."""
        try:
            handle = os.open(f"{self._old}/{path}", os.O_RDONLY | _BINARY)
        except OSError:
            return False
        try:
            # One byte more than wanted tells a longer file; a shorter read is a shorter file, or a disk in trouble.
            same = os.read(handle, len(content) + 1) == content
        finally:
            os.close(handle)
        if not same:
            return False
        try:
            os.link(f"{self._old}/{path}", f"{self._root}/{path}")
        except FileExistsError:
            raise
        except OSError:
            return False
        self.taken += 1
        return True

    def _make_folder(self, folder: str) -> None:
        if folder in self._made:
            return
        self._make_folder(folder.rpartition("/")[0])
        with contextlib.suppress(FileExistsError):
            os.mkdir(f"{self._root}/{folder}")  # noqa: PTH102 -- hot path
        self._made.add(folder)
