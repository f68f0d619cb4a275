"""The frame of a page, cut out of a page that MkDocs rendered once.

Owns the marks that such a *sentinel page* carries and the cutting at them. A page of ours is then its frame's literal
parts joined by its own title, description, address and body: no template runs twice for the frame. Refuses marks in
places where a text would need other escaping than HTML's: a mark inside a script, a style or a comment fails the build.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from catalog.digests import digest
from catalog.site.folding import escaped
from catalog.site.templates import ROOT, at_depth, links_in

BODY, TITLE, DESCRIPTION, CANONICAL = (
    f"zq{name}qz" for name in ("body", "title", "description", "canonical")
)
_MARKS = (BODY, TITLE, DESCRIPTION, CANONICAL)
_HEAD = "\x02"
_CUT = re.compile("(" + "|".join((*_MARKS, _HEAD)) + ")")
_NO_PLACE = re.compile(r"<script\b.*?</script>|<style\b.*?</style>|<!--.*?-->", re.DOTALL | re.IGNORECASE)
_UP = re.compile(r'(?<=")\.\.(?:/|(?="))')
_HERE = re.compile(r'(?<=")\./(?=["?#])')
_LINK = re.compile(r'(\b(?:href|action)=")([^":?#]+)((?:[?#][^"]*)?")')


class ShellError(Exception):
    """The theme does not leave a frame that pages can be put into."""


class Page(NamedTuple):
    """What differs from page to page. Texts are plain, `body` and `head` are HTML, and `ROOT` may stand in them."""

    title: str
    description: str
    canonical: str
    body: bytes
    head: str = ""


class Shell:
    """The literal parts of one frame, and what goes between them.

    `links` are the addresses that it names itself, `key` tells it from other frames.
    """

    def __init__(self, html: str, *, path: str) -> None:
        """Cut the finished sentinel page that was rendered for `path` (empty, or one folder such as `apps/`)."""
        _refuse_misplaced(html, path)
        if path:
            html = _HERE.sub(ROOT + path, _UP.sub(ROOT, html))
        self.links = set(links_in(html.encode()))
        self._parts = _CUT.split(html.replace("</head>", f"{_HEAD}</head>", 1))
        self.key = digest("".join(self._parts).encode())
        self._at: dict[int, list[bytes]] = {}
        missing = {BODY, TITLE, DESCRIPTION, _HEAD} - set(self._parts[1::2])
        if missing or self._parts.count(BODY) != 1:
            raise ShellError(
                f"the theme does not print {', '.join(sorted(missing)) or 'the body once'} on {path or '/'}"
            )

    def page(self, page: Page, depth: int) -> bytes:
        """A finished page that lies `depth` folders deep. The frame is encoded once a depth."""
        parts = self._at.get(depth)
        if parts is None:
            parts = self._at[depth] = [at_depth(part.encode(), depth) for part in self._parts]
        said = {
            BODY: page.body,
            TITLE: escaped(page.title).encode(),
            DESCRIPTION: escaped(page.description).encode(),
            CANONICAL: escaped(page.canonical).encode(),
            _HEAD: page.head.encode(),
        }
        whole = parts.copy()
        whole[1::2] = [at_depth(said[mark], depth) for mark in self._parts[1::2]]
        return b"".join(whole)


def _refuse_misplaced(html: str, path: str) -> None:
    for place in _NO_PLACE.findall(html):
        found = _CUT.search(place)
        if found:
            raise ShellError(
                f"the theme prints {found[0]} inside a script, a style or a comment on {path or '/'}"
            )


def named_indexes(html: str) -> str:
    """The page with `index.html` named in its links to folders, since from disk nobody serves a folder's index."""
    return _LINK.sub(_named, html)


def _named(link: re.Match[str]) -> str:
    before, path, after = link.groups()
    if path.startswith("/"):
        return link[0]
    if path.endswith("/"):
        return f"{before}{path}index.html{after}"
    if path.rpartition("/")[2] in {".", ".."}:
        return f"{before}{path}/index.html{after}"
    return link[0]
