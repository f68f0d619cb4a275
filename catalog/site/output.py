"""Writing the files of a site into one folder.

Owns folders and counts. Refuses to write a path twice: two pages that claim one address are a fault of ours.
"""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


class Output:
    """A folder that files are written to by their paths from its root, with `/` between the parts.

    `pages` are the addresses written, `links` every path within the site that they name, `bytes` the sum of files.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.pages: list[str] = []
        self.links: set[bytes] = set()
        self.bytes = 0
        self._root = str(folder)
        self._made = {""}

    def write(self, path: str, content: bytes) -> None:
        """Write a file; the folders it needs are made. One that exists is `FileExistsError`."""
        self._make_folder(path.rpartition("/")[0])
        handle = os.open(f"{self._root}/{path}", _FLAGS, 0o644)
        try:
            view = memoryview(content)
            while view:
                view = view[os.write(handle, view) :]
        finally:
            os.close(handle)
        self.bytes += len(content)

    def page(self, path: str, html: bytes) -> None:
        """Write the page at an address such as `apps/harbor-sync/`."""
        self.write(f"{path}index.html", html)
        self.pages.append(path)

    def _make_folder(self, folder: str) -> None:
        if folder in self._made:
            return
        self._make_folder(folder.rpartition("/")[0])
        with contextlib.suppress(FileExistsError):
            os.mkdir(f"{self._root}/{folder}")  # noqa: PTH102 -- hot path
        self._made.add(folder)
