"""Writing the files of a site into one folder.

Owns folders, and the choice between writing a file and taking it over: a file that the published site holds with the
same bytes, or that was made from the same (`made.py`), becomes a second name of that one, since making and later
deleting tens of thousands of files is what takes time on a disk. Refuses to write a path twice: two pages that claim
one address are a fault of ours.
"""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from catalog.site.made import Made

_BINARY = getattr(os, "O_BINARY", 0)
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY


class Output:
    """A folder that files are written to by their paths from its root, with `/` between the parts.

    `published` is the site that this one will replace, if there is one, and `made` what its pages were made from, which
    must be true of it. `pages` are the addresses written, `links` every path within the site that they name, `taken`
    counts files that the published site had already. `kept` are the pages that were taken over unread: what they name
    is among `links_of_kept`. `keys` say what pages were made from.
    """

    def __init__(self, folder: Path, published: Path | None = None, made: Made | None = None) -> None:
        self.folder = folder
        self.pages: list[str] = []
        self.links: set[bytes] = set()
        self.taken = 0
        self.kept: list[str] = []
        self.links_of_kept: Iterable[bytes] = made.links if made else ()
        self.keys: dict[str, bytes] = {}
        self._made_from = made.pages if made else {}
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

    def page(self, path: str, html: bytes, key: bytes | None = None) -> None:
        """Write the page at an address such as `apps/harbor-sync/`; `key` says what it was made from."""
        self.write(f"{path}index.html", html)
        self.pages.append(path)
        if key is not None:
            self.keys[path] = key

    def keeps(self, path: str, key: bytes) -> bool:
        """Take the published page at an address over, if it was made from the same; false where it has to be made."""
        if self._made_from.get(path) != key:
            return False
        self._make_folder(path.rpartition("/")[0])
        if not self._link(f"{path}index.html"):
            return False
        self.pages.append(path)
        self.kept.append(path)
        self.keys[path] = key
        return True

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
        return same and self._link(path)

    def _link(self, path: str) -> bool:
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
