"""The last look at a site before it is published.

Owns the check that every address within the site leads to a file, in pages and in style sheets, that no entry was
lost, and that lists, programs' files and search hold as many applications as the catalog (`counts.py`). Refuses to look
at addresses elsewhere: a build needs no network.
"""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from catalog.site.counts import counts
from catalog.site.walk import walked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from catalog.site.output import Output

_REFERENCE = re.compile(r'\b(?:href|src|action)="([^"#?:]*)(?=["#?])')
_IN_STYLE = re.compile(r"""url\(\s*["']?([^"')#?:]+)(?=["')#?])""")
_SHOWN = 10


class BrokenSiteError(Exception):
    """The site that was built has holes; it was not published."""


def verify(
    folder: Path,
    output: Output,
    entries: Iterable[str],
    listed: int | None = None,
    *,
    files: Mapping[str, int] | None = None,
) -> tuple[int, int]:
    """Look at the finished folder; the number of pages and of bytes in it. Holes are `BrokenSiteError`.

    `entries` are the slugs that have a page; `listed` is how many of them lists show, where there are lists to count;
    `files` are those in the folder with their bytes, where somebody has walked through it.
    """
    files = walked(folder).sizes if files is None else files
    lost = [slug for slug in entries if f"apps/{slug}/index.html" not in files]
    if lost:
        raise BrokenSiteError(f"no page was written for {_some(lost)}")
    broken = {path: place for path, place in _named(folder, output, files) if not _leads(path, files)}
    if broken:
        told = sorted(f"{path or '/'} (from {place})" for path, place in broken.items())
        raise BrokenSiteError(f"links lead nowhere: {_some(told)}")
    found = {} if listed is None else counts(folder, files)
    wrong = [f"{count} {place}" for place, count in found.items() if count != listed]
    if wrong:
        raise BrokenSiteError(f"{listed} applications are listed, but there are {_some(wrong)}")
    return sum(path.endswith(".html") for path in files), sum(files.values())


def _named(folder: Path, output: Output, files: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Every path within the site that something names, and what does."""
    yield from ((path.decode(), "a catalog page") for path in output.links)
    ours = set(output.pages)
    for path in files:
        # 404.html is shown at every depth, so its addresses start at the server's root.
        if path.endswith(".html") and path.removesuffix("index.html") not in ours and path != "404.html":
            yield from ((target, path) for target in _targets(folder, path, _REFERENCE))
        elif path.endswith(".css"):
            yield from ((target, path) for target in _targets(folder, path, _IN_STYLE))
    yield from ((target, "index.html") for target in _targets(folder, "index.html", _REFERENCE))
    yield from _stale(folder, output, files)


def _targets(folder: Path, page: str, pattern: re.Pattern[str]) -> Iterator[str]:
    text = (folder / page).read_text(encoding="utf-8")
    base = posixpath.dirname(page)
    for reference in pattern.findall(text):
        if reference.startswith("/"):
            continue
        whole = posixpath.normpath(posixpath.join(base, unquote(reference) or posixpath.basename(page)))
        yield ("" if whole == "." else whole) + ("/" if reference.endswith("/") and whole != "." else "")


def _stale(folder: Path, output: Output, files: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Addresses that pages taken over unread name and that are no more, with such a page; as a rule none is named."""
    gone = (
        {path for path in output.links_of_kept if not _leads(path.decode(), files)} if output.kept else set()
    )
    if not gone:
        return
    # The way to the root ends on `./` at every depth (`at_depth`).
    named = re.compile(rb"\./(" + b"|".join(map(re.escape, sorted(gone))) + rb")(?=[\"#?])")
    for page in output.kept:
        place = f"{page}index.html"
        for path in named.findall((folder / place).read_bytes()):
            yield path.decode(), place


def links_named(output: Output, files: Mapping[str, int]) -> set[bytes]:
    """Every path that pages of a site in order may name, those taken over unread too; what is gone none names."""
    return output.links.union(path for path in output.links_of_kept if _leads(path.decode(), files))


def _leads(path: str, files: Mapping[str, int]) -> bool:
    if path in files:
        return True
    folder = path.rstrip("/")
    return (f"{folder}/index.html" if folder else "index.html") in files


def _some(names: list[str]) -> str:
    more = len(names) - _SHOWN
    return ", ".join(names[:_SHOWN]) + (f" and {more} more" if more > 0 else "")
